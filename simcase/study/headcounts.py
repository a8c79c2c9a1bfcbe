"""Headcounts of a run by line, for tables and charts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np
import polars as pl

from simcase.compare import PricedRun
from simcase.declare.values import Label
from simcase.model import Model
from simcase.vocabulary import Floats

QUANTILES: Final = {"p05": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}


class LineGoal(NamedTuple):
    """A goal for the persons of one whole line in a month: the most, or the fewest, that there are to be."""

    line: str
    date: date
    threshold: float
    label: Label


def headcounts(world: PricedRun, months: Sequence[int] | None = None) -> pl.DataFrame:
    """Return persons by line and month (by state where the model has no lines): mean and quantiles over replications.

    `months` are positions in the run's months, all of them unless given.
    """
    names, persons = by_line(world)
    shown = range(persons.shape[1]) if months is None else months
    figures = {"mean": persons.mean(axis=0), **dict(zip(QUANTILES, np.quantile(persons, [*QUANTILES.values()], axis=0), strict=True))}
    return pl.DataFrame(
        [
            {"month": world.outcome.names.months[m], "line": name, **{key: float(values[m, n]) for key, values in figures.items()}}
            for n, name in enumerate(names)
            for m in shown
        ]
    )


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
