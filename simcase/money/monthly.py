"""Persons and kroner by month: a run whose every month is priced by itself."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from simcase.engine import Figures
from simcase.model import Model
from simcase.money.accounts import by_line, totals
from simcase.money.prices import Prices, prices_of
from simcase.tables import Tables
from simcase.vocabulary import Floats

MONTHLY: Final = ("persons", "gross", "municipality")
"""What is told of a line in a month: full-time persons, and kroner before and after the state's part."""


class Pricing(NamedTuple):
    """What a run's cells are worth in each time, and which declared lines each line holds (shape: lines with totals, lines)."""

    prices: Prices
    lines: tuple[str, ...]
    members: Floats


def by_month(tables: Tables) -> Tables:
    """Return tables of the same run in which no time of one price is longer than a month."""
    names = tables.names
    first, *_ = names.periods
    days = {*names.periods, *(max(first, month) for month in names.months)}
    return tables._replace(names=names._replace(periods=tuple(sorted(days))))


def pricing(model: Model, tables: Tables) -> Pricing:
    """Return the prices of a run in tables by month; raises UserError if the index lacks a year."""
    return Pricing(prices_of(model, tables.names), *totals(model))


def monthly(priced: Pricing, tables: Tables, run: Figures, factors: Floats) -> Floats:
    """Return persons and kroner of a run in tables by month, times a factor of each declared line and month (shape: lines, months).

    Totals are sums of their lines (shape: MONTHLY, lines with totals, months).
    """
    price, names = priced.prices, tables.names
    gross = run.cell_months * price.a_month + run.cell_days * price.a_day
    length = np.diff(tables.clockwork.month_edge)
    first = [next(at for at, day in enumerate(names.periods) if day >= month) for month in names.months]
    cells = np.add.reduceat(np.stack([run.cell_days * price.full_time, gross, gross * (1.0 - price.state_share)]), first, axis=1)
    cells[0] /= length[:, None]
    lines = by_line(cells, price.line, np.eye(priced.members.shape[1])).transpose(0, 2, 1) * factors
    return np.asarray((priced.members[:, :, None] * lines[:, None]).sum(axis=2))
