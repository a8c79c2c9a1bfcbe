"""Questions to runs: what a year will end at, whether goals are met, and what it takes to meet one or to pay back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from simcase import study
from simcase.api.request import Asked, requested
from simcase.engine import Progress
from simcase.study import Answer, Followup, Ledger, silent
from simcase.study.breakeven import Vary
from simcase.study.results import BreakevenResult, GoalsResult, PortfolioResult, SolveResult


def followup(asked: Asked, ledger: Ledger, progress: Progress | None = None) -> Followup:
    """Return the expected accounts of the year, carried on from the accounts so far; its tables are lines and persons.

    `Ledger(file, as_of)` says where the accounts are and until when they count. Raises UserError for a wrong file.
    """
    return study.followup(requested(asked), ledger, progress or silent)


def goals(asked: Asked, thresholds: Mapping[str, float] | None = None, progress: Progress | None = None) -> Answer[GoalsResult]:
    """Return how sure it is that each goal is met, in the fit asked for and in the calibration's others; its table is goals.

    `thresholds` gives a goal a number, by its id. Raises UserError for a goal that there is not.

    >>> goals(study.Request("as-is", replications=1, results=results)).table("goals").columns[:3]
    ['fit', 'id', 'date']
    """
    told = study.goals(requested(asked), thresholds or {}, progress or silent)
    return Answer(told, tuple(({"fit": each.fit}, each) for each in told.fits))


def solve(
    asked: Asked,
    path: str,
    goal: str,
    probability: float,
    *,
    limit: float | None = None,
    thresholds: Mapping[str, float] | None = None,
    progress: Progress | None = None,
) -> Answer[SolveResult]:
    """Return the number at a path, such as `small-jobs.slots`, at which a goal is met with a probability; its table is tried.

    Nothing above `limit` is tried. Raises UserError for a path or a goal that there is not.
    """
    return Answer(study.solve(requested(asked), path, goal, probability, progress or silent, limit, thresholds))


def breakeven(
    baseline: Asked,
    scenario: str,
    *,
    by: date | None = None,
    vary: Vary | None = None,
    only: Collection[str] = (),
    progress: Progress | None = None,
) -> Answer[BreakevenResult]:
    """Return what must hold for a scenario to pay back by a day, the run's last unless given; its tables are figures and tried.

    Varied is the effect, the cost or the places of the initiatives that the baseline has not, or of some of them; unless named the effect,
    or the cost where there is nothing else. Raises UserError for scenarios between which nothing of the kind differs.
    """
    return Answer(study.breakeven(requested(baseline), scenario, progress or silent, by, vary, only))


def portfolio(
    baseline: Asked,
    choose: Sequence[str],
    goals: Sequence[str] = (),
    *,
    budget: float | None = None,
    progress: Progress | None = None,
) -> Answer[PortfolioResult]:
    """Return the mix of initiatives that meets goals most surely, or without goals has the best net result; its table is mixes.

    What may be chosen is written as on the command line, such as `small-jobs:places=0..240`; `budget` is kroner a year beyond the
    baseline. Raises UserError for what cannot be chosen, and for a goal that there is not.
    """
    asked = study.Portfolio(tuple(choose), tuple(goals), budget)
    return Answer(study.portfolio(requested(baseline), asked, progress or silent))
