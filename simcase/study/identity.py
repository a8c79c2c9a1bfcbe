"""What a run is: the model that a request names, all that its tables depend on, and what is written of it before it starts."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypedDict, cast

from simcase import __version__, engine, tidy
from simcase.errors import Issue, RunError, UserError
from simcase.model import Model, describe, moves_digest, resolve, with_workbook_edits
from simcase.study.request import Request
from simcase.vocabulary import Uncertainty
from simcase.words import said

ASSUMPTIONS: Final = "--assumptions"
"""The option that names a workbook of prices."""


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
    command = ["simcase", *(verb or ("run", request.scenario)), *world_options(request.calibration, model.fit)]
    command += [ASSUMPTIONS, str(request.assumptions)] if request.assumptions else []
    command += _luck(request.count, request.seed, request.uncertainty)
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


def world_options(calibration: str, fit: str | None) -> list[str]:
    """Return the options that name a world."""
    return ["--calibration", calibration, *(["--fit", fit] if fit else [])]


def _luck(count: int, seed: int, uncertainty: Uncertainty) -> list[str]:
    """Return the options that name so many replications and what varies in them."""
    return ["--replications", str(count), "--seed", str(seed), "--uncertainty", uncertainty]


def command_again(told: Manifest) -> str:
    """Return the command that plays a stored run again, with the prices of its files."""
    command = [str(word) for word in told["command"]]
    if ASSUMPTIONS in command:
        at = command.index(ASSUMPTIONS)
        del command[at : at + 2]
    return shlex.join(command)


def command_alike(told: Manifest, *verb: str) -> str:
    """Return the command that plays a verb in the world and with the luck of a stored run."""
    luck = _luck(told["replications"], told["seed"], told["uncertainty"])
    return shlex.join(["simcase", *verb, *world_options(told["calibration"], told["fit"]), *luck])


def model_of_files(request: Request, told: Manifest, folder: Path) -> Model:
    """Return a stored run's model from the files that are there now, and their prices; raises RunError where it moves otherwise."""
    try:
        model = replace(resolved(replace(request, assumptions=None)), scenario=told["resolved"]["scenario"])
    except UserError:
        model = None
    if model is None or moves_digest(model) != told["model"] or tidy.code_digest() != told["code"]:
        raise RunError(said("error.run.changed", folder=folder, command=command_again(told)))
    return model


def manifest_of(run: Path) -> Manifest:
    """Return what was written of the run in a folder; raises RunError where it cannot be read."""
    return cast("Manifest", tidy.manifest_of(run))


def command_alone(request: Request, replication: int, citizen: int | None) -> list[str]:
    """Return the command that plays one replication of a scenario alone."""
    luck = ["--seed", str(request.seed), "--uncertainty", request.uncertainty, "--replication", str(replication)]
    return ["simcase", "trace", request.scenario, *world_options(request.calibration, request.fit), *luck, "--citizen", str(citizen or 0)]
