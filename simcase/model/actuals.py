"""A budget officer's accounts so far, and the budgets that they are held against, read strictly from a workbook or a CSV file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import numpy as np

from simcase.declare import Row, Value, has_rows, head_of, month_of, number_of, read_rows, shown_value
from simcase.declare.cells import Grouped
from simcase.declare.values import Label
from simcase.errors import Issue, UserError, closest_called, once_each
from simcase.model.resolved import Model
from simcase.vocabulary import Floats, add_months, month_starts
from simcase.words import said

LINE: Final = ("line", "linje", "ydelse", "budgetlinje", "kontonavn", "konto")
MONTH: Final = ("month", "måned", "maaned", "periode")
MONEY: Final = (("gross", "brutto", "bruttoudgift", "bruttoudgifter"), ("refund", "refusion", "statsrefusion"))
PERSONS: Final = ("persons", "personer", "antal personer", "number of persons")
FULL_TIME: Final = ("full_time_persons", "fuldtidspersoner", "antal fuldtidspersoner", "full-time persons")
ORIGINAL: Final = ("original", "oprindeligt", "oprindeligt budget", "original budget")
CORRECTED: Final = ("corrected", "korrigeret", "korrigeret budget", "corrected budget")
ORIGINAL_PERSONS: Final = ("original_persons", "oprindelige fuldtidspersoner")
CORRECTED_PERSONS: Final = ("corrected_persons", "korrigerede fuldtidspersoner")
COLUMNS: Final = frozenset(
    names[0] for names in (LINE, MONTH, *MONEY, PERSONS, FULL_TIME, ORIGINAL, CORRECTED, ORIGINAL_PERSONS, CORRECTED_PERSONS)
)
"""The names by which the cells of columns are read."""
TOTAL: Final = re.compile(r"(i[ _]alt|(sub|hoved)?total|sum|grand total)(\W.{,40})?|.{,60}\W(i alt|total)", re.IGNORECASE)
"""What a cell says whose row holds sums of others."""
ACCOUNT: Final = re.compile(r"\d+(\.\d+)*\.?[\s:-]+(?=\S)")
"""The number of an account before its name, such as 5.57.71, which is passed over."""
LEAST: Final = 100.0
"""Kroner a person and month below which accounts are taken to be in thousands."""

Cells = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Actuals:
    """Accounts of the first M months of a year for L lines; refund is as booked, so it concerns an earlier month.

    `absent` are lines that the accounts name without a figure: other accounts hold them.
    """

    months: tuple[date, ...]
    lines: tuple[str, ...]
    gross: Floats  # L, M: kroner
    refund: Floats  # L, M: kroner
    persons: Floats  # L, M: averages of the month
    full_time: bool
    """Whether full-time persons were counted."""
    left_out: int
    """Rows of other months."""
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Budgeted:
    """A line's budget, net in kroner, and the full-time persons behind it, where they are known."""

    kroner: float
    persons: float | None


@dataclass(slots=True)
class _Reading:
    """What has been read of a file so far, and what is wrong with it."""

    file: Path
    lines: Mapping[str, str]
    labels: Mapping[str, Label]
    issues: list[Issue] = field(default_factory=list)

    def wrong(self, row: int, column: str, found: str, expected: str, hint: str = "") -> None:
        """Note what is wrong in a column of a row, or with a line."""
        self.issues.append(Issue(str(self.file), row, head_of(column) if column in COLUMNS else column, found, expected, hint))

    def line(self, row: int, cells: Cells) -> str | None:
        """Return the line of a row; None for what is no line, which is noted."""
        name = self.named(cells["line"])
        if name.lower() not in self.lines:
            self.wrong(row, "line", f"'{name}'", *closest_called(name, self.labels))
        return self.lines.get(name.lower())

    def named(self, cell: Value) -> str:
        """Return the name in a cell without the number of an account before it."""
        return ACCOUNT.sub("", str(cell or "").strip(), count=1)

    def number(self, row: int, cells: Cells, column: str, *, blank: float | None = None) -> float:
        """Return a cell's number from 0 on, or note what it is instead; `blank` is what an empty one stands for."""
        cell = cells[column]
        if blank is not None and _blank(cell):
            return blank
        value = number_of(cell)
        if value is None or isinstance(cell, Grouped):
            expected = cell.readings if isinstance(cell, Grouped) else said("error.value.number")
            self.wrong(row, column, shown_value(cell), expected)
            return 0.0
        if value < 0.0:
            hint = said("error.table.refund") if column == "refund" else said("error.table.correction")
            self.wrong(row, column, said("error.number.below_0"), said("error.number.at_least_0"), hint)
        return value


