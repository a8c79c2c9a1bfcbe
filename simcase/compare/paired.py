"""Two runs with the same luck: differences citizen for citizen, so the difference is the effect."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, NamedTuple

import numpy as np

from simcase.compare.goals import value_of
from simcase.compare.results import (
    CaseRow,
    DetectableRow,
    FlowRow,
    GoalDifference,
    LineFigures,
    Payback,
    Payer,
    PersonsRow,
    SumOverYears,
    WentRow,
)
from simcase.compare.statistics import estimate, estimates, shared_draws, smallest_detectable
from simcase.errors import Issue, UserError
from simcase.model import Model, own_initiatives
from simcase.money import Accounts, days_of, summed
from simcase.tidy import ARRIVAL, Outcome
from simcase.vocabulary import Floats
from simcase.words import said

MONEY = ("gross", "state", "municipality")
PAYERS: Final[tuple[Payer, ...]] = ("municipality", "state")
COUNTS = ("persons", "full_time_persons", "full_year_persons")


class PricedRun(NamedTuple):
    """A finished run: its model, its figures, its accounts."""

    model: Model
    outcome: Outcome
    accounts: Accounts


def check_pair(baseline: PricedRun, scenario: PricedRun) -> None:
    """Refuse to compare runs that are not of the same states, months and replications.

    Raises UserError.
    """
    one, other = baseline.outcome.names, scenario.outcome.names
    if one.states != other.states or one.months != other.months or len(baseline.outcome.days) != len(scenario.outcome.days):
        found = said("error.compare.other", scenario=scenario.model.scenario)
        raise UserError([Issue("", 0, "", found, said("error.compare.same", scenario=baseline.model.scenario))])


def persons(baseline: PricedRun, scenario: PricedRun, months: list[int]) -> list[PersonsRow]:
    """Return the paired difference of persons by month and state."""
    names = baseline.outcome.names
    change = (scenario.outcome.days - baseline.outcome.days) / baseline.outcome.month_days[:, None]
    where = [(m, s) for m in months for s, state in enumerate(baseline.model.states) if not state.absorbing]
    found = estimates(change[:, [m for m, _ in where], [s for _, s in where]])
    return [PersonsRow(names.months[m], names.states[s], each) for (m, s), each in zip(where, found, strict=True)]


def budget(baseline: PricedRun, scenario: PricedRun, years: list[int]) -> list[LineFigures]:
    """Return the paired difference of every figure of the budget table by year and line."""
    one, other = baseline.accounts, scenario.accounts
    rows = []
    for y in years:
        every = {figure: estimates(getattr(other, figure)[:, y] - getattr(one, figure)[:, y]) for figure in (*COUNTS, *MONEY)}
        for n, line in enumerate(one.lines):
            rows.append(LineFigures(one.years[y], line, **{figure: found[n] for figure, found in every.items()}))
    return rows


def flows(baseline: PricedRun, scenario: PricedRun, years: list[int]) -> list[FlowRow]:
    """Return the paired difference of moves by year, where there are any in either world."""
    one, other = baseline.outcome, scenario.outcome
    sources = (*one.names.states, ARRIVAL)
    change = (other.flow - one.flow).astype(np.float64)
    some = (one.flow + other.flow).sum(axis=0) > 0
    rows = []
    for y in years:
        left, entered = np.nonzero(some[y])
        found = estimates(change[:, y, left, entered])
        rows += [FlowRow(one.years[y], sources[a], one.names.states[b], each) for a, b, each in zip(left, entered, found, strict=True)]
    return rows


def goal_differences(baseline: PricedRun, scenario: PricedRun) -> list[GoalDifference]:
    """Return the paired difference of each goal's figure, and of the probability of meeting it."""
    rows = []
    for goal in baseline.model.goals:
        one, other = value_of(goal, *baseline), value_of(goal, *scenario)
        value = None if one is None or other is None else estimate(other - one)
        rows.append(GoalDifference(goal.id, goal.date, goal.threshold, value))
    return rows


