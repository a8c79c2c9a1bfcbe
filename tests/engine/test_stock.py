"""Donors of the starting stock: how many are kept, and of which ages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from worlds import TOWN, move, state, write

from simcase.engine import burnt_in
from simcase.engine.stock import DONORS, LIVES
from simcase.model import resolve
from simcase.tables import burn_in


def test_a_state_keeps_as_many_donors_as_it_has_citizens_where_so_many_were_grown() -> None:
    tables = burn_in(resolve("baseline"))
    donors = burnt_in(tables, 7)
    kept, grown = np.diff(donors.first), np.rint(donors.steady * LIVES)
    assert (kept == np.minimum(grown, np.maximum(DONORS, tables.source.headcount))).all()
    assert kept.max() > DONORS


def test_a_burn_in_may_grow_citizens_who_are_older_than_the_population_and_the_stock_has_its_ages(folder: Path) -> None:
    """Ages beyond the end of the table are none of the population's; they ended the run with a traceback."""
    write(
        folder,
        {
            "start": "2019-01-01",
            "end": "2019-12-31",
            "states": [state("a"), state("b")],
            "transitions": [move("a", "b", 0.5), move("b", "a", 0.5)],
            "arrivals": [{"id": "movers", "per_year": 300, "ages": {"40": 1, "70": 0}, "states": {"a": 1}}],
            "population": {"date": "2019-01-01", "persons": {str(age): 10 for age in range(30, 60)}},
            "stock": {"states": {"a": 150, "b": 150}},
            "burn_in_years": 3,
        },
    )
    donors = burnt_in(burn_in(resolve("as-is", calibration=TOWN)), 7)
    ages = -donors.birth / 365.25
    assert ages.max() > 60.5
    assert (donors.until[ages > 60.5] == 0.0).all()  # the oldest of each state come first
