"""A replication: its luck, its draw of the unknowns, and the figures that are kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple, TypeVar

import numpy as np

from simcase.engine.conductor import World, conducted, told, unconducted
from simcase.engine.figures import Figures, Points, Uncertainty, years_of
from simcase.engine.invariants import Counted, check
from simcase.engine.population import place_of
from simcase.engine.programmes import Office, processes, programme_days
from simcase.engine.records import Record, record
from simcase.engine.streams import normals, signed
from simcase.errors import ReplicationError, SimcaseError
from simcase.model import Donors, Model, deviations, placed
from simcase.tables import LONG_TERM_WEEKS, STAY_WEEKS, Tables, compiled, redrawn
from simcase.vocabulary import LUCKS, PAIR, Floats, Ints, add_months, days_after

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


def draw_of(task: Task, replication: int) -> int | None:
    """Return the number of a replication's draw of the unknowns, None where nothing is drawn.

    Two replications share a draw, so that chance can be told from parameters; more of them where the mean of their luck is told.
    """
    if task.model is None or task.uncertainty not in {"parameters", "all"}:
        return None
    return replication // (PAIR if task.uncertainty == "all" else LUCKS)


MOST_KEPT: Final = 16
"""Draws or points whose tables are kept: worlds that are played beside one another take turns."""
_latest: dict[tuple[str, bytes], tuple[Tables, Floats]] = {}
"""The tables of the latest draws or points, by model and values."""


def drawn_tables(task: Task, replication: int) -> tuple[Tables, Floats]:
    """Return the tables of a replication and the deviations of the unknowns on the log scale (shape: unknowns)."""
    draw, names = draw_of(task, replication), task.tables.names.unknowns
    if task.model is not None and task.points is not None:
        return _kept(task.model, *_point(task.points, replication), compiled)
    if task.model is None or draw is None or not names:
        return task.tables, np.zeros(len(names))
    moved = deviations(task.model, normals(task.seed, draw, names))
    return _kept(task.model, moved, np.zeros(0), lambda model: redrawn(task.tables, model))


def _point(points: Points, replication: int) -> tuple[Floats, Floats]:
    """Return the deviations and the numbers that a replication plays (shapes: U; N)."""
    point = replication // points.replications
    return points.deviations[point], points.numbers[point]


def _kept(model: Model, moved: Floats, numbers: Floats, tabled: Callable[[Model], Tables]) -> tuple[Tables, Floats]:
    """Return the tables of a model with its unknowns moved, made anew only where they differ from the latest."""
    key = (model.digest, moved.tobytes() + numbers.tobytes())
    kept = _latest.get(key)
    if kept is None:
        kept = tabled(placed(model, moved, numbers)), moved
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


def figures(tables: Tables, into: Record, replication: int, moved: Floats, desk: Office | None = None) -> Figures:
    """Return the figures of a replication, its difference arrays summed; checks what cannot be.

    Raises ReplicationError for numbers that cannot be.
    """
    work, names = tables.clockwork, tables.names
    cell_days, present, taken = days_of_figures(tables, into)
    late = taken * (work.book_edge[:-1, None] >= np.array([plan.until for plan in tables.plans]))
    periods = np.array([*(days_after(names.start, day) for day in names.periods), work.horizon])
    days = np.add.reduceat(booked_in(tables, work.month_edge, cell_days), work.cell_first[:-1], axis=1)
    days[:, work.absorbing] = 0.0
    stay = np.cumsum(into.stay, axis=2)[:, :, :-1].transpose(2, 0, 1)
    long_term = stay[:, :, STAY_WEEKS.index(LONG_TERM_WEEKS) :].sum(axis=2)
    present, taken, late = (booked_in(tables, work.month_edge, each) for each in (present, taken, late))
    counted = Counted(days, present, stay.sum(axis=2), long_term, taken)
    check(tables, into, counted, replication)
    return Figures(
        days=days,
        present=present,
        cell_days=booked_in(tables, periods, cell_days),
        cell_months=booked_in(tables, periods, cell_days / calendar_days(tables)[:, None]),
        flow=summed_by_year(tables, into.flow),
        stock=counted.stock,
        long_term=long_term,
        draw=moved,
        taken_days=counted.taken_days,
        late_days=late,
        starts=into.starts,
        waiting=desk.waiting if desk else np.zeros((len(tables.names.weeks), len(tables.plans)), dtype=np.int32),
        bound=desk.bound if desk else np.zeros((len(tables.names.weeks), len(tables.plans), 3), dtype=np.int32),
    )


def blank_figures(tables: Tables) -> Figures:
    """Return the figures of a replication in which nothing happens: the shapes and types of any other's."""
    return figures(tables, record(tables.clockwork), 0, np.zeros(len(tables.names.unknowns)))


def replicated(task: Task, replication: int) -> Figures:
    """Return the figures of one replication; raises ReplicationError for one that fails."""
    tables, moved = drawn_tables(task, replication)
    luck = luck_of(task, replication)
    with placed_errors(task, replication, tables):
        if not tables.clockwork.interacts.any():
            return figures(tables, unconducted(tables, task.donors, luck), replication, moved)
        desks: list[Office] = []
        world = conducted(tables, task.donors, luck, processes(tables, desks))
        return figures(tables, world.into, replication, moved, desks[0] if desks else None)


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
        raise ReplicationError(replication, told(error)) from error


def lived_world(task: Task, replication: int, events: int) -> World:
    """Return one replication with its event log, for which there is room for so many events."""
    tables, _ = drawn_tables(task, replication)
    return conducted(tables, task.donors, luck_of(task, replication), processes(tables, []), events)
