"""What compiled code was made from and for; what installs simcase reads this file alone, so it needs no more than the standard library."""

from __future__ import annotations

import hashlib
import platform
import sys
from pathlib import Path
from typing import Final

CARRIED: Final = Path(__file__).parent / "ahead"
"""The folder that a wheel carries compiled code in."""


def source_digest() -> str:
    """Return the digest of every source file of the engine and its folders, and of the arrays it reads."""
    folder = Path(__file__).parent
    others = ("tables/arrays.py", "vocabulary/dates.py", "model/donors.py")
    digest = hashlib.sha256()
    for source in (*sorted(folder.rglob("*.py")), *(folder.parent / other for other in others)):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def build_of(numba: str) -> str:
    """Return what compiled code is named by: these sources, a version of Numba, and this Python."""
    return f"{source_digest()}-numba{numba}-{sys.implementation.cache_tag}"


def carried_of(numba: str) -> str:
    """Return the name of the folder that holds it in a wheel: that of the build, and this system."""
    return f"{build_of(numba)}-{sys.platform}-{platform.machine()}"
