"""Keep parsed files as JSON by the digest of their bytes, so that the same bytes are parsed once."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from simcase.declare.document import Tree, Where

FORMAT = 3
"""Raised whenever the reader or this layout changes, so that older entries are not found."""


def cache_folder() -> Path:
    """Return the folder of everything that is kept to save time: SIMCASE_CACHE, or the user's cache folder."""
    return Path(os.environ.get("SIMCASE_CACHE") or platformdirs.user_cache_dir("simcase"))


def folder() -> Path:
    """Return the folder of parsed files."""
    return cache_folder() / "parsed"


def load(digest: str) -> tuple[Tree, dict[Where, int]] | None:
    """Return the tree and the lines kept for a digest, or None where nothing usable is kept."""
    try:
        kept = json.loads(_entry(digest).read_bytes())
        if kept["digest"] != digest:
            return None
        return kept["tree"], {tuple(where): int(line) for where, line in kept["lines"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def store(digest: str, tree: Tree, lines: Mapping[Where, int]) -> None:
    """Keep a tree and its lines; where the folder cannot be written, nothing is kept."""
    text = json.dumps({"digest": digest, "tree": tree, "lines": list(lines.items())}, separators=(",", ":"))
    with contextlib.suppress(OSError):
        write_whole(_entry(digest), text)


def _entry(digest: str) -> Path:
    """Return the file of a digest."""
    return folder() / f"{digest}.{FORMAT}.json"


def write_whole(path: Path, text: str) -> None:
    """Write a file under a temporary name, then give it its own, so that no reader meets half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=path.parent, suffix=".part", delete=False) as file:
        file.write(text)
    try:
        Path(file.name).replace(path)
    except OSError:
        Path(file.name).unlink(missing_ok=True)
        raise
