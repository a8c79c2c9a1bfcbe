"""Goals: the figure each names, in every replication, and how often it is met."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from simcase.compare.statistics import dist, proportion
from simcase.declare.schema import Goal
from simcase.model import Model
from simcase.money import Accounts, full_year_persons
from simcase.tidy import Outcome
from simcase.vocabulary import Floats


def months_of(goal: Goal, outcome: Outcome) -> list[int]:
    """Return the months of a goal's period: the one that holds its date, or its calendar year up to then."""
    day = goal.date
    if goal.period == "month":
        return [i for i, month in enumerate(outcome.names.months) if (month.year, month.month) == (day.year, day.month)]
    return [i for i, month in enumerate(outcome.names.months) if month.year == day.year and month <= day]


def average(outcome: Outcome, states: Sequence[str], months: Sequence[int], weight: Floats) -> Floats:
    """Return the average number of citizens in states over months, each state weighted (shape: replications)."""
    columns = [outcome.names.states.index(state) for state in states]
    days = outcome.days[:, list(months)][:, :, columns].sum(axis=1)
    return np.asarray((days * weight[columns]).sum(axis=1) / outcome.month_days[list(months)].sum())


def value_of(goal: Goal, model: Model, outcome: Outcome, accounts: Accounts) -> Floats | None:
    """Return a goal's figure in each replication, or None where the run does not hold it (shape: replications)."""
    months = months_of(goal, outcome)
    if goal.count == "not_simulated" or not months or goal.date > model.end:
        return None
    if goal.count == "full_year_persons":
        year = accounts.years.index(goal.date.year)
        value = full_year_persons(model, outcome, goal.states)[:, year]
        return value / np.maximum(full_year_persons(model, outcome, goal.over)[:, year], 1e-12) if goal.over else value
    columns = [outcome.names.states.index(state) for state in goal.states]
    if goal.count == "long_term_share":
        stock = outcome.stock[:, months[-1], columns].sum(axis=1)
        return np.asarray(outcome.long_term[:, months[-1], columns].sum(axis=1) / np.maximum(stock, 1))
    share = np.array([state.full_time_share.value if goal.count == "full_time_persons" else 1.0 for state in model.states])
    value = average(outcome, goal.states, months, share)
    if goal.over:
        value = value / np.maximum(average(outcome, goal.over, months, share), 1e-12)
    return value


def met(goal: Goal, value: Floats) -> Any:  # noqa: ANN401 - an array of truth values
    """Return in which replications a goal is met."""
    threshold = goal.threshold if goal.threshold is not None else np.nan
    tests = {"at_most": value <= threshold, "below": value < threshold, "at_least": value >= threshold}
    return tests[goal.direction]


def goal_row(goal: Goal, value: Floats | None) -> dict[str, Any]:
    """Return a goal's row: its figure, and the probability of meeting it with its interval."""
    row: dict[str, Any] = {"id": goal.id, "date": goal.date.isoformat(), "threshold": goal.threshold}
    if value is None or goal.threshold is None:
        return row | {"value": None if value is None else dist(value), "probability": None, "low": None, "high": None}
    successes = int(np.count_nonzero(met(goal, value)))
    low, high = proportion(successes, len(value))
    return row | {"value": dist(value), "probability": successes / len(value), "low": low, "high": high}


def goals(model: Model, outcome: Outcome, accounts: Accounts) -> list[dict[str, Any]]:
    """Return a row for each goal of the model."""
    return [goal_row(goal, value_of(goal, model, outcome, accounts)) for goal in model.goals]
