"""Finished replications of a run that is under way: a file that is only ever added to, and read again after an interruption."""

from __future__ import annotations

import hashlib
import os
import struct
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final, Generic, TypeVar

import numpy as np

Entry = TypeVar("Entry", bound="tuple[Any, ...]")
"""A named tuple of arrays, such as the figures of a replication."""

NUMBER: Final = struct.Struct("<Q")
DIGEST_BYTES: Final = 32
SECONDS: Final = 1.0
"""How long what is added may stay with the operating system: a loss of power costs as much, the death of a process nothing."""


class Journal(Generic[Entry]):
    """A file of so many entries at the most, such as replications: number, arrays and SHA-256 of each, of equal length."""

    def __init__(self, path: Path, shapes: Entry, count: int) -> None:
        """Open the file, which is made where there is none; `shapes` is any entry of it, whose numbers are below the count."""
        self._shapes, self._count = shapes, count
        self._length = NUMBER.size + sum(each.nbytes for each in shapes) + DIGEST_BYTES
        self._file: BinaryIO = path.open("r+b" if path.exists() else "x+b")
        self._synced = time.monotonic()

    def kept(self) -> Iterator[tuple[int, Entry]]:
        """Yield the entries in the file up to the first that is damaged, of no number, or there before; what follows is cut off."""
        self._file.seek(0)
        numbers: set[int] = set()
        while len(entry := self._file.read(self._length)) == self._length:
            content, digest = entry[:-DIGEST_BYTES], entry[-DIGEST_BYTES:]
            number: int = NUMBER.unpack_from(content)[0]
            if hashlib.sha256(content).digest() != digest or number >= self._count or number in numbers:
                break
            numbers.add(number)
            yield number, self._entry(content)
        self._file.truncate(len(numbers) * self._length)
        self._file.seek(len(numbers) * self._length)

    def add(self, number: int, entry: Entry) -> None:
        """Add an entry; raises OSError where there is no room."""
        content = NUMBER.pack(number) + b"".join(each.tobytes() for each in entry)
        self._file.write(content + hashlib.sha256(content).digest())
        self._file.flush()
        if time.monotonic() - self._synced > SECONDS:
            os.fsync(self._file.fileno())
            self._synced = time.monotonic()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _entry(self, content: bytes) -> Entry:
        """Return the arrays in an entry."""
        at, fields = NUMBER.size, []
        for each in self._shapes:
            fields.append(np.ndarray(each.shape, each.dtype, content, at))
            at += each.nbytes
        return type(self._shapes)(*fields)
