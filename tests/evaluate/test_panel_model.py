"""The model foresees a place of a panel from what is known of it."""

from __future__ import annotations

from datetime import date

import numpy as np

from simcase.evaluate.panel import Known, Months
from simcase.evaluate.panel_model import ModelForecaster
from simcase.vocabulary import add_months

FIRST = date(2021, 8, 1)


def test_a_level_that_was_steady_is_foreseen_to_stay_about_there() -> None:
    counts = {
        "kontanthjaelp_fulltime": Months(FIRST, np.full(20, 600.0)),
        "unemployed_a_dagpenge": Months(add_months(FIRST, 2), np.full(18, 400.0)),
    }
    foreseen = ModelForecaster(members=100)(Known("A", add_months(FIRST, 19), counts), 6)
    assert {each: draws.shape for each, draws in foreseen.items()} == dict.fromkeys(counts, (100, 6))
    assert abs(np.median(foreseen["kontanthjaelp_fulltime"]) - 600.0) < 60.0
    low, high = np.quantile(foreseen["kontanthjaelp_fulltime"], (0.05, 0.95), axis=0)
    assert (high - low)[5] > (high - low)[0]


def test_a_measure_that_it_does_not_know_is_left_out() -> None:
    assert ModelForecaster()(Known("A", FIRST, {"vacancies": Months(FIRST, np.full(20, 60.0))}), 6) == {}
