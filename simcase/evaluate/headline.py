"""Headline figures of a world: what a line of the budget holds in a year, what all costs, a goal's figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from simcase.compare import COUNTS, MONEY, PricedRun, goal_value
from simcase.errors import Issue, UserError, closest
from simcase.model import Model
from simcase.money import summed, totals
from simcase.study.request import Window
from simcase.vocabulary import Floats
from simcase.words import said

KINDS: Final = (*COUNTS, *MONEY)
NET_SPENDING: Final = "net_spending"
"""Support after refund, memo lines included, with what initiatives cost and less grants."""
NET_RESULT: Final = "net_result"
"""By how much less that is than in a baseline."""
GOAL: Final = "goal"


class Headlines(NamedTuple):
    """The figures of a world that a headline may be: R replications, Y years, L lines, G goals (NaN: the run does not hold it)."""

    lines: Floats  # 6, R, Y, L: persons by three counts, kroner by payer
    spending: Floats  # R, Y: the municipality's kroner on initiatives, less grants
    goals: Floats  # G, R


class Headline(NamedTuple):
    """A figure asked for: its name, what it counts, where (a line or a goal), and in which years, as positions in the run's."""

    name: str
    kind: str
    where: int
    years: tuple[int, ...]


def headlines(world: PricedRun) -> Headlines:
    """Return the headline figures of a world."""
    model, outcome, accounts = world
    runs = len(outcome.days)
    goals = [goal_value(goal, model, outcome, accounts) for goal in model.goals]
    return Headlines(
        lines=np.stack([getattr(accounts, kind) for kind in KINDS]),
        spending=summed(model, outcome, "municipality", grants=True) + summed(model, outcome, "municipality", grants=False),
        goals=np.array([np.full(runs, np.nan) if value is None else value for value in goals]).reshape(len(goals), runs),
    )


def blank(model: Model, years: int, replications: int) -> Headlines:
    """Return headline figures of no world, of the shapes and types of any other's."""
    lines = len(totals(model)[0]) if model.lines else 0
    return Headlines(
        np.zeros((len(KINDS), replications, years, lines)), np.zeros((replications, years)), np.zeros((len(model.goals), replications))
    )


def headline_of(name: str, model: Model, years: Sequence[int], shown: Window, *, paired: bool) -> Headline:
    """Return the headline figure of a name: KIND.LINE, KIND.LINE.YEAR, goal.ID, net_spending or, with a baseline, net_result.

    `years` are the calendar years of the run. Raises UserError for another name.
    """
    whole = tuple(shown.years)
    kind, *rest = name.split(".")
    if name == NET_SPENDING or (name == NET_RESULT and paired):
        return Headline(name, name, -1, whole)
    if kind == GOAL and len(rest) == 1:
        return Headline(name, GOAL, _place(name, rest[0], [goal.id for goal in model.goals]), whole)
    if kind in KINDS and len(rest) in {1, 2}:
        line = _place(name, rest[0], totals(model)[0])
        year = whole if len(rest) == 1 else (whole[_place(name, rest[1], [str(years[y]) for y in whole])],)
        return Headline(name, kind, line, year)
    more = said("error.figure.forms", kinds=KINDS, goal=GOAL, net_spending=NET_SPENDING, net_result=NET_RESULT)
    raise UserError([Issue("", 0, "--figure", f"'{name}'", more)])


def _place(name: str, part: str, known: Sequence[str]) -> int:
    """Return the position of a part of a figure's name among those that there are."""
    if part not in known:
        expected, hint = closest(part, known)
        raise UserError([Issue("", 0, f"--figure {name}", f"'{part}'", expected, hint)])
    return list(known).index(part)


def value(figure: Headline, world: Headlines) -> Floats:
    """Return a headline figure in each replication: kroner summed over its years, persons as their average (shape: replications)."""
    years = list(figure.years)
    if figure.kind == GOAL:
        return np.asarray(world.goals[figure.where])
    if figure.kind in KINDS:
        found = world.lines[KINDS.index(figure.kind)][:, years, figure.where]
        return np.asarray(found.mean(axis=1) if figure.kind in COUNTS else found.sum(axis=1))
    sums = world.spending[:, years].sum(axis=1)
    if world.lines.shape[-1]:
        sums = sums + world.lines[KINDS.index("municipality")][:, years, -1].sum(axis=1)
    return np.asarray(-sums if figure.kind == NET_RESULT else sums)
