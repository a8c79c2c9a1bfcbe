"""A table on its way to a file: what its columns hold, and which of its cells are worked out from others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from simcase.compare import Edge

Kind = Literal["text", "kroner", "persons", "share", "amount", "more", "change", "figure", "month", "date", "whole"]
"""What a column holds: kroner and persons are printed whole, an amount of either with one decimal, a figure with the digits that it has.

`more` are kroner and `change` an amount that are differences, with their sign.
"""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id, its head, what it holds."""

    id: str
    head: str
    kind: Kind = "kroner"


@dataclass(frozen=True, slots=True)
class Formula:
    """A cell worked out from others: the formula and its value.

    In the formula `{net}` stands for the cell of column `net` in the same row, `{net:-1}` for the one above, and `{net:2:5}` for the
    rows 2 to 5 of the table, counted from 0.
    """

    text: str
    value: float


Cell = str | float | int | date | Formula | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a title: its columns and rows, which rows stand out, what to keep in mind, and what is drawn beside it."""

    id: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    strong: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()
    drawn: tuple[str, ...] = ()
    """Columns that a chart shows."""
    along: str = ""
    """The column that stands along the chart's axis, the first one unless named."""
    chart: Literal["none", "line", "column"] = "none"
    editable: frozenset[int] = frozenset()
    """Rows whose value may be edited and read back."""


def value_of(cell: Cell) -> str | float | int | date | None:
    """Return what a cell shows."""
    return cell.value if isinstance(cell, Formula) else cell


DIST: Final[tuple[Edge, ...]] = ("mean", "p05", "p95")
"""What is shown of a distribution over runs."""


def total(column: str, values: Sequence[float], first: int = 0) -> Formula:
    """Return the sum of a column's rows from the first on, as many as there are values."""
    return Formula(f"=SUM({{{column}:{first}:{first + len(values) - 1}}})", float(sum(values)))
