"""Answer questions about a model: a number with its source, the weakest grade, the fitted multipliers."""

from __future__ import annotations

import math
from collections.abc import Iterator

from simcase.declare.economy import Group
from simcase.declare.fitting import Parameter
from simcase.declare.schema import Transition
from simcase.declare.values import Factor, Figure, Grade, Sourced
from simcase.model.paths import at, find
from simcase.model.resolved import Model
from simcase.model.uncertainty import effects_of


def figure_at(model: Model, path: str) -> tuple[str, Figure]:
    """Return a path and the number it leads to, a bare number with the source and grade of what it stands in.

    Raises UserError for a path that leads to no number.
    """
    section, _, line = path.partition(".")
    if section == "take_up" and line in model.take_up:
        return path, take_up_used(model, line)
    where = find(model, path)
    found = at(model, where)
    if isinstance(found, Figure):
        return path, found
    for length in range(len(where) - 1, 0, -1):
        around = at(model, where[:length])
        if isinstance(around, Sourced):
            return path, Figure(value=found, source=around.source, grade=around.grade, note=around.note)
    return path, Figure(value=found)


def weakest_grade(model: Model) -> Grade:
    """Return the weakest grade among the figures that a result leans on: transitions, stock, take-up, rates, effects."""
    return max((figure.grade for figure in _leaned_on(model)), default="A")


def _leaned_on(model: Model) -> Iterator[Figure]:
    """Yield the figures that a result leans on."""
    yield from (transition.rate for transition in model.transitions)
    yield from model.stock.states.values()
    yield from (Figure(value=0.0, source=each.source, grade=each.grade) for each in model.stock.refusion_steps.values())
    yield from model.take_up.values()
    yield from model.rates.values()
    for process in model.economy.processes if model.economy else ():
        yield from (process.half_life_months, process.sd, *process.loadings.values())
    yield from (Figure(value=0.0, source=course.source, grade=course.grade) for course in model.courses)
    yield from (effect.hazard_ratio for initiative in model.initiatives for _, effects in effects_of(initiative) for effect in effects)
    yield from (initiative.prevents for initiative in model.initiatives if initiative.prevents is not None)


def multipliers(model: Model) -> dict[tuple[str, str], float]:
    """Return the product of the fitted multipliers that apply to each transition, 1 where none does."""
    absorbing = {state.id for state in model.states if state.absorbing}
    moving = [(one, _fitted(model, one)) for one in model.parameters if one.kind == "transitions"]
    return {(each.from_, each.to): math.prod(value for one, value in moving if applies(one, each, absorbing)) for each in model.transitions}


def applies(parameter: Parameter | Group, transition: Transition, absorbing: set[str]) -> bool:
    """Tell whether a parameter or a group of the economy has a transition: no state named means any, but not into an absorbing one."""
    leaves = not parameter.from_ or transition.from_ in parameter.from_
    enters = transition.to in parameter.to if parameter.to else transition.to not in absorbing
    return leaves and enters


def arrival_multiplier(model: Model, arrival_id: str) -> float:
    """Return the product of the fitted multipliers that apply to an arrival; no arrival named means any."""
    applying = [one for one in model.parameters if one.kind == "arrivals" and (not one.from_ or arrival_id in one.from_)]
    return math.prod(_fitted(model, one) for one in applying)


def take_up(model: Model, line_id: str) -> float:
    """Return the share of a line's rates that is paid: fitted where the line has an unknown, else as stated, 1 where nothing is."""
    for one in model.parameters:
        if one.kind == "take_up" and one.line == line_id:
            return _fitted(model, one)
    return model.take_up[line_id].value if line_id in model.take_up else 1.0


def take_up_used(model: Model, line_id: str) -> Figure:
    """Return the share of a line's rates that is paid as it is used, with source and grade; a fitted one has no longer the range stated."""
    stated = model.take_up.get(line_id, Factor(value=1.0, source="definition: the whole rate is paid unless stated", grade="A"))
    if model.fit and any(each.kind == "take_up" and each.line == line_id for each in model.parameters):
        source = f"fitted ({model.fit}); before: {stated.source}"
        return stated.model_copy(update={"value": take_up(model, line_id), "source": source, "low": None, "high": None})
    return stated.model_copy(update={"value": take_up(model, line_id)})


def _fitted(model: Model, parameter: Parameter) -> float:
    """Return the value of an unknown: fitted, else its prior."""
    return model.fitted.get(parameter.id, parameter.prior)
