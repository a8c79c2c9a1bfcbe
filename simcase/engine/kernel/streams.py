"""Luck keyed by the decision it decides: Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011), a pure function of key and counter."""

from __future__ import annotations

from typing import Final

import numpy as np

from simcase.engine.compiling import compiled

CLOCK: Final = 0
"""The clock of an exit: word 2 holds state and visit, word 3 the exit's pair."""
DECISION: Final = 1
"""A statutory decision: word 2 holds state and visit, word 3 the rule."""
SHARE: Final = 2
"""Whether an initiative reaches a citizen: word 3 holds the initiative's key."""
START: Final = 3
"""The starting stock of a state."""
BIRTH: Final = 4
"""A citizen's birth date and segment."""
ARRIVAL: Final = 5
"""When an arrival comes, and to which state."""
DROPOUT: Final = 6
"""When a participant drops out: the visit's place holds the programmes begun before, word 3 the initiative's key."""
QUEUE: Final = 7
"""A citizen's place in a random queue, keyed in the same way."""
SLOT: Final = 8
"""When job slots arrive from employers: the citizen's place holds the slot's number, word 3 the initiative's key."""
PARAMETER: Final = 9
"""A draw of an unknown: the citizen's place holds the key of its name, the state's the stream, the replication's the draw's number."""
ECONOMY: Final = 10
"""A draw of the economy: the citizen's place holds the key of the process, the visit's the month, the replication's the draw's number."""
PURPOSES: Final = (CLOCK, DECISION, SHARE, START, BIRTH, ARRIVAL, DROPOUT, QUEUE, SLOT, PARAMETER, ECONOMY)

_LOW = np.uint64(0xFFFFFFFF)
_SHIFT = np.uint64(32)
_M0 = np.uint64(0xD2511F53)
_M1 = np.uint64(0xCD9E8D57)
_W0 = np.uint64(0x9E3779B9)
_W1 = np.uint64(0xBB67AE85)
_FIVE = np.uint64(5)
_SIX = np.uint64(6)
_SCALE = 2.0**-53
_BELOW_1 = 1.0 - 2.0**-53


@compiled
def philox(
    counter: tuple[np.uint64, np.uint64, np.uint64, np.uint64], key: tuple[np.uint64, np.uint64]
) -> tuple[np.uint64, np.uint64, np.uint64, np.uint64]:
    """Return four random 32-bit words for a counter of four 32-bit words and a key of two."""
    a, b, c, d = counter
    k0, k1 = key
    for _ in range(10):
        p0 = _M0 * a
        p1 = _M1 * c
        a, b, c, d = (p1 >> _SHIFT) ^ b ^ k0, p1 & _LOW, (p0 >> _SHIFT) ^ d ^ k1, p0 & _LOW
        k0 = (k0 + _W0) & _LOW
        k1 = (k1 + _W1) & _LOW
    return a, b, c, d


@compiled
def unit(high: np.uint64, low: np.uint64) -> float:
    """Return a uniform of 53 bits strictly between 0 and 1 from two words."""
    return min((float((high >> _FIVE) * np.uint64(67108864) + (low >> _SIX)) + 0.5) * _SCALE, _BELOW_1)


@compiled
def two(seed: int, replication: int, citizen: int, what: int, block: int) -> tuple[float, float]:
    """Return the two uniforms of one block of luck."""
    key = (np.uint64(seed) & _LOW, np.uint64(seed) >> _SHIFT)
    counter = (np.uint64(replication) & _LOW, np.uint64(citizen) & _LOW, np.uint64(what) & _LOW, np.uint64(block) & _LOW)
    a, b, c, d = philox(counter, key)
    return unit(a, b), unit(c, d)


@compiled
def word(purpose: int, state: int, visit: int) -> int:
    """Return the counter's third word: 4 bits of purpose, 8 of state, 20 of visit."""
    return (purpose << 28) | (state << 20) | (int(visit) & 0xFFFFF)


def signed(seed: int) -> int:
    """Return a seed of 64 bits as the whole number with the same bits that compiled functions take.

    >>> signed(2**64 - 1)
    -1
    """
    return seed - 2**64 if seed >= 2**63 else seed
