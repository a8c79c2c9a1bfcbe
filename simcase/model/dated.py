"""Numbers that hold for a time: which there are, which hold on a day, and the days on which they change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, Literal, TypeAlias

from simcase.declare import Where
from simcase.declare.initiatives import Change, Window
from simcase.model.changes import with_number
from simcase.model.figures import is_price
from simcase.model.laws import days_of_payment, paid_on, spans
from simcase.model.resolved import Model

LIMIT: Final = re.compile(r"rules\..+\.when\.(weeks|frame_weeks|age|ages_by_birth\..+)")
"""Paths of the limits of statutory rules."""
MEASURES: Final = ("grants.", "measures_refund.")
"""What paths of prices begin with that are laid on no citizen's days."""
Kind: TypeAlias = Literal["limit", "payment", "measure"]
"""A limit of a rule, what is paid for a citizen's days and by whom, or what the state gives for measures and moves."""
OWN_DATES: Final = re.compile(r"(budget|initiatives|refusion\.laws)\..+")
"""Paths of prices that are of a year, or of a time that is said where they stand."""


def is_limit(path: str) -> bool:
    """Tell whether a path leads to the limit of a statutory rule."""
    return LIMIT.fullmatch(path) is not None


def datable(path: str) -> bool:
    """Tell whether the number at a path may hold for a time: a price, a rate, a share, a take-up factor, or the limit of a rule."""
    return is_limit(path) or (is_price(path.removesuffix(".value")) and not OWN_DATES.fullmatch(path))


def is_dated(change: Change) -> bool:
    """Tell whether a change holds for a time only."""
    return change.from_ is not None or change.until is not None


def dated(model: Model) -> tuple[tuple[Where, Change], ...]:
    """Return the changes of a model that hold for a time with the place where each stands, in the order in which they are made.

    Those of laws come first, then those of initiatives by id, while their windows last, then those of the scenario.
    """
    own = (
        (("initiatives", position, "changes", number), within(change, each.window))
        for position, each in enumerate(model.initiatives)
        for number, change in enumerate(each.changes)
        if datable(change.path)
    )
    return (*_laws(model), *own, *((("changes", number), change) for number, change in enumerate(model.changes)))


def within(change: Change, window: Window) -> Change:
    """Return a change that holds while a window lasts."""
    return change.model_copy(update={"from_": window.start, "until": window.end})


def _laws(model: Model) -> Iterator[tuple[Where, Change]]:
    """Yield what laws change while they hold, then what later laws on who pays do."""
    for position, each in enumerate(model.laws):
        for since, until in spans(model, each) if each.changes else ():
            for number, one in enumerate(each.changes):
                change = Change(path=one.path, to=one.to, from_=since, until=until, why=f"law: {each.source}")
                yield ("laws", position, "changes", number), change
    law = model.refusion
    for position, later in enumerate(law.laws) if law else ():
        for column, share in later.state_shares.items():
            step = column.removeprefix("step_")
            path = f"refusion.cohorts.{column}.state_share" if step == column else f"refusion.steps.{int(step) - 1}.state_share"
            place = ("refusion", "laws", position, "state_shares", column)
            yield place, Change(path=path, to=share, from_=later.from_, why=f"law: {later.source}")


def holds(change: Change, day: date) -> bool:
    """Tell whether a change holds on a day."""
    return (change.from_ is None or change.from_ <= day) and (change.until is None or day <= change.until)


def in_force(model: Model, day: date) -> Model:
    """Return a model with the numbers that hold on a day."""
    model = paid_on(model, day)
    for _, change in dated(model):
        if holds(change, day):
            model, _ = with_number(model, change)
    return model


def kind_of(path: str) -> Kind:
    """Return what a number at a path decides that may hold for a time."""
    if is_limit(path):
        return "limit"
    return "measure" if path.startswith(MEASURES) else "payment"


def days_of_change(model: Model, *kinds: Kind) -> tuple[date, ...]:
    """Return the days of a model's time, its first apart, on which numbers of some kinds change, or of any, in order."""
    some = [change for _, change in dated(model) if not kinds or kind_of(change.path) in kinds]
    days = {day for change in some for day in (change.from_, change.until and change.until + timedelta(days=1)) if day}
    days.update(days_of_payment(model) if not kinds or "payment" in kinds else ())
    return tuple(sorted(day for day in days if model.start < day <= model.end))
