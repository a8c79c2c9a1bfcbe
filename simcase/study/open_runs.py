"""Finished runs opened again, to be shown: from their folders alone, whatever has become of the files they were made from.

Those that were played with a workbook of prices have the prices of the files that are there now.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from simcase import tidy
from simcase.compare import PricedRun, check_pair
from simcase.declare import here
from simcase.errors import Issue, RunError, UserError
from simcase.model import Model, describe, model_described_by, moves_digest, parts, read_calibration, unsourced, with_workbook_edits
from simcase.study.identity import Manifest, command_again, command_alike, manifest_of, model_of_files, resolved
from simcase.study.periods import FOR_INTERVALS, apart
from simcase.study.request import Request, Window, window
from simcase.study.results import RunResult, ScenarioResult
from simcase.study.run_result import run_result, scenario_result
from simcase.study.simulate import Run, priced
from simcase.study.tabled import Tabled
from simcase.tables import tabulate
from simcase.words import said

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Shown(Tabled):
    """A finished run that is shown: by itself, or held against a baseline."""

    request: Request
    run: Run
    manifest: Manifest
    result: RunResult
    baseline: Shown | None = None

    @property
    def compared(self) -> ScenarioResult:
        """Return the result of a run that is held against a baseline; raises ValueError for another one."""
        if not isinstance(self.result, ScenarioResult):
            raise TypeError("a run is held against a baseline")
        return self.result

    @property
    def world(self) -> PricedRun:
        """Return the model, the figures and the accounts of the run."""
        return self.run.world

    @property
    def folder(self) -> Path:
        """Return the folder of the run's tables."""
        return self.run.folder

    @property
    def window(self) -> Window:
        """Return what of the run is shown."""
        return window(self.request, self.world.model)


def open_runs(runs: Sequence[str], shown: Request) -> list[Shown]:
    """Return finished runs, each after the first held against it, shown as a request says: days, prices, a workbook of prices, a discount.

    Prices move nobody: whatever workbook a run was played with, that of the request holds, and where it names none those of the files.
    A run is a scenario, a run id or a folder. Of a scenario the run in the request's calibration, fit and uncertainty is meant that has
    most replications, of several scenarios those that are alike. Raises RunError for one that is not there or is damaged, and UserError for
    runs that cannot be compared and for days that no run has.
    """
    opened = [_opened(folder, shown) for folder in tidy.find_alike(shown.results, runs, _world(shown))]
    return [opened[0], *(against(opened[0], each) for each in opened[1:])]


def _world(shown: Request) -> dict[str, object]:
    """Return the world in which a scenario's runs are looked for; any fit where the calibration's own cannot be told any more."""
    world: dict[str, object] = {"calibration": shown.calibration, "fit": shown.fit, "uncertainty": shown.uncertainty}
    if shown.fit is None:
        try:
            world["fit"] = read_calibration(shown.calibration, here()).sections.fit
        except UserError:
            del world["fit"]
    return world


def check_intervals(runs: Sequence[Shown]) -> None:
    """Refuse to show runs of which there are too few for an interval.

    Raises UserError.
    """
    few = [each.result.run for each in runs if apart(each.result.run) < FOR_INTERVALS]
    hint = said("error.run.more")
    issues = [
        Issue(
            "",
            0,
            run.scenario,
            said("error.run.few", id=run.id, replications=run.replications, uncertainty=run.uncertainty),
            said("error.run.for_intervals", for_intervals=FOR_INTERVALS),
            hint,
        )
        for run in few
    ]
    if issues:
        raise UserError(issues)


def against(baseline: Shown, scenario: Shown) -> Shown:
    """Return a run held against a baseline; what each initiative adds is left out, for it takes further runs.

    Raises UserError for runs that cannot be compared.
    """
    before: Mapping[str, object] = baseline.manifest
    after: Mapping[str, object] = scenario.manifest
    other = [name for name in tidy.ALIKE if before[name] != after[name]]
    if other:
        one, first = scenario.manifest["scenario"], baseline.manifest["scenario"]
        found = said("error.all_of", items=tidy.said_of(after, other))
        wanted = tidy.said_of(before, other)
        command = command_alike(baseline.manifest, "compare", first, one)
        raise UserError([Issue("", 0, one, found, said("error.run.alike", wanted=wanted, first=first, command=command))])
    _warn_of_files(baseline, scenario)
    check_pair(baseline.world, scenario.world)
    result = scenario_result(scenario.request, baseline.world, scenario.run, (), _own_baseline(baseline, scenario))
    return Shown(scenario.request, scenario.run, scenario.manifest, result, baseline)


def _warn_of_files(baseline: Shown, scenario: Shown) -> None:
    """Warn where the files of one run alone have changed since it was stored: what differs then may be that."""
    before, after = _of_these_files(baseline), _of_these_files(scenario)
    if {before, after} == {True, False}:
        changed, other = (scenario, baseline) if before else (baseline, scenario)
        log.warning("files_changed", extra={"scenario": changed.manifest["scenario"], "other": other.manifest["scenario"]})


def _of_these_files(shown: Shown) -> bool | None:
    """Tell whether a run has the numbers that the files and the workbook give now, whatever is said of their sources.

    None where that cannot be told: other code reads them in another way.
    """
    if shown.manifest["code"] != tidy.code_digest():
        return None
    try:
        now = resolved(shown.request)
    except UserError:
        return None
    return moves_digest(now) == shown.manifest["model"] and _numbers(now) == _numbers(shown.world.model)


def _numbers(model: Model) -> object:
    """Return what is told of a model, apart from its sources and what is stored beside it."""
    return unsourced(describe(replace(model, donors=None, members=None, edits=None)))


def _own_baseline(baseline: Shown, scenario: Shown) -> str | None:
    """Return what a scenario is based on where that differs from the baseline too, as far as the files that are there now tell."""
    how = scenario.request
    try:
        return parts(baseline.request.scenario, how.scenario, calibration=how.calibration, fit=how.fit).own_baseline
    except UserError:
        return None


def _opened(folder: Path, shown: Request) -> Shown:
    """Return the finished run in a folder by itself, shown as a request says."""
    manifest, seconds = manifest_of(folder), tidy.seconds_of(folder)
    if seconds is None:
        raise RunError(said("error.run.not_whole", folder=folder, command=command_again(manifest)))
    try:
        model = model_described_by(manifest["resolved"])
        outcome = tidy.read(folder, tabulate(model))
    except (ValueError, KeyError, pl.exceptions.PolarsError) as error:
        raise RunError(said("error.run.other_version", folder=folder, command=command_again(manifest))) from error
    request = replace(
        shown,
        scenario=manifest["scenario"],
        calibration=manifest["calibration"],
        fit=manifest["fit"],
        replications=manifest["replications"],
        seed=manifest["seed"],
        uncertainty=manifest["uncertainty"],
    )
    edited = model.edits is not None
    if edited:
        model = model_of_files(request, manifest, folder)
    if shown.assumptions is not None:
        model = with_workbook_edits(model, shown.assumptions)
    if edited or shown.assumptions is not None:
        manifest = {**manifest, "resolved": describe(model)}
    found = Run(priced(request, model, outcome), folder, seconds)
    return Shown(request, found, manifest, run_result(request, found))
