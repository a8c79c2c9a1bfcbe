"""Scores of a forecast against what came after, and the naive forecasts that it must beat."""

from __future__ import annotations

import calendar
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import numpy as np

from simcase.compare import quantiles
from simcase.vocabulary import Floats

LOW, HIGH = 0.05, 0.95
"""Ends of the interval whose coverage is counted."""
NAIVE: Final = ("last", "line", "year_before")
"""The naive forecasts: the last value known, the straight line through all of them, the same month a year before."""

Points = Sequence[tuple[date, float]]
"""Values known, by date, in order."""


def crps(draws: Floats, outcome: float) -> float:
    """Return the continuous ranked probability score of draws of a forecast: E|X - y| - E|X - X'| / 2 (Gneiting and Raftery 2007).

    In the unit of the outcome, the smaller the better; of a single draw it is the absolute error. Both expectations are over the draws
    as they are, so few draws score a little worse than the distribution that they come from. Shape: draws.

    >>> crps(np.array([3.0]), 5.0), crps(np.array([0.0, 2.0]), 1.0)
    (2.0, 0.5)
    """
    ordered = np.sort(draws)
    count = len(ordered)
    between = float((2.0 * np.arange(1, count + 1) - count - 1.0) @ ordered) / count**2
    return float(np.abs(ordered - outcome).mean()) - between


def interval(draws: Floats) -> tuple[float, float]:
    """Return the interval that nine of ten further draws lie in."""
    low, high = quantiles(draws, [LOW, HIGH])
    return float(low), float(high)


def naive(known: Points, on: date, *, monthly: bool) -> Mapping[str, float | None]:
    """Return each naive forecast for a date, None where what is known does not give it.

    The same month a year before counts where a value of that month is known: of the month, or of that very day.

    >>> naive([(date(2018, 9, 1), 670.0), (date(2018, 12, 1), 824.0)], date(2019, 9, 1), monthly=True)["year_before"]
    670.0
    """
    return {"last": known[-1][1], "line": line(known, on), "year_before": year_before(known, on, monthly=monthly)}


def line(known: Points, on: date) -> float | None:
    """Return the straight line of least squares through what is known, at a date; None for a single value."""
    if len(known) < 2:  # noqa: PLR2004 - a line needs two points
        return None
    days = np.array([float(day.toordinal() - on.toordinal()) for day, _ in known])
    return float(np.polynomial.Polynomial.fit(days, [value for _, value in known], 1)(0.0))


def year_before(known: Points, on: date, *, monthly: bool) -> float | None:
    """Return the value known of a year before a date, None where there is none; a series by day needs the same day, or both month ends."""
    for day, value in known:
        same_month = (day.year + 1, day.month) == (on.year, on.month)
        if same_month and (monthly or day.day == on.day or (_ends_month(day) and _ends_month(on))):
            return value
    return None


def _ends_month(day: date) -> bool:
    """Tell whether a day is the last one of its month."""
    return day.day == calendar.monthrange(day.year, day.month)[1]


def mean(values: Sequence[float]) -> float:
    """Return the mean of some values, not a number where there are none."""
    return math.fsum(values) / len(values) if values else math.nan
