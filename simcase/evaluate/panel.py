"""Monthly counts of many places: how they are read, and what was known of a place at the end of a month."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from simcase.calibrate.panel import COLUMNS, COUNTRY
from simcase.declare import bounded, cells_of, month_of, plain_number, shown_value, utf8
from simcase.declare.cells import Grouped
from simcase.errors import MOST_PERSONS, Issue, UserError, closest, shown_file
from simcase.vocabulary import Floats, add_months, months_between
from simcase.words import said

LEAST_MONTHS: Final = 13
"""Months that must be known, so that each month of the year is there once and the first of them twice."""
LEAST_PERSONS: Final = 50.0
"""Persons on average below which a forecast's error in per cent is chance and little else."""
YEAR: Final = 12
_PERSONS: Final = re.compile(r"\d{1,12}(\.\d{1,9})?")


class Months(NamedTuple):
    """PanelCounts month by month without a gap: the first month, and persons in each."""

    first: date
    persons: Floats

    @property
    def last(self) -> date:
        """Return the last month."""
        return add_months(self.first, len(self.persons) - 1)

    @property
    def size(self) -> float:
        """Return the mean count of the last year, in which errors are measured."""
        return float(self.persons[-YEAR:].mean())


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a place at the end of a month, the origin: the counts of each measure up to it, and nothing of a later day."""

    place: str
    origin: date
    counts: Mapping[str, Months]


@dataclass(frozen=True, slots=True)
class PanelCounts:
    """Monthly counts of places: persons by measure, place and month, NaN where a figure is missing (shape: measures, places, months)."""

    measures: tuple[str, ...]
    places: tuple[str, ...]
    first: date
    persons: Floats

    @property
    def months(self) -> tuple[date, ...]:
        """Return the months in order."""
        return tuple(add_months(self.first, n) for n in range(self.persons.shape[2]))

    def until(self, last: date) -> PanelCounts:
        """Return what was known at the end of a month."""
        return PanelCounts(self.measures, self.places, self.first, self.persons[:, :, : max(0, months_between(self.first, last) + 1)])

    def of(self, places: Sequence[str]) -> PanelCounts:
        """Return the counts of some places; raises UserError for one that is not there."""
        wrong = [Issue("", 0, "--places", f"'{name}'", *closest(name, self.places)) for name in places if name not in self.places]
        if wrong:
            raise UserError(wrong)
        return PanelCounts(self.measures, tuple(places), self.first, self.persons[:, [self.places.index(name) for name in places]])

    def known(self, place: str, origin: date) -> Known:
        """Return what was known of a place at the end of a month: each measure that is long enough, large enough and has no gap."""
        here = self.places.index(place)
        found = {}
        for measure, persons in zip(self.measures, self.until(origin).persons[:, here], strict=True):
            there = np.flatnonzero(~np.isnan(persons))
            whole = persons[there[0] :] if len(there) else persons[:0]
            if len(whole) >= LEAST_MONTHS and not np.isnan(whole).any() and whole.mean() >= LEAST_PERSONS:
                found[measure] = Months(add_months(self.first, int(there[0])), whole)
        return Known(place, origin, found)

    def outcome(self, measure: str, place: str, month: date) -> float:
        """Return a count, NaN where it is not known."""
        at = months_between(self.first, month)
        inside = 0 <= at < self.persons.shape[2]
        return float(self.persons[self.measures.index(measure), self.places.index(place), at]) if inside else float("nan")


def read_panel_counts(path: Path, measures: Sequence[str]) -> PanelCounts:
    """Return some measures of a table of place, period, measure and value, without the country itself.

    Raises UserError with every line that is not as expected, for a count that is there twice, and for a measure that is not there.
    """
    shown = shown_file(path)
    if not path.is_file():
        raise UserError([Issue(shown, 0, "", said("error.file.no_such"), said("error.panel.table", columns=COLUMNS))])
    heading, *rows = [*cells_of(io.StringIO(utf8(bounded(path, shown).read_bytes(), shown).decode()), ",", shown)] or [[]]
    lacking = [name for name in COLUMNS if name not in heading]
    if lacking:
        raise UserError(
            [
                Issue(shown, 1, name, said("error.panel.heading", heading=heading[:80]), said("error.file.column", name=name))
                for name in lacking
            ]
        )
    at = [heading.index(name) for name in COLUMNS]
    told: dict[tuple[str, str, date], float] = {}
    seen: set[str] = set()
    issues = [*_added(told, seen, rows, at, measures, shown)]
    issues += [
        Issue(shown, 0, "measure", said("error.panel.no_measure", name=name), *closest(name, seen)) for name in measures if name not in seen
    ]
    if issues:
        raise UserError(issues)
    return _arranged(told, tuple(measures))


def _added(
    told: dict[tuple[str, str, date], float],
    seen: set[str],
    rows: Iterable[list[str]],
    at: Sequence[int],
    measures: Sequence[str],
    shown: str,
) -> Iterator[Issue]:
    """Add each count to those told, each measure to those seen; yield what is wrong with a line."""
    for line, row in enumerate(rows, start=2):
        if not row:
            continue
        if len(row) <= max(at):
            yield Issue(shown, line, "", said("error.counts.cells", n=len(row)), f"{', '.join(COLUMNS)}")
            continue
        place, period, measure, value = (row[each] for each in at)
        seen.add(measure)
        if measure not in measures or place == COUNTRY:
            continue
        month, persons = month_of(period), _persons_in(value)
        if month is None:
            yield Issue(shown, line, "period", shown_value(period), said("error.panel.month"))
        elif isinstance(persons, str):
            yield Issue(shown, line, "value", shown_value(value), persons)
        elif told.setdefault((measure, place, month), persons) != persons:
            yield Issue(
                shown, line, "value", said("error.panel.another", measure=measure, place=place, period=period), said("error.panel.once")
            )


def _persons_in(value: str) -> float | str:
    """Return the persons in a cell, or what is expected in its place."""
    persons = plain_number(value) if _PERSONS.fullmatch(value) else None
    if isinstance(persons, Grouped):
        return persons.readings
    if persons is None or persons > MOST_PERSONS:
        return said("error.panel.persons", most_persons=MOST_PERSONS)
    return persons


def _arranged(told: Mapping[tuple[str, str, date], float], measures: tuple[str, ...]) -> PanelCounts:
    """Return counts by measure, place and month, over all the months that any of them is of."""
    places = tuple(sorted({place for _, place, _ in told}))
    days = sorted({month for _, _, month in told})
    persons = np.full((len(measures), len(places), months_between(days[0], days[-1]) + 1), np.nan)
    for (measure, place, month), value in told.items():
        persons[measures.index(measure), places.index(place), months_between(days[0], month)] = value
    return PanelCounts(measures, places, days[0], persons)
