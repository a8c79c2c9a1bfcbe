"""Scenarios held against a baseline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from simcase import engine
from simcase.compare import check_pair
from simcase.engine import Progress
from simcase.model import Parts, parts
from simcase.study.comparability import check_models
from simcase.study.contributions import contributions
from simcase.study.identity import all_resolved
from simcase.study.open_runs import Shown
from simcase.study.precision import until_precise
from simcase.study.request import Request, window
from simcase.study.results import ComparisonResult, Contribution
from simcase.study.run import shown_run
from simcase.study.run_result import run_result, scenario_result
from simcase.study.simulate import Run, silent
from simcase.study.tabled import Part, Tabled


@dataclass(frozen=True)
class Comparison(Tabled):
    """A finished comparison: its result, and each scenario held against the baseline."""

    result: ComparisonResult
    scenarios: tuple[Shown, ...]

    @property
    def runs(self) -> tuple[Shown, ...]:
        """Return the baseline's run and those of the scenarios."""
        return (*(each.baseline for each in self.scenarios[:1] if each.baseline), *self.scenarios)

    def _parts(self) -> Iterable[Part]:
        """Return the scenarios, each by its name."""
        return [({"scenario": each.result.run.scenario}, each.result) for each in self.scenarios]


def compare(
    request: Request,
    scenarios: Sequence[str],
    progress: Progress | None = None,
    interim: Callable[[Comparison], None] | None = None,
) -> Comparison:
    """Return scenarios held against the request's, replication by replication with the same luck.

    `interim` hears of the comparison as it is after fewer replications, and before the further worlds from which contributions are told.
    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    tell = progress or silent
    named = dict.fromkeys((request.scenario, *scenarios))
    models = dict(zip(named, all_resolved(replace(request, scenario=scenario) for scenario in named), strict=True))
    differing = [(name, parts(request.scenario, name, calibration=request.calibration, fit=request.fit)) for name in scenarios]
    for scenario, model in models.items():
        window(request, model)
        check_models(models[request.scenario], model, request.scenario, scenario)

    def told(asked: Request, runs: Sequence[Run]) -> None:
        if interim:
            interim(_comparison(asked, differing, dict(zip(models, runs, strict=True)), [()] * len(scenarios)))

    with engine.staying():
        asked, runs = until_precise(request, models, tell, told if interim else None)
        run = dict(zip(models, runs, strict=True))
        base = run[request.scenario].world
        for each in runs:
            check_pair(base, each.world)
        if any(len(found.names) > 1 for _, found in differing):
            told(asked, runs)
        added = [contributions(asked, found, name, (base, run[name].world), tell) for name, found in differing]
    return _comparison(asked, differing, run, added)


def _comparison(
    asked: Request, differing: Sequence[tuple[str, Parts]], run: Mapping[str, Run], added: Sequence[Sequence[Contribution]]
) -> Comparison:
    """Return scenarios, each with what it differs in, held against the baseline from the run of each, with what is known of their parts."""
    first = run[asked.scenario]
    baseline = shown_run(asked, first, run_result(asked, first))
    results = [
        scenario_result(asked, first.world, run[name], each, found.own_baseline)
        for (name, found), each in zip(differing, added, strict=True)
    ]
    shown = [
        shown_run(replace(asked, scenario=name), run[name], each, baseline) for (name, _), each in zip(differing, results, strict=True)
    ]
    return Comparison(ComparisonResult(baseline.result.simcase, baseline.result, tuple(results)), tuple(shown))
