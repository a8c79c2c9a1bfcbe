"""What replications say of a figure: intervals against published values, and how small a difference they can show."""

from __future__ import annotations

import math
import re
from dataclasses import astuple
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from scipy.special import ndtri
from scipy.stats import binom
from statistics_helper import agrees

from simcase.compare import (
    Estimate,
    Probability,
    estimate,
    estimates,
    half_width,
    order_statistics,
    quantiles,
    share,
    shared_draws,
    smallest_detectable,
    statistics,
)
from simcase.compare.statistics import proportion
from simcase.vocabulary import BLOCK


@pytest.mark.parametrize(
    ("successes", "count", "low", "high"),
    [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617), (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776)],
)
def test_the_interval_of_a_probability_is_the_published_one(
    monkeypatch: pytest.MonkeyPatch, successes: int, count: int, low: float, high: float
) -> None:
    # Newcombe 1998, Statistics in Medicine 17: 857-872, method 5 (Clopper and Pearson) at 95 %.
    monkeypatch.setattr(statistics, "CONFIDENCE", 0.95)
    assert proportion(successes, count) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize("count", [1, 2, 10, 200])
def test_at_the_ends_the_interval_has_a_closed_form(count: int) -> None:
    assert proportion(0, count) == (0.0, pytest.approx(1.0 - 0.05 ** (1.0 / count)))
    assert proportion(count, count) == (pytest.approx(0.05 ** (1.0 / count)), 1.0)


@pytest.mark.parametrize("runs", [1, 2, 41])
def test_many_figures_at_once_are_those_of_each(runs: int) -> None:
    values = np.random.default_rng(7).lognormal(5.0, 3.0, (runs, 6))
    assert estimates(values) == [estimate(values[:, at]) for at in range(6)]
    assert estimates(values)[2] == Estimate(values[:, 2].mean(), *np.quantile(values[:, 2], [0.05, 0.5, 0.95], method="weibull"))


def test_nine_of_ten_further_days_lie_between_those_of_any_number_of_runs() -> None:
    """A further one of n + 1 that are alike is between the k-th and the l-th of the others with a probability of (l - k) / (n + 1)."""
    held = [(high - low) / (n + 1) for n in range(19, 500) for low, _, high in [order_statistics(np.arange(1, n + 1), (0.05, 0.5, 0.95))]]
    assert min(held) >= 0.9 - 1e-12
    assert held[-1] < 0.905
    assert order_statistics(np.array([7]), (0.05, 0.5, 0.95)).tolist() == [7, 7, 7]


def test_the_ends_of_intervals_have_one_rule() -> None:
    """Only the knots of a spline are quantiles that are ends of no interval."""
    source = Path(statistics.__file__).parents[1]
    asks = re.compile(r"\.(nan)?(quantile|percentile)\(")
    callers = sorted(file.name for file in source.rglob("*.py") if asks.search(file.read_text(encoding="utf-8")))
    assert callers == ["information.py", "statistics.py"]


@pytest.mark.parametrize("chance", [0.02, 0.3, 0.5, 0.9])
def test_the_interval_covers_at_least_nine_times_of_ten_and_each_end_misses_at_most_once_in_twenty(chance: float) -> None:
    count = 60
    weights = binom(count, chance).pmf(np.arange(count + 1))
    edges = np.array([proportion(successes, count) for successes in range(count + 1)])
    assert weights[edges[:, 0] > chance].sum() <= 0.05
    assert weights[edges[:, 1] < chance].sum() <= 0.05


def test_a_distribution_has_the_mean_and_the_quantiles_of_its_values() -> None:
    values = np.arange(1.0, 100.0)[::-1]
    assert estimate(values) == Estimate(mean=50.0, p05=5.0, p50=50.0, p95=95.0)
    assert estimate(np.array([3.0])) == Estimate(3.0, 3.0, 3.0, 3.0)


@pytest.mark.parametrize("count", [19, 20, 60, 200])
def test_however_few_the_runs_nine_of_ten_further_ones_lie_in_their_interval(count: int) -> None:
    runs = np.random.default_rng(count).random((count, 4_000))
    low, _, high = quantiles(runs, (0.05, 0.5, 0.95))
    held = high - low  # of what is even between 0 and 1
    assert held.mean() == pytest.approx(0.9, abs=4.0 * held.std() / 4_000**0.5)


def test_the_smallest_detectable_difference_is_as_typed_from_a_table_of_t() -> None:
    values = np.array([-1.0, 1.0] * 50)
    assert smallest_detectable(values) == pytest.approx((1.660391 + 0.845267) * math.sqrt(100 / 99) / 10.0, rel=1e-5)
    assert smallest_detectable(np.full(9, 4.2)) == 0.0
    assert math.isinf(smallest_detectable(np.array([4.2])))


