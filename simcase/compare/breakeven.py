"""Where the net result is zero: the root of its mean, found on common luck, with how surely it is known and how it varies between runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal, NamedTuple

import numpy as np

from simcase.compare.results import Tried
from simcase.compare.statistics import QUANTILES, estimate, half_width, order_statistics
from simcase.vocabulary import Floats

NEAR: Final = 1e-3
"""A root is found to this share of the bracket that it lies in."""

Net = Callable[[float], Floats]
"""The net result in each replication, by what is varied (shape: replications)."""


class Root(NamedTuple):
    """Where the mean net result is zero, or that it is nowhere in the range.

    `low` and `high` hold the root of the mean with the confidence of all intervals, as far as so many replications tell; one beyond what
    was tried is the first point, or None. `runs` are quantiles of the roots of single replications, None for one that lies beyond. `tried`
    holds the results by what was varied.
    """

    outcome: Literal["found", "never", "always"]
    value: float | None
    low: float | None
    high: float | None
    runs: dict[str, float | None]
    tried: dict[float, Floats]


def root(net: Net, grid: Sequence[float], *, paired: bool) -> Root:
    """Return the first root of the mean net result over a rising grid, by Brent's method (Brent 1973) in the first bracket of it.

    A mean of zero at the first point, where nothing is done, is none. `never`: it is negative at every point beyond; `always`: it is
    not. `paired` tells that two replications share a draw.
    """
    tried: dict[float, Floats] = {}

    def mean(x: float) -> float:
        if x not in tried:
            tried[x] = net(x)
        return float(tried[x].mean())

    from scipy.optimize import brentq  # noqa: PLC0415 - only a search waits for it

    signs = [mean(x) >= 0.0 for x in grid]
    signs[0] = signs[0] if mean(grid[0]) else signs[1]
    first = next((i for i in range(1, len(grid)) if signs[i] != signs[0]), None)
    if first is None:
        return Root("always" if signs[0] else "never", None, None, None, runs(tried), tried)
    left, right = grid[first - 1], grid[first]
    value = float(brentq(mean, left, right, xtol=NEAR * (right - left), rtol=NEAR)) if mean(left) else left
    low, high = _edges(tried, value, paired=paired)
    return Root("found", value, grid[0] if low is None else low, high, runs(tried), tried)


def _edges(tried: dict[float, Floats], root: float, *, paired: bool) -> tuple[float | None, float | None]:
    """Return where, on either side of a root, the interval of the mean result ceases to hold zero; None where it holds it to the end.

    A root that lies there could not be refuted by so many replications (Fieller, Some problems in interval estimation, Journal of the Royal
    Statistical Society B 1954). It needs no slope, which is as uncertain as the root itself where little is known of the effect.
    """
    from scipy.optimize import brentq  # noqa: PLC0415 - only a search waits for it

    def beyond(x: float) -> float:
        values = _at(tried, x)
        return abs(float(values.mean())) - float(half_width(values, paired=paired))

    def edge(outwards: Sequence[float]) -> float | None:
        inner = root
        for x in outwards:
            if beyond(x) > 0.0:
                return float(brentq(beyond, inner, x)) if beyond(inner) < 0.0 else inner
            inner = x
        return None

    return edge(sorted((x for x in tried if x < root), reverse=True)), edge(sorted(x for x in tried if x > root))


def _at(tried: dict[float, Floats], x: float) -> Floats:
    """Return the results at a point, by a straight line between its neighbours among those tried."""
    if x in tried:
        return tried[x]
    below, above = max(each for each in tried if each < x), min(each for each in tried if each > x)
    share = (x - below) / (above - below)
    return (1.0 - share) * tried[below] + share * tried[above]


def runs(tried: dict[float, Floats]) -> dict[str, float | None]:
    """Return quantiles of the roots of single replications, by straight lines between the points tried; a root beyond them is None.

    A replication that has no root counts as one beyond the end towards which its result rises to zero, so quantiles stay those of all.
    """
    points = np.array(sorted(tried))
    results = np.stack([tried[x] for x in points], axis=1)
    rising = results[:, -1].mean() >= results[:, 0].mean()
    roots = np.array([_own(points, each if rising else -each) for each in results])
    ends = zip(("p05", "p50", "p95"), order_statistics(roots, QUANTILES).tolist(), strict=True)
    return {name: value if np.isfinite(value) else None for name, value in ends}


def _own(points: Floats, results: Floats) -> float:
    """Return where a rising result first is zero: infinite where it never is, the first point where it is there already.

    Zero at the first point, where nothing is done, is none here either.
    """
    first = int(results[0] == 0.0)
    above = np.flatnonzero(results[first:] >= 0.0)
    if not len(above):
        return float("inf")
    at = first + int(above[0])
    if at == first:
        return float(points[0])
    low, high = results[at - 1], results[at]
    return float(points[at - 1] + (points[at] - points[at - 1]) * (-low) / (high - low))


def tried(found: Root) -> list[Tried]:
    """Return what was tried: the value of what is varied, and the net result."""
    return [Tried(x, estimate(found.tried[x])) for x in sorted(found.tried)]
