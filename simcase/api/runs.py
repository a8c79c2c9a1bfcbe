"""Runs: simulate one, hold scenarios against a baseline, open finished ones, and follow one citizen or all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import polars as pl

from simcase import study, tidy
from simcase.api.request import RESULTS, Asked, requested
from simcase.engine import Progress
from simcase.study import Answer, Comparison, Request, Shown, open_runs
from simcase.study.results import LifeResult


def run(asked: Asked, progress: Progress | None = None, interim: Callable[[Shown], None] | None = None) -> Shown:
    """Return a scenario's run, simulated unless it is stored.

    Its tables are those of `simcase run --json`: persons, flows, budget, measures, programmes, goals and more. `interim` hears now and then
    of the run as it is after fewer replications. Raises UserError, before anything is run, for what the user can mend, and RunError for
    a run that failed.

    >>> done = run(Request("as-is", replications=1, results=results))
    >>> done.table("budget").columns[:4]
    ['year', 'line', 'persons_mean', 'persons_p05']
    """
    return study.run(requested(asked), progress, interim)


def compare(
    baseline: Asked, *scenarios: str, progress: Progress | None = None, interim: Callable[[Comparison], None] | None = None
) -> Comparison:
    """Return scenarios held against a baseline with the same luck; figures are scenario minus baseline.

    Its tables begin with a column `scenario`: difference.budget, difference.persons, business_case, where_they_went and more. `interim`
    and what is raised are as in `run`.

    >>> alike = compare(Request("as-is", replications=2, results=results), "as-is")
    >>> alike.table("difference.budget")["municipality_mean"].abs().max()
    0.0
    """
    return study.compare(requested(baseline), scenarios, progress, interim)


def reopen(*runs: str | Path | Shown, how: Request | None = None) -> Sequence[Shown]:
    """Return finished runs, each after the first held against it; a run is a scenario, a run id or a folder.

    `how` says in which calibration, fit and uncertainty a scenario's run is looked for (the one with most replications is taken), and what
    of it is shown: days, prices, assumptions, discount, folder of results. Raises RunError for a run that is not there or is damaged, and
    UserError for runs that cannot be compared.

    >>> done = run(Request("as-is", replications=1, results=results))
    >>> reopen(done)[0].result == done.result
    True
    """
    named = [str(each.folder if isinstance(each, Shown) else each) for each in runs]
    return open_runs(named, how or Request(""))


def results(folder: Path = RESULTS) -> list[tidy.Shelved]:
    """Return the runs that are stored in a folder, by scenario, the oldest first: whether each is finished, its bytes, its manifest.

    >>> from simcase import api
    >>> api.results(Path("no-such-folder"))
    []
    """
    return tidy.list_runs(folder)


def trace(asked: Asked, citizen: int, *scenarios: str, replication: int = 0) -> Answer[LifeResult]:
    """Return a synthetic citizen's spells and programmes, in further scenarios too with the same luck; its table is spells.

    Citizens are counted from 0: the stock at the start state by state, then arrivals. Raises UserError for a number that nobody has.

    >>> trace("as-is", 24277).table("spells").columns
    ['scenario', 'state', 'from', 'to', 'days']
    """
    told = study.trace(requested(asked), citizen, scenarios, replication)
    return Answer(told, tuple(({"scenario": each.scenario}, each) for each in told.worlds))


def register(asked: Asked, replication: int = 0) -> pl.DataFrame:
    """Return everybody's spells in one world, a row each: person, state, start, end (empty: it goes on), age at the start, segment."""
    return study.event_register(requested(asked), replication)
