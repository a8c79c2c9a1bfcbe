"""What each part of a scenario adds: in the order in which it is composed, and averaged over all orders."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Final

import numpy as np

from simcase.compare import PricedRun, estimate, total
from simcase.engine import Progress
from simcase.model import Model, Part, Parts, with_workbook_edits
from simcase.study.request import Request
from simcase.study.results import Contribution
from simcase.study.simulate import Job, simulate
from simcase.vocabulary import Floats

AVERAGED: Final = 4
"""Parts at the most whose contributions are averaged over all orders: so many have 16 worlds."""
Value = Callable[[frozenset[Part]], Floats]
"""The municipality's kroner over all years in the baseline with some parts (shape: replications)."""


def worlds_needed(names: Sequence[Part]) -> Iterator[frozenset[Part]]:
    """Yield the worlds that contributions are told from: each by its parts, the baseline first and the scenario last."""
    if len(names) > AVERAGED:
        yield from (frozenset(names[:size]) for size in range(len(names) + 1))
        return
    for size in range(len(names) + 1):
        yield from map(frozenset, combinations(names, size))


def model_of(request: Request, found: Parts, some: frozenset[Part]) -> Model:
    """Return the model of the baseline with some parts, with the assumptions asked for."""
    model = found.model(some)
    return model if request.assumptions is None else with_workbook_edits(model, request.assumptions)


def contributions(
    request: Request, found: Parts, scenario: str, ends: tuple[PricedRun, PricedRun], progress: Progress
) -> list[Contribution]:
    """Return the municipality's kroner over all years that each part adds: to those before it, and on average over all orders.

    Either column adds up to the whole difference. `ends` are the baseline and the scenario. What a scenario changes besides its
    initiatives comes last, under no initiative. Of more parts than can be averaged the average is None.
    """
    kroner = {frozenset[Part](): total(ends[0].accounts), frozenset(found.names): total(ends[1].accounts)}
    own = replace(request, scenario=scenario)
    lacking = [some for some in worlds_needed(found.names) if some not in kroner]
    jobs = [Job(own, model_of(request, found, some), ("compare", request.scenario, scenario)) for some in lacking]
    for some, part in zip(lacking, simulate(jobs, request.results, progress), strict=True):
        kroner[some] = total(part.world.accounts)
    stacked = in_order(found.names, kroner.__getitem__)
    averaged = over_orders(found.names, kroner.__getitem__) if len(found.names) <= AVERAGED else [None] * len(found.names)
    return [
        Contribution(name, estimate(one), None if other is None else estimate(other))
        for name, one, other in zip(found.names, stacked, averaged, strict=True)
    ]


def in_order(names: Sequence[Part], value: Value) -> list[Floats]:
    """Return what each part adds to those before it."""
    sums = [value(frozenset(names[:size])) for size in range(len(names) + 1)]
    return [np.asarray(after - before) for before, after in pairwise(sums)]


def over_orders(names: Sequence[Part], value: Value) -> list[Floats]:
    """Return what each part adds, averaged over all orders of the parts (Shapley 1953).

    >>> kroner = {(): 0.0, ("a",): 6.0, ("b",): 4.0, ("a", "b"): 8.0}
    >>> [float(each) for each in over_orders(["a", "b"], lambda some: np.asarray(kroner[tuple(sorted(some))]))]
    [5.0, 3.0]
    """
    return [np.asarray(sum(weight * (value(some | {name}) - value(some)) for some, weight in _before(name, names))) for name in names]


def _before(name: Part, names: Sequence[Part]) -> Iterator[tuple[frozenset[Part], float]]:
    """Yield the parts that may come before one, and in what share of all orders just these do."""
    others = [each for each in names if each != name]
    for size in range(len(others) + 1):
        share = 1.0 / (len(names) * math.comb(len(others), size))
        yield from ((frozenset(some), share) for some in combinations(others, size))
