"""The sheets of a budget follow-up: expected accounts, deviations, persons by month, how it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from simcase.present.labels import TOTAL, WITH, Labels
from simcase.present.sentences_followup import BUDGETS, PARTS, notes, sentences
from simcase.present.table import Cell, Column, Formula, Kind, Table, columns, dist_columns, rows_of, spread, total, value_of
from simcase.present.tables_file import manifest_sheet, overview_sheet
from simcase.report.written import write_sheets
from simcase.study import Followup
from simcase.study.results import AgainstBudget, FollowUp, FollowUpLine, FollowUpRow

SUMMED = ("original", "corrected", "gross_so_far", "refund", "due", "rest", "year_persons")
"""Columns whose total is a sum; the others of the total's row follow from these, or are as simulated."""


def write_followup(done: Followup, labels: Labels, path: Path) -> None:
    """Write a follow-up into a workbook, or into a folder of CSV files."""
    result, words = done.result, labels.words
    sheets = [
        overview_sheet(sentences(result, labels), notes(result, labels), words),
        accounts_sheet(result, labels),
        against_sheet(result, labels),
        persons_sheet(result, labels),
        manifest_sheet([done.manifest], words),
    ]
    write_sheets(sheets, path, words)


def _ordered(result: FollowUp, labels: Labels) -> tuple[list[str], dict[str, FollowUpRow]]:
    """Return the lines in the order of the table, and their rows."""
    rows = {row.line: row for row in result.lines}
    return labels.ordered(rows), rows


def _columns(labels: Labels, kinds: Mapping[str, Kind], month: str = "") -> list[Column]:
    """Return columns with the heads that a follow-up gives them."""
    return [Column(name, labels.words.say(f"followup.column.{name}", month=month), kind) for name, kind in kinds.items()]


MONEY = ("original", "corrected", "gross_so_far", "refund", "due", "so_far", "rest", "expected")


def accounts_sheet(result: FollowUp, labels: Labels) -> Table:
    """Return budgets, accounts so far, the rest and the expected accounts; what follows from other cells is a formula."""
    words, month = labels.words, labels.words.month_short(result.as_of)
    heads = [
        *columns(words, {"line": "text"}),
        *_columns(labels, dict.fromkeys(MONEY, "kroner"), month),
        *columns(words, {"p05": "kroner", "p95": "kroner"}),
        *_columns(labels, {"latest": "persons", "year_persons": "persons"}, month),
    ]
    lines, rows = _ordered(result, labels)
    planned = lines.index(TOTAL)
    body = [_accounts_row(rows[line], labels.line(line)) for line in lines]
    for c, column in enumerate(heads):
        if column.id in SUMMED:
            body[planned][c] = total(column.id, [_number(row[c]) for row in body[:planned]])
    return Table(
        id=words.say("followup.sheet"),
        title=words.say("followup.title_kroner", year=result.year),
        columns=heads,
        rows=rows_of(body, _strong(lines)),
        notes=(words.say("note.net"),),
        drawn=("corrected", "expected"),
        chart="column",
    )


def _strong(lines: Sequence[str]) -> frozenset[int]:
    """Return the rows of totals."""
    return frozenset(n for n, line in enumerate(lines) if line == TOTAL or line.startswith(WITH))


def _number(cell: Cell) -> float:
    """Return a cell as a number, 0 where there is none."""
    value = value_of(cell)
    return float(value) if isinstance(value, int | float) else 0.0


def _accounts_row(row: FollowUpRow, name: str) -> list[Cell]:
    """Return a line of the expected accounts."""
    so_far, net = row.so_far, row.expected.municipality
    rest = row.rest.municipality.mean
    return [
        name,
        *(beside.kroner if (beside := row.beside(which)) else None for which in BUDGETS),
        so_far.gross,
        so_far.refund,
        so_far.refund_due,
        Formula("={gross_so_far}-{refund}-{due}", so_far.municipality),
        rest,
        Formula("={so_far}+{rest}", so_far.municipality + rest),
        net.p05,
        net.p95,
        row.counted.latest if isinstance(row, FollowUpLine) else None,
        row.expected.full_time_persons.mean,
    ]


def against_sheet(result: FollowUp, labels: Labels) -> Table:
    """Return the deviation from each budget by line, by volume and price, with interval and probability."""
    words = labels.words
    heads = [
        *columns(words, {"line": "text"}),
        *_columns(labels, {"which": "text", "budget": "kroner", "expected": "kroner", "deviation": "more"}),
        *columns(words, {"p05": "more", "p95": "more"}),
        *_columns(labels, dict.fromkeys(PARTS, "more")),
        *_columns(labels, {"budget_persons": "persons", "year_persons": "persons", "probability": "share"}),
    ]
    lines, rows = _ordered(result, labels)
    body = [
        _against_row(rows[line], beside, labels.line(line), words.say(f"followup.which.{which}"))
        for line in lines
        for which in BUDGETS
        if (beside := rows[line].beside(which)) is not None
    ]
    title = words.say("followup.against_kroner", year=result.year)
    return Table(words.say("followup.sheet_against"), title, heads, rows_of(body), notes=(words.say("followup.split"),))


def _against_row(row: FollowUpRow, beside: AgainstBudget, name: str, which: str) -> list[Cell]:
    """Return the deviation of a line from a budget."""
    expected, over = row.expected, beside.deviation
    volume, price = (each.mean if each else None for each in (beside.volume, beside.price))
    return [
        name,
        which,
        beside.kroner,
        expected.municipality.mean,
        Formula("={expected}-{budget}", over.mean),
        over.p05,
        over.p95,
        volume,
        None if price is None else Formula("={deviation}-{volume}", price),
        beside.full_time_persons,
        expected.full_time_persons.mean,
        beside.overspent.probability,
    ]


def persons_sheet(result: FollowUp, labels: Labels) -> Table:
    """Return persons by line and month, as counted and then as expected with their interval."""
    words = labels.words
    key = "followup.full_time_title" if result.counted == "full_time_persons" else "followup.persons_title"
    heads = [*columns(words, {"line": "text", "month": "month"}), *_columns(labels, {"counted": "persons"}), *dist_columns(words, "amount")]
    body: list[list[Cell]] = [[labels.line(row.line), row.month, row.counted, *spread(row.foreseen)] for row in result.persons]
    return Table(words.say("followup.sheet_persons"), words.say(key, month=words.month(result.as_of)), heads, rows_of(body))
