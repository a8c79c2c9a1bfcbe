"""What a run is: the model that a request names, all that its tables depend on, and what is written of it before it starts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypedDict, cast

from simcase import __version__, engine, tidy
from simcase.errors import Issue, UserError
from simcase.model import Model, describe, moves_digest, resolve, with_workbook_edits
from simcase.study.request import Request
from simcase.vocabulary import Uncertainty


class Inputs(TypedDict, total=False):
    """Everything that a run's tables depend on: the version, digests of code, model and processes, and what is played."""

    simcase: str
    code: str
    model: str
    seed: int
    replications: int
    uncertainty: Uncertainty
    processes: dict[str, str]


Days = TypedDict("Days", {"from": str, "to": str}, total=False)
"""The first and the last day of a run."""


class Manifest(Inputs, Days, total=False):
    """What is written of a run: its inputs, what it is of, the command that repeats it, its model; nothing of one that is not stored."""

    scenario: str
    calibration: str
    fit: str | None
    command: list[str]
    resolved: dict[str, Any]


def resolved(request: Request, scenario: str | None = None) -> Model:
    """Return the model of the request's scenario, or of another one in the same calibration and fit, with the assumptions asked for."""
    model = resolve(scenario or request.scenario, calibration=request.calibration, fit=request.fit)
    return model if request.assumptions is None else with_workbook_edits(model, request.assumptions)


def all_resolved(requests: Iterable[Request]) -> list[Model]:
    """Return the model of each request; raises UserError with every problem of all of them."""
    models: list[Model] = []
    issues: list[Issue] = []
    for each in requests:
        try:
            models.append(resolved(each))
        except UserError as error:
            issues.extend(error.issues)
    if issues:
        raise UserError(issues)
    return models


def inputs(request: Request, model: Model) -> Inputs:
    """Return everything that a run's tables depend on."""
    return {
        "simcase": __version__,
        "code": tidy.code_digest(),
        "model": moves_digest(model),
        "seed": request.seed,
        "replications": request.count,
        "uncertainty": request.uncertainty,
        "processes": {each.process: engine.source_of(each.process) for each in model.initiatives if each.process is not None},
    }


def manifest(request: Request, model: Model, verb: Sequence[str] = ()) -> Manifest:
    """Return what is written of a run before it starts: what it is, and the command that repeats it."""
    command = ["simcase", *(verb or ("run", request.scenario)), "--calibration", request.calibration]
    command += ["--fit", model.fit] if model.fit else []
    command += ["--assumptions", str(request.assumptions)] if request.assumptions else []
    command += ["--replications", str(request.count), "--seed", str(request.seed), "--uncertainty", request.uncertainty]
    return {
        **inputs(request, model),
        "scenario": model.scenario,
        "calibration": request.calibration,
        "fit": model.fit,
        "from": model.start.isoformat(),
        "to": model.end.isoformat(),
        "command": command,
        "resolved": describe(model),
    }


def manifest_of(run: Path) -> Manifest:
    """Return what was written of the run in a folder; raises RunError where it cannot be read."""
    return cast("Manifest", tidy.manifest_of(run))


def command_alone(request: Request, replication: int, citizen: int | None) -> list[str]:
    """Return the command that plays one replication of a scenario alone."""
    world = ["--calibration", request.calibration, *(["--fit", request.fit] if request.fit else [])]
    luck = ["--seed", str(request.seed), "--uncertainty", request.uncertainty, "--replication", str(replication)]
    return ["simcase", "trace", request.scenario, *world, *luck, "--citizen", str(citizen or 0)]
