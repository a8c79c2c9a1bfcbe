"""The beta distribution, for intervals of probabilities.

SciPy has it too, but takes longer to import than a finished run takes to be read, priced and shown.
"""

from __future__ import annotations

import math
from typing import Final

NEAR: Final = 1e-15
"""Relative change at which the continued fraction has settled."""
TERMS: Final = 10_000
"""Of the continued fraction, at the most; it takes about as many as the root of the larger parameter."""
HALVINGS: Final = 52
"""Of the interval from 0 to 1 that the quantile lies in."""


def quantile(a: float, b: float, probability: float) -> float:
    """Return the value below which a beta variable lies with a probability, by bisection.

    >>> round(quantile(2.0, 3.0, 0.5), 6)
    0.385728
    """
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        low, high = (middle, high) if below(a, b, middle) < probability else (low, middle)
    return (low + high) / 2.0


def below(a: float, b: float, x: float) -> float:
    """Return the probability that a beta variable is below x, between 0 and 1 (NIST DLMF 8.17.22, on the side where it settles fast)."""
    if x > (a + 1.0) / (a + b + 2.0):
        return 1.0 - below(b, a, 1.0 - x)
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / (a * _fraction(a, b, x))


def _fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction 1 + d1 / (1 + d2 / (1 + ...)) by the modified Lentz method (Thompson and Barnett 1986)."""
    value, upper, lower = 1.0, 1.0, 0.0
    for n in range(1, TERMS):
        m = n // 2
        up = -(a + m) * (a + b + m) / (a + 2 * m + 1) if n % 2 else m * (b - m) / (a + 2 * m - 1)
        d = up * x / (a + 2 * m)
        lower = 1.0 / (1.0 + d * lower)
        upper = 1.0 + d / upper
        value *= upper * lower
        if abs(upper * lower - 1.0) < NEAR:
            break
    return value
