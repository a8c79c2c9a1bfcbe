"""A small invented town in which the best mix of initiatives is known by enumeration, in closed form."""

from __future__ import annotations

import itertools
import math
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from worlds import Tree, aided, initiative, write

from simcase.vocabulary import NORMAL_95

KRONER: float = 9000.0
"""A month's aid."""
EXITS, ENTRIES = 0.5, 0.2
"""Moves a year and person, as `aided` has them."""
HELPED, WORKING = 120, 80
EFFORTS: dict[str, tuple[float, float]] = {
    "course": (1.50, 1_000_000.0),
    "mentor": (1.25, 560_000.0),
    "visits": (1.30, 610_000.0),
    "letters": (1.05, 100_000.0),
}
"""The hazard ratio of each effort and its kroner a year."""
SPREAD = 1.1
"""By how many times what is known of a hazard ratio may be off either way, nine times of ten, where effects are uncertain."""
GOAL = {"id": "few", "label": "Few", "count": "persons", "states": ["help"], "date": "2020-12-31", "threshold": 50}


def town(folder: Path, *, uncertain: bool = False) -> None:
    """Write the town into a folder: a baseline without efforts, and the efforts to choose from, of effects that are known or not."""
    efforts = [_effort(name, ratio, kroner, SPREAD if uncertain else 1.0) for name, (ratio, kroner) in EFFORTS.items()]
    write(folder, aided(HELPED, WORKING, KRONER) | {"goals": [GOAL]}, {}, efforts)


def _effort(name: str, ratio: float, kroner: float, spread: float) -> Tree:
    """Return an effort with the range of its hazard ratio and what it costs each year."""
    known = {"value": ratio, "low": ratio / spread, "high": ratio * spread, "grade": "D", "source": "judgement: invented"}
    effects = [{"exits_to": ["work"], "hazard_ratio": known}]
    costs = [{"year": year, "line": "aid", "kroner": kroner} for year in (2019, 2020)]
    return initiative(name, ["help"], ["work"], ratio) | {"effects": effects, "costs": costs}


def net_result(doses: dict[str, float], *, uncertain: bool = False) -> float:
    """Return the expected net result over both years of so much of each effort: aid saved less what the efforts cost.

    Where effects are uncertain, their logs are normal and independent, and so is their sum: the mean is taken by Gauss and Hermite.
    """
    log_ratio = sum(dose * math.log(EFFORTS[name][0]) for name, dose in doses.items())
    cost = 2.0 * sum(EFFORTS[name][1] * dose for name, dose in doses.items())
    sd = math.log(SPREAD) / NORMAL_95 * math.hypot(*doses.values()) if uncertain else 0.0
    nodes, weights = np.polynomial.hermite_e.hermegauss(7)
    left = sum(weight * _months_on_aid(math.exp(log_ratio + sd * node)) for node, weight in zip(nodes, weights, strict=True))
    return KRONER * (_months_on_aid(1.0) - left / float(weights.sum())) - cost


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


def best_mix(levels: dict[str, list[float]], budget: float, *, uncertain: bool = False) -> dict[str, float]:
    """Return the mix with the best expected net result within a budget a year, by enumeration."""
    mixes = [dict(zip(levels, point, strict=True)) for point in itertools.product(*levels.values())]
    fitting = [mix for mix in mixes if sum(EFFORTS[name][1] * dose for name, dose in mix.items()) <= budget]
    return max(fitting, key=lambda mix: net_result(mix, uncertain=uncertain))


def settings(row: Any) -> dict[str, float]:  # noqa: ANN401 - a row of the result
    """Return how much of each effort a mix has."""
    return {each.initiative: each.value for each in row.settings}
