"""Figures as marks on a line, plain HTML: where an answer is, where the one before was, where tables thought that it would be."""

from __future__ import annotations

import html
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
table.strip td.line { width: 50%; padding: .1rem 1rem; }
.strip .mark { height: 1.5rem; margin: 0; border: 0; }
.strip .band { top: 0; bottom: 0; background: #D6E8F5; }
.strip .truth { top: 0; bottom: 0; margin-left: -2px; border-left: 4px solid #0B3C5D; }
.strip .dot { top: .35rem; background: #A34100; border: 2px solid #A34100; }
.strip .off { background: #FFFFFF; }
.narrow .zero { border-left: 2px solid #262626; }
.narrow .range { top: .55rem; }
.narrow .dot { background: #0B3C5D; border: 2px solid #0B3C5D; }
.narrow .hollow { background: #FFFFFF; }
@media (max-width: 640px) {
  table.listed.strip { font-size: .8rem; } table.listed.strip :is(th, td) { overflow-wrap: normal; padding-inline: .2rem; }
  table.listed.strip td:first-child { overflow-wrap: break-word; } table.listed.strip td.line { width: 34%; }
}
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
    return f'<div class="mark" aria-hidden="true">{_on_line(scale, mean, (low, high), ghost)}</div>'


def _on_line(scale: Scale, mean: float, between: tuple[float, float], ghost: float | None = None, *, hollow: bool = False) -> str:
    """Return zero, what nine runs of ten lie between, a ghost where there is one, and the mean, as marks on a line."""
    low, high = map(scale.at, between)
    parts = [
        f'<i class="zero" style="left: {scale.at(0.0)}%"></i>',
        f'<i class="range" style="left: {low}%; width: {high - low:.2f}%"></i>',
        "" if ghost is None else f'<i class="ghost" style="left: {scale.at(ghost)}%"></i>',
        f'<i class="dot{" hollow" if hollow else ""}" style="left: {scale.at(mean)}%"></i>',
    ]
    return "".join(parts)


class Year(NamedTuple):
    """A figure of a year: the mean, what nine runs of ten lie between, the figure in words, whether it may be noise."""

    year: str
    mean: float
    low: float
    high: float
    said: str
    noise: bool


def by_year(caption: str, rows: Sequence[Year]) -> str:
    """Return the figures of some years as marks on one scale, a line each, for a screen on which no chart is read."""
    scale = scale_of([value for row in rows for value in (row.mean, row.low, row.high)])
    lines = []
    for row in rows:
        drawn = f'<div class="mark" aria-hidden="true">{_on_line(scale, row.mean, (row.low, row.high), hollow=row.noise)}</div>'
        lines.append(f'<tr><th scope="row">{html.escape(row.year)}</th><td class="line">{drawn}</td><td>{html.escape(row.said)}</td></tr>')
    return f'<table class="listed strip narrow"><caption>{html.escape(caption)}</caption><tbody>{"".join(lines)}</tbody></table>'


class Guess(NamedTuple):
    """A bet to be drawn: its figure, whether nine runs of ten hold it, and what is said before the line (the table) and after it."""

    value: float
    inside: bool
    said: Sequence[str]


def strip(caption: str, heads: Sequence[str], truth: tuple[float, float, float], guesses: Sequence[Guess]) -> str:
    """Return bets as dots on one scale, with the expected figure as a bar through all, and what nine runs of ten lie between as a band."""
    mean, low, high = truth
    scale = scale_of([mean, low, high, *(guess.value for guess in guesses)])
    band = f'<i class="band" style="left: {scale.at(low)}%; width: {scale.at(high) - scale.at(low):.2f}%"></i>'
    band += f'<i class="truth" style="left: {scale.at(mean)}%"></i>'
    rows = []
    for value, inside, (table, *rest) in guesses:
        dot = f'<i class="dot{"" if inside else " off"}" style="left: {scale.at(value)}%"></i>'
        cells = "".join(f"<td>{html.escape(each)}</td>" for each in rest)
        line = f'<td class="line"><div class="mark" aria-hidden="true">{band}{dot}</div></td>'
        rows.append(f"<tr><td>{html.escape(table)}</td>{line}{cells}</tr>")
    first, *others = (f'<th scope="col">{html.escape(each)}</th>' for each in heads)
    head = f"<tr>{first}<td></td>{''.join(others)}</tr>"
    said = f"<caption>{html.escape(caption)}</caption>"
    return f'<table class="listed strip">{said}<thead>{head}</thead><tbody>{"".join(rows)}</tbody></table>'
