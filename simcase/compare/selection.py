"""Which of several mixes is best, by replications on common luck: how sure that is, and where further replications tell most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from simcase.compare.statistics import independent, unit
from simcase.vocabulary import Floats, Ints

DRAWS: Final = 10_000
"""Draws of the means that are not known, by which chances are told."""
NEAR: Final = 3.0
"""Standard errors from the leader within which a mix is one of those that may be best."""


class Ranked(NamedTuple):
    """What replications say of mixes that are compared on common luck (shape: mixes).

    `leader` is a mix with the most replications, the best of these; `lead` is by how much each mean exceeds the leader's.
    """

    leader: int
    lead: Floats
    spread: Floats
    """Standard deviations of the difference from the leader for one replication."""
    counts: Ints
    best: int
    """The mix that is taken for the best: the most probable of those whose means are as good as the best."""
    chances: Floats
    """The probability of each that it is the best: as good as any, and cheaper than any other that is."""


def rank(scores: Sequence[Floats], kroner: Floats, alike: float, *, paired: bool, seed: int) -> Ranked:
    """Return which of several mixes is best by their scores in each replication, of which more are better, and how sure that is.

    A mix has the first of the replications, as many as it has scores, at least four. Those whose means differ by no more than `alike` are
    as good as each other. Chances are those of the means by normal theory on paired differences; means of the mixes that may be best are
    taken to be spread as their estimates are beyond what luck adds (empirical Bayes; Efron and Morris 1973), because the best of many
    that are close was lucky as well.
    """
    counts = np.array([len(each) for each in scores])
    longest = counts.max()
    first = np.array([each[: counts.min()].mean() for each in scores])
    most = np.where(counts == longest, [each.mean() if len(each) == longest else -np.inf for each in scores], -np.inf)
    leader = int(np.argmax(most)) if longest > counts.min() else int(np.argmax(first))
    lead = np.array([(each - scores[leader][: len(each)]).mean() for each in scores])
    luck = _covariance(scores, leader, counts, alike, paired=paired)
    mean, left = _shrink(lead, luck, leader)
    order = np.lexsort((np.arange(len(scores)), kroner))
    values, vectors = np.linalg.eigh(left)
    root = vectors * np.sqrt(np.clip(values, 0.0, None))
    means = mean + np.random.default_rng(seed).standard_normal((DRAWS, len(scores))) @ root.T
    chances = np.bincount(_first_best(means, order, alike), minlength=len(scores)) / DRAWS
    good = order[mean[order] >= mean.max() - alike]
    best = int(good[chances[good].argmax()])
    return Ranked(leader, lead, np.sqrt(np.diag(luck) * counts), counts, best, chances)


def _first_best(means: Floats, order: Ints, alike: float) -> Ints:
    """Return the first in an order among the mixes that are as good as the best (shape: draws, mixes -> draws)."""
    good = means >= means.max(axis=1, keepdims=True) - alike
    return np.asarray(order[good[:, order].argmax(axis=1)])


def _covariance(scores: Sequence[Floats], leader: int, counts: Ints, alike: float, *, paired: bool) -> Floats:
    """Return the covariance of the mean differences from the leader that luck makes (shape: mixes, mixes).

    Two means have as many replications in common as the shorter one. Shares differ by whole replications, so that they are known no better
    than to one: that is told by `alike`, which only they have.
    """
    found = np.zeros((len(counts), len(counts)))
    for count in sorted(set(counts.tolist())):
        some = np.flatnonzero(counts >= count)
        own = np.stack([each[:count] for each in scores if len(each) >= count], axis=1)
        size = unit(count, paired=paired)
        units = independent(own - own.mean(axis=1, keepdims=True), size)
        wide = (len(units) - 1) / max(len(units) - 3, 1)  # the variance of Student's t, for the spread is estimated as well
        apart = np.eye(len(some)) - (some == leader)  # differences from the leader
        covariance = apart @ _conditioned(units) @ apart.T * size * wide
        shared = np.minimum.outer(counts[some], counts[some]) == count
        at = np.ix_(some, some)
        found[at] = np.where(shared, covariance / np.maximum.outer(counts[some], counts[some]), found[at])
    if alike > 0.0:
        others = np.arange(len(counts)) != leader
        found[np.diag_indices_from(found)] = np.where(others, np.maximum(np.diag(found), counts**-2.0), 0.0)
    return found


def _conditioned(units: Floats) -> Floats:
    """Return the covariance of many figures around their mean over few units (shapes: units, figures -> figures, figures).

    Correlations are moved towards what those of figures that are alike have, the more the less they are known: else few units would tell
    some mean of many figures without any error (Schaefer and Strimmer, A shrinkage approach to large-scale covariance matrix estimation,
    Statistical Applications in Genetics and Molecular Biology 2005).
    """
    count, figures = units.shape
    spread = units.std(axis=0, ddof=1)
    standard = np.divide(units - units.mean(axis=0), spread, out=np.zeros_like(units), where=spread > 0.0)
    correlation = standard.T @ standard / (count - 1.0)
    unsure = ((standard**2).T @ standard**2 - (count - 1.0) ** 2 / count * correlation**2) * count / (count - 1.0) ** 3
    between, alike = ~np.eye(figures, dtype=np.bool_), -1.0 / max(figures - 1, 1)
    apart = float(((correlation - alike)[between] ** 2).sum())
    kept = 1.0 - min(1.0, float(unsure[between].sum()) / apart) if apart else 1.0
    return np.asarray(np.where(between, alike + kept * (correlation - alike), 1.0) * np.outer(spread, spread))


def _shrink(lead: Floats, luck: Floats, leader: int) -> tuple[Floats, Floats]:
    """Return mean and covariance of the true differences from the leader, given those estimated and what luck adds to them.

    A mix that is far from the leader is left as it is estimated. The fewer the others are, the less their estimates tell how means are
    spread: that they are alike is not taken for known.
    """
    near = np.flatnonzero((lead >= -NEAR * np.sqrt(np.diag(luck))) & (np.arange(len(lead)) != leader))
    if not len(near) or not luck[np.ix_(near, near)].any():
        return lead, luck
    own, noise = np.append(lead[near], 0.0), np.zeros((len(near) + 1, len(near) + 1))
    noise[:-1, :-1] = luck[np.ix_(near, near)]
    centre = np.eye(len(own)) - 1.0 / len(own)
    by_luck = float(np.trace(centre @ noise @ centre)) / len(near)
    spread = max(float(np.sum((centre @ own) ** 2)) / len(near) - by_luck, by_luck / len(near) ** 2)
    prior = spread * (np.eye(len(near)) + 1.0)  # of differences between means that are spread alike
    weight = np.linalg.solve(prior + noise[:-1, :-1], prior).T
    mean, left = lead.copy(), luck.copy()
    mean[near] = weight @ lead[near]
    left[near, :], left[:, near] = 0.0, 0.0
    inside = prior - weight @ prior
    left[np.ix_(near, near)] = (inside + inside.T) / 2.0
    return mean, left


def allocate(found: Ranked, total: float) -> Floats:
    """Return how many of so many replications each mix deserves: the more, the closer it is to the best and the more it varies.

    That is the optimal computing budget allocation (Chen, Lin, Yucesan and Chick 2000) on paired differences: in proportion to the square
    of spread over difference, of which no more is known than its standard error; the best deserves as many as any other.
    """
    gap = found.lead[found.best] - found.lead
    spread = np.where(np.arange(len(gap)) == found.leader, found.spread[found.best], found.spread)
    spread = np.maximum(spread, 1e-12)
    closeness = 1.0 / (gap**2 / spread**2 + 1.0 / found.counts)
    closeness[found.best] = 0.0
    closeness[found.best] = closeness.max()
    return np.asarray(total * closeness / closeness.sum())
