"""What is foreseen of likely municipalities: persons and kroner of every line by month, and of the years that these are part of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

import numpy as np

from simcase.calibrate.counts import Counts, lines_in
from simcase.calibrate.learning import goes_on, shown
from simcase.calibrate.likely import Municipality
from simcase.calibrate.response import Chance
from simcase.compare import Estimate, estimates
from simcase.engine import Crew, Progress, Task, replicated
from simcase.money import Pricing, by_month, monthly, pricing, totals
from simcase.tables import between
from simcase.vocabulary import Floats, Month

LEAST: Final = 1e-9
"""Persons below which a line is empty."""


@dataclass(frozen=True, slots=True)
class ForeseenRow:
    """A line or a total in a month to come, over the members: full-time persons, and kroner before and after the state's part.

    No kroner where the calibration has no rates.
    """

    line: str
    month: Month
    persons: Estimate
    gross: Estimate | None
    municipality: Estimate | None


@dataclass(frozen=True, slots=True)
class ForeseenYear:
    """A line or a total in a calendar year, of which some months are counted: full-time persons on average, and kroner.

    Months counted are as counted, in kroner at each member's prices.
    """

    line: str
    year: int
    counted: int
    """Months of the year to the last one counted."""
    persons: Estimate
    gross: Estimate | None
    municipality: Estimate | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What members show by month from the first counted on (shape of the figures: members, MONTHLY, lines with totals, months)."""

    place: Municipality
    lines: tuple[str, ...]
    figures: Floats

    def months(self, counts: Counts) -> Iterator[ForeseenRow]:
        """Yield what is foreseen of each line in each month after the last one counted."""
        for at, line in enumerate(self.lines):
            for number, month in enumerate(self.place.months):
                if month > counts.last:
                    yield ForeseenRow(line, month, *self._told(self.figures[:, :, at, number]))

    def years(self, counts: Counts) -> Iterator[ForeseenYear]:
        """Yield what is foreseen of each line in each calendar year that is played whole and not counted whole."""
        known, model = self._counted(counts), self.place.model
        for year in range(counts.last.year, model.end.year + 1):
            if model.start <= date(year, 1, 1) and counts.last < date(year, 12, 1) and model.end >= date(year, 12, 31):
                mine = [number for number, month in enumerate(self.place.months) if month.year == year]
                sums = known[..., mine].sum(axis=-1)
                sums[:, 0] /= len(mine)
                past = counts.last.month if year == counts.last.year else 0
                for at, line in enumerate(self.lines):
                    yield ForeseenYear(line, year, past, *self._told(sums[:, :, at]))

    @property
    def persons(self) -> Floats:
        """Return the persons of what is counted (shape: members, place.lines, months)."""
        return np.stack([self.figures[:, 0, self._lines_of(name)].sum(axis=1) for name in self.place.lines], axis=1)

    def moved(self, persons: Floats) -> Outlook:
        """Return the outlook with other persons of what is counted, with kroner in proportion and totals of these.

        Where a member has nobody on a line, the mean of the members says what persons on it cost.
        """
        _, members = totals(self.place.model)
        lines = self.figures[:, :, : members.shape[1]].copy()
        for number, name in enumerate(self.place.lines):
            mine = lines[:, :, self._lines_of(name)]
            nobody = mine[:, 0].sum(axis=1) < LEAST
            mine = np.where(nobody[:, None, None], mine.mean(axis=0), mine)
            factor = persons[:, number] / np.maximum(mine[:, 0].sum(axis=1), LEAST)
            lines[:, :, self._lines_of(name)] = mine * factor[:, None, None]
        return replace(self, figures=np.asarray((members[:, :, None] * lines[:, :, None]).sum(axis=3)))

    def _lines_of(self, name: str) -> list[int]:
        """Return the positions of the lines that are counted under a name."""
        return [self.lines.index(line) for line in lines_in(name)]

    def _counted(self, counts: Counts) -> Floats:
        """Return the figures with the counted months as they were counted."""
        persons = self.persons
        first = self.place.months.index(counts.first)
        mine = persons[:, :, first : first + counts.persons.shape[1]]
        np.copyto(mine, counts.persons, where=np.isfinite(counts.persons))
        return self.moved(persons).figures

    def _told(self, figures: Floats) -> tuple[Estimate, Estimate | None, Estimate | None]:
        """Return what is told of figures of members (shape: members, MONTHLY); no kroner without rates."""
        persons, gross, municipality = estimates(figures)
        return (persons, gross, municipality) if self.place.model.rate_classes else (persons, None, None)


def outlook(place: Municipality, values: Floats, counts: Counts, chance: tuple[Chance, ...], crew: Crew, progress: Progress) -> Outlook:
    """Return what members show, going on from the counts, at the prices of the months; raises UserError if the index lacks a year."""
    tables = by_month(between(place.model, place.model.start, place.model.end))
    priced = pricing(place.model, tables)
    seen = Outlook(place, priced.lines, shown(place, values, crew, progress, partial(_booked, priced)))
    return seen.moved(seen.persons * goes_on(place, seen.persons, counts, chance))


def _booked(priced: Pricing, place: Municipality, values: Floats, member: int) -> Floats:
    """Return persons and kroner of a member's run, each counted line with its season (shape: MONTHLY, lines with totals, months)."""
    model = place.at(values)
    tables = by_month(between(model, model.start, model.end))
    run = replicated(Task(tables, place.donors, place.seed), member)
    swings = np.zeros((len(model.lines), len(place.months)))
    every, season = [line.id for line in model.lines], place.season(values)[:, [month.month - 1 for month in place.months]]
    for number, name in enumerate(place.lines):
        swings[[every.index(line) for line in lines_in(name)]] = season[number]
    return monthly(priced, tables, run, np.exp(swings))
