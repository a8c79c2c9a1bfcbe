"""Transitions and open initiatives as arrays of rates, factors and layers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from simcase.declare.initiatives import Initiative
from simcase.declare.schema import Transition
from simcase.model import Model, groups_by_move, multipliers
from simcase.tables.calendar import calendar_days, doses, economy_factors, effect_factors, season_factors
from simcase.tables.ragged import at_edges, first_of, flat, floats, integers, key_of, positions
from simcase.vocabulary import DAYS_PER_YEAR, Floats

SLACK: Final = 1.0 + 1e-9
"""Keeps a ceiling a ceiling in spite of rounding."""


@dataclass(frozen=True, slots=True)
class Layer:
    """An effect that reaches only part of a state: whom, and its factor in each calendar period."""

    initiative: Initiative
    ratio: float
    factor: Floats
    strongest: float
    """The largest factor that it can have, whatever its dose becomes."""


@dataclass(frozen=True, slots=True)
class Exit:
    """A transition with what multiplies it: its calendar factor and its layers."""

    transition: Transition
    calendar: Floats
    layers: tuple[Layer, ...]


def age_edges(model: Model) -> tuple[float, ...]:
    """Return the ages, in years, at which anything changes; the first is 0."""
    edges = {0.0}
    for transition in model.transitions:
        if transition.age is not None:
            edges.update(edge for edge, _ in model.profiles.age[transition.age].factors)
    for paid in model.rate_classes:
        edges.update((paid.from_age, paid.to_age))
    for initiative in model.initiatives:
        edges.update((initiative.target.from_age, initiative.target.to_age))
    return tuple(sorted(edge for edge in edges if edge < 150))  # noqa: PLR2004 - nobody lives so long


def age_days(years: Sequence[float]) -> Floats:
    """Return ages in whole days."""
    return np.floor(np.asarray(years) * DAYS_PER_YEAR)


def is_dynamic(initiative: Initiative) -> bool:
    """Tell whether the dose of an initiative is set while the world runs."""
    return initiative.kind == "process" or (initiative.kind == "open" and initiative.staff is not None)


def acts(initiative: Initiative, first: date, last: date) -> bool:
    """Tell whether an initiative's dose differs between two days from the one that the base rates hold, so that its effects are felt.

    A dose that is set while the world runs may differ on every day that the initiative runs.
    """
    planned = doses(initiative.window, calendar_days([initiative], first, last))
    return bool(np.any(planned != initiative.dose_in_base)) or (is_dynamic(initiative) and bool(planned.any()))


def is_whole(initiative: Initiative) -> bool:
    """Tell whether an initiative reaches everybody in its target states, with a dose known beforehand."""
    target = initiative.target
    if is_dynamic(initiative):
        return False
    return not target.segments and target.from_age == 0 and target.to_age >= 150 and target.min_weeks == 0 and target.share == 1  # noqa: PLR2004


def effects_on(transition: Transition, initiatives: Sequence[Initiative]) -> list[tuple[Initiative, float]]:
    """Return the hazard ratios at full dose that act on a transition, in the order of the initiatives' ids, capped where it says so.

    To prevent a share of the entries to a state is to thin the clocks that lead there from outside the target.
    """
    acting = []
    for each in sorted(initiatives, key=lambda initiative: initiative.id):
        inside = transition.from_ in each.target.states
        if each.kind in {"open", "process"} and inside:
            acting += [(each, effect.hazard_ratio.value) for effect in each.effects if transition.to in effect.exits_to]
        if each.kind == "diversion" and each.prevents is not None and transition.to in each.target.states and not inside:
            acting.append((each, 1.0 - each.prevents.value))
    return capped(transition.cap, acting)


def capped(cap: float | None, acting: list[tuple[Initiative, float]]) -> list[tuple[Initiative, float]]:
    """Return hazard ratios of which those above 1 come to no more than a cap together; the logarithm of each shrinks in one proportion."""
    product = math.prod(ratio for _, ratio in acting if ratio > 1.0)
    if cap is None or product <= cap:
        return acting
    power = math.log(cap) / math.log(product)
    return [(each, ratio**power if ratio > 1.0 else ratio) for each, ratio in acting]


def over_caps(model: Model) -> list[tuple[Transition, float]]:
    """Return the transitions on which initiatives come to more than the cap, and what they come to without it."""
    every = [(each, effects_on(each.model_copy(update={"cap": None}), model.initiatives)) for each in model.transitions]
    products = [(each, math.prod(ratio for _, ratio in acting if ratio > 1.0)) for each, acting in every]
    return [(each, product) for each, product in products if each.cap is not None and product > each.cap]


def exits_of(model: Model, days: Sequence[date]) -> list[list[Exit]]:
    """Return the exits of each state in the order declared."""
    exits: dict[str, list[Exit]] = {state.id: [] for state in model.states}
    economy, groups = economy_factors(model, days), groups_by_move(model)
    for transition in model.transitions:
        calendar = season_factors(model, transition.season, days)
        for group in groups.get((transition.from_, transition.to), ()):
            calendar = calendar * economy[group]
        layers = []
        for initiative, ratio in effects_on(transition, model.initiatives):
            factor = effect_factors(initiative, ratio, days)
            if is_whole(initiative):
                calendar = calendar * factor
            else:
                layers.append(Layer(initiative, ratio, factor, strongest(initiative, ratio, factor)))
        exits[transition.from_].append(Exit(transition, calendar, tuple(layers)))
    return list(exits.values())


def strongest(initiative: Initiative, ratio: float, factor: Floats) -> float:
    """Return the largest factor that an initiative's layer can have, at least 1."""
    without = ratio**-initiative.dose_in_base if is_dynamic(initiative) else 1.0
    return max(1.0, without, float(factor.max()))


