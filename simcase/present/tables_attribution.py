"""Two calibrations side by side: what the forecast moved by, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from simcase.money import is_total
from simcase.present.labels import Labels
from simcase.present.table import Row, Sentence, Table, figures, texts

if TYPE_CHECKING:
    from simcase.calibrate import Attribution

MILLION = 1e6
GROUPS = ("data", "economy", "policy", "model")


def attribution_parts(result: Attribution, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield a table a year: net kroner of each line under both calibrations, their difference, and its parts."""
    words = labels.words
    heads = [*result.calibrations, words.say("moved.difference"), *(words.say(f"moved.{group}") for group in GROUPS)]
    for year in dict.fromkeys(row.year for row in result.lines):
        rows = []
        mine = {row.line: row for row in result.lines if row.year == year}
        for line in labels.ordered(mine):
            row = mine[line]
            one, other = (words.number(kroner / MILLION, 1) for kroner in row.municipality)
            change = row.municipality[1] - row.municipality[0]
            told = words.change(change / MILLION, 1) if abs(change) > row.half_width else words.say("moved.noise")
            parts = [words.change(row.parts[group] / MILLION, 1) for group in GROUPS]
            rows.append(Row([labels.line(line), one, other, told, *parts], "strong" if is_total(line) else ""))
        yield Table("", words.say("moved.title", year=year), [*texts(words.say("fit.line")), *figures(*heads)], rows)
    yield Sentence(f"{words.say('moved.note')} {words.say('moved.order')}", "faint")
