"""Estimate the seasons that places share, and how far a place departs: `python docs/background/seasons.py TABLE.csv [LAST]`.

TABLE.csv has the columns place, period, measure and value, a row a month such as 2023-06; LAST is the last month that is used.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np

from simcase.evaluate import MEASURES
from simcase.evaluate.panel import PanelCounts, read_panel_counts
from simcase.vocabulary import Floats

YEAR: Final = 12
AROUND: Final = np.r_[0.5, np.ones(YEAR - 1), 0.5] / YEAR
"""The weights of a centred year."""
MIDDLE: Final = slice(YEAR // 2, -(YEAR // 2))
"""The months around which a whole year is known."""
LEFT_OUT: Final = {"kontanthjaelp_fulltime": tuple(date(2022, month, 1) for month in (3, 4, 5, 6))}
"""Months of which the change is no season's: when refugees from Ukraine came."""


@dataclass(frozen=True, slots=True)
class Seasons:
    """How a count swings over the year in logs, January first, and standard deviations in logs, of `places` places and `months` months."""

    shared: Floats
    between: float
    """Of a place's own season about the shared one."""
    chance: float
    """Of a month of one place about its season and what all places have in that month."""
    places: int
    months: int


def seasons(counts: PanelCounts, measure: str) -> Seasons:
    """Return the seasons of a measure over the places without gaps; each month of the year must be there, and some of them twice.

    A place's log stands against its centred year. The mean over places and years is the shared season. What places have in common in a
    month is taken away before they are compared, so a shock to all is no place's own season; chance, told by the years of one
    place, is taken from the variance between them.
    """
    rows = [counts.known(place, counts.months[-1]).counts.get(measure) for place in counts.places]
    logs = np.array([np.log(each.persons) for each in rows if each is not None and each.first == counts.first and each.persons.min() > 0.0])
    beside = np.array([row[MIDDLE] - np.convolve(row, AROUND, mode="valid") for row in logs])
    month = np.array([each.month - 1 for each in counts.months[MIDDLE]])
    times = np.bincount(month, minlength=YEAR)
    own = beside - beside.mean(axis=0)
    by_place = _by_month(own, month)
    left = own - by_place[:, month]
    chance = float((left**2).sum() / (len(logs) * (times - 1).sum()))
    between = float((by_place.var(axis=0, ddof=1) - chance / times).mean())
    shared = _by_month(beside, month).mean(axis=0)
    return Seasons(shared - shared.mean(), max(between, 0.0) ** 0.5, chance**0.5, len(logs), len(month))


def season_of_changes(counts: PanelCounts, measure: str, left_out: tuple[date, ...] = ()) -> Floats:
    """Return the shared season in logs, January first, from mean changes from month to month, where little more than a year is known.

    The mean of all changes is trend. A month of the year without any, or of which all are left out, lies between those beside it.
    """
    rows = [counts.known(place, counts.months[-1]).counts.get(measure) for place in counts.places]
    logs = np.array([np.log(each.persons) for each in rows if each is not None and each.first == counts.first and each.persons.min() > 0.0])
    changes = np.diff(logs, axis=1).mean(axis=0)
    month = np.array([0 if each in left_out else each.month for each in counts.months[1:]])
    there = [each for each in range(1, YEAR + 1) if (month == each).any()]
    known = [changes[month == each].mean() for each in there]
    by_month = np.interp(np.arange(1, YEAR + 1), there, known, period=YEAR)
    season = np.cumsum(by_month - by_month.mean())
    return np.asarray(season - season.mean())


def _by_month(logs: Floats, month: Floats) -> Floats:
    """Return the mean of each month of the year (shape: places, 12)."""
    return np.array([logs[:, month == each].mean(axis=1) for each in range(YEAR)]).T


def lines(table: Path, last: date | None) -> Iterator[str]:
    """Yield the seasons of each measure as they stand on the page."""
    whole = read_panel_counts(table, MEASURES)
    counts = whole.until(last or whole.months[-1])
    for measure in MEASURES:
        changes = season_of_changes(counts, measure, LEFT_OUT.get(measure, ()))
        yield f"{measure}, by changes: " + " ".join(f"{each:.3f}" for each in np.exp(changes))
        if len(counts.months) > 2 * YEAR:
            found = seasons(counts, measure)
            yield f"  by centred years: {found.places} places, {found.months} months with a year around them"
            yield "  factors by month: " + " ".join(f"{each:.3f}" for each in np.exp(found.shared))
            yield f"  between places {found.between:.3f}, chance {found.chance:.3f} (standard deviations of logs)"


if __name__ == "__main__":
    until = date.fromisoformat(f"{sys.argv[2]}-01") if sys.argv[2:] else None
    print(*lines(Path(sys.argv[1]), until), sep="\n")  # noqa: T201 - a script
