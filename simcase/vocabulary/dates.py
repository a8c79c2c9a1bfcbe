"""Time is days (float) since a model's start; weeks and months exist at input and output."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

import numpy as np

from simcase.vocabulary.arrays import Dates, Floats, Ints

DAYS_PER_YEAR: Final = 365.25
"""Days in a year, for yearly rates and ages."""
GRID: Final = 1.0 / 1024.0
"""Event times are floored to multiples of this many days, so sums of person-time are exact."""


def days_after(start: date, day: date) -> float:
    """Return the days from start to day.

    >>> days_after(date(2018, 7, 1), date(2019, 1, 1))
    184.0
    """
    return float((day - start).days)


def add_months(day: date, months: int) -> date:
    """Return the date so many months later, on the month's last day where it is too short.

    >>> add_months(date(2019, 1, 31), 1)
    datetime.date(2019, 2, 28)
    """
    month = day.year * 12 + day.month - 1 + months
    first = date(month // 12, month % 12 + 1, 1)
    following = date((month + 1) // 12, (month + 1) % 12 + 1, 1)
    return min(first + timedelta(days=day.day - 1), following - timedelta(days=1))


def months_between(first: date, last: date) -> int:
    """Return how many months the month of a day is after that of another.

    >>> months_between(date(2021, 8, 1), date(2023, 6, 1))
    22
    """
    return (last.year - first.year) * 12 + last.month - first.month


def months_later(days: Dates, months: Ints) -> Dates:
    """Return dates so many months later, on the month's last day where it is too short (shape: days).

    >>> months_later(np.array(["2019-01-31"], dtype="datetime64[D]"), np.array([1]))
    array(['2019-02-28'], dtype='datetime64[D]')
    """
    month = days.astype("datetime64[M]")
    first = (month + months).astype("datetime64[D]")
    following = (month + months + 1).astype("datetime64[D]")
    later: Dates = np.minimum(first + (days - month.astype("datetime64[D]")), following - np.timedelta64(1, "D"))
    return later


@lru_cache(maxsize=1024)
def month_starts(first: date, last: date) -> tuple[date, ...]:
    """Return the first day of each month that the days first to last (included) touch.

    >>> month_starts(date(2018, 12, 15), date(2019, 1, 1))
    (datetime.date(2018, 12, 1), datetime.date(2019, 1, 1))
    """
    return tuple(add_months(first.replace(day=1), i) for i in range(months_between(first, last) + 1))


def full_years(first: date, last: date) -> list[int]:
    """Return the calendar years of which no day is missing from first to last (both included).

    >>> full_years(date(2018, 7, 1), date(2020, 12, 31))
    [2019, 2020]
    """
    return [year for year in range(first.year, last.year + 1) if first <= date(year, 1, 1) and date(year, 12, 31) <= last]


def month_edges(start: date, first: date, last: date) -> Floats:
    """Return the edges, in days since start, of the months from first to last (both included).

    The first edge is `first` and the last edge the day after `last`, so months cut by them are short.
    Shape: months + 1.
    """
    inner = [days_after(start, day) for day in month_starts(first, last)[1:]]
    return np.array([days_after(start, first), *inner, days_after(start, last) + 1.0])


def week_offset(start: date) -> int:
    """Return the weekday of the start (Monday 0): day t lies in week floor((t + offset) / 7).

    >>> week_offset(date(2018, 7, 1))
    6
    """
    return start.weekday()


def week_starts(first: date, last: date) -> tuple[date, ...]:
    """Return the Mondays of the calendar weeks from the one that holds the first day to the one that holds the last.

    >>> week_starts(date(2018, 7, 1), date(2018, 7, 8))
    (datetime.date(2018, 6, 25), datetime.date(2018, 7, 2))
    """
    monday = first.toordinal() - first.weekday()
    return tuple(date.fromordinal(day) for day in range(monday, last.toordinal() + 1, 7))


def years_before(day: date, years: float) -> date:
    """Return the date so many years (in whole months) before a day.

    >>> years_before(date(2019, 7, 1), 65.5)
    datetime.date(1954, 1, 1)
    """
    return add_months(day, -round(years * 12))
