"""Prices of a cell: what a person-month or a person-day in it costs, and the state's share."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np

from simcase.declare.schema import Index, RateClass, State, WageDeduction
from simcase.defaults import PRICES
from simcase.errors import Issue, UserError
from simcase.model import Model, in_force, take_up
from simcase.tables import REDUCED, Names
from simcase.tidy import cell_names
from simcase.vocabulary import Floats, Ints
from simcase.words import said

WEEKS_A_MONTH: Final = 365.25 / 84.0
"""Weeks in a month of a mean year."""


class Prices(NamedTuple):
    """Prices of each cell: T times in which they stay, K cells."""

    a_month: Floats  # T, K: gross kroner a person-month
    a_day: Floats  # T, K: gross kroner a person-day
    full_month: Floats  # T, K: share of a full rate that a person-month pays, one twelfth of a full-year person at 1
    state_share: Floats  # T, K: the state's share of gross
    full_time: Floats  # K: full-time persons a person
    line: Ints  # K: the budget line, -1 none


def index_of(model: Model, year: int, prices: str) -> float:
    """Return the regulation of rates in a year, 1 in fixed prices."""
    return regulation(model, year) if prices == PRICES else 1.0


def regulation(model: Model, year: int) -> float:
    """Return the regulation of rates in a year: after the last year that is known, as far as it is assumed to go on."""
    if model.index is None:
        return 1.0
    years = dict(model.index.years)
    last = max(years)
    return years[float(year)] if model.index.beyond is None or year <= last else years[last] * model.index.beyond.value ** (year - last)


def regulated_in(index: Index, year: int) -> bool:
    """Tell whether the regulation of a year is known, or assumed."""
    years = dict(index.years)
    return float(year) in years or (index.beyond is not None and year > max(years))


def based(model: Model, rate: str) -> float:
    """Return a rate at the price level of the index's base year."""
    stated = model.rates[rate]
    return stated.value if stated.level is None else stated.value / regulation(model, stated.level)


def thresholds_of(model: Model, year: int, prices: str) -> Model:
    """Return a model whose wages at which deductions change follow their own years, told at the base year of the index."""
    if prices != PRICES or not any(each.years for each in model.wage_deductions):
        return model
    return replace(model, wage_deductions=tuple(_regulated(each, year, regulation(model, year)) for each in model.wage_deductions))


def _regulated(rule: WageDeduction, year: int, index: float) -> WageDeduction:
    """Return a deduction whose wages are regulated by its own years instead of by the index; after the last of them, by the index."""
    own = [factor for since, factor in rule.years if since == float(year)]
    return rule if not own else rule.model_copy(update={"share": tuple((edge * own[0] / index, share) for edge, share in rule.share)})


def monthly(model: Model, paid: RateClass, unit: str) -> tuple[float, float]:
    """Return what a class pays in the unit, after deductions, and before them (kroner at the index's base year)."""
    parts = [based(model, rate) * share for rate, share in paid.pays.items() if model.rates[rate].unit == unit]
    return sum(parts), sum(part for part in parts if part > 0.0)


def state_shares(model: Model) -> dict[str, float]:
    """Return the state's share of gross by refusion column: the ladder's steps and the cohorts paid by older rules."""
    law = model.refusion
    if law is None:
        return {"": 0.0}
    shares = {f"step_{number + 1}": step.state_share for number, step in enumerate(law.steps)}
    return {"": 0.0, **shares, **{cohort.id: cohort.state_share for cohort in law.cohorts}}


def deducted(model: Model, state: str, wage: float) -> float:
    """Return the kroner a month by which a wage lowers the benefit of a state, at the base year's prices."""
    steps = next((rule.share for rule in model.wage_deductions if state in rule.states), ())
    ends = [*(edge for edge, _ in steps[1:]), math.inf]
    return sum(share * max(0.0, min(wage, end) - edge) for (edge, share), end in zip(steps, ends, strict=False))


