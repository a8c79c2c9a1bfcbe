"""The budget table of a run: the plan beside what is foreseen, and what parts them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import numpy as np

from simcase import compare
from simcase.compare import PricedRun, estimate, estimates
from simcase.model import unplanned
from simcase.money import TOTAL, Deviation, deviation
from simcase.study.request import Window
from simcase.study.results import BudgetRow, DeviationParts


def planned(world: PricedRun, year: int, line: str, part: Literal["support", "measures", "investment"] = "support") -> float | None:
    """Return the plan's kroner of a part of a line in a year; None where it says nothing.

    Its total has a plan where each of its lines has one: else it would be held against the spending of lines that nobody planned.
    """
    plan = world.model.budget
    if plan is None or plan.year != year:
        return None
    if line == TOTAL:
        return None if unplanned(world.model) else float(sum(getattr(each, part) for each in plan.lines.values()))
    return float(getattr(plan.lines[line], part)) if line in plan.lines else None


def planned_persons(world: PricedRun, line: str) -> float | None:
    """Return the full-time persons that the plan assumes on a line, its total included; None where it does not say."""
    plan = world.model.budget
    stated = {name: each.full_time_persons.value for name, each in plan.lines.items() if each.full_time_persons} if plan else {}
    if line == TOTAL:
        return sum(stated.values()) if plan and stated.keys() == plan.lines.keys() else None
    return stated.get(line) or None


def planned_grade(world: PricedRun, line: str) -> str | None:
    """Return how well the persons are known that the plan assumes on a line, of its total the weakest grade; None where it does not say."""
    plan = world.model.budget
    if plan is None or planned_persons(world, line) is None:
        return None
    figures = [each.full_time_persons for name, each in plan.lines.items() if line in {name, TOTAL}]
    return max(figure.grade for figure in figures if figure is not None)


def budget(world: PricedRun, shown: Window) -> Iterator[BudgetRow]:
    """Yield the budget table by year and line; the price is the municipality's for a full-year person."""
    accounts = world.accounts
    for y in shown.years:
        every = {name: estimates(getattr(accounts, name)[:, y]) for name in (*compare.COUNTS, *compare.MONEY)}
        for n, line in enumerate(accounts.lines):
            figures = {name: found[n] for name, found in every.items()}
            paid = figures["full_year_persons"].mean
            plan = planned(world, accounts.years[y], line)
            yield BudgetRow(
                year=accounts.years[y],
                line=line,
                **figures,
                unit_price=figures["municipality"].mean / paid if paid else None,
                plan=plan,
                plan_measures=planned(world, accounts.years[y], line, "measures"),
                plan_investment=planned(world, accounts.years[y], line, "investment"),
                plan_persons=None if plan is None else planned_persons(world, line),
                plan_persons_grade=None if plan is None else planned_grade(world, line),
                deviation=deviation_of(world, y, n),
            )


def deviation_of(world: PricedRun, y: int, n: int) -> DeviationParts | None:
    """Return by what a line deviates from the plan in a year, by volume and price; of the total, what its lines add up to.

    None without a plan or without the persons that it assumes.
    """
    accounts, plan = world.accounts, world.model.budget
    line, year = accounts.lines[n], accounts.years[y]
    if plan is None or planned(world, year, line) is None or planned_persons(world, line) is None:
        return None
    parts = []
    for name in plan.lines if line == TOTAL else (line,):
        budgeted, persons = planned(world, year, name), planned_persons(world, name)
        at = accounts.lines.index(name)
        parts.append(deviation(budgeted or 0.0, persons or 1.0, accounts.municipality[:, y, at], accounts.full_time_persons[:, y, at]))
    return DeviationParts(*(estimate(np.sum([getattr(each, part) for each in parts], axis=0)) for part in Deviation._fields))
