"""What a budget officer reads: the expected accounts by line, and how they stand against the two budgets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.terminal import Grid, table
from simcase.present.labels import TOTAL, WITH, Labels
from simcase.present.sentences_followup import BUDGETS, PARTS, notes, sentences
from simcase.study.results import AgainstBudget, FollowUp, FollowUpLine, FollowUpRow
from simcase.words import Words

HEADS = ("corrected", "so_far", "rest", "expected", "interval", "latest", "year_persons")


def followup_parts(result: FollowUp, labels: Labels) -> Iterator[RenderableType]:
    """Yield what is printed of a follow-up, from the answer to the notes."""
    yield Text("\n".join(sentences(result, labels)), style="bold")
    yield expected_table(result, labels)
    for which in BUDGETS:
        if any(row.beside(which) for row in result.lines):
            yield against_table(result, which, labels)
    yield Text("\n".join(notes(result, labels)), style="dim")


def expected_table(result: FollowUp, labels: Labels) -> Grid:
    """Return the corrected budget, accounts so far, the rest and the expected accounts with their interval, a row a line."""
    words = labels.words
    month = words.month_short(result.as_of)
    heads = [words.say(f"followup.head.{head}", month=month) for head in HEADS]
    grid = table(words.say("followup.title", year=result.year), [words.say("head.line")], heads)
    rows = {row.line: row for row in result.lines}
    for line in labels.ordered(rows):
        if line == TOTAL:
            grid.add_section()
        grid.add_row(labels.line(line), *_expected_cells(rows[line], words), style=_look(line))
        if line == TOTAL:
            grid.add_section()
    return grid


def _look(line: str) -> str:
    """Return how a row looks: totals stand out."""
    return "bold" if line == TOTAL or line.startswith(WITH) else ""


def _expected_cells(row: FollowUpRow, words: Words) -> list[str]:
    """Return the figures of a line."""
    net = row.expected.municipality
    return [
        "" if row.corrected is None else words.kroner_1000(row.corrected.kroner),
        words.kroner_1000(row.so_far.municipality),
        words.kroner_1000(row.rest.municipality.mean),
        words.kroner_1000(net.mean),
        words.interval(words.kroner_1000(net.p05), words.kroner_1000(net.p95)),
        words.persons(row.counted.latest) if isinstance(row, FollowUpLine) else "",
        words.persons(row.expected.full_time_persons.mean),
    ]


def against_table(result: FollowUp, which: Literal["original", "corrected"], labels: Labels) -> Grid:
    """Return over- and underspending against a budget by line, by volume and price, and in how many runs there is overspending."""
    words = labels.words
    heads = [words.say(f"followup.head.{head}") for head in ("budget", "deviation", "interval", *PARTS, "runs")]
    grid = table(words.say(f"followup.title.{which}", year=result.year), [words.say("head.line")], heads)
    rows = {row.line: beside for row in result.lines if (beside := row.beside(which)) is not None}
    for line in labels.ordered(rows):
        if line == TOTAL:
            grid.add_section()
        grid.add_row(labels.line(line), *_against_cells(rows[line], words), style=_look(line))
    return grid


def _against_cells(row: AgainstBudget, words: Words) -> list[str]:
    """Return the budget, the deviation from it with interval and parts, and in how many runs it is an overspending."""
    over = row.deviation
    return [
        words.kroner_1000(row.kroner),
        words.change_1000(over.mean),
        words.interval(words.change_1000(over.p05), words.change_1000(over.p95)),
        *("" if part is None else words.change_1000(part.mean) for part in (row.volume, row.price)),
        words.of_runs(row.overspent.probability),
    ]
