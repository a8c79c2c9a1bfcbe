"""The budget table: persons and kroner by line and year, payers adding up to gross."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np

from simcase.defaults import PRICES
from simcase.errors import RunError
from simcase.model import Model
from simcase.money.prices import prices_of
from simcase.tidy import Outcome, cell_names, yearly
from simcase.vocabulary import Floats, Ints
from simcase.words import said

TOTAL: Final = "i_alt"
"""The plan's total: its lines without the memo lines."""
WITH: Final = f"{TOTAL}_inkl_"
"""What the total begins with that holds more than the plan's: the names of the memo lines follow."""
MONTHS_A_YEAR: Final = 12.0
ROUNDED: Final = 1e-13
"""What a sum of many numbers may lose of the largest, as a share of it."""
OERE: Final = 0.005
"""Kroner by which payers may miss: sums of the same numbers in another order."""


class Accounts(NamedTuple):
    """Persons and kroner: R replications, Y calendar years, L lines (the declared, then the totals)."""

    years: tuple[int, ...]
    lines: tuple[str, ...]
    persons: Floats  # R, Y, L: average over the simulated months of the year
    full_time_persons: Floats  # R, Y, L
    full_year_persons: Floats  # R, Y, L: gross over the full yearly rate
    gross: Floats  # R, Y, L: kroner
    state: Floats  # R, Y, L: kroner
    municipality: Floats  # R, Y, L: kroner


def total_with(memo: Iterable[str]) -> str:
    """Return the total that holds memo lines beside the plan's."""
    return f"{WITH}{'_'.join(memo)}"


def is_total(line: str) -> bool:
    """Tell whether a line is a total of others.

    >>> [is_total(line) for line in ("i_alt", "i_alt_inkl_foertidspension", "i_altid")]
    [True, True, False]
    """
    return line == TOTAL or line.startswith(WITH)


def totals(model: Model) -> tuple[tuple[str, ...], Floats]:
    """Return the names of the lines with totals, and which declared lines each holds (shape: lines with totals, lines)."""
    memo = [line.id for line in model.lines if line.memo]
    identity = np.eye(len(model.lines))
    plan = np.array([0.0 if line.memo else 1.0 for line in model.lines])
    names = [*(line.id for line in model.lines), TOTAL]
    rows = [*identity, plan]
    if memo:
        names.append(total_with(memo))
        rows.append(np.ones(len(model.lines)))
    return tuple(names), np.array(rows).reshape(len(names), len(model.lines))


def by_line(cells: Floats, line: Ints, members: Floats) -> Floats:
    """Return sums of cells by line, totals included, always in the same order (shapes: ..., K -> ..., L)."""
    count = members.shape[1]
    sums = np.stack([cells[..., line == number].sum(axis=-1) for number in range(count)], axis=-1)
    return np.stack([(sums * row).sum(axis=-1) for row in members], axis=-1)


def take_up_drawn(model: Model, outcome: Outcome) -> Floats:
    """Return by what a draw multiplies a line's take-up factor, 1 for what is on no line (shape: replications, lines + 1)."""
    lines = [line.id for line in model.lines]
    factor = np.ones((len(outcome.days), len(lines) + 1))
    for one in model.parameters:
        if one.kind == "take_up" and one.line in lines and one.id in outcome.names.unknowns:
            factor[:, lines.index(one.line)] = np.exp(outcome.draw[:, outcome.names.unknowns.index(one.id)])
    return factor


def full_year_persons(model: Model, outcome: Outcome, states: Sequence[str]) -> Floats:
    """Return the full-year persons in some states: gross over the full yearly rate (shape: replications, years)."""
    price = prices_of(model, outcome.names)
    inside = np.array([state in states for state, _, _ in cell_names(outcome.names)])
    paid = take_up_drawn(model, outcome)[:, None, price.line]
    return yearly(outcome, (outcome.cell_months * price.full_month * paid)[..., inside].sum(axis=-1) / MONTHS_A_YEAR)


def accounts(model: Model, outcome: Outcome, prices: str = PRICES) -> Accounts:
    """Return the accounts of an outcome; pricing needs no new simulation.

    Gross = time x rate x index x take-up; the state's part is its share of gross, the municipality's the rest.
    """
    price = prices_of(model, outcome.names, prices)
    names, members = totals(model)
    if not model.lines:
        empty = np.zeros((len(outcome.days), len(outcome.years), 0))
        return Accounts(outcome.years, (), *([empty] * 6))
    month_years = np.array([month.year for month in outcome.names.months])
    year_days = np.array([outcome.month_days[month_years == day.year].sum() for day in outcome.names.periods])[:, None]
    paid = take_up_drawn(model, outcome)[:, None, price.line]
    gross = (outcome.cell_months * price.a_month + outcome.cell_days * price.a_day) * paid
    state = gross * price.state_share

    def line(cells: Floats) -> Floats:
        return by_line(yearly(outcome, cells), price.line, members)

    line_gross, line_state = line(gross), line(state)
    kept = Accounts(
        years=outcome.years,
        lines=names,
        persons=line(outcome.cell_days / year_days),
        full_time_persons=line(outcome.cell_days / year_days * price.full_time),
        full_year_persons=line(outcome.cell_months * price.full_month * paid / MONTHS_A_YEAR),
        gross=line_gross,
        state=line_state,
        municipality=line_gross - line_state,
    )
    check_payers(kept, line(gross * (1.0 - price.state_share)))
    return kept


def check_payers(kept: Accounts, rest: Floats) -> None:
    """Raise RunError, with line, year and replication, where what the state leaves (cell by cell: R, Y, L) is not the municipality's part.

    Neither may money be without number, nor the state pay more than gross.
    """
    near = OERE + ROUNDED * np.abs(kept.gross)
    off = ~(np.abs(kept.gross - kept.state - rest) < near) | ~(np.abs(kept.municipality - rest) < near)
    over = ~(np.abs(kept.state) <= np.abs(kept.gross) + near)
    wrong = off | over
    if wrong.any():
        replication, year, line = (int(each) for each in np.argwhere(wrong)[0])
        gross, state, own = (float(each[replication, year, line]) for each in (kept.gross, kept.state, kept.municipality))
        where = {"replication": replication, "year": kept.years[year], "line": kept.lines[line]}
        raise RunError(said("error.run.payers", **where, gross=gross, state=state, own=own))
