"""The sheets of an Excel workbook: values alone, read as they are asked for and within bounds; nothing in it is run."""

from __future__ import annotations

import math
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError

from simcase.declare.bounded import bounded, bounded_archive
from simcase.declare.xml_parts import BoundError, Tally, records
from simcase.errors import Issue, UserError, shown_file
from simcase.words import said

LARGEST: Final = 20_000_000
"""Bytes of a workbook at the most, and ten times as many unpacked."""
ROWS: Final = 100_000
COLUMNS: Final = 200
"""Columns that are looked at."""
EXPECTED: Final = said("error.file.workbook")
EPOCH: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
"""Day nought of a workbook's dates, and of one that was begun on an old Macintosh."""
BUILT_IN: Final = frozenset(map(str, (14, 15, 16, 17, 22, *range(27, 37), *range(50, 59))))
"""Formats of dates that every workbook knows by number."""

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
_WHOLE = re.compile(r"\d{1,9}", re.ASCII)
_PLACE = re.compile(r"([A-Z]{1,3})\d{1,7}", re.ASCII)
_MONTH = re.compile(r"[^ymdhs:]*m+[^ymdhs:]*")
"""A month alone, which without hours and seconds beside it is no minute."""
_NO_DATE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
"""What in a format is text, a colour, a condition or a filling: none of it makes a date."""
_BROKEN = (ExpatError, zipfile.BadZipFile, zlib.error, OSError, EOFError, LookupError, ValueError, ArithmeticError, RuntimeError)
"""What reading a damaged archive, or XML, raises."""

Value = str | float | bool | date | None
Cells = tuple[Value, ...]
Sheet = Iterator[tuple[int, Cells]]
"""The rows of a sheet that hold anything, each with its number."""


def sheets(file: Path) -> Iterator[Sheet]:
    """Yield the sheets of a workbook; raises UserError, also while a sheet is read, where it is none, broken or too large."""
    shown = shown_file(file)
    bounded(file, shown, LARGEST)
    if not zipfile.is_zipfile(file):
        raise UserError([Issue(shown, 0, "", said("error.file.no_workbook"), EXPECTED)])
    with _sound(shown), zipfile.ZipFile(bounded_archive(file, shown, LARGEST)) as packed:
        book = _Book(packed, shown)
        for part in book.sheets():
            yield _soundly(book.rows(part), shown)


@contextmanager
def _sound(shown: str) -> Iterator[None]:
    """Turn whatever a damaged workbook raises into one sentence."""
    try:
        yield
    except BoundError:
        raise UserError([Issue(shown, 0, "", said("error.file.far_more"), EXPECTED)]) from None
    except _BROKEN:
        raise UserError([Issue(shown, 0, "", said("error.file.broken_workbook"), EXPECTED)]) from None


def _soundly(rows: Sheet, shown: str) -> Sheet:
    """Yield rows; what reading them raises is one sentence."""
    with _sound(shown):
        yield from rows


