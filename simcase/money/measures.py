"""Spending on measures: the plan's ordinary frames, what initiatives cost, what the state refunds and grants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

import numpy as np

from simcase.declare.initiatives import Initiative, Window
from simcase.model import Model, in_force
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
    days, those of an initiative over the days of its window: what lies outside the simulated days is not spent in the run.
    """
    held = {year: in_force(model, date(year, 12, 31)) for year in outcome.years}
    varying = [spent for each in model.initiatives for spent in _by_activity(held, each, outcome)]
    granted = [spent for position in range(len(model.grants)) for spent in _granted(held, position, outcome)]
    return [*_frames(held, model, outcome), *varying, *granted]


def _frames(held: Mapping[int, Model], model: Model, outcome: Outcome) -> Iterator[Spending]:
    """Yield what is spent whatever happens: the plan's ordinary measures, then the costs of initiatives."""
    ones, plan = np.ones(len(outcome.days)), model.budget
    if plan is not None and plan.year in held:
        share = simulated(_span(outcome), plan.year)
        ordinary = [(line, each.measures * share) for line, each in plan.lines.items() if each.measures > 0.0]
        yield from (_spent(held[plan.year], plan.year, line, None, "frame", ones * kroner) for line, kroner in ordinary)
    for initiative in model.initiatives:
        for cost in (cost for cost in initiative.costs if cost.year in held):
            kroner = cost.kroner * simulated(_span(outcome), cost.year, initiative.window)
            yield _spent(held[cost.year], cost.year, cost.line, initiative.id, "frame", ones * kroner)


def simulated(span: Span, year: int, window: Window | None = None) -> float:
    """Return the share of a year's days, or of those in a window where it holds any, that are simulated."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    opened, closed = (max(first, window.start), min(last, window.end or last)) if window else (first, last)
    if opened <= closed:
        first, last = opened, closed
    begin, end = span
    return max(0, (min(last, end) - max(first, begin)).days + 1) / ((last - first).days + 1)


def _span(outcome: Outcome) -> Span:
    """Return the first and the last simulated day."""
    first = outcome.names.periods[0]
    return first, first + timedelta(days=int(outcome.month_days.sum()) - 1)


def _spent(model: Model, year: int, line: str, initiative: str | None, kind: Kind, net: Floats) -> Spending:
    """Return spending that costs the municipality so much after refund."""
    share = model.measures_refund[line].value if line in model.measures_refund else 0.0
    return Spending(year, line, initiative, kind, net, net * share / (1.0 - share))


def _by_activity(held: Mapping[int, Model], each: Initiative, outcome: Outcome) -> Iterator[Spending]:
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
    for year in outcome.years:
        months = _months_of(outcome, year)
        taken = outcome.late_days if programme.places else outcome.taken_days
        days = place_days(each, _span(outcome), year) + taken[:, months, p].sum(axis=1)
        kroner = place * days / days_of(year) + start * outcome.starts[:, months, p].sum(axis=1)
        if np.any(kroner > 0.0):
            yield _spent(held[year], year, programme.line, each.id, "activity", np.asarray(kroner, dtype=np.float64))


def place_days(each: Initiative, span: Span, year: int) -> float:
    """Return the days for which an initiative has places in the simulated part of a year, all places together; 0 without places."""
    if each.programme is None or each.programme.places is None:
        return 0.0
    first, last = max(span[0], date(year, 1, 1)), min(span[1], date(year, 12, 31))
    days = calendar_days([each], first, last)
    lengths = np.diff([*(day.toordinal() for day in days), last.toordinal() + 1])
    return float(np.dot(places(each, each.programme, days), lengths))


def _granted(held: Mapping[int, Model], position: int, outcome: Outcome) -> Iterator[Spending]:
    """Yield what the state grants for citizens in some states in each year: by the month there and by the move on."""
    names, sources = outcome.names.states, (*outcome.names.states, ARRIVAL)
    for y, year in enumerate(outcome.years):
        each = held[year].grants[position]
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
