"""Kernel and twin side by side: a model from plain trees, played by both, and the first thing on which they disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise, zip_longest
from typing import Any

import numpy as np
from twin import Event, Town

from simcase.declare.economy import Economy
from simcase.declare.initiatives import Initiative
from simcase.declare.laws import DatedLaw
from simcase.declare.refusion import Refusion
from simcase.declare.schema import (
    Arrival,
    Counted,
    Population,
    Profiles,
    RateClass,
    Rule,
    Segment,
    StaffPool,
    State,
    Stock,
    Transition,
    WageDeduction,
)
from simcase.declare.values import Label
from simcase.engine import Replication, conduct
from simcase.engine.programmes import processes
from simcase.engine.stock import donors_of
from simcase.errors import STRONGEST
from simcase.model import Donors, Model
from simcase.model.checks import findings
from simcase.tables import Clockwork, Tables, between, tabulate

Tree = Mapping[str, Any]
ROOM = 400_000
"""Events for which the kernel's log has room."""
LISTS: Mapping[str, type[Any]] = {
    "states": State,
    "transitions": Transition,
    "segments": Segment,
    "arrivals": Arrival,
    "counters": Counted,
    "rules": Rule,
    "laws": DatedLaw,
    "rate_classes": RateClass,
    "wage_deductions": WageDeduction,
    "staff": StaffPool,
    "initiatives": Initiative,
}
PARTS: Mapping[str, type[Any]] = {"stock": Stock, "profiles": Profiles, "population": Population, "refusion": Refusion, "economy": Economy}


def model_of(tree: Tree) -> Model:
    """Return the model that a tree of sections describes; it must be one that simcase accepts."""
    title = Label(da="By", en="Town")
    sections: dict[str, Any] = {name: tuple(kind(**each) for each in tree.get(name, ())) for name, kind in LISTS.items()}
    sections |= {name: kind(**tree[name]) for name, kind in PARTS.items() if name in tree}
    sections["initiatives"] = tuple(sorted(sections["initiatives"], key=lambda each: each.id))
    days = {name: tree.get(name) for name in ("start", "end", "known_until")}
    model = Model("town", title, "town", title, **days, **sections)
    too_fast = f"at most {STRONGEST:g} a year"  # the two engines must agree beyond what a file may ask for
    wrong = [one for one in findings(model) if one.expected != too_fast]
    assert not wrong, wrong
    return model


def without(model: Model) -> Model:
    """Return a model without its initiatives."""
    return replace(model, initiatives=())


def lived_before(model: Model, days: int, seed: int) -> Donors:
    """Return those who live in a model after some days before its start as donors for its starting stock."""
    tables = between(without(model), model.start - timedelta(days=days), model.start - timedelta(days=1))
    who = conduct(tables, None, (seed, 1), events=ROOM).who
    there = np.flatnonzero((who.state >= 0) & ~tables.clockwork.absorbing[who.state])
    order = there[np.lexsort((who.birth[there], who.state[there]))]
    steady, counters = np.zeros(len(tables.names.states)), len(tables.clockwork.counter_runs)
    return donors_of(who, order, np.ones(len(order)), steady, counters)


def played(tables: Tables, donors: Donors | None, luck: tuple[int, int]) -> Replication:
    """Return a world played by the kernel, with a log."""
    world = conduct(tables, donors, luck, processes(tables, []), events=ROOM)
    assert world.into.logged[0] < ROOM
    return world


def logged(world: Replication) -> list[Event]:
    """Return the kernel's log by time and citizen; the order of one citizen's events is kept."""
    count = int(world.into.logged[0])
    rows = zip(world.into.log_time[:count].tolist(), *world.into.log[:count].T.tolist(), strict=True)
    return sorted(rows, key=lambda event: event[:2])


def counted(world: Replication) -> dict[int, int]:
    """Return the refusion counter of each citizen in the kernel's world."""
    return {
        number: weeks
        for number, weeks, state in zip(world.who.number.tolist(), world.who.weeks.tolist(), world.who.state, strict=True)
        if state >= 0
    }


def booked(world: Replication, work: Clockwork) -> list[tuple[tuple[int, int], float]]:
    """Return the days that the kernel booked by state and refusion column, where there are any."""
    days = (np.cumsum(world.into.whole, axis=1)[:, :-1] * np.diff(work.book_edge) + world.into.part).sum(axis=1)
    by_state = [days[first:last] for first, last in pairwise(work.cell_first)]
    columns = [each.reshape(-1, count).sum(axis=1).tolist() for each, count in zip(by_state, work.class_count, strict=True)]
    return [((state, column), spent) for state, each in enumerate(columns) for column, spent in enumerate(each) if spent]


def first_difference(kernel: Sequence[object], twin: Sequence[object]) -> str:
    """Return the first pair of rows that differ, and the rows before it, as text; nothing where none does."""
    for place, (one, other) in enumerate(zip_longest(kernel, twin)):
        if one != other:
            before = list(kernel[max(0, place - 3) : place])
            return f"row {place} of {len(kernel)} and {len(twin)}: kernel {one}, twin {other}; before it {before}"
    return ""


def unlike(world: Replication, alone: Replication) -> str:
    """Return the first thing that a world which keeps everybody and one which keeps those alone who are looked at do not record alike."""
    for name in world.into._fields:
        if not name.startswith("log") and not np.array_equal(getattr(world.into, name), getattr(alone.into, name)):
            return f"{name} differs where citizens at whom nobody looks are played at once"
    return ""


def disagreement(model: Model, donors: Donors | None = None, luck: tuple[int, int] = (7, 3)) -> str:
    """Return the first thing on which kernel and twin disagree in a model, nothing where they agree."""
    tables = tabulate(model)
    town = Town(tables, donors._asdict() if donors else None, luck)
    log = town.play()
    world = played(tables, donors, luck)
    weeks = {who.number: who.weeks for who in town.citizens if who.state >= 0}
    return (
        first_difference(logged(world), log)
        or first_difference(sorted(counted(world).items()), sorted(weeks.items()))
        or first_difference(booked(world, tables.clockwork), sorted(town.days.items()))
        or unlike(world, conduct(tables, donors, luck, processes(tables, [])))
    )
