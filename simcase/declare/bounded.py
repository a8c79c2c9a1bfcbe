"""Files of others are read up to a size: beyond it they are a mistake, or meant to fill the memory."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Final

from simcase.errors import Issue, UserError
from simcase.words import said

LARGEST_TABLE: Final = 1_000_000_000
"""Bytes of a CSV or parquet file: the spells of a whole country's citizens take less."""


def bounded(path: Path, shown: str, largest: int = LARGEST_TABLE) -> Path:
    """Return a file that is one and is no larger than allowed; raises UserError for another, a pipe or a device."""
    if not path.is_file():
        raise UserError([Issue(shown, 0, "", said("error.file.none"), said("error.file.readable"))])
    if path.stat().st_size > largest:
        raise UserError(
            [
                Issue(
                    shown,
                    0,
                    "",
                    said("error.file.size", st_size=path.stat().st_size),
                    said("error.file.at_most_million", largest=largest // 1_000_000),
                )
            ]
        )
    return path


def bounded_archive(path: Path, shown: str, largest: int) -> Path:
    """Return an archive that is no larger than allowed, and unpacked than ten times as much; raises UserError as `bounded` does."""
    bounded(path, shown, largest)
    with zipfile.ZipFile(path) as packed:
        size = sum(member.file_size for member in packed.infolist())
    if size > 10 * largest:
        raise UserError(
            [Issue(shown, 0, "", said("error.file.unpacked", size=size), said("error.file.at_most_million", largest=largest // 100_000))]
        )
    return path
