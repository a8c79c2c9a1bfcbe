"""Simple forecasts of a whole panel, each with an interval made of the errors that it has made before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from simcase.compare import quantiles
from simcase.evaluate.panel import PanelCounts
from simcase.evaluate.simple import SIMPLE
from simcase.vocabulary import Floats, add_months, months_between

QUANTILES: Final = np.arange(1, 20) / 20.0
"""The quantiles that a forecast of the panel says: 5 % to 95 %."""
LEAST_ERRORS: Final = 30
"""Errors that an interval is made of, at the least."""


class Case(NamedTuple):
    """One forecast: what is counted, where, and the last month that was known."""

    measure: str
    place: str
    origin: date


Forecasts: TypeAlias = Mapping[Case, Floats]
"""Quantiles of the persons foreseen (shape: months ahead, quantiles); NaN where a forecast says nothing."""


def simple_forecasts(counts: PanelCounts, origins: Sequence[date], ahead: int) -> Mapping[str, Forecasts]:
    """Return each simple forecast of every place, by its name.

    Its quantiles are its path times those of the ratios of outcome to forecast, over all places, at the same number of months ahead, from
    earlier origins whose outcome was known by then.
    """
    before = [month for month in counts.months if month <= origins[-1]]
    known = [counts.known(place, origin) for origin in before for place in counts.places]
    found: dict[str, dict[Case, Floats]] = {name: {} for name in SIMPLE}
    for measure in counts.measures:
        series = {Case(measure, each.place, each.origin): each.counts[measure] for each in known if measure in each.counts}
        for name, simple in SIMPLE.items():
            paths = {case: simple(months.persons, ahead) for case, months in series.items()}
            for origin in origins:
                spread = _spread(counts.until(origin), paths, ahead)
                found[name] |= {case: path[:, None] * spread for case, path in paths.items() if case.origin == origin}
    return found


def _spread(known: PanelCounts, paths: Mapping[Case, Floats], ahead: int) -> Floats:
    """Return the quantiles of outcome over forecast by months ahead, NaN where few were known (shape: ahead, quantiles)."""
    ratios: list[list[float]] = [[] for _ in range(ahead)]
    for case, path in paths.items():
        for n, outcome in _outcomes(known, case, ahead):
            if path[n] > 0.0:
                ratios[n].append(outcome / path[n])
    nothing, shares = np.full(len(QUANTILES), np.nan), QUANTILES.tolist()
    return np.array([quantiles(np.array(each), shares) if len(each) >= LEAST_ERRORS else nothing for each in ratios])


def _outcomes(known: PanelCounts, case: Case, ahead: int) -> Iterator[tuple[int, float]]:
    """Yield the months ahead of a forecast, counted from 0, whose outcome is known, each with it."""
    first = months_between(known.first, case.origin) + 1
    row = known.persons[known.measures.index(case.measure), known.places.index(case.place), first : first + ahead]
    yield from ((n, float(value)) for n, value in enumerate(row) if not np.isnan(value))


def months_ahead(origin: date, ahead: int) -> list[date]:
    """Return the months that are foreseen from an origin."""
    return [add_months(origin, n + 1) for n in range(ahead)]
