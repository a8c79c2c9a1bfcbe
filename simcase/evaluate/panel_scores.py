"""Scores of forecasts of a panel beside the simple ones, over the same outcomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from simcase.evaluate.panel import Months, PanelCounts
from simcase.evaluate.panel_simple import QUANTILES, Case, Forecasts, months_ahead
from simcase.vocabulary import Floats, Month, add_months, months_between

QUARTER: Final = 3
MIDDLE: Final = len(QUANTILES) // 2


@dataclass(frozen=True, slots=True)
class PanelScore:
    """How near a kind of forecast came to the outcomes of a measure, in per cent of a place's mean count of the last year known.

    `skill` is by how large a share the judged forecast's CRPS is below this one's; `quarters` are the CRPS by quarter ahead.
    """

    measure: str
    method: str
    outcomes: int
    crps: float
    error: float
    inside: float
    skill: float | None
    quarters: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class OriginScore:
    """How near the judged forecasts made from one origin came to the outcomes that those of every origin foresee.

    `change` is how much farther off than from the first origin, `error` the standard error of that over places, of two at least.
    """

    measure: str
    origin: Month
    outcomes: int
    crps: float
    change: float | None
    error: float | None


@dataclass(frozen=True, slots=True)
class PanelResult:
    """What forecasts of a panel are worth: who made them, of which places and months, and their scores beside those of the simple ones."""

    simcase: str
    method: str
    places: tuple[str, ...]
    first_origin: date
    last_origin: date
    ahead: int
    scores: tuple[PanelScore, ...]
    origins: tuple[OriginScore, ...]
    """None where there are less than two origins, or no month that all of them foresee."""


def quantile_score(quantiles: Floats, outcome: float) -> float:
    """Return the CRPS of a forecast by its quantiles: twice the mean pinball loss (Gneiting and Raftery 2007; Bracher et al. 2021).

    >>> quantile_score(np.full(19, 3.0), 5.0).__round__(9), quantile_score(np.full(19, 5.0), 5.0)
    (2.0, 0.0)
    """
    off = outcome - quantiles
    return float(2.0 * np.maximum(QUANTILES * off, (QUANTILES - 1.0) * off).mean())


def panel_scores(counts: PanelCounts, methods: Mapping[str, Forecasts], ahead: int) -> tuple[PanelScore, ...]:
    """Return the scores of each method by measure over the outcomes of which all of them say something; the first one is judged."""
    judged = next(iter(methods))
    scores: list[PanelScore] = []
    for measure in counts.measures:
        rows = {name: np.array(found) for name, found in _rows(counts, methods, measure, ahead).items()}
        if len(rows[judged]):
            own = float(rows[judged][:, 0].mean())
            scores += [_score(measure, name, rows[name], None if name == judged else own, ahead) for name in methods]
    return tuple(scores)


def origin_scores(counts: PanelCounts, judged: Forecasts, ahead: int) -> tuple[OriginScore, ...]:
    """Return the scores by origin of the months, places and measures that are foreseen from every origin: what knowing more is worth."""
    origins = sorted({case.origin for case in judged})
    months = [month for month in months_ahead(origins[-1], ahead) if month <= add_months(origins[0], ahead)]
    places = sorted({case.place for case in judged})
    scores: list[OriginScore] = []
    for measure in counts.measures if len(origins) > 1 else ():
        shared = [place for place in places if all(Case(measure, place, origin) in judged for origin in origins)]
        rows = np.array([_crps(counts, judged, Case(measure, place, origin), months) for origin in origins for place in shared])
        by_place = rows.reshape(len(origins), len(shared), len(months))
        if np.isfinite(by_place).all(axis=0).any():
            scores += _by_origin(measure, origins, by_place)
    return tuple(scores)


def _by_origin(measure: str, origins: Sequence[date], crps: Floats) -> list[OriginScore]:
    """Return the scores of origins over the outcomes of which each has one, with their changes (shape: origins, places, months)."""
    there = np.asarray(np.isfinite(crps).all(axis=0))
    some = there.any(axis=1)
    outcomes, sums = there.sum(axis=1)[some], np.where(there, crps, 0.0).sum(axis=2)[:, some]
    every, means = int(outcomes.sum()), sums.sum(axis=1) / outcomes.sum()
    scores = [OriginScore(measure, origins[0], every, float(means[0]), None, None)]
    for origin, mean, more in zip(origins[1:], means[1:], sums[1:] - sums[0], strict=True):
        apart = more - (mean - means[0]) * outcomes  # a place of which more is known counts for more
        error = float(apart.std(ddof=1) * len(apart) ** 0.5 / every) if len(apart) > 1 else None
        scores.append(OriginScore(measure, origin, every, float(mean), float(mean - means[0]), error))
    return scores


def _crps(counts: PanelCounts, judged: Forecasts, case: Case, months: Sequence[date]) -> list[float]:
    """Return the CRPS of some months in per cent of the last year known, NaN where there is no outcome."""
    size = counts.known(case.place, case.origin).counts[case.measure].size
    at = [months_between(case.origin, month) - 1 for month in months]
    outcomes = [counts.outcome(case.measure, case.place, month) for month in months]
    return [100.0 * quantile_score(judged[case][n], outcome) / size for n, outcome in zip(at, outcomes, strict=True)]


def _rows(counts: PanelCounts, methods: Mapping[str, Forecasts], measure: str, ahead: int) -> Mapping[str, list[tuple[float, ...]]]:
    """Return, by method, a row an outcome of a measure: score, error of the median, whether it lies in the interval, months ahead."""
    rows: dict[str, list[tuple[float, ...]]] = {name: [] for name in methods}
    for case in (each for each in next(iter(methods.values())) if each.measure == measure):
        known = counts.known(case.place, case.origin).counts.get(measure)
        said = [method[case] for method in methods.values() if case in method]
        if known is None or len(said) < len(methods):
            continue
        for n, outcome in _both(counts, case, said, ahead):
            for name, quantiles in zip(methods, said, strict=True):
                rows[name].append((*_judged(quantiles[n], outcome, known), n))
    return rows


def _both(counts: PanelCounts, case: Case, said: Sequence[Floats], ahead: int) -> list[tuple[int, float]]:
    """Return the months ahead of which there is an outcome, with it, and a forecast of every kind."""
    outcomes = [counts.outcome(case.measure, case.place, month) for month in months_ahead(case.origin, ahead)]
    return [(n, each) for n, each in enumerate(outcomes) if not np.isnan(each) and not any(np.isnan(one[n]).any() for one in said)]


def _judged(quantiles: Floats, outcome: float, known: Months) -> tuple[float, float, float]:
    """Return the score and the error of the median in per cent, and 1 for an outcome in the interval."""
    in_percent = 100.0 / known.size
    error = abs(outcome - float(quantiles[MIDDLE]))
    return in_percent * quantile_score(quantiles, outcome), in_percent * error, float(quantiles[0] <= outcome <= quantiles[-1])


def _score(measure: str, name: str, rows: Floats, own: float | None, ahead: int) -> PanelScore:
    """Return the means of a method's rows."""
    crps, error, inside = rows[:, :3].mean(axis=0)
    quarters = [rows[rows[:, 3] // QUARTER == quarter, 0] for quarter in range(-(-ahead // QUARTER))]
    return PanelScore(
        measure=measure,
        method=name,
        outcomes=len(rows),
        crps=float(crps),
        error=float(error),
        inside=float(inside),
        skill=None if own is None else 1.0 - own / float(crps),
        quarters=tuple(float(each.mean()) if len(each) else None for each in quarters),
    )
