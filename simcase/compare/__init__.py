"""Two runs -> differences; goals."""

from simcase.compare.goals import goals
from simcase.compare.paired import (
    World,
    budget,
    business_case,
    check_pair,
    detectable,
    flows,
    goal_differences,
    payback,
    persons,
    saved,
    where_they_went,
)
from simcase.compare.statistics import dist, proportion, smallest_detectable

__all__ = [
    "World",
    "budget",
    "business_case",
    "check_pair",
    "detectable",
    "dist",
    "flows",
    "goal_differences",
    "goals",
    "payback",
    "persons",
    "proportion",
    "saved",
    "smallest_detectable",
    "where_they_went",
]
