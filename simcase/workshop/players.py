"""Who plays for all sessions of a page: a pool of processes that stays warm, and the replications that were played already."""

from __future__ import annotations

import atexit
import pickle
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import count as counted
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple, TypeAlias

from simcase.engine import Figures, Forks, Pool, Task, available_cores, replicated
from simcase.errors import RunError
from simcase.model import Donors, Model, Stored, moves_digest, read_donors
from simcase.study import Request
from simcase.study.simulate import starting_stock, task_of
from simcase.tables import Tables, tabulate
from simcase.tidy import Outcome, stack
from simcase.words import said

MOST_PLAYED: Final = 8000
"""Replications whose figures are kept: some 60 kB each."""
FORKED: Final = 120
"""The first replications of the baseline, whose forks workers keep for other worlds: some 2 MB each."""
MOST_WORLDS: Final = 40
"""Models whose arrays are kept, and worlds whose files are."""
LOOK: Final = 0.1
"""Seconds after which one who waits looks again whether anything was moved meanwhile."""

Progress = Callable[[int, int], None]
Key: TypeAlias = tuple[str, int]
"""A replication of a world: the world's digest and the replication's number."""


_stocks: dict[Stored, Donors | None] = {}
"""The starting stock of the latest fit, read once by each worker."""


@lru_cache(maxsize=4)
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


_forks: dict[str, Forks] = {}
"""Where lives part from those of the latest baseline, by the file of its task: kept by each worker from move to move."""


def _played(file: str, baseline: str, most: int, number: int) -> Figures:
    """Play a replication of the task in a file in a worker process; what one of the first has in common with the baseline is played once.

    Of the others no fork is kept, which takes as long as to play them whole; a worker keeps so many at the most.
    """
    if file == baseline or number >= FORKED:
        return replicated(_task(file), number)
    if baseline not in _forks:
        _forks.clear()
        _forks[baseline] = Forks(_task(baseline), most)
    return _forks[baseline].other(_task(file), number)


class PlayableModel(NamedTuple):
    """A model to play: the digest of what moves citizens in it, and its arrays."""

    digest: str
    model: Model
    tables: Tables


