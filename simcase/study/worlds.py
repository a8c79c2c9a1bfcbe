"""From a model to a finished run: stored and found again, or simulated."""

from __future__ import annotations

import logging
import time
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from simcase import engine, tidy
from simcase.compare import PricedRun
from simcase.declare import AS_IS
from simcase.engine import Progress
from simcase.model import Donors, Model, assumed, described, moves_digest, read_donors, resolve
from simcase.money import accounts
from simcase.study.playing import Playing
from simcase.study.request import Request
from simcase.tables import Tables, burn_in, compiled
from simcase.tidy import Outcome

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Run:
    """A finished run: its world, its folder, and the seconds that simulating it took."""

    world: PricedRun
    folder: Path
    seconds: float


def resolved(request: Request, scenario: str | None = None) -> Model:
    """Return the model of the request's scenario, or of another one in the same calibration and fit, with the assumptions asked for."""
    model = resolve(scenario or request.scenario, calibration=request.calibration, fit=request.fit)
    return model if request.assumptions is None else assumed(model, request.assumptions)


def inputs(request: Request, model: Model) -> dict[str, Any]:
    """Return everything that a run's tables depend on."""
    return {
        "simcase": version("simcase"),
        "code": tidy.code_digest(),
        "model": moves_digest(model),
        "seed": request.seed,
        "replications": request.count,
        "uncertainty": request.uncertainty,
        "processes": {each.process: engine.source_of(each.process) for each in model.initiatives if each.process is not None},
    }


def starting_stock(request: Request, model: Model, tables: Tables) -> Donors | None:
    """Return the donors of the starting stock: those stored with the fit, else burnt in; none where the model has no burn-in.

    What is burnt in is the calibration without any scenario, so every scenario starts with the same stock.
    """
    donors = read_donors(model)
    if donors is None and model.burn_in_years:
        donors = engine.burnt_in(burn_in(resolved(request, AS_IS)), request.seed)
    if donors is not None:
        engine.check_donors(tables, donors)
    return donors


def playing(request: Request, model: Model, tables: Tables, progress: Progress, run: str | None = None) -> Playing:
    """Return what plays every replication of a model; `run` is the id by which the log calls it."""
    task = engine.Task(tables, starting_stock(request, model, tables), request.seed, model, request.uncertainty)
    return Playing(request, task, progress, {"scenario": model.scenario, "run": run, "replications": request.count})


def simulated(request: Request, model: Model, tables: Tables, progress: Progress) -> Outcome:
    """Return the outcome of every replication of a model that is not stored."""
    return playing(request, model, tables, progress).outcome()


def world_of(request: Request, model: Model, outcome: Outcome) -> PricedRun:
    """Return the world of a model from the outcome of its replications: the means of those whose luck is not to vary."""
    told = tidy.averaged(outcome, request.lucks)
    return PricedRun(model, told, accounts(model, told, request.prices))


def tried(request: Request, model: Model, progress: Progress) -> PricedRun:
    """Return the world of a model, read where it is stored, else played and not stored, for a search."""
    tables = compiled(model)
    folder = tidy.whole(request.results, tidy.run_id(inputs(request, model)))
    outcome = tidy.read(folder, tables) if folder else simulated(request, model, tables, progress)
    return world_of(request, model, outcome)


def played(request: Request, model: Model, progress: Progress, verb: tuple[str, ...]) -> PricedRun:
    """Return the world of a model that no scenario names: read where it is stored under whatever name, else simulated and stored."""
    folder = tidy.whole(request.results, tidy.run_id(inputs(request, model)))
    if folder is None:
        return finished(request, model, progress, verb).world
    outcome = tidy.read(folder, compiled(model))
    return world_of(request, model, outcome)


def stored(request: Request, model: Model, tables: Tables, folder: Path, progress: Progress, before: float) -> tuple[Outcome, float]:
    """Simulate a model's run and store it; return it with the seconds that this took, those that its journal took before included.

    What the journal holds is not played again.
    """
    begun = time.perf_counter() - before
    with closing(tidy.journal(folder, tables, request.count)) as journal:
        outcome = playing(request, model, tables, progress, folder.name).outcome(journal)
    seconds = time.perf_counter() - begun
    tidy.finish(folder, outcome, seconds)
    log.info("finished", extra={"scenario": model.scenario, "run": folder.name, "seconds": round(seconds, 3)})
    return outcome, seconds


def finished(request: Request, model: Model, progress: Progress, verb: tuple[str, ...] = (), *, before: float = 0.0) -> Run:
    """Return a model's run: read where it is stored whole, else simulated and stored. The manifest always tells the prices of today.

    Where another scenario that is the same world has a run, its tables are taken over. `verb` is the command that plays the model, `run`
    with the request's scenario unless stated, and `before` the seconds that were spent on its journal.
    """
    asked = inputs(request, model)
    folder = request.results / model.scenario / tidy.run_id(asked)
    tables = compiled(model)
    told = manifest(request, model, asked, verb)
    outcome, seconds = None, tidy.seconds_of(folder)
    if seconds is None or tidy.read_json(folder / tidy.MANIFEST) != told:
        with tidy.held(folder):
            tidy.write_json(folder / tidy.MANIFEST, told)
            seconds = tidy.seconds_of(folder) or tidy.taken_over(request.results, folder)
            if seconds is None:
                outcome, seconds = stored(request, model, tables, folder, progress, before)
    outcome = outcome or tidy.read(folder, tables)
    progress(request.count, request.count)
    return Run(world_of(request, model, outcome), folder, seconds)


def manifest(request: Request, model: Model, asked: dict[str, Any], verb: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what is written of a run before it starts: what it is, and the command that repeats it."""
    command = ["simcase", *(verb or ("run", request.scenario)), "--calibration", request.calibration]
    command += ["--fit", model.fit] if model.fit else []
    command += ["--assumptions", str(request.assumptions)] if request.assumptions else []
    command += ["--replications", str(request.count), "--seed", str(request.seed), "--uncertainty", request.uncertainty]
    return {
        **asked,
        "scenario": model.scenario,
        "calibration": request.calibration,
        "fit": model.fit,
        "from": model.start.isoformat(),
        "to": model.end.isoformat(),
        "command": command,
        "resolved": described(model),
    }
