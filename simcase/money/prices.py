"""Prices of a cell: what a person-month or a person-day in it costs, and the state's share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from simcase.declare.schema import RateClass, State
from simcase.errors import Issue, UserError
from simcase.model import Model, take_up
from simcase.tables import REDUCED, Names
from simcase.tidy import cell_names
from simcase.vocabulary import Floats, Ints


class Prices(NamedTuple):
    """Prices of each cell by year: Y calendar years, K cells."""

    a_month: Floats  # Y, K: gross kroner a person-month
    a_day: Floats  # Y, K: gross kroner a person-day
    full_month: Floats  # K: share of a full rate that a person-month pays, one twelfth of a full-year person at 1
    state_share: Floats  # K: the state's share of gross
    full_time: Floats  # K: full-time persons a person
    line: Ints  # K: the budget line, -1 none


def index_of(model: Model, year: int, prices: str) -> float:
    """Return the regulation of rates in a year, 1 in fixed prices."""
    if model.index is None or prices != "current":
        return 1.0
    return dict(model.index.years)[float(year)]


def monthly(model: Model, paid: RateClass, unit: str) -> tuple[float, float]:
    """Return what a class pays in the unit, after deductions, and before them (kroner at the index's base year)."""
    parts = [model.rates[rate].value * share for rate, share in paid.pays.items() if model.rates[rate].unit == unit]
    return sum(parts), sum(part for part in parts if part > 0.0)


def state_share(model: Model, column: str) -> float:
    """Return the state's share of gross in a refusion column; outside the ladder nothing."""
    law = model.refusion
    if law is None or not column:
        return 0.0
    shares = {f"step_{number}": step.state_share for number, step in enumerate(law.steps, 1)}
    return (shares | {cohort.id: cohort.state_share for cohort in law.cohorts})[column]


def payment(model: Model, state: State, paid: RateClass) -> tuple[float, float, float]:
    """Return gross kroner a person-month and a person-day, and the share of a full rate paid, at the base year's prices."""
    factor = state.full_time_share.value * (take_up(model, state.line) if state.line else 1.0)
    month, month_full = monthly(model, paid, "kr_per_month")
    week, week_full = monthly(model, paid, "kr_per_week")
    full = month_full + week_full
    return month * factor, week * factor / 7.0, factor * (month + week) / full if full else 0.0


def _paid(
    model: Model, state: State, classes: Mapping[str, RateClass], reduced: Mapping[str, float], name: str
) -> tuple[float, float, float]:
    """Return the payment of a cell by the name of its class; participants of an initiative may be paid a part of the benefit."""
    paid, _, initiative = name.partition(REDUCED)
    if not paid:
        return 0.0, 0.0, 0.0
    month, day, full = payment(model, state, classes[paid])
    share = reduced[initiative] if initiative else 1.0
    return month * share, day * share, full * share


def prices_of(model: Model, names: Names, years: tuple[int, ...], prices: str = "current") -> Prices:
    """Return the prices of every cell in every year; `prices` is current, or a fixed base year's.

    Raises UserError if the index lacks a year.
    """
    if model.index is not None and (missing := [year for year in years if float(year) not in dict(model.index.years)]):
        raise UserError([Issue("", 0, "index.years", f"no year {missing[0]}", "a regulation index for every year of the run")])
    states = {state.id: state for state in model.states}
    classes = {paid.id: paid for paid in model.rate_classes}
    lines = {line.id: number for number, line in enumerate(model.lines)}
    cells = cell_names(names)
    reduced = {each.id: each.programme.benefit_share.value for each in model.initiatives if each.programme is not None}
    paid = np.array([_paid(model, states[s], classes, reduced, c) for s, _, c in cells]).reshape(len(cells), 3)
    index = np.array([index_of(model, year, prices) for year in years])[:, None]
    return Prices(
        a_month=index * paid[:, 0],
        a_day=index * paid[:, 1],
        full_month=paid[:, 2],
        state_share=np.array([state_share(model, column) for _, column, _ in cells]),
        full_time=np.array([states[s].full_time_share.value for s, _, _ in cells]),
        line=np.array([lines.get(states[s].line or "", -1) for s, _, _ in cells], dtype=np.int64),
    )
