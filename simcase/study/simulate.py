"""The one way to get runs: read where they are stored, else simulated side by side, and kept replication by replication."""

from __future__ import annotations

import logging
import shlex
import time
from collections.abc import Callable, Container, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import count as numbers
from pathlib import Path
from typing import Final, TypeAlias

from simcase import engine, tidy
from simcase.compare import PricedRun
from simcase.declare import AS_IS
from simcase.engine import Figures, Points, Progress
from simcase.errors import ReplicationError, RunError
from simcase.model import Donors, Model, read_donors
from simcase.money import accounts
from simcase.study.identity import Manifest, command_alone, inputs, manifest, resolved
from simcase.study.interim import Looks
from simcase.study.request import Request
from simcase.tables import Tables, burn_in, tabulate
from simcase.tidy import Journal, Outcome
from simcase.words import said

log = logging.getLogger(__name__)

Stock: TypeAlias = Callable[[], Donors | None]
"""What gives the starting stock, when something is to be played."""
Interim: TypeAlias = Callable[[int, "list[Run]"], None]
"""What hears of runs of which so many replications are finished, as if no more were asked for."""


@dataclass(frozen=True, slots=True)
class Job:
    """A run to get: its request, its model, and the words of the verb that it is a step of, none for a scenario's own run.

    A scenario's run is stored under its name. No scenario names the model of a step, which is read wherever a run like it is stored.
    Where a run is stored that has fewer replications, as many as `begun`, and is otherwise the same, these are not played again.
    """

    request: Request
    model: Model
    verb: tuple[str, ...] = ()
    begun: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its model, figures and accounts, its folder, and the seconds that simulating it took."""

    world: PricedRun
    folder: Path
    seconds: float


MOVED: Final = "@moved"
"""What the name of a scenario ends in some number of which is another one, in the results; no scenario of the user's has such a name."""


def step(request: Request, model: Model, verb: tuple[str, ...], begun: int = 0) -> Job:
    """Return a step of a verb that moves a number of a scenario."""
    return Job(request, replace(model, scenario=f"{model.scenario}{MOVED}"), verb, begun)


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far the work is."""


def simulate(
    jobs: Sequence[Job], store: Path | None = None, progress: Progress = silent, stock: Stock | None = None, interim: Interim | None = None
) -> Iterator[Run]:
    """Yield the run of each job: read where the store holds it whole, else simulated, and stored where there is a store.

    The jobs differ in nothing but their models, which have the same calibration and fit. What several of them lack is played first, each
    replication in all of them at once: in the first whole, in the others only citizens who can live another life there. `stock` gives the
    starting stock where it is not that of the calibration. `interim` hears now and then of all runs as they are, and a last time where
    the user ends the work. Raises RunError for a replication that fails; what is finished is kept.
    """
    kept: dict[str, _Kept] = {}
    runs = [_wanted(job, store, kept, stock) for job in jobs]
    lacking = _lacking(runs, store)
    looks = Looks(partial(_look, [(each, lacking.get(each.run, each)) for each in runs], interim) if interim else None)
    told = _Told(progress, len(runs))
    seconds = _side_by_side(list(lacking.values()), told.of_all, looks) if len(lacking) > 1 else 0.0
    for at, each in enumerate(runs):
        yield _finished(each, seconds, partial(told.of_one, at), looks)


def starting_stock(request: Request, model: Model) -> Donors | None:
    """Return the donors of the starting stock: those stored with the fit, else burnt in; none where the model has no burn-in.

    What is burnt in is the calibration without any scenario, so every scenario starts with the same stock.
    """
    return donors_of(model, request.seed, lambda: resolved(request, AS_IS))


def donors_of(model: Model, seed: int, past: Callable[[], Model]) -> Donors | None:
    """Return the donors that are stored with a model's fit, else those burnt in in another model; none where there is no burn-in."""
    donors = read_donors(model)
    return engine.burnt_in(burn_in(past()), seed) if donors is None and model.burn_in_years else donors


def task_of(request: Request, model: Model, tables: Tables, donors: Donors | None, points: Points | None = None) -> engine.Task:
    """Return what plays the replications of a model from a starting stock; raises RunError for a stock that lacks somebody."""
    if donors is not None:
        engine.check_donors(tables, donors)
    return engine.Task(tables, donors, request.seed, model, request.uncertainty, points)


def priced(request: Request, model: Model, outcome: Outcome) -> PricedRun:
    """Return a model's run with its accounts from the outcome of its replications: the means of those whose luck is not to vary."""
    told = tidy.average(outcome, request.lucks)
    return PricedRun(model, told, accounts(model, told, request.prices))