def _reading(file: Path, model: Model) -> _Reading:
    """Return the beginning of what is read of a file, which may call lines by their ids, or by their labels in either language."""
    names = {name.lower(): line.id for line in model.lines for name in (line.id, line.label.da, line.label.en)}
    return _Reading(file, names, {line.id: line.label for line in model.lines})


def actuals(model: Model, file: Path, as_of: date) -> Actuals:
    """Return the accounts of the year of a day, in the whole months until then.

    Raises UserError with every problem: a line or month that is none, a number that is none, rows that are missing or there twice.
    """
    months = _months(as_of)
    reading, left_out = _reading(file, model), 0
    rows: dict[tuple[str, date], tuple[int, tuple[float, float, float] | None]] = {}
    whole = _read(file)
    full_time = any("full_time_persons" in cells for _, cells in whole)
    for row, cells in whole:
        if all(map(_blank, cells.values())):
            continue
        before = len(reading.issues)
        line, month = reading.line(row, cells), _month(reading, row, cells)
        if line is None or month is None:
            continue
        if month not in months:
            left_out += 1
            continue
        counted = "full_time_persons" if full_time else "persons"
        blank = all(_blank(cells.get(name)) for name in ("gross", "refund", counted))
        figures = None if blank else _figures(reading, row, cells, counted)
        if (line, month) in rows and len(reading.issues) == before:
            reading.wrong(
                row,
                "line",
                said("error.table.second_row_month", line=reading.labels[line], month=month),
                said("error.table.one_row_first", rows=rows[line, month][0]),
            )
        rows.setdefault((line, month), (row, figures))
    lines = _complete(model, reading, {key: row for key, (row, _) in rows.items()}, months)
    absent = _absent(reading, lines, months, rows)
    if reading.issues:
        raise UserError(once_each(reading.issues))
    held = tuple(line for line in lines if line not in absent)
    table = np.array([[rows[line, month][1] for month in months] for line in held])
    return Actuals(months, held, table[..., 0], table[..., 1], table[..., 2], full_time, left_out, absent)


def _months(as_of: date) -> tuple[date, ...]:
    """Return the whole months of a year until a day; raises UserError where there is none."""
    last = add_months((as_of + timedelta(days=1)).replace(day=1), -1)
    if last.year != as_of.year:
        raise UserError([Issue("", 0, "--as-of", as_of.isoformat(), said("error.table.whole_month", year=as_of.year))])
    return month_starts(date(as_of.year, 1, 1), last)


def _read(file: Path) -> list[tuple[int, dict[str, Value]]]:
    """Return the rows of accounts; raises UserError where neither persons nor full-time persons are counted, or both are."""
    rows = _carried_down(read_rows(file, (MONTH, LINE, *MONEY), (PERSONS, FULL_TIME), _is_total))
    counts = [name for name in ("persons", "full_time_persons") if rows and name in rows[0][1]]
    if len(counts) != 1:
        found = said("error.table.both_counts") if counts else said("error.file.no_column") if rows else said("error.table.no_rows")
        raise UserError([Issue(str(file), 0, head_of(PERSONS[0]), found, said("error.table.one_count"))])
    return rows


def _is_total(named: Cells, every: Sequence[Value]) -> bool:
    """Tell whether a row holds sums of others: its month or line says so or, where it names no line, a cell in any column.

    A remark on a row that names a line is none of that: what a line costs would be lost without a word.
    """
    says = every if _blank(named["line"]) else named.values()
    return any(isinstance(cell, str) and TOTAL.fullmatch(cell.strip()) for cell in says)


def _carried_down(rows: Iterable[Row]) -> list[Row]:
    """Return rows whose blank month, or blank line, is that of the row above, as where cells are merged.

    Those with neither are passed over where they hold sums; one that holds other figures is kept, lest they be lost without a word.
    """
    kept: list[Row] = []
    for row, cells in rows:
        blank = [name for name in ("month", "line") if _blank(cells[name])]
        if len(blank) == 1 and kept:
            kept.append((row, {**cells, blank[0]: kept[-1][1][blank[0]]}))
        elif not blank or not _are_sums(cells, kept):
            kept.append((row, cells))
    return kept


def _are_sums(cells: Cells, above: Sequence[Row]) -> bool:
    """Tell whether the figures of a row are sums over the rows just above it, as near as rounding to a whole each leaves them."""
    figures = {name: number_of(cell) for name, cell in cells.items() if name not in {"month", "line"} and not _blank(cell)}
    sums = dict.fromkeys(figures, 0.0)
    for count, (_, each) in enumerate(reversed(above), 1):
        sums = {name: so_far + (number_of(each[name]) or 0.0) for name, so_far in sums.items()}
        if all(figure is not None and abs(figure - sums[name]) <= count / 2 for name, figure in figures.items()):
            return True
    return not figures


