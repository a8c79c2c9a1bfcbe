"""Read a table out of a workbook or a CSV file: bounded, values only, nothing in it is run."""

from __future__ import annotations

import csv
import io
import itertools
import re
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
SEPARATORS: Final = ";,\t"
"""Between the cells of a CSV file; semicolons come with decimal commas, the others with decimal points."""
_NUMBER = re.compile(r"-?\d+(\.\d+)?")

Value = str | float | bool | date | None
Row = tuple[int, dict[str, Value]]
"""The number of a row in its sheet, and its cells by head."""
Cells = tuple[object, ...]

Heads = Sequence[Sequence[str]]
"""Heads of columns, each of which may have several names."""


def read_rows(file: Path, heads: Heads, optional: Heads = ()) -> list[Row]:
    """Return the rows of the first sheet of a workbook, or of a CSV file, that has all the heads.

    Cells are named by the first name of their head. Raises UserError for a file that is no table, is too large, or lacks heads.
    """
    best: list[str] = []
    for sheet in _sheets(file):
        top = list(itertools.islice(sheet, LOOKED))
        found = _table(top, heads, optional)
        if isinstance(found, list):
            best = max(best, found, key=len)
        else:
            at, places = found
            below = itertools.chain(top[at + 1 :], sheet)
            return [(n, {name: _value(row[c]) for name, c in places.items()}) for n, row in enumerate(below, at + 2)]
    missing = [names[0] for names in heads if names[0] not in best] if best else []
    if missing:
        raise UserError([Issue(str(file), 0, name, "no such column", f"a column '{name}' beside {', '.join(best)}") for name in missing])
    wanted = ", ".join(f"'{names[0]}'" for names in heads)
    raise UserError([Issue(str(file), 0, "", "no sheet with the heads", f"a sheet whose heads include {wanted}")])


def has_rows(file: Path, heads: Heads) -> bool:
    """Tell whether a file has a sheet with all the heads; raises UserError for a file that is no table, or is too large."""
    return any(not isinstance(_table(list(itertools.islice(sheet, LOOKED)), heads, ()), list) for sheet in _sheets(file))


def _table(rows: Sequence[Cells], heads: Heads, optional: Heads) -> tuple[int, dict[str, int]] | list[str]:
    """Return which of the first rows of a sheet holds the heads and the column of each, or those of the heads that the best row has."""
    best: list[str] = []
    for at, cells in enumerate(rows):
        found = _places(cells, [*heads, *optional])
        here = [names[0] for names in heads if names[0] in found]
        if len(here) == len(heads):
            return at, found
        best = max(best, here, key=len)
    return best


def read_grid(file: Path) -> list[list[Value]]:
    """Return the cells of the first sheet of a workbook, or of a CSV file; raises UserError for one that is neither, or is too large."""
    sheets = _sheets(file)  # held while it is read: the workbook closes with it
    return [[_value(cell) for cell in row] for row in next(sheets)]


def _sheets(file: Path) -> Iterator[Iterator[Cells]]:
    """Yield the rows of each sheet of a workbook, or of a CSV file, read no further than they are asked for."""
    if file.suffix.lower() == ".csv":
        yield iter(_csv(file))
        return
    _check(file)
    import openpyxl  # noqa: PLC0415 - only those who read a workbook wait for it

    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise UserError([Issue(str(file), 0, "", f"a file that cannot be read ({error})", "an Excel workbook (.xlsx)")]) from None
    try:
        for sheet in book.worksheets:
            yield sheet.iter_rows(max_row=ROWS, max_col=COLUMNS, values_only=True)
    finally:
        book.close()


def _csv(file: Path) -> list[Cells]:
    """Return the cells of a CSV file in UTF-8 or Latin-1; where it is no Danish one, plain numbers are numbers."""
    _sized(file)
    raw = file.read_bytes()
    if b"\x00" in raw:
        raise UserError([Issue(str(file), 0, "", "no text", "rows of cells, in UTF-8")])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
    head = "\n".join(text.splitlines()[:LOOKED])
    separator = next((each for each in SEPARATORS if each in head), SEPARATORS[0])
    rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    width = max(map(len, rows), default=0)
    return [tuple(_plain(cell, danish=separator == ";") for cell in row) + (None,) * (width - len(row)) for row in rows]


def _plain(cell: str, *, danish: bool) -> Value:
    """Return a cell of a CSV file."""
    stripped = cell.strip()
    return (float(stripped) if not danish and _NUMBER.fullmatch(stripped) else cell) if stripped else None


def _sized(file: Path) -> None:
    """Refuse a file that is not there or is too large."""
    if not file.is_file():
        raise UserError([Issue(str(file), 0, "", "no such file", "an Excel workbook (.xlsx), or a CSV file")])
    if file.stat().st_size > LARGEST:
        raise UserError([Issue(str(file), 0, "", f"{file.stat().st_size} bytes", f"at most {LARGEST // 1_000_000} million")])


def _check(file: Path) -> None:
    """Refuse a file that is not there, is no workbook or is too large."""
    _sized(file)
    if not zipfile.is_zipfile(file):
        raise UserError([Issue(str(file), 0, "", "a file that is no workbook", "an Excel workbook (.xlsx)")])
    with zipfile.ZipFile(file) as packed:
        size = sum(member.file_size for member in packed.infolist())
    if size > 10 * LARGEST:
        raise UserError([Issue(str(file), 0, "", f"{size} bytes when unpacked", f"at most {LARGEST // 100_000} million")])


def _places(cells: Sequence[object], heads: Heads) -> dict[str, int]:
    """Return the column of each head that is there."""
    names = {str(cell).strip().lower(): c for c, cell in reversed(list(enumerate(cells))) if cell is not None}
    found = ((each[0], next((names[name.lower()] for name in each if name.lower() in names), None)) for each in heads)
    return {name: c for name, c in found if c is not None}


def _value(cell: object) -> Value:
    """Return a cell as a text, number, truth value or date; an empty one is None."""
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, int | float):
        return float(cell)
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else str(cell)
