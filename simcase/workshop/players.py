"""Who plays for all sessions of a page: a pool of processes that stays warm, and the replications that were played already."""

from __future__ import annotations

import atexit
import pickle
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import count as counted
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, TypeAlias

from simcase import tidy
from simcase.engine import Figures, Forks, Pool, Task, available_cores, replicated
from simcase.errors import RunError
from simcase.model import Donors, Model, Stored, moves_digest, read_donors
from simcase.study import Request
from simcase.study.simulate import starting_stock, task_of
from simcase.tables import Tables, tabulate
from simcase.tidy import Outcome
from simcase.words import said

MOST_KEPT: Final = 8000
"""Replications that are kept: some 60 kB each."""
MOST_FORKS: Final = 64
"""Replications of the baseline that a worker keeps for other worlds: some 2 MB each."""
MOST_WORLDS: Final = 40
"""Models whose arrays are kept."""
LOOK: Final = 0.2
"""Seconds after which one who waits looks again whether anything was moved meanwhile."""

Progress = Callable[[int, int], None]


_stocks: dict[Stored, Donors | None] = {}
"""The starting stock of the latest fit, read once by each worker."""


@lru_cache(maxsize=2)
def _task(file: str) -> Task:
    """Return the task in a file, read once by each worker; a starting stock that is stored with a fit is read there."""
    task: Task = pickle.loads(Path(file).read_bytes())  # noqa: S301 - written by the process that started this one
    if task.model is None or task.model.donors is None:
        return task
    stock = task.model.donors
    if stock not in _stocks:
        _stocks.clear()
        _stocks[stock] = read_donors(task.model)
    return task._replace(donors=_stocks[stock])


class Sent(NamedTuple):
    """A world as workers are told of it: its digest, and the file of its task."""

    digest: str
    file: str


_forks: dict[str, Forks] = {}
"""Where lives part from those of the latest baseline, by its digest: kept by each worker from move to move."""


def _played(sent: Sent, baseline: Sent, number: int) -> Figures:
    """Play a replication in a worker process; what a world has in common with the baseline is played once."""
    task = _task(sent.file)
    if sent.digest == baseline.digest:
        return replicated(task, number)
    if baseline.digest not in _forks:
        _forks.clear()
        _forks[baseline.digest] = Forks(_task(baseline.file), MOST_FORKS)
    return _forks[baseline.digest].other(task, number)


class PlayableModel(NamedTuple):
    """A model to play: the digest of what moves citizens in it, and its arrays."""

    digest: str
    model: Model
    tables: Tables


class _Desk(NamedTuple):
    """Who plays for one session, and the folder in which these find what to play."""

    pool: Pool
    folder: Path


Running: TypeAlias = "dict[Future[Figures], tuple[str, int]]"
"""Replications that were given to workers, with the world of each."""


class Players:
    """The processes that play, and what they have played: shared by all sessions, each of which waits for its own."""

    def __init__(self, request: Request, processes: int | None = None) -> None:
        """Start with nothing played; the request says seed, uncertainty, calibration and fit."""
        self.request = request
        self.processes = processes or available_cores()
        self._kept: OrderedDict[str, dict[int, Figures]] = OrderedDict()
        self._worlds: dict[str, PlayableModel] = {}
        self._lock = threading.Lock()
        self._pool: Pool | None = None
        atexit.register(self.close)

    def played(self, models: Sequence[Model], count: int, progress: Progress) -> list[Outcome]:
        """Return the first so many replications of several models, the baseline first; what is kept is not played again.

        `progress` is called between replications with the replications done and those to do; whatever it raises ends the work, and what was
        not begun is not begun. Raises RunError where workers die, and ReplicationError for a replication that fails.
        """
        worlds = [self._world(model) for model in models]
        have = {world.digest: self._known(world.digest, count) for world in worlds}
        pool = self._workers()
        try:
            with TemporaryDirectory(prefix="simcase-") as folder:
                self._play({world.digest: world for world in worlds}, have, count, progress, _Desk(pool, Path(folder)))
        except (BrokenProcessPool, CancelledError) as error:
            self._drop(pool)
            raise RunError(said("error.run.worker_move")) from error
        return [tidy.stack(world.tables, count, have[world.digest].items()) for world in worlds]

    def kept(self, models: Sequence[Model]) -> int:
        """Return how many replications of several models there are already, from the first on."""
        digests = [self._world(model).digest for model in models]
        with self._lock:
            kept = [self._kept.get(digest, {}) for digest in digests]
            return next(number for number in counted() if not all(number in each for each in kept))

    def close(self) -> None:
        """End the worker processes; the next replications start new ones."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _drop(self, broken: Pool) -> None:
        """End a pool whose worker died; the one that another session may have started since goes on."""
        with self._lock:
            if self._pool is broken:
                self._pool = None
        broken.close()

    def _play(
        self, worlds: Mapping[str, PlayableModel], have: dict[str, dict[int, Figures]], count: int, progress: Progress, desk: _Desk
    ) -> None:
        """Play what one does not have of several worlds, the baseline first, and add it: one by one, lest a move wait for many."""
        total = count * len(have)
        running: Running = {}
        try:
            missing = {digest: [number for number in range(count) if number not in have[digest]] for digest in worlds}
            if any(missing.values()):
                sent = {digest: self._sent(world, desk) for digest, world in worlds.items()}
                baseline = next(iter(sent.values()))
                for digest, numbers in missing.items():
                    running |= {desk.pool.submit(_played, sent[digest], baseline, number): (digest, number) for number in numbers}
            while running:
                progress(sum(map(len, have.values())), total)
                for future in wait(running, LOOK, FIRST_COMPLETED).done:
                    digest, number = running.pop(future)
                    have[digest][number] = future.result()
                    self._keep(digest, {number: have[digest][number]})
        finally:
            for future in running:
                future.cancel()

    def _sent(self, world: PlayableModel, desk: _Desk) -> Sent:
        """Put a world where workers find it."""
        request = self.request
        stock = None if world.model.donors is not None else starting_stock(request, world.model)
        file = desk.folder / world.digest
        file.write_bytes(pickle.dumps(task_of(request, world.model, world.tables, stock)))
        return Sent(world.digest, str(file))

    def _world(self, model: Model) -> PlayableModel:
        """Return a model with its arrays, made once."""
        with self._lock:
            known = self._worlds.get(model.digest)
        if known is None:
            known = PlayableModel(moves_digest(model), model, tabulate(model))
            with self._lock:
                if len(self._worlds) >= MOST_WORLDS:
                    self._worlds.clear()
                self._worlds[model.digest] = known
        return known

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
