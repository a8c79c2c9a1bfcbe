"""A scenario's run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from simcase.engine import Progress
from simcase.study.identity import manifest_of, resolved
from simcase.study.open_runs import Shown
from simcase.study.precision import until_precise
from simcase.study.request import Request, window
from simcase.study.results import RunResult
from simcase.study.run_result import run_result
from simcase.study.simulate import Run, silent


def run(request: Request, progress: Progress | None = None, interim: Callable[[Shown], None] | None = None) -> Shown:
    """Return a scenario's run, simulated unless it is stored; `interim` hears of it as it is after fewer replications.

    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    model = resolved(request)
    window(request, model)

    def answer(asked: Request, runs: Sequence[Run]) -> Shown:
        return shown_run(asked, runs[0], run_result(asked, runs[0]))

    told = (lambda asked, runs: interim(answer(asked, runs))) if interim else None
    return answer(*until_precise(request, {request.scenario: model}, progress or silent, told))


def shown_run(asked: Request, run: Run, result: RunResult, baseline: Shown | None = None) -> Shown:
    """Return a finished run with its result, held against a baseline where there is one."""
    return Shown(asked, run, manifest_of(run.folder), result, baseline)
