"""Run a scenario; compare scenarios with a baseline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simcase import tidy
from simcase.compare import check_pair
from simcase.engine import Progress, staying
from simcase.model import Model
from simcase.study.contributions import contributions
from simcase.study.documents import difference, run_document
from simcase.study.precision import until_precise
from simcase.study.reopened import Shown
from simcase.study.request import Request, window
from simcase.study.tabled import Tabled
from simcase.study.worlds import Run, finished, resolved


@dataclass(frozen=True, slots=True)
class Comparison(Tabled):
    """A finished comparison: its document, and each scenario held against the baseline."""

    document: dict[str, Any]
    scenarios: tuple[Shown, ...]

    def _parts(self) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
        """Yield the scenarios, each by its name."""
        yield from (({"scenario": each.document["run"]["scenario"]}, each.document) for each in self.scenarios)


def silent(_done: int, _total: int) -> None:
    """Tell nobody how far the work is."""


def run(request: Request, progress: Progress | None = None) -> Shown:
    """Return a scenario's run, simulated unless it is stored.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    model = resolved(request)
    window(request, model)
    asked, runs = until_precise(request, lambda each: [finished(each, model, progress or silent)])
    return _shown(asked, runs[0], run_document(asked, runs[0]))


def _shown(asked: Request, run: Run, document: dict[str, Any], baseline: Shown | None = None) -> Shown:
    """Return a finished run with its document, held against a baseline where there is one."""
    return Shown(asked, run, tidy.manifest_of(run.folder), document, baseline)


def all_finished(request: Request, models: Sequence[Model], progress: Progress) -> list[Run]:
    """Return the runs of several models, one after the other, with one progress for all."""
    runs: list[Run] = []
    with staying():
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
    first, others = runs[0], runs[1:]
    for each in others:
        check_pair(first.world, each.world)
    parts = [difference(asked, first.world, each, contributions(asked, first.world, each.world, silent)) for each in others]
    baseline = _shown(asked, first, run_document(asked, first))
    document = {"simcase": baseline.document["simcase"], "baseline": baseline.document, "scenarios": parts}
    shown = [_shown(asked, each, part, baseline) for each, part in zip(others, parts, strict=True)]
    return Comparison(document, tuple(shown))
