"""Run a scenario; compare scenarios with a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from simcase.compare import check_pair
from simcase.engine import Progress
from simcase.study.contributions import contributions
from simcase.study.documents import difference, run_document
from simcase.study.request import Request, window
from simcase.study.worlds import finished, resolved


@dataclass(frozen=True, slots=True)
class Told:
    """A finished run: its document, and the folder of its tables."""

    document: dict[str, Any]
    folder: Path


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
    done = finished(request, model, progress or silent)
    return Told(run_document(request, done), done.folder)


def compare(request: Request, scenarios: Sequence[str], progress: Progress | None = None) -> Comparison:
    """Return scenarios held against the request's, replication by replication with the same luck.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    models = [resolved(request), *(resolved(request, scenario) for scenario in scenarios)]
    for model in models:
        window(request, model)
    tell = progress or silent
    count = len(models)
    runs = [finished(request, model, lambda done, total, at=at: tell(at * total + done, count * total)) for at, model in enumerate(models)]  # type: ignore[misc]
    baseline = runs[0]
    for each in runs[1:]:
        check_pair(baseline.world, each.world)
    parts = [difference(request, baseline.world, each, contributions(request, baseline.world, each.world, silent)) for each in runs[1:]]
    document = run_document(request, baseline)
    return Comparison({"simcase": document["simcase"], "baseline": document, "scenarios": parts})
