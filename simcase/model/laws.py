"""Dated laws of a model: when each holds, what classes pay meanwhile, and the times in which a state is closed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from simcase.declare.laws import DatedLaw
from simcase.model.resolved import Model

DAY = timedelta(days=1)


class Span(NamedTuple):
    """The first and the last day of a time; none where it has no end on that side."""

    from_: date | None
    until: date | None

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return (self.from_ is None or self.from_ <= day) and (self.until is None or day <= self.until)


class Closed(NamedTuple):
    """A time in which nobody enters a state, the state that they come to instead, and whether those in the state move on as it begins."""

    state: str
    from_: date | None
    until: date | None
    to: str
    ends: bool


def spans(model: Model, law: DatedLaw) -> list[Span]:
    """Return the times in which a law holds, in order: its own, without those in which initiatives suspend it."""
    held = [Span(law.from_, law.until)]
    for window in (each.window for each in model.initiatives if law.id in each.suspends):
        held = [left for span in held for left in _without(span, window.start, window.end)]
    return held


def _without(span: Span, first: date, last: date | None) -> Iterator[Span]:
    """Yield what is left of a time that has a first day without the days from a first to a last."""
    if span.from_ is None or first > span.from_:
        yield Span(span.from_, min(span.until or date.max, first - DAY))
    if last is not None and (span.until is None or last < span.until):
        yield Span(max(span.from_ or date.min, last + DAY), span.until)


def in_force_on(model: Model, day: date) -> Iterator[DatedLaw]:
    """Yield the laws that hold on a day."""
    return (law for law in model.laws if any(span.holds(day) for span in spans(model, law)))


def paid_on(model: Model, day: date) -> Model:
    """Return a model whose classes pay, and whose wages are deducted, as laws have it on a day."""
    pays = {name: paid for law in in_force_on(model, day) for name, paid in law.pays.items()}
    shares = {name: steps for law in in_force_on(model, day) for name, steps in law.deductions.items()}
    if not pays and not shares:
        return model
    return replace(
        model,
        rate_classes=tuple(each.model_copy(update={"pays": pays.get(each.id, each.pays)}) for each in model.rate_classes),
        wage_deductions=tuple(each.model_copy(update={"share": shares.get(each.id, each.share)}) for each in model.wage_deductions),
    )


def days_of_payment(model: Model) -> Iterator[date]:
    """Yield the days on which laws change what classes pay or how wages are deducted."""
    for span in (span for law in model.laws if law.pays or law.deductions for span in spans(model, law)):
        yield from (day for day in (span.from_, span.until and span.until + DAY) if day)


def times_closed(model: Model) -> tuple[Closed, ...]:
    """Return the times in which states are closed: while a law closes or ends them, and while none that opens them holds."""
    found = []
    for law in model.laws:
        held = spans(model, law)
        shut = [(state, to, state in law.ends) for state, to in (*law.closes.items(), *law.ends.items())]
        found += [Closed(state, span.from_, span.until, to, ends) for state, to, ends in shut for span in held]
        found += [Closed(state, *span, to, ends=False) for state, to in law.opens.items() for span in _between(held)]
    return tuple(found)


def _between(held: list[Span]) -> Iterator[Span]:
    """Yield the times outside some times in order."""
    since: date | None = None
    for span in held:
        if span.from_ is not None and (since is None or since < span.from_):
            yield Span(since, span.from_ - DAY)
        if span.until is None:
            return
        since = span.until + DAY
    yield Span(since, None)
