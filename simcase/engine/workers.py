"""Who plays replications: this process, a pool of processes or a Dask cluster, through the standard executor interface."""

from __future__ import annotations

import logging
import os
import pickle
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, TypeAlias

from simcase.engine.cluster import connected
from simcase.engine.figures import Crew, Figures
from simcase.engine.pool import opened
from simcase.engine.replicate import Task, replicated
from simcase.errors import RunError

BATCH: Final = 4
"""Replications that a worker is given at a time."""
AHEAD: Final = 3
"""Batches under way for each worker, so that none waits for the next."""
LOSSES: Final = 5
"""Times that a batch may be under way when a worker dies."""

Batch: TypeAlias = tuple[int, ...]


class Played(NamedTuple):
    """A replication that was played: its figures, the seconds it took, and the process that played it."""

    replication: int
    figures: Figures
    seconds: float
    worker: int


Opened: TypeAlias = AbstractContextManager[tuple[Callable[[Batch], "Future[list[Played]]"], int]]
"""What gives a batch to a worker, and how many workers there are."""

log = logging.getLogger(__name__)


def all_played(task: Task, replications: Sequence[int], crew: Crew) -> Generator[Played, None, None]:
    """Yield replications as they are played, in any order; who plays them changes nothing but the time.

    On this machine the first one is played in this process, which fills the compiled cache before workers start.
    Raises RunError where workers die again and again.
    """
    if crew.cluster is not None:
        address = crew.cluster
        yield from _to_the_end(replications, lambda: _cluster(task, address))
        return
    alone = len(replications) if crew.processes == 1 else 1
    for replication in replications[:alone]:
        yield _interruptible(task, replication)
    if replications[alone:]:
        yield from _to_the_end(replications[alone:], lambda: _pool(task, crew.processes))


def play(task: Task, replication: int) -> Played:
    """Play a replication in this process."""
    begun = time.perf_counter()
    return Played(replication, replicated(task, replication), time.perf_counter() - begun, os.getpid())


def _interruptible(task: Task, replication: int) -> Played:
    """Play a replication beside the main thread, so that an interrupt need not wait for its end."""
    future: Future[Played] = Future()

    def work() -> None:
        try:
            future.set_result(play(task, replication))
        except BaseException as error:  # noqa: BLE001 - whatever it is, the waiting thread raises it
            future.set_exception(error)

    threading.Thread(target=work, daemon=True).start()
    return future.result()


def _to_the_end(replications: Sequence[int], opened: Callable[[], Opened]) -> Iterator[Played]:
    """Yield replications as workers play them; those of workers that die are given to new ones."""
    left = {tuple(replications[i : i + BATCH]): None for i in range(0, len(replications), BATCH)}
    losses: Counter[Batch] = Counter()
    while left:
        under_way: set[Batch] = set()
        try:
            with opened() as (submit, workers):
                for batch, result in _streamed(submit, left, workers * AHEAD, under_way):
                    del left[batch]
                    yield from result
        except (BrokenProcessPool, CancelledError) as error:
            losses.update(under_way)
            log.warning("worker_lost", extra={"batch": sorted(number for batch in under_way for number in batch)})
            batch, times = losses.most_common(1)[0] if losses else ((), 0)
            if times >= LOSSES:
                found = f"workers died {times} times with replications {batch[0]} to {batch[-1]} under way"
                raise RunError(f"{found}: killed, or out of memory; try fewer --workers. What is finished is kept") from error


def _streamed(
    submit: Callable[[Batch], Future[list[Played]]], left: dict[Batch, None], ahead: int, under_way: set[Batch]
) -> Iterator[tuple[Batch, list[Played]]]:
    """Yield batches as they are done, never more than a few ahead; `under_way` always tells which are given out."""
    waiting = deque(left)
    running: dict[Future[list[Played]], Batch] = {}
    while waiting or running:
        while waiting and len(running) < ahead:
            batch = waiting.popleft()
            under_way.add(batch)
            running[submit(batch)] = batch
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for future in sorted(done, key=lambda each: each.cancelled() or each.exception() is not None):
            result = future.result()
            batch = running.pop(future)
            under_way.discard(batch)
            yield batch, result


@lru_cache(maxsize=1)
def _sent(file: str) -> Task:
    """Return the task in a file, read once by each worker process."""
    task: Task = pickle.loads(Path(file).read_bytes())  # noqa: S301 - written by the process that started this one
    return task


def _work(file: str, batch: Batch) -> list[Played]:
    """Play some replications in a worker process."""
    return [play(_sent(file), replication) for replication in batch]


def _work_of(task: Task, batch: Batch) -> list[Played]:
    """Play some replications of a task on a cluster."""
    return [play(task, replication) for replication in batch]


@contextmanager
def _pool(task: Task, processes: int) -> Iterator[tuple[Callable[[Batch], Future[list[Played]]], int]]:
    """Give work to processes of this machine, each of which reads the task once."""
    with TemporaryDirectory(prefix="simcase-") as folder, opened(processes) as pool:
        file = Path(folder) / "task"
        file.write_bytes(pickle.dumps(task))
        yield lambda batch: pool.submit(_work, str(file), batch), processes


@contextmanager
def _cluster(task: Task, address: str) -> Iterator[tuple[Callable[[Batch], Future[list[Played]]], int]]:
    """Give work to a Dask cluster, to each of whose workers the task is sent once."""
    with connected(address) as (client, executor, workers):
        sent = client.scatter(task, broadcast=True, hash=False)
        yield lambda batch: executor.submit(_work_of, sent, batch), workers
