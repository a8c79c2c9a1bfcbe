"""Read a table out of a workbook: bounded, values only, nothing in it is run."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final

from simcase.errors import Issue, UserError

LARGEST: Final = 20_000_000
"""Bytes of a workbook at the most, and ten times as many unpacked."""
ROWS: Final = 100_000
COLUMNS: Final = 200
LOOKED: Final = 20
"""Rows among which the heads must be."""

Value = str | float | bool | date | None
Row = tuple[int, dict[str, Value]]
"""The number of a row in its sheet, and its cells by head."""


def read_rows(file: Path, heads: Sequence[Sequence[str]]) -> list[Row]:
    """Return the rows of the first sheet of a workbook that has all the heads, each of which may have several names.

    Cells are named by the first name of their head. Raises UserError for a file that is no workbook, is too large, or has no such sheet.
    """
    for grid in _grids(file):
        for top, cells in enumerate(grid[:LOOKED]):
            found = _places(cells, heads)
            if found is not None:
                return [(n, {name: _value(row[c]) for name, c in found.items()}) for n, row in enumerate(grid[top + 1 :], top + 2)]
    wanted = ", ".join(f"'{names[0]}'" for names in heads)
    raise UserError([Issue(str(file), 0, "", "no sheet with the heads", f"a sheet whose heads include {wanted}")])


def read_grid(file: Path) -> list[list[Value]]:
    """Return the cells of the first sheet of a workbook; raises UserError for a file that is no workbook, or is too large."""
    return [[_value(cell) for cell in row] for row in next(_grids(file))]


def _grids(file: Path) -> Iterator[list[tuple[object, ...]]]:
    """Yield the cells of each sheet of a workbook."""
    _check(file)
    import openpyxl  # noqa: PLC0415 - only those who read a workbook wait for it

    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise UserError([Issue(str(file), 0, "", f"a file that cannot be read ({error})", "an Excel workbook (.xlsx)")]) from None
    try:
        for sheet in book.worksheets:
            yield list(sheet.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True))
    finally:
        book.close()


def _check(file: Path) -> None:
    """Refuse a file that is not there, is no workbook or is too large."""
    if not file.is_file():
        raise UserError([Issue(str(file), 0, "", "no such file", "an Excel workbook (.xlsx)")])
    if not zipfile.is_zipfile(file):
        raise UserError([Issue(str(file), 0, "", "a file that is no workbook", "an Excel workbook (.xlsx)")])
    with zipfile.ZipFile(file) as packed:
        size = sum(member.file_size for member in packed.infolist())
    if file.stat().st_size > LARGEST or size > 10 * LARGEST:
        found = f"{max(file.stat().st_size, size // 10):,} bytes".replace(",", " ")
        raise UserError([Issue(str(file), 0, "", found, f"at most {LARGEST // 1_000_000} million")])


def _places(cells: Sequence[object], heads: Sequence[Sequence[str]]) -> dict[str, int] | None:
    """Return the column of each head, None where one is missing."""
    names = {str(cell).strip().lower(): c for c, cell in reversed(list(enumerate(cells))) if cell is not None}
    found = {}
    for each in heads:
        c = next((names[name.lower()] for name in each if name.lower() in names), None)
        if c is None:
            return None
        found[each[0]] = c
    return found


def _value(cell: object) -> Value:
    """Return a cell as a text, number, truth value or date; an empty one is None."""
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return float(cell)
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else str(cell)
