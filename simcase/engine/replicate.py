"""Replications: each one task, through the standard executor interface, reduced in their order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, Literal, NamedTuple, TypeVar

import numpy as np

from simcase.engine.conductor import World, conducted, unconducted
from simcase.engine.population import Donors
from simcase.engine.programmes import Office, processes, programme_days
from simcase.engine.records import Record
from simcase.engine.streams import normals, signed
from simcase.errors import RunError
from simcase.model import Model, deviations, drawn
from simcase.tables import LONG_TERM_WEEKS, STAY_WEEKS, Tables, redrawn
from simcase.vocabulary import Floats, Ints, add_months

BATCH: Final = 4
"""Replications that a worker is given at a time."""
Progress = Callable[[int, int], None]
"""Called with the replications done and those to do."""
Array = TypeVar("Array", Floats, Ints)


class Figures(NamedTuple):
    """What a replication keeps: M months, W calendar weeks, S states, Y calendar years, K cells, B duration bands, P programmes."""

    days: Floats  # M, S: person-days
    present: Floats  # M: person-days by arrival and leaving alone
    cell_days: Floats  # Y, K: person-days
    cell_months: Floats  # Y, K: person-months, each day weighing one over the days of its month
    flow: Ints  # Y, S + 1, S: moves; the last row holds arrivals
    stock: Ints  # M, S: citizens at the end of the month
    long_term: Ints  # M, S: of these, those long-term in the state
    draw: Floats  # U: deviations of the unknowns on the log scale
    taken_days: Floats  # M, P: days of a programme's participants
    starts: Ints  # M, P: admissions
    waiting: Ints  # W, P: those still waiting after an intake, summed over the intakes of the calendar week
    bound: Ints  # W, P, 3: intakes bound by eligible citizens, places, staff


class Task(NamedTuple):
    """What every replication of a run shares."""

    tables: Tables
    donors: Donors | None
    seed: int
    model: Model | None = None
    """The model that draws are made of; none where nothing is drawn."""
    uncertainty: Uncertainty = "chance"


Uncertainty = Literal["none", "chance", "parameters", "all"]
"""What varies between replications."""


def luck_of(task: Task, replication: int) -> tuple[int, int]:
    """Return the luck of a replication: seed and number, always the same number where chance is left out."""
    return signed(task.seed), replication if task.uncertainty in {"chance", "all"} else 0


def draw_of(task: Task, replication: int) -> int | None:
    """Return the number of a replication's draw of the unknowns, None where nothing is drawn.

    Where both vary, two replications share a draw, so that chance can be told from parameters.
    """
    if task.model is None or task.uncertainty not in {"parameters", "all"}:
        return None
    return replication // 2 if task.uncertainty == "all" else replication


_latest: dict[tuple[str, int, int], tuple[Tables, Floats]] = {}
"""The tables of the latest draw, by model, seed and number."""


def drawn_tables(task: Task, replication: int) -> tuple[Tables, Floats]:
    """Return the tables of a replication and the deviations of the unknowns on the log scale (shape: unknowns)."""
    draw = draw_of(task, replication)
    if task.model is None or draw is None or not task.tables.names.unknowns:
        return task.tables, np.zeros(len(task.tables.names.unknowns))
    key = (task.model.digest, task.seed, draw)
    if key not in _latest:
        _latest.clear()
        moved = deviations(task.model, normals(task.seed, draw, task.tables.names.unknowns))
        _latest[key] = redrawn(task.tables, drawn(task.model, moved)), moved
    return _latest[key]


def years_of(tables: Tables) -> tuple[int, ...]:
    """Return the calendar years that the months of a run touch."""
    return tuple(sorted({month.year for month in tables.names.months}))


def summed_by_year(tables: Tables, by_month: Array) -> Array:
    """Return sums over the months of each calendar year (months on the first axis)."""
    years = [month.year for month in tables.names.months]
    edges = [years.index(year) for year in years_of(tables)]
    return np.add.reduceat(by_month, edges, axis=0)


def calendar_days(tables: Tables) -> Floats:
    """Return the days of each calendar month, whole even where the run cuts it (shape: months)."""
    return np.array([float((add_months(month, 1) - month).days) for month in tables.names.months])


def figures(tables: Tables, into: Record, replication: int, moved: Floats, desk: Office | None = None) -> Figures:
    """Return the figures of a replication, its difference arrays summed; checks what cannot be.

    Raises RunError if person-days by state do not add up to the citizens present.
    """
    work = tables.clockwork
    length = np.diff(work.month_edge)
    cell_days = (np.cumsum(into.whole, axis=1)[:, :-1] * length + into.part).T
    present = np.cumsum(into.present_whole)[:-1] * length + into.present_part
    days = np.add.reduceat(cell_days, work.cell_first[:-1], axis=1)
    days[:, work.absorbing] = 0.0
    if not np.array_equal(days.sum(axis=1), present):
        month = int(np.flatnonzero(days.sum(axis=1) != present)[0])
        raise RunError(f"replication {replication}: citizens of {tables.names.months[month]} do not add up over the states")
    stay = np.cumsum(into.stay, axis=2)[:, :, :-1].transpose(2, 0, 1)
    return Figures(
        days=days,
        present=present,
        cell_days=summed_by_year(tables, cell_days),
        cell_months=summed_by_year(tables, cell_days / calendar_days(tables)[:, None]),
        flow=summed_by_year(tables, into.flow),
        stock=stay.sum(axis=2),
        long_term=stay[:, :, STAY_WEEKS.index(LONG_TERM_WEEKS) :].sum(axis=2),
        draw=moved,
        taken_days=programme_days(work, into),
        starts=into.starts,
        waiting=desk.waiting if desk else np.zeros((len(tables.names.weeks), len(tables.plans)), dtype=np.int32),
        bound=desk.bound if desk else np.zeros((len(tables.names.weeks), len(tables.plans), 3), dtype=np.int32),
    )


def replicated(task: Task, replication: int) -> Figures:
    """Return the figures of one replication."""
    tables, moved = drawn_tables(task, replication)
    luck = luck_of(task, replication)
    if not tables.clockwork.interacts.any():
        return figures(tables, unconducted(tables, task.donors, luck), luck[1], moved)
    desks: list[Office] = []
    world = conducted(tables, task.donors, luck, processes(tables, desks))
    return figures(tables, world.into, luck[1], moved, desks[0] if desks else None)


def lived_world(task: Task, replication: int, events: int) -> World:
    """Return one replication with its event log, for which there is room for so many events."""
    tables, _ = drawn_tables(task, replication)
    return conducted(tables, task.donors, luck_of(task, replication), processes(tables, []), events)


_task: list[Task] = []
"""The task of this worker process, sent once."""


def _receive(task: Task) -> None:
    """Keep the task in a worker process."""
    _task[:] = [task]


def _work(replications: Sequence[int]) -> list[Figures]:
    """Run some replications in a worker process."""
    return [replicated(_task[0], replication) for replication in replications]


def available_cores() -> int:
    """Return the processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(replications: Sequence[int], size: int) -> list[Sequence[int]]:
    """Return replications in batches, so that a task outweighs its sending."""
    return [replications[i : i + size] for i in range(0, len(replications), size)]


def all_figures(task: Task, replications: Sequence[int], workers: int, progress: Progress) -> list[Figures]:
    """Return the figures of every replication in order; the number of workers changes nothing but the time.

    The first two replications are run here, which fills the compiled cache before workers start.
    """
    done = [replicated(task, replication) for replication in replications[:2]]
    progress(len(done), len(replications))
    rest = replications[2:]
    for some in _in_pool(task, rest, workers) if workers > 1 and len(rest) > 1 else _here(task, rest):
        done.extend(some)
        progress(len(done), len(replications))
    return done


def _here(task: Task, replications: Sequence[int]) -> Iterator[list[Figures]]:
    """Run replications in this process, one after the other."""
    for replication in replications:
        yield [replicated(task, replication)]


def _in_pool(task: Task, replications: Sequence[int], workers: int) -> Iterator[list[Figures]]:
    """Run replications in a pool of processes."""
    pool: Executor = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_receive, initargs=(task,))
    try:
        yield from pool.map(_work, batches(replications, BATCH))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
