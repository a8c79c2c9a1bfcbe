"""Which years of a run are whole, which of them has a plan, and how many runs carry an interval."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date
from typing import Final

from simcase.study.request import lucks
from simcase.study.results import RunRecord, RunResult, ScenarioResult
from simcase.vocabulary import full_years

FOR_INTERVALS: Final = 19
"""The fewest runs that carry an interval: a further one lies between the least and the largest of n with probability (n - 1) / (n + 1)."""


def whole(run: RunRecord, year: int) -> bool:
    """Tell whether all of a year is reported."""
    return year in full_years(run.first, run.last)


def plan_year(result: RunResult) -> int | None:
    """Return the year that can be held against the plan: the first one reported in full that has a plan."""
    years = (row.year for row in result.budget if row.plan is not None and whole(result.run, row.year))
    return min(years, default=None)


def summed_years(scenario: ScenarioResult) -> list[int]:
    """Return the years that every sum of a comparison is over: all that are reported, with the part of a year that a run begins in."""
    return list(dict.fromkeys(row.year for row in scenario.difference.budget))


def last_whole_year(years: Iterable[int], first: date, last: date) -> int:
    """Return the last of some years that lies whole between two days, else the last."""
    every = list(years)
    return max((year for year in every if year in full_years(first, last)), default=max(every))


def apart(run: RunRecord) -> int:
    """Return how many figures the intervals of a run are of: replications whose mean is told count as one."""
    return math.ceil(run.replications / lucks(run.uncertainty, run.replications))
