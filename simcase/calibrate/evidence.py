"""What the targets of a fit know: which unknown each informs, and what the others say of a budget line that is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import ndtri

if TYPE_CHECKING:
    from simcase.calibrate.fit import Fitted
    from simcase.model import Model

UNMOVED: Final = 0.9
"""Share of its prior standard deviation above which an unknown counts as not moved by the targets."""
SHOWN: Final = 2
"""Targets that are named of each unknown."""
TAIL: Final = 0.05
"""Probability on either side of an interval."""


@dataclass(frozen=True, slots=True)
class Informed:
    """An unknown: the standard deviations of its log before and after the fit, and the targets that say most of it."""

    id: str
    before: float
    after: float
    targets: tuple[str, ...]

    @property
    def moved(self) -> bool:
        """Tell whether the targets say anything of the unknown."""
        return self.after < UNMOVED * self.before


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A budget line, and the interval that the other targets predict for it (5 % to 95 %), in the units of the target."""

    id: str
    value: float
    predicted: float
    low: float
    high: float
    inside: bool
    """Whether what was left out lies in the interval."""


def informed(model: Model, fitted: Fitted) -> list[Informed]:
    """Return what the fit says of each unknown; a target says more of it the larger its derivative in standard errors is."""
    count, after = len(model.targets), np.sqrt(np.diag(fitted.covariance))
    result = []
    for k, parameter in enumerate(model.parameters):
        weight = np.abs(fitted.slopes[:count, k])
        first = [int(t) for t in np.argsort(-weight, kind="stable")[:SHOWN] if weight[t] > 0.0]
        result.append(Informed(parameter.id, parameter.sd, float(after[k]), tuple(model.targets[t].id for t in first)))
    return result


def left_out(model: Model, fitted: Fitted) -> list[LeftOut]:
    """Return each budget line that the fit goes by, as all else predicts it.

    One step of Gauss-Newton from the fit without the line (Cook 1977 for the linear case): the slopes are those of the whole fit, so no
    world is simulated anew. The interval holds what the others leave open, chance, and the line's own standard error.
    """
    result = []
    slopes, residuals = fitted.slopes, fitted.residuals
    for t, target in enumerate(model.targets):
        if target.measure != "municipality" or not fitted.reached[t].informs:
            continue
        row, error = slopes[t], fitted.errors[t]
        known = slopes.T @ slopes - np.outer(row, row)
        step = -np.linalg.solve(known, slopes.T @ residuals - row * residuals[t])
        middle = target.value + float(error * (residuals[t] + row @ step))
        variance = target.se**2 + fitted.chance[t] ** 2 + error**2 * (row @ np.linalg.solve(known, row))
        wide = float(-ndtri(TAIL) * np.sqrt(variance))
        low, high = middle - wide, middle + wide
        result.append(LeftOut(target.id, target.value, middle, low, high, inside=low <= target.value <= high))
    return result
