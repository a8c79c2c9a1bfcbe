"""Spending on measures: the plan's ordinary frames, what initiatives cost, what the state refunds and grants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

import numpy as np

from simcase.declare.initiatives import Initiative
from simcase.declare.schema import Grant
from simcase.model import Model
from simcase.tables import dose
from simcase.tidy import ARRIVAL, Outcome
from simcase.vocabulary import Floats

Kind = Literal["frame", "activity", "grant"]
"""A frame is the same whatever happens, activity goes with places and starts, a grant is what the state gives the municipality."""


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

    Measures are declared as the municipality pays them; the state refunds its share on top.
    """
    plan, runs = model.budget, len(outcome.days)
    every = [(plan.year, line, None, each.measures) for line, each in plan.lines.items() if each.measures > 0.0] if plan else []
    frames = [(cost.year, cost.line, each.id, cost.kroner) for each in model.initiatives for cost in each.costs]
    fixed = [_spent(model, year, line, name, "frame", np.full(runs, kroner)) for year, line, name, kroner in (*every, *frames)]
    varying = [spent for each in model.initiatives for spent in _by_activity(model, each, outcome)]
    granted = [spent for each in model.grants for spent in _granted(each, outcome)]
    return [spent for spent in (*fixed, *varying, *granted) if spent.year in outcome.years]


def _spent(model: Model, year: int, line: str, initiative: str | None, kind: Kind, net: Floats) -> Spending:
    """Return spending that costs the municipality so much after refund."""
    share = model.measures_refund[line].value if line in model.measures_refund else 0.0
    return Spending(year, line, initiative, kind, net, net * share / (1.0 - share))


def _by_activity(model: Model, each: Initiative, outcome: Outcome) -> Iterator[Spending]:
    """Yield what a programme's places and starts cost in each year."""
    programme = each.programme
    if programme is None or programme.line is None:
        return
    p = outcome.names.programmes.index(each.id)
    place = programme.kroner_per_place.value if programme.kroner_per_place else 0.0
    start = programme.kroner_per_start.value if programme.kroner_per_start else 0.0
    for year in outcome.years:
        months = _months_of(outcome, year)
        share = sum(dose(each.window, outcome.names.months[m]) * outcome.month_days[m] for m in months) / days_of(year)
        places = programme.places.value * share if programme.places else outcome.taken_days[:, months, p].sum(axis=1) / days_of(year)
        kroner = place * places + start * outcome.starts[:, months, p].sum(axis=1)
        if np.any(kroner > 0.0):
            yield _spent(model, year, programme.line, each.id, "activity", np.asarray(kroner, dtype=np.float64))


def _granted(each: Grant, outcome: Outcome) -> Iterator[Spending]:
    """Yield what the state grants for citizens in some states in each year: by the month there and by the move on."""
    names, sources = outcome.names.states, (*outcome.names.states, ARRIVAL)
    inside, reached = [sources.index(name) for name in each.states], [names.index(name) for name in each.to]
    a_month = each.kroner_per_month.value if each.kroner_per_month else 0.0
    a_move = each.kroner_per_move.value if each.kroner_per_move else 0.0
    for y, year in enumerate(outcome.years):
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
