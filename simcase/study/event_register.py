"""Every synthetic citizen's spells in one replication, as a register of spells would hold them."""

from __future__ import annotations

import numpy as np
import polars as pl

from simcase import engine
from simcase.study.identity import resolved
from simcase.study.request import Request
from simcase.study.simulate import starting_stock, task_of
from simcase.study.trace import room_for
from simcase.tables import tabulate
from simcase.vocabulary import DAYS_PER_YEAR, Floats, Ints


def event_register(request: Request, replication: int = 0) -> pl.DataFrame:
    """Return one row a spell: person, state, start, end (empty: it goes on), age at the start, segment.

    A spell that began before the run starts where its duration counts from. Persons are numbered `synthetic-0` and on, as `trace` does.
    """
    model = resolved(request)
    tables = tabulate(model)
    task = task_of(request, model, tables, starting_stock(request, model))
    logged = engine.logged_replication(task, replication, room_for(task, replication))
    person, state, start = _entries(logged, engine.new_replication(tables, task.donors, logged.luck, events=1))
    end = np.full(len(person), np.nan)
    end[:-1] = np.where(person[1:] == person[:-1], start[1:], np.nan)
    segments = (*tables.names.segments, None)
    return pl.DataFrame(
        {
            "person": pl.Series(person).cast(pl.String),
            "state": np.array(tables.names.states)[state],
            "start": start,
            "end": pl.Series(end, nan_to_null=True),
            "age": ((start - logged.who.birth[person]) / DAYS_PER_YEAR).round(3),
            "segment": [segments[i] for i in logged.who.segment[person].tolist()],
        }
    ).with_columns(
        pl.format("synthetic-{}", "person").alias("person"),
        *((pl.lit(model.start) + pl.duration(days=pl.col(name).cast(pl.Int64))).alias(name) for name in ("start", "end")),
    )


def _entries(logged: engine.Replication, begun: engine.Replication) -> tuple[Ints, Ints, Floats]:
    """Return who entered which state on which day, by person and time: the stock at the start, then every move."""
    stock = int(logged.tables.source.headcount.sum())
    count = int(logged.into.logged[0])
    log, time = logged.into.log[:count], logged.into.log_time[:count]
    moved = log[:, 1] == engine.MOVED
    order = np.argsort(logged.who.number)
    mover = order[np.searchsorted(logged.who.number, log[moved, 0], sorter=order)]
    person = np.concatenate([np.arange(stock), mover])
    state = np.concatenate([begun.who.state[:stock], log[moved, 3]])
    entered = np.concatenate([begun.who.entry[:stock], time[moved]])
    start = np.floor(np.concatenate([begun.who.origin[:stock], time[moved]]))
    by_time = np.lexsort((entered, person))
    return person[by_time], state[by_time].astype(np.int64), start[by_time]
