"""A replication: its luck, its draw of the unknowns, and the figures that are kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple, TypeVar

import numpy as np

from simcase.engine.conductor import Replication, conduct, mistake_in, play_undisturbed
from simcase.engine.draws import economy_draw, normals, unknowns_draw
from simcase.engine.figures import Figures, Points, years_of
from simcase.engine.invariants import Counted, check
from simcase.engine.kernel.population import place_of
from simcase.engine.kernel.records import Record, record
from simcase.engine.kernel.streams import ECONOMY, PARAMETER, signed, word
from simcase.engine.programmes import Office, processes, programme_days
from simcase.errors import ReplicationError, SimcaseError
from simcase.model import (
    Donors,
    Model,
    Walks,
    deviations,
    drawn_processes,
    drift_months,
    placed,
    unknowns,
    walks,
    with_months,
    with_rates,
    with_stock,
    with_walks,
)
from simcase.tables import Names, Tables, key_of, redrawn, tabulate
from simcase.vocabulary import LUCKS, Floats, Ints, Uncertainty, add_months, days_after, parts_varying

Array = TypeVar("Array", Floats, Ints)


class Task(NamedTuple):
    """What every replication of a run shares."""

    tables: Tables
    donors: Donors | None
    seed: int
    model: Model | None = None
    """The model that draws are made of; none where nothing is drawn."""
    uncertainty: Uncertainty = "chance"
    points: Points | None = None
    others: tuple[Task, ...] = ()
    """Other worlds, each replication of which is played beside this one's, with the same luck."""


def luck_of(task: Task, replication: int) -> tuple[int, int]:
    """Return the luck of a replication: seed and number."""
    return signed(task.seed), replication if task.points is None else replication % task.points.replications


class Drawn(NamedTuple):
    """What a replication is played with: its tables, and how its unknowns and its economy deviate, on the log scale."""

    tables: Tables
    unknowns: Floats  # U
    economy: Floats  # M, E


def undrawn(tables: Tables) -> Drawn:
    """Return what a replication is played with in which nothing is drawn."""
    names = tables.names
    return Drawn(tables, np.zeros(len(names.unknowns)), np.zeros((len(names.months), len(names.processes))))


MOST_KEPT: Final = 16
"""Draws or points whose tables are kept: worlds that are played beside one another take turns."""
_latest: dict[tuple[str, int | None, bytes], Tables] = {}
"""The tables of the latest draws or points, by model, member and values."""


def drawn_tables(task: Task, replication: int) -> Drawn:
    """Return what a replication is played with: a draw of the unknowns and of the economy, of those that vary, or a point.

    Where chance is not to vary, several replications have one draw, for the mean of their luck is told.
    """
    plain = undrawn(task.tables)
    if task.model is None:
        return plain
    if task.points is not None:
        moved, numbers = _point(task.points, replication)
        return Drawn(_kept(task.model, None, moved, numbers, economy_expected(task.model), tabulate), moved, plain.economy)
    varying = parts_varying(task.uncertainty)
    number = replication if "chance" in varying else replication // LUCKS
    moved = unknowns_drawn(task.model, task.seed, number) if "parameters" in varying else plain.unknowns
    walked = economy_drawn(task.model, task.seed, number) if "economy" in varying else economy_expected(task.model)
    if not moved.any() and not walked and task.model.members is None:
        return plain
    member = economy_draw(number).number if "parameters" in varying else None
    tables = _kept(task.model, member, moved, np.zeros(0), walked, lambda model: redrawn(task.tables, model))
    return Drawn(tables, moved, by_month(walked, task.tables.names))


def unknowns_drawn(model: Model, seed: int, number: int) -> Floats:
    """Return the deviations of the unknowns that a replication draws, on the log scale (shape: unknowns).

    Where members are stored with the fit, the rates are those of the member whose economy the replication draws too.
    """
    draw = unknowns_draw(number)
    what = word(PARAMETER, draw.stream, 0)
    found = deviations(model, normals(seed, draw, tuple((key_of(name), what) for name in unknowns(model))))
    return with_rates(model, found, economy_draw(number).number)


def economy_drawn(model: Model, seed: int, number: int) -> Walks:
    """Return how far the processes of the economy that a replication draws walk from their mean course, by month."""
    months, processes = drift_months(model), tuple(drawn_processes(model))
    keys = tuple((key_of(name), word(ECONOMY, 0, month.year * 12 + month.month)) for name in processes for month in months)
    if not keys:
        return {}
    draw = economy_draw(number)
    luck = normals(seed, draw, keys).reshape(len(processes), len(months))
    return walks(model, with_months(model, dict(zip(processes, luck, strict=True)), draw.number))


def economy_expected(model: Model) -> Walks:
    """Return how far the processes of the economy walk in the mean of the members stored with the fit; nowhere where there are none."""
    if model.members is None:
        return {}
    still = np.zeros(len(drift_months(model)))
    return walks(model, with_months(model, dict.fromkeys(drawn_processes(model), still), None))


def by_month(walked: Walks, names: Names) -> Floats:
    """Return the deviations of the economy in the months of a run, none before they begin (shape: months, processes)."""
    found = np.zeros((len(names.months), len(names.processes)))
    for name, walk in walked.items():
        count = min(len(walk), len(names.months))
        found[len(names.months) - count :, names.processes.index(name)] = walk[len(walk) - count :]
    return found


def _point(points: Points, replication: int) -> tuple[Floats, Floats]:
    """Return the deviations and the numbers that a replication plays (shapes: U; N)."""
    point = replication // points.replications
    return points.deviations[point], points.numbers[point]


