"""Budget follow-up: a scenario's run carried on from the accounts so far, as a result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np

from simcase import __version__
from simcase.compare import estimate, share, shared_draws
from simcase.engine import Progress
from simcase.errors import Issue, UserError
from simcase.model import Actuals, Budgeted, Model, actuals, budgets, weakest_grade
from simcase.money import TOTAL, Followed, deviation, followed, total_with
from simcase.study.identity import Manifest, manifest_of, resolved
from simcase.study.inner_band import parts_moving
from simcase.study.precision import until_precise
from simcase.study.request import Request, window
from simcase.study.results import (
    AgainstBudget,
    Carried,
    Counted,
    Expected,
    FollowUp,
    FollowUpLine,
    FollowUpPersons,
    FollowUpRow,
    Foreseen,
    Rest,
    SoFar,
)
from simcase.study.run_result import record
from simcase.study.simulate import Job, simulate
from simcase.study.tabled import Tabled
from simcase.vocabulary import Floats, add_months, full_years, month_starts, parts_varying
from simcase.words import said

FAR = 2.0
"""Standard deviations from what was foreseen at which a count is called far."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a follow-up goes by: the accounts, until when, the budgets beside the calibration's plan, and how late refund is booked."""

    file: Path
    as_of: date
    budget: Path | None = None
    lag: int = 1


@dataclass(frozen=True, slots=True)
class Followup(Tabled):
    """A finished follow-up: its result, the model, and how the run behind it was made."""

    result: FollowUp
    model: Model
    manifest: Manifest


class _Budgets(NamedTuple):
    """The budgets that lines are held against, and whether two replications share a draw."""

    original: dict[str, Budgeted]
    corrected: dict[str, Budgeted]
    paired: bool


def followup(request: Request, given: Ledger, progress: Progress) -> Followup:
    """Return the expected accounts of the year of a day, from a scenario's run (simulated unless it is stored) and the accounts so far.

    Raises UserError, before anything is run, for what is wrong with the accounts, the budgets or the day.
    """
    model = resolved(request)
    _check_year(model, given.as_of)
    seen = actuals(model, given.file, given.as_of)
    planned = budgets(model, given.as_of.year, given.budget, given.file)
    until = replace(model, end=add_months(seen.months[-1], 1) - timedelta(days=1))
    asked, runs = until_precise(request, {request.scenario: model}, progress)
    (so_far,) = simulate([Job(asked, until)])
    beside = _Budgets(*planned, paired=shared_draws(runs[0].world.outcome))
    lines = followed(model, runs[0].world.outcome, so_far.world.outcome, seen, given.lag)
    result = FollowUp(
        simcase=__version__,
        run=record(asked, runs[0], window(asked, model)),
        accounts=given.file.name,
        as_of=seen.months[-1],
        year=given.as_of.year,
        refund_lag=given.lag,
        counted="full_time_persons" if seen.full_time else "persons",
        rows_left_out=seen.left_out,
        parameters="parameters" in parts_varying(asked.uncertainty),
        varying=parts_moving(asked.uncertainty, runs[0].world.outcome, date(given.as_of.year, 12, 31)),
        lines=tuple(_lines(model, seen, lines, beside)),
        persons=tuple(_persons(seen, lines)),
        weakest_grade=weakest_grade(model),
    )
    manifest = manifest_of(runs[0].folder)
    return Followup(result, model, {**manifest, "command": _command(request.scenario, given, manifest["command"])})


def _command(scenario: str, given: Ledger, run: list[str]) -> list[str]:
    """Return the command that gives a follow-up again, by that of its run."""
    words = ["simcase", "followup", scenario, "--actuals", str(given.file), "--as-of", given.as_of.isoformat()]
    words += ["--budget", str(given.budget)] if given.budget else []
    return [*words, "--refund-lag", str(given.lag), *run[run.index("--calibration") :]]


def _check_year(model: Model, as_of: date) -> None:
    """Refuse a day in a year that is not simulated from its first month to its last."""
    if not (model.lines and as_of.year in full_years(model.start, model.end)):
        expected = said("error.followup.day", start=model.start, end=model.end)
        raise UserError([Issue("", 0, "--as-of", as_of.isoformat(), expected)])


