"""Files that are kept to save time, each under the digest of its bytes: what is not as it was written is not there.

Among them are parsed files, kept as JSON by the digest of their text, so that the same bytes are parsed once.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import platformdirs

from simcase.declare.cells import Grouped
from simcase.declare.document import Tree, Where
from simcase.declare.library import path_of
from simcase.vocabulary import write_whole

FORMAT: Final = 4
"""Raised whenever the reader or this layout changes, so that older entries are not found."""
SEALED: Final = ".sealed"
"""How the name of every file that is kept ends."""
LARGEST: Final = 500_000_000
"""Bytes of a file that is read."""
GROUPED: Final = "\0"
"""The key under which a number is kept that was written as Danes write thousands; no file has such a key."""


def cache_folder() -> Path:
    """Return the folder of everything that is kept to save time: SIMCASE_CACHE, or the user's cache folder."""
    return path_of(os.environ.get("SIMCASE_CACHE") or platformdirs.user_cache_dir("simcase")).absolute()


def folder() -> Path:
    """Return the folder of parsed files."""
    return cache_folder() / "parsed"


def load(digest: str) -> tuple[Tree, dict[Where, int]] | None:
    """Return the tree and the lines kept for a digest, or None where nothing usable is kept."""
    content = kept(_entry(digest))
    if content is None:
        return None
    entry = json.loads(content, object_hook=_as_read)
    return (entry["tree"], {tuple(where): line for where, line in entry["lines"]}) if entry["digest"] == digest else None


def store(digest: str, tree: Tree, lines: Mapping[Where, int]) -> None:
    """Keep a tree and its lines."""
    entry = {"digest": digest, "tree": _as_json(tree), "lines": list(lines.items())}
    keep(_entry(digest), json.dumps(entry, separators=(",", ":")).encode())


def _as_json(tree: Tree) -> Tree:
    """Return a tree as JSON can keep it, which has one way to write a number."""
    if isinstance(tree, dict):
        return {key: _as_json(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_as_json(value) for value in tree]
    return {GROUPED: float(tree)} if isinstance(tree, Grouped) else tree


def _as_read(part: dict[str, Any]) -> Tree:
    """Return a part of a tree as it was read from a file."""
    return Grouped(part[GROUPED]) if GROUPED in part else part


def _entry(digest: str) -> Path:
    """Return the file of a digest."""
    return folder() / f"{digest}.{FORMAT}{SEALED}"


def keep(path: Path, content: bytes) -> None:
    """Keep bytes under their digest; where there is no room, or no right to write, nothing is kept."""
    with contextlib.suppress(OSError):
        write_whole(path, _seal(content) + content)


def kept(path: Path) -> bytes | None:
    """Return the bytes that are kept in a file, or None where there is none or it is not as it was written."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        whole = path.read_bytes()
    except OSError:
        return None
    content = whole[len(_seal(b"")) :]
    return content if whole == _seal(content) + content else None


def mended(every: Path) -> Iterator[tuple[Path, bool]]:
    """Yield each file that is kept anywhere in a folder, and whether it was sound; one that was not is removed."""
    for path in sorted(every.rglob(f"*{SEALED}")):
        sound = kept(path) is not None
        if not sound:
            with contextlib.suppress(OSError):
                path.unlink()
        yield path, sound


def _seal(content: bytes) -> bytes:
    """Return what a kept file begins with: the digest of the rest, as a line."""
    return hashlib.sha256(content).hexdigest().encode() + b"\n"
