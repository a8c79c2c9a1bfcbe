"""Processes that work for this one: started when they are needed first, ended at once with whoever started them.

A copy of this process begins at once and shares its memory, so it is taken wherever it is safe: on Linux, of a process of one thread, for
work that needs no thread of a library. Elsewhere a process is started anew, which imports for a second all that it needs.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import warnings
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

    def __init__(self, processes: int, *, copies: bool = False) -> None:
        """Have processes that start with the first work, as copies of this one or anew."""
        context = get_context("fork" if copies else "spawn")
        theirs, self._lifeline = context.Pipe(duplex=False)
        ours = self._lifeline if copies else None
        self._executor = ProcessPoolExecutor(processes, mp_context=context, initializer=_begin, initargs=(theirs, ours))
        self._copies = self.will_copy = copies
        """Whether the first work finds all that this process has by then."""

    def submit(self, work: Callable[..., Result], *values: Any) -> Future[Result]:  # noqa: ANN401 - whatever the work needs
        """Give work to the next process that is free."""
        with _interrupts_held_back(), warnings.catch_warnings():
            if self.will_copy:
                warnings.simplefilter("ignore", DeprecationWarning)  # of libraries that have threads, none of which a copy needs
                self.will_copy = False
            return self._executor.submit(work, *values)

    def finish(self) -> None:
        """End the processes when all work is done."""
        self._executor.shutdown()

    def close(self) -> None:
        """End the processes at once; copies are gone with their lifeline, others may not have begun to hold theirs."""
        self._lifeline.close()
        self._executor.shutdown(wait=self._copies, cancel_futures=True)


class _Staying:
    """Processes that stay from one run to the next, replaced where one died."""

    def __init__(self) -> None:
        self.pools: dict[bool, Pool] = {}
        """Those that are copies, and those that are not."""

    def close(self) -> None:
        """End the processes; the next run starts new ones."""
        for pool in self.pools.values():
            pool.close()
        self.pools.clear()


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
def opened(processes: int, *, copies: bool = False) -> Iterator[Pool]:
    """Give processes: those that stay where there are any, else such as end with this; copies of this one where the work allows it."""
    kept = _staying.get()
    made = kept is not None and True in kept.pools and not kept.pools[True].will_copy
    copies = copies and (made or _can_copy())
    if kept is None:
        pool = Pool(processes, copies=copies)
        try:
            yield pool
            pool.finish()
        finally:
            pool.close()
        return
    if copies not in kept.pools:
        kept.pools[copies] = Pool(processes, copies=copies)
    try:
        yield kept.pools[copies]
    except (BrokenProcessPool, CancelledError):
        kept.close()
        raise


def _can_copy() -> bool:
    """Tell whether a copy of this process can work: what another thread holds would never be let go in it."""
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(lifeline: Connection, copied: Connection | None) -> None:
    """Begin a worker process, which lives as long as the lifeline, of whose other end a copy is let go."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if copied is not None:
        copied.close()
    gc.freeze()  # what is there stays, and its memory is shared as long as nobody writes to it
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
