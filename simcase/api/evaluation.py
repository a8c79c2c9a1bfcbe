"""How good a model is: fit a calibration, score a forecast of a known past, rank what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from simcase import evaluate
from simcase.api.request import RESULTS, Asked, requested
from simcase.calibrate import Fit, Rounds, finished, silent
from simcase.calibrate import calibrate as fitted_to
from simcase.calibrate.counts import Counts
from simcase.calibrate.foresight import Ask, ForecastResult
from simcase.calibrate.foresight import forecast as foreseen
from simcase.calibrate.learning import MEMBERS
from simcase.declare import AS_IS
from simcase.defaults import FIT_SEED
from simcase.engine import Crew, Progress, available_cores
from simcase.errors import RunError
from simcase.evaluate import BacktestResult, InformationResult, Method, PanelQuestion, PanelResult, SensitivityResult
from simcase.importers import Wish, counts_from
from simcase.model import resolve
from simcase.study import Answer, Shown
from simcase.study import silent as untold
from simcase.words import said


def calibrate(name: str, fit: str | None = None, *, seed: int = FIT_SEED, workers: int | None = None, tell: Rounds = silent) -> Fit:
    """Fit a calibration of the current folder, and write the fit there; its tables are targets, parameters and left_out.

    `tell` hears of each evaluation and its weighted sum of squares. Raises UserError for a calibration that is not in the current folder,
    or that has no unknowns or targets.
    """
    file, fitted = fitted_to(name, fit, seed=seed, workers=workers or available_cores(), tell=tell)
    model = resolve(AS_IS, calibration=name, without_fit=True)
    return finished(model, fitted, file, seed)


def backtest(
    case: str, *shocks: str, results: Path = RESULTS, workers: int | None = None, progress: Progress | None = None
) -> Answer[BacktestResult]:
    """Return a backtest's forecast, made from what was known then unless it is stored, scored against what came after.

    `shocks` are scenarios that are composed onto the case's. Its tables are outcomes and against. Raises UserError for a case that is
    not there or is wrong.
    """
    read = evaluate.read_case(case)
    outcomes = evaluate.read_outcomes(read)
    made = evaluate.forecast(read, shocks, results, Crew(workers or available_cores()), progress or untold)
    return Answer(evaluate.judge(made, outcomes).result)


def backtest_panel(
    counts: Path,
    asked: PanelQuestion | None = None,
    *,
    results: Path = RESULTS,
    workers: int | None = None,
    progress: Progress | None = None,
) -> Answer[PanelResult]:
    """Return what forecasts of a table of monthly counts of many places are worth, beside four simple ones; its table is scores.

    `asked` chooses places, measures, origins and who foresees: a simple method by name, or an object of yours that is given what is known
    of a place and returns draws of the months to come. Raises UserError for a table or a question that is wrong.
    """
    question = asked or PanelQuestion()
    done = evaluate.panel_backtest(counts, question, results, Crew(workers or available_cores()), progress or untold)
    return Answer(done.result)


def forecast(
    asked: Asked,
    counts: Counts | str | Path | Sequence[str | Path],
    until: date,
    *,
    wish: Wish | None = None,
    members: int = MEMBERS,
    progress: Progress | None = None,
) -> Answer[ForecastResult]:
    """Return what is foreseen after the last month counted, and what the counts taught.

    Its tables are counted, months and years (persons and kroner), learned and surprises. `counts` is a CSV file with the columns month,
    line and persons, tables of Jobindsats as downloaded, or "jobindsats" to ask the interface, of which `wish` says the area. What is
    learned is kept in the folder of results, so that later counts begin with it. Raises UserError for counts or a day that do not fit the
    model.
    """
    request = requested(asked)
    if not isinstance(counts, Counts):
        model = resolve(request.scenario, calibration=request.calibration, fit=request.fit)
        named = [counts] if isinstance(counts, str | Path) else counts
        counts = counts_from([str(each) for each in named], model, wish or Wish())
    return Answer(foreseen(request, Ask(counts, until, members), progress or untold))


def sensitivity(
    asked: Asked,
    figure: str | None = None,
    *,
    against: str | None = None,
    method: Method = "tornado",
    size: int | None = None,
    progress: Progress | None = None,
) -> Answer[SensitivityResult]:
    """Return what is not known, ranked by how much a figure of a scenario depends on it; its table is unknowns.

    `figure` is such as `net_spending` or `goal.kontanthjaelp-800`, of the difference from a baseline where `against` names one. Raises
    UserError for a figure that there is not, and RunError where too few runs tell.
    """
    question = evaluate.Question(method, figure, against, size)
    return Answer(evaluate.sensitivity_result(evaluate.sensitivity(requested(asked), question, progress or untold)))


def information(scenario: Shown) -> Answer[InformationResult]:
    """Return what it is worth, in kroner, to know each unknown before a scenario is chosen or its baseline; its table is unknowns.

    `scenario` is a run held against a baseline, as `compare` and `reopen` return it; nothing is played. Raises RunError for a run without
    a baseline, or with too few replications for its unknowns.
    """
    run = scenario.result.run
    if scenario.baseline is None:
        raise RunError(said("error.api.no_baseline", scenario=run.scenario))
    found = evaluate.information_of(scenario)
    if found is None:
        raise RunError(said("error.api.too_few", scenario=run.scenario, replications=run.replications))
    return Answer(found)
