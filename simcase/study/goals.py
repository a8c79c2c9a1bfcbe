"""Goals alone: judged in the fit asked for, and beside it in the calibration's other fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simcase import __version__, compare
from simcase.declare import here
from simcase.declare.schema import Goal
from simcase.engine import Progress
from simcase.model import Model, fits_of, read_calibration, with_thresholds
from simcase.study.identity import all_resolved
from simcase.study.inner_band import parts_moving
from simcase.study.precision import until_precise
from simcase.study.request import Request, window
from simcase.study.results import FitGoals, GoalsResult
from simcase.study.run_result import record


def goals(request: Request, levels: Mapping[str, float], progress: Progress) -> GoalsResult:
    """Return the goals of a scenario in each fit, the one asked for first; levels are thresholds that the user gives, by goal.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    requests = [replace(request, fit=fit) for fit in fits(request)]
    models = all_resolved(requests)
    aims = [with_thresholds(model, levels).goals for model in models]
    worlds = []
    for at, (each, model, aim) in enumerate(zip(requests, models, aims, strict=True)):

        def told(done: int, total: int, at: int = at) -> None:
            progress(at * total + done, len(models) * total)

        worlds.append(judged(each, model, aim, told))
    return GoalsResult(__version__, tuple(worlds))


def fits(request: Request) -> list[str | None]:
    """Return the fits of a request's calibration, the one asked for first; none where the calibration has none."""
    calibration = read_calibration(request.calibration, here())
    there = fits_of(calibration)
    first = request.fit or calibration.sections.fit
    return [first, *(name for name in there if name != first)]


def judged(request: Request, model: Model, aims: tuple[Goal, ...], progress: Progress) -> FitGoals:
    """Return the goals of one world, with what was run; they need not be those of its model, which is stored as it is."""
    asked, (run,) = until_precise(request, {request.scenario: model}, progress)
    world = run.world._replace(model=replace(model, goals=aims))
    return FitGoals(
        fit=model.fit,
        run=record(asked, run, window(asked, model)),
        goals=tuple(compare.goals(*world)),
        goals_together=compare.together(*world),
        varying=parts_moving(asked.uncertainty, world.outcome, model.end),
    )
