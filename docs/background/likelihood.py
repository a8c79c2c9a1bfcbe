"""Measure what makes monthly counts likely: `python docs/background/likelihood.py COUNTS.csv [YYYY-MM]`.

COUNTS.csv has the columns place, period, measure and value. The model of any municipality is taken as a straight one: the log of a count
is its level, season, chance and what moves entries, all normal, so that counts to a month have a likelihood. What is searched for is named;
all else stands as in the calibration. Every third place by the alphabet is looked at.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
from scipy.optimize import minimize
from seasons import LEFT_OUT, season_of_changes

from simcase.calibrate.learning import COUNTED
from simcase.calibrate.likely import STOCK_SD, seasons_of
from simcase.declare.economy import Process
from simcase.evaluate.panel import LEAST_PERSONS, PanelCounts, read_panel_counts
from simcase.evaluate.panel_model import CALIBRATION, LINES
from simcase.model import Model, resolve
from simcase.model.economy import moved, persistence
from simcase.vocabulary import Floats

TO: Final = date(2023, 5, 1)
TUNED: Final = 3
SURE: Final = 4.0
"""Variance of the log of a level of which nothing is known, beside which that of counts is small."""
RATES: Final = 0.3
"""How far entries are unknown, on the log scale."""
ROUNDING: Final = 0.5
CAME: Final = LEFT_OUT["kontanthjaelp_fulltime"]
"""Months in which refugees from Ukraine came."""
APART: Final = 0.05
"""How near months are alike where each departs by itself."""


@dataclass(frozen=True, slots=True)
class Straight:
    """What moves the counts of a line, as a straight model."""

    turnover: float
    """Of those on it who leave, a year."""
    processes: tuple[Process, ...]
    sd: float
    """How far a place departs from the shared season, in each month."""
    near: float = APART
    """How near months are alike in that: they correlate as points on a circle do."""
    noise: float = COUNTED
    """What a month's count departs by and the next one does not."""
    came: float = 0.0
    """How far entries were moved, in logs, in the months of `CAME` and for a half-life of one month after."""

    def departs(self, months: tuple[date, ...]) -> Floats:
        """Return the covariance of what a place departs by from the shared season; none of it is of the whole year."""
        between = np.sin(np.pi * np.subtract.outer(np.arange(12), np.arange(12)) / 12)
        alike = np.exp(-2.0 * (between / self.near) ** 2)
        alike = alike - alike.mean(axis=0) - alike.mean(axis=1, keepdims=True) + alike.mean()
        of = [month.month - 1 for month in months]
        return np.asarray(self.sd**2 * alike[np.ix_(of, of)] / alike[0, 0])

    def covariance(self, months: tuple[date, ...], size: float) -> Floats:
        """Return the covariance of the logs of counts of a place of a size (shape: months, months)."""
        since = np.subtract.outer(np.arange(len(months)), np.arange(len(months)))
        follows = 1.0 - np.exp(-self.turnover / 12.0)
        stays = np.where(since >= 0, (1.0 - follows) ** np.maximum(since, 0), 0.0)
        entered = follows * (np.where(since >= 1, (1.0 - follows) ** np.maximum(since - 1, 0), 0.0) + np.eye(len(months)) / 2.0)
        left = stays[:, 0]
        found = self.departs(months) + (self.noise**2 + (ROUNDING / size) ** 2) * np.eye(len(months)) + SURE
        found += RATES**2 * np.outer(1.0 - left, 1.0 - left) + STOCK_SD**2 * np.outer(left, left)
        found += 2.0 * self.turnover / 12.0 / size * stays[:, 1:] @ stays[:, 1:].T
        then = np.array([float(month in CAME) for month in months])
        moves = [(persistence(each), each.sd.value, moved(each, months)) for each in self.processes]
        for phi, sd, at in (*moves, (0.5, self.came, then)):
            steps = np.where(since >= 0, phi ** np.maximum(since, 0), 0.0) * sd * np.sqrt(1.0 - phi**2) * at
            found += entered @ steps @ steps.T @ entered.T
        return np.asarray(found)


def straight(model: Model, line: str) -> Straight:
    """Return what moves the counts of a line of any municipality."""
    left = next(each for each in model.transitions if each.from_ == line)
    processes = model.economy.processes if model.economy else ()
    return Straight(left.rate.value, tuple(each for each in processes if f"entry_{line}" in each.loadings), seasons_of(model)[line].sd)


def likelihood(logs: Floats, sizes: Floats, months: tuple[date, ...], each: Straight) -> float:
    """Return the log likelihood of counts without the shared season (shape: places, months), less what is the same for all."""
    found = 0.0
    for row, size in zip(logs, sizes, strict=True):
        spread = each.covariance(months, size)
        around = row - row.mean()
        found -= 0.5 * float(np.linalg.slogdet(spread)[1] + around @ np.linalg.solve(spread, around))
    return found


def best(logs: Floats, sizes: Floats, months: tuple[date, ...], each: Straight, begin: Mapping[str, float]) -> tuple[float, Floats]:
    """Return the greatest likelihood, and the values that have it."""
    names = tuple(begin)
    first = np.log(list(begin.values()))
    around = np.vstack([first, first + 0.4 * np.eye(len(first))])
    found = minimize(
        lambda x: -likelihood(logs, sizes, months, replace(each, **dict(zip(names, np.exp(x).tolist(), strict=True)))),
        first,
        method="Nelder-Mead",
        options={"xatol": 0.02, "fatol": 0.05, "maxiter": 500, "initial_simplex": around},
    )
    return -float(found.fun), np.exp(found.x)


def lines(counts: PanelCounts) -> Iterator[str]:
    """Yield what makes the counts of each measure likely."""
    model = resolve("as-is", calibration=CALIBRATION)
    for at, measure in enumerate(counts.measures):
        shared = season_of_changes(counts, measure, LEFT_OUT.get(measure, ()))
        persons = [row for row in counts.persons[at] if not np.isnan(row).any() and row.mean() >= LEAST_PERSONS][::TUNED]
        logs = np.log(persons) - shared[[month.month - 1 for month in counts.months]]
        sizes, whole = np.mean(persons, axis=1), straight(model, LINES[measure])
        plain = replace(whole, processes=tuple(each for each in whole.processes if each.until is None))
        ways = {
            "months apart": {"sd": 0.01, "noise": 0.01},
            "months alike": {"sd": 0.01, "noise": 0.01, "near": 0.7},
        }
        if measure in LEFT_OUT:
            ways["entries for a time"] = {"sd": 0.01, "noise": 0.01, "came": 1.0}
            ways["months alike and entries for a time"] = {"sd": 0.01, "noise": 0.01, "near": 0.7, "came": 1.0}
        for name, begin in ways.items():
            told, values = best(logs, sizes, counts.months, plain, begin)
            figures = ", ".join(f"{key} {value:.4f}" for key, value in zip(begin, values, strict=True))
            yield f"{measure}, {len(logs)} places, {name}: log likelihood {told:.1f}; {figures}"
        yield f"  as in the calibration: {likelihood(logs, sizes, counts.months, whole):.1f}"


if __name__ == "__main__":
    table = read_panel_counts(Path(sys.argv[1]), tuple(LINES))
    print(*lines(table.until(date.fromisoformat(f"{sys.argv[2]}-01") if sys.argv[2:] else TO)), sep="\n")  # noqa: T201 - a script
