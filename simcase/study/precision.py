"""How many replications are enough: until means are as precise as users need, unless a number is given."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from simcase.compare import World
from simcase.study.request import Request
from simcase.study.worlds import Run
from simcase.vocabulary import Floats

COUNTS: Final = (200, 400, 800, 1600, 2000)
"""Replications that are tried in turn."""
KRONER: Final = 0.005
"""Half-width of a mean that is precise enough, as a share of a year's net cost."""
PERSONS: Final = 5.0
"""And in persons on a line."""
NORMAL_95: Final = 1.6448536269514722
"""Half-widths are those of an interval that holds nine of ten."""


def half_width(values: Floats) -> Floats:
    """Return the half-width of the mean over replications, of which two share a draw (shape: replications, ... -> ...)."""
    pairs = values[: len(values) // 2 * 2]
    means = pairs.reshape(len(pairs) // 2, 2, *pairs.shape[1:]).mean(axis=1)
    return np.asarray(NORMAL_95 * means.std(axis=0, ddof=1) / math.sqrt(len(means)))


def figures(world: World) -> tuple[Floats, Floats]:
    """Return net kroner of the whole by year, and persons by year and line (shapes: replications, years; replications, years, lines)."""
    return world.accounts.municipality[:, :, -1], world.accounts.persons[:, :, :-1]


def precise(runs: Sequence[Run]) -> bool:
    """Tell whether the means of a run, or of the differences of several from the first, are precise enough."""
    first = runs[0].world
    if not first.accounts.lines:
        return True
    kroner, persons = figures(first)
    limit = KRONER * np.abs(kroner).mean(axis=0)
    others = [figures(each.world) for each in runs[1:]]
    every = [(one - kroner, other - persons) for one, other in others] or [(kroner, persons)]
    return all(bool(np.all(half_width(one) <= limit) and np.all(half_width(other) <= PERSONS)) for one, other in every)


def until_precise(request: Request, played: Callable[[Request], list[Run]]) -> tuple[Request, list[Run]]:
    """Return runs with as many replications as are asked for, or as few of those tried as are precise, and the request for them."""
    if request.replications is not None or request.uncertainty == "none":
        return request, played(request)
    for count in COUNTS:
        asked = replace(request, replications=count)
        runs = played(asked)
        if precise(runs):
            break
    return asked, runs
