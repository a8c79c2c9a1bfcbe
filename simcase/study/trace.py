"""One synthetic citizen's life, in one world or side by side in several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np

from simcase import engine
from simcase.errors import Issue, UserError
from simcase.model import Model
from simcase.study.identity import all_resolved
from simcase.study.request import Request
from simcase.study.results import LifeHistory, LifeResult, Participation, Spell
from simcase.study.simulate import starting_stock, task_of
from simcase.tables import Tables, tabulate
from simcase.vocabulary import DAYS_PER_YEAR, Floats, Ints
from simcase.words import said

EVENTS_A_PLACE: Final = 3
"""What the log holds of a participant at the most: admitted, out again, and what became of it."""


def trace(request: Request, citizen: int, scenarios: Sequence[str] = (), replication: int = 0) -> LifeResult:
    """Return a citizen's spells and events in the request's world and in further scenarios, with the same luck.

    Citizens are counted from 0: the stock at the start state by state, then arrivals. Raises UserError for a number that nobody has.
    """
    models = all_resolved((request, *(replace(request, scenario=scenario) for scenario in scenarios)))
    lives = [_life(request, model, citizen, replication) for model in models]
    age, segment, _ = lives[0]
    return LifeResult(citizen, True, replication, request.seed, age, segment, tuple(lived for _, _, lived in lives))  # noqa: FBT003 - a row


def _life(request: Request, model: Model, citizen: int, replication: int) -> tuple[float | None, str, LifeHistory]:
    """Return a citizen's age and segment, and life, in one world."""
    tables = tabulate(model)
    task = task_of(request, model, tables, starting_stock(request, model))
    lived = engine.logged_replication(task, replication, room_for(task, replication))
    if not 0 <= citizen < len(lived.who.number):
        raise UserError([Issue("", 0, "--citizen", str(citizen), said("error.trace.number", n=len(lived.who.number) - 1))])
    logged = int(lived.into.logged[0])
    mine = np.flatnonzero(lived.into.log[:logged, 0] == lived.who.number[citizen])
    mine = mine[np.argsort(lived.into.log_time[mine], kind="stable")]
    times, rows = lived.into.log_time[mine], lived.into.log[mine]
    start = _start(tables, citizen)
    came = float(times[0]) if start is None and len(times) else 0.0
    age = float((came - lived.who.birth[citizen]) / DAYS_PER_YEAR) if model.population is not None else None
    history = LifeHistory(
        scenario=model.scenario,
        first=model.start,
        last=model.end,
        spells=tuple(_spells(model, tables, start, times, rows)),
        programmes=tuple(_programmes(model, tables, times, rows)),
    )
    return age, tables.names.segments[int(lived.who.segment[citizen])], history


def room_for(task: engine.Task, replication: int) -> int:
    """Return how many events a run's log has to hold: it is played once without one, and counted."""
    counted = engine.replicated(task, replication)
    return int(counted.flow.sum()) + EVENTS_A_PLACE * int(counted.starts.sum())


def _start(tables: Tables, citizen: int) -> int | None:
    """Return the state that a citizen of the starting stock is in at the start, None for one who arrives."""
    state = int(np.searchsorted(np.cumsum(tables.source.headcount), citizen, side="right"))
    return state if state < len(tables.names.states) else None


def _day(model: Model, time: float) -> date:
    """Return the date of a time."""
    return model.start + timedelta(days=int(np.floor(time)))


def _spells(model: Model, tables: Tables, start: int | None, times: Floats, rows: Ints) -> Iterator[Spell]:
    """Yield a citizen's spells in the run."""
    entries = [] if start is None else [(start, 0.0)]
    entries += [(int(to), float(time)) for time, (_, kind, _, to) in zip(times, rows, strict=True) if kind == engine.MOVED]
    for n, (state, begun) in enumerate(entries):
        left = entries[n + 1][1] if n + 1 < len(entries) else None
        days = (tables.clockwork.horizon if left is None else left) - begun
        yield Spell(tables.names.states[state], _day(model, begun), None if left is None else _day(model, left), float(days))


def _programmes(model: Model, tables: Tables, times: Floats, rows: Ints) -> list[Participation]:
    """Return a citizen's programmes, in the order in which they were admitted."""
    taken: list[Participation] = []
    for time, (_, kind, programme, _) in zip(times, rows, strict=True):
        if kind == engine.ADMITTED:
            taken.append(Participation(tables.names.programmes[programme], _day(model, time), None, None))
        elif kind != engine.MOVED:
            taken[-1] = replace(taken[-1], last=_day(model, time), ended=engine.KINDS[kind])
    return taken