@dataclass(frozen=True, slots=True)
class _Kept:
    """The replications of a run that is not stored, as a journal keeps them."""

    entries: dict[int, Figures] = field(default_factory=dict)

    def kept(self) -> Iterator[tuple[int, Figures]]:
        """Yield the replications."""
        yield from self.entries.items()

    def add(self, number: int, entry: Figures) -> None:
        """Add a replication."""
        self.entries[number] = entry

    def close(self) -> None:
        """Keep what there is."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A job with its id and arrays, and where its replications are kept: in a folder, or in memory."""

    job: Job
    run: str
    tables: Tables
    place: Path | _Kept
    stock: Stock | None

    @property
    def about(self) -> dict[str, object]:
        """Return what the log calls it."""
        run = self.run if isinstance(self.place, Path) else None
        return {"scenario": self.job.model.scenario, "run": run, "replications": self.job.request.count}

    def journal(self) -> Journal[Figures] | _Kept:
        """Return the journal of its replications, which begins with those of the shorter run that is stored."""
        if isinstance(self.place, _Kept):
            return self.place
        new, opened = not tidy.under_way(self.place), tidy.journal(self.place, self.tables, self.job.request.count)
        if new and self.job.begun:
            shorter = replace(self.job.request, replications=self.job.begun)
            there = tidy.whole(self.place.parents[1], tidy.run_id(inputs(shorter, self.job.model)))
            for number, figures in tidy.unstack(self.tables, tidy.read(there, self.tables)) if there else ():
                opened.add(number, figures)
        return opened

    def manifest(self) -> Manifest:
        """Return what is written of it before it starts."""
        return manifest(self.job.request, self.job.model, self.job.verb)

    def donors(self) -> Donors | None:
        """Return the starting stock."""
        return self.stock() if self.stock else starting_stock(self.job.request, self.job.model)

    def first(self, count: int) -> tuple[Outcome, Path] | None:
        """Return the outcome as if the first so many replications alone were asked for, and where it is; None unless these are finished."""
        there = None if isinstance(self.place, _Kept) else tidy.whole(self.place.parents[1], self.run)
        if there:
            return tidy.first(tidy.read(there, self.tables), count), there
        with closing(self.journal()) as journal:
            entries = {number: figures for number, figures in journal.kept() if number < count}
        if len(entries) < count:
            return None
        return tidy.stack(self.tables, count, entries.items()), Path() if isinstance(self.place, _Kept) else self.place


class _Told:
    """Progress over several runs, which never goes back."""

    def __init__(self, progress: Progress, runs: int) -> None:
        """Tell of so many runs, of which none is begun."""
        self._progress, self._runs, self._furthest = progress, runs, 0

    def of_all(self, done: int, count: int) -> None:
        """Tell that so many replications are done of each run."""
        self._tell(self._runs * done, count)

    def of_one(self, at: int, done: int, count: int) -> None:
        """Tell that so many replications are done of a run, and all of those before it."""
        self._tell(at * count + done, count)

    def _tell(self, done: int, count: int) -> None:
        """Tell the replications done of all runs."""
        self._furthest = max(self._furthest, done)
        self._progress(self._furthest, self._runs * count)


def _wanted(job: Job, store: Path | None, kept: dict[str, _Kept], stock: Stock | None) -> _Wanted:
    """Return a job with where its replications are kept; jobs whose models move citizens alike have one place in memory."""
    run = tidy.run_id(inputs(job.request, job.model))
    place = kept.setdefault(run, _Kept()) if store is None else store / job.model.scenario / run
    return _Wanted(job, run, tabulate(job.model), place, stock)


def _lacking(runs: Sequence[_Wanted], store: Path | None) -> dict[str, _Wanted]:
    """Return what the store does not hold whole, by run: of those that move citizens alike the first, which is played for all."""
    found: dict[str, _Wanted] = {}
    for each in runs:
        if each.run not in found and (store is None or tidy.whole(store, each.run) is None):
            found[each.run] = each
    return found


def _look(runs: Sequence[tuple[_Wanted, _Wanted]], interim: Interim, count: int) -> None:
    """Tell of runs, each with the one that is played for it, as they are after so many replications, where all of them have so many."""
    begun = []
    for each, played in runs:
        if (found := played.first(count)) is None:
            return
        outcome, folder = found
        begun.append(Run(priced(replace(each.job.request, replications=count), each.job.model, outcome), folder, 0.0))
    interim(count, begun)


