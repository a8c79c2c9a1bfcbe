"""The inner band of a figure: what nine runs of ten would lie between if the economy kept to its middle course."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from simcase.compare import QUANTILES, quantiles, split_variance
from simcase.tidy import Outcome
from simcase.vocabulary import Floats, Part, Uncertainty, parts_varying

FEWEST: Final = 40
"""Replications that tell the inner band from the outer: ten pairs that share nothing but the economy know its width within a quarter."""


class Band(NamedTuple):
    """The ends of the inner bands of many figures, and how wide the narrowest is beside its outer one."""

    low: Floats
    high: Floats
    share: float


def parts_moving(uncertainty: Uncertainty, outcome: Outcome, until: date) -> tuple[Part, ...]:
    """Return the parts that vary and move a figure of the time up to a day: the economy does not before it is drawn."""
    months = [month <= until for month in outcome.names.months]
    moved = {"parameters": outcome.draw.any(), "economy": outcome.economy[:, months].any()}
    return tuple(part for part in parts_varying(uncertainty) if moved.get(part, True))


def inner_band(uncertainty: Uncertainty, outcome: Outcome, values: Floats, until: Sequence[date]) -> Band | None:
    """Return what nine runs of ten would lie between without the swings of the economy (shape of values: replications, times, ...).

    `until` is the last day that each time is of. The band lies about the median, which is what comes of the middle course, and is as much
    narrower than the outer one as the standard deviation is without the economy's part; it is the outer one as long as nothing of the
    economy is drawn. None where no economy is drawn at all, nothing but it is, or the replications are too few to tell.
    """
    moving = [parts_moving(uncertainty, outcome, day) for day in until]
    if len(values) < FEWEST or not any("economy" in parts and len(parts) > 1 for parts in moving):
        return None
    low, middle, high = quantiles(values, QUANTILES)
    share = np.ones(values.shape[1:])
    for at, parts in enumerate(moving):
        if "economy" in parts:
            found = split_variance(values[:, at], parts)
            whole = sum(found.values())
            share[at] = np.sqrt(1.0 - np.divide(found["economy"], whole, out=np.zeros(share[at].shape), where=whole > 0.0))
    return Band(middle - share * (middle - low), middle + share * (high - middle), float(share.min(initial=1.0)))
