"""The economy estimated: processes that move hazards by month, found from how far counts of many places were from themselves years later.

A process x is 0 on the day that a forecast is made from, x(k) = phi x(k - 1) + sd sqrt(1 - phi^2) z(k) by month, and moves the log of
the hazards of a group by its loading times x. The log of a stock answers through its turnover: a lasting step of one in the log hazards of
a group moves it by gain (1 - exp(-turnover t)) after t years. So the log of the ratio of a stock to itself some months before has a
variance for each process, and processes are found whose variances are the mean square differences observed (minimum distance).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy.linalg import toeplitz
from scipy.optimize import least_squares

from simcase.calibrate.panel import Panel, by_size, mean_squares
from simcase.vocabulary import Floats

YEAR: Final = 12
LEAST: Final = (0.01, 3.0)
MOST: Final = (2.0, 120.0)
"""Bounds of standard deviation and half-life in months: what the figures of a dozen years could tell."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How the log of a stock answers a lasting step of one in the log hazards of a group: where it ends, and the part of the way a year."""

    gain: float
    turnover: float


@dataclass(frozen=True, slots=True)
class Measure:
    """What a panel counts: its answers by group, the months that a figure is the mean of, and the periods apart at which it is held up."""

    answers: Mapping[str, Answer]
    months: int
    lags: tuple[int, ...]

    @property
    def horizon(self) -> int:
        """Return the months that the farthest figure reaches to."""
        return (max(self.lags) + 1) * self.months


@dataclass(frozen=True, slots=True)
class Process:
    """A stationary autoregression by month, 0 on the day that is forecast from, and by how much it moves the log hazards of each group."""

    half_life_months: float
    sd: float
    loadings: Mapping[str, float]

    @property
    def persistence(self) -> float:
        """Return what is left of a deviation after a month."""
        return float(0.5 ** (1.0 / self.half_life_months))


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a panel says: national and local processes, and by measure and lag the chance of a place for each unit of 1 / size."""

    national: tuple[Process, ...]
    local: tuple[Process, ...]
    chance: tuple[Floats, ...]


def answered(measure: Measure, loadings: Mapping[str, float], months: int) -> Floats:
    """Return by how much the log of a stock has moved in each month after a process stood at one in a single month.

    >>> stock = Measure({"finding": Answer(-0.8, 2.0)}, 1, (1,))
    >>> answered(stock, {"finding": 1.0}, 600).sum().round(6)
    np.float64(-0.8)
    """
    after = np.arange(months) / YEAR
    moved = np.zeros(months)
    for group, loading in loadings.items():
        answer = measure.answers.get(group, Answer(0.0, 1.0))
        moved += loading * answer.gain * -np.expm1(-answer.turnover / YEAR) * np.exp(-answer.turnover * after)
    return moved


def ratios(measure: Measure, loadings: Mapping[str, float]) -> Floats:
    """Return the log of each lag's ratio, (lags, months), for each unit of a process in a month after the day that is forecast from.

    That day lies in the middle of the first figure: the months of it that come after move too.

    >>> ratios(Measure({"losing": Answer(1.0, 1e9)}, 3, (1,)), {"losing": 1.0}).round(3).tolist()
    [[-0.333, 0.333, 0.333, 0.333, 0.0, 0.0]]
    """
    around = np.arange(measure.months) - (measure.months - 1) // 2
    means = np.zeros((len(measure.lags), measure.horizon))
    for row, lag in enumerate(measure.lags):
        means[row, lag * measure.months + around - 1] += 1.0 / measure.months
        means[row, around[around > 0] - 1] -= 1.0 / measure.months
    column = answered(measure, loadings, measure.horizon)
    return np.asarray(means @ toeplitz(column, np.zeros_like(column)))


def covariance(process: Process, months: int) -> Floats:
    """Return the covariance of a process between the months after the day on which it was 0.

    >>> covariance(Process(1.0, 1.0, {}), 2).tolist()
    [[0.75, 0.375], [0.375, 0.9375]]
    """
    month = np.arange(1, months + 1)
    apart, since = np.abs(month[:, None] - month), month[:, None] + month
    return np.asarray(process.sd**2 * (process.persistence**apart - process.persistence**since))


def variances(measure: Measure, process: Process) -> Floats:
    """Return the variance that a process gives the log of each lag's ratio."""
    moved = ratios(measure, process.loadings)
    return np.asarray(np.einsum("ij,jk,ik->i", moved, covariance(process, measure.horizon), moved))


def fitted(observed: Sequence[Floats], measures: Sequence[Measure], shapes: Sequence[Process]) -> tuple[Process, ...]:
    """Return a process for each measure, of given loadings: with those before it, it has the mean square differences observed, by lag.

    The distance is that of the logs, which are about equally uncertain at all lags. The shapes say where the search starts.

    >>> stock = Measure({"losing": Answer(0.7, 2.0)}, 12, (1, 2, 3, 4))
    >>> truth = Process(24.0, 0.4, {"losing": 1.0})
    >>> found, = fitted([variances(stock, truth)], [stock], [replace(truth, half_life_months=60.0, sd=0.1)])
    >>> round(found.half_life_months, 3), round(found.sd, 4)
    (24.0, 0.4)
    """
    found: list[Process] = []
    for squares, measure, shape in zip(observed, measures, shapes, strict=True):
        before = np.sum([variances(measure, each) for each in found], axis=0)
        found.append(_nearest(np.log(squares), before, measure, shape))
    return tuple(found)


def estimate(panels: Sequence[Panel], sizes: Mapping[str, float], measures: Sequence[Measure], shapes: Sequence[Process]) -> Estimate:
    """Return the economy that the panels of the measures hold: what all places share, and what is a place's own."""
    shared = [mean_squares(panel.shared, measure.lags) for panel, measure in zip(panels, measures, strict=True)]
    own = [local_squares(panel, sizes, measure) for panel, measure in zip(panels, measures, strict=True)]
    return Estimate(
        fitted(shared, measures, shapes), fitted([ends for ends, _ in own], measures, shapes), tuple(slopes for _, slopes in own)
    )


def local_squares(panel: Panel, sizes: Mapping[str, float], measure: Measure) -> tuple[Floats, Floats]:
    """Return the mean square differences of the places' own parts without chance, and the chance for each unit of 1 / size, by lag."""
    return by_size(panel.own, np.array([sizes[place] for place in panel.places]), measure.lags)


def _nearest(target: Floats, before: Floats, measure: Measure, shape: Process) -> Process:
    """Return the process that with what was there before comes nearest to the logs of the mean squares."""

    def of(logs: Floats) -> Process:
        sd, half_life = np.exp(logs)
        return replace(shape, sd=float(sd), half_life_months=float(half_life))

    def beside(logs: Floats) -> Floats:
        return np.asarray(np.log(before + variances(measure, of(logs))) - target)

    start = np.log([shape.sd, shape.half_life_months])
    return of(least_squares(beside, start, bounds=(np.log(LEAST), np.log(MOST))).x)
