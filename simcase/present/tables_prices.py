"""The sheet of prices: what a full-time person costs on each line, to be edited, and what the plan's year then comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from simcase.model import Assumption
from simcase.present.labels import Labels
from simcase.present.table import Cell, Column, Formula, Kind, Row, Table
from simcase.study.periods import plan_year
from simcase.study.results import BudgetRow, RunResult

KINDS: Final[Mapping[str, Kind]] = {
    "line": "text",
    "price_of_line": "price",
    "price_before": "price",
    "expected_persons": "amount",
    "gross": "kroner",
    "state_share": "share",
    "state": "kroner",
    "forecast": "kroner",
    "path": "text",
    "factor": "figure",
    "grade": "text",
}
EDITED: Final = "price_of_line"
"""The column that is edited; the factor goes up and down with it."""


def priced_lines(result: RunResult, assumed: Mapping[str, Assumption]) -> dict[str, BudgetRow]:
    """Return the lines of the plan's year whose price is a number of the model that may be edited; none where it is not simulated."""
    year = plan_year(result)
    rows = {row.line: row for row in result.budget if row.year == year}
    return {line: row for line, row in rows.items() if path_of(line) in assumed and row.full_time_persons.mean > 0.0 < row.gross.mean}


def path_of(line: str) -> str:
    """Return the path to the number with which the price of a line goes up and down."""
    return f"take_up.{line}"


def prices_sheet(result: RunResult, lines: Mapping[str, BudgetRow], assumed: Mapping[str, Assumption], labels: Labels) -> Table:
    """Return a row a line: the price that may be edited, and gross, the state's part and net that follow from it."""
    words = labels.words
    rows = [Row(_cells(line, row, assumed[path_of(line)], labels)) for line, row in lines.items()]
    heads = [Column(name, words.say(f"sheet.{name}"), kind) for name, kind in KINDS.items()]
    return Table(
        id=words.say("sheet.prices"),
        title=words.say("sheet.prices_title", year=plan_year(result)),
        columns=heads,
        rows=rows,
        notes=(words.say("sheet.prices_note"), words.say("sheet.prices_read_back")),
        editable=frozenset(range(len(rows))),
        edited=EDITED,
    )


def _cells(line: str, row: BudgetRow, factor: Assumption, labels: Labels) -> list[Cell]:
    """Return the cells of a line."""
    gross, persons = row.gross.mean, row.full_time_persons.mean
    price, share = gross / persons, row.state.mean / gross
    return [
        labels.line(line),
        price,
        price,
        persons,
        Formula("={price_of_line}*{expected_persons}", gross),
        share,
        Formula("={gross}*{state_share}", row.state.mean),
        Formula("={gross}-{state}", row.municipality.mean),
        factor.path,
        factor.value,
        factor.grade,
    ]


def with_live_prices(budget: Table, prices: Table, lines: Mapping[str, BudgetRow], labels: Labels) -> Table:
    """Return the sheet of the budget with gross and the state's part of each line as the sheet of prices has them."""
    at = {labels.line(line): n for n, line in enumerate(lines)}
    names = [column.id for column in budget.columns]
    rows = []
    for row in budget.rows:
        cells, here = list(row.cells), at.get(str(row.cells[0]))
        if here is not None:
            for name in ("gross", "state"):
                c = names.index(name)
                value = cells[c]
                cells[c] = Formula(f"={{{prices.id}!{name}:{here}}}", float(value) if isinstance(value, int | float) else 0.0)
        rows.append(replace(row, cells=cells))
    return replace(budget, rows=rows)
