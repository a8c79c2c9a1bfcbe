"""What knowing more is worth before a choice is made: EVPI and EVPPI by regression on draws already played.

The choice is between a scenario and its baseline, by the municipality's mean net result. After Strong, Oakley and Brennan (2014) the
result is regressed on one unknown at a time, by a restricted cubic spline with four knots: linear in its coefficients, so that its own
error is known without playing anything again, and exact where the result is a straight line in the unknown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from simcase import __version__
from simcase.compare import independent
from simcase.study import Shown, cost_split
from simcase.study.influence import covariance, fewest, varying
from simcase.vocabulary import PAIR, Floats

KNOTS: Final = (0.05, 0.35, 0.65, 0.95)
"""Quantiles of an unknown at which its spline bends (Harrell 2001)."""
DRAWN: Final = 400
"""Regressions drawn from what is known of its coefficients, to tell the error."""
SEED: Final = 2014


class Worth(NamedTuple):
    """What it is worth to know something before choosing, in the unit of the result, and its standard error."""

    name: str
    value: float
    error: float


class Information(NamedTuple):
    """What it is worth to know everything, chance included, and each unknown alone, the most first."""

    everything: Worth
    unknowns: tuple[Worth, ...]


class InformationResult(NamedTuple):
    """What is told of a choice between a baseline and a scenario: the mean net result of the years reported, and what knowing is worth."""

    simcase: str
    baseline: str
    scenario: str
    runs: int
    net_result: float
    everything: Worth
    unknowns: tuple[Worth, ...]


def information_of(shown: Shown) -> InformationResult | None:
    """Return what it is worth to know more before a scenario is chosen; None without a baseline, without draws, or with too few of them."""
    outcome = shown.world.outcome
    varied = varying(outcome)
    if shown.baseline is None or not varied or len(outcome.draw) < fewest(outcome):
        return None
    net = cost_split(shown).net
    found = information(net, outcome.draw[:, varied], [outcome.names.unknowns[u] for u in varied])
    ids = shown.baseline.result.run.scenario, shown.result.run.scenario
    return InformationResult(__version__, *ids, len(net), float(net.mean()), found.everything, found.unknowns)


def information(result: Floats, draws: Floats, names: Sequence[str]) -> Information:
    """Return what knowing is worth, from the net result and the unknowns of each replication (shapes: R; R, U).

    >>> found = information(np.array([-2.0, 1.0] * 8), np.arange(16.0)[:, None] % 2, ["effect"])
    >>> round(found.everything.value, 2), round(found.unknowns[0].value, 2)
    (0.5, 0.5)
    """
    luck = np.random.Generator(np.random.Philox(SEED))
    told = [_worth(name, result, draws[:, u], luck) for u, name in enumerate(names)]
    return Information(Worth("", gain(result), _sampled(result)), tuple(sorted(told, key=lambda one: -one.value)))


def gain(expected: Floats) -> float:
    """Return by how much better it is to choose by what is expected in each case than once for all cases (never below 0).

    >>> gain(np.array([-1.0, 3.0]))
    0.5
    """
    return float(gains(expected))


def gains(expected: Floats) -> Floats:
    """Return the gain of each of several choices (shape: ..., cases -> ...)."""
    return np.asarray(np.maximum(expected, 0.0).mean(axis=-1) - np.maximum(expected.mean(axis=-1), 0.0))


def _worth(name: str, result: Floats, drawn: Floats, luck: np.random.Generator) -> Worth:
    """Return what it is worth to know one unknown: the result is expected by regression on it."""
    columns = spline(drawn)
    coefficients = np.linalg.pinv(columns) @ result
    known = covariance(columns, result - columns @ coefficients, int(np.linalg.matrix_rank(columns)))
    values, vectors = np.linalg.eigh(known)
    root = vectors * np.sqrt(np.maximum(values, 0.0))
    others = coefficients[:, None] + root @ luck.standard_normal((root.shape[1], DRAWN))
    regressed = gains((columns @ others).T).std(ddof=1)
    expected = columns @ coefficients
    return Worth(name, gain(expected), float(np.hypot(regressed, _sampled(expected))))


def spline(drawn: Floats) -> Floats:
    """Return the columns of a restricted cubic spline: one, the unknown in standard units, and two that bend between the knots (R, 4).

    Knots stand at quantiles of the draws that there are; they are ends of no interval, so what further draws would do is no matter.
    """
    scale = float(drawn.std())
    unit = (drawn - drawn.mean()) / scale if scale > 0.0 else np.zeros_like(drawn)
    knots = np.quantile(unit, KNOTS)
    first, last = knots[-2], knots[-1]
    bent = [np.ones_like(unit), unit]
    for knot in knots[:-2]:
        cubes = [np.maximum(unit - at, 0.0) ** 3 for at in (knot, first, last)]
        width = max(last - first, 1e-12)
        bent.append(cubes[0] - cubes[1] * (last - knot) / width + cubes[2] * (first - knot) / width)
    return np.stack(bent, axis=1)


def _sampled(expected: Floats) -> float:
    """Return the standard error of a gain that comes of there being so many draws and no more, of which two in turn are alike."""
    each = independent(np.maximum(expected, 0.0) - (expected if expected.mean() > 0.0 else 0.0), PAIR)
    return float(each.std(ddof=1) / np.sqrt(len(each)))