def detectable(baseline: PricedRun, scenario: PricedRun, years: list[int]) -> list[DetectableRow]:
    """Return the smallest mean difference in kroner, persons and full-time persons that the replications can show, by year and line."""
    one, other = baseline.accounts, scenario.accounts
    paired = shared_draws(scenario.outcome)

    def least(figure: str, y: int, n: int) -> float:
        return smallest_detectable((getattr(other, figure) - getattr(one, figure))[:, y, n], paired=paired)

    return [
        DetectableRow(one.years[y], line, *(least(figure, y, n) for figure in ("municipality", "persons", "full_time_persons")))
        for y in years
        for n, line in enumerate(one.lines)
    ]


def summed_over(baseline: PricedRun, scenario: PricedRun, years: list[int]) -> SumOverYears | None:
    """Return the paired difference of net spending summed over some years, memo lines included, and the net result of these years.

    None where there is no budget or no year.
    """
    one, other = baseline.accounts, scenario.accounts
    if not one.lines or not years:
        return None
    change = (other.municipality - one.municipality)[:, years, -1].sum(axis=1)
    least = smallest_detectable(change, paired=shared_draws(scenario.outcome))
    named = tuple(one.years[y] for y in years)
    return SumOverYears(named, one.lines[-1], estimate(change), least, estimate(net_result(baseline, scenario, named)))


def targeted(baseline: Model, scenario: Model) -> list[str]:
    """Return the states that the initiatives which differ between two scenarios are for, in the model's order."""
    changed = {*own_initiatives(baseline, scenario), *own_initiatives(scenario, baseline)}
    states = {state for model in (baseline, scenario) for each in model.initiatives if each.id in changed for state in each.target.states}
    return [state.id for state in baseline.states if state.id in states]


def lines_of(model: Model, states: Collection[str]) -> tuple[str, ...]:
    """Return the lines of the budget that some states are on, in the model's order; all of them where those states are on none."""
    aimed = {state.line for state in model.states if state.id in states}
    every = tuple(line.id for line in model.lines)
    return tuple(line for line in every if line in aimed) or every


def line_aimed_at(baseline: Model, scenario: Model) -> str:
    """Return the first line that the initiatives which differ between two scenarios are for, of a model that has lines."""
    return lines_of(scenario, targeted(baseline, scenario))[0]


def net_price(world: PricedRun, state: str, year: int) -> Floats:
    """Return the municipality's kroner for a whole year of a person in a state's line (0 outside the lines; shape: replications).

    Of a year that is simulated in part, the price of that part is carried to all its days.
    """
    line = next((each.line for each in world.model.states if each.id == state), None)
    if line is None:
        return np.zeros(len(world.outcome.days))
    number = world.accounts.lines.index(line)
    calendar_year = world.accounts.years[year]
    months = [month.year == calendar_year for month in world.outcome.names.months]
    part = world.outcome.month_days[months].sum() / days_of(calendar_year)
    return np.asarray(world.accounts.municipality[:, year, number] / part / np.maximum(world.accounts.persons[:, year, number], 1e-9))


def where_they_went(baseline: PricedRun, scenario: PricedRun, years: list[int]) -> list[WentRow]:
    """Return by year how many more moves left each targeted state, by destination, and what a year there costs.

    Kroner are moves times the municipality's price of a person in the destination for a year, in the scenario's world.
    """
    one, other = baseline.outcome, scenario.outcome
    names = one.names.states
    rows = []
    for y in years:
        for state in targeted(baseline.model, scenario.model):
            change = (other.flow[:, y, names.index(state)] - one.flow[:, y, names.index(state)]).astype(np.float64)
            for to in np.flatnonzero(change.any(axis=0)):
                kroner = change[:, to] * net_price(scenario, names[to], y)
                rows.append(WentRow(one.years[y], state, names[to], estimate(change[:, to]), estimate(kroner)))
    return rows


def total(accounts: Accounts) -> Floats:
    """Return the municipality's kroner over all years, memo lines included (shape: replications)."""
    kroner = accounts.municipality
    return np.asarray(kroner[:, :, -1].sum(axis=1)) if accounts.lines else np.zeros(len(kroner))


