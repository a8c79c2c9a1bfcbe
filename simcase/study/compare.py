"""Scenarios held against a baseline."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from simcase import engine
from simcase.compare import check_pair
from simcase.engine import Progress
from simcase.model import parts
from simcase.study.comparability import check_models
from simcase.study.contributions import contributions
from simcase.study.identity import resolved
from simcase.study.open_runs import Shown
from simcase.study.precision import until_precise
from simcase.study.request import Request, window
from simcase.study.results import ComparisonResult
from simcase.study.run import shown_run
from simcase.study.run_result import run_result, scenario_result
from simcase.study.simulate import silent
from simcase.study.tabled import Part, Tabled


@dataclass(frozen=True)
class Comparison(Tabled):
    """A finished comparison: its result, and each scenario held against the baseline."""

    result: ComparisonResult
    scenarios: tuple[Shown, ...]

    def _parts(self) -> Iterable[Part]:
        """Return the scenarios, each by its name."""
        return [({"scenario": each.result.run.scenario}, each.result) for each in self.scenarios]


def compare(request: Request, scenarios: Sequence[str], progress: Progress | None = None) -> Comparison:
    """Return scenarios held against the request's, replication by replication with the same luck.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    tell = progress or silent
    models = {scenario: resolved(request, scenario) for scenario in (request.scenario, *scenarios)}
    differing = [parts(request.scenario, name, calibration=request.calibration, fit=request.fit) for name in scenarios]
    for scenario, model in models.items():
        window(request, model)
        check_models(models[request.scenario], model, request.scenario, scenario)
    with engine.staying():
        asked, runs = until_precise(request, models, tell)
        run = dict(zip(models, runs, strict=True))
        first = run[request.scenario]
        for each in runs:
            check_pair(first.world, each.world)
        results = [
            scenario_result(asked, first.world, run[name], contributions(asked, found, name, (first.world, run[name].world), tell))
            for name, found in zip(scenarios, differing, strict=True)
        ]
    baseline = shown_run(asked, first, run_result(asked, first))
    result = ComparisonResult(baseline.result.simcase, baseline.result, tuple(results))
    shown = [shown_run(replace(asked, scenario=name), run[name], part, baseline) for name, part in zip(scenarios, results, strict=True)]
    return Comparison(result, tuple(shown))