def _side_by_side(runs: Sequence[_Wanted], progress: Progress, looks: Looks) -> float:
    """Play what several runs lack into their journals; return the seconds that each took.

    A replication that fails ends the work: it is told by the run that it belongs to, which goes on from its journal.
    """
    begun = time.perf_counter()
    left = {each.run: each for each in runs}
    with ExitStack() as stack:
        for run, each in sorted(left.items()):
            if isinstance(each.place, Path):
                stack.enter_context(tidy.hold(each.place))
                if tidy.seconds_of(each.place) is not None:  # another process has played it meanwhile
                    del left[run]
                else:
                    tidy.write_json(each.place / tidy.MANIFEST, each.manifest())
        try:
            if left:
                _play([*left.values()], [stack.enter_context(closing(each.journal())) for each in left.values()], progress, looks)
        except ReplicationError:
            log.warning("stopped", extra={"runs": sorted(each.run for each in runs)})
    return (time.perf_counter() - begun) / len(runs)


def _play(runs: Sequence[_Wanted], journals: Sequence[Journal[Figures] | _Kept], progress: Progress, looks: Looks) -> None:
    """Play the replications that any of several runs lacks, each in all of them, and add each to the journals of those that lack it."""
    done = [{number for number, _ in journal.kept()} for journal in journals]
    request = runs[0].job.request
    left = [number for number in range(request.count) if any(number not in have for have in done)]
    if not left:
        return
    for each, have in zip(runs, done, strict=True):
        log.info("begun", extra={**each.about, "done": len(have)})
    donors = runs[0].donors()
    first, *others = (task_of(each.job.request, each.job.model, each.tables, donors) for each in runs)
    progress(request.count - len(left), request.count)
    try:
        with closing(engine.all_played(first._replace(others=tuple(others)), left, request.crew)) as fresh:
            for count, played in enumerate(fresh, request.count - len(left) + 1):
                about = {"replication": played.replication, "seconds": round(played.seconds / len(runs), 4), "worker": played.worker}
                for each, journal, have, figures in zip(runs, journals, done, (played.figures, *played.others), strict=True):
                    if played.replication not in have:
                        journal.add(played.replication, figures)
                        have.add(played.replication)
                        log.info("replication", extra={**each.about, **about})
                progress(count, request.count)
                looks.at(_leading(done))
    except KeyboardInterrupt:
        for each, have in zip(runs, done, strict=True):
            log.warning("interrupted", extra={**each.about, "done": len(have)})
        looks.at(_leading(done), last=True)
        raise


def _leading(done: Sequence[Container[int]]) -> int:
    """Return how many replications, counted from the first, are finished in every run."""
    return next(number for number in numbers() if any(number not in have for have in done))


def _played(each: _Wanted, before: float, progress: Progress, looks: Looks) -> tuple[Outcome, float]:
    """Return the outcome of a run and the seconds that it took, those before included; what its journal holds is not played again."""
    begun = time.perf_counter() - before
    request = each.job.request
    with closing(each.journal()) as journal:
        try:
            _play([each], [journal], progress, looks)
        except ReplicationError as error:
            if each.job.verb:
                raise RunError(error.text) from error
            command = shlex.join(command_alone(request, error.replication, error.citizen))
            raise RunError(said("error.run.alone", error=error.text, command=command)) from error
        outcome = tidy.stack(each.tables, request.count, journal.kept())
    return outcome, time.perf_counter() - begun


def _stored(each: _Wanted, folder: Path, before: float, progress: Progress, looks: Looks) -> tuple[Outcome, float]:
    """Return the outcome of a run from its folder, where it is stored first unless it is there; the manifest tells the prices of today.

    Where another scenario that moves citizens alike has a run, its tables are taken over.
    """
    seconds = tidy.seconds_of(folder)
    if seconds is None or tidy.read_json(folder / tidy.MANIFEST) != each.manifest():
        with tidy.hold(folder):
            tidy.write_json(folder / tidy.MANIFEST, each.manifest())
            seconds = tidy.seconds_of(folder) or tidy.take_over(folder.parents[1], folder)
            if seconds is None:
                outcome, seconds = _played(each, before, progress, looks)
                tidy.finish(folder, outcome, seconds)
                log.info("finished", extra={"scenario": each.job.model.scenario, "run": folder.name, "seconds": round(seconds, 3)})
                return outcome, seconds
    return tidy.read(folder, each.tables), seconds


def _finished(each: _Wanted, before: float, progress: Progress, looks: Looks) -> Run:
    """Return a run from where it is kept; `before` are the seconds that were spent on its journal."""
    request, model, place = each.job.request, each.job.model, each.place
    if isinstance(place, _Kept):
        folder, (outcome, seconds) = Path(), _played(each, before, progress, looks)
    elif each.job.verb and (there := tidy.whole(place.parents[1], each.run)):
        folder, outcome, seconds = there, tidy.read(there, each.tables), tidy.seconds_of(there) or 0.0
    else:
        folder, (outcome, seconds) = place, _stored(each, place, before, progress, looks)
    progress(request.count, request.count)
    return Run(priced(request, model, outcome), folder, seconds)
