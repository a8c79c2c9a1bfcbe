"""Files and the models they make: which there are, load one, check them, explain a number."""

from __future__ import annotations

import re
from typing import Final

from simcase.api.request import Asked, requested
from simcase.declare import here
from simcase.defaults import CALIBRATION, TODAY
from simcase.engine import Progress
from simcase.errors import Issue
from simcase.model import Model
from simcase.model.files import all_problems, problems
from simcase.study import Answer, budget_figure, law_changes, silent
from simcase.study import explain as explained
from simcase.study.identity import resolved
from simcase.study.results import FigureApart, LawResult, ModelResult, NumberResult

BUDGET: Final = re.compile(r"budget\.(\d{4})\.(.+)")
"""A path that leads to a figure of the budget table and not to a number of the model."""


def load(asked: Asked) -> Model:
    """Return the model that files resolve to: explicit and frozen.

    Raises UserError with every problem in the files.

    >>> [each.id for each in load("kik-ii").initiatives]
    ['kik-ii', 'kis']
    """
    return resolved(requested(asked))


def scenarios() -> tuple[str, ...]:
    """Return the names of the scenarios in the current folder and of those shipped, sorted.

    >>> "kik-ii" in scenarios()
    True
    """
    return here().scenarios()


def check(*files: str, calibration: str = CALIBRATION) -> list[Issue]:
    """Return every problem in scenarios, initiatives and calibrations, named or as paths; without a name, in all that there are.

    >>> [str(issue) for issue in check("kik-iii")]
    ["found 'kik-iii', expected one of ... Did you mean 'kik-ii'?"]
    """
    library = here()
    return [issue for each in files for issue in problems(each, library, calibration)] if files else all_problems(library, calibration)


def law(first: int, last: int, calibration: str = TODAY) -> Answer[LawResult]:
    """Return what changed in the law from a year to another, with date, source and grade, and whether a calibration stands on it.

    Raises UserError with every problem of the calibration's files.

    >>> law(2025, 2025).result.changes[-1].id
    'kontanthjaelp_2025'
    """
    return Answer(law_changes(calibration, first, last, here()))


def explain(asked: Asked, path: str | None = None, progress: Progress | None = None) -> Answer[ModelResult | NumberResult | FigureApart]:
    """Return what a scenario's model implies (tables `states`, `initiatives`), or the number at a path with source and grade.

    `budget.YEAR.LINE` takes a figure of the budget apart (tables `parts`, `sources`), by the run that the request stands for.

    Raises UserError for a path that leads to no number.

    >>> explain("kik-ii", "initiatives.kik-ii.effects.0.hazard_ratio").result.grade
    'D'
    """
    figure = BUDGET.fullmatch(path or "")
    if figure:
        return Answer(budget_figure(requested(asked), int(figure[1]), figure[2], progress or silent))
    return Answer(explained(requested(asked), path, progress or silent))
