"""How sure an estimated economy is, and whether its intervals hold what came: standard errors, and the coverage of places left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.signal import lfilter

from simcase.calibrate.economy import Estimate, Measure, Process, answered, estimate, fitted, local_squares, variances
from simcase.calibrate.panel import Panel, mean_squares
from simcase.vocabulary import NORMAL_95, Floats

BEFORE: Final = 600
"""Months that a simulated economy has lived before its first figure."""
FOLDS: Final = 5


@dataclass(frozen=True, slots=True)
class Covered:
    """The places left out at an origin and a lag: how many ratios were observed, lay in the interval, below it, and above it."""

    measure: int
    origin: str
    lag: int
    ratios: int
    inside: int
    below: int
    above: int


def simulated(processes: Sequence[Process], measures: Sequence[Measure], years: int, luck: np.random.Generator) -> list[Floats]:
    """Return series of the log of each measure from a stationary economy that has lived long.

    A process that is 0 on the day of a forecast has the variance of the difference between two days of a stationary one with half its
    half-life and 1 / sqrt(2) of its standard deviation: it is that one, seen from a day on which nobody knows where it stands.
    """
    months = BEFORE + years * 12
    logs = [np.zeros(months) for _ in measures]
    for each in processes:
        kept, sd = each.persistence**2, each.sd / np.sqrt(2.0)
        shocks = luck.normal(size=months) * np.r_[1.0, np.full(months - 1, np.sqrt(1.0 - kept**2))] * sd
        course = lfilter([1.0], [1.0, -kept], shocks)
        for number, measure in enumerate(measures):
            logs[number] += np.convolve(course, answered(measure, each.loadings, months))[:months]
    return [log[BEFORE:].reshape(-1, measure.months).mean(axis=1) for log, measure in zip(logs, measures, strict=True)]


def national_errors(found: Estimate, measures: Sequence[Measure], years: int, repeats: int, luck: np.random.Generator) -> Floats:
    """Return standard errors of the logs of sd and half-life, (processes, 2), from the same estimate of simulated years.

    One country has one history: its years are no sample, so that leaving out some of them would say too little.
    """
    drawn = []
    for _ in range(repeats):
        series = simulated(found.national, measures, years, luck)
        observed = [mean_squares(each, measure.lags) for each, measure in zip(series, measures, strict=True)]
        drawn.append(_logs(fitted(observed, measures, found.national)))
    return np.asarray(np.std(drawn, axis=0, ddof=1))


def local_errors(
    panels: Sequence[Panel],
    sizes: Mapping[str, float],
    measures: Sequence[Measure],
    found: Estimate,
    repeats: int,
    luck: np.random.Generator,
) -> Floats:
    """Return standard errors of the logs of sd and half-life, (processes, 2), from places drawn with replacement."""
    names = _places(panels)
    drawn = []
    for _ in range(repeats):
        chosen = luck.choice(names, size=len(names))
        own = [
            local_squares(panel.of([each for each in chosen if each in panel.places]), sizes, measure)
            for panel, measure in zip(panels, measures, strict=True)
        ]
        drawn.append(_logs(fitted([ends for ends, _ in own], measures, found.local)))
    return np.asarray(np.std(drawn, axis=0, ddof=1))


def left_out(panels: Sequence[Panel], sizes: Mapping[str, float], measures: Sequence[Measure], shapes: Sequence[Process]) -> list[Floats]:
    """Return the scores of every place by measure, (places, origins, lags), from an economy estimated without the fifth it belongs to."""
    names = _places(panels)
    scores = [np.full((*panel.logs.shape, len(measure.lags)), np.nan) for panel, measure in zip(panels, measures, strict=True)]
    for fold in range(FOLDS):
        out = set(names[fold::FOLDS])
        found = estimate([panel.of([place for place in panel.places if place not in out]) for panel in panels], sizes, measures, shapes)
        for panel, measure, chance, told in zip(panels, measures, found.chance, scores, strict=True):
            held = [place for place in panel.places if place in out]
            told[[panel.places.index(place) for place in held]] = scored(panel.of(held), sizes, measure, found, chance)
    return scores


def coverage(panels: Sequence[Panel], measures: Sequence[Measure], scores: Sequence[Floats]) -> Iterator[Covered]:
    """Yield, by measure, lag and origin, how many ratios lie in their interval of nine in ten, below it and above it."""
    for number, (panel, measure) in enumerate(zip(panels, measures, strict=True)):
        for place, lag in enumerate(measure.lags):
            for origin, period in enumerate(panel.periods[:-lag]):
                score = scores[number][:, origin, place]
                score = score[np.isfinite(score)]
                below, above = int(np.sum(score < -NORMAL_95)), int(np.sum(score > NORMAL_95))
                yield Covered(number, period, lag, len(score), len(score) - below - above, below, above)


def scored(panel: Panel, sizes: Mapping[str, float], measure: Measure, found: Estimate, chance: Floats) -> Floats:
    """Return by how many standard deviations the log of each ratio lies from the centre of its interval, (places, origins, lags).

    The mean of what may become of a stock is what it would be without an economy, so that the log lies half its variance below. NaN
    where no ratio is observed.
    """
    processes = (*found.national, *found.local)
    economy = np.sum([variances(measure, each) for each in processes], axis=0)
    small = 1.0 / np.array([sizes[place] for place in panel.places])
    scores = np.full((*panel.logs.shape, len(measure.lags)), np.nan)
    for number, lag in enumerate(measure.lags):
        spread = np.sqrt(economy[number] + chance[number] * small)
        scores[:, :-lag, number] = (panel.logs[:, lag:] - panel.logs[:, :-lag] + 0.5 * economy[number]) / spread[:, None]
    return scores


def _places(panels: Sequence[Panel]) -> list[str]:
    """Return every place of any panel, sorted."""
    return sorted({place for panel in panels for place in panel.places})


def _logs(processes: Sequence[Process]) -> Floats:
    """Return the logs of standard deviation and half-life of each process."""
    return np.log([(each.sd, each.half_life_months) for each in processes])
