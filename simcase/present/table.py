"""One model of a table, for print and for files: what its columns hold, how its rows look, which cells are worked out from others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal, NamedTuple

from simcase.compare import Edge, Estimate
from simcase.words import Words

Kind = Literal[
    "text", "label", "kroner", "price", "persons", "share", "amount", "more", "change", "figure", "month", "date", "whole"
]  # fmt: skip
"""What a column holds: a label is a text that stays on one line; a file has kroner and persons whole, an amount of either with one decimal.

`more` are kroner and `change` an amount that are differences, with their sign. Print has kroner in thousands, a price with a decimal.
"""
Medium = Literal["both", "print", "file"]
"""Where a column or a row stands: print is the terminal and a page, a file is a workbook or CSV."""
Look = Literal["", "strong", "faint"]
"""How a row or a sentence stands out."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id, its head, what it holds, where it stands."""

    id: str
    head: str
    kind: Kind = "kroner"
    medium: Medium = "both"


class Formula(NamedTuple):
    """A cell worked out from others: the formula, which a file has, and its value.

    In the formula `{net}` stands for the cell of column `net` in the same row, `{net:-1}` for the one above, and `{net:2:5}` for the
    rows 2 to 5 of the table in a file, counted from 0; `{Prices!net:2}` for row 2 of the table whose id is `Prices`.
    """

    text: str
    value: float


class Interval(NamedTuple):
    """Two figures that are printed as a range; a file has a column for each."""

    low: float
    high: float


class Marked(NamedTuple):
    """A figure that is printed with a mark before it, such as one that may be noise; nothing at all has none."""

    value: float | Formula
    mark: str


class Said(NamedTuple):
    """A figure that is printed in words of its own."""

    value: float | date | Formula | None
    text: str


PAPER: Final = 100
"""Rows of a table that is printed from a workbook at the most."""
Value = str | float | int | date | None
Cell = Value | Formula | Marked | Interval | Said


@dataclass(frozen=True, slots=True)
class Row:
    """A row: a cell a column, in print perhaps fewer; how it looks, where it stands, whether print sets it apart from those above."""

    cells: Sequence[Cell]
    look: Look = ""
    medium: Medium = "both"
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence between tables, with others that stand indented beneath it."""

    text: str
    look: Look = ""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a title: its columns and rows, what to keep in mind, and what is drawn beside it.

    `below` is printed beneath, `notes` stand beneath in a file.
    """

    id: str
    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    notes: tuple[str, ...] = ()
    below: str = ""
    drawn: tuple[str, ...] = ()
    """Columns that a chart in a workbook shows."""
    along: str = ""
    """The column that stands along the chart's axis, the first one unless named."""
    chart: Literal["none", "line", "column"] = "none"
    editable: frozenset[int] = frozenset()
    """Rows in which a cell may be edited and read back."""
    edited: str = "value"
    """The column of that cell."""

    @property
    def on_paper(self) -> bool:
        """Tell whether a workbook prints it: a table of more rows is looked things up in, and fills paper that nobody reads."""
        return len(self.rows) <= PAPER


def texts(*heads: str) -> list[Column]:
    """Return columns of text for a table that is printed alone."""
    return [Column("", head, "text") for head in heads]


def figures(*heads: str, kind: Kind = "figure") -> list[Column]:
    """Return columns of figures, or of what is written already, for a table that is printed alone."""
    return [Column("", head, kind) for head in heads]


def rows_of(cells: Iterable[Sequence[Cell]], strong: Iterable[int] = ()) -> list[Row]:
    """Return rows, those strong whose numbers, counted from 0, are given."""
    stand_out = frozenset(strong)
    return [Row(each, "strong" if n in stand_out else "") for n, each in enumerate(cells)]


def value_of(cell: Cell) -> Value:
    """Return the figure or text of a cell; a range, which is two, raises TypeError."""
    kept = _kept(cell)
    return kept.value if isinstance(kept, Formula) else kept


