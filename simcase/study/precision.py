"""How many replications are enough: until means are as precise as users need, unless a number is given."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from simcase.compare import PricedRun, half_width
from simcase.engine import Progress
from simcase.model import Model
from simcase.study.request import Request
from simcase.study.simulate import Job, Run, simulate
from simcase.vocabulary import Floats

MOST: Final = 2000
"""Replications at the most; what is still less precise then is said by its interval."""
STEP: Final = 100
"""Replications are a multiple of this."""
KRONER: Final = 0.005
"""Half-width of a mean that is precise enough, as a share of a year's net cost."""
PERSONS: Final = 5.0
"""And in persons on a line."""


def figures(world: PricedRun) -> tuple[Floats, Floats]:
    """Return net kroner of the whole by year, and persons on the plan's lines (shapes: replications, years; replications, years, lines)."""
    planned = [number for number, line in enumerate(world.model.lines) if not line.memo]
    return world.accounts.municipality[:, :, -1], world.accounts.persons[:, :, planned]


def lacking(runs: Sequence[Run]) -> float:
    """Return how many times too wide the least precise mean is: of a run, or of the differences of several from the first."""
    first = runs[0].world
    if not first.accounts.lines:
        return 0.0
    kroner, persons = figures(first)
    limit = KRONER * np.abs(kroner).mean(axis=0)
    others = [figures(each.world) for each in runs[1:]]
    every = [(one - kroner, other - persons) for one, other in others] or [(kroner, persons)]
    wide = [(half_width(one, paired=True), half_width(other, paired=True)) for one, other in every]
    return max(max(float(np.max(one / limit)), float(np.max(other, initial=0.0)) / PERSONS) for one, other in wide)


def until_precise(request: Request, models: Mapping[str, Model], progress: Progress) -> tuple[Request, list[Run]]:
    """Return runs with as many replications as are asked for, or as are needed by what the fewest show, and the request for them."""

    def played(asked: Request, begun: int = 0) -> list[Run]:
        jobs = [Job(replace(asked, scenario=scenario), model, begun=begun) for scenario, model in models.items()]
        return list(simulate(jobs, asked.results, progress))

    runs = played(request)
    if request.replications is not None or request.uncertainty == "none":
        return request, runs
    needed = math.ceil(request.count * lacking(runs) ** 2 / STEP) * STEP
    if needed <= request.count:
        return request, runs
    asked = replace(request, replications=min(MOST, needed))
    return asked, played(asked, request.count)