def bands_of(model: Model, exits: Sequence[Exit]) -> dict[str, np.ndarray]:
    """Return the duration bands of each exit: edges in days, and rates a day."""
    edges, rates = [], []
    fitted = multipliers(model)
    for each in exits:
        profile = model.profiles.duration[each.transition.duration].factors if each.transition.duration else ((0.0, 1.0),)
        weeks = sorted({0.0, *(edge for edge, _ in profile), *(layer.initiative.target.min_weeks for layer in each.layers)})
        a_day = each.transition.rate.value * fitted[each.transition.from_, each.transition.to] / DAYS_PER_YEAR
        edges.append([week * 7.0 for week in weeks])
        rates.append([a_day * factor for factor in at_edges(profile, weeks, profile[0][1])])
    return {"band_first": first_of(edges), "band_edge": floats(flat(edges)), "band_rate": floats(flat(rates))}


def ages_of(model: Model, exits: Sequence[Exit], ages: Sequence[float]) -> dict[str, np.ndarray]:
    """Return each exit's factor by age band, and whether it or a layer of it varies with age."""
    profiles = [model.profiles.age[each.transition.age].factors if each.transition.age else ((0.0, 1.0),) for each in exits]
    factor = np.array([at_edges(profile, ages, profile[0][1]) for profile in profiles]).reshape(len(exits), len(ages))
    layered = [any(layer.initiative.target.from_age or layer.initiative.target.to_age < 150 for layer in each.layers) for each in exits]  # noqa: PLR2004
    varies = np.array([bool(np.ptp(row) > 0.0) or layer for row, layer in zip(factor, layered, strict=True)], dtype=np.bool_)
    return {"age_edge": np.append(age_days(ages), np.inf), "age_factor": factor, "age_varies": varies}


def calendar_of(exits: Sequence[Exit], calendar: Floats) -> dict[str, np.ndarray]:
    """Return the distinct calendar rows, their sums by day, and each exit's row (-1: none)."""
    rows: dict[bytes, int] = {}
    table: list[Floats] = []
    row_of = []
    for each in exits:
        if np.all(each.calendar == 1.0):
            row_of.append(-1)
            continue
        key = each.calendar.tobytes()
        if key not in rows:
            rows[key] = len(table)
            table.append(each.calendar)
        row_of.append(rows[key])
    factor = np.array(table) if table else np.ones((1, len(calendar) - 1))
    summed = np.hstack([np.zeros((len(factor), 1)), np.cumsum(factor * np.diff(calendar), axis=1)])
    return {"calendar_row": integers(row_of), "calendar_factor": factor, "calendar_sum": summed}