class Staff:
    """Worker processes, and the folder in which they find what to play; each replication has its process, which keeps its fork."""

    def __init__(self, processes: int) -> None:
        """Have processes that start with the first work."""
        self._pools = [Pool(1) for _ in range(processes)]
        self._folder = TemporaryDirectory(prefix="simcase-")
        self._files: dict[str, Path] = {}

    def submit(self, file: str, baseline: str, number: int) -> Future[Figures]:
        """Have a replication of the task in a file played."""
        most = -(-FORKED // len(self._pools))
        return self._pools[number % len(self._pools)].submit(_played, file, baseline, most, number)

    def close(self) -> None:
        """End the processes at once."""
        for pool in self._pools:
            pool.close()
        self._folder.cleanup()

    def file(self, digest: str, task: Callable[[], Task]) -> str:
        """Return the file in which workers find a world, written where it is not there yet."""
        file = self._files.get(digest)
        if file is None:
            file = self._files[digest] = Path(self._folder.name) / digest
            file.write_bytes(pickle.dumps(task()))
        return str(file)

    def tidy(self) -> None:
        """Remove the files where there are many; for nobody who has work left."""
        if len(self._files) >= MOST_WORLDS:
            for file in self._files.values():
                file.unlink()
            self._files.clear()


@dataclass(slots=True)
class _Job:
    """A replication that was given to workers, and how many wait for it."""

    staff: Staff
    future: Future[Figures]
    waiting: int = 0


class Growth:
    """The replications of several models, the baseline first, as they become more."""

    def __init__(self, players: Players, worlds: Sequence[PlayableModel]) -> None:
        """Begin with nothing asked for."""
        self._players = players
        self._worlds = worlds
        self._figures: dict[Key, Figures] = {}
        self._jobs: dict[Key, _Job] = {}

    def upto(self, count: int, progress: Progress, ahead: int = 0) -> list[Outcome]:
        """Return the first so many replications of each model; those up to `ahead` are begun too, lest workers idle.

        `progress` is called again and again with the replications that all models have and those asked for; whatever it raises goes on.
        Raises RunError where workers die, and ReplicationError for a replication that fails.
        """
        for numbers in (range(count), range(count, ahead)):
            for world in self._worlds:
                self._ask(world, numbers)
        keys = {(world.digest, number) for world in self._worlds for number in range(count)}
        running = keys - self._figures.keys()
        while running:
            progress(count - len({number for _, number in running}), count)
            wait([self._jobs[key].future for key in running], LOOK)
            running = {key for key in running if not self._jobs[key].future.done()}
        for key in keys - self._figures.keys():
            self._figures[key] = self._result(self._jobs[key])
        return [stack(each.tables, count, ((n, self._figures[each.digest, n]) for n in range(count))) for each in self._worlds]

    def close(self) -> None:
        """Wait for nothing any more: what is not begun for somebody else never is."""
        self._players.leave(self._jobs.values())

    def _ask(self, world: PlayableModel, numbers: Iterable[int]) -> None:
        """Have those replications of a world that this has not asked for yet."""
        lacking = [number for number in numbers if (world.digest, number) not in self._figures.keys() | self._jobs.keys()]
        there, jobs = self._players.ask(world, self._worlds[0], lacking)
        self._figures |= {(world.digest, number): figures for number, figures in there.items()}
        self._jobs |= {(world.digest, number): job for number, job in jobs.items()}

    def _result(self, job: _Job) -> Figures:
        """Return the figures of a replication that is played."""
        try:
            return job.future.result()
        except (BrokenProcessPool, CancelledError) as error:
            self._players.drop(job.staff)
            raise RunError(said("error.run.worker_move")) from error


class Players:
    """The processes that play, and what they have played: shared by all sessions, so that nothing is played twice."""

    def __init__(self, request: Request) -> None:
        """Start with nothing played; the request says seed, uncertainty, calibration, fit, and how many processes there are."""
        self._request = request
        self._figures: OrderedDict[str, dict[int, Figures]] = OrderedDict()
        self._jobs: dict[Key, _Job] = {}
        self._worlds: dict[str, PlayableModel] = {}
        self._lock = threading.Lock()
        self._staff: Staff | None = None
        atexit.register(self.close)

    @contextmanager
    def growing(self, models: Sequence[Model]) -> Iterator[Growth]:
        """Give the replications of several models, the baseline first, as they become more, until whoever asks leaves."""
        growth = Growth(self, [self._playable(model) for model in models])
        try:
            yield growth
        finally:
            growth.close()

    def played(self, models: Sequence[Model], count: int, progress: Progress) -> list[Outcome]:
        """Return the first so many replications of several models, the baseline first: see `Growth.upto`."""
        with self.growing(models) as growth:
            return growth.upto(count, progress)

    def available(self, models: Sequence[Model]) -> int:
        """Return how many replications of several models there are already, from the first on."""
        digests = [self._playable(model).digest for model in models]
        with self._lock:
            self._gather()
            there = [self._figures.get(digest, {}) for digest in digests]
            return next(number for number in counted() if not all(number in each for each in there))

    def ask(self, world: PlayableModel, baseline: PlayableModel, numbers: Sequence[int]) -> tuple[dict[int, Figures], dict[int, _Job]]:
        """Return those of some replications of a world that are there, and have the others played, once, whoever asks for them."""
        with self._lock:
            self._gather()
            there = self._figures.get(world.digest, {})
            if there:
                self._figures.move_to_end(world.digest)
            jobs = {number: self._job(world, baseline, number) for number in numbers if number not in there}
            return {number: there[number] for number in numbers if number in there}, jobs

    def leave(self, jobs: Iterable[_Job]) -> None:
        """Wait no more for some replications: those that nobody waits for are not begun any more."""
        with self._lock:
            for job in jobs:
                job.waiting -= 1
                if not job.waiting:
                    job.future.cancel()
            self._gather()

    def drop(self, broken: Staff) -> None:
        """End processes of which one died; those that another session may have started since go on."""
        with self._lock:
            if self._staff is broken:
                self._staff = None
        broken.close()

    def close(self) -> None:
        """End the worker processes; the next replications start new ones."""
        with self._lock:
            staff, self._staff = self._staff, None
        if staff is not None:
            staff.close()

    def _job(self, world: PlayableModel, baseline: PlayableModel, number: int) -> _Job:
        """Return a replication that is given to workers, by somebody else already or now, with one more who waits for it."""
        job = self._jobs.get((world.digest, number))
        if job is None:
            try:
                job = self._given(world, baseline, number)
            except RuntimeError:  # a worker died when it had nothing to do
                broken, self._staff = self._staff, None
                if broken is not None:
                    broken.close()
                job = self._given(world, baseline, number)
            self._jobs[world.digest, number] = job
        job.waiting += 1
        return job

    def _given(self, world: PlayableModel, baseline: PlayableModel, number: int) -> _Job:
        """Return a replication that was given to workers now; raises RuntimeError where these are gone."""
        staff = self._staff = self._staff or Staff(self._request.workers or available_cores())
        if not self._jobs:
            staff.tidy()
        file, base = (staff.file(each.digest, partial(self._task, each)) for each in (world, baseline))
        return _Job(staff, staff.submit(file, base, number))

    def _task(self, world: PlayableModel) -> Task:
        """Return what workers need of a world."""
        stock = None if world.model.donors is not None else starting_stock(self._request, world.model)
        return task_of(self._request, world.model, world.tables, stock)

    def _playable(self, model: Model) -> PlayableModel:
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

    def _gather(self) -> None:
        """Keep the figures of what is played by now, and let go of worlds that nobody looked at for long where there are too many."""
        for key in [key for key, job in self._jobs.items() if job.future.done()]:
            future = self._jobs.pop(key).future
            if not future.cancelled() and future.exception() is None:
                digest, number = key
                self._figures.setdefault(digest, {})[number] = future.result()
                self._figures.move_to_end(digest)
        while len(self._figures) > 1 and sum(map(len, self._figures.values())) > MOST_PLAYED:
            self._figures.popitem(last=False)
