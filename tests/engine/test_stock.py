"""Donors of the starting stock: how many are kept."""

from __future__ import annotations

import numpy as np

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
