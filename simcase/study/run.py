"""A scenario's run."""

from __future__ import annotations

from simcase.engine import Progress
from simcase.study.identity import manifest_of, resolved
from simcase.study.open_runs import Shown
from simcase.study.precision import until_precise
from simcase.study.request import Request, window
from simcase.study.results import RunResult
from simcase.study.run_result import run_result
from simcase.study.simulate import Run, silent


def run(request: Request, progress: Progress | None = None) -> Shown:
    """Return a scenario's run, simulated unless it is stored.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    model = resolved(request)
    window(request, model)
    asked, (found,) = until_precise(request, {request.scenario: model}, progress or silent)
    return shown_run(asked, found, run_result(asked, found))


def shown_run(asked: Request, run: Run, result: RunResult, baseline: Shown | None = None) -> Shown:
    """Return a finished run with its result, held against a baseline where there is one."""
    return Shown(asked, run, manifest_of(run.folder), result, baseline)
