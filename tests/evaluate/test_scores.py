"""Scores of forecasts: closed forms, and naive forecasts by hand."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from scipy.stats import norm

from simcase.evaluate import crps, naive

MONTHS = [(date(2018, month, 1), float(value)) for month, value in ((9, 670), (10, 700), (11, 760), (12, 824))]


@pytest.mark.parametrize("outcome", [-2.0, 0.0, 0.7])
def test_the_score_of_a_normal_forecast_is_the_closed_form(outcome: float) -> None:
    count = 20_000
    draws = norm.ppf((np.arange(count) + 0.5) / count)
    closed = outcome * (2.0 * norm.cdf(outcome) - 1.0) + 2.0 * norm.pdf(outcome) - 1.0 / math.sqrt(math.pi)
    assert crps(draws, outcome) == pytest.approx(closed, abs=1e-4)


def test_the_score_does_not_depend_on_the_order_of_draws() -> None:
    assert crps(np.array([3.0, 1.0, 2.0]), 2.5) == crps(np.array([1.0, 2.0, 3.0]), 2.5)


def test_naive_forecasts_are_what_their_names_say() -> None:
    found = naive(MONTHS, date(2019, 10, 1), monthly=True)
    assert found["last"] == 824.0
    assert found["year_before"] == 700.0
    days = [day.toordinal() for day, _ in MONTHS]
    slope, start = np.polyfit(days, [value for _, value in MONTHS], 1)
    assert found["line"] == pytest.approx(start + slope * date(2019, 10, 1).toordinal(), rel=1e-6)
    assert naive(MONTHS[:1], date(2019, 10, 1), monthly=True) == {"last": 670.0, "line": None, "year_before": None}
