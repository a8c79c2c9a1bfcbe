"""The script of the page on seasons finds the season that places share and how far they depart from it."""

from __future__ import annotations

import runpy
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from simcase.evaluate.panel import PanelCounts

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "docs" / "background" / "seasons.py"))
PLACES, MONTHS = 400, 53
SHARED = 0.1 * np.cos(np.arange(12) * np.pi / 6)


def invented(between: float, chance: float, shock: float = 0.0) -> PanelCounts:
    """Return counts with the shared season, one of each place's own, chance, and a shock to all in some month."""
    luck = np.random.default_rng(3)
    own = luck.normal(0.0, between, (PLACES, 12))
    own -= own.mean(axis=1, keepdims=True)
    month = np.arange(MONTHS) % 12
    logs = np.log(900.0) + SHARED[month] + own[:, month] + luck.normal(0.0, chance, (PLACES, MONTHS))
    logs[:, 26] += shock
    return PanelCounts(("idle",), tuple(f"Town {n}" for n in range(PLACES)), date(2020, 1, 1), np.exp(logs)[None])


def test_the_shared_season_is_found() -> None:
    found = SCRIPT["seasons"](invented(0.05, 0.02), "idle")
    assert found.shared == pytest.approx(SHARED, abs=4 * 0.05 / PLACES**0.5)
    assert (found.places, found.months) == (PLACES, MONTHS - 12)


@pytest.mark.parametrize("shock", [0.0, 0.3])
def test_places_depart_as_far_as_they_do_and_a_shock_to_all_is_nobodys_season(shock: float) -> None:
    found = SCRIPT["seasons"](invented(0.05, 0.02, shock), "idle")
    assert found.between == pytest.approx(0.05 * (11 / 12) ** 0.5, rel=0.05)


def test_chance_is_not_taken_for_a_season() -> None:
    assert SCRIPT["seasons"](invented(0.0, 0.05), "idle").between < 0.01


def test_changes_tell_the_season_of_a_year_and_some_months_beside_trend_and_a_shock_that_is_left_out() -> None:
    counts = invented(0.0, 0.01)
    short = PanelCounts(counts.measures, counts.places, counts.first, counts.persons[:, :, :22] * np.exp(0.01 * np.arange(22)))
    assert SCRIPT["season_of_changes"](short, "idle") == pytest.approx(SHARED, abs=0.003)
    short.persons[:, :, 5:] *= 1.2
    assert SCRIPT["season_of_changes"](short, "idle", (date(2020, 6, 1),)) == pytest.approx(SHARED, abs=0.025)  # June as May and July
    assert SCRIPT["season_of_changes"](short, "idle") != pytest.approx(SHARED, abs=0.03)
