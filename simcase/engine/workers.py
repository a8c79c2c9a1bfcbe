"""Who plays replications: this process, a pool of processes or a Dask cluster, through the standard executor interface."""

from __future__ import annotations

import logging
import math
import os
import pickle
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, TypeAlias

from simcase.engine.cluster import connected
from simcase.engine.figures import Crew, Figures
from simcase.engine.pool import Pool, opened
from simcase.engine.replicate import Task, replicated
from simcase.engine.shared_prefix import side_by_side
from simcase.errors import RunError
from simcase.words import said

BATCH: Final = 2
"""Replications that are given at a time: two share a draw of the unknowns."""
AHEAD: Final = 2
"""Batches under way for each worker, so that none waits for the next."""
LOSSES: Final = 5
"""Times that a batch may be under way when a worker dies."""

LOOK_UP: Final = 0.5
"""Seconds after which a wait looks up: an interrupt that the system told to another thread does not wake the one that waits."""

Batch: TypeAlias = tuple[int, ...]


class Played(NamedTuple):
    """A replication that was played: its figures, the seconds it took, the process that played it, and the figures of other worlds."""

    replication: int
    figures: Figures
    seconds: float
    worker: int
    others: tuple[Figures, ...] = ()


Opened: TypeAlias = tuple[Callable[[Batch], "Future[list[Played]]"], Callable[[], int]]
"""What gives a batch to a worker, and what tells how many batches may be under way."""

log = logging.getLogger(__name__)


def all_played(task: Task, replications: Sequence[int], crew: Crew) -> Generator[Played, None, None]:
    """Yield replications as they are played, in any order; who plays them changes nothing but the time.

    Raises RunError where workers die again and again.
    """
    processes = min(crew.processes, math.ceil(len(replications) / BATCH))
    if crew.cluster is not None:
        address = crew.cluster
        yield from _to_the_end(replications, (_cluster(task, address) for _ in count()))
    elif processes > 1:
        yield from _to_the_end(replications, _processes(task, processes))
    else:
        for replication in replications:
            (future,) = _waited(_beside(task, (replication,))[:1])
            yield from future.result()


def play(task: Task, replication: int) -> Played:
    """Play a replication in this process, and beside it those of the task's other worlds."""
    begun = time.perf_counter()
    found, *others = side_by_side((task, *task.others), replication) if task.others else (replicated(task, replication),)
    return Played(replication, found, time.perf_counter() - begun, os.getpid(), tuple(others))