@dataclass(frozen=True)
class _Book:
    """An archive's parts: which are sheets, and what their cells refer to."""

    packed: zipfile.ZipFile
    shown: str
    tally: Tally = field(default_factory=Tally)

    def sheets(self) -> list[str]:
        """Return the names of the parts that are sheets, in their order."""
        named = {each.get("Id"): target for each, target in self.related if each.get("Type", "").endswith("/worksheet")}
        return [named[key] for each in self.records(self.main, "sheet") if (key := each.get("id")) in named]

    def records(self, part: str, *names: str) -> Iterator[Element]:
        """Yield the elements of some names in a part."""
        member = self.packed.getinfo(part)
        if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise zipfile.BadZipFile
        with self.packed.open(member) as opened:
            yield from records(opened, frozenset(names), self.tally)

    def relations(self, part: str) -> list[tuple[Element, str]]:
        """Return what a part refers to, with the name of each part referred to."""
        folder, name = posixpath.split(part)
        found = self.records(posixpath.join(folder, "_rels", f"{name}.rels"), "Relationship")
        return [(each, posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]) for each in found]

    @cached_property
    def main(self) -> str:
        """The name of the part that lists the sheets."""
        return next((target for each, target in self.relations("") if each.get("Type", "").endswith("/officeDocument")), "")

    @cached_property
    def related(self) -> list[tuple[Element, str]]:
        """What that part refers to."""
        return self.relations(self.main)

    def part(self, kind: str) -> str | None:
        """Return the name of a part by what it is to the workbook."""
        there = set(self.packed.namelist())
        return next((target for each, target in self.related if each.get("Type", "").endswith(kind) and target in there), None)

    @cached_property
    def strings(self) -> list[str]:
        """The texts that cells refer to by number."""
        part = self.part("/sharedStrings")
        return [_text(each) for each in self.records(part, "si")] if part else []

    @cached_property
    def date_styles(self) -> frozenset[int]:
        """The numbers of the styles that show a number as a date."""
        part = self.part("/styles")
        codes: dict[str, str] = {}
        styles: list[str] = []
        for each in self.records(part, "numFmts", "cellXfs") if part else ():
            if each.tag == "numFmts":
                codes |= {one.get("numFmtId", ""): one.get("formatCode", "") for one in each}
            else:
                styles = [one.get("numFmtId", "0") for one in each]
        return frozenset(i for i, kind in enumerate(styles) if is_date_format(codes.get(kind), kind))

    @cached_property
    def epoch(self) -> date:
        """The day that dates are counted from."""
        return EPOCH[any(each.get("date1904") in {"1", "true"} for each in self.records(self.main, "workbookPr"))]

    def rows(self, part: str) -> Sheet:
        """Yield the rows of a sheet that hold anything, each with its number."""
        number = 0
        for row in self.records(part, "row"):
            after = _whole(row.get("r", str(number + 1)))
            if after <= number:
                raise ValueError
            number = after
            cells = self.cells(row, number)
            if any(cell is not None for cell in cells):
                if number > ROWS:
                    raise UserError(
                        [Issue(self.shown, number, "", said("error.file.filled_row"), said("error.file.at_most_rows", rows=ROWS))]
                    )
                yield number, cells

    def cells(self, row: Element, number: int) -> Cells:
        """Return the values of a row's cells in the order of the columns."""
        values: dict[int, Value] = {}
        at = 0
        for cell in row:
            at = _column(cell.get("r")) if cell.get("r") else at + 1
            if at <= COLUMNS:
                values[at] = self.value(cell, cell.get("r") or said("error.file.cell", at=at), number)
        return tuple(values.get(i) for i in range(1, max(values, default=0) + 1))

    def value(self, cell: Element, place: str, number: int) -> Value:
        """Return what a cell holds."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return "".join(map(_text, cell.findall("is"))) or None
        text = cell.findtext("v")
        if not text:
            return None
        try:
            return self.typed(kind, text, cell.get("s", "0"))
        except (LookupError, ValueError, ArithmeticError):
            expected = {"s": said("error.file.number_of_text"), "b": said("error.file.zero_or_one"), "d": said("error.value.date")}.get(
                kind, said("error.value.number")
            )
            raise UserError([Issue(self.shown, number, place, said("error.file.wrong_cell"), expected)]) from None

    def typed(self, kind: str, text: str, style: str) -> Value:
        """Return the value of a cell of some kind; raises ValueError or LookupError where it does not hold what it says."""
        if kind == "n":
            return self.number(text, style)
        if kind == "s":
            return self.strings[_whole(text)] or None
        if kind == "b":
            return bool(("0", "1").index(text))
        return date.fromisoformat(text[:10]) if kind == "d" else text

    def number(self, text: str, style: str) -> Value:
        """Return a number, or the date that it stands for."""
        if not _NUMBER.fullmatch(text.strip()):
            raise ValueError
        value = float(text)
        if not math.isfinite(value):
            raise ValueError
        dated = value >= 1.0 and _whole(style) in self.date_styles
        return self.epoch + timedelta(days=int(value)) if dated else value


def is_date_format(code: str | None, number: str) -> bool:
    """Tell whether a format shows a number as a date; one that a workbook does not spell out is told by its number.

    >>> is_date_format("yyyy-mm", "164"), is_date_format('0.0" d."', "165"), is_date_format("[h]:mm", "166"), is_date_format(None, "14")
    (True, False, False, True)
    """
    if code is None:
        return number in BUILT_IN
    return any(letter in _NO_DATE.sub("", code.lower()) for letter in "yd") or _MONTH.fullmatch(_NO_DATE.sub("", code.lower())) is not None


def _text(element: Element) -> str:
    """Return the text of an element, also where it is in pieces; how it is spoken is left out."""
    pieces = (piece for child in element for piece in ([child] if child.tag == "t" else child.findall("t") if child.tag == "r" else []))
    return "".join(piece.text or "" for piece in pieces)


def _whole(text: str) -> int:
    """Return a whole number from 0 on; raises ValueError for anything else."""
    if not _WHOLE.fullmatch(text):
        raise ValueError
    return int(text)


def _column(place: str | None) -> int:
    """Return the column of a cell, counted from 1; raises ValueError for what is no place.

    >>> _column("A1"), _column("AB12")
    (1, 28)
    """
    match = _PLACE.fullmatch(place or "")
    if match is None:
        raise ValueError
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
