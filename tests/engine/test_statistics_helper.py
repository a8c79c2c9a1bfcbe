"""The helper that judges random output: it sees what it says that it sees, and refuses what it could not."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.stats import binom, norm, poisson
from statistics_helper import CHECKS, FALSE_ALARMS, LEVEL, POWER, SampleTooSmallError, agrees, variance_law


@pytest.mark.parametrize("law", [binom(10_000, 0.3), poisson(3_000.0), norm(3_000.0, 50.0)])
def test_what_the_law_gives_is_accepted_and_an_error_of_the_stated_size_is_not(law: object) -> None:
    agrees(3_000.0, law, 400.0)
    for wrong in (2_600.0, 3_400.0):
        with pytest.raises(AssertionError, match="is not in"):
            agrees(wrong, law, 400.0)


def test_a_sample_too_small_to_fail_is_refused() -> None:
    with pytest.raises(SampleTooSmallError, match="larger sample"):
        agrees(30.0, binom(100, 0.3), 20.0)


def test_the_smallest_error_that_it_accepts_to_look_for_is_seen_as_often_as_stated() -> None:
    law = norm(0.0, 1.0)
    needed = float(law.isf(LEVEL / 2.0) + law.isf(1.0 - POWER))
    agrees(0.0, law, needed + 1e-9)
    with pytest.raises(SampleTooSmallError):
        agrees(0.0, law, needed - 1e-6)
    assert norm(needed, 1.0).sf(law.isf(LEVEL / 2.0)) == pytest.approx(POWER)
    assert pytest.approx(FALSE_ALARMS) == LEVEL * CHECKS


def test_the_law_of_a_variance_has_the_mean_and_the_spread_of_sample_variances() -> None:
    count, mean = 40, 5.0
    variances = np.random.default_rng(1).poisson(mean, (200_000, count)).var(axis=1, ddof=1)
    law = variance_law(mean, mean + 3.0 * mean**2, count)
    assert law.mean() == pytest.approx(mean)
    agrees(float(variances.mean()), norm(law.mean(), law.std() / np.sqrt(len(variances))), 0.03 * mean)
    agrees(float(variances.var()) / law.var(), norm(1.0, np.sqrt(3.0 / len(variances))), 0.03)
