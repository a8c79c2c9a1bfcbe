"""What replications say of a figure: mean, quantiles, intervals."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from simcase.compare.results import Estimate, Probability
from simcase.tidy import Outcome
from simcase.vocabulary import BLOCK, CONFIDENCE, PAIR, PARTS, Bools, Floats, Ints, Part

QUANTILES: Final = (0.05, 0.5, 0.95)
"""Those of an estimate."""
POWER: Final = 0.80
"""The smallest detectable difference is found with this probability."""
FEWEST_BLOCKS: Final = 5
"""Blocks of replications whose means tell a spread; of so few it is itself known roughly, which Student's t allows for."""
FIRST_TOLD: Final = BLOCK
"""Replications from which a figure is told: a whole block, whose draws are spread evenly; the interval then holds what it says."""


def quantiles(values: Floats, shares: Sequence[float]) -> Floats:
    """Return quantiles of figures over replications, each of which a further one is below with its probability.

    Shapes: replications, ... -> shares, ... The k-th smallest of n is at k / (n + 1) (Weibull 1939): so nine of ten further ones lie
    between those at 5 and 95 %, whatever n is from 19 on; of fewer these are the least and the largest, which hold less.

    >>> quantiles(np.arange(1.0, 20.0), (0.05, 0.5, 0.95)).tolist()
    [1.0, 10.0, 19.0]
    """
    figures = np.ascontiguousarray(np.moveaxis(values, 0, -1))
    return np.asarray(np.quantile(figures, shares, axis=-1, method="weibull"))


def order_statistics(values: Floats | Ints, shares: Sequence[float]) -> Floats:
    """Return quantiles of figures between which there is nothing, such as days, or roots that may be none (shapes: R -> shares).

    They are those of the replications at the places of `quantiles` or next to them on the outer side, so nine of ten further ones lie
    between those at 5 and 95 % all the same.

    >>> order_statistics(np.arange(1.0, 21.0), (0.05, 0.5, 0.95)).tolist()
    [1.0, 10.0, 20.0]
    """
    places = np.round(np.asarray(shares) * (len(values) + 1), 9)
    outer = np.where(np.asarray(shares) > 0.5, np.ceil(places), np.floor(places))  # noqa: PLR2004 - the middle
    return np.asarray(np.sort(values)[np.clip(outer.astype(int), 1, len(values)) - 1])


def estimate(values: Floats) -> Estimate:
    """Return mean and quantiles of a figure over replications (shape: replications).

    >>> estimate(np.array([1.0, 2.0, 3.0])).p50
    2.0
    """
    return estimates(values[:, None])[0]


def estimates(values: Floats) -> list[Estimate]:
    """Return mean and quantiles of many figures at once (shape: replications, figures).

    >>> [each.mean for each in estimates(np.array([[1.0, 10.0], [3.0, 20.0]]))]
    [2.0, 15.0]
    """
    every = (np.ascontiguousarray(values.T).mean(axis=1), *quantiles(values, QUANTILES))
    return [Estimate(*each) for each in zip(*(part.tolist() for part in every), strict=True)]


def shared_draws(outcome: Outcome) -> bool:
    """Tell whether anything was drawn besides luck, so that two replications share draws and blocks of them are stratified."""
    return bool(outcome.draw.any() or outcome.economy.any())


def independent(values: Floats, size: int) -> Floats:
    """Return values that are independent of each other: the means of so many that follow one another (shape: R, ... -> R / size, ...)."""
    groups = len(values) // size
    return np.asarray(values[: groups * size].reshape(groups, size, *values.shape[1:]).mean(axis=1))


def unit(count: int, *, paired: bool) -> int:
    """Return how many of so many replications make one observation: one, or a block or a pair where draws are shared."""
    return 1 if not paired else BLOCK if count >= BLOCK * FEWEST_BLOCKS else PAIR


