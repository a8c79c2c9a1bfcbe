"""Headcounts of a run by line, for tables and charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from simcase.compare import Edge, PricedRun, quantiles
from simcase.declare.values import Label
from simcase.model import Model
from simcase.vocabulary import Floats

QUANTILES: Final = (0.05, 0.25, 0.5, 0.75, 0.95)


class LineGoal(NamedTuple):
    """A goal for the persons of one whole line in a month: the most, or the fewest, that there are to be."""

    line: str
    date: date
    threshold: float
    label: Label


class HeadcountRow(NamedTuple):
    """Persons on a line in a month (on a state where the model has no lines): mean and quantiles over replications."""

    month: date
    line: str
    mean: float
    p05: float
    p25: float
    p50: float
    p75: float
    p95: float

    def at(self, edge: Edge) -> float:
        """Return the mean, the middle or an end of what nine runs of ten lie between."""
        return {"mean": self.mean, "p05": self.p05, "p50": self.p50, "p95": self.p95}[edge]


def headcounts(world: PricedRun, months: Sequence[int] | None = None) -> list[HeadcountRow]:
    """Return persons by line and month; `months` are positions in the run's months, all of them unless given."""
    names, persons = by_line(world)
    figures = [persons.mean(axis=0), *quantiles(persons, QUANTILES)]
    return [
        HeadcountRow(world.outcome.names.months[m], name, *(float(values[m, n]) for values in figures))
        for n, name in enumerate(names)
        for m in (range(persons.shape[1]) if months is None else months)
    ]


def by_line(world: PricedRun) -> tuple[list[str], Floats]:
    """Return the lines and the persons on each, averages of the month (shape: replications, months, lines)."""
    members = lines_of(world.model)
    average = world.outcome.days / world.outcome.month_days[:, None]
    columns = {name: [world.outcome.names.states.index(state) for state in states] for name, states in members.items()}
    return list(members), np.stack([average[:, :, states].sum(axis=2) for states in columns.values()], axis=2)


def lines_of(model: Model) -> dict[str, list[str]]:
    """Return the states of each line in the order of the budget, or each state by itself where the model has no lines."""
    living = [state for state in model.states if not state.absorbing]
    if not model.lines:
        return {state.id: [state.id] for state in living}
    return {line.id: [state.id for state in living if state.line == line.id] for line in model.lines}


def goals_by_line(model: Model) -> list[LineGoal]:
    """Return the goals that set a number for the persons of one whole line in a month."""
    lines = {frozenset(states): line for line, states in lines_of(model).items()} if model.lines else {}
    return [
        LineGoal(line, goal.date, goal.threshold, goal.label)
        for goal in model.goals
        if goal.count == "persons" and goal.period == "month" and not goal.over and goal.threshold is not None
        if (line := lines.get(frozenset(goal.states))) is not None
    ]
