"""Processes that work for this one: started when they are needed first, ended at once with whoever started them."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, Final, TypeVar

Result = TypeVar("Result")


class Pool:
    """So many processes; interrupts are for this process, they never hear of them."""

    def __init__(self, processes: int) -> None:
        """Have processes that start with the first work."""
        context = get_context("spawn")
        theirs, self._lifeline = context.Pipe(duplex=False)
        self._executor = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(theirs,))

    def submit(self, work: Callable[..., Result], *values: Any) -> Future[Result]:  # noqa: ANN401 - whatever the work needs
        """Give work to the next process that is free."""
        with _interrupts_held_back():
            return self._executor.submit(work, *values)

    def finish(self) -> None:
        """End the processes when all work is done."""
        self._executor.shutdown()

    def close(self) -> None:
        """End the processes at once."""
        self._lifeline.close()
        self._executor.shutdown(wait=False, cancel_futures=True)


class _Staying:
    """Processes that stay from one run to the next, replaced where one died."""

    def __init__(self) -> None:
        self.pool: Pool | None = None

    def close(self) -> None:
        """End the processes; the next run starts new ones."""
        if self.pool is not None:
            self.pool.close()
        self.pool = None


_staying: Final[ContextVar[_Staying | None]] = ContextVar("staying", default=None)


@contextmanager
def staying() -> Iterator[None]:
    """Keep the processes that play the runs inside from one run to the next, instead of starting new ones for each."""
    if _staying.get() is not None:
        yield
        return
    kept = _Staying()
    token = _staying.set(kept)
    try:
        yield
    finally:
        _staying.reset(token)
        kept.close()


@contextmanager
def opened(processes: int) -> Iterator[Pool]:
    """Give processes: those that stay where there are any, else new ones that end with this."""
    kept = _staying.get()
    if kept is None:
        pool = Pool(processes)
        try:
            yield pool
            pool.finish()
        finally:
            pool.close()
        return
    kept.pool = kept.pool or Pool(processes)
    try:
        yield kept.pool
    except (BrokenProcessPool, CancelledError):
        kept.close()
        raise


def _begin(lifeline: Connection) -> None:
    """Begin a worker process, which lives as long as the lifeline."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_live, args=(lifeline,), daemon=True).start()


def _live(lifeline: Connection) -> None:
    """End this process when the other end of the lifeline is let go, by intent or by death."""
    with suppress(OSError):
        lifeline.poll(None)
    os._exit(1)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Keep Ctrl-C waiting while processes start, which would print how far they got."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
