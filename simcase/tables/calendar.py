"""Calendar periods: months, policy dates, and the dose of an initiative in each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

import numpy as np

from simcase.declare.initiatives import Initiative, Window
from simcase.model import Model, days_of_change, drift_months, group_factors
from simcase.vocabulary import Floats, Positions, add_months, days_after, month_edges, month_starts


def policy_dates(window: Window) -> tuple[date, ...]:
    """Return the days on which an initiative's dose changes: its start, each month of its ramp, the day after its end."""
    steps = tuple(add_months(window.start, month) for month in range(window.ramp_up_months + 1))
    return steps if window.end is None else (*(day for day in steps if day <= window.end), window.end + timedelta(days=1))


def dose(window: Window, day: date) -> float:
    """Return the dose of an initiative on a day: 0 outside its window, the middle of each month's step in its ramp, 1 after.

    >>> from datetime import date
    >>> ramp = Window(start=date(2018, 7, 1), ramp_up_months=4)
    >>> [dose(ramp, date(2018, month, 1)) for month in (6, 7, 10, 11)]
    [0.0, 0.125, 0.875, 1.0]
    """
    if day < window.start or (window.end is not None and day > window.end):
        return 0.0
    passed = next((month for month in range(window.ramp_up_months) if day < add_months(window.start, month + 1)), window.ramp_up_months)
    return 1.0 if passed == window.ramp_up_months else (passed + 0.5) / window.ramp_up_months


@lru_cache(maxsize=256)
def doses(window: Window, days: tuple[date, ...]) -> Floats:
    """Return the dose of an initiative in each calendar period (shape: periods; not to be written to)."""
    return np.array([dose(window, day) for day in days])


def calendar_days(initiatives: Sequence[Initiative], first: date, last: date) -> tuple[date, ...]:
    """Return the first day of each calendar period between two days: month starts and policy dates, in order."""
    days = {first, *month_starts(first, last)}
    for initiative in initiatives:
        days.update(policy_dates(initiative.window))
    if any(initiative.kind == "process" for initiative in initiatives):
        days.update(first + timedelta(days=day) for day in range(0, (last - first).days, 7))
    return tuple(sorted(day for day in days if first <= day <= last))


def price_periods(model: Model, first: date, last: date) -> tuple[date, ...]:
    """Return the first day of each time between two days in which prices stay: calendar years, cut where a price changes inside them."""
    days = {first, *(day for day in month_starts(first, last) if day.month == 1), *days_of_change(model, "payment")}
    return tuple(sorted(day for day in days if first <= day <= last))


def book_edges(model: Model, periods: Sequence[date], first: date, last: date) -> Floats:
    """Return the edges of the parts of months in which days are booked, in days since the model's start (shape: parts + 1).

    Months, cut where a price changes inside them, and where the window of a programme ends: its courses go on.
    """
    ends = [each.window.end for each in model.initiatives if each.programme is not None and each.window.end is not None]
    after = [day for day in (end + timedelta(days=1) for end in ends) if first < day <= last]
    cuts = [days_after(model.start, day) for day in (*periods, *after)]
    return np.unique([*month_edges(model.start, first, last), *cuts])


def calendar_edges(start: date, days: Sequence[date], last: date) -> Floats:
    """Return the edges of the calendar periods in days since start (shape: periods + 1)."""
    return np.array([*(days_after(start, day) for day in days), days_after(start, last) + 1.0])


def season_factors(model: Model, season: str | None, days: Sequence[date]) -> Floats:
    """Return the seasonal factor of each calendar period (shape: periods)."""
    if season is None:
        return np.ones(len(days))
    factors = model.profiles.season[season].factors
    return np.array([factors[day.month - 1] for day in days])


def economy_factors(model: Model, days: Sequence[date]) -> dict[str, Floats]:
    """Return what the economy multiplies each group of transitions by in each calendar period, 1 while it is known (shape: periods)."""
    months = [day.toordinal() for day in drift_months(model)]
    month = np.searchsorted(months, [day.toordinal() for day in days], side="right")
    return {group: np.append(1.0, factors)[month] for group, factors in group_factors(model).items()}


def effect_factors(initiative: Initiative, hazard_ratio: float, days: Sequence[date]) -> Floats:
    """Return HR^(dose - dose in base) in each calendar period (shape: periods)."""
    return np.asarray(hazard_ratio ** (doses(initiative.window, tuple(days)) - initiative.dose_in_base))


def interval_of_day(edges: Floats) -> Positions:
    """Return the interval between edges of each whole day from the first edge to the last (one more for the horizon itself)."""
    days = np.arange(edges[0], edges[-1] + 1.0)
    return np.minimum(np.searchsorted(edges, days, side="right") - 1, len(edges) - 2).astype(np.uint32)
