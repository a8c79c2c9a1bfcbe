"""The text of a CSV file of anybody's, in whatever encoding and with whatever ends of lines, and its cells."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import Final

from simcase.errors import Issue, UserError
from simcase.words import said

SEPARATORS: Final = ";\t,"
"""Between cells, in the order in which they are looked for: commas may be those of decimals."""
SNIFFED: Final = 4096
"""Bytes by which a file is told to be text."""


def utf8(raw: bytes, shown: str) -> bytes:
    r"""Return a file in UTF-8 or Latin-1 as UTF-8 without a mark, a line feed after each line; raises UserError where it is no text.

    >>> utf8("m\xe5ned;a\r1;2\r".encode("latin-1"), "a.csv").decode()
    'måned;a\n1;2\n'
    """
    if b"\x00" in raw[:SNIFFED]:
        raise UserError([Issue(shown, 0, "", said("error.file.not_utf8"), said("error.file.heading_and_rows"))])
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        raw = raw.decode("latin-1").encode()
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    return raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in raw else raw


def separator_of(head: str) -> str:
    """Return what stands between cells, by the first lines of a file."""
    return next((each for each in SEPARATORS if each in head), SEPARATORS[0])


def cells_of(lines: Iterable[str], separator: str, shown: str) -> Iterator[list[str]]:
    """Yield the cells of lines, row by row; raises UserError where one is longer than any that is meant to be read."""
    rows = csv.reader(lines, delimiter=separator)
    try:
        yield from rows
    except csv.Error:
        found = said("error.file.long_cell", field_size_limit=csv.field_size_limit())
        raise UserError([Issue(shown, rows.line_num, "", found, said("error.file.shorter_cells"))]) from None