def _beside(task: Task, batch: Batch) -> tuple[Future[list[Played]], threading.Thread]:
    """Play some replications in a thread beside the main one, so that an interrupt need not wait for their end."""
    future: Future[list[Played]] = Future()

    def work() -> None:
        try:
            future.set_result([play(task, replication) for replication in batch])
        except BaseException as error:  # noqa: BLE001 - whatever it is, the waiting thread raises it
            future.set_exception(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return future, thread


def _waited(running: Iterable[Future[list[Played]]], until: str = FIRST_COMPLETED) -> set[Future[list[Played]]]:
    """Return those that are done, once the first is or all are; an interrupt ends the waiting, whichever thread it was told to."""
    waiting = set(running)
    while True:
        done, left = wait(waiting, LOOK_UP, until)
        if not left or (done and until == FIRST_COMPLETED):
            return done


def _processes(task: Task, processes: int) -> Iterator[AbstractContextManager[Opened]]:
    """Yield who plays: this process and others, and after a loss others alone, lest what killed them kills this one too."""
    yield _team(task, processes)
    while True:
        yield _pool(task, processes - 1)


def _to_the_end(replications: Sequence[int], openings: Iterator[AbstractContextManager[Opened]]) -> Iterator[Played]:
    """Yield replications as workers play them; those of workers that die are given to new ones."""
    left = {tuple(replications[i : i + BATCH]): None for i in range(0, len(replications), BATCH)}
    losses: Counter[Batch] = Counter()
    while left:
        under_way: set[Batch] = set()
        try:
            with next(openings) as (submit, room):
                for batch, result in _streamed(submit, room, left, under_way):
                    del left[batch]
                    yield from result
        except (BrokenProcessPool, CancelledError) as error:
            losses.update(under_way)
            log.warning("worker_lost", extra={"batch": sorted(number for batch in under_way for number in batch)})
            batch, times = losses.most_common(1)[0] if losses else ((), 0)
            if times >= LOSSES:
                raise RunError(said("error.run.workers_died", times=times, first=batch[0], last=batch[-1])) from error


def _streamed(
    submit: Callable[[Batch], Future[list[Played]]], room: Callable[[], int], left: dict[Batch, None], under_way: set[Batch]
) -> Iterator[tuple[Batch, list[Played]]]:
    """Yield batches as they are done, never more under way than there is room for; `under_way` always tells which are given out."""
    waiting = deque(left)
    running: dict[Future[list[Played]], Batch] = {}
    while waiting or running:
        while waiting and len(running) < room():
            batch = waiting.popleft()
            under_way.add(batch)
            running[submit(batch)] = batch
        done = _waited(running)
        if any(not each.cancelled() and isinstance(each.exception(), BrokenProcessPool) for each in done):
            done = _waited(running, ALL_COMPLETED)  # what this process plays is not lost with the others
        for future in sorted(done, key=lambda each: each.cancelled() or each.exception() is not None):
            result = future.result()
            batch = running.pop(future)
            under_way.discard(batch)
            yield batch, result


_had: Final[dict[str, Task]] = {}
"""Tasks that this process or the one that it is a copy of had, by the file that they would be sent in."""


@lru_cache(maxsize=1)
def _sent(file: str) -> Task:
    """Return the task in a file, read once by each worker process that did not have it from its beginning."""
    if file in _had:
        return _had[file]
    task: Task = pickle.loads(Path(file).read_bytes())  # noqa: S301 - written by the process that started this one
    return task


def _work(file: str, batch: Batch) -> list[Played]:
    """Play some replications in a worker process."""
    task = _sent(file)
    return [play(task, replication) for replication in batch]


def _work_of(task: Task, batch: Batch) -> list[Played]:
    """Play some replications of a task on a cluster."""
    return [play(task, replication) for replication in batch]


@contextmanager
def _team(task: Task, processes: int) -> Iterator[Opened]:
    """Give work to this process, whose first batch fills the compiled cache, and to others: then copies of it, or such as get ready.

    Copies are made while no thread of this process plays, and have all that it compiled or read by then.
    """
    mine: deque[tuple[Future[list[Played]], threading.Thread]] = deque(maxlen=1)
    warm = threading.Event()
    with _sending(task, processes - 1) as (to_others, pool):
        for _ in range(0 if pool.will_copy else processes - 1):
            to_others(())

        def submit(batch: Batch) -> Future[list[Played]]:
            if mine and not mine[0][0].done():
                return to_others(batch)
            if mine and pool.will_copy:
                mine[0][1].join()
                to_others(())
            mine.append(_beside(task, batch))
            mine[0][0].add_done_callback(lambda _: warm.set())
            return mine[0][0]

        yield submit, lambda: 1 + (processes - 1) * AHEAD if warm.is_set() else 1


@contextmanager
def _pool(task: Task, processes: int) -> Iterator[Opened]:
    """Give work to processes of this machine alone."""
    with _sending(task, processes) as (submit, _):
        yield submit, lambda: processes * AHEAD


@contextmanager
def _sending(task: Task, processes: int) -> Iterator[tuple[Callable[[Batch], Future[list[Played]]], Pool]]:
    """Give what sends work to processes of this machine, each of which has the task or reads it once; what is given to the dead is lost."""
    with TemporaryDirectory(prefix="simcase-") as folder, opened(processes, copies=_can_be_copied(task)) as pool:
        file = Path(folder) / "task"
        if pool.will_copy:
            _had[str(file)] = task
        else:
            file.write_bytes(pickle.dumps(task))

        def submit(batch: Batch) -> Future[list[Played]]:
            try:
                return pool.submit(_work, str(file), batch)
            except BrokenProcessPool as error:
                lost: Future[list[Played]] = Future()
                lost.set_exception(error)
                return lost

        try:
            yield submit, pool
        finally:
            _had.pop(str(file), None)


def _can_be_copied(task: Task) -> bool:
    """Tell whether copies of this process can play a task: code of an installed package may need threads, which a copy does not have."""
    every = (task, *task.others)
    return all(each.initiative.kind != "process" for one in every for each in one.tables.staffing.dynamic)


@contextmanager
def _cluster(task: Task, address: str) -> Iterator[Opened]:
    """Give work to a Dask cluster, to each of whose workers the task is sent once."""
    with connected(address) as (client, executor, workers):
        sent = client.scatter(task, broadcast=True, hash=False)
        yield lambda batch: executor.submit(_work_of, sent, batch), lambda: workers * AHEAD
