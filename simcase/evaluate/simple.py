"""Simple forecasts of monthly counts, each from one series alone: what a forecast must beat to be worth its trouble."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from simcase.vocabulary import Floats

YEAR: Final = 12
LINE: Final = 24
"""Months that a straight line goes through, at the most."""
WEIGHTS: Final = np.arange(1, 11) / 10.0
"""Weights of the latest count among which smoothing chooses."""
ONE_YEAR: Final = 0.5
"""What counts of a season that was seen only once: half of it is likely chance."""


def last_value(persons: Floats, ahead: int) -> Floats:
    """Return the last value known, for so many months ahead.

    >>> last_value(np.array([3.0, 5.0]), 2).tolist()
    [5.0, 5.0]
    """
    return np.full(ahead, persons[-1])


def year_before(persons: Floats, ahead: int) -> Floats:
    """Return the value of the same month in the last year known.

    >>> year_before(np.arange(24.0), 13).tolist() == [*np.arange(12.0, 24.0), 12.0]
    True
    """
    return persons[len(persons) - YEAR + np.arange(ahead) % YEAR]


def straight_line(persons: Floats, ahead: int) -> Floats:
    """Return the straight line of least squares through the last two years, never below nothing.

    >>> straight_line(np.array([3.0, 2.0, 1.0]), 3).round(9).tolist()
    [0.0, 0.0, 0.0]
    """
    recent = persons[-LINE:]
    at = np.arange(len(recent) + ahead) - (len(recent) - 1) / 2
    known = at[: len(recent)]
    slope = float(known @ (recent - recent.mean()) / (known @ known))
    return np.asarray(np.maximum(recent.mean() + slope * at[len(recent) :], 0.0))


def smoothing(persons: Floats, ahead: int) -> Floats:
    """Return the level by simple exponential smoothing, times the factor of the month (Hyndman and Athanasopoulos 2021, 8.1).

    >>> smoothing(np.array([6.0, 4.0] * 18), 3).round(6).tolist()
    [6.0, 4.0, 6.0]
    """
    factors = month_factors(persons)
    at = np.arange(len(persons) + ahead) % YEAR
    return level(persons / factors[at[: len(persons)]]) * factors[at[len(persons) :]]


def month_factors(persons: Floats) -> Floats:
    """Return the factor of each of twelve months, that of the first month known first; their mean is 1.

    Each is the mean ratio of a month's counts to the twelve months around them (first and last weigh half), drawn half-way to 1 where there
    is one such ratio, and 1 where there is none.

    >>> month_factors(np.array([6.0, 4.0] * 18)).round(6).tolist() == [1.2, 0.8] * 6
    True
    """
    half = YEAR // 2
    centres = np.convolve(persons, np.r_[0.5, np.ones(YEAR - 1), 0.5] / YEAR, mode="valid")
    ratios = np.full(-(-len(persons) // YEAR) * YEAR, np.nan)
    np.divide(persons[half : half + len(centres)], centres, out=ratios[half : half + len(centres)], where=centres > 0.0)
    by_month = ratios.reshape(-1, YEAR)
    count = (~np.isnan(by_month)).sum(axis=0)
    mean = np.nansum(by_month, axis=0) / np.maximum(count, 1)
    factors = np.where(count > 0, 1.0 + (mean - 1.0) * np.where(count == 1, ONE_YEAR, 1.0), 1.0)
    return np.asarray(factors / factors.mean())


def level(persons: Floats) -> float:
    """Return the last level of simple exponential smoothing, with the weight that foresees each next count best (least squares).

    >>> level(np.array([1.0, 1.0, 2.0, 2.0, 2.0]))
    2.0
    """
    levels, squares = np.full(len(WEIGHTS), persons[0]), np.zeros(len(WEIGHTS))
    for value in persons[1:]:
        errors = value - levels
        squares += errors**2
        levels = levels + WEIGHTS * errors
    return float(levels[np.argmin(squares)])


SIMPLE: Final[Mapping[str, Callable[[Floats, int], Floats]]] = {
    "last": last_value,
    "year": year_before,
    "line": straight_line,
    "smoothing": smoothing,
}
"""The simple forecasts by name."""
YARDSTICK: Final = "smoothing"
"""The best of them in most series, against which scores are told as ratios."""
