"""The root of a net result against closed forms."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom

from simcase.compare.breakeven import root
from simcase.vocabulary import Floats

GRID = (0.0, 1.0, 2.0, 4.0)
LUCK = np.random.default_rng(11)
GAIN, COST = LUCK.normal(30.0, 6.0, 400), LUCK.normal(45.0, 3.0, 400)
"""Kroner that each unit of effect saves, and what it all costs, in each replication."""


def linear(times: float) -> Floats:
    return GAIN * times - COST


def test_a_linear_case_breaks_even_where_its_closed_form_says() -> None:
    found = root(linear, GRID, paired=False)
    assert found.outcome == "found"
    assert found.value == pytest.approx(COST.mean() / GAIN.mean(), rel=1e-9)
    # Fieller 1954: the roots of (mean of gain x - mean of cost)^2 = t^2 / n x variance of the difference, for 399 degrees of freedom.
    (gain, both), (_, cost) = np.cov(GAIN, COST) * 1.6486816**2 / 400
    square = (GAIN.mean() ** 2 - gain, -2.0 * (GAIN.mean() * COST.mean() - both), COST.mean() ** 2 - cost)
    assert (found.low, found.high) == pytest.approx(sorted(np.roots(square)), rel=1e-6)
    # Each replication has its own root, cost over gain.
    roots = np.sort(COST / GAIN)
    assert list(found.runs.values()) == pytest.approx([roots[20 - 1], roots[200 - 1], roots[381 - 1]])  # of 401 with a further one


def test_of_twenty_runs_the_first_and_the_last_root_hold_nine_of_ten_further_ones() -> None:
    found = root(lambda times: times - np.arange(1.0, 21.0) / 10.0, GRID, paired=False)
    assert list(found.runs.values()) == pytest.approx([0.1, 1.0, 2.0])


def test_the_interval_of_the_root_covers_the_truth_about_nine_times_of_ten() -> None:
    luck, inside = np.random.default_rng(5), 0
    for _ in range(200):
        gain, cost = luck.normal(30.0, 6.0, 50), luck.normal(45.0, 3.0, 50)
        found = root(lambda times, gain=gain, cost=cost: gain * times - cost, GRID, paired=False)  # type: ignore[misc]
        assert found.low is not None
        assert found.high is not None
        inside += found.low <= 1.5 <= found.high
    assert 164 <= inside <= 193  # binomial(200, 0.9): outside with a probability of 0.3 %


@pytest.mark.parametrize("count", [20, 60, 100])
def test_neither_end_misses_the_truth_more_than_once_in_twenty_where_little_is_known_of_the_effect(count: int) -> None:
    """A single run gains anything: the slope is two standard errors from nothing at 20 runs, five at 100."""
    luck, rounds, below, above = np.random.default_rng(5), 400, 0, 0
    for _ in range(rounds):
        gain, cost = luck.normal(30.0, 60.0, count), luck.normal(45.0, 3.0, count)
        found = root(lambda times, gain=gain, cost=cost: gain * times - cost, (0.0, 1.0, 2.0, 4.0, 8.0), paired=False)  # type: ignore[misc]
        below += found.low is not None and found.low > 1.5
        above += found.high is not None and found.high < 1.5
    assert max(below, above) <= binom(rounds, 0.05).isf(1e-3)


def test_a_falling_case_breaks_even_too() -> None:
    found = root(lambda times: COST - GAIN * times, GRID, paired=False)
    assert found.value == pytest.approx(COST.mean() / GAIN.mean(), rel=1e-9)
    assert found.runs["p50"] == pytest.approx(np.sort(COST / GAIN)[200 - 1])


def test_a_curve_breaks_even_where_it_crosses_and_not_at_the_next_crossing() -> None:
    found = root(lambda times: np.full(10, np.expm1(times) - 3.0), GRID, paired=False)
    assert found.value == pytest.approx(np.log(4.0), rel=2e-3)
    found = root(lambda times: np.full(10, (times - 0.5) * (3.0 - times)), (0.0, 1.0, 2.0, 4.0), paired=False)
    assert found.value == pytest.approx(0.5, rel=4e-3)


def test_nothing_done_is_no_break_even() -> None:
    assert root(lambda times: -GAIN * times, GRID, paired=False).outcome == "never"
    assert root(lambda times: GAIN * times, GRID, paired=False).outcome == "always"
    found = root(lambda times: np.full(10, times * (times - 1.5)), (0.0, 1.0, 2.0), paired=False)
    assert found.value == pytest.approx(1.5, rel=4e-3)
    assert list(found.runs.values()) == pytest.approx([1.5, 1.5, 1.5], rel=4e-3)  # nor in a single run


@pytest.mark.parametrize(("shift", "outcome"), [(-1e3, "never"), (1e3, "always")])
def test_where_there_is_no_root_it_says_so(shift: float, outcome: str) -> None:
    found = root(lambda times: linear(times) + shift, GRID, paired=False)
    assert (found.outcome, found.value, found.low, found.high) == (outcome, None, None, None)
    assert set(found.tried) == set(GRID)


def test_runs_that_never_pay_back_count_as_beyond_the_range() -> None:
    gain = np.where(np.arange(100) < 10, 1.0, 30.0)
    found = root(lambda times: gain * times - 45.0, GRID, paired=False)
    assert found.runs == {"p05": pytest.approx(1.5), "p50": pytest.approx(1.5), "p95": None}


def test_an_interval_ends_where_nothing_more_was_tried() -> None:
    found = root(lambda times: GAIN[:8] * times - COST[:8] - 70.0, GRID, paired=False)
    assert found.value is not None
    assert GRID[-1] * 0.9 < found.value < GRID[-1]
    assert found.low is not None
    assert found.high is None
