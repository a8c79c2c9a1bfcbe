"""A small invented town in which the best mix of initiatives is known by enumeration, in closed form."""

from __future__ import annotations

import itertools
import math
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from worlds import aided, initiative, write

KRONER: float = 9000.0
"""A month's aid."""
EXITS, ENTRIES = 0.5, 0.2
"""Moves a year and person, as `aided` has them."""
HELPED, WORKING = 120, 80
EFFORTS: dict[str, tuple[float, float]] = {
    "course": (1.50, 960_000.0),
    "mentor": (1.25, 560_000.0),
    "visits": (1.30, 610_000.0),
    "letters": (1.05, 100_000.0),
}
"""The hazard ratio of each effort and its kroner a year."""
GOAL = {"id": "few", "label": "Few", "count": "persons", "states": ["help"], "date": "2020-12-31", "threshold": 50}


def town(folder: Path) -> None:
    """Write the town into a folder: a baseline without efforts, and the efforts to choose from."""
    efforts = [
        initiative(name, ["help"], ["work"], ratio) | {"costs": [{"year": year, "line": "aid", "kroner": kroner} for year in (2019, 2020)]}
        for name, (ratio, kroner) in EFFORTS.items()
    ]
    write(folder, aided(HELPED, WORKING, KRONER) | {"goals": [GOAL]}, {}, efforts)


def net_result(doses: dict[str, float]) -> float:
    """Return the expected net result over both years of so much of each effort: aid saved less what the efforts cost."""
    ratio = math.prod(EFFORTS[name][0] ** dose for name, dose in doses.items())
    cost = 2.0 * sum(EFFORTS[name][1] * dose for name, dose in doses.items())
    return KRONER * (_months_on_aid(1.0) - _months_on_aid(ratio)) - cost


def _months_on_aid(ratio: float) -> float:
    """Return the expected person-months on aid over both years."""
    day, months, total = date(2019, 1, 1), HELPED + WORKING, 0.0
    rate = EXITS * ratio + ENTRIES
    steady = months * ENTRIES / rate
    for number in range(731):
        at = day + timedelta(days=number)
        days = ((at.replace(day=28) + timedelta(days=4)).replace(day=1) - at.replace(day=1)).days
        total += (steady + (HELPED - steady) * math.exp(-rate * (number + 0.5) / 365.25)) / days
    return total


def best_mix(levels: dict[str, list[float]], budget: float) -> dict[str, float]:
    """Return the mix with the best expected net result within a budget a year, by enumeration."""
    mixes = [dict(zip(levels, point, strict=True)) for point in itertools.product(*levels.values())]
    fitting = [mix for mix in mixes if sum(EFFORTS[name][1] * dose for name, dose in mix.items()) <= budget]
    return max(fitting, key=net_result)


def settings(row: Any) -> dict[str, float]:  # noqa: ANN401 - a row of the result
    """Return how much of each effort a mix has."""
    return {each.initiative: each.value for each in row.settings}
