"""Two fits side by side: each line's kroner, and what price and volume add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simcase.present.labels import Labels
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.calibrate import LineSplit, PriceVolume

MILLION = 1e6


def price_volume_parts(result: PriceVolume, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield a row a line: the plan, both fits, and the second less the first by volume and price."""
    words = labels.words
    plan, rows = words.say("fit.plan"), result.lines
    heads = [plan, *result.fits, words.say("fit.difference"), words.say("fit.volume"), words.say("fit.price")]
    shown = [Row([labels.line(row.line), *_figures([row], words)]) for row in rows]
    planned = [row for row in rows if row.plan is not None]
    if planned:
        shown.append(Row([words.say("line.total"), *_figures(planned, words)], "strong"))
    yield Table("", words.say("fit.compared", year=result.year), [*texts(words.say("fit.line")), *figures(*heads)], shown)
    yield Sentence(words.say("fit.compared_note"), "faint")


def _figures(rows: Sequence[LineSplit], words: Words) -> list[str]:
    """Return plan, both fits, their difference, volume and price of lines together, in millions."""
    known = [row.plan for row in rows if row.plan is not None]
    one, other, volume, price = (sum(each) for each in zip(*((*row.municipality, row.volume, row.price) for row in rows), strict=True))
    amounts = [words.number(kroner / MILLION, 1) for kroner in (one, other)]
    changes = [words.change(kroner / MILLION, 1) for kroner in (other - one, volume, price)]
    return [words.number(sum(known) / MILLION, 1) if known else "", *amounts, *changes]
