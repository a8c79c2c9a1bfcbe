"""Runs: simulate one, hold scenarios against a baseline, open finished ones again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simcase import study
from simcase.api.asked import Asked, requested
from simcase.engine import Progress
from simcase.study import Comparison, Request, Shown, open_runs


def run(asked: Asked, progress: Progress | None = None) -> Shown:
    """Return a scenario's run, simulated unless it is stored.

    Its tables are those of `simcase run --json`: persons, flows, budget, measures, programmes, goals and more. Raises UserError, before
    anything is run, for what the user can mend, and RunError for a run that failed.

    >>> done = run(Request("as-is", replications=1, results=results))
    >>> done.table("budget").columns[:4]
    ['year', 'line', 'persons_mean', 'persons_p05']
    """
    return study.run(requested(asked), progress)


def compare(baseline: Asked, *scenarios: str, progress: Progress | None = None) -> Comparison:
    """Return scenarios held against a baseline with the same luck; figures are scenario minus baseline.

    Its tables begin with a column `scenario`: difference.budget, difference.persons, business_case, where_they_went and more. Raises
    as `run` does.

    >>> alike = compare(Request("as-is", replications=2, results=results), "as-is")
    >>> alike.table("difference.budget")["municipality_mean"].abs().max()
    0.0
    """
    return study.compare(requested(baseline), scenarios, progress)


def reopen(*runs: str | Path | Shown, how: Request | None = None) -> Sequence[Shown]:
    """Return finished runs, each after the first held against it; a run is a scenario, a run id or a folder.

    `how` says in which calibration, fit and uncertainty a scenario's run is looked for (the one with most replications is taken), and what
    of it is shown: days, prices, assumptions, discount, folder of results. Raises RunError for a run that is not there or is damaged, and
    UserError for runs that cannot be compared.

    >>> done = run(Request("as-is", replications=1, results=results))
    >>> reopen(done)[0].document["run"]["id"] == done.document["run"]["id"]
    True
    """
    named = [str(each.folder if isinstance(each, Shown) else each) for each in runs]
    return open_runs(named, how or Request(""))
