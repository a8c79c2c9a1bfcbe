"""The search for a dose: the least that is enough, the most that may be, and words for none."""

from __future__ import annotations

import pytest

from simcase.compare import Probability
from simcase.compare.search import searched, surely


def rising(dose: float) -> Probability:
    chance = min(1.0, dose / 100.0)
    return Probability(chance, max(0.0, chance - 0.1), min(1.0, chance + 0.1))


def falling(dose: float) -> Probability:
    return rising(100.0 - dose)


@pytest.mark.parametrize("wanted", [0.01, 0.3, 0.8, 1.0])
def test_the_least_dose_that_is_enough_is_found_to_the_unit(wanted: float) -> None:
    found = searched(rising, 0.0, 400.0, wanted, whole=True)
    assert (found.outcome, found.dose) == ("least", 100.0 * wanted)
    assert len(found.tried) <= 2 + 9


def test_a_dose_that_is_not_counted_is_found_to_a_hundredth_of_the_range() -> None:
    found = searched(rising, 0.0, 400.0, 0.505, whole=False)
    assert found.dose is not None
    assert 50.5 <= found.dose <= 54.5


def test_where_less_is_better_the_most_that_may_be_is_found() -> None:
    found = searched(falling, 0.0, 100.0, 0.8, whole=True)
    assert (found.outcome, found.dose) == ("most", 20.0)


@pytest.mark.parametrize(("high", "wanted", "outcome"), [(50.0, 0.8, "nowhere"), (50.0, 0.0, "everywhere")])
def test_where_both_ends_are_alike_there_is_no_threshold(high: float, wanted: float, outcome: str) -> None:
    found = searched(rising, 0.0, high, wanted, whole=True)
    assert found.outcome == outcome
    assert set(found.tried) == {0.0, high}
    assert found.dose == (0.0 if outcome == "everywhere" else None)


def test_the_threshold_lies_between_the_doses_that_may_and_that_must_be_enough() -> None:
    low, high = surely(searched(rising, 0.0, 128.0, 0.5, whole=True), 0.5)
    assert low is not None
    assert high is not None
    assert 40.0 <= low <= 50.0
    assert 60.0 <= high <= 64.0
    assert surely(searched(rising, 0.0, 55.0, 0.5, whole=True), 0.5)[1] is None
    low, high = surely(searched(falling, 0.0, 128.0, 0.5, whole=True), 0.5)
    assert low is not None
    assert high is not None
    assert low <= 40.0
    assert 50.0 < high <= 60.0