def payment(model: Model, state: State, paid: RateClass, wage: float = 0.0) -> tuple[float, float, float]:
    """Return gross kroner a person-month and a person-day, and the share of a full rate paid, at the base year's prices.

    A wage beside the benefit, the class's own or the one given, lowers it, to nothing at the least.
    """
    factor = state.full_time_share.value * (take_up(model, state.line) if state.line else 1.0)
    month, month_full = monthly(model, paid, "kr_per_month")
    week, week_full = monthly(model, paid, "kr_per_week")
    full = month_full + week_full
    less = deducted(model, state.id, wage + (paid.wage.value if paid.wage else 0.0))
    if less and month + week:
        left = max(0.0, 1.0 - less / (month + week * WEEKS_A_MONTH))
        month, week = month * left, week * left
    return month * factor, week * factor / 7.0, factor * (month + week) / full if full else 0.0


def _paid(
    model: Model, state: State, classes: Mapping[str, RateClass], wages: Mapping[str, float], name: str
) -> tuple[float, float, float]:
    """Return the payment of a cell by the name of its class; participants of an initiative may earn a wage beside the benefit."""
    paid, _, initiative = name.partition(REDUCED)
    if not paid:
        return 0.0, 0.0, 0.0
    return payment(model, state, classes[paid], wages[initiative] if initiative else 0.0)


_latest: Final[deque[tuple[Model, Names, str, Prices]]] = deque(maxlen=8)
"""The prices that were worked out last, each with what it was worked out of: a dozen figures of one answer ask for the same."""


def prices_of(model: Model, names: Names, prices: str = PRICES) -> Prices:
    """Return the prices of every cell in every time in which they stay; `prices` is current, or a fixed base year's.

    Raises UserError if the index lacks a year.
    """
    for one, of, at, found in tuple(_latest):
        if one is model and of == names and at == prices:  # not by its digest, which stays where a number is changed
            return found
    found = _priced(model, names, prices)
    _latest.append((model, names, prices, found))
    return found


def _priced(model: Model, names: Names, prices: str) -> Prices:
    """Return the prices of every cell, worked out anew; raises UserError if the index lacks a year."""
    lacking = [day.year for day in names.periods if model.index is not None and not regulated_in(model.index, day.year)]
    if lacking:
        raise UserError([Issue("", 0, "index.years", said("error.law.no_index_year", lacking=lacking[0]), said("error.law.index_years"))])
    states = {state.id: state for state in model.states}
    lines = {line.id: number for number, line in enumerate(model.lines)}
    cells = cell_names(names)
    held = [thresholds_of(in_force(model, day), day.year, prices) for day in names.periods]
    priced = {id(each): (_payments(each, cells), state_shares(each)) for each in held}
    paid = np.array([priced[id(each)][0] for each in held]).reshape(len(held), len(cells), 3)
    shares = [priced[id(each)][1] for each in held]
    index = np.array([index_of(each, day.year, prices) for each, day in zip(held, names.periods, strict=True)])[:, None]
    return Prices(
        a_month=index * paid[..., 0],
        a_day=index * paid[..., 1],
        full_month=paid[..., 2],
        state_share=np.array([[of_time[column] for _, column, _ in cells] for of_time in shares]).reshape(len(held), len(cells)),
        full_time=np.array([states[s].full_time_share.value for s, _, _ in cells]),
        line=np.array([lines.get(states[s].line or "", -1) for s, _, _ in cells], dtype=np.int64),
    )


def _payments(model: Model, cells: Sequence[tuple[str, str, str]]) -> list[tuple[float, float, float]]:
    """Return the payment of each cell, worked out once for those that differ in who pays alone."""
    states = {state.id: state for state in model.states}
    classes = {paid.id: paid for paid in model.rate_classes}
    wages = {each.id: each.programme.wage.value for each in model.initiatives if each.programme is not None and each.programme.wage}
    paid = {(state, name): _paid(model, states[state], classes, wages, name) for state, name in {(state, name) for state, _, name in cells}}
    return [paid[state, name] for state, _, name in cells]
