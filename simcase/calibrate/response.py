"""How the counts of members answer to what is not known of them, and what chance does besides.

Members differ in their unknowns and in their luck. Before anything is learned their unknowns are independent standard normals, so a
regression of what they show on these tells the two apart: what an unknown moves, and what is left, which is chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from simcase.vocabulary import Floats

RIDGE: Final = 4.0
"""By how much the variance of chance is above that of what one unknown moves, as far as is known before members are seen."""


class Chance(NamedTuple):
    """What chance does to the log of a line's counts: an autoregression of the first order from the first month counted on."""

    left: float
    """What is left of it a month later."""
    step: float
    """Standard deviation of what each month adds."""
    first: float
    """Standard deviation in the first month."""

    def covariance(self, months: int) -> Floats:
        """Return its covariance over so many months.

        >>> Chance(left=0.5, step=1.0, first=2.0).covariance(2).tolist()
        [[4.0, 2.0], [2.0, 2.0]]
        """
        since = np.subtract.outer(np.arange(months), np.arange(months))
        adds = np.where(since >= 0, self.left ** np.maximum(since, 0), 0.0) * ([self.first] + [self.step] * (months - 1))
        return np.asarray(adds @ adds.T)


@dataclass(frozen=True, slots=True)
class Response:
    """By how much each unknown moves the log of each line's count in each month, and what chance does to it."""

    moved: Floats
    """Shape: lines, months, unknowns."""
    chance: tuple[Chance, ...]
    """By line."""

    def covariance(self) -> Floats:
        """Return what chance makes of all counts together, line after line; each line has its own."""
        lines, months, _ = self.moved.shape
        whole = np.zeros((lines, months, lines, months))
        for line, each in enumerate(self.chance):
            whole[line, :, line] = each.covariance(months)
        return whole.reshape(lines * months, lines * months)


def response(values: Floats, seen: Floats, may: Floats) -> Response:
    """Return how what members show answers to their unknowns, each count to those alone that can move it.

    Shapes: unknowns, members; members, lines, months; lines, months, unknowns (1 where an unknown can move a count, else 0).
    """
    apart, shown = values - values.mean(axis=1, keepdims=True), seen - seen.mean(axis=0)
    moved, left = np.zeros(may.shape), np.zeros(seen.shape)
    for line, month in np.ndindex(*may.shape[:2]):
        here = may[line, month] > 0.0
        moved[line, month, here], left[:, line, month] = _regressed(apart[here], shown[:, line, month])
    return Response(moved, tuple(_chance(left[:, line]) for line in range(seen.shape[1])))


def _regressed(causes: Floats, effect: Floats) -> tuple[Floats, Floats]:
    """Return the ridge regression of an effect on causes, and what it misses of each member by the others alone (leave-one-out)."""
    solved = np.linalg.solve(causes @ causes.T + RIDGE * np.eye(len(causes)), causes)
    weights = solved @ effect
    own = np.einsum("um,um->m", causes, solved)
    return weights, (effect - weights @ causes) / (1.0 - own)


def _chance(left: Floats) -> Chance:
    """Return what chance does to a line, from what is left of members month by month (shape: members, months)."""
    before, after = left[:, :-1], left[:, 1:]
    size = float((before**2).sum())
    persistence = min(1.0, max(0.0, float((before * after).sum()) / size)) if size else 0.0
    return Chance(persistence, float((after - persistence * before).std()), float(left[:, 0].std()))


def carried(misses: Floats, errors: Floats, chance: Sequence[Chance], later: float, luck: Floats) -> Floats:
    """Return by how much each member's later counts are moved, on the log scale, so that they go on from those that were counted.

    What a member misses is taken for chance that the place had and it had not, seen with the error of a count (Kalman 1960); it goes
    on as chance does, and later counts have an error too. Shapes: members, lines, months (NaN where none was counted); lines, months;
    lines; members, lines, one month more than are moved.
    """
    moved = later * luck[:, :, 1:]
    for line, each in enumerate(chance):
        mean, variance = np.zeros(len(luck)), 2.0 * each.first**2  # of the place, and of the member
        for month in range(misses.shape[2]):
            if month:
                mean, variance = each.left * mean, each.left**2 * variance + 2.0 * each.step**2
            if np.isfinite(misses[0, line, month]):
                gain = variance / (variance + errors[line, month] ** 2)
                mean, variance = mean + gain * (misses[:, line, month] - mean), (1.0 - gain) * variance
        stands = mean + np.sqrt(variance) * luck[:, line, 0]
        moved[:, line] += stands[:, None] * each.left ** np.arange(1.0, moved.shape[2] + 1.0)
    return moved