def _month(reading: _Reading, row: int, cells: Cells) -> date | None:
    """Return the month of a row, or note that it has none."""
    cell = cells["month"]
    found = cell.replace(day=1) if isinstance(cell, date) else month_of(str(cell))
    if found is None:
        reading.wrong(row, "month", said("error.value.nothing") if cell is None else f"'{cell}'", said("error.value.month"))
    return found


def _figures(reading: _Reading, row: int, cells: Cells, counted: str) -> tuple[float, float, float]:
    """Return gross, refund and persons of a row, or note what is wrong with them; a blank refund is none."""
    gross, persons = reading.number(row, cells, "gross"), reading.number(row, cells, counted)
    if persons >= 1.0 and 0.0 < gross < LEAST * persons:
        reading.wrong(row, "gross", said("error.table.a_person", least=LEAST), said("error.table.kroner"), said("error.table.thousands"))
    return gross, reading.number(row, cells, "refund", blank=0.0), persons


def _complete(model: Model, reading: _Reading, rows: Mapping[tuple[str, date], int], months: tuple[date, ...]) -> tuple[str, ...]:
    """Return the lines of the accounts in the order of the budget, or note which months they lack; memo lines may be left out."""
    there = {line for line, _ in rows}
    lines = tuple(line.id for line in model.lines if line.id in there or not line.memo)
    lacking: dict[tuple[str, ...], list[Label]] = {}
    for line in lines:
        if missing := tuple(f"{month:%Y-%m}" for month in months if (line, month) not in rows):
            lacking.setdefault(missing, []).append(reading.labels[line])
    for missing, labels in lacking.items():
        expected = said("error.table.row_each_month", months=months[-1])
        reading.wrong(0, said("error.all_of", items=labels), said("error.table.no_row", missing=missing), expected)
    return lines


def _absent(
    reading: _Reading, lines: Sequence[str], months: Sequence[date], rows: Mapping[tuple[str, date], tuple[int, object]]
) -> tuple[str, ...]:
    """Return the lines whose rows hold no figure; note those that have figures in some months alone, and accounts without any."""
    absent = []
    for line in lines:
        empty = [month for month in months if (line, month) in rows and rows[line, month][1] is None]
        if empty and len(empty) < len(months):
            found = said("error.table.no_figure", empty=[f"{month:%Y-%m}" for month in empty])
            reading.wrong(
                rows[line, empty[0]][0], said("error.all_of", items=[reading.labels[line]]), found, said("error.table.every_month")
            )
        elif empty:
            absent.append(line)
    if len(absent) == len(lines):
        reading.wrong(0, "gross", said("error.table.no_figures"), said("error.table.some_line"))
    return tuple(absent)


def _blank(cell: Value) -> bool:
    """Tell whether a cell holds nothing."""
    return cell is None or str(cell).strip() == ""


def budgets(model: Model, year: int, file: Path | None, accounts: Path) -> tuple[dict[str, Budgeted], dict[str, Budgeted]]:
    """Return the original and the corrected budget of a year by line, from a file, a sheet beside the accounts, or the model's plan.

    What a file does not say of the original budget is the plan's; a line without a corrected budget has its original one. Raises
    UserError with every problem in the file.
    """
    plan = model.budget.lines if model.budget is not None and model.budget.year == year else {}
    original = {
        line: Budgeted(each.support, each.full_time_persons.value if each.full_time_persons else None) for line, each in plan.items()
    }
    if file is None and not has_rows(accounts, (LINE, CORRECTED)):
        return original, original
    corrected = dict(original)
    reading, seen = _reading(file or accounts, model), set()
    for row, cells in read_rows(file or accounts, (LINE, CORRECTED), (ORIGINAL, ORIGINAL_PERSONS, CORRECTED_PERSONS), _is_total):
        if all(map(_blank, cells.values())):
            continue
        line = reading.line(row, cells)
        if line is None:
            continue
        if line in seen:
            reading.wrong(row, "line", said("error.table.second_row_line", line=reading.labels[line]), said("error.table.one"))
        seen.add(line)
        first = _budgeted(reading, row, cells, ("original", "original_persons"), original.get(line))
        second = _budgeted(reading, row, cells, ("corrected", "corrected_persons"), first)
        original |= {line: first} if first else {}
        corrected |= {line: second} if second else {}
    if reading.issues:
        raise UserError(once_each(reading.issues))
    return original, corrected


def _budgeted(reading: _Reading, row: int, cells: Cells, columns: tuple[str, str], other: Budgeted | None) -> Budgeted | None:
    """Return a budget of a row; what is blank is that of another one."""
    kroner, persons = (None if cells.get(column) is None else reading.number(row, cells, column) for column in columns)
    if kroner is None:
        return other
    return Budgeted(kroner, persons if persons is not None else other.persons if other else None)
