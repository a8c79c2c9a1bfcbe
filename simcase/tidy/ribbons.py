"""Moves between two columns of places as outlines of ribbons, for those who draw them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

import polars as pl

POINTS: Final = 8
"""Points along a ribbon's edge."""
LEAST: Final = 0.5
"""Fewer moves than these are left out: nobody sees them."""
GAP: Final = 0.012
"""Space between two places of a column, as a share of all moves."""

NAME = 0.034
"""Between two names, as a share of all moves."""
Moves = Mapping[tuple[str, str], float]


def ribbons(moves: Moves) -> pl.DataFrame:
    """Return points along the ribbon of each pair of places: x from 0 to 1, the lower and the upper edge in moves.

    The places of each column stand under one another in order of first appearance, the first at the top (edges count from 0 downwards), and
    ribbons leave a place in the order of the places that they go to, so that few cross. Columns: from, to, moves, x, y, y2 and where the
    names of the two places stand, from_y and to_y, with their sums, from_sum and to_sum.
    """
    moves = {pair: each for pair, each in moves.items() if each >= LEAST}
    places = [list(dict.fromkeys(pair[side] for pair in moves)) for side in (0, 1)]
    sums = [{place: sum(each for pair, each in moves.items() if pair[side] == place) for place in places[side]} for side in (0, 1)]
    gap = GAP * sum(moves.values())
    tops = [_tops(column, gap) for column in sums]
    ends = [_ends(moves, side, places[1 - side], tops[side]) for side in (0, 1)]
    at = [_names_at(tops[side], sums[side], NAME * sum(moves.values())) for side in (0, 1)]
    rows = []
    for pair, each in moves.items():
        middles = {f"{name}_y": at[side][pair[side]] for side, name in ((0, "from"), (1, "to"))}
        total = {f"{name}_sum": sums[side][pair[side]] for side, name in ((0, "from"), (1, "to"))}
        for point in range(POINTS + 1):
            x = point / POINTS
            y = ends[0][pair] + (ends[1][pair] - ends[0][pair]) * (1.0 - math.cos(math.pi * x)) / 2.0
            rows.append({"from": pair[0], "to": pair[1], "moves": each, "x": x, "y": y, "y2": y + each, **middles, **total})
    return pl.DataFrame(rows)


def _tops(column: Mapping[str, float], gap: float) -> dict[str, float]:
    """Return where each place of a column begins."""
    tops, at = {}, 0.0
    for place, moves in column.items():
        tops[place] = at
        at += moves + gap
    return tops


def _names_at(tops: Mapping[str, float], sums: Mapping[str, float], apart: float) -> dict[str, float]:
    """Return where the name of each place of a column stands: at its middle, or lower where the one above would run into it."""
    at: dict[str, float] = {}
    least = 0.0
    for place, top in tops.items():
        at[place] = max(top + sums[place] / 2, least)
        least = at[place] + apart
    return at


def _ends(moves: Moves, side: int, others: list[str], tops: Mapping[str, float]) -> dict[tuple[str, str], float]:
    """Return where each ribbon begins at its place in a column."""
    at, ends = dict(tops), {}
    for pair in sorted(moves, key=lambda each: others.index(each[1 - side])):
        ends[pair] = at[pair[side]]
        at[pair[side]] += moves[pair]
    return ends
