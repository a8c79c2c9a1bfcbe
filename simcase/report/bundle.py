"""The libraries that draw charts on a page, as one script: put together once for each version of them, then kept."""

from __future__ import annotations

import contextlib
import functools
import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import Final

from simcase.declare import cache_folder, write_whole

SNIPPET: Final = "window.vegaEmbed = vegaEmbed;"
"""What the bundle of libraries hands to the page."""


@functools.cache
def bundle() -> str:
    """Return the script, as it is kept where this version of the libraries was put together before."""
    key = hashlib.sha256(f"{version('vl-convert-python')} {SNIPPET}".encode()).hexdigest()[:16]
    path = cache_folder() / "bundles" / f"{key}.js"
    return _kept(path) or _made(path)


def _kept(path: Path) -> str | None:
    """Return the script in a file whose first line is its digest, None where there is none or it is not as it was written."""
    try:
        digest, script = path.read_bytes().split(b"\n", 1)
        return script.decode() if hashlib.sha256(script).hexdigest().encode() == digest else None
    except (OSError, ValueError):
        return None


def _made(path: Path) -> str:
    """Return the script, put together anew, which takes seconds; where the folder cannot be written, it is not kept."""
    import vl_convert  # noqa: PLC0415 - only those who find nothing kept wait for it

    script = str(vl_convert.javascript_bundle(SNIPPET))
    with contextlib.suppress(OSError):
        write_whole(path, f"{hashlib.sha256(script.encode()).hexdigest()}\n{script}")
    return script
