"""What is foreseen of a year that is counted in part, from figures of members that are known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest
from worlds import TOWN, aided, write

from simcase.calibrate.counts import Counts
from simcase.calibrate.likely import Municipality
from simcase.calibrate.outlook import Outlook
from simcase.model import resolve


def test_months_counted_are_as_counted_where_a_member_has_nobody_on_the_line(folder: Path) -> None:
    write(folder, aided(120, 80, 9000.0))
    place = Municipality(resolve("as-is", calibration=TOWN), ("aid",))
    persons = np.full((2, len(place.months)), 10.0)
    persons[1, :2] = 0.0
    figures = np.stack([persons, 9000.0 * persons, 3000.0 * persons], axis=1)[:, :, None].repeat(2, axis=2)
    seen = Outlook(place, ("aid", "total"), figures)
    told = {row.line: row for row in seen.years(Counts(date(2019, 1, 1), ("aid",), np.full((1, 3), 30.0))) if row.year == 2019}
    for row in told.values():
        assert (row.persons.p05, row.persons.p95) == pytest.approx((15.0, 15.0))
        assert row.gross is not None
        assert (row.gross.p05, row.gross.p95) == pytest.approx((15.0 * 12 * 9000, 15.0 * 12 * 9000))
    assert set(told) == {"aid", "total"}
