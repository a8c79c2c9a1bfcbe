"""What a year in a state costs the municipality: an aid of so much a month, by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import aided, asked, write

from simcase import study
from simcase.compare.paired import net_price


def test_a_year_that_is_simulated_in_part_has_the_price_of_a_whole_one(folder: Path) -> None:
    write(folder, {**aided(40, 60, 10_000.0), "start": "2018-07-01", "end": "2020-02-29"})
    world = study.run(asked()).world
    half, whole, leap = (float(net_price(world, "help", year)[0]) for year in range(3))
    assert whole == pytest.approx(120_000.0, rel=0.01)
    assert half == pytest.approx(60_000.0 / 184 * 365, rel=0.01)
    assert leap == pytest.approx(20_000.0 / 60 * 366, rel=0.01)
    assert net_price(world, "work", 0).tolist() == [0.0]
