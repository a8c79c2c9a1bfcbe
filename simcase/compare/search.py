"""The smallest dose at which a probability is reached, by a search on common luck."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from simcase.compare.results import Probability

FINE: Final = 0.01
"""Doses that are not counted are found to this share of the range."""


class Found(NamedTuple):
    """What a search found: why it ended, the dose (none where there is none in the range), and the chance at every dose tried."""

    outcome: Literal["least", "most", "everywhere", "nowhere"]
    dose: float | None
    tried: dict[float, Probability]


def searched(chance: Callable[[float], Probability], low: float, high: float, wanted: float, *, whole: bool) -> Found:
    """Return the dose next to which a probability ceases to reach what is wanted, halving the range.

    `least`: it is reached from that dose on; `most`: up to that dose; `everywhere` and `nowhere` at both ends of the range. Common luck
    makes the chance as good as monotone in the dose; between two doses that are tried nothing is known.
    """
    tried: dict[float, Probability] = {}

    def reaches(dose: float) -> bool:
        if dose not in tried:
            tried[dose] = chance(dose)
        return tried[dose].probability >= wanted

    at_low, at_high = reaches(low), reaches(high)
    if at_low == at_high:
        return Found("everywhere" if at_low else "nowhere", low if at_low else None, tried)
    short, enough = (low, high) if at_high else (high, low)
    while abs(enough - short) > (1.0 if whole else FINE * (high - low)):
        middle = (short + enough) / 2.0
        middle = float(round(middle)) if whole else middle
        if middle in {short, enough}:
            break
        short, enough = (short, middle) if reaches(middle) else (middle, enough)
    return Found("least" if at_high else "most", enough, tried)


def surely(found: Found, wanted: float) -> tuple[float | None, float | None]:
    """Return between which doses the threshold may lie, as far as the intervals of the chances tried tell; None where that is open."""
    rising = found.outcome == "least"
    doses = sorted(found.tried, reverse=not rising)
    may = next((dose for dose in doses if found.tried[dose].high >= wanted), None)
    must = next((dose for dose in doses if found.tried[dose].low >= wanted), None)
    return (may, must) if rising else (must, may)
