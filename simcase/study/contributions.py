"""What each initiative adds, in the order in which a scenario is composed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from simcase.compare import World, dist, total
from simcase.engine import Progress
from simcase.model import Model, signed
from simcase.money import accounts
from simcase.study.request import Request
from simcase.study.worlds import simulated
from simcase.tables import compiled


def contributions(request: Request, baseline: World, scenario: World, progress: Progress) -> list[dict[str, Any]]:
    """Return the municipality's kroner over all years that each initiative adds to the worlds before it.

    The rows add up to the whole difference. What a scenario changes besides its initiatives comes last, under no initiative.
    """
    rows, before = [], total(baseline.accounts)
    for name, model in stacked(baseline.model, scenario.model):
        after = total(scenario.accounts if same(model, scenario.model) else _world(request, model, progress).accounts)
        rows.append({"initiative": name, "municipality": dist(np.asarray(after - before))})
        before = after
    return rows


def stacked(baseline: Model, scenario: Model) -> Iterator[tuple[str | None, Model]]:
    """Yield the baseline with one initiative of the scenario more each time, then the scenario, unless it is the last of them."""
    there = {each.id: each for each in baseline.initiatives}
    new = {each.id: each for each in scenario.initiatives}
    gone = [name for name in baseline.composed if name not in new]
    model = baseline
    for name in (*gone, *scenario.composed):
        if there.get(name) == new.get(name):
            continue
        there.pop(name, None)
        there |= {name: new[name]} if name in new else {}
        model = replace(baseline, initiatives=tuple(there[key] for key in sorted(there)))
        yield name, model
    if not same(model, scenario):
        yield None, scenario


def same(one: Model, other: Model) -> bool:
    """Tell whether two models are the same world, whatever they are called."""
    nameless = {"scenario": "", "title": one.title, "composed": (), "digest": ""}
    return replace(one, **nameless) == replace(other, **nameless)  # type: ignore[arg-type]


def _world(request: Request, model: Model, progress: Progress) -> World:
    """Return the world of a model that is run for its contribution alone."""
    outcome = simulated(request, signed(model), compiled(model), progress)
    return World(model, outcome, accounts(model, outcome, request.prices))
