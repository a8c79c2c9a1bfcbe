"""Who plays for all sessions of a page: a pool of processes that stays warm, and the replications that were played already."""

from __future__ import annotations

import atexit
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from pathlib import Path
from typing import Final

from simcase import tidy
from simcase.engine import Donors, Figures, Pool, Task, available_cores, loaded, replicated
from simcase.errors import RunError
from simcase.model import Model, moves_digest
from simcase.study import Request
from simcase.study.worlds import starting_stock
from simcase.tables import Tables, compiled
from simcase.tidy import Outcome

MOST_KEPT: Final = 8000
"""Replications that are kept: some 60 kB each."""
BATCH: Final = 3
"""Replications that a worker is given at a time; a move waits for those under way."""

Progress = Callable[[int, int], None]


@lru_cache(maxsize=4)
def _donors(file: Path) -> Donors:
    """Return the starting stock of a fit, read once by each worker."""
    return loaded(file)


def _played(task: Task, donors: Path | None, numbers: Sequence[int]) -> list[Figures]:
    """Play some replications in a worker process; a starting stock that stands in a file is read there."""
    whole = task if donors is None else task._replace(donors=_donors(donors))
    return [replicated(whole, number) for number in numbers]


class Players:
    """The processes that play, and what they have played: shared by all sessions, each of which waits for its own."""

    def __init__(self, request: Request, processes: int | None = None) -> None:
        """Start with nothing played; the request says seed, uncertainty, calibration and fit."""
        self.request = request
        self.processes = processes or available_cores()
        self._kept: OrderedDict[str, dict[int, Figures]] = OrderedDict()
        self._lock = threading.Lock()
        self._pool: Pool | None = None
        atexit.register(self.close)

    def played(self, models: Sequence[Model], count: int, progress: Progress) -> list[Outcome]:
        """Return the first so many replications of several models, with the same luck; what is kept is not played again.

        `progress` is called between batches with the replications done and those to do; whatever it raises ends the work, and what was
        not begun is not begun. Raises RunError where workers die, and ReplicationError for a replication that fails.
        """
        worlds = [(moves_digest(model), model, compiled(model)) for model in models]
        have = {digest: self._known(digest, count) for digest, _, _ in worlds}
        try:
            self._play(worlds, have, count, progress)
        except BrokenProcessPool as error:
            self.close()
            raise RunError("a worker process died: killed, or out of memory; move anything to go on") from error
        return [tidy.stacked(tables, count, have[digest].items()) for digest, _, tables in worlds]

    def kept(self, models: Sequence[Model]) -> int:
        """Return how many replications of several models there are already, from the first on."""
        with self._lock:
            return min(len(self._kept.get(moves_digest(model), {})) for model in models)

    def close(self) -> None:
        """End the worker processes; the next replications start new ones."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _play(
        self, worlds: Sequence[tuple[str, Model, Tables]], have: dict[str, dict[int, Figures]], count: int, progress: Progress
    ) -> None:
        """Play what one does not have of several worlds, and add it."""
        total = count * len(have)
        running: dict[Future[list[Figures]], tuple[str, Sequence[int]]] = {}
        try:
            for digest, model, tables in {world[0]: world for world in worlds}.values():
                missing = [number for number in range(count) if number not in have[digest]]
                running |= {future: (digest, numbers) for future, numbers in self._given(model, tables, missing)}
            while running:
                progress(sum(map(len, have.values())), total)
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    digest, numbers = running.pop(future)
                    played = dict(zip(numbers, future.result(), strict=True))
                    have[digest] |= played
                    self._keep(digest, played)
        finally:
            for future in running:
                future.cancel()

    def _given(self, model: Model, tables: Tables, numbers: Sequence[int]) -> Iterator[tuple[Future[list[Figures]], Sequence[int]]]:
        """Give replications to workers, in batches."""
        request, donors = self.request, model.donors
        if not numbers:
            return
        stock = None if donors is not None else starting_stock(request, model, tables)
        task = Task(tables, stock, request.seed, model, request.uncertainty)
        for at in range(0, len(numbers), BATCH):
            some = numbers[at : at + BATCH]
            yield self._workers().submit(_played, task, donors, some), some

    def _workers(self) -> Pool:
        """Return the pool of processes, started when it is needed first."""
        with self._lock:
            self._pool = self._pool or Pool(self.processes)
            return self._pool

    def _known(self, digest: str, count: int) -> dict[int, Figures]:
        """Return the first so many replications of a world, as far as they are kept."""
        with self._lock:
            if digest in self._kept:
                self._kept.move_to_end(digest)
            return {number: each for number, each in self._kept.get(digest, {}).items() if number < count}

    def _keep(self, digest: str, figures: dict[int, Figures]) -> None:
        """Keep replications of a world, and let go of worlds that nobody looked at for long where there are too many."""
        with self._lock:
            self._kept.setdefault(digest, {}).update(figures)
            self._kept.move_to_end(digest)
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > MOST_KEPT:
                self._kept.popitem(last=False)
