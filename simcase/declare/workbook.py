"""Read a table out of a workbook or a CSV file: bounded, values only, nothing in it is run."""

from __future__ import annotations

import io
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from simcase.declare import xlsx
from simcase.declare.bounded import bounded
from simcase.declare.cells import decimal
from simcase.declare.delimited import cells_of, separator_of, utf8
from simcase.declare.xlsx import Cells, Sheet, Value
from simcase.errors import Issue, UserError, shown_file
from simcase.words import said

LOOKED: Final = 20
"""Rows with anything in them among which the heads must be."""
UNIT: Final = re.compile(r"[\s,]+(i\s+)?\(?(kr\.?|kroner)\)?\s*$", re.IGNORECASE)
"""What may stand behind the name of a column: that it is in kroner, and not in thousands."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

Row = tuple[int, dict[str, Value]]
"""The number of a row in its sheet, and its cells by head."""
Heads = Sequence[Sequence[str]]
"""Heads of columns, each of which may have several names."""


def read_rows(
    file: Path, heads: Heads, optional: Heads = (), is_total: Callable[[Mapping[str, Value], Cells], bool] = lambda _named, _every: False
) -> list[Row]:
    """Return the rows of the first sheet of a workbook, or of a CSV file, that has all the heads, but for those of totals.

    Cells are named by the first name of their head; whether a row is a total is told by these and by every cell of it. Raises UserError
    for a file that is no table, is too large, or lacks heads.
    """
    best: list[str] = []
    for sheet in _sheets(file):
        found = _table(sheet, heads, optional)
        if not isinstance(found, list):
            rows = ((number, {name: cells[c] if c < len(cells) else None for name, c in found.items()}, cells) for number, cells in sheet)
            return [(number, named) for number, named, every in rows if not is_total(named, every)]
        best = max(best, found, key=len)
    missing = [head_of(names[0]) for names in heads if names[0] not in best] if best else []
    beside = [head_of(names[0]) for names in heads if names[0] in best]
    if missing:
        raise UserError(
            [
                Issue(shown_file(file), 0, name, said("error.file.no_column"), said("error.file.column_beside", name=name, best=beside))
                for name in missing
            ]
        )
    wanted = [head_of(names[0]) for names in heads]
    raise UserError([Issue(shown_file(file), 0, "", said("error.file.no_sheet"), said("error.file.sheet_with", wanted=wanted))])


def head_of(name: str) -> str:
    """Return what a head is called, by the first of its names."""
    return said(f"error.head.{name}")


def has_rows(file: Path, heads: Heads) -> bool:
    """Tell whether a file has a sheet with all the heads; raises UserError for a file that is no table, or is too large."""
    return any(not isinstance(_table(sheet, heads, ()), list) for sheet in _sheets(file))


def _table(sheet: Sheet, heads: Heads, optional: Heads) -> dict[str, int] | list[str]:
    """Read a sheet down to the row that holds the heads and return the column of each, or those of the heads that the best row has."""
    best: list[str] = []
    above: Cells = ()
    for cells in (cells for _, cells in itertools.islice(sheet, LOOKED)):
        for head in (cells, _merged(above, cells)):
            found = _places(head, [*heads, *optional])
            here = [names[0] for names in heads if names[0] in found]
            if len(here) == len(heads):
                return found
            best = max(best, here, key=len)
        above = cells
    return best


def _merged(above: Cells, cells: Cells) -> Cells:
    """Return a row of heads some of which are merged with the cell above, so that they stand there."""
    return tuple(low if low is not None else high for high, low in itertools.zip_longest(above, cells))


def read_grid(file: Path) -> list[Cells]:
    """Return the rows of the first sheet of a workbook, or of a CSV file, empty ones too; raises UserError for one that is neither."""
    rows: list[Cells] = []
    sheets = _sheets(file)  # held while it is read: the workbook closes with it
    for number, cells in next(sheets, iter(())):
        rows += [()] * (number - 1 - len(rows))
        rows.append(cells)
    return rows


def _sheets(file: Path) -> Iterator[Sheet]:
    """Return the rows of each sheet of a workbook, or of a CSV file, read no further than they are asked for."""
    return iter((_csv(file),)) if file.suffix.lower() == ".csv" else xlsx.sheets(file)


def _csv(file: Path) -> Sheet:
    """Yield the rows of a CSV file; where it is no Danish one, plain numbers are numbers."""
    shown = shown_file(file)
    text = utf8(bounded(file, shown, xlsx.LARGEST).read_bytes(), shown).decode()
    if text.count("\n") > xlsx.ROWS:
        raise UserError(
            [Issue(shown, 0, "", said("error.file.rows", count=text.count("\n")), said("error.number.at_most_rows", rows=xlsx.ROWS))]
        )
    separator = separator_of("\n".join(text.split("\n", LOOKED)[:LOOKED]))
    for number, row in enumerate(cells_of(io.StringIO(text), separator, shown), 1):
        cells = tuple(_plain(cell, danish=separator == ";") for cell in row[: xlsx.COLUMNS])
        if any(cell is not None for cell in cells):
            yield number, cells


def _plain(cell: str, *, danish: bool) -> Value:
    """Return a cell of a CSV file."""
    stripped = cell.strip()
    return (decimal(stripped) if not danish and _NUMBER.fullmatch(stripped) else cell) if stripped else None


def _places(cells: Sequence[object], heads: Heads) -> dict[str, int]:
    """Return the column of each head that is there."""
    names = {UNIT.sub("", str(cell)).strip().lower(): c for c, cell in reversed(list(enumerate(cells))) if cell is not None}
    found = ((each[0], next((names[name.lower()] for name in each if name.lower() in names), None)) for each in heads)
    return {name: c for name, c in found if c is not None}
