"""Two fits side by side: each line's kroner, and what price and volume add."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simcase.money import TOTAL, is_total, total_with
from simcase.present.labels import Labels
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.calibrate import LineSplit, PriceVolume

MILLION = 1e6


def price_volume_parts(result: PriceVolume, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield a row a line: the plan, both fits, and the second less the first by volume and price."""
    words = labels.words
    plan, lines = words.say("fit.plan"), {row.line: row for row in result.lines}
    heads = [plan, *result.fits, words.say("fit.difference"), words.say("fit.volume"), words.say("fit.price")]
    groups = {line: [row] for line, row in lines.items()}
    groups[TOTAL] = [row for line, row in lines.items() if line not in labels.memos]
    if labels.memos:
        groups[total_with(labels.memos)] = [*lines.values()]
    shown = [
        Row([labels.line(line), *_figures(rows, words)], "strong" if is_total(line) else "")
        for line in labels.ordered(groups)
        if (rows := groups[line])
    ]
    yield Table("", words.say("fit.compared", year=result.year), [*texts(words.say("fit.line")), *figures(*heads)], shown)
    yield Sentence(words.say("fit.compared_note"), "faint")


def _figures(rows: Sequence[LineSplit], words: Words) -> list[str]:
    """Return plan, both fits, their difference, volume and price of lines together, in millions; no plan where one of them has none."""
    plans = [row.plan for row in rows if row.plan is not None]
    plan = words.number(sum(plans) / MILLION, 1) if len(plans) == len(rows) else ""
    one, other, volume, price = (sum(each) for each in zip(*((*row.municipality, row.volume, row.price) for row in rows), strict=True))
    amounts = [words.number(kroner / MILLION, 1) for kroner in (one, other)]
    changes = [words.change(kroner / MILLION, 1) for kroner in (other - one, volume, price)]
    return [plan, *amounts, *changes]