def _lines(model: Model, seen: Actuals, lines: list[Followed], budget: _Budgets) -> Iterator[FollowUpRow]:
    """Yield each line of the accounts, then the total of the plan's lines, then with the memo lines where all are in the accounts."""
    memo = {line.id for line in model.lines if line.memo}
    for each in lines:
        persons = seen.persons[seen.lines.index(each.line)] if each.known else None
        foreseen = float(each.foreseen.mean())
        spread = float(each.foreseen.std(ddof=1)) if len(each.foreseen) > 1 else None
        far = spread is not None and persons is not None and abs(float(persons[-1]) - foreseen) > FAR * spread
        row = _row(each.line, [each], budget, memo=each.line in memo)
        yield FollowUpLine(
            **{part.name: getattr(row, part.name) for part in fields(row)},
            net_basis=each.net_basis,
            counted=None if persons is None else Counted(float(persons[-1]), float(persons.mean())),
            foreseen=Foreseen(foreseen, spread, far),
            carried=Carried(*each.carried),
        )
    planned = [each for each in lines if each.line not in memo]
    yield _row(TOTAL, planned, budget, memo=False)
    if memo and memo <= {each.line for each in lines}:
        yield _row(total_with(line.id for line in model.lines if line.memo), lines, budget, memo=True)


def _row(name: str, lines: list[Followed], budget: _Budgets, *, memo: bool) -> FollowUpRow:
    """Return the sum of lines: accounts so far, the rest, the year expected, and each budget beside it."""

    def summed(field: str) -> Floats:
        return np.asarray(np.sum([getattr(each, field) for each in lines], axis=0))

    gross, refund, due = float(summed("seen_gross")), float(summed("seen_refund")), float(summed("due_refund").mean())
    rest = summed("rest_gross") - summed("rest_state")
    return FollowUpRow(
        line=name,
        so_far=SoFar(gross, refund, due, gross - refund - due),
        rest=Rest(estimate(summed("rest_gross")), estimate(summed("rest_state")), estimate(rest)),
        expected=Expected(*(estimate(summed(part)) for part in ("full_time_persons", "gross", "state", "municipality"))),
        original=_beside(lines, budget.original, paired=budget.paired),
        corrected=_beside(lines, budget.corrected, paired=budget.paired),
        memo=memo,
    )


def _beside(lines: list[Followed], budget: dict[str, Budgeted], *, paired: bool) -> AgainstBudget | None:
    """Return a budget of lines, and by what the expected accounts deviate from it, by volume and price; None without one for each.

    More than budgeted is above 0. Of several lines, the parts are what the lines' add up to; lines that the accounts lack have none,
    since nobody booked a price.
    """
    if any(each.line not in budget for each in lines):
        return None
    kroner = sum(budget[each.line].kroner for each in lines)
    persons = [budget[each.line].persons for each in lines]
    over = np.sum([each.municipality for each in lines], axis=0) - kroner
    volume = price = None
    if all(persons) and all(each.known for each in lines):
        parts = [
            deviation(budget[each.line].kroner, budget[each.line].persons or 1.0, each.municipality, each.full_time_persons)
            for each in lines
        ]
        volume, price = (estimate(np.sum([getattr(part, name) for part in parts], axis=0)) for name in ("volume", "price"))
    return AgainstBudget(
        kroner=kroner,
        full_time_persons=None if None in persons else float(sum(each or 0.0 for each in persons)),
        deviation=estimate(over),
        overspent=share(over > 0.0, paired=paired),
        volume=volume,
        price=price,
    )


def _persons(seen: Actuals, lines: list[Followed]) -> Iterator[FollowUpPersons]:
    """Yield persons by line and month: as counted, then as foreseen."""
    months = month_starts(seen.months[0], date(seen.months[0].year, 12, 31))
    for each in lines:
        first = len(months) - each.persons.shape[1]
        for m, month in enumerate(months):
            known = m < first
            counted = float(seen.persons[seen.lines.index(each.line), m]) if known else None
            yield FollowUpPersons(each.line, month, counted, None if known else estimate(each.persons[:, m - first]))
