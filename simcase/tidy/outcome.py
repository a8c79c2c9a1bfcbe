"""The figures of a run's replications, stacked, and their long tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
import polars as pl

from simcase import engine
from simcase.engine import Figures, years_of
from simcase.tables import Names, Tables
from simcase.vocabulary import Floats, Ints

ARRIVAL = "arrival"
"""Where arrivals come from, in tables of moves."""


class Outcome(NamedTuple):
    """The figures of a run: R replications, M months, W calendar weeks, S states, Y calendar years, T times, K cells, P programmes.

    Prices stay as they are in a time: a calendar year, or a part of one. Days are person-days.
    A cell is a state, refusion column and rate class.
    """

    names: Names
    years: tuple[int, ...]
    month_days: Floats  # M: days of each month that were simulated
    days: Floats  # R, M, S
    present: Floats  # R, M
    cell_days: Floats  # R, T, K
    cell_months: Floats  # R, T, K
    flow: Ints  # R, Y, S + 1, S
    stock: Ints  # R, M, S
    long_term: Ints  # R, M, S
    draw: Floats  # R, U: deviations of the unknowns on the log scale
    economy: Floats  # R, M, E: deviations of the processes of the economy from their mean course, on the log scale
    taken_days: Floats  # R, M, P: days of a programme's participants
    late_days: Floats  # R, M, P: of these, those after the last day of its window
    starts: Ints  # R, M, P
    waiting: Ints  # R, W, P: those still waiting after the last intake of the week
    bound: Ints  # R, W, P, 3: intakes bound by eligible citizens, places, staff


def stack(tables: Tables, count: int, figures: Iterable[tuple[int, Figures]]) -> Outcome:
    """Return the figures of so many replications as one outcome; they come with their numbers, in any order, and are let go one by one."""
    arrays = {name: np.empty((count, *each.shape), each.dtype) for name, each in engine.blank_figures(tables)._asdict().items()}
    for replication, fields in figures:
        for name, values in fields._asdict().items():
            arrays[name][replication] = values
    return Outcome(names=tables.names, years=years_of(tables), month_days=np.diff(tables.clockwork.month_edge), **arrays)


def unstack(tables: Tables, outcome: Outcome) -> Iterator[tuple[int, Figures]]:
    """Yield the figures of each replication with its number: what `stack` made the outcome of."""
    kinds = {name: each.dtype for name, each in engine.blank_figures(tables)._asdict().items()}
    for replication in range(len(outcome.days)):
        yield replication, Figures(**{name: getattr(outcome, name)[replication].astype(kind) for name, kind in kinds.items()})


def first(outcome: Outcome, count: int) -> Outcome:
    """Return the first replications of an outcome."""
    return outcome._replace(**{name: getattr(outcome, name)[:count] for name in Figures._fields})


def average(outcome: Outcome, lucks: int) -> Outcome:
    """Return an outcome each of whose replications is the mean of so many that follow one another, the last of those that are left."""
    if lucks == 1:
        return outcome
    first = np.arange(0, len(outcome.days), lucks)
    sizes = np.diff(first, append=len(outcome.days))

    def mean(figures: Floats | Ints) -> Floats:
        return np.asarray(np.add.reduceat(figures, first, axis=0) / sizes.reshape(-1, *[1] * (figures.ndim - 1)))

    means: dict[str, Any] = {name: mean(getattr(outcome, name)) for name in Figures._fields}
    return outcome._replace(**means)


def yearly(outcome: Outcome, by_period: Floats) -> Floats:
    """Return sums over the times of each calendar year (times on the second axis)."""
    of = [day.year for day in outcome.names.periods]
    return np.asarray(np.add.reduceat(by_period, [of.index(year) for year in outcome.years], axis=1))


def cell_names(names: Names) -> list[tuple[str, str, str]]:
    """Return state, refusion column and rate class of each cell."""
    every = zip(names.states, names.columns, names.classes, strict=True)
    return [(state, column, paid) for state, columns, classes in every for column in columns for paid in classes]


def persons_table(outcome: Outcome) -> pl.DataFrame:
    """Return person-days and month-end stocks by replication, month and state."""
    return _table(
        {"replication": len(outcome.days), "month": outcome.names.months, "state": outcome.names.states},
        {"days": outcome.days, "stock": outcome.stock, "long_term": outcome.long_term},
    )


def population_table(outcome: Outcome) -> pl.DataFrame:
    """Return person-days of everybody by replication and month."""
    return _table({"replication": len(outcome.days), "month": outcome.names.months}, {"days": outcome.present})


def cells_table(outcome: Outcome) -> pl.DataFrame:
    """Return person-days and person-months by replication, time (its first day), state, refusion column and class, where there are any."""
    cells = cell_names(outcome.names)
    table = _table(
        {"replication": len(outcome.days), "since": outcome.names.periods, "cell": range(len(cells))},
        {"days": outcome.cell_days, "months": outcome.cell_months},
    ).filter(pl.col("days") > 0.0)
    states, columns, classes = (list(part) for part in zip(*cells, strict=True))
    named = {"cell": range(len(cells)), "state": states, "column": columns, "rate_class": classes}
    keys = pl.DataFrame(named, schema_overrides={"cell": pl.Int64})
    return (
        table.join(keys, on="cell", how="left", maintain_order="left")
        .with_columns(year=pl.col("since").dt.year().cast(pl.Int64))
        .select("replication", "year", "since", "state", "column", "rate_class", "days", "months")
    )


BOUND = ("by_eligible", "by_places", "by_staff")
"""What bound an intake, as columns."""


def programmes_table(outcome: Outcome) -> pl.DataFrame:
    """Return participants' days, those after the window among them, and admissions by replication, month and initiative."""
    return _table(
        {"replication": len(outcome.days), "month": outcome.names.months, "initiative": outcome.names.programmes},
        {"days": outcome.taken_days, "late_days": outcome.late_days, "starts": outcome.starts},
    )


