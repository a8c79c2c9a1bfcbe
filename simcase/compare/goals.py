"""Goals: the figure each names, in every replication; how often it is met, when first, and how often all are together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from simcase.compare.results import FirstMet, GoalRow, GoalsTogether
from simcase.compare.statistics import QUANTILES, estimate, order_statistics, share, shared_draws
from simcase.declare.schema import Goal
from simcase.model import Model
from simcase.money import Accounts, full_year_persons
from simcase.tidy import Outcome
from simcase.vocabulary import Bools, Floats

Period = Sequence[int]
"""Positions of the months that a goal's figure is an average of."""
LEAST: Final = 1e-12
"""A denominator that nobody is in."""


def months_of(goal: Goal, outcome: Outcome) -> list[int]:
    """Return the months of a goal's period: the one that holds its date, or its calendar year up to then."""
    day = goal.date
    if goal.period == "month":
        return [i for i, month in enumerate(outcome.names.months) if (month.year, month.month) == (day.year, day.month)]
    return [i for i, month in enumerate(outcome.names.months) if month.year == day.year and month <= day]


def periods_of(goal: Goal, outcome: Outcome) -> list[list[int]]:
    """Return every period in which a goal could be met: each month, or each year up to the goal's month, where all of it was simulated."""
    months = outcome.names.months
    if goal.period == "month":
        return [[m] for m in range(len(months))]
    every = ([i for i, month in enumerate(months) if month.year == year and month.month <= goal.date.month] for year in outcome.years)
    return [period for period in every if len(period) == goal.date.month]


def status_of(goal: Goal, outcome: Outcome, model: Model) -> str:
    """Return whether a goal is judged, and if not why: no number is stated, an input is missing, or the run does not hold it."""
    if goal.count == "not_simulated":
        return "no_number" if goal.threshold is None else "not_simulated"
    if not months_of(goal, outcome) or goal.date > model.end:
        return "outside_run"
    return "needs_input" if goal.threshold is None else "judged"


def average(outcome: Outcome, states: Sequence[str], periods: Sequence[Period], weight: Floats) -> Floats:
    """Return the average number of citizens in states, each state weighted (shape: replications, periods)."""
    columns = [outcome.names.states.index(state) for state in states]
    persons = outcome.days[:, :, columns] @ weight[columns]
    every = [persons[:, list(months)].sum(axis=1) / outcome.month_days[list(months)].sum() for months in periods]
    return np.stack(every, axis=1)


def figures(goal: Goal, model: Model, outcome: Outcome, accounts: Accounts, periods: Sequence[Period]) -> Floats:
    """Return a goal's figure in each replication and period (shape: replications, periods)."""
    if goal.count == "full_year_persons":
        years = [accounts.years.index(outcome.names.months[months[0]].year) for months in periods]
        value = full_year_persons(model, outcome, goal.states)[:, years]
        return value / np.maximum(full_year_persons(model, outcome, goal.over)[:, years], LEAST) if goal.over else value
    if goal.count == "long_term_share":
        columns = [outcome.names.states.index(state) for state in goal.states]
        last = [months[-1] for months in periods]
        stock = outcome.stock[:, last][:, :, columns].sum(axis=2)
        return np.asarray(outcome.long_term[:, last][:, :, columns].sum(axis=2) / np.maximum(stock, 1))
    weight = np.array([state.full_time_share.value if goal.count == "full_time_persons" else 1.0 for state in model.states])
    value = average(outcome, goal.states, periods, weight)
    return value / np.maximum(average(outcome, goal.over, periods, weight), LEAST) if goal.over else value


def value_of(goal: Goal, model: Model, outcome: Outcome, accounts: Accounts) -> Floats | None:
    """Return a goal's figure in each replication, or None where the run does not hold it (shape: replications)."""
    if status_of(goal, outcome, model) not in {"judged", "needs_input"}:
        return None
    return figures(goal, model, outcome, accounts, [months_of(goal, outcome)])[:, 0]


def met(goal: Goal, value: Floats) -> Bools:
    """Return where a goal is met (shape: that of the figures)."""
    threshold = goal.threshold if goal.threshold is not None else np.nan
    tests = {"at_most": value <= threshold, "below": value < threshold, "at_least": value >= threshold}
    return np.asarray(tests[goal.direction])


def first_met(goal: Goal, model: Model, outcome: Outcome, accounts: Accounts) -> FirstMet | None:
    """Return when a goal is first met over the whole run: the middle and the ends of nine runs of ten, None where not within the run.

    `ever` is the share of replications in which it is met at all. A goal for a year is met by the end of that year's last month.
    """
    periods = periods_of(goal, outcome)
    if not periods:
        return None
    there = met(goal, figures(goal, model, outcome, accounts, periods))
    first = np.where(there.any(axis=1), there.argmax(axis=1), len(periods))
    last = [outcome.names.months[months[-1]] for months in periods]
    low, half, high = (last[int(at)] if at < len(last) else None for at in order_statistics(first, QUANTILES))
    return FirstMet(low, half, high, float(there.any(axis=1).mean()))


def goal_row(goal: Goal, model: Model, outcome: Outcome, accounts: Accounts) -> GoalRow:
    """Return a goal's row: its figure, the probability of meeting it with its interval, and when it is first met."""
    status, value = status_of(goal, outcome, model), value_of(goal, model, outcome, accounts)
    told = None if value is None else estimate(value)
    if value is None or status != "judged":
        return GoalRow(goal.id, goal.date, goal.threshold, told, None, status, None)
    chance = share(met(goal, value), paired=shared_draws(outcome))
    return GoalRow(goal.id, goal.date, goal.threshold, told, chance, status, first_met(goal, model, outcome, accounts))


def goals(model: Model, outcome: Outcome, accounts: Accounts) -> list[GoalRow]:
    """Return a row for each goal of the model."""
    return [goal_row(goal, model, outcome, accounts) for goal in model.goals]


def together(model: Model, outcome: Outcome, accounts: Accounts) -> GoalsTogether:
    """Return the probability that all goals that can be judged are met in the same replication, each on its date."""
    judged = [goal for goal in model.goals if status_of(goal, outcome, model) == "judged"]
    names = tuple(goal.id for goal in judged)
    if not judged:
        return GoalsTogether(names, None)
    every = [met(goal, value) for goal in judged if (value := value_of(goal, model, outcome, accounts)) is not None]
    return GoalsTogether(names, share(np.logical_and.reduce(every), paired=shared_draws(outcome)))