def _kept(cell: Cell) -> Value | Formula:
    """Return what a file has of a cell."""
    if isinstance(cell, Interval):
        raise TypeError(cell)
    return cell.value if isinstance(cell, Marked | Said) else cell


def printed(table: Table, words: Words) -> Table:
    """Return a table as it is read: the columns and rows of print, each cell a text, and a cell a column."""
    return _of_medium(table, "print", lambda cell, column: written(cell, column.kind, words))


def filed(table: Table) -> Table:
    """Return a table as a file has it: the columns and rows of a file, each head on one line, each cell a value or a formula."""
    table = replace(table, columns=[replace(column, head=column.head.replace("\n", " ")) for column in table.columns])
    return _of_medium(table, "file", lambda cell, _: _kept(cell))


def _of_medium(table: Table, medium: Medium, turn: Callable[[Cell, Column], Cell]) -> Table:
    """Return the columns and rows that stand in a medium, their cells turned into what it has."""
    width, kept = len(table.columns), [n for n, column in enumerate(table.columns) if column.medium in {"both", medium}]
    made = []
    for row in table.rows:
        if row.medium in {"both", medium}:
            cells = [*row.cells, *[None] * (width - len(row.cells))]
            made.append(replace(row, cells=[turn(cells[n], table.columns[n]) for n in kept]))
    return replace(table, columns=[table.columns[n] for n in kept], rows=made)


def written(cell: Cell, kind: Kind, words: Words) -> str:
    """Return a cell as it is printed in a column of a kind.

    >>> written(471_115_400.0, "kroner", Words("en")), written(Marked(1200.0, "~"), "more", Words("en"))
    ('471,115', '~+1')
    """
    if isinstance(cell, Said):
        return cell.text
    if isinstance(cell, Interval):
        return words.interval(*(_plain(end, kind, words) for end in cell))
    text = _plain(value_of(cell), kind, words)
    return f"{cell.mark}{text}" if isinstance(cell, Marked) and text != "0" else text


def _plain(value: Value, kind: Kind, words: Words) -> str:
    """Return a value as it is printed in a column of a kind; what is written already stays."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, date):
        return words.month_and_year(value) if kind == "month" else words.date(value)
    return WRITTEN[kind](words, value)


WRITTEN: Final[Mapping[Kind, Callable[[Words, float], str]]] = {
    "kroner": Words.kroner_1000,
    "price": lambda words, value: words.number(value / 1e3, 1),
    "persons": Words.persons,
    "share": Words.percent,
    "amount": lambda words, value: words.number(value, 1),
    "more": Words.change_1000,
    "change": Words.change,
    "figure": Words.figure,
    "whole": lambda _, value: f"{value:.0f}",
}
"""How the numbers of each kind are printed."""
DIST: Final[tuple[Edge, ...]] = ("mean", "p05", "p95")
"""What is shown of a distribution over runs."""


def total(column: str, values: Sequence[float], first: int = 0) -> Formula:
    """Return the sum of a column's rows from the first on, as many as there are values."""
    return Formula(f"=SUM({{{column}:{first}:{first + len(values) - 1}}})", float(sum(values)))


def columns(words: Words, kinds: Mapping[str, Kind], medium: Medium = "both") -> list[Column]:
    """Return columns with the heads that they have in files."""
    return [Column(name, words.say(f"sheet.{name}"), kind, medium) for name, kind in kinds.items()]


def dist_columns(words: Words, kind: Kind, medium: Medium = "both") -> list[Column]:
    """Return the columns of a distribution over runs."""
    return columns(words, dict.fromkeys(DIST, kind), medium)


def spread(figure: Estimate | None) -> list[Cell]:
    """Return mean and interval of a figure; nothing where there is none."""
    return [None, None, None] if figure is None else [figure.mean, figure.p05, figure.p95]
