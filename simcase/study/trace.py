"""One synthetic citizen's life, in one world or side by side in several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

import numpy as np

from simcase import engine
from simcase.errors import Issue, UserError
from simcase.model import Model
from simcase.study.request import Request
from simcase.study.worlds import resolved, starting_stock
from simcase.tables import Tables, compiled
from simcase.vocabulary import DAYS_PER_YEAR, Floats, Ints

Life = dict[str, Any]
EVENTS_A_PLACE: Final = 3
"""What the log holds of a participant at the most: admitted, out again, and what became of it."""


def trace(request: Request, citizen: int, scenarios: Sequence[str] = (), replication: int = 0) -> Life:
    """Return a citizen's spells and events in the request's world and in further scenarios, with the same luck.

    Citizens are counted from 0: the stock at the start state by state, then arrivals. Raises UserError for a number that nobody has.
    """
    models = [resolved(request), *(resolved(request, scenario) for scenario in scenarios)]
    worlds = [_life(request, model, citizen, replication) for model in models]
    return {
        "citizen": citizen,
        "synthetic": True,
        "replication": replication,
        "seed": request.seed,
        **worlds[0]["who"],
        "worlds": [_public(world) for world in worlds],
    }


def _public(world: Life) -> Life:
    """Return what is told of a world besides who the citizen is."""
    return {key: value for key, value in world.items() if key != "who"}


def _life(request: Request, model: Model, citizen: int, replication: int) -> Life:
    """Return a citizen's life in one world."""
    tables = compiled(model)
    donors = starting_stock(request, model, tables)
    task = engine.Task(tables, donors, request.seed, model, request.uncertainty)
    world = engine.lived_world(task, replication, room_for(task, replication))
    if not 0 <= citizen < len(world.who.number):
        raise UserError([Issue("", 0, "--citizen", str(citizen), f"a number from 0 to {len(world.who.number) - 1}")])
    logged = int(world.into.logged[0])
    mine = np.flatnonzero(world.into.log[:logged, 0] == world.who.number[citizen])
    mine = mine[np.argsort(world.into.log_time[mine], kind="stable")]
    times, rows = world.into.log_time[mine], world.into.log[mine]
    start = _start(tables, citizen)
    came = float(times[0]) if start is None and len(times) else 0.0
    return {
        "who": {
            "age": float((came - world.who.birth[citizen]) / DAYS_PER_YEAR) if model.population is not None else None,
            "segment": tables.names.segments[int(world.who.segment[citizen])],
        },
        "scenario": model.scenario,
        "from": model.start.isoformat(),
        "to": model.end.isoformat(),
        "spells": _spells(model, tables, start, times, rows),
        "programmes": _programmes(model, tables, times, rows),
    }


def room_for(task: engine.Task, replication: int) -> int:
    """Return how many events a run's log has to hold: it is played once without one, and counted."""
    counted = engine.replicated(task, replication)
    return int(counted.flow.sum()) + EVENTS_A_PLACE * int(counted.starts.sum())


def _start(tables: Tables, citizen: int) -> int | None:
    """Return the state that a citizen of the starting stock is in at the start, None for one who arrives."""
    state = int(np.searchsorted(np.cumsum(tables.source.headcount), citizen, side="right"))
    return state if state < len(tables.names.states) else None


def _day(model: Model, time: float) -> str:
    """Return the date of a time."""
    return (model.start + timedelta(days=int(np.floor(time)))).isoformat()


def _spells(model: Model, tables: Tables, start: int | None, times: Floats, rows: Ints) -> list[Life]:
    """Return a citizen's spells in the run: state, first day, and the day of leaving (none: it goes on at the end)."""
    names = tables.names.states
    spells: list[Life] = [] if start is None else [{"state": names[start], "from": _day(model, 0.0), "to": None, "days": None}]
    begun = 0.0
    for time, (_, kind, _, to) in zip(times, rows, strict=True):
        if kind != engine.MOVED:
            continue
        if spells:
            spells[-1] |= {"to": _day(model, time), "days": float(time - begun)}
        spells.append({"state": names[to], "from": _day(model, time), "to": None, "days": None})
        begun = float(time)
    if spells and spells[-1]["days"] is None:
        spells[-1]["days"] = float(tables.clockwork.horizon - begun)
    return spells


def _programmes(model: Model, tables: Tables, times: Floats, rows: Ints) -> list[Life]:
    """Return a citizen's programmes: initiative, first day, last day, and how it ended (none: it goes on at the end)."""
    taken: list[Life] = []
    for time, (_, kind, programme, _) in zip(times, rows, strict=True):
        if kind == engine.ADMITTED:
            taken.append({"initiative": tables.names.programmes[programme], "from": _day(model, time), "to": None, "ended": None})
        elif kind != engine.MOVED:
            taken[-1] |= {"to": _day(model, time), "ended": engine.KINDS[kind]}
    return taken
