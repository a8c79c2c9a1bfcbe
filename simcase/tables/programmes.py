"""Programmes, job slots and staff as arrays; and the initiatives whose dose is set while the world runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

import numpy as np

from simcase.declare.initiatives import Effect, Initiative, Programme
from simcase.model import Model
from simcase.tables.arrays import Dynamic, Plan, Staffing
from simcase.tables.calendar import dose, doses
from simcase.tables.hazards import age_days, is_dynamic
from simcase.tables.ragged import first_of, flat, floats, integers, key_of
from simcase.vocabulary import DAYS_PER_YEAR, Floats, days_after, month_starts

QUEUES: Final = {"longest": 0, "newest": 1, "random": 2}


def ran(model: Model) -> list[tuple[Initiative, Programme]]:
    """Return the initiatives with places or slots, in the order of their ids."""
    return [(each, each.programme) for each in model.initiatives if each.kind == "programme" and each.programme is not None]


def rows_of(programme: Programme) -> list[tuple[float, Sequence[Effect]]]:
    """Return the phases of a programme, in days and with their effects: the one during it first."""
    return [(programme.weeks * 7.0, programme.during), *((phase.weeks * 7.0, phase.effects) for phase in programme.after)]


def phase_factors(model: Model, exits: Sequence[tuple[str, str]]) -> Floats:
    """Return the hazard ratio of each phase on each exit, 1 where it does not act (shape: phases, exits)."""
    table = [
        [_ratio(each, effects, start, to) for start, to in exits] for each, programme in ran(model) for _, effects in rows_of(programme)
    ]
    return np.array(table).reshape(len(table), len(exits))


def _ratio(initiative: Initiative, effects: Sequence[Effect], start: str, to: str) -> float:
    """Return the product of hazard ratios that some effects of an initiative have on an exit."""
    acting = [effect.hazard_ratio.value for effect in effects if start in initiative.target.states and to in effect.exits_to]
    return float(np.prod(acting)) if acting else 1.0


def variants(model: Model) -> list[list[int]]:
    """Return the number, from 1, of the rate class with reduced benefit that each programme has in each state, 0 where it has none."""
    table = []
    seen = dict.fromkeys((state.id for state in model.states), 0)
    paid = {name for each in model.rate_classes for name in each.states}
    for each, programme in ran(model):
        row = []
        for state in model.states:
            reduced = programme.wage is not None and state.id in each.target.states and state.id in paid
            seen[state.id] += reduced
            row.append(seen[state.id] if reduced else 0)
        table.append(row)
    return table


def interacting(model: Model) -> set[str]:
    """Return the states at which the conductor looks before the horizon: all of them where an installed function may."""
    if any(each.kind == "process" for each in model.initiatives):
        return {state.id for state in model.states}
    return {name for each in model.initiatives if each.kind == "programme" or is_dynamic(each) for name in each.target.states}


def places(each: Initiative, programme: Programme, days: Sequence[date]) -> list[int]:
    """Return the places of a programme in each calendar period, -1 where slots arrive from employers instead."""
    if programme.places is None:
        return [-1] * len(days)
    return [round(programme.places.value * dose(each.window, day)) for day in days]


def programmes(model: Model, segments: Sequence[str], exits: Sequence[tuple[str, str]], days: Sequence[date]) -> Mapping[str, object]:
    """Return every array of the clockwork that describes programmes."""
    every = ran(model)
    phases = [rows_of(programme) for _, programme in every]
    targets = [each.target for each, _ in every]
    count, states = len(every), [state.id for state in model.states]
    return {
        "interacts": np.array([name in interacting(model) for name in states], dtype=np.bool_),
        "programme_key": integers(key_of(each.id) for each, _ in every),
        "programme_states": np.array([[s in t.states for s in states] for t in targets], dtype=np.bool_).reshape(count, len(states)),
        "programme_segments": np.array([[not t.segments or g in t.segments for g in segments] for t in targets], dtype=np.bool_).reshape(
            count, len(segments)
        ),
        "programme_from": age_days([t.from_age for t in targets]),
        "programme_to": age_days([t.to_age for t in targets]),
        "programme_least": floats(t.min_weeks * 7.0 for t in targets),
        "programme_share": floats(t.share for t in targets),
        "programme_queue": integers(QUEUES[programme.queue] for _, programme in every),
        "programme_days": floats(programme.weeks * 7.0 for _, programme in every),
        "programme_drop": floats(programme.drop_out_per_year.value / DAYS_PER_YEAR for _, programme in every),
        "programme_again": floats(programme.again_after_weeks * 7.0 for _, programme in every),
        "programme_variant": np.array(variants(model), dtype=np.int64).reshape(count, len(states)),
        "programme_places": np.array([places(*one, days) for one in every], dtype=np.int64).reshape(count, len(days)),
        "phase_first": first_of(phases),
        "phase_days": floats(length for length, _ in flat(phases)),
        "phase_factor": phase_factors(model, exits),
    }


def plans(model: Model, first: date, days: Sequence[date], last: date) -> tuple[Plan, ...]:
    """Return what the conductor does for each programme."""
    pools = [pool.id for pool in model.staff]
    horizon = days_after(model.start, last) + 1.0
    every = []
    for each, programme in ran(model):
        end = each.window.end
        rate = programme.slots_per_year.value / DAYS_PER_YEAR if programme.slots_per_year is not None else 0.0
        every.append(
            Plan(
                initiative=each.id,
                first=max(days_after(model.start, each.window.start), days_after(model.start, first)),
                until=horizon if end is None else min(horizon, days_after(model.start, end) + 1.0),
                every=programme.every_days,
                slot_rate=np.array([rate * dose(each.window, day) for day in days]),
                open_days=programme.open_weeks * 7.0,
                pool=pools.index(each.staff.pool) if each.staff else -1,
                hours=each.staff.hours_a_week if each.staff else 0.0,
            )
        )
    return tuple(every)


def staffing(model: Model, days: Sequence[date], layers: Sequence[tuple[Initiative, float]], hours: Floats) -> Staffing:
    """Return the pools of staff and the initiatives whose dose is set while the world runs.

    `layers` holds the initiative and the hazard ratio of each layer, in their order; `hours` are those of each pool (shape: months, pools).
    """
    pools = tuple(pool.id for pool in model.staff)
    states = [state.id for state in model.states]
    dynamic = []
    for each in model.initiatives:
        if not is_dynamic(each):
            continue
        rows = [row for row, (initiative, _) in enumerate(layers) if initiative.id == each.id]
        planned = doses(each.window, tuple(days))
        dynamic.append(
            Dynamic(
                initiative=each,
                layers=tuple(rows),
                ratio=tuple(layers[row][1] for row in rows),
                dose=planned,
                states=tuple(states.index(name) for name in each.target.states),
                pool=pools.index(each.staff.pool) if each.staff else -1,
            )
        )
    return Staffing(pools, hours, tuple(dynamic))


def hours_of(model: Model, first: date, last: date) -> Floats:
    """Return the hours a week of each pool from each month's first day on, those that initiatives add included (shape: months, pools)."""
    months = (first, *month_starts(first, last)[1:])
    table = np.array([[pool.hours_a_week.value for pool in model.staff]] * len(months)).reshape(len(months), len(model.staff))
    pools = [pool.id for pool in model.staff]
    for each in model.initiatives:
        if each.adds is not None:
            table[:, pools.index(each.adds.pool)] += each.adds.hours_a_week.value * doses(each.window, months)
    return table
