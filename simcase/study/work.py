"""Run a scenario; compare scenarios with a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simcase.compare import World, check_pair
from simcase.engine import Progress
from simcase.model import Model
from simcase.study.contributions import contributions
from simcase.study.documents import difference, run_document
from simcase.study.precision import until_precise
from simcase.study.request import Request, window
from simcase.study.worlds import Run, finished, resolved


@dataclass(frozen=True, slots=True)
class Told:
    """A finished run: its document, the folder of its tables, and its world."""

    document: dict[str, Any]
    folder: Path
    world: World


@dataclass(frozen=True, slots=True)
class Comparison:
    """A finished comparison: its document."""

    document: dict[str, Any]


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far the work is."""


def run(request: Request, progress: Progress | None = None) -> Told:
    """Return a scenario's run, simulated unless it is stored.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    model = resolved(request)
    window(request, model)
    asked, runs = until_precise(request, lambda each: [finished(each, model, progress or silent)])
    return Told(run_document(asked, runs[0]), runs[0].folder, runs[0].world)


def all_finished(request: Request, models: Sequence[Model], progress: Progress) -> list[Run]:
    """Return the runs of several models, one after the other, with one progress for all."""
    runs: list[Run] = []
    for at, model in enumerate(models):

        def told(done: int, total: int, at: int = at) -> None:
            progress(at * total + done, len(models) * total)

        runs.append(finished(request, model, told))
    return runs


def compare(request: Request, scenarios: Sequence[str], progress: Progress | None = None) -> Comparison:
    """Return scenarios held against the request's, replication by replication with the same luck.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    models = [resolved(request), *(resolved(request, scenario) for scenario in scenarios)]
    for model in models:
        window(request, model)
    asked, runs = until_precise(request, lambda each: all_finished(each, models, progress or silent))
    baseline = runs[0]
    for each in runs[1:]:
        check_pair(baseline.world, each.world)
    parts = [difference(asked, baseline.world, each, contributions(asked, baseline.world, each.world, silent)) for each in runs[1:]]
    document = run_document(asked, baseline)
    return Comparison({"simcase": document["simcase"], "baseline": document, "scenarios": parts})
