"""By how much the unknowns that a run draws move a figure: slopes of least squares over its replications, all unknowns at once."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np

from simcase.compare import QUANTILES, beyond_chance, independent, quantiles
from simcase.study.cost_split import cost_split
from simcase.study.open_runs import Shown
from simcase.tidy import Outcome
from simcase.vocabulary import PAIR, Floats

ENOUGH: Final = 4
"""Replications for each unknown that slopes need."""
CHANCE: Final = 0.01
"""How often a figure that depends on none of its unknowns is told to depend on one."""


class Influence(NamedTuple):
    """By how much a figure moves as an unknown goes from its middle to its 5 % and its 95 % value, in the figure's unit."""

    unknown: str
    low: float
    high: float


def net_spending_influences(shown: Shown) -> list[Influence] | None:
    """Return what moves the municipality's net spending over the years reported (kroner), as `influences` does."""
    return influences(shown.world.outcome, shown.world.accounts.municipality[:, shown.window.years, -1:].sum(axis=(1, 2)))


def result_influences(shown: Shown) -> list[Influence] | None:
    """Return what moves a scenario's net result, without a baseline to hold it against its net spending (kroner)."""
    return net_spending_influences(shown) if shown.baseline is None else influences(shown.world.outcome, cost_split(shown).net)


def influences(outcome: Outcome, value: Floats) -> list[Influence] | None:
    """Return the influence of each unknown on a figure, the largest first (shape of the figure: replications).

    Unknowns that move it by no more than the most that chance makes of so many are left out, and those that would move it further than
    all its replications span, by more than a standard error: they were drawn together, so that none was seen alone. None is told to
    move it further than that. None at all where nothing was drawn, or too few replications for so many unknowns.
    """
    varied = varying(outcome)
    draw = outcome.draw[:, varied]
    if not varied or len(draw) < fewest(outcome):
        return None
    slopes, errors = least_squares(draw, value)
    ends = quantiles(draw, QUANTILES)
    sure = beyond_chance(len(draw) // PAIR - len(varied) - 1, len(varied), CHANCE)
    whole = float(np.ptp(value))
    rows = []
    for at, u in enumerate(varied):
        moved, error = np.array([abs(slopes[at]), errors[at]]) * (ends[2, at] - ends[0, at])
        if sure * error < moved <= whole + error:
            slope = slopes[at] * min(1.0, whole / moved)
            low, high = (float(slope * (end - ends[1, at])) for end in (ends[0, at], ends[2, at]))
            rows.append(Influence(outcome.names.unknowns[u], low, high))
    return sorted(rows, key=lambda row: -abs(row.high - row.low))


def factor_range(outcome: Outcome, unknown: str, value: float) -> tuple[float, float] | None:
    """Return what nine draws of ten of a fitted factor lie between, None where it was not drawn."""
    if unknown not in outcome.names.unknowns:
        return None
    low, _, high = quantiles(outcome.draw[:, outcome.names.unknowns.index(unknown)], QUANTILES)
    return value * math.exp(float(low)), value * math.exp(float(high))


def varying(outcome: Outcome) -> list[int]:
    """Return the positions of the unknowns that were drawn."""
    return [u for u in range(len(outcome.names.unknowns)) if float(outcome.draw[:, u].std()) > 0.0]


def fewest(outcome: Outcome) -> int:
    """Return the replications that are needed to tell the unknowns of a run apart, and how surely: of one, a pair is left for that."""
    known = len(varying(outcome))
    return max(ENOUGH * known, PAIR * (known + 2)) if known else 0


def least_squares(draw: Floats, value: Floats) -> tuple[Floats, Floats]:
    """Return the slopes of a figure on the unknowns, and their standard errors (shapes: R, U; R -> U)."""
    centred = draw - draw.mean(axis=0)
    slopes = np.linalg.pinv(centred) @ (value - value.mean())
    spread = covariance(centred, value - value.mean() - centred @ slopes, draw.shape[1] + 1)
    return slopes, np.sqrt(np.diag(spread))


def covariance(columns: Floats, rest: Floats, told: int) -> Floats:
    """Return how surely so many coefficients of least squares are known, by what they leave of a figure (shapes: R, C; R -> C, C).

    Two replications that follow one another share the economy, so that what is left of a figure is alike in both: pairs are what is
    independent (Liang and Zeger, Longitudinal data analysis using generalized linear models, Biometrika 1986).
    """
    inverse = np.linalg.pinv(columns.T @ columns)
    scores = PAIR * independent(columns * rest[:, None], PAIR)
    pairs = len(scores)
    return np.asarray(inverse @ scores.T @ scores @ inverse * pairs / max(pairs - told, 1))
