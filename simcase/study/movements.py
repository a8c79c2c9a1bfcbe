"""Moves into, out of and between the lines of a run's budget, and how long and at which refusion step its citizens are there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

import numpy as np

from simcase import tidy
from simcase.compare import Estimate, estimate
from simcase.study.headcounts import lines_of
from simcase.study.open_runs import Shown
from simcase.study.periods import whole
from simcase.tidy import ARRIVAL


class LineFlow(NamedTuple):
    """Citizens who come to a line in a year, or who leave it."""

    line: str
    year: int
    way: Literal["in", "out"]
    moves: Estimate


class LineMove(NamedTuple):
    """Mean moves a year from a line to another, or to a state that is on none."""

    line: str
    to: str
    moves: float


class StepShare(NamedTuple):
    """The share of a line's days at a step of the refusion ladder."""

    line: str
    step: str
    share: float


class LongTermShare(NamedTuple):
    """The share of a line's citizens in a month who have been in their state for long (mean over replications)."""

    line: str
    month: date
    share: float


def line_flows(shown: Shown) -> Iterator[LineFlow]:
    """Yield citizens who come to a line and who leave it, by line and year reported."""
    outcome, states = shown.world.outcome, shown.world.outcome.names.states
    for line, inside in lines_of(shown.world.model).items():
        within = [states.index(state) for state in inside]
        outside = [i for i in range(len(states) + 1) if i not in within]
        into = outcome.flow[:, :, outside][..., within].sum(axis=(2, 3)).astype(np.float64)
        out = outcome.flow[:, :, within][..., [i for i in outside if i < len(states)]].sum(axis=(2, 3)).astype(np.float64)
        for y in shown.window.years:
            yield LineFlow(line, outcome.years[y], "in", estimate(into[:, y]))
            yield LineFlow(line, outcome.years[y], "out", estimate(out[:, y]))


def line_moves(shown: Shown) -> Iterator[LineMove]:
    """Yield the mean moves a year out of each line, over the years reported in full, over all reported where none is."""
    outcome = shown.world.outcome
    line = {state: name for name, states in lines_of(shown.world.model).items() for state in states}
    years = [y for y in shown.window.years if whole(shown.result.run, outcome.years[y])] or shown.window.years
    mean = outcome.flow[:, years].sum(axis=1).mean(axis=0) / max(len(years), 1)
    sources = (*outcome.names.states, ARRIVAL)
    moves: dict[tuple[str, str], float] = {}
    for a, b in zip(*np.nonzero(mean), strict=True):
        left, entered = line.get(sources[a]), line.get(outcome.names.states[b], outcome.names.states[b])
        if left is not None and left != entered:
            moves[left, entered] = moves.get((left, entered), 0.0) + float(mean[a, b])
    return (LineMove(*pair, each) for pair, each in moves.items())


def step_shares(shown: Shown) -> list[StepShare]:
    """Return the share of each line's days by refusion step, over the years reported, where the ladder counts them."""
    outcome = shown.world.outcome
    line = {state: name for name, states in lines_of(shown.world.model).items() for state in states}
    days = tidy.yearly(outcome, outcome.cell_days)[:, shown.window.years].mean(axis=0).sum(axis=0)
    sums: dict[str, dict[str, float]] = {}
    for (state, column, _), each in zip(tidy.cell_names(outcome.names), days, strict=True):
        if column.startswith("step_") and state in line:
            steps = sums.setdefault(line[state], {})
            steps[column] = steps.get(column, 0.0) + float(each)
    totals = {name: sum(steps.values()) for name, steps in sums.items()}
    paid = {name: sorted(steps.items()) for name, steps in sums.items() if totals[name] > 0.0}
    return [StepShare(name, step, each / totals[name]) for name, steps in paid.items() for step, each in steps]


def long_term_shares(shown: Shown) -> Iterator[LongTermShare]:
    """Yield the share of each line's citizens who have been in their state for long, by line and month reported."""
    outcome, states = shown.world.outcome, shown.world.outcome.names.states
    for line, inside in lines_of(shown.world.model).items():
        within = [states.index(state) for state in inside]
        stock, long = (figure[:, :, within].sum(axis=2).mean(axis=0) for figure in (outcome.stock, outcome.long_term))
        for m in shown.window.months:
            yield LongTermShare(line, outcome.names.months[m], float(long[m] / max(stock[m], 1e-9)))