def intakes_table(outcome: Outcome) -> pl.DataFrame:
    """Return those waiting after the last intake and what bound the intakes, by replication, week and initiative, where there were any."""
    bound = {name: outcome.bound[..., number] for number, name in enumerate(BOUND)}
    return _table(
        {"replication": len(outcome.days), "week": outcome.names.weeks, "initiative": outcome.names.programmes},
        {"waiting": outcome.waiting, **bound},
    ).filter(pl.sum_horizontal(BOUND) > 0)


def draws_table(outcome: Outcome) -> pl.DataFrame:
    """Return the deviations of the unknowns on the log scale, by replication and unknown."""
    return _table({"replication": len(outcome.days), "unknown": outcome.names.unknowns}, {"deviation": outcome.draw})


def economy_table(outcome: Outcome) -> pl.DataFrame:
    """Return the deviations of the processes of the economy from their mean course on the log scale, by replication, month and process."""
    return _table(
        {"replication": len(outcome.days), "month": outcome.names.months, "process": outcome.names.processes},
        {"deviation": outcome.economy},
    )


def flows_table(outcome: Outcome) -> pl.DataFrame:
    """Return moves by replication, year, and the states left and entered, where there are any."""
    return _table(
        {"replication": len(outcome.days), "year": outcome.years, "from": (*outcome.names.states, ARRIVAL), "to": outcome.names.states},
        {"moves": outcome.flow},
    ).filter(pl.col("moves") > 0)


def _table(keys: Mapping[str, int | Sequence[int] | Sequence[str] | Sequence[date]], values: Mapping[str, np.ndarray]) -> pl.DataFrame:
    """Return arrays as a long table with a column for each axis; an axis given by its length is numbered."""
    labels = [range(axis) if isinstance(axis, int) else axis for axis in keys.values()]
    sizes = [len(label) for label in labels]
    columns: dict[str, pl.Series] = {}
    for number, (name, label) in enumerate(zip(keys, labels, strict=True)):
        index = np.tile(np.repeat(np.arange(sizes[number]), int(np.prod(sizes[number + 1 :]))), int(np.prod(sizes[:number])))
        columns[name] = pl.Series(name, list(label)).gather(index)
    return pl.DataFrame({**columns, **{name: array.reshape(-1) for name, array in values.items()}})


