"""Months of a run, priced one by one, add up to its accounts by year."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from simcase.engine import replicated
from simcase.model import resolve
from simcase.money import accounts, by_month, monthly, pricing
from simcase.study import Request
from simcase.study.simulate import starting_stock, task_of
from simcase.tables import tabulate
from simcase.tidy import stack


def test_months_add_up_to_the_years_of_the_accounts(tmp_path: Path) -> None:
    model = resolve("kik-ii")
    request = Request("kik-ii", uncertainty="chance", results=tmp_path)
    tables = tabulate(model)
    split = by_month(tables)
    assert len(split.names.periods) == len(split.names.months) > len(tables.names.periods)
    donors = starting_stock(request, model)
    whole, parts = (replicated(task_of(request, model, each, donors), 3) for each in (tables, split))
    kept = accounts(model, stack(tables, 1, [(0, whole)]))
    priced = pricing(model, split)
    assert priced.lines == kept.lines
    persons, gross, municipality = monthly(priced, split, parts, np.ones((len(model.lines), len(split.names.months))))
    years = np.array([month.year for month in split.names.months])
    length = np.diff(tables.clockwork.month_edge)
    for at, year in enumerate(kept.years):
        mine = years == year
        np.testing.assert_allclose(gross[:, mine].sum(axis=1), kept.gross[0, at], rtol=1e-10)
        np.testing.assert_allclose(municipality[:, mine].sum(axis=1), kept.municipality[0, at], rtol=1e-10)
        mean = (persons * length)[:, mine].sum(axis=1) / length[mine].sum()
        np.testing.assert_allclose(mean, kept.full_time_persons[0, at], rtol=1e-10)
