"""Two runs -> differences; goals."""

from simcase.compare.goals import goals, together
from simcase.compare.goals import value_of as goal_value
from simcase.compare.paired import (
    COUNTS,
    MONEY,
    World,
    budget,
    business_case,
    check_pair,
    detectable,
    flows,
    goal_differences,
    invested,
    net_result,
    payback,
    persons,
    saved,
    summed_over,
    targeted,
    total,
    where_they_went,
)
from simcase.compare.statistics import dist, dists, half_width, independent, proportion, share, shared_draws, smallest_detectable
from simcase.money import TOTAL

__all__ = [
    "COUNTS",
    "MONEY",
    "TOTAL",
    "World",
    "budget",
    "business_case",
    "check_pair",
    "detectable",
    "dist",
    "dists",
    "flows",
    "goal_differences",
    "goal_value",
    "goals",
    "half_width",
    "independent",
    "invested",
    "net_result",
    "payback",
    "persons",
    "proportion",
    "saved",
    "share",
    "shared_draws",
    "smallest_detectable",
    "summed_over",
    "targeted",
    "together",
    "total",
    "where_they_went",
]
