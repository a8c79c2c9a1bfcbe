"""What parts a forecast from a plan: how many persons there are, and what a person costs."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from simcase.vocabulary import Floats


class Deviation(NamedTuple):
    """Kroner above the plan, by volume and by price, which add up to the whole (shape: replications)."""

    volume: Floats
    price: Floats


def deviation(plan: float, planned_persons: float, kroner: Floats, persons: Floats) -> Deviation:
    """Return by what kroner deviate from a plan: other persons at the plan's unit price, and another price for the persons that there are.

    Shapes: replications. The usual split of a cost variance, with the joint part in the price (Horngren et al., Cost Accounting, ch. 7).

    >>> deviation(100.0, 10.0, np.array([132.0]), np.array([12.0]))
    Deviation(volume=array([20.]), price=array([12.]))
    """
    volume = (persons - planned_persons) * (plan / planned_persons)
    return Deviation(volume, np.asarray(kroner - plan - volume))
