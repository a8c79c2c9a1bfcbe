"""Spending on measures: the plan's ordinary frames, and what initiatives cost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from simcase.declare.initiatives import Initiative
from simcase.model import Model
from simcase.tables import dose
from simcase.tidy import Outcome
from simcase.vocabulary import Floats


class Spending(NamedTuple):
    """Kroner on a line in a year, for an initiative or (none) for ordinary measures (shape: replications)."""

    year: int
    line: str
    initiative: str | None
    kroner: Floats


def measures(model: Model, outcome: Outcome) -> list[Spending]:
    """Return ordinary measures of the budget year and what the initiatives cost: frames by year, and places and starts."""
    plan = model.budget
    every = [(plan.year, line, None, each.measures) for line, each in plan.lines.items() if each.measures > 0.0] if plan else []
    frames = [(cost.year, cost.line, each.id, cost.kroner) for each in model.initiatives for cost in each.costs]
    fixed = [Spending(year, line, name, np.full(len(outcome.days), kroner)) for year, line, name, kroner in (*every, *frames)]
    varying = [spent for each in model.initiatives for spent in _by_activity(each, outcome)]
    return [spent for spent in (*fixed, *varying) if spent.year in outcome.years]


def _by_activity(each: Initiative, outcome: Outcome) -> Iterator[Spending]:
    """Yield what a programme's places and starts cost in each year."""
    programme = each.programme
    if programme is None or programme.line is None:
        return
    p = outcome.names.programmes.index(each.id)
    place = programme.kroner_per_place.value if programme.kroner_per_place else 0.0
    start = programme.kroner_per_start.value if programme.kroner_per_start else 0.0
    for year in outcome.years:
        months = [m for m, month in enumerate(outcome.names.months) if month.year == year]
        share = sum(dose(each.window, outcome.names.months[m]) * outcome.month_days[m] for m in months) / _days_of(year)
        places = programme.places.value * share if programme.places else outcome.taken_days[:, months, p].sum(axis=1) / _days_of(year)
        kroner = place * places + start * outcome.starts[:, months, p].sum(axis=1)
        if np.any(kroner > 0.0):
            yield Spending(year, programme.line, each.id, np.asarray(kroner, dtype=np.float64))


def _days_of(year: int) -> float:
    """Return the days of a calendar year."""
    return float((np.datetime64(f"{year + 1}-01-01") - np.datetime64(f"{year}-01-01")).astype(np.int64))


def investment(model: Model, outcome: Outcome) -> Floats:
    """Return what the initiatives of a scenario cost by year, in kroner (shape: replications, years)."""
    total = np.zeros((len(outcome.days), len(outcome.years)))
    for spent in measures(model, outcome):
        if spent.initiative is not None:
            total[:, outcome.years.index(spent.year)] += spent.kroner
    return total
