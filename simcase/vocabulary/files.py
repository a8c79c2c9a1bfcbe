"""Files are written whole or not at all: beside their place, under a name that nobody foresees, and then put there."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simcase.errors import Issue, UserError
from simcase.words import said


@contextmanager
def replaced(path: Path) -> Iterator[Path]:
    """Give an empty file that takes a file's place once it is on the disk; where writing fails the old one stays.

    Raises OSError that names the file.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        yield beside
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror or str(error), str(path)) from error
    finally:
        beside.unlink(missing_ok=True)


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, whose folder is made where it is not there; raises OSError that names the file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced(path) as beside:
        beside.write_bytes(content.encode() if isinstance(content, str) else content)


def check_place(path: Path) -> None:
    """Refuse a place for a file whose folder is not there or cannot be written, or where something stands that is no file.

    Raises UserError.
    """
    if not path.parent.is_dir():
        raise UserError([Issue(str(path), 0, "", said("error.file.no_folder_at", parent=path.parent), said("error.file.existing_folder"))])
    if path.exists() and not path.is_file():
        raise UserError(
            [
                Issue(
                    str(path),
                    0,
                    "",
                    said("error.file.folder") if path.is_dir() else said("error.file.not_ordinary"),
                    said("error.file.name"),
                )
            ]
        )
    if not os.access(path.parent, os.W_OK):
        raise UserError([Issue(str(path), 0, "", said("error.file.not_writable", parent=path.parent), said("error.file.own_folder"))])