def split_variance(values: Floats, varying: Sequence[Part]) -> dict[Part, Floats]:
    """Return the variance of values over replications, by the parts that vary (shape: replications, ... -> ...).

    Two replications share a draw of the economy, in every other pair one of the unknowns too (analysis of variance, Fisher 1925): half the
    mean square of the difference is chance in those pairs, and chance and parameters in the others; the rest is the economy. No part is
    less than nothing, and together they are the whole. Where chance is not to vary, what is left of it is counted with what is drawn.
    """
    nothing = np.zeros(values.shape[1:])
    left = values.var(axis=0, ddof=1) if len(values) > 1 else nothing
    count = len(values) // PAIR
    pairs = values[: count * PAIR].reshape(count, PAIR, *values.shape[1:])
    half = np.diff(pairs, axis=1)[:, 0] ** 2 / 2.0
    within: Mapping[Part, Floats] = {"chance": half[::2] if "parameters" in varying else half, "parameters": half[1::2]}
    found: dict[Part, Floats] = dict.fromkeys(PARTS, nothing)
    inside = nothing
    for part in varying:
        rest = part == varying[-1] or not len(within[part])
        found[part] = left if rest else np.clip(within[part].mean(axis=0) - inside, 0.0, left)
        inside, left = inside + found[part], left - found[part]
    return found


def proportion(successes: float, count: float) -> tuple[float, float]:
    """Return the interval of a probability from so many successes in so many replications (Clopper and Pearson 1934).

    >>> [round(edge, 3) for edge in proportion(7, 10)]
    [0.393, 0.913]
    """
    tail = (1.0 - CONFIDENCE) / 2.0
    from scipy.special import betaincinv  # noqa: PLC0415 - longer to import than a finished run takes to be read and priced

    low = 0.0 if successes == 0 else float(betaincinv(successes, count - successes + 1.0, tail))
    high = 1.0 if successes == count else float(betaincinv(successes + 1.0, count - successes, 1.0 - tail))
    return low, high


def share(met: Bools, *, paired: bool) -> Probability:
    """Return in what share of replications something holds, and the interval of its probability.

    Replications that share draws by two count for as many independent ones as their spread says (Korn and Graubard 1998), for one
    each pair where all agree.
    """
    count, mean = float(len(met)), float(met.mean())
    if paired:
        means = independent(met.astype(np.float64), PAIR)
        spread = float(means.var(ddof=1)) / len(means) if len(means) > 1 else 0.0
        worth = mean * (1.0 - mean) / spread if spread > 0.0 else 0.0
        count = min(count, max(float(len(means)), worth))
    low, high = proportion(mean * count, count)
    return Probability(mean, low, high)


def smallest_detectable(differences: Floats, *, paired: bool = False) -> float:
    """Return the smallest mean difference that so many paired replications can show: (t + t) sd / root n (Bloom 1995).

    Two-sided at the level of the intervals, with the power stated above; 0 where the differences do not vary.
    """
    return float(_errors(differences, (0.5 + CONFIDENCE / 2.0, POWER), paired=paired))


def half_width(values: Floats, *, paired: bool) -> Floats:
    """Return the half-width of the interval of a mean over replications; infinite where there is no spread to judge by.

    Shapes: replications, ... -> ...
    """
    return _errors(values, (0.5 + CONFIDENCE / 2.0,), paired=paired)


def _errors(values: Floats, sure: tuple[float, ...], *, paired: bool) -> Floats:
    """Return the standard error of a mean times the sum of Student's t at some probabilities: wide where few values tell the spread.

    Where draws are shared, the mean of a block is one observation: within it they are stratified. Where there are too few blocks, the mean
    of a pair is, which takes no account of that and so is rather too wide than too narrow.
    """
    each = independent(values, unit(len(values), paired=paired))
    if len(each) < 2:  # noqa: PLR2004 - no spread without two
        return np.full(values.shape[1:], math.inf)
    from scipy.special import stdtrit  # noqa: PLC0415 - longer to import than a finished run takes to be read and priced

    return np.asarray(stdtrit(len(each) - 1.0, sure).sum() * each.std(axis=0, ddof=1) / math.sqrt(len(each)))


def beyond_chance(degrees: int, tries: int, chance: float) -> float:
    """Return how many standard errors from nothing one of so many estimates lies so seldom by chance (Student's t, Bonferroni).

    >>> round(beyond_chance(1_000_000, 1, 0.05), 2), round(beyond_chance(66, 33, 0.01), 2)
    (1.96, 3.81)
    """
    from scipy.special import stdtrit  # noqa: PLC0415 - longer to import than a finished run takes to be read and priced

    return float(stdtrit(degrees, 1.0 - 0.5 * chance / tries))
