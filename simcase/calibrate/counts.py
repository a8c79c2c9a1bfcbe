"""Persons counted by month and line, as a municipality receives them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np

from simcase.declare import bounded, cells_of, month_of, number_of, plain_number, separator_of, shown_value, utf8
from simcase.declare.cells import Grouped
from simcase.errors import MOST_PERSONS, Issue, UserError, closest, closest_called, once_each, shown_file
from simcase.vocabulary import Floats, add_months, month_starts
from simcase.words import Bilingual, said

Names: TypeAlias = tuple[Mapping[str, str], Mapping[str, Bilingual]]
"""Other words for lines in small letters, and what lines are called."""
HEADS: Final = ("month", "line", "persons")
FORMS: Final = (HEADS, ("måned", "ydelse", "personer"))
"""The heads of a file, in either language."""
FEWEST: Final = 3
"""Months with a count from which on anything is learned."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Persons on each line in each month from a first one on; NaN where none was counted."""

    first: date
    lines: tuple[str, ...]
    """A line each, or several that are counted together."""
    persons: Floats
    """Mean of the month (shape: lines, months)."""

    @property
    def months(self) -> tuple[date, ...]:
        """Return the first day of each month."""
        return month_starts(self.first, self.last)

    @property
    def last(self) -> date:
        """Return the first day of the last month."""
        return add_months(self.first, self.persons.shape[1] - 1)

    def until(self, months: int) -> Counts:
        """Return the counts of so many months from the first on."""
        return replace(self, persons=self.persons[:, :months])

    def begin(self, other: Counts) -> bool:
        """Tell whether another's counts are these ones and further months, if any."""
        known = self.persons.shape[1]
        alike = (self.first, self.lines) == (other.first, other.lines) and known <= other.persons.shape[1]
        return alike and np.array_equal(self.persons, other.persons[:, :known], equal_nan=True)


TOGETHER: Final = "+"
"""Between lines that are counted together."""


def lines_in(name: str) -> tuple[str, ...]:
    """Return the lines that are counted together under a name.

    >>> lines_in("a+b")
    ('a', 'b')
    """
    return tuple(name.split(TOGETHER))


def read_counts(
    path: Path, lines: tuple[str, ...], names: Mapping[str, str] | None = None, labels: Mapping[str, Bilingual] | None = None
) -> Counts:
    """Read counts from a CSV file with the columns month (YYYY-MM), line, persons, in either language.

    `names` are other words for lines, `labels` what they are called where a file names one that is not known.

    Raises UserError with every problem of the file.
    """
    shown = shown_file(path)
    if not path.is_file():
        raise UserError([Issue(shown, 0, "", said("error.file.none"), said("error.counts.csv"))])
    text = utf8(bounded(path, shown).read_bytes(), shown).decode().splitlines()
    separator = separator_of(text[0] if text else "")
    rows = list(cells_of(text, separator, shown))
    if not rows or tuple(cell.strip().lower() for cell in rows[0]) not in FORMS:
        found = said("error.counts.columns_found", rows=rows[0]) if rows else said("error.yaml.empty")
        raise UserError([Issue(shown, 1, "", found, said("error.counts.columns", heads=HEADS))])
    wrong: list[Issue] = []
    counted: dict[tuple[str, date], float] = {}
    for number, row in enumerate(rows[1:], 2):
        if not row:
            continue
        try:
            _add(counted, row, lines, (names or {}, labels or {}), commas=separator != ",")
        except UserError as error:
            wrong += (replace(issue, file=shown, line=number) for issue in error.issues)
    if issues := once_each(wrong) or _lacking(counted, shown):
        raise UserError(issues)
    return counts_of(counted, lines)


def _lacking(counted: Mapping[tuple[str, date], float], shown: str) -> list[Issue]:
    """Return what is wrong with counts as a whole."""
    if twice := counted_twice({line for line, _ in counted}):
        return [Issue(shown, 0, "", said("error.counts.twice", twice=twice), said("error.counts.one_way"))]
    if len({month for _, month in counted}) < FEWEST:
        return [Issue(shown, 0, "", said("error.counts.few", n=len(counted)), said("error.counts.months", fewest=FEWEST))]
    return []


def _add(counted: dict[tuple[str, date], float], row: list[str], lines: tuple[str, ...], names: Names, *, commas: bool) -> None:
    """Add the count of a row; raises UserError for one that is wrong or there already."""
    line, month, persons = _read(row, lines, names, commas=commas)
    if (line, month) in counted:
        raise _wrong(said("error.counts.again", line=line, month=month), said("error.counts.once"))
    counted[line, month] = persons


def _wrong(found: str, expected: str, hint: str = "") -> UserError:
    """Return what is wrong with a row, wherever it stands."""
    return UserError([Issue("", 0, "", found, expected, hint)])


def _read(row: list[str], lines: tuple[str, ...], names: Names, *, commas: bool) -> tuple[str, date, float]:
    """Return line, month and persons of a row; raises UserError. Commas stand before decimals, unless they are between the cells."""
    if len(row) != len(HEADS):
        raise _wrong(said("error.counts.cells", n=len(row)), f"{len(HEADS)}: {', '.join(HEADS)}")
    month, line, persons = (cell.strip() for cell in row)
    other, labels = names
    line = other.get(line.lower(), line)
    for each in lines_in(line):
        if each not in lines:
            raise _wrong(shown_value(each), *(closest_called(each, labels) if labels else closest(each, lines)))
    day = month_of(month)
    if day is None:
        raise _wrong(shown_value(month), said("error.counts.month"))
    number = number_of(persons) if commas and "," in persons else plain_number(persons)
    if isinstance(number, Grouped):
        raise _wrong(shown_value(persons), number.readings)
    if number is None or not 0.0 < number <= MOST_PERSONS:
        raise _wrong(shown_value(persons), said("error.counts.persons"))
    return line, day, number


def counts_of(counted: Mapping[tuple[str, date], float], lines: tuple[str, ...]) -> Counts:
    """Return counts by line and month as one table, of those lines that have any."""
    there = sorted({line for line, _ in counted}, key=lambda name: lines.index(lines_in(name)[0]))
    days = [month for _, month in counted]
    months = month_starts(min(days), max(days))
    return Counts(months[0], tuple(there), np.array([[counted.get((line, month), np.nan) for month in months] for line in there]))


def counted_twice(names: Collection[str]) -> str:
    """Return the lines that are counted under several names, as a text; nothing where none is."""
    every = Counter(line for name in names for line in set(lines_in(name)))
    return ", ".join(line for line, times in every.items() if times > 1)