def outcome_of(tables: Tables, read: Mapping[str, pl.DataFrame]) -> Outcome:
    """Return the outcome that tables were written from, exactly."""
    persons, population, cells, flows, programmes, intakes, draws, economy = (read[name] for name in TABLES)
    names, years = tables.names, years_of(tables)
    count = population.n_unique("replication")
    by_month = (count, len(names.months), len(names.states))
    by_programme = (count, len(names.months), len(names.programmes))
    by_week = (count, len(names.weeks), len(names.programmes))
    number = {name: i for i, name in enumerate(names.programmes)}
    held = (
        intakes["replication"].to_numpy(),
        np.searchsorted(np.array(names.weeks, dtype="datetime64[D]"), intakes["week"].to_numpy()),
        np.array([number[name] for name in intakes["initiative"]], dtype=np.int64),
    )
    axis = {(state, column, paid): i for i, (state, column, paid) in enumerate(cell_names(names))}
    places = np.array([axis[key] for key in cells.select("state", "column", "rate_class").iter_rows()], dtype=np.int64)
    times = np.searchsorted(np.array(names.periods, dtype="datetime64[D]"), cells["since"].to_numpy())
    where = (cells["replication"].to_numpy(), times, places)
    sources = {state: i for i, state in enumerate((*names.states, ARRIVAL))}
    moved = (
        flows["replication"].to_numpy(),
        flows["year"].to_numpy() - years[0],
        np.array([sources[state] for state in flows["from"]], dtype=np.int64),
        np.array([sources[state] for state in flows["to"]], dtype=np.int64),
    )
    return Outcome(
        names=names,
        years=years,
        month_days=np.diff(tables.clockwork.month_edge),
        days=persons["days"].to_numpy().reshape(by_month),
        present=population["days"].to_numpy().reshape(by_month[:2]),
        cell_days=_filled((count, len(names.periods), len(axis)), where, cells["days"].to_numpy()),
        cell_months=_filled((count, len(names.periods), len(axis)), where, cells["months"].to_numpy()),
        flow=_filled((count, len(years), len(sources), len(names.states)), moved, flows["moves"].to_numpy()).astype(np.int64),
        stock=persons["stock"].to_numpy().reshape(by_month),
        long_term=persons["long_term"].to_numpy().reshape(by_month),
        draw=draws["deviation"].to_numpy().reshape((count, len(names.unknowns))),
        economy=economy["deviation"].to_numpy().reshape((count, len(names.months), len(names.processes))),
        taken_days=programmes["days"].to_numpy().reshape(by_programme),
        late_days=programmes["late_days"].to_numpy().reshape(by_programme),
        starts=programmes["starts"].to_numpy().reshape(by_programme),
        waiting=_filled(by_week, held, intakes["waiting"].to_numpy()).astype(np.int32),
        bound=_filled((*by_week, len(BOUND)), held, intakes.select(BOUND).to_numpy()).astype(np.int32),
    )


def _filled(shape: tuple[int, ...], where: tuple[Ints, ...], values: Floats | Ints) -> Floats:
    """Return an array of zeros with values at the places named."""
    array = np.zeros(shape)
    array[where] = values
    return array


TABLES: Final[dict[str, Callable[[Outcome], pl.DataFrame]]] = {
    "persons": persons_table,
    "population": population_table,
    "cells": cells_table,
    "flows": flows_table,
    "programmes": programmes_table,
    "intakes": intakes_table,
    "draws": draws_table,
    "economy": economy_table,
}
"""The tables of a run by name."""