def duration_ceilings(exits: Sequence[Exit], bands: Mapping[str, np.ndarray], rows: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Return the days at which duration bands of any exit begin, and from each on the largest hazard of every exit but for the person."""
    every = np.unique(bands["band_edge"])
    at = np.zeros((len(every), len(exits)), dtype=np.int64)
    exit_of_band = np.repeat(np.arange(len(exits)), np.diff(bands["band_first"]))
    at[np.searchsorted(every, bands["band_edge"]), exit_of_band] = np.arange(len(exit_of_band))
    rate = bands["band_rate"][np.maximum.accumulate(at, axis=0)]
    calendar = np.append(rows["calendar_factor"].max(axis=1), 1.0)[rows["calendar_row"]]
    layers = floats(math.prod(layer.strongest for layer in each.layers) for each in exits)
    return {"duration_edge": every, "duration_ceiling": np.maximum.accumulate(rate[::-1])[::-1] * (calendar * layers * SLACK)}


def person_ceiling(ages: Mapping[str, np.ndarray], segment_factor: Floats, days: float) -> Floats:
    """Return the largest product of segment and age factor of every exit for those of a segment and an age band, in so many days."""
    edge, factor = ages["age_edge"], ages["age_factor"]
    last = np.searchsorted(edge[:-1], edge[1:] + days)
    reached = np.array([factor[:, age:until].max(axis=1) for age, until in enumerate(last)])
    return np.ascontiguousarray(segment_factor.T[:, None, :] * reached)


def layers_of(exits: Sequence[Exit], segments: Sequence[str], ages: Sequence[float], periods: int) -> dict[str, object]:
    """Return the layers of all exits: whom each reaches and its factor in each calendar period."""
    layers = flat([each.layers for each in exits])
    targets = [layer.initiative.target for layer in layers]
    return {
        "layer_first": first_of([each.layers for each in exits]),
        "layer_key": integers(key_of(layer.initiative.id) for layer in layers),
        "layer_share": floats(target.share for target in targets),
        "layer_segments": np.array([[not t.segments or name in t.segments for name in segments] for t in targets], dtype=np.bool_).reshape(
            len(layers), len(segments)
        ),
        "layer_ages": np.array([[t.from_age <= age < t.to_age for age in ages] for t in targets], dtype=np.bool_).reshape(
            len(layers), len(ages)
        ),
        "layer_days": floats(target.min_weeks * 7.0 for target in targets),
        "layer_factor": np.array([layer.factor for layer in layers]).reshape(len(layers), periods),
    }


def hazards(model: Model, by_state: Sequence[Sequence[Exit]], segments: Sequence[str], calendar: Floats) -> Mapping[str, object]:
    """Return every array of the clockwork that describes hazards, between the edges of calendar periods."""
    exits = flat(by_state)
    index = {state.id: i for i, state in enumerate(model.states)}
    segment_factor = np.array([[each.transition.segments.get(name, 1.0) for name in segments] for each in exits])
    segment_factor = segment_factor.reshape(len(exits), len(segments))
    ages = ages_of(model, exits, age_edges(model))
    return {
        "exit_first": first_of(by_state),
        "exit_to": positions(index[each.transition.to] for each in exits),
        "segment_factor": segment_factor,
        "person_ceiling": person_ceiling(ages, segment_factor, calendar[-1] - calendar[0]),
        **ages,
        **drawn_hazards(model, exits, segments, calendar),
    }


def drawn_hazards(model: Model, exits: Sequence[Exit], segments: Sequence[str], calendar: Floats) -> Mapping[str, object]:
    """Return the arrays that fitted values and hazard ratios are in."""
    bands, rows = bands_of(model, exits), calendar_of(exits, calendar)
    layers = layers_of(exits, segments, age_edges(model), len(calendar) - 1)
    return {**bands, **rows, **layers, **duration_ceilings(exits, bands, rows)}
