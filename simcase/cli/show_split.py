"""Two fits side by side: each line's kroner, and what price and volume add."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType
from rich.text import Text

from simcase import __version__
from simcase.cli.terminal import table
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.calibrate import Split

MILLION = 1e6


def split_document(fits: tuple[str, str], year: int, rows: Sequence[Split]) -> dict[str, Any]:
    """Return two fits side by side as one document."""
    lines = [
        {
            "line": row.line,
            "plan": row.plan,
            "persons": list(row.persons),
            "municipality": list(row.kroner),
            "kroner_a_person": list(row.prices),
            "volume": row.volume,
            "price": row.price,
        }
        for row in rows
    ]
    return {"simcase": __version__, "fits": list(fits), "year": year, "lines": lines}


def split_parts(
    fits: tuple[str, str], year: int, rows: Sequence[Split], label: Callable[[str], str], words: Words
) -> Iterator[RenderableType]:
    """Yield a row a line: the plan, both fits, and the second less the first by volume and price."""
    plan = words.say("fit.plan")
    heads = [plan, *fits, words.say("fit.difference"), words.say("fit.volume"), words.say("fit.price")]
    grid = table(words.say("fit.compared", year=year), [words.say("fit.line")], heads)
    planned = [row for row in rows if row.plan is not None]
    for row in rows:
        grid.add_row(label(row.line), *_figures([row], words))
    if planned:
        grid.add_row(words.say("line.total"), *_figures(planned, words), style="bold")
    yield grid
    yield Text(words.say("fit.compared_note"), style="dim")


def _figures(rows: Sequence[Split], words: Words) -> list[str]:
    """Return plan, both fits, their difference, volume and price of lines together, in millions."""
    known = [row.plan for row in rows if row.plan is not None]
    one, other, volume, price = (sum(each) for each in zip(*((*row.kroner, row.volume, row.price) for row in rows), strict=True))
    amounts = [words.number(kroner / MILLION, 1) for kroner in (one, other)]
    changes = [words.change(kroner / MILLION, 1) for kroner in (other - one, volume, price)]
    return [words.number(sum(known) / MILLION, 1) if known else "", *amounts, *changes]
