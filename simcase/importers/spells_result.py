"""What is told of a file of spells: rates, their bands, survival. Counts below five are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import numpy as np

from simcase import __version__
from simcase.importers.estimate import Found
from simcase.importers.hazards import Hazard, Seen
from simcase.importers.privacy import FEWEST
from simcase.importers.survival import AT, Survival
from simcase.vocabulary import NORMAL_95, Bools, Floats, From, Inline, Key


@dataclass(frozen=True, slots=True)
class YearlyRate:
    """A yearly rate with nine in ten of what it may be, on the log scale."""

    rate: float
    low: float
    high: float
    se_log: float


@dataclass(frozen=True, slots=True)
class HazardRow:
    """A move over everybody under risk in so many years, beside the calibration's rate for the same citizens."""

    source: From
    to: str
    estimated: bool
    moves: int | None
    years: float
    rate: Annotated[YearlyRate | None, Inline(YearlyRate)]
    prior: float | None
    decided: int | None
    impossible: int | None


@dataclass(frozen=True, slots=True)
class BandRow:
    """An estimated move in a band of durations (weeks) or ages (years); the last band has no end."""

    source: From
    to: str
    by: str
    begins: float
    ends: float | None
    moves: int | None
    years: float
    rate: Annotated[YearlyRate, Inline(YearlyRate)]


@dataclass(frozen=True, slots=True)
class SegmentRow:
    """An estimated move in some segments, None for the unknown one."""

    source: From
    to: str
    by: str
    segments: tuple[str | None, ...]
    moves: int | None
    years: float
    rate: Annotated[YearlyRate, Inline(YearlyRate)]


@dataclass(frozen=True, slots=True)
class MovedShare:
    """The share of those who entered a state that has moved to another, as seen and as the rates say."""

    to: str
    observed: float
    fitted: float | None


@dataclass(frozen=True, slots=True)
class SurvivalRow:
    """The share of those who entered a state that is still there after some weeks, as seen and as the rates say."""

    state: str
    weeks: int
    stayed: float
    stayed_fitted: float | None
    moved: tuple[MovedShare, ...]


@dataclass(frozen=True, slots=True)
class SpellsResult:
    """What a file of spells says from its first day to its last, and the folder of the calibration that it became.

    A count below five is None: it might point at somebody.
    """

    simcase: str
    first: Annotated[date, Key("from")]
    last: Annotated[date, Key("to")]
    spells: int
    persons: int | None
    censored: int | None
    undated: int | None
    hazards: tuple[HazardRow, ...]
    bands: tuple[BandRow | SegmentRow, ...]
    survival: tuple[SurvivalRow, ...]
    folder: str


def spells_result(found: Found, folder: Path) -> SpellsResult:
    """Return everything that is told of a file of spells."""
    first, last = found.window.dates()
    return SpellsResult(
        simcase=__version__,
        first=first,
        last=last,
        spells=found.spells,
        persons=guarded_count(found.persons),
        censored=guarded_count(found.censored),
        undated=guarded_count(found.undated),
        hazards=tuple(rate(each) for each in found.hazards),
        bands=tuple(row for each in found.hazards for row in bands(each)),
        survival=tuple(row for each in found.survival for row in shares(each)),
        folder=str(folder),
    )


def guarded_count(number: float) -> int | None:
    """Return a count, None where it is so low that it might point at somebody; none at all points at nobody.

    >>> guarded_count(0), guarded_count(4), guarded_count(5.0)
    (0, None, 5)
    """
    return None if 0.0 < number < FEWEST else round(number)


def interval(rate: float, se: float) -> YearlyRate:
    """Return a yearly rate with its interval, from the standard error of its log."""
    return YearlyRate(rate, rate * float(np.exp(-NORMAL_95 * se)), rate * float(np.exp(NORMAL_95 * se)), se)


def rate(hazard: Hazard) -> HazardRow:
    """Return the yearly rate of a move over everybody under risk, beside the calibration's for the same citizens."""
    seen = hazard.seen
    years = float(seen.time[seen.shape > 0.0].sum())
    foreseen = float((seen.shape * seen.weighed).sum()) * seen.transition.rate.value / years if years and seen.known else None
    return HazardRow(
        source=seen.transition.from_,
        to=seen.transition.to,
        estimated=hazard.estimate is not None,
        moves=guarded_count(seen.total),
        years=years,
        rate=interval(*hazard.average(seen.shape > 0.0)) if hazard.estimate else None,
        prior=foreseen,
        decided=guarded_count(seen.decided),
        impossible=guarded_count(seen.impossible),
    )


def bands(hazard: Hazard) -> Iterator[BandRow | SegmentRow]:
    """Yield the yearly rate of an estimated move by duration (weeks), by age (years) and by segment."""
    if hazard.estimate is None:
        return
    seen = hazard.seen
    edges = {"duration": seen.week, "age": seen.age}
    move = (seen.transition.from_, seen.transition.to)
    for axis, by in enumerate(("duration", "age", "segment")):
        group = hazard.estimate.groups[axis]
        for number in range(int(group.max()) + 1):
            cells = _cells(seen, axis, group == number)
            years = float(seen.time[cells].sum())
            if years == 0.0:
                continue
            moves, yearly = guarded_count(float(seen.moves[cells].sum())), interval(*hazard.average(cells))
            if by in edges:
                yield BandRow(*move, by, *_span(edges[by], group == number), moves, years, yearly)
            else:
                yield SegmentRow(*move, by, _named(seen, group == number), moves, years, yearly)


def _cells(seen: Seen, axis: int, inside: Bools) -> Bools:
    """Return the cells of some bands or segments in which the calibration says that there may be moves (shape: K, A, G)."""
    cells = np.zeros(seen.shape.shape, dtype=np.bool_)
    np.moveaxis(cells, axis, 0)[inside] = True
    return cells & (seen.shape > 0.0)


def _named(seen: Seen, inside: Bools) -> tuple[str | None, ...]:
    """Return the names of some segments, None for the unknown one."""
    return tuple(name for name, has in zip([*seen.segments, None], inside, strict=True) if has)


def _span(edges: Floats, inside: Bools) -> tuple[float, float | None]:
    """Return where a group of neighbouring bands begins and ends; the last one is open."""
    at = np.flatnonzero(inside)
    return float(edges[at[0]]), float(edges[at[-1] + 1]) if at[-1] + 1 < len(edges) else None


def shares(stay: Survival) -> Iterator[SurvivalRow]:
    """Yield the shares of those who entered a state: still there and moved, as seen and as the hazards say."""
    for i, weeks in enumerate(AT):
        if np.isnan(stay.stayed[i]):
            continue
        moved = (MovedShare(to, float(share[i]), _known(stay.moved_fitted[to][i])) for to, share in stay.moved.items())
        yield SurvivalRow(stay.state, weeks, float(stay.stayed[i]), _known(stay.stayed_fitted[i]), tuple(moved))


def _known(share: float) -> float | None:
    """Return a share, None where there is none."""
    return None if np.isnan(share) else float(share)
