"""Figures as marks on a line, plain HTML: where an answer is, where the one before was, where tables thought that it would be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

STYLE: Final = """\
<style>
.mark { position: relative; height: 1rem; margin: .25rem 0; border-bottom: 1px solid #8c8c8c; }
.mark i { position: absolute; box-sizing: border-box; }
.mark .zero { top: 0; bottom: 0; border-left: 1px dashed #595959; }
.mark .range { top: .3rem; height: .4rem; background: #A9D0EA; }
.mark .ghost, .mark .dot { top: .1rem; width: .8rem; height: .8rem; margin-left: -.4rem; border-radius: 50%; }
.mark .ghost { border: 2px dashed #595959; }
.mark .dot { background: #0B3C5D; transition: left .3s; }
@media (prefers-reduced-motion: reduce) { .mark .dot { transition: none; } }
@media (forced-colors: active) { .mark .dot { background: CanvasText; } .mark .range { border: 1px solid CanvasText; } }
</style>
"""


class Scale(NamedTuple):
    """A line from one figure to another."""

    low: float
    high: float

    def at(self, value: float) -> float:
        """Return where a figure stands, in per cent of the line.

        >>> Scale(-100.0, 100.0).at(0.0)
        50.0
        """
        return round(100.0 * (value - self.low) / (self.high - self.low), 2)


def scale_of(values: Sequence[float]) -> Scale:
    """Return a line that holds some figures and zero, with room at both ends.

    >>> scale_of([10.0, 100.0])
    Scale(low=-5.0, high=105.0)
    """
    low, high = min(0.0, *values), max(0.0, *values)
    room = 0.05 * (high - low) or 1.0
    return Scale(low - room, high + room)


def mark(mean: float, low: float, high: float, ghost: float | None = None) -> str:
    """Return a mean on a line with what nine runs of ten lie between, and a ghost where the figure was."""
    scale = scale_of([mean, low, high, *([] if ghost is None else [ghost])])
    parts = [
        f'<i class="zero" style="left: {scale.at(0.0)}%"></i>',
        f'<i class="range" style="left: {scale.at(low)}%; width: {scale.at(high) - scale.at(low):.2f}%"></i>',
        "" if ghost is None else f'<i class="ghost" style="left: {scale.at(ghost)}%"></i>',
        f'<i class="dot" style="left: {scale.at(mean)}%"></i>',
    ]
    return f'<div class="mark" aria-hidden="true">{"".join(parts)}</div>'
