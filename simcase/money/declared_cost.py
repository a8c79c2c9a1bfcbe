"""What an initiative costs by what is declared of it alone: price, places, months, and what they come to."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from simcase.declare.initiatives import Initiative
from simcase.model import Model
from simcase.money.measures import common, days_of, place_days, simulated, spent_over, year_of
from simcase.vocabulary import DAYS_PER_YEAR, Floats


class Price(NamedTuple):
    """What an initiative costs within a world: kroner a year a place, kroner a start, frames, and the total without starts."""

    kroner_per_place: float | None
    kroner_per_start: float | None
    places: float | None
    months: float
    """Months that it is open."""
    frames: float
    """Kroner of the simulated days of calendar years."""
    total: float
    """Kroner of frames and of places, taken or not; what starts, and courses that go on after the window, cost depends on the run."""


def price_of(model: Model, each: Initiative) -> Price | None:
    """Return what an initiative costs within a world, None where it states no kroner."""
    programme = each.programme
    place, start = (programme.kroner_per_place, programme.kroner_per_start) if programme else (None, None)
    if place is None and start is None and not each.costs:
        return None
    frames = float(frames_by_year(model, each).sum())
    places = programme.places.value if programme is not None and programme.places is not None else None
    paid = float(places_by_year(model, each).sum())
    return Price(
        kroner_per_place=place.value if place else None,
        kroner_per_start=start.value if start else None,
        places=places,
        months=_months(model, each),
        frames=frames,
        total=frames + paid,
    )


def frames_by_year(model: Model, each: Initiative) -> Floats:
    """Return what an initiative costs in each calendar year whatever happens: kroner of the simulated days (shape: years)."""
    span, years = (model.start, model.end), _years(model)
    kroner = np.zeros(len(years))
    for cost in (cost for cost in each.costs if cost.year in years):
        kroner[cost.year - years[0]] += cost.kroner * simulated(span, spent_over(year_of(cost.year), each.window))
    return kroner


def places_by_year(model: Model, each: Initiative) -> Floats:
    """Return what an initiative's places cost in each calendar year, taken or not: kroner of the simulated days (shape: years)."""
    price = each.programme.kroner_per_place.value if each.programme and each.programme.kroner_per_place else 0.0
    span = (model.start, model.end)
    return np.array([price * place_days(each, common(span, year_of(year))) / days_of(year) for year in _years(model)])


def _years(model: Model) -> range:
    """Return the calendar years of a world."""
    return range(model.start.year, model.end.year + 1)


def _months(model: Model, each: Initiative) -> float:
    """Return the months of a world in which an initiative is open, by days."""
    first, last = max(model.start, each.window.start), min(model.end, each.window.end or model.end)
    return max(0, (last - first).days + 1) / DAYS_PER_YEAR * 12.0
