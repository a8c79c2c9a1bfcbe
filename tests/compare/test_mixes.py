"""Mixes worth trying, where what each is worth and costs is known."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from simcase.compare.mixes import FIRST, MOST, TOO_DEAR, Mix, explore

SIZES = (11, 11, 11, 11)
PRICES = (5.0, 3.0, 4.0, 1.0)
LEAST = (0, 0, 0, 0)


def cost(mix: Mix) -> float:
    return sum(price * at for price, at in zip(PRICES, mix, strict=True))


def worth(mixes: Sequence[Mix]) -> list[float]:
    """Return what mixes are worth: each effort gives less the more there is of it, and two of them get in each other's way."""
    return [9.0 * mix[0] ** 0.8 + 4.0 * mix[1] ** 0.7 + 7.0 * mix[2] ** 0.9 + mix[3] - 0.4 * mix[0] * mix[2] for mix in mixes]


@pytest.mark.parametrize("budget", [30.0, 60.0, 1000.0])
def test_the_best_of_thousands_that_fit_is_among_those_tried(budget: float) -> None:
    fitting = [mix for mix in itertools.product(*map(range, SIZES)) if cost(mix) <= budget]
    best = max(worth(fitting))
    for seed in range(3):
        found = explore(SIZES, LEAST, cost, budget, worth, seed)
        assert len(found) == len(set(found)) == MOST < len(fitting)
        assert all(cost(mix) <= budget for mix in found)
        assert max(worth(found)) >= 0.995 * best


def test_all_are_tried_where_few_fit() -> None:
    found = explore(SIZES, LEAST, cost, 10.0, worth, 1)
    assert found[0] == LEAST
    assert sorted(found) == [mix for mix in itertools.product(*map(range, SIZES)) if cost(mix) <= 10.0]


def test_a_choice_that_no_budget_allows_is_left_at_its_least() -> None:
    found = explore(
        (2, 60, 60), (0, 0, 0), lambda mix: 1000.0 * mix[0] + mix[1] + mix[2], 100.0, lambda mixes: [float(sum(mix)) for mix in mixes], 1
    )
    assert {mix[0] for mix in found} == {0}
    assert max(sum(mix) for mix in found) == 100


def test_less_money_is_searched_too() -> None:
    found = explore(SIZES, LEAST, cost, 90.0, worth, 1)
    fitting = [mix for mix in itertools.product(*map(range, SIZES)) if cost(mix) <= 30.0]
    assert max(worth([mix for mix in found if cost(mix) <= 30.0])) >= 0.95 * max(worth(fitting))
    assert sum(cost(mix) <= 30.0 for mix in found[FIRST:]) > 5


@pytest.mark.parametrize("kept", [[(0, 0), (10, 10)], [(at, at) for at in range(11)], [(0, 0)], []], ids=["two", "line", "one", "none"])
def test_a_search_goes_on_where_few_keep_within_the_budget_as_they_are_played(kept: list[Mix]) -> None:
    def played(mixes: Sequence[Mix]) -> list[float]:
        return [float(mix[0]) if mix in kept else -TOO_DEAR for mix in mixes]

    found = explore((11, 11), (0, 0), lambda _mix: 0.0, 1.0, played, 1)
    assert len(found) == len(set(found)) <= MOST
    assert {(0, 0), (10, 10)} <= set(found)
