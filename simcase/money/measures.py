"""Spending on measures: the plan's ordinary frames, what initiatives cost, what the state refunds and grants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from simcase.declare.initiatives import Initiative, Window
from simcase.model import Model, days_of_change, in_force
from simcase.tables import calendar_days, places
from simcase.tidy import ARRIVAL, Outcome
from simcase.vocabulary import Floats

Kind = Literal["frame", "activity", "grant"]
"""A frame is the same whatever happens, activity goes with places and starts, a grant is what the state gives the municipality."""


Span: TypeAlias = tuple[date, date]
"""The first and the last simulated day."""


class Spending(NamedTuple):
    """Kroner on a line in a year, for an initiative, a grant or (neither) ordinary measures (shape: replications)."""

    year: int
    line: str
    initiative: str | None
    kind: Kind
    municipality: Floats
    state: Floats


def measures(model: Model, outcome: Outcome) -> list[Spending]:
    """Return ordinary measures of the budget year, what the initiatives cost, and grants (of which the municipality's part is negative).

    Measures are declared as the municipality pays them; the state refunds its share on top. Amounts of a year are spent evenly over its
    days, those of an initiative over the days of its window: what lies outside the simulated days is not spent in the run. Where the share
    changes on the way, that of an amount is the mean over what is spent.
    """
    refunded = _refunded(model, outcome)
    varying = [spent for each in model.initiatives for spent in _by_activity(refunded, each, outcome)]
    held = [in_force(model, date(year, 12, 31)) for year in outcome.years] if model.grants else []
    granted = [spent for position in range(len(model.grants)) for spent in _granted(held, position, outcome)]
    return [*_frames(refunded, model, outcome), *varying, *granted]


def _refunded(model: Model, outcome: Outcome) -> Mapping[str, Floats]:
    """Return the share of spending on measures that the state refunds on each simulated day, by line."""
    first, last = _span(outcome)
    edges = [first, *(day for day in days_of_change(model, "measure") if first < day <= last)]
    held = [in_force(model, day).measures_refund for day in edges]
    lengths = np.diff([day.toordinal() for day in (*edges, last + timedelta(days=1))])
    return {line: np.repeat([each[line].value for each in held], lengths) for line in model.measures_refund}


def _frames(refunded: Mapping[str, Floats], model: Model, outcome: Outcome) -> Iterator[Spending]:
    """Yield what is spent whatever happens: the plan's ordinary measures, then the costs of initiatives."""
    plan, amounts = model.budget, list[tuple[int, str, float, Initiative | None]]()
    amounts += [(plan.year, line, each.measures, None) for line, each in plan.lines.items() if each.measures > 0.0] if plan else []
    amounts += [(cost.year, cost.line, cost.kroner, each) for each in model.initiatives for cost in each.costs]
    for year, line, kroner, initiative in (amount for amount in amounts if amount[0] in outcome.years):
        days = spent_over(year_of(year), initiative.window if initiative else None)
        net = np.full(len(outcome.days), kroner * simulated(_span(outcome), days))
        share = np.full(len(net), _mean(refunded, line, outcome, days))
        yield _spent(year, line, initiative.id if initiative else None, "frame", net, share)


def year_of(year: int) -> Span:
    """Return the first and the last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def common(one: Span, other: Span) -> Span:
    """Return the days that two times have in common; a last day before the first where there are none."""
    return max(one[0], other[0]), min(one[1], other[1])


def length(span: Span) -> int:
    """Return how many days there are from a first to a last."""
    return max(0, (span[1] - span[0]).days + 1)


def spent_over(days: Span, window: Window | None) -> Span:
    """Return those of some days over which something is spent: those in a window where it holds any, else all of them."""
    opened = common(days, (window.start, window.end or date.max)) if window else days
    return opened if length(opened) else days


def simulated(span: Span, days: Span) -> float:
    """Return the share of some days that are simulated."""
    return length(common(span, days)) / length(days)


def _mean(refunded: Mapping[str, Floats], line: str, outcome: Outcome, days: Span) -> float:
    """Return the mean share that is refunded over those of some days that are simulated, 0 where none are or nothing is refunded."""
    begin = _span(outcome)[0]
    shares = refunded.get(line, np.zeros(0))[max(0, (days[0] - begin).days) : max(0, (days[1] - begin).days + 1)]
    return float(shares.mean()) if len(shares) else 0.0


def _span(outcome: Outcome) -> Span:
    """Return the first and the last simulated day."""
    first = outcome.names.periods[0]
    return first, first + timedelta(days=int(outcome.month_days.sum()) - 1)


def _spent(year: int, line: str, initiative: str | None, kind: Kind, net: Floats, share: Floats) -> Spending:
    """Return spending that costs the municipality so much after the refund of a share."""
    return Spending(year, line, initiative, kind, net, net * share / (1.0 - share))


def _by_activity(refunded: Mapping[str, Floats], each: Initiative, outcome: Outcome) -> Iterator[Spending]:
    """Yield what a programme's places and starts cost in each year.

    Places cost by the day whether taken or not; where there are none, as with job slots and in a course that goes on after the
    window, participants cost by the day.
    """
    programme = each.programme
    if programme is None or programme.line is None:
        return
    p = outcome.names.programmes.index(each.id)
    place = programme.kroner_per_place.value if programme.kroner_per_place else 0.0
    start = programme.kroner_per_start.value if programme.kroner_per_start else 0.0
    taken = (outcome.late_days if programme.places else outcome.taken_days)[:, :, p]
    for year in outcome.years:
        months = _months_of(outcome, year)
        spans = [_month(outcome, m) for m in months]
        days = np.array([place_days(each, span) for span in spans]) + taken[:, months]
        kroner = place * days / days_of(year) + start * outcome.starts[:, months, p]
        share = np.array([_mean(refunded, programme.line, outcome, spent_over(span, each.window)) for span in spans])
        total = kroner.sum(axis=1)
        if np.any(total > 0.0):
            mean = np.divide((kroner * share).sum(axis=1), total, out=np.zeros(len(total)), where=total > 0.0)
            yield _spent(year, programme.line, each.id, "activity", total, mean)


def place_days(each: Initiative, span: Span) -> float:
    """Return the days for which an initiative has places in some days, all places together; 0 without places."""
    if each.programme is None or each.programme.places is None:
        return 0.0
    days = calendar_days([each], *span)
    lengths = np.diff([*(day.toordinal() for day in days), span[1].toordinal() + 1])
    return float(np.dot(places(each, each.programme, days), lengths))


def _granted(held: Sequence[Model], position: int, outcome: Outcome) -> Iterator[Spending]:
    """Yield what the state grants for citizens in some states in each year, by what holds in it: by the month there and by the move on."""
    names, sources = outcome.names.states, (*outcome.names.states, ARRIVAL)
    for y, year in enumerate(outcome.years):
        each = held[y].grants[position]
        inside, reached = [sources.index(name) for name in each.states], [names.index(name) for name in each.to]
        a_month = each.kroner_per_month.value if each.kroner_per_month else 0.0
        a_move = each.kroner_per_move.value if each.kroner_per_move else 0.0
        persons = outcome.days[:, _months_of(outcome, year)][:, :, inside].sum(axis=(1, 2)) / days_of(year)
        moves = outcome.flow[:, y][:, inside][:, :, reached].sum(axis=(1, 2))
        kroner = 12.0 * a_month * persons + a_move * moves
        yield Spending(year, each.line, each.id, "grant", -kroner, kroner)


def _months_of(outcome: Outcome, year: int) -> list[int]:
    """Return the positions of a year's months."""
    return [m for m, month in enumerate(outcome.names.months) if month.year == year]


def _month(outcome: Outcome, month: int) -> Span:
    """Return the first and the last simulated day of a month."""
    first = outcome.names.periods[0] + timedelta(days=int(outcome.month_days[:month].sum()))
    return first, first + timedelta(days=int(outcome.month_days[month]) - 1)


def days_of(year: int) -> float:
    """Return the days of a calendar year."""
    return float((np.datetime64(f"{year + 1}-01-01") - np.datetime64(f"{year}-01-01")).astype(np.int64))


def summed(model: Model, outcome: Outcome, payer: Literal["municipality", "state"], *, grants: bool) -> Floats:
    """Return what a payer spends by year on grants, or else on initiatives, in kroner (shape: replications, years)."""
    total = np.zeros((len(outcome.days), len(outcome.years)))
    for spent in measures(model, outcome):
        if spent.initiative is not None and (spent.kind == "grant") == grants:
            total[:, outcome.years.index(spent.year)] += getattr(spent, payer)
    return total
