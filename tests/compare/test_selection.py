"""Which of several mixes is best, on numbers of which the truth is known."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from simcase.compare import selection
from simcase.compare.selection import allocate, rank
from simcase.vocabulary import PAIR, Floats

COMMON, OWN = 2.0, 1.0
"""The spread of luck that all mixes share, and of what each has of its own."""


@pytest.fixture
def _fewer_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let chances be told to 1.6 % in each of 200 cases, of which the mean is told to 0.1 %."""
    monkeypatch.setattr(selection, "DRAWS", 1_000)


def played(truth: Floats, count: int, draw: np.random.Generator) -> list[Floats]:
    """Return the scores of mixes with true means in so many replications."""
    shared = draw.normal(0.0, COMMON, (count, 1))
    return list((truth + shared + draw.normal(0.0, OWN, (count, len(truth)))).T)


def assert_rather_unsure(stated: Sequence[float], right: Sequence[bool]) -> None:
    """Assert that a mix is the best as often as is said, and rather more often than less."""
    assert -0.05 < np.mean(right) - np.mean(stated) < 0.2, (np.mean(stated), np.mean(right))


@pytest.mark.usefixtures("_fewer_draws")
@pytest.mark.parametrize(("mixes", "count"), [(12, 40), (40, 40), (12, 100)])
def test_it_is_not_overstated_where_more_mixes_are_compared_than_tell_their_spread(mixes: int, count: int) -> None:
    """Two replications share what moves each mix in its own way, so pairs or blocks of them are all that tell it."""
    draw = np.random.default_rng(8)
    stated, right = [], []
    for _ in range(60):
        truth, moved = draw.normal(0.0, 0.1, mixes), draw.normal(0.0, 1.0, mixes)
        unknown = draw.standard_normal((count // PAIR, 1)).repeat(PAIR, axis=0)
        found = rank(list((truth + unknown * moved + draw.normal(0.0, OWN, (count, mixes))).T), np.zeros(mixes), 0.0, paired=True, seed=1)
        stated.append(found.chances[found.best])
        right.append(found.best == truth.argmax())
    assert_rather_unsure(stated, right)


@pytest.mark.usefixtures("_fewer_draws")
@pytest.mark.parametrize(
    ("mixes", "spread", "count"), [(5, 1.0, 20), (12, 0.3, 40), (20, 1.0, 40), (20, 0.02, 40)], ids=["few", "close", "many", "all-alike"]
)
def test_the_stated_probability_of_being_the_best_is_right(mixes: int, spread: float, count: int) -> None:
    draw = np.random.default_rng(5)
    stated, right = [], []
    for _ in range(200):
        truth = draw.normal(0.0, spread, mixes)
        found = rank(played(truth, count, draw), np.zeros(mixes), 0.0, paired=False, seed=1)
        stated.append(found.chances[found.best])
        right.append(found.best == truth.argmax())
    assert_rather_unsure(stated, right)


@pytest.mark.usefixtures("_fewer_draws")
def test_it_is_right_too_where_most_of_the_mixes_are_close_to_the_best() -> None:
    draw = np.random.default_rng(6)
    stated, right = [], []
    for _ in range(200):
        truth = np.concatenate([-np.abs(draw.normal(0.0, 0.2, 10)), -2.0 - np.abs(draw.normal(0.0, 1.0, 10))])
        found = rank(played(truth, 40, draw), np.zeros(20), 0.0, paired=False, seed=1)
        stated.append(found.chances[found.best])
        right.append(found.best == truth.argmax())
    assert_rather_unsure(stated, right)


def test_mixes_with_few_replications_are_compared_on_those_that_both_have() -> None:
    draw = np.random.default_rng(7)
    scores = played(np.array([0.0, 0.5, -3.0]), 400, draw)
    lucky = scores[0][:40] - scores[0][:40].mean() + 5.0  # all mixes were lucky in the first forty
    scores = [np.concatenate([lucky, scores[0][40:]]), np.concatenate([lucky + 0.5, scores[1][40:]]), (lucky - 3.0)[:40]]
    found = rank(scores, np.zeros(3), 0.0, paired=False, seed=1)
    assert (found.leader, found.best) == (1, 1)
    assert found.lead[2] == pytest.approx(-3.5)
    assert found.chances[2] == 0.0


def test_of_mixes_as_good_as_each_other_the_cheapest_is_the_best() -> None:
    met = np.tile([1.0, 1.0, 1.0, 0.0], 200)
    scores = [met, met, np.zeros(800)]
    found = rank(scores, np.array([2.0, 1.0, 0.0]), 0.01, paired=True, seed=1)
    assert found.best == 1
    assert found.chances[1] > 0.99
    assert rank(scores, np.array([1.0, 2.0, 0.0]), 0.01, paired=True, seed=1).best == 0


def test_a_share_is_known_no_better_than_to_one_replication() -> None:
    found = rank([np.ones(40), np.ones(40)], np.array([2.0, 1.0]), 0.01, paired=False, seed=1)
    assert 0.5 < found.chances[1] < 0.9


def test_replications_go_to_mixes_in_proportion_to_the_square_of_spread_over_difference() -> None:
    draw = np.random.default_rng(8)
    found = rank(played(np.array([0.0, -0.2, -0.8]), 40_000, draw), np.zeros(3), 0.0, paired=False, seed=1)
    share = allocate(found, 1000.0)
    assert share.sum() == pytest.approx(1000.0)
    assert share[0] == share[1]
    assert share[1] / share[2] == pytest.approx(16.0, rel=0.15)
