"""What a page may load: nothing from anywhere, and of scripts those alone that the page was made with, letter by letter."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def policy(*scripts: str) -> str:
    """Return what a page that holds these scripts may load; Vega compiles its expressions in the page, so it may do that too.

    >>> policy()
    "default-src 'none'; style-src 'unsafe-inline'"
    """
    static = "default-src 'none'; style-src 'unsafe-inline'"
    return f"{static}; script-src 'unsafe-eval' {hashes(scripts)}; img-src data: blob:; font-src data:" if scripts else static


def hashes(scripts: Iterable[str]) -> str:
    """Return scripts as a policy names them: by what they say."""
    return " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts)
