"""Independent pieces of work, done by the processes of this machine or by the workers of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from simcase.engine.cluster import connected
from simcase.engine.figures import Crew
from simcase.engine.pool import opened
from simcase.errors import RunError
from simcase.words import said

Value = TypeVar("Value")
Result = TypeVar("Result")

AHEAD: Final = 2
"""Pieces under way for each worker, so that none waits for the next."""
LOOK_UP: Final = 0.5
"""Seconds after which a wait looks up, so that an interrupt is heard."""


def all_done(work: Callable[[Value], Result], values: Sequence[Value], crew: Crew) -> Generator[tuple[int, Result], None, None]:
    """Yield the number and the result of each piece of work as it is done, in any order; who does it changes nothing but the time.

    Raises what the work raises, and RunError where a worker died.
    """
    processes = min(crew.processes, len(values))
    if crew.cluster is None and processes <= 1:
        yield from ((number, work(value)) for number, value in enumerate(values))
        return
    left = iter(enumerate(values))
    running: dict[Future[Result], int] = {}
    try:
        with _workers(crew, processes) as (submit, room):
            while True:
                running |= {submit(work, value): number for number, value in _next(left, room - len(running))}
                if not running:
                    return
                done, _ = wait(running, LOOK_UP, FIRST_COMPLETED)
                for future in sorted(done, key=running.__getitem__):
                    yield running.pop(future), future.result()
    except (BrokenProcessPool, CancelledError) as error:
        found = said("error.run.worker_died")
        raise RunError(found) from error


def _next(left: Iterator[tuple[int, Value]], count: int) -> list[tuple[int, Value]]:
    """Return the next pieces of work, so many at the most."""
    return [piece for _, piece in zip(range(count), left, strict=False)]


@contextmanager
def _workers(crew: Crew, processes: int) -> Iterator[tuple[Callable[..., Future[Any]], int]]:
    """Give what hands a piece of work to a worker, and how many pieces may be under way."""
    if crew.cluster is not None:
        with connected(crew.cluster) as (_, executor, workers):
            yield executor.submit, workers * AHEAD
    else:
        with opened(processes) as pool:
            yield pool.submit, processes * AHEAD
