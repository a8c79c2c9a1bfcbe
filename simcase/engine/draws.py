"""Draws of what is not known: which replications share one, and normals that are stratified over the draws of a block.

Every unknown, and every month of a process of the economy, has its own order of strata in every block (Latin hypercube; McKay, Beckman and
Conover 1979), by keyed luck: one more of them moves no other, and a replication's draw depends on nothing but its number.
"""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist
from typing import Final, NamedTuple

import numpy as np

from simcase.engine.kernel.streams import two
from simcase.vocabulary import BLOCK, PAIR, Floats

SHARED: Final = 0
"""Draws of the unknowns that both replications of a pair have."""
APART: Final = 1
"""Draws of the unknowns that one replication has."""
_NORMAL: Final = NormalDist()
_BELOW_1: Final = 1.0 - 2.0**-53


class Draw(NamedTuple):
    """A draw: of which stream, the how manieth there, and of how many in a block."""

    stream: int
    number: int
    strata: int


def economy_draw(replication: int) -> Draw:
    """Return the draw of the economy that a replication has: two share one."""
    return Draw(SHARED, replication // PAIR, BLOCK // PAIR)


def unknowns_draw(replication: int) -> Draw:
    """Return the draw of the unknowns that a replication has: in every other pair the two share it too.

    So the two of a pair differ by chance, those of the next pair by chance and parameters, and pairs by the economy as well.
    """
    pair, second = divmod(replication, PAIR)
    if pair % 2 == 0:
        return Draw(SHARED, pair // 2, BLOCK // PAIR // 2)
    return Draw(APART, PAIR * (pair // 2) + second, BLOCK // 2)


def normals(seed: int, draw: Draw, keys: tuple[tuple[int, int], ...]) -> Floats:
    """Return a standard normal for each key, a citizen's place and a third word of luck (shape: keys); other keys never move it."""
    block, place = divmod(draw.number, draw.strata)
    return np.asarray(_block(seed, block, draw.strata, keys)[place])


@lru_cache(maxsize=64)
def _block(seed: int, block: int, strata: int, keys: tuple[tuple[int, int], ...]) -> Floats:
    """Return the normals of all draws of a block, each key's in strata of equal probability (shape: draws, keys)."""
    if not keys:
        return np.zeros((strata, 0))
    numbers = range(block * strata, (block + 1) * strata)
    luck = np.array([[two(seed, number, place, what, 0) for place, what in keys] for number in numbers])
    stratum = luck[:, :, 1].argsort(axis=0).argsort(axis=0)
    levels = np.minimum((stratum + luck[:, :, 0]) / strata, _BELOW_1)
    return np.array([[_NORMAL.inv_cdf(level) for level in row] for row in levels.tolist()])
