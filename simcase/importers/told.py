"""What a file of spells says, as plain rows: rates, their bands, survival. Counts below five are left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from simcase import __version__
from simcase.importers.hazards import Hazard, Seen
from simcase.importers.privacy import FEWEST
from simcase.importers.survival import AT, Survival
from simcase.importers.work import Found
from simcase.vocabulary import NORMAL_95, Bools, Floats

Row = dict[str, Any]


def document(found: Found) -> Row:
    """Return everything that is told of a file of spells."""
    first, last = found.window.dates()
    return {
        "simcase": __version__,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "spells": found.spells,
        "persons": counted(found.persons),
        "censored": counted(found.censored),
        "undated": counted(found.undated),
        "hazards": [rate(each) for each in found.hazards],
        "bands": [row for each in found.hazards for row in bands(each)],
        "survival": [row for each in found.survival for row in shares(each)],
    }


def counted(number: float) -> float | None:
    """Return a count, None where it is so low that it might point at somebody; none at all points at nobody.

    >>> counted(0), counted(4), counted(5.0)
    (0, None, 5)
    """
    return None if 0.0 < number < FEWEST else round(number)


def interval(rate: float, se: float) -> Row:
    """Return a yearly rate with nine in ten of what it may be, on the log scale."""
    return {"rate": rate, "low": rate * float(np.exp(-NORMAL_95 * se)), "high": rate * float(np.exp(NORMAL_95 * se)), "se_log": se}


def rate(hazard: Hazard) -> Row:
    """Return the yearly rate of a move over everybody under risk, beside the calibration's for the same citizens."""
    seen = hazard.seen
    years = float(seen.time[seen.shape > 0.0].sum())
    foreseen = float((seen.shape * seen.weighed).sum()) * seen.transition.rate.value / years if years and seen.known else None
    return {
        "from": seen.transition.from_,
        "to": seen.transition.to,
        "estimated": hazard.estimate is not None,
        "moves": counted(seen.total),
        "years": years,
        **(interval(*hazard.average(seen.shape > 0.0)) if hazard.estimate else {"rate": None, "low": None, "high": None, "se_log": None}),
        "prior": foreseen,
        "decided": counted(seen.decided),
        "impossible": counted(seen.impossible),
    }


def bands(hazard: Hazard) -> Iterator[Row]:
    """Yield the yearly rate of an estimated move by duration (weeks), by age (years) and by segment."""
    if hazard.estimate is None:
        return
    seen = hazard.seen
    edges = {"duration": seen.week, "age": seen.age}
    for axis, by in enumerate(("duration", "age", "segment")):
        group = hazard.estimate.groups[axis]
        for number in range(int(group.max()) + 1):
            cells = _cells(seen, axis, group == number)
            years = float(seen.time[cells].sum())
            if years == 0.0:
                continue
            where = _span(edges[by], group == number) if by in edges else {"segments": _named(seen, group == number)}
            move = {"from": seen.transition.from_, "to": seen.transition.to, "by": by}
            moves = counted(float(seen.moves[cells].sum()))
            yield {**move, **where, "moves": moves, "years": years, **interval(*hazard.average(cells))}


def _cells(seen: Seen, axis: int, inside: Bools) -> Bools:
    """Return the cells of some bands or segments in which the calibration says that there may be moves (shape: K, A, G)."""
    cells = np.zeros(seen.shape.shape, dtype=np.bool_)
    np.moveaxis(cells, axis, 0)[inside] = True
    return cells & (seen.shape > 0.0)


def _named(seen: Seen, inside: Bools) -> list[str | None]:
    """Return the names of some segments, None for the unknown one."""
    return [name for name, has in zip([*seen.segments, None], inside, strict=True) if has]


def _span(edges: Floats, inside: Bools) -> Row:
    """Return where a group of neighbouring bands begins and ends; the last one is open."""
    at = np.flatnonzero(inside)
    end = float(edges[at[-1] + 1]) if at[-1] + 1 < len(edges) else None
    return {"begins": float(edges[at[0]]), "ends": end}


def shares(stay: Survival) -> Iterator[Row]:
    """Yield the shares of those who entered a state: still there and moved, as seen and as the hazards say."""
    for i, weeks in enumerate(AT):
        if np.isnan(stay.stayed[i]):
            continue
        yield {
            "state": stay.state,
            "weeks": weeks,
            "stayed": float(stay.stayed[i]),
            "stayed_fitted": _known(stay.stayed_fitted[i]),
            "moved": [
                {"to": to, "observed": float(share[i]), "fitted": _known(stay.moved_fitted[to][i])} for to, share in stay.moved.items()
            ],
        }


def _known(share: float) -> float | None:
    """Return a share, None where there is none."""
    return None if np.isnan(share) else float(share)