def _kept(model: Model, member: int | None, moved: Floats, numbers: Floats, walked: Walks, tabled: Callable[[Model], Tables]) -> Tables:
    """Return the tables of a model with a member's stock, its unknowns moved and its economy drawn, made anew only where they differ."""
    key = (model.digest, member, b"".join((moved.tobytes(), numbers.tobytes(), *(np.array(walk).tobytes() for walk in walked.values()))))
    kept = _latest.get(key)
    if kept is None:
        kept = tabled(with_walks(placed(with_stock(model, member), moved, numbers), walked))
        while len(_latest) >= MOST_KEPT:
            del _latest[next(iter(_latest))]
        _latest[key] = kept
    return kept


def summed_by_year(tables: Tables, by_month: Array) -> Array:
    """Return sums over the months of each calendar year (months on the first axis)."""
    years = [month.year for month in tables.names.months]
    edges = [years.index(year) for year in years_of(tables)]
    return np.add.reduceat(by_month, edges, axis=0)


def booked_in(tables: Tables, edges: Floats, by_part: Floats) -> Floats:
    """Return sums over the parts of months between edges, the last of which is the horizon (parts on the first axis)."""
    return np.asarray(np.add.reduceat(by_part, np.searchsorted(tables.clockwork.book_edge, edges[:-1]), axis=0))


def calendar_days(tables: Tables) -> Floats:
    """Return the days of the calendar month of each part, whole even where the run cuts it (shape: parts)."""
    days = np.array([float((add_months(month, 1) - month).days) for month in tables.names.months])
    work = tables.clockwork
    return np.asarray(days[np.searchsorted(work.month_edge, work.book_edge[:-1], side="right") - 1])


def days_of_figures(tables: Tables, into: Record) -> tuple[Floats, Floats, Floats]:
    """Return person-days by cell, by arrival and leaving alone, and of participants (parts of months on the first axis)."""
    length = np.diff(tables.clockwork.book_edge)
    cell_days = (np.cumsum(into.whole, axis=1)[:, :-1] * length + into.part).T
    present = np.cumsum(into.present_whole)[:-1] * length + into.present_part
    return cell_days, present, programme_days(tables.clockwork, into)


def figures(drawn: Drawn, into: Record, replication: int, desk: Office | None = None) -> Figures:
    """Return the figures of a replication, its difference arrays summed; checks what cannot be.

    Raises ReplicationError for numbers that cannot be.
    """
    tables = drawn.tables
    work, names = tables.clockwork, tables.names
    cell_days, present, taken = days_of_figures(tables, into)
    late = taken * (work.book_edge[:-1, None] >= np.array([plan.until for plan in tables.plans]))
    periods = np.array([*(days_after(names.start, day) for day in names.periods), work.horizon])
    days = np.add.reduceat(booked_in(tables, work.month_edge, cell_days), work.cell_first[:-1], axis=1)
    days[:, work.absorbing] = 0.0
    stock, long_term = (np.cumsum(each, axis=1)[:, :-1].T for each in (into.stock, into.long_term))
    present, taken, late = (booked_in(tables, work.month_edge, each) for each in (present, taken, late))
    counted = Counted(days, present, stock, long_term, taken)
    check(tables, into, counted, replication)
    return Figures(
        days=days,
        present=present,
        cell_days=booked_in(tables, periods, cell_days),
        cell_months=booked_in(tables, periods, cell_days / calendar_days(tables)[:, None]),
        flow=summed_by_year(tables, into.flow),
        stock=counted.stock,
        long_term=long_term,
        draw=drawn.unknowns,
        economy=drawn.economy,
        taken_days=counted.taken_days,
        late_days=late,
        starts=into.starts,
        waiting=desk.waiting if desk else np.zeros((len(tables.names.weeks), len(tables.plans)), dtype=np.int32),
        bound=desk.bound if desk else np.zeros((len(tables.names.weeks), len(tables.plans), 3), dtype=np.int32),
    )


def blank_figures(tables: Tables) -> Figures:
    """Return the figures of a replication in which nothing happens: the shapes and types of any other's."""
    return figures(undrawn(tables), record(tables.clockwork), 0)


def replicated(task: Task, replication: int) -> Figures:
    """Return the figures of one replication; raises ReplicationError for one that fails."""
    drawn = drawn_tables(task, replication)
    tables = drawn.tables
    luck = luck_of(task, replication)
    with placed_errors(task, replication, tables):
        if not tables.clockwork.interacts.any():
            return figures(drawn, play_undisturbed(tables, task.donors, luck), replication)
        desks: list[Office] = []
        world = conduct(tables, task.donors, luck, processes(tables, desks))
        return figures(drawn, world.into, replication, desks[0] if desks else None)


@contextmanager
def placed_errors(task: Task, replication: int, tables: Tables) -> Iterator[None]:
    """Raise whatever goes wrong inside as a ReplicationError, with the place of the citizen whom it concerns."""
    try:
        yield
    except ReplicationError as error:
        luck = luck_of(task, replication)
        citizen = None if error.citizen is None else place_of(tables, task.donors, luck, error.citizen)
        raise ReplicationError(replication, error.what, error.when, citizen) from error
    except SimcaseError:
        raise
    except Exception as error:
        raise ReplicationError(replication, mistake_in(error)) from error


def logged_replication(task: Task, replication: int, events: int) -> Replication:
    """Return one replication with its event log, for which there is room for so many events."""
    tables = drawn_tables(task, replication).tables
    return conduct(tables, task.donors, luck_of(task, replication), processes(tables, []), events)
