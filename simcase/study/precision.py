"""How many replications are enough: until means are as precise as users need, unless a number is given."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple, TypeAlias

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


Interim: TypeAlias = Callable[[Request, Sequence[Run]], None]
"""What hears of runs that have only begun, and of the request for as many replications as they have."""


class Precision(NamedTuple):
    """How wide the least precise mean is (half-width, 90 %): net kroner as a share of a year's, and persons on a line."""

    kroner: float
    persons: float

    @property
    def lacking(self) -> float:
        """Return how many times too wide that is."""
        return max(self.kroner / KRONER, self.persons / PERSONS)


def figures(world: PricedRun) -> tuple[Floats, Floats]:
    """Return net kroner of the whole by year, and persons on the plan's lines (shapes: replications, years; replications, years, lines)."""
    planned = [number for number, line in enumerate(world.model.lines) if not line.memo]
    return world.accounts.municipality[:, :, -1], world.accounts.persons[:, :, planned]


def precision(runs: Sequence[Run]) -> Precision:
    """Return how precise the means of a run are, or of the differences of several from the first."""
    first = runs[0].world
    if not first.accounts.lines:
        return Precision(0.0, 0.0)
    kroner, persons = figures(first)
    year = np.abs(kroner).mean(axis=0)
    others = [figures(each.world) for each in runs[1:]]
    every = [(one - kroner, other - persons) for one, other in others] or [(kroner, persons)]
    wide = [(half_width(one, paired=True), half_width(other, paired=True)) for one, other in every]
    return Precision(max(float(np.max(one / year)) for one, _ in wide), max(float(np.max(other, initial=0.0)) for _, other in wide))


def is_open(request: Request) -> bool:
    """Tell whether precision decides how many replications are played."""
    return request.replications is None and request.uncertainty != "none"


def until_precise(
    request: Request, models: Mapping[str, Model], progress: Progress, interim: Interim | None = None
) -> tuple[Request, list[Run]]:
    """Return runs with as many replications as are asked for, or as are needed by what the fewest show, and the request for them."""

    def played(asked: Request, there: int = 0) -> list[Run]:
        jobs = [Job(replace(asked, scenario=scenario), model, begun=there) for scenario, model in models.items()]
        told = (lambda count, runs: interim(replace(asked, replications=count), runs)) if interim else None
        return list(simulate(jobs, asked.results, progress, interim=told))

    runs = played(request)
    if not is_open(request):
        return request, runs
    needed = math.ceil(request.count * precision(runs).lacking ** 2 / STEP) * STEP
    if needed <= request.count:
        return request, runs
    asked = replace(request, replications=min(MOST, needed))
    return asked, played(asked, request.count)
