"""How much of something it takes to meet a goal: the dose, searched for with the same luck at every step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np

from simcase import __version__, compare
from simcase.compare import PricedRun, Probability
from simcase.compare.goals import met, value_of
from simcase.compare.search import searched, surely
from simcase.declare import shown_value
from simcase.declare.schema import Goal
from simcase.engine import Progress
from simcase.errors import Issue, UserError, closest
from simcase.model import Model, Parameter, parameter, with_thresholds, with_value
from simcase.model.labels import labels_by_id
from simcase.study.identity import resolved
from simcase.study.request import FEWEST, Request, window
from simcase.study.results import Aim, DoseRow, SolveResult
from simcase.study.run_result import programmes
from simcase.study.simulate import simulate, step
from simcase.tidy import BOUND
from simcase.words import said

TIMES: Final = 8.0
"""Doses up to so many times the one in the scenario are tried, unless a limit is given."""


def solve(
    request: Request,
    path: str,
    goal: str,
    probability: float,
    progress: Progress,
    limit: float | None = None,
    levels: Mapping[str, float] | None = None,
) -> SolveResult:
    """Return the dose at a path that meets a goal with a probability, or that there is none up to a limit.

    Raises UserError, before anything is run, for a path, goal or limit that is wrong.
    """
    model = with_thresholds(resolved(request), levels or {})
    request = replace(request, replications=request.replications or FEWEST)
    shown = window(request, model)
    verb = ("goals", request.scenario, "--solve", path, "--goal", goal, "--probability", f"{probability:g}")
    turn, aim = parameter(model, path), goal_of(model, goal)
    high = _limit(turn, limit)
    with_value(model, turn, high if limit is None else limit)
    last: dict[float, PricedRun] = {}

    def play(*doses: float) -> None:
        jobs = [step(request, with_value(model, turn, dose), verb) for dose in doses]
        last.update(zip(doses, (run.world for run in simulate(jobs, request.results, progress)), strict=True))

    def chance(dose: float) -> Probability:
        if dose not in last:
            play(dose)
        return chance_of(aim, last[dose])

    play(0.0, high)  # side by side

    found = searched(chance, 0.0, high, probability, whole=turn.whole)
    at = found.dose if found.dose is not None else max(found.tried, key=lambda dose: (found.tried[dose].probability, -dose))
    low, end = surely(found, probability) if found.outcome in {"least", "most"} else (None, None)
    return SolveResult(
        simcase=__version__,
        scenario=model.scenario,
        calibration=model.calibration,
        fit=model.fit,
        replications=request.count,
        seed=request.seed,
        goal=Aim(aim.id, aim.date, aim.threshold, probability),
        path=turn.path,
        now=turn.value,
        range=(0.0, high),
        outcome=found.outcome,
        dose=found.dose,
        low=low,
        high=end,
        best=DoseRow(at, found.tried[at]),
        bound_by=bound_by(last[high], turn),
        tried=tuple(DoseRow(dose, found.tried[dose]) for dose in sorted(found.tried)),
        programmes=tuple(row for row in programmes(last[at], shown) if row.month == aim.date.replace(day=1)),
    )


def goal_of(model: Model, name: str) -> Goal:
    """Return a goal that can be judged; raises UserError for another one."""
    known = {goal.id: goal for goal in model.goals}
    if name not in known:
        raise UserError([Issue("", 0, "--goal", f"'{name}'", *closest(name, known, labels_by_id(model)))])
    goal = known[name]
    if goal.count == "not_simulated" or not model.start <= goal.date <= model.end:
        raise UserError([Issue("", 0, "--goal", said("error.goal.not_held", name=name), said("error.goal.judged"))])
    if goal.threshold is None:
        hint = said("error.goal.give", name=name)
        raise UserError([Issue("", 0, "--goal", said("error.goal.unknown", name=name), said("error.goal.with_threshold"), hint)])
    return goal


def chance_of(goal: Goal, world: PricedRun) -> Probability:
    """Return the probability of meeting a goal in a world, with its interval."""
    value = value_of(goal, *world)
    if value is None:
        raise UserError([Issue("", 0, goal.id, said("error.goal.not_held", name=goal.id), said("error.goal.judged"))])
    return compare.share(met(goal, value), paired=compare.shared_draws(world.outcome))


def _limit(turn: Parameter, limit: float | None) -> float:
    """Return the largest dose that is tried; raises UserError where none is given and the scenario has none to begin from."""
    if limit is None and turn.path.endswith("share"):
        return 1.0
    high = limit if limit is not None else TIMES * turn.value
    if high <= 0.0:
        raise UserError([Issue("", 0, "--up-to", shown_value(high), said("error.goal.up_to", path=turn.path))])
    return float(round(high)) if turn.whole else high


def bound_by(world: PricedRun, turn: Parameter) -> str | None:
    """Return what bound most intakes of the programme that a number belongs to, None where it belongs to none."""
    names = world.outcome.names.programmes
    own = next((name for name in names if turn.path.startswith(f"initiatives.{name}.")), None)
    if own is None:
        return None
    intakes = world.outcome.bound[:, :, names.index(own)].sum(axis=(0, 1))
    return BOUND[int(np.argmax(intakes))].removeprefix("by_") if intakes.any() else None
