"""A Dask cluster: many machines behind the standard executor interface."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager
from typing import Any, Final

from simcase.engine.compiling import build
from simcase.errors import Issue, UserError
from simcase.words import said

SECONDS: Final = 10
"""How long a scheduler may take to answer."""


@contextmanager
def connected(address: str) -> Iterator[tuple[Any, Executor, int]]:
    """Give the client of a cluster, its executor and the number of its workers' threads.

    Raises UserError if no scheduler answers, it has no workers, or they have another version of simcase; CancelledError where workers
    died that had work.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415 - an extra
    except ImportError:
        raise _wrong(said("error.cluster.no_dask"), said("error.cluster.extra")) from None
    try:
        client = _in_time(lambda: Client(address, timeout=SECONDS, set_as_default=False))
    except (OSError, ValueError) as error:
        raise _wrong(said("error.cluster.no_scheduler", address=address), said("error.cluster.address")) from error
    with client:
        _check(client, address)
        try:
            yield client, client.get_executor(), sum(client.nthreads().values())
        except KilledWorker as error:
            raise CancelledError from error


def _in_time(asked: Callable[[], Any]) -> Any:  # noqa: ANN401
    """Return what is asked for, which waits beside this thread, for the library itself may wait for ever; raises TimeoutError."""
    answer: Future[Any] = Future()

    def ask() -> None:
        try:
            answer.set_result(asked())
        except Exception as error:  # noqa: BLE001 - whatever it is, the waiting thread raises it
            answer.set_exception(error)

    threading.Thread(target=ask, daemon=True).start()
    return answer.result(2 * SECONDS)


def _check(client: Any, address: str) -> None:  # noqa: ANN401 - the library types nothing
    """Raise UserError unless a cluster has workers, all with this version of simcase; one that is just dying says nothing."""
    try:
        theirs = _in_time(lambda: client.run(build, on_error="return"))
    except TimeoutError:
        raise _wrong(said("error.cluster.no_answer", address=address), said("error.cluster.not_held_up")) from None
    if not theirs:
        raise _wrong(said("error.cluster.no_workers", address=address), said("error.cluster.joined"))
    others = sorted(worker for worker, other in theirs.items() if other != build() and not isinstance(other, OSError))
    if others:
        raise _wrong(said("error.cluster.other_version", others=others[:9]), said("error.cluster.same_version"))


def _wrong(found: str, expected: str) -> UserError:
    """Return what is wrong with a cluster."""
    return UserError([Issue("", 0, "--cluster", found, expected)])
