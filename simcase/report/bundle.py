"""The libraries that draw charts on a page, as one script: put together once for each version of them, then kept."""

from __future__ import annotations

import functools
import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Final

from simcase.declare import SEALED, cache_folder, keep, kept

SNIPPET: Final = "window.vegaEmbed = vegaEmbed;"
"""What the bundle of libraries hands to the page."""


@functools.cache
def bundle() -> str:
    """Return the script, as it is kept where this version of the libraries was put together before."""
    key = hashlib.sha256(f"{version('vl-convert-python')} {SNIPPET}".encode()).hexdigest()[:16]
    path = cache_folder() / "bundles" / f"{key}{SEALED}"
    script = kept(path)
    return _made(path) if script is None else script.decode()


def _made(path: Path) -> str:
    """Return the script, put together anew, which takes seconds."""
    import vl_convert  # noqa: PLC0415 - only those who find nothing kept wait for it

    script = str(vl_convert.javascript_bundle(SNIPPET))
    keep(path, script.encode())
    return script
