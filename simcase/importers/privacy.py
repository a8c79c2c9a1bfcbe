"""Personal numbers never come in: what looks like a CPR number stops an import, and its value is never shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from simcase.errors import Issue

FEWEST: Final = 5
"""Counts of persons or moves below this are suppressed in whatever is made from spells."""
SHOWN: Final = 5
"""How many rows of a kind of mistake are listed."""

_TEN = re.compile(r"(?=(?<!\d)(\d\d)[ ./-]?(\d\d)[ ./-]?(\d\d)[ ./\u2013-]?(\d{4})(?!\d))")
_ROUGHLY = r"\d\d[ ./-]?\d\d[ ./-]?\d\d[ ./\u2013-]?\d\d\d\d|^\s*\d{9}(?:\.0)?\s*$"
"""The same without what stands around, for a first look at a whole column."""
_NINE = re.compile(r"\s*(\d{9})(?:\.0)?\s*")
_DECIMAL = re.compile(r"\s*-?\d{1,3}[.,]\d+\s*")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_CENTURIES = {"0123": ((0, 99, 1900),), "49": ((0, 36, 2000), (37, 99, 1900)), "5678": ((0, 57, 2000), (58, 99, 1800))}
"""Seventh digit, then from which to which year of the century it means which one (the CPR office's own table)."""


def looks_like_cpr(text: str) -> bool:
    """Tell whether a cell holds ten digits that begin with a date, as a CPR number does, wherever in the cell they stand.

    Newer numbers break the rule of modulus 11, so a date is enough; nine digits, as a table program leaves them, count where the rule
    holds.

    >>> [looks_like_cpr(text) for text in ("born 010190-1234", "0101901234", "3002901234", "citizen-17", "45.1234567890")]
    [True, True, False, False, False]
    """
    if _DECIMAL.fullmatch(text):
        return False
    if any(_is_date(*match.groups()) for match in _TEN.finditer(text)):
        return True
    nine = _NINE.fullmatch(text)
    if nine is None:
        return False
    digits = f"0{nine[1]}"
    return _is_date(digits[:2], digits[2:4], digits[4:6], digits[6:]) and keeps_modulus(digits)


def keeps_modulus(digits: str) -> bool:
    """Tell whether ten digits keep the rule of modulus 11, as CPR numbers given before October 2007 do.

    >>> keeps_modulus("0707614285"), keeps_modulus("0707614286")
    (True, False)
    """
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def _is_date(day: str, month: str, year: str, number: str) -> bool:
    """Tell whether digits are a date of birth, in the century that the seventh digit tells."""
    spans = next(spans for digits, spans in _CENTURIES.items() if number[0] in digits)
    century = next(start for first, last, start in spans if first <= int(year) <= last)
    try:
        date(century + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def refuse(path: Path, frame: pl.DataFrame, first_row: int) -> list[Issue]:
    """Return an issue for what looks like a CPR number in a table of texts, its name and headings included; never the value.

    `first_row` is the number of the first row of data.
    """
    shown = without_cpr(path.as_posix())
    issues = [_issue(shown, 0, where="")] if looks_like_cpr(path.name) else []
    for position, name in enumerate(frame.columns, 1):
        if looks_like_cpr(name):
            issues.append(_issue(shown, first_row - 1, where=f"column {position}"))
        rows = [row + first_row for row in _rows(frame[name])]
        issues += listed(rows, partial(_issue, shown, where=f"column {without_cpr(name)}"))
    return issues


def without_cpr(text: str) -> str:
    """Return a text to show, each run of digits blanked where the text looks like it holds a CPR number."""
    return re.sub(r"\d", "*", text) if looks_like_cpr(text) else text


def listed(rows: Sequence[int], make: Callable[[int], Issue]) -> Iterator[Issue]:
    """Yield the issues of the first few rows, and one that counts the rest."""
    for row in rows[:SHOWN]:
        yield make(row)
    if len(rows) > SHOWN:
        first = make(rows[SHOWN])
        yield Issue(first.file, first.line, first.path, f"{len(rows) - SHOWN} more such rows from here", first.expected)


def _rows(column: pl.Series) -> list[int]:
    """Return the positions of the cells of a column that look like CPR numbers."""
    suspects = column.str.contains(_ROUGHLY).fill_null(value=False).arg_true()
    cells = column.gather(suspects)
    return [int(row) for row, cell in zip(suspects, cells, strict=True) if looks_like_cpr(cell)]


def _issue(file: str, row: int, *, where: str) -> Issue:
    """Return the issue of one cell."""
    hint = "Nothing was imported or kept. Replace it by a pseudonym that is no number, at the source."
    return Issue(file, row, where, "what looks like a CPR number", "no personal number", hint)
