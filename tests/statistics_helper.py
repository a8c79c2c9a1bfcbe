"""The one way in which tests judge random output.

A statistic is held against the law that it follows if the program is right. The helper is told the smallest error that it must see and
refuses a law so wide that it would not: such a test could hardly fail. All luck is keyed by a seed, so a test that passes goes on passing;
the rates below say what to expect when the seed, or the order in which luck is used, changes.
"""

from __future__ import annotations

from typing import Final

from scipy.stats import gamma
from scipy.stats.distributions import rv_frozen

FALSE_ALARMS: Final = 1e-3
"""The chance that a run of all tests reports any error where there is none."""
CHECKS: Final = 500
"""Statistics that a run of all tests may judge; the false alarms are shared out among them (Bonferroni)."""
POWER: Final = 0.99
"""The chance that an error of the stated size is seen."""
LEVEL: Final = FALSE_ALARMS / CHECKS

_judged: list[str] = []
"""What was judged so far."""


class SampleTooSmallError(Exception):
    """The sample could not show the smallest error that must be seen."""


def agrees(found: float, law: rv_frozen, sees: float, what: str = "") -> None:
    """Assert that a statistic lies where its law says, at a level at which an error of `sees` (in its own units) would be seen.

    Raises SampleTooSmallError if such an error would go unseen with more than the chance stated above.
    """
    _judged.append(what)
    assert len(_judged) <= CHECKS, "more statistics than the false alarms were shared out among: raise CHECKS"
    low, high = float(law.ppf(LEVEL / 2.0)), float(law.isf(LEVEL / 2.0))
    needed = max(high - float(law.ppf(1.0 - POWER)), float(law.isf(1.0 - POWER)) - low)
    if not needed <= sees:
        raise SampleTooSmallError(f"{what}: errors below {needed:g} go unseen, and {sees:g} must be seen; take a larger sample")
    assert low <= found <= high, f"{what}: {found:g} is not in {low:g} to {high:g}"


def variance_law(variance: float, fourth_moment: float, count: int) -> rv_frozen:
    """Return the law of a sample variance: a gamma law with its exact mean and variance.

    `fourth_moment` is the fourth central moment of what is sampled (3 variance^2 where it is normal, and then the law is exact).
    """
    spread = fourth_moment / count - variance**2 * (count - 3) / (count * (count - 1))
    return gamma(variance**2 / spread, scale=spread / variance)
