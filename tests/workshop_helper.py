"""A pool that plays in this process and notes what it was given."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any


class Here:
    """A pool of no processes: what it is given is done at once, unless it is held back, or one of its workers has died."""

    def __init__(self, _processes: int = 1) -> None:
        self.given: list[int] = []
        self.futures: list[Future[Any]] = []
        self.failure: BaseException | None = None
        """What becomes of all that it is given."""
        self.refusal: BaseException | None = None
        """Why it takes nothing."""
        self.holding = False
        self.closed = False

    def submit(self, work: Callable[..., Any], *values: Any) -> Future[Any]:  # noqa: ANN401 - as a pool has it
        if self.refusal is not None:
            raise self.refusal
        future: Future[Any] = Future()
        self.futures.append(future)
        self.given.append(values[-1])
        if self.failure is not None:
            future.set_exception(self.failure)
        elif not self.holding:
            future.set_result(work(*values))
        return future

    def close(self) -> None:
        self.closed = True