def saved(baseline: PricedRun, scenario: PricedRun, payer: Payer) -> Floats:
    """Return what a payer saves by year on support, memo lines included (shape: replications, years)."""
    if not baseline.accounts.lines:
        return np.zeros((len(baseline.outcome.days), len(baseline.outcome.years)))
    return np.asarray(getattr(baseline.accounts, payer)[:, :, -1] - getattr(scenario.accounts, payer)[:, :, -1])


def granted(baseline: PricedRun, scenario: PricedRun, payer: Payer) -> Floats:
    """Return how much more in grants a scenario brings a payer by year than the baseline (shape: replications, years)."""
    return summed(*baseline[:2], payer, grants=True) - summed(*scenario[:2], payer, grants=True)


def invested(baseline: PricedRun, scenario: PricedRun, payer: Payer = "municipality") -> Floats:
    """Return by how much the initiatives of a scenario cost a payer more than the baseline's (shape: replications, years)."""
    return summed(*scenario[:2], payer, grants=False) - summed(*baseline[:2], payer, grants=False)


def netted(baseline: PricedRun, scenario: PricedRun, payer: Payer = "municipality") -> Floats:
    """Return a payer's net result by year: saved support and more grants less the investment (shape: replications, years)."""
    return saved(baseline, scenario, payer) + granted(baseline, scenario, payer) - invested(baseline, scenario, payer)


def net_result(baseline: PricedRun, scenario: PricedRun, years: Sequence[int]) -> Floats:
    """Return the municipality's net result over some calendar years (kroner; shape: replications)."""
    at = [baseline.accounts.years.index(year) for year in years]
    return np.asarray(netted(baseline, scenario)[:, at].sum(axis=1))


def cumulated(baseline: PricedRun, scenario: PricedRun, discount: float, payer: Payer = "municipality") -> Floats:
    """Return a payer's net result so far by year from the first of the run, at its present value (shape: replications, years)."""
    return np.asarray(np.cumsum(_present(netted(baseline, scenario, payer), discount), axis=1))


def _present(kroner: Floats, discount: float) -> Floats:
    """Return kroner of each year of a run at the present value of its first year (shape: replications, years)."""
    return np.asarray(kroner * (1.0 + discount) ** -np.arange(kroner.shape[1]))


def business_case(baseline: PricedRun, scenario: PricedRun, years: list[int], discount: float = 0.0) -> list[CaseRow]:
    """Return investment, saved support, more grants, net result and its sum so far by year and payer.

    `cumulated` starts with the first year of the run, whatever is reported, at the present value of its first year where a rate a year
    discounts what comes later; `before` is what of it comes from years before the first one reported.
    """
    rows = []
    for payer in PAYERS:
        every = {name: part(baseline, scenario, payer) for name, part in (("investment", invested), ("saved", saved), ("grants", granted))}
        every["net"] = every["saved"] + every["grants"] - every["investment"]
        present = _present(every["net"], discount)
        every["cumulated"] = np.cumsum(present, axis=1)
        for y in years:
            figures = {name: estimate(kroner[:, y]) for name, kroner in every.items()}
            before = estimate(present[:, : years[0]].sum(axis=1))
            rows.append(CaseRow(baseline.outcome.years[y], payer, **figures, before=before))
    return sorted(rows, key=lambda row: row.year)


def payback(baseline: PricedRun, scenario: PricedRun, discount: float = 0.0) -> Payback:
    """Return the end of the first year by which the municipality's mean net result, cumulated and discounted, is not negative.

    Its probability is the share of replications in which that holds at the end of the run. Where the mean investment over the run, in
    kroner as they are spent, is none or less than none, there is nothing to pay back.
    """
    cost = invested(baseline, scenario)
    investment = round(float(cost.mean(axis=0).sum()), 2) + 0.0
    if investment <= 0.0:
        return Payback(None, None, discount, investment)
    net = cumulated(baseline, scenario, discount)
    begun = np.cumsum(cost.mean(axis=0)) > 0.0
    good = np.flatnonzero((net.mean(axis=0) >= 0.0) & begun)
    day = date(baseline.accounts.years[int(good[0])], 12, 31) if len(good) else None
    return Payback(day, float(np.mean(net[:, -1] >= 0.0)), discount, investment)
