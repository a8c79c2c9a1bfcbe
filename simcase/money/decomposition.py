"""A figure of the budget taken apart: time, rate, index, take-up and share, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import numpy as np

from simcase.declare.values import Sourced
from simcase.defaults import PRICES
from simcase.model import Model, in_force, take_up_used
from simcase.money.accounts import take_up_drawn
from simcase.money.prices import Prices, index_of, prices_of, regulation
from simcase.tables import REDUCED
from simcase.tidy import Outcome, cell_names


class Part(NamedTuple):
    """One cell of a line in a time of one price, as means over replications.

    gross = quantity x rate x regulation x full_time_share x take_up.
    """

    since: str  # the first day of the time
    state: str
    rate_class: str
    column: str
    person_weeks: float
    unit: str  # months or weeks: what the rate is paid by
    quantity: float  # person-months or person-weeks
    rate: float  # kroner a month or week, after deductions and wages, at the index's base year
    regulation: float
    full_time_share: float
    take_up: float
    gross: float
    state_share: float
    state_kroner: float
    municipality: float


class Source(NamedTuple):
    """Where a number behind the figure stands, and how good it is."""

    path: str
    value: float
    grade: str
    source: str


def decompose(model: Model, outcome: Outcome, year: int, line: str, prices: str = PRICES) -> list[Part]:
    """Return the cells that a line's kroner in a year are made of; their sums are the means of the accounts."""
    price, paid = prices_of(model, outcome.names, prices), take_up_drawn(model, outcome)
    inside = np.flatnonzero(price.line == [each.id for each in model.lines].index(line))
    gross = (outcome.cell_months * price.a_month + outcome.cell_days * price.a_day) * paid[:, None, price.line]
    mean = gross.mean(axis=0)
    times = [t for t, day in enumerate(outcome.names.periods) if day.year == year]
    return [_part(model, outcome, price, (t, int(k)), float(mean[t, k]), prices) for t in times for k in inside if mean[t, k]]


def _part(model: Model, outcome: Outcome, price: Prices, cell: tuple[int, int], gross: float, prices: str) -> Part:
    """Return one cell with what it is multiplied together from."""
    t, k = cell
    day = outcome.names.periods[t]
    model = in_force(model, day)
    state, column, paid = cell_names(outcome.names)[k]
    declared = next(each for each in model.states if each.id == state)
    index, part_time = index_of(model, day.year, prices), declared.full_time_share.value
    factor = index * part_time * (take_up_used(model, declared.line).value if declared.line else 1.0)
    days, by_month = float(outcome.cell_days[:, t, k].mean()), price.a_month[t, k] > 0.0
    quantity = float(outcome.cell_months[:, t, k].mean()) if by_month else days / 7.0
    rate = float(price.a_month[t, k] if by_month else 7.0 * price.a_day[t, k]) / factor
    share = float(price.state_share[t, k])
    return Part(
        since=day.isoformat(),
        state=state,
        rate_class=paid,
        column=column,
        person_weeks=days / 7.0,
        unit="months" if by_month else "weeks",
        quantity=quantity,
        rate=rate,
        regulation=index,
        full_time_share=part_time,
        take_up=gross / (quantity * rate * index * part_time),
        gross=gross,
        state_share=share,
        state_kroner=gross * share,
        municipality=gross - gross * share,
    )


def sources(model: Model, year: int, line: str, parts: list[Part]) -> list[Source]:
    """Return the numbers that the parts of a line are made of, each once, with grade and source."""
    every: list[Source] = []
    for since in sorted({part.since for part in parts}):
        now, own = in_force(model, date.fromisoformat(since)), [part for part in parts if part.since == since]
        found = (*_paid(now, own), *_shared(now, line, {part.state for part in own}, {part.column for part in own}))
        every += [Source(path, value, said.grade, said.source) for path, value, said in found]
        if now.index is not None:
            every.append(Source(f"index.years.{year}", regulation(now, year), now.index.grade, now.index.source))
    return list(dict.fromkeys(every))


def _paid(model: Model, parts: list[Part]) -> Iterator[tuple[str, float, Sourced]]:
    """Yield rates, the mix of each class, and wages."""
    names = {part.rate_class.partition(REDUCED)[0] for part in parts}
    for paid in (each for each in model.rate_classes if each.id in names):
        for rate, share in paid.pays.items():
            yield f"rates.{rate}", model.rates[rate].value, model.rates[rate]
            yield f"rate_classes.{paid.id}.pays.{rate}", share, paid
        if paid.wage:
            yield f"rate_classes.{paid.id}.wage", paid.wage.value, paid.wage
    reducing = {part.rate_class.partition(REDUCED)[2] for part in parts}
    for each in model.initiatives:
        if each.id in reducing and each.programme and each.programme.wage:
            yield f"initiatives.{each.id}.programme.wage", each.programme.wage.value, each.programme.wage


def _shared(model: Model, line: str, states: set[str], columns: set[str]) -> Iterator[tuple[str, float, Sourced]]:
    """Yield take-up, part time and the state's shares."""
    paid = take_up_used(model, line)
    yield f"take_up.{line}", paid.value, paid
    for state in model.states:
        if state.id in states and state.full_time_share.value != 1.0:
            yield f"states.{state.id}.full_time_share", state.full_time_share.value, state.full_time_share
    law = model.refusion
    steps = {f"step_{position + 1}": (str(position), step) for position, step in enumerate(law.steps)} if law else {}
    cohorts = {cohort.id: cohort for cohort in law.cohorts} if law else {}
    yield from (("refusion.steps." + at + ".state_share", step.state_share, step) for name, (at, step) in steps.items() if name in columns)
    yield from ((f"refusion.cohorts.{name}.state_share", one.state_share, one) for name, one in cohorts.items() if name in columns)
