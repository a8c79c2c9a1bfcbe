"""The tables of a budget follow-up: expected accounts, deviations from the two budgets, persons by month."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from simcase.money import TOTAL
from simcase.present.labels import Labels
from simcase.present.sentences_followup import BUDGETS, PARTS, Budget, compared, notes, sentences, split
from simcase.present.table import (
    Cell,
    Column,
    Formula,
    Interval,
    Kind,
    Row,
    Said,
    Sentence,
    Table,
    columns,
    dist_columns,
    rows_of,
    spread,
    total,
    value_of,
)
from simcase.present.tables_budget import apart, look_of
from simcase.present.tables_file import manifest_sheet, with_overview
from simcase.study import Followup
from simcase.study.identity import Manifest
from simcase.study.results import AgainstBudget, FollowUp, FollowUpLine, FollowUpRow
from simcase.vocabulary import uncertainty_of
from simcase.words import Words

MONEY = ("gross_so_far", "refund", "due", "so_far", "rest", "expected")
SUMMED = ("original", "corrected", "gross_so_far", "refund", "due", "rest", "year_persons")
"""Columns whose total is a sum; the others of the total's row follow from these, or are as simulated."""


def followup_parts(result: FollowUp, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield what is printed of a follow-up, from the answer to the notes."""
    words = labels.words
    yield Sentence("\n".join(sentences(result, labels)), "strong")
    yield replace(accounts_table(result, labels), title=words.say("followup.title", year=result.year))
    for which in compared(result):
        if any(row.beside(which) for row in result.lines):
            yield replace(against_table(result, (which,), labels), title=words.say(f"followup.title.{which}", year=result.year))
    yield Sentence("\n".join(notes(result, labels)), "faint")


def followup_sheets(done: Followup, labels: Labels) -> list[Table]:
    """Return what a file has of a follow-up, and how it was made."""
    result, words = done.result, labels.words
    manifest: Manifest = {**done.manifest, "uncertainty": uncertainty_of("+".join(result.varying) or "none")}
    sheets = [
        accounts_table(result, labels),
        against_table(result, compared(result), labels),
        persons_table(result, labels),
        manifest_sheet([manifest], [shlex.join(manifest["command"])], words),
    ]
    return with_overview(sentences(result, labels), notes(result, labels), sheets, words)


def accounts_table(result: FollowUp, labels: Labels) -> Table:
    """Return budgets, accounts so far, the rest and the expected accounts by line; what follows from other cells is a formula."""
    words, month = labels.words, labels.words.month_short(result.as_of)
    budgets = compared(result)
    latest = budgets[-1]
    money: dict[str, Kind] = dict.fromkeys((latest, "so_far", "rest", "expected", "interval"), "kroner")
    heads = [
        *_heads(words, {**money, "latest": "persons", "year_persons": "persons"}, month),
        *columns(words, {"line": "text"}, "file"),
        *_columns(words, dict.fromkeys((*budgets, *MONEY), "kroner"), month),
        *columns(words, {"p05": "kroner", "p95": "kroner"}, "file"),
        *_columns(words, {"latest": "persons", "year_persons": "persons"}, month),
    ]
    lines, rows = _ordered(result, labels)
    body = {line: _accounts_cells(rows[line], labels) for line in lines}
    planned = lines[: lines.index(TOTAL)]
    body[TOTAL] |= {name: total(name, [_number(body[line][name]) for line in planned]) for name in SUMMED}
    gaps = apart(lines, labels)
    return Table(
        id=words.say("followup.sheet"),
        title=words.say("followup.title_kroner", year=result.year),
        columns=heads,
        rows=[Row([body[line][each.id] for each in heads], look_of(line), apart=line in gaps) for line in lines],
        notes=(words.say("note.net"),),
        drawn=(latest, "expected"),
        chart="column",
    )


def _accounts_cells(row: FollowUpRow, labels: Labels) -> dict[str, Cell]:
    """Return the figures of a line by column."""
    so_far, net, rest = row.so_far, row.expected.municipality, row.rest.municipality.mean
    counted = row.counted if isinstance(row, FollowUpLine) else None
    booked: dict[str, Cell] = {
        "gross_so_far": so_far.gross,
        "refund": so_far.refund,
        "due": so_far.refund_due,
        "so_far": Formula("={gross_so_far}-{refund}-{due}", so_far.municipality),
    }
    return {
        "line": labels.line(row.line),
        **{which: beside.kroner if (beside := row.beside(which)) else None for which in BUDGETS},
        **(dict.fromkeys(booked) if isinstance(row, FollowUpLine) and counted is None else booked),
        "rest": rest,
        "expected": Formula("={so_far}+{rest}", so_far.municipality + rest),
        "interval": Interval(net.p05, net.p95),
        "p05": net.p05,
        "p95": net.p95,
        "latest": counted.latest if counted is not None else None,
        "year_persons": row.expected.full_time_persons.mean,
    }


def against_table(result: FollowUp, budgets: Sequence[Budget], labels: Labels) -> Table:
    """Return the deviation from budgets by line, by volume and price, with its interval and in how many runs it is an overspending."""
    words = labels.words
    more: dict[str, Kind] = dict.fromkeys(("deviation", "interval", *PARTS), "more")
    heads = [
        *_heads(words, {"budget": "kroner", **more, "runs": "share"}),
        *columns(words, {"line": "text"}, "file"),
        *_columns(words, {"which": "text", "budget": "kroner", "expected": "kroner", "deviation": "more"}),
        *columns(words, {"p05": "more", "p95": "more"}, "file"),
        *_columns(words, dict.fromkeys(PARTS, "more")),
        *_columns(words, {"budget_persons": "persons", "year_persons": "persons", "probability": "share"}),
    ]
    lines, rows = _ordered(result, labels)
    body = []
    for line in lines:
        for which in budgets:
            beside = rows[line].beside(which)
            if beside is not None:
                cells = _against_cells(rows[line], beside, words) | {
                    "line": labels.line(line),
                    "which": words.say(f"followup.which.{which}"),
                }
                body.append(Row([cells[each.id] for each in heads], look_of(line), apart=line == TOTAL))
    title = words.say("followup.against_kroner" if len(budgets) > 1 else "followup.against_kroner_one", year=result.year)
    return Table(words.say("followup.sheet_against"), title, heads, body, notes=tuple(split(result, labels)))


def _against_cells(row: FollowUpRow, beside: AgainstBudget, words: Words) -> dict[str, Cell]:
    """Return the deviation of a line from a budget by column."""
    expected, over, probability = row.expected, beside.deviation, beside.overspent.probability
    volume, price = (each.mean if each else None for each in (beside.volume, beside.price))
    return {
        "budget": beside.kroner,
        "expected": expected.municipality.mean,
        "deviation": Formula("={expected}-{budget}", over.mean),
        "interval": Interval(over.p05, over.p95),
        "p05": over.p05,
        "p95": over.p95,
        "volume": volume,
        "price": None if price is None else Formula("={deviation}-{volume}", price),
        "budget_persons": beside.full_time_persons,
        "year_persons": expected.full_time_persons.mean,
        "runs": Said(probability, words.of_runs(probability)),
        "probability": probability,
    }


def persons_table(result: FollowUp, labels: Labels) -> Table:
    """Return persons by line and month, as counted and then as expected with their interval."""
    words = labels.words
    key = "followup.full_time_title" if result.counted == "full_time_persons" else "followup.persons_title"
    heads = [
        *columns(words, {"line": "text", "month": "month"}),
        *_columns(words, {"counted": "persons"}),
        *dist_columns(words, "amount"),
    ]
    body = rows_of([labels.line(row.line), row.month, row.counted, *spread(row.foreseen)] for row in result.persons)
    return Table(words.say("followup.sheet_persons"), words.say(key, month=words.month(result.as_of)), heads, body)


def _heads(words: Words, kinds: Mapping[str, Kind], month: str = "") -> list[Column]:
    """Return the line and columns with the narrow heads that print gives them."""
    line = Column("line", words.say("head.line"), "text", "print")
    return [line, *(Column(name, words.say(f"followup.head.{name}", month=month), kind, "print") for name, kind in kinds.items())]


def _columns(words: Words, kinds: Mapping[str, Kind], month: str = "") -> list[Column]:
    """Return columns with the heads that a file gives them."""
    return [Column(name, words.say(f"followup.column.{name}", month=month), kind, "file") for name, kind in kinds.items()]


def _ordered(result: FollowUp, labels: Labels) -> tuple[list[str], dict[str, FollowUpRow]]:
    """Return the lines in the order of the table, and their rows."""
    rows = {row.line: row for row in result.lines}
    return labels.ordered(rows), rows


def _number(cell: Cell) -> float:
    """Return a cell as a number, 0 where there is none."""
    value = value_of(cell)
    return float(value) if isinstance(value, int | float) else 0.0
