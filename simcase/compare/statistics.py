"""What replications say of a figure: mean, quantiles, intervals."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from scipy.special import betaincinv, ndtri

from simcase.vocabulary import Floats

CONFIDENCE: Final = 0.90
"""Intervals hold with this probability."""
POWER: Final = 0.80
"""The smallest detectable difference is found with this probability."""


def dist(values: Floats) -> dict[str, float]:
    """Return mean and quantiles of a figure over replications (shape: replications).

    >>> dist(np.array([1.0, 2.0, 3.0]))["p50"]
    2.0
    """
    low, middle, high = (float(value) for value in np.quantile(values, (0.05, 0.5, 0.95)))
    return {"mean": float(values.mean()), "p05": low, "p50": middle, "p95": high}


def proportion(successes: int, count: int) -> tuple[float, float]:
    """Return the interval of a probability from so many successes in so many replications (Clopper and Pearson 1934).

    >>> [round(edge, 3) for edge in proportion(7, 10)]
    [0.393, 0.913]
    """
    tail = (1.0 - CONFIDENCE) / 2.0
    low = 0.0 if successes == 0 else float(betaincinv(successes, count - successes + 1, tail))
    high = 1.0 if successes == count else float(betaincinv(successes + 1, count - successes, 1.0 - tail))
    return low, high


def smallest_detectable(differences: Floats) -> float:
    """Return the smallest mean difference that so many paired replications can show: (z + z) sd / root n.

    Two-sided at the level of the intervals, with the power stated above; 0 where the differences do not vary.
    """
    count = len(differences)
    if count < 2:  # noqa: PLR2004 - no spread without two
        return math.inf
    z = float(ndtri(0.5 + CONFIDENCE / 2.0) + ndtri(POWER))
    return z * float(differences.std(ddof=1)) / math.sqrt(count)
