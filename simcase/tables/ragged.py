"""Lists of lists as one flat array and the edges between its parts."""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np

from simcase.vocabulary import Floats, Ints, Positions

T = TypeVar("T")


def first_of(parts: Iterable[Sequence[object]]) -> Positions:
    """Return where each part begins in the flat array, and where the last one ends.

    >>> first_of([[1, 2], [], [3]])
    array([0, 2, 2, 3], dtype=uint32)
    """
    return np.cumsum([0, *(len(part) for part in parts)], dtype=np.uint32)


def flat(parts: Iterable[Sequence[T]]) -> list[T]:
    """Return all parts in one list."""
    return [item for part in parts for item in part]


def integers(values: Iterable[int]) -> Ints:
    """Return integers as an array."""
    return np.array(list(values), dtype=np.int64)


def positions(values: Iterable[int]) -> Positions:
    """Return places in other arrays as an array."""
    return np.array(list(values), dtype=np.uint32)


def floats(values: Iterable[float]) -> Floats:
    """Return numbers as an array."""
    return np.array(list(values), dtype=np.float64)


def key_of(text: str) -> int:
    """Return the 32-bit key of a name: draws keyed by a name do not move when others come and go (CRC-32).

    >>> key_of("kik-ii") == key_of("kik-ii") != key_of("kis")
    True
    """
    return zlib.crc32(text.encode())


def cumulated(shares: Sequence[float]) -> Floats:
    """Return shares cumulated and scaled to end at 1, so that a uniform draw falls under one of them; all zero stays zero.

    >>> cumulated([1.0, 3.0])
    array([0.25, 1.  ])
    """
    total = float(sum(shares))
    if total <= 0.0:
        return np.zeros(len(shares))
    until = np.cumsum(np.asarray(shares, dtype=np.float64)) / total
    until[np.flatnonzero(np.asarray(shares) > 0.0)[-1] :] = 1.0
    return until


def at_edges(steps: Sequence[tuple[float, float]], edges: Sequence[float], before: float) -> list[float]:
    """Return a step function's factor on each band that begins at one of the edges.

    >>> at_edges([(18.0, 2.0), (30.0, 3.0)], [0.0, 18.0, 25.0, 30.0], 1.0)
    [1.0, 2.0, 2.0, 3.0]
    """
    starts, factors = [edge for edge, _ in steps], [before, *(factor for _, factor in steps)]
    return [factors[bisect_right(starts, at)] for at in edges]
