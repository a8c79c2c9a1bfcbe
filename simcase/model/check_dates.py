"""What numbers that hold for a time must agree on: what may be dated, and that the model is sound on every day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from simcase.declare import Where
from simcase.declare.initiatives import Change, Initiative
from simcase.errors import UserError
from simcase.model.changes import with_number
from simcase.model.dated import datable, dated, days_of_change, holds, within
from simcase.model.laws import paid_on
from simcase.model.origins import Finding
from simcase.model.resolved import Model
from simcase.words import said

DATABLE: Final = said("error.change.datable")
YEARLY: Final = "grants."
"""What holds for a calendar year, since what it is a price of is counted by the year."""
HINT: Final = said("error.change.not_datable")


def _whole_years(change: Change) -> bool:
    """Tell whether a change begins and ends with a year, or goes on."""
    first, after = change.from_, change.until and change.until + timedelta(days=1)
    return all(day is None or (day.month, day.day) == (1, 1) for day in (first, after))


def covers(change: Change, model: Model) -> bool:
    """Tell whether a change holds through all of a model's time."""
    return holds(change, model.start) and holds(change, model.end)


def undatable(change: Change, model: Model) -> tuple[str, str, str] | None:
    """Return what is wrong with a change that holds for a part of the time only: what was found, what is expected, and a hint."""
    until = said("error.change.until", day=change.until) if change.until else ""
    found = said("error.change.dated", path=change.path, first=change.from_ or model.start, until=until)
    rule = next((each for each in model.rules if change.path.startswith(f"rules.{each.id}.")), None)
    rights = {each.id for each in model.counters if each.within_weeks is None}
    if not datable(change.path) and not covers(change, model):
        return found, DATABLE, HINT
    if change.path.startswith(YEARLY) and not _whole_years(change):
        return found, said("error.change.whole_years"), ""
    if rule is not None and "stay" in rule.outcomes and rule.when.counter in rights and not covers(change, model):
        return found, said("error.change.no_right"), ""
    return None


def terms(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield what is wrong with the dates of what an initiative changes or suspends: its window says when, and nothing ramps up."""
    if initiative.kind == "terms" and initiative.window.ramp_up_months:
        found = said("error.change.ramp", ramp_up_months=initiative.window.ramp_up_months)
        yield Finding((*where, "window", "ramp_up_months"), found, said("error.change.no_ramp"))
    for number, change in enumerate(initiative.changes):
        place = (*where, "changes", number)
        if change.from_ is not None or change.until is not None:
            yield Finding(place, said("error.change.own_dates"), said("error.change.no_dates"))
        wrong = undatable(within(change, initiative.window), model)
        if wrong is not None:
            yield Finding(place, *wrong)


def over_time(model: Model, check: Callable[[Model], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield what is wrong with a model, sound by itself, on a day on which other numbers hold, once for all days."""
    days = {model.start, *days_of_change(model)}
    yield from dict.fromkeys(found for day in sorted(days) for found in _on(model, day, check))


def _on(model: Model, day: date, check: Callable[[Model], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield what is wrong with a model on a day, at the change that makes it so."""
    now, made = paid_on(model, day), dict[Where, Where]()
    for place, change in ((place, change) for place, change in dated(model) if holds(change, day)):
        try:
            now, where = with_number(now, change)
        except UserError as error:
            yield from (Finding(place, issue.found, issue.expected, issue.hint) for issue in error.issues)
            continue
        before = made.get(where)
        if before is not None and _contradict(model, before, place):
            found = said("error.change.same_time", path=change.path)
            yield Finding(place, found, said("error.change.one_or_times"))
        made[where] = place
    for wrong in check(now) if now is not model else ():
        at = next((place for where, place in made.items() if _along(where, wrong.where)), None)
        yield Finding(at or next(iter(made.values()), wrong.where), wrong.found, wrong.expected, wrong.hint)


def _along(one: Where, other: Where) -> bool:
    """Tell whether one way leads on to where another leads."""
    short = min(len(one), len(other))
    return one[:short] == other[:short]


def _contradict(model: Model, one: Where, other: Where) -> bool:
    """Tell whether changes at two places are of two initiatives, and not both multiply."""
    if one[0] != "initiatives" or other[0] != "initiatives" or one[1] == other[1]:
        return False
    both = (model.initiatives[int(place[1])].changes[int(place[3])] for place in (one, other))
    return any(change.times is None for change in both)