@pytest.mark.parametrize(("count", "t", "power"), [(2, 6.313752, 1.376382), (3, 2.919986, 1.060660), (100_000, 1.644854, 0.841621)])
def test_few_replications_have_the_wide_intervals_of_student(count: int, t: float, power: float) -> None:
    values = np.linspace(-1.0, 3.0, count)
    error = values.std(ddof=1) / math.sqrt(count)
    assert half_width(values, paired=False) == pytest.approx(t * error, rel=3e-5)
    assert smallest_detectable(values) == pytest.approx((t + power) * error, rel=3e-5)
    size = 2 if count < 50 else BLOCK
    assert half_width(np.repeat(values, size), paired=True) == pytest.approx(t * error, rel=3e-5)


@pytest.mark.parametrize("count", [4, 6])
def test_an_interval_from_a_few_pairs_holds_the_mean_nine_times_of_ten(count: int) -> None:
    rounds = 60_000
    values = np.random.default_rng(11).standard_normal((count, rounds))
    inside = np.count_nonzero(np.abs(values.reshape(count // 2, 2, rounds).mean(axis=(0, 1))) <= half_width(values, paired=True))
    agrees(inside, binom(rounds, 0.9), 0.01 * rounds, "coverage")


def test_the_interval_of_many_figures_is_that_of_each() -> None:
    values = np.random.default_rng(5).standard_normal((7, 2, 3))
    assert half_width(values, paired=True)[1, 2] == half_width(values[:, 1, 2], paired=True)
    assert half_width(values[:, :, :0], paired=True).shape == (2, 0)
    assert np.isinf(half_width(values[:3], paired=True)).all()


def test_a_mean_difference_of_that_size_is_found_four_times_of_five() -> None:
    luck, rounds, count = np.random.default_rng(7), 40_000, 400
    noise = luck.standard_normal(count)
    size = smallest_detectable(noise / noise.std(ddof=1))
    means = size + luck.standard_normal(rounds) / math.sqrt(count)
    found = np.count_nonzero(np.abs(means) > 1.644854 / math.sqrt(count))
    agrees(found, binom(rounds, 0.8), 0.02 * rounds, "power")


def test_pairs_that_share_a_draw_count_for_what_they_are_worth() -> None:
    luck = np.random.default_rng(3)
    alone = luck.random(400) < 0.4
    alike = np.repeat(alone[:200], 2)  # both of a pair always agree: 200 observations and not 400
    assert astuple(share(alike, paired=True)) == pytest.approx(astuple(share(alone[:200], paired=False)), abs=2e-3)
    single, worth = share(alone, paired=False), share(alone, paired=True)
    assert worth.high - worth.low == pytest.approx(single.high - single.low, rel=0.15)
    assert share(np.zeros(40, dtype=np.bool_), paired=True) == Probability(0.0, 0.0, pytest.approx(1 - 0.05 ** (1 / 20)))
    values = luck.standard_normal(100)
    twice = np.repeat(values, 2)
    assert smallest_detectable(twice[:80], paired=True) == pytest.approx(smallest_detectable(values[:40]))
    assert smallest_detectable(twice) < 0.8 * smallest_detectable(values)


@pytest.mark.parametrize(("draw", "economy"), [(0.3, 0.0), (0.0, -0.2), (0.0, 0.0)])
def test_draws_are_shared_where_anything_is_drawn(draw: float, economy: float) -> None:
    drawn = SimpleNamespace(draw=np.full((4, 1), draw), economy=np.full((4, 3, 1), economy))
    assert shared_draws(drawn) is (draw != 0.0 or economy != 0.0)  # type: ignore[arg-type]


def test_an_interval_from_blocks_holds_the_mean_nine_times_of_ten() -> None:
    """Draws that are stratified over a block, and chance: what is stratified leaves next to nothing in the mean, and in its interval."""
    rounds, blocks = 30_000, 5
    luck = np.random.default_rng(13)
    stratum = luck.permuted(np.tile(np.arange(BLOCK), (rounds * blocks, 1)), axis=1)
    drawn = ndtri((stratum + luck.random(stratum.shape)) / BLOCK).reshape(rounds, blocks * BLOCK).T
    values = drawn + 0.2 * luck.standard_normal(drawn.shape)
    half = half_width(values, paired=True)
    agrees(np.count_nonzero(np.abs(values.mean(axis=0)) <= half), binom(rounds, 0.9), 0.02 * rounds, "coverage")
    assert half.mean() < 0.4 * half_width(values, paired=False).mean()
