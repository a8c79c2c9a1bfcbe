"""What a file of any result holds besides its figures: the answer, the assumptions, and how it was made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from simcase.model import Assumption
from simcase.present.table import Cell, Kind, Table, columns, rows_of
from simcase.present.tables_manifest import STATED_OF_A_RUN, manifested
from simcase.words import Words


def assumptions_sheet(assumed: Sequence[Assumption], words: Words) -> Table:
    """Return every number of the model with range, grade and source; prices may be edited and read back."""
    kinds: dict[str, Kind] = {"path": "text", "value": "figure", "from_value": "figure", "to_value": "figure", "grade": "text"}
    heads = [*columns(words, kinds), *columns(words, {"editable": "text", "source": "text", "note": "text"})]
    body = [[a.path, a.value, a.low, a.high, a.grade, words.say("sheet.yes") if a.price else None, a.source, a.note] for a in assumed]
    priced = frozenset(n for n, a in enumerate(assumed) if a.price)
    notes = (words.say("sheet.assumptions_note"),)
    return Table(words.say("sheet.assumptions"), words.say("sheet.assumptions_title"), heads, rows_of(body), notes=notes, editable=priced)


def manifest_sheet(manifests: Iterable[Mapping[str, Any]], words: Words) -> Table:
    """Return how each run was made, and the command that repeats it."""
    body: list[list[Cell]] = [
        [words.say(f"report.manifest.{name}"), said]
        for each in manifests
        for name in STATED_OF_A_RUN
        if (said := manifested(name, each, words))
    ]
    body += [[words.say("report.manifest.command"), " ".join(each["command"])] for each in manifests]
    return Table(
        words.say("sheet.manifest"), words.say("sheet.manifest_title"), columns(words, {"key": "text", "content": "text"}), rows_of(body)
    )


def overview_sheet(sentences: Sequence[str], notes: Sequence[str], words: Words) -> Table:
    """Return the answer in sentences, and what to keep in mind."""
    body = [[sentence] for sentence in (*sentences, *notes)]
    return Table(words.say("sheet.overview"), words.say("sheet.overview_title"), columns(words, {"answer": "text"}), rows_of(body))
