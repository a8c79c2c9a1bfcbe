"""Two fits side by side: each line's kroner, and what price and volume add."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.terminal import table
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.calibrate import LineSplit, PriceVolume

MILLION = 1e6


def split_parts(result: PriceVolume, label: Callable[[str], str], words: Words) -> Iterator[RenderableType]:
    """Yield a row a line: the plan, both fits, and the second less the first by volume and price."""
    plan, rows = words.say("fit.plan"), result.lines
    heads = [plan, *result.fits, words.say("fit.difference"), words.say("fit.volume"), words.say("fit.price")]
    grid = table(words.say("fit.compared", year=result.year), [words.say("fit.line")], heads)
    planned = [row for row in rows if row.plan is not None]
    for row in rows:
        grid.add_row(label(row.line), *_figures([row], words))
    if planned:
        grid.add_row(words.say("line.total"), *_figures(planned, words), style="bold")
    yield grid
    yield Text(words.say("fit.compared_note"), style="dim")


def _figures(rows: Sequence[LineSplit], words: Words) -> list[str]:
    """Return plan, both fits, their difference, volume and price of lines together, in millions."""
    known = [row.plan for row in rows if row.plan is not None]
    one, other, volume, price = (sum(each) for each in zip(*((*row.municipality, row.volume, row.price) for row in rows), strict=True))
    amounts = [words.number(kroner / MILLION, 1) for kroner in (one, other)]
    changes = [words.change(kroner / MILLION, 1) for kroner in (other - one, volume, price)]
    return [words.number(sum(known) / MILLION, 1) if known else "", *amounts, *changes]
