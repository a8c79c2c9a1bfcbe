"""Counts of many places by quarter or year: their logs, the part that they share, their own parts, and mean square differences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from simcase.declare import shown_value
from simcase.errors import Issue, UserError
from simcase.vocabulary import Floats
from simcase.words import said

COLUMNS: Final = ("place", "period", "measure", "value")
COUNTRY: Final = "DK"
ROUNDS: Final = 20
"""Times that weights and line are found anew: they stand still after a handful."""
LEAST: Final = 1e-4
"""The least mean square difference that a weight is made of."""


@dataclass(frozen=True, slots=True)
class Panel:
    """The logs of a measure, (places, periods) and without the seasons that they share; NaN where a figure is missing or 0."""

    places: tuple[str, ...]
    periods: tuple[str, ...]
    logs: Floats

    def of(self, places: Sequence[str]) -> Panel:
        """Return the panel of some of its places, in the order given."""
        return Panel(tuple(places), self.periods, self.logs[[self.places.index(each) for each in places]])

    @property
    def shared(self) -> Floats:
        """Return the mean of the logs over the places, by period."""
        return np.asarray(np.nanmean(self.logs, axis=0))

    @property
    def own(self) -> Floats:
        """Return what is left of each place beside the shared part, (places, periods)."""
        return np.asarray(self.logs - self.shared)

    @property
    def sizes(self) -> Floats:
        """Return the geometric mean of each place's figures."""
        return np.asarray(np.exp(np.nanmean(self.logs, axis=1)))


def read_panel(rows: Iterable[Mapping[str, str]], measure: str, last: str, file: str = "") -> Panel:
    """Return a measure of a table of place, period, measure and value, to the last period, without the country itself.

    Raises UserError for lines that lack a column or whose value is no number, and for a table without the measure.

    >>> rows = [dict(zip(COLUMNS, ("Town", year, "rate", value))) for year, value in (("2018", "4.0"), ("2019", "2.0"), ("2020", "9.0"))]
    >>> read_panel(rows, "rate", "2019").logs.round(3).tolist()
    [[1.386, 0.693]]
    """
    told: dict[tuple[str, str], float] = {}
    wrong: list[Issue] = []
    for line, row in enumerate(rows, start=2):
        if any(row.get(column) is None for column in COLUMNS):
            wrong.append(Issue(file, line, "", ", ".join(str(each) for each in row), said("error.panel.columns", columns=COLUMNS)))
        elif row["measure"] == measure and row["place"] != COUNTRY and row["period"] <= last:
            try:
                told[row["place"], row["period"]] = _log(row["value"])
            except ValueError:
                wrong.append(Issue(file, line, "value", shown_value(row["value"]), said("error.panel.number")))
    if not told and not wrong:
        wrong.append(Issue(file, 0, "measure", said("error.panel.no_line"), said("error.panel.lines", measure=measure, last=last)))
    if wrong:
        raise UserError(wrong)
    places, periods = (tuple(sorted({key[axis] for key in told})) for axis in (0, 1))
    logs = np.array([[told.get((place, period), np.nan) for period in periods] for place in places])
    return Panel(places, periods, unseasoned(logs, sum(period.startswith(periods[0][:4]) for period in periods)))


def unseasoned(logs: Floats, seasons: int) -> Floats:
    """Return the logs without what the mean of the places has by season, against a centred year; the periods begin with a season's first.

    >>> quarters = np.tile([0.1, 0.0, -0.1, 0.0], 5) + np.arange(20) * 0.01
    >>> unseasoned(quarters[None, :], 4)[0, :4].round(6).tolist()
    [0.0, 0.01, 0.02, 0.03]
    """
    if seasons == 1:
        return logs
    shared = np.nanmean(logs, axis=0)
    year = np.convolve(shared, np.r_[0.5, np.ones(seasons - 1), 0.5] / seasons, mode="valid")
    half = seasons // 2
    beside = np.full(len(shared), np.nan)
    beside[half : half + len(year)] = shared[half : half + len(year)] - year
    by_season = np.array([np.nanmean(beside[each::seasons]) for each in range(seasons)])
    return np.asarray(logs - np.resize(by_season - by_season.mean(), len(shared)))


def mean_squares(series: Floats, lags: Sequence[int]) -> Floats:
    """Return the mean square difference of a series that many periods apart, by lag.

    >>> mean_squares(np.array([0.0, 1.0, 2.0, 3.0]), [1, 2]).tolist()
    [1.0, 4.0]
    """
    return np.array([np.nanmean((series[lag:] - series[:-lag]) ** 2) for lag in lags])


def by_size(own: Floats, sizes: Floats, lags: Sequence[int]) -> tuple[Floats, Floats]:
    """Return, by lag, the mean square difference of a place without end, and by how much it is more for each unit of 1 / size.

    The first is the economy of a place, the second its chance: counts of few persons move by themselves. A line through the places' mean
    squares on 1 / size, weighted by the inverse of its own height, as the error of a mean square is in proportion to it.

    >>> own = np.array([[0.0, 0.2], [0.0, 0.3], [0.0, 0.5]])
    >>> [each.round(3).tolist() for each in by_size(own, np.array([1.0, 1 / 6, 1 / 22]), [1])]
    [[0.03], [0.01]]
    """
    less = 1.0 / sizes
    found = []
    for lag in lags:
        squares = np.nanmean((own[:, lag:] - own[:, :-lag]) ** 2, axis=1)
        weights = np.ones(len(sizes))
        for _ in range(ROUNDS):
            line, *_ = np.linalg.lstsq(np.c_[weights, weights * less], weights * squares, rcond=None)
            weights = 1.0 / np.maximum(line[0] + line[1] * less, LEAST)
        found.append(line)
    ends, slopes = np.maximum(np.array(found), [LEAST, 0.0]).T
    return ends, slopes


def _log(text: str) -> float:
    """Return the log of a figure, NaN for 0; raises ValueError for what is no number or below 0."""
    value = float(text)
    if not 0.0 <= value < np.inf:
        raise ValueError
    return float(np.log(value)) if value else float("nan")
