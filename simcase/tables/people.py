"""Where citizens come from: the stock at the start, the young who grow up, and those who move in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import numpy as np

from simcase.declare.schema import Arrival
from simcase.model import Model, arrival_multiplier
from simcase.tables.hazards import age_days
from simcase.tables.ragged import at_edges, cumulated, floats, integers, key_of
from simcase.tables.statute import decision_days
from simcase.vocabulary import DAYS_PER_YEAR, Floats, Ints, days_after, years_before

AGES: Final = 121
"""Single years of age that a population table may name."""


def birth_edges(model: Model) -> Floats:
    """Return the days between which the cohorts of the population table were born, oldest last (shape: ages + 1)."""
    population = model.population
    if population is None:
        return np.zeros(1)
    return floats(days_after(model.start, years_before(population.date, age)) for age in range(len(sizes(model)) + 1))


def sizes(model: Model) -> Ints:
    """Return the persons of each single year of age in the population table, none of those that it leaves out."""
    if model.population is None:
        return integers([])
    table = dict(model.population.persons)
    return integers(round(table.get(float(age), 0.0)) for age in range(AGES))


def retired_before(model: Model, day: date) -> float:
    """Return the birth day before which everybody has left by a rule for all states by that day (days since start)."""
    rules = [rule for rule in model.rules if rule.states == "all" and rule.when.weeks is None]
    leaving = [years_before(day, age) for rule in rules for age in _ages(rule.when.age, [b.age for b in rule.when.ages_by_birth])]
    births = np.array(leaving, dtype="datetime64[D]")
    gone = [decision_days(rule, births) <= np.datetime64(day) for rule in rules]
    return days_after(model.start, births[np.any(gone, axis=0)].max().item()) if np.any(gone) else -np.inf


def _ages(age: float | None, ages: Sequence[float]) -> list[float]:
    """Return the ages of one rule."""
    return list(ages) if age is None else [age]


def simulated_edges(model: Model) -> Floats:
    """Return the days between which those of simulated age at the start were born, by cohort of the population table (shape: ages + 1)."""
    edges, population = birth_edges(model), model.population
    if population is None:
        return edges
    youngest = days_after(model.start, years_before(model.start, population.from_age))
    return np.clip(edges, retired_before(model, model.start), youngest)


def present_at_start(model: Model) -> Floats:
    """Return the citizens of simulated age at the start by cohort of the population table, cut at both ends by birth date."""
    edges = birth_edges(model)
    return np.asarray(sizes(model) * np.diff(simulated_edges(model)) / np.diff(edges))


def headcount(model: Model) -> Ints:
    """Return the citizens in each state at the start (shape: states)."""
    stock = model.stock
    count = {state.id: round(stock.states[state.id].value) if state.id in stock.states else 0 for state in model.states}
    if stock.rest is not None:
        count[stock.rest] = max(0, round(float(present_at_start(model).sum())) - sum(count.values()))
    return integers(count.values())


def step_groups(model: Model) -> Mapping[str, object]:
    """Return the arrays of the stated shares by refusion step: a group each, and one more for the steps of a line that are not named."""
    steps = [f"step_{number}" for number in range(1, len(model.refusion.steps) + 1)] if model.refusion else []
    group = np.full((len(model.states), len(steps)), -1, dtype=np.int64)
    lines, shares = list[int](), list[float]()
    for number, (line, stated) in enumerate(model.stock.refusion_steps.items()):
        states = [i for i, state in enumerate(model.states) if state.line == line and state.ladder == "benefit"]
        known = [step for step in steps if step in stated.shares]
        total = sum(stated.shares[step] for step in known)
        for place, step in enumerate(steps):
            group[states, place] = len(shares) + (known.index(step) if step in known else len(known))
        named = [stated.shares[step] / (total if len(known) == len(steps) else max(total, 1.0)) for step in known]
        shares += named if len(known) == len(steps) else [*named, max(0.0, 1.0 - total)]
        lines += [number] * (len(shares) - len(lines))
    return {"step_group": group, "step_line": integers(lines), "step_share": floats(shares)}


def shares_by_age(model: Model, ages: Sequence[float]) -> Floats:
    """Return the cumulated shares of the segments at each age (shape: ages, segments)."""
    if not model.segments:
        return np.ones((len(ages), 1))
    return np.array([cumulated([at_edges(s.share, [age], s.share[0][1])[0] for s in model.segments]) for age in ages])


def segments_of(model: Model, arrival: Arrival | None) -> Floats:
    """Return the cumulated shares of segments among arrivals; all zero: as everybody of their age."""
    names = [segment.id for segment in model.segments] or [""]
    return cumulated([arrival.segments.get(name, 0.0) if arrival else 0.0 for name in names])


def states_of(model: Model, arrival: Arrival | None) -> Floats:
    """Return the cumulated shares of the states that arrivals enter."""
    return cumulated([arrival.states.get(state.id, 0.0) if arrival else 0.0 for state in model.states])


def sources(model: Model) -> Mapping[str, object]:
    """Return the arrays of the citizens' sources."""
    streams = [arrival for arrival in model.arrivals if arrival.per_year is not None]
    young = next((arrival for arrival in model.arrivals if arrival.turning is not None), None)
    ages = sorted({0.0, *(edge for segment in model.segments for edge, _ in segment.share)})
    widest = max([1, *(len(stream.ages) for stream in streams)])
    edge, until = np.zeros((len(streams), widest)), np.ones((len(streams), widest))
    for row, stream in enumerate(streams):
        steps = stream.ages or ((40.0, 1.0),)
        edge[row, : len(steps)] = age_days([age for age, _ in steps])
        edge[row, len(steps) :] = edge[row, len(steps) - 1]
        until[row, : len(steps)] = cumulated([share for _, share in steps])
    count, groups = len(model.states), max(1, len(model.segments))
    return {
        "headcount": headcount(model),
        **step_groups(model),
        "segment_edge": age_days(ages),
        "segment_until": shares_by_age(model, ages),
        "cohort_birth": birth_edges(model),
        "cohort_size": sizes(model),
        "cohort_present": present_at_start(model),
        "stock_birth": simulated_edges(model),
        "stock_until": cumulated(list(present_at_start(model))),
        "turning_days": np.inf if young is None or young.turning is None else float(np.floor(young.turning * DAYS_PER_YEAR)),
        "turning_until": states_of(model, young),
        "turning_segments": segments_of(model, young),
        "stream_rate": stream_rates(model),
        "stream_key": integers(key_of(stream.id) for stream in streams),
        "stream_until": np.array([states_of(model, s) for s in streams]).reshape(len(streams), count),
        "stream_segments": np.array([segments_of(model, s) for s in streams]).reshape(len(streams), groups),
        "stream_age": edge,
        "stream_age_until": until,
    }


def stream_rates(model: Model) -> Floats:
    """Return the arrivals of each stream a day, fitted (shape: streams)."""
    streams = [(one.per_year.value, one.id) for one in model.arrivals if one.per_year is not None]
    return floats(a_year * arrival_multiplier(model, name) / DAYS_PER_YEAR for a_year, name in streams)
