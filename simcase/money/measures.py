"""Spending on measures: the plan's ordinary frames, and what initiatives cost."""

from __future__ import annotations

from typing import NamedTuple

from simcase.model import Model


class Spending(NamedTuple):
    """Kroner on a line in a year, for an initiative or (none) for ordinary measures."""

    year: int
    line: str
    initiative: str | None
    kroner: float


def measures(model: Model, years: tuple[int, ...]) -> list[Spending]:
    """Return ordinary measures of the budget year and the costs of the initiatives, in the years named."""
    plan = model.budget
    ordinary = [Spending(plan.year, line, None, each.measures) for line, each in plan.lines.items() if each.measures > 0.0] if plan else []
    invested = [Spending(cost.year, cost.line, each.id, cost.kroner) for each in model.initiatives for cost in each.costs]
    return [spent for spent in (*ordinary, *invested) if spent.year in years]


def investment(model: Model, year: int) -> float:
    """Return what the initiatives of a scenario cost in a year, in kroner."""
    return sum(spent.kroner for spent in measures(model, (year,)) if spent.initiative is not None)
