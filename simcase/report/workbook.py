"""Sheets -> a workbook: real numbers, live sums, native charts, and no text that a spreadsheet takes for a formula."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from simcase.present.table import Cell, Column, Formula, Kind, Table, filed, value_of
from simcase.vocabulary import write_whole

FORMATS: Final[Mapping[Kind, str]] = {
    "text": "@",
    "label": "@",
    "kroner": "#,##0",
    "price": "#,##0",
    "persons": "#,##0",
    "share": "0.0%",
    "amount": "#,##0.0",
    "more": "+#,##0;-#,##0;0",
    "change": "+#,##0.0;-#,##0.0;0.0",
    "figure": "#,##0.######",
    "whole": "0",
    "month": "mmm yyyy",
    "date": "yyyy-mm-dd",
}
"""How each kind is shown; a spreadsheet puts in the separators of its reader's language."""
MADE: Final = datetime(2019, 1, 1)  # noqa: DTZ001 - a workbook keeps no time zone
"""When each workbook says that it was made, so that equal content gives equal files."""
HEAD: Final = 3
"""The row of the heads, counted from 0: above it stand the title and an empty row or a note."""
WIDEST: Final = 70
LINE: Final = 15.0
"""Points that a line of text takes."""
NAME: Final = 31
"""Letters that the name of a sheet may have."""
FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
PLACE: Final = re.compile(r"\{(\w+)(?::(-?\d+))?(?::(\d+))?\}")


def write_workbook(sheets: Sequence[Table], path: Path) -> None:
    """Write sheets into a workbook; equal sheets give equal bytes."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": sheets[0].title, "author": "simcase", "created": MADE})
        book.set_calc_mode("auto")
        styles = _styles(book)
        for sheet, name in zip(map(filed, sheets), sheet_names(sheets), strict=True):
            _write(book, sheet, name, styles)
    write_whole(path, made.getvalue())


def sheet_names(sheets: Sequence[Table]) -> list[str]:
    """Return a name for each sheet that spreadsheets accept, each once."""
    names: list[str] = []
    for sheet in sheets:
        base = FORBIDDEN.sub(" ", sheet.id)[:NAME].strip() or "simcase"
        name, number = base, 1
        while name.lower() in {each.lower() for each in names}:
            number += 1
            name = f"{base[: NAME - 4]} ({number})"
        names.append(name)
    return names


Styles = Mapping[tuple[str, bool, bool], Any]


def _styles(book: xlsxwriter.Workbook) -> Styles:
    """Return a format for each kind of cell: plain or strong, fixed or editable."""
    made: dict[tuple[str, bool, bool], Any] = {}
    for kind, shape in FORMATS.items():
        for strong in (False, True):
            for editable in (False, True):
                look: dict[str, str | bool | int] = {"num_format": shape, "bold": strong, "locked": not editable, "valign": "top"}
                if strong:
                    look["top"] = 1
                if editable:
                    look |= {"bg_color": "#FFF7D6"}
                if kind == "text":
                    look["text_wrap"] = True
                made[kind, strong, editable] = book.add_format(look)
    made["title", True, False] = book.add_format({"bold": True, "font_size": 14})
    made["head", True, False] = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"})
    made["head", False, False] = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", "align": "right"})
    made["note", False, False] = book.add_format({"italic": True, "font_color": "#555555"})
    return made


def _write(book: xlsxwriter.Workbook, sheet: Table, name: str, styles: Styles) -> None:
    """Write one sheet: title, heads, rows, notes, a chart, and how it is printed."""
    page = book.add_worksheet(name)
    page.write_string(0, 0, sheet.title, styles["title", True, False])
    for c, column in enumerate(sheet.columns):
        page.write_string(HEAD, c, column.head, styles["head", column.kind == "text", False])
        page.set_column(c, c, _width(sheet, c, column))
    for r, row in enumerate(sheet.rows):
        page.set_row(HEAD + 1 + r, LINE * _lines(sheet, row.cells))
        for c, (column, cell) in enumerate(zip(sheet.columns, row.cells, strict=True)):
            editable = r in sheet.editable and column.id == "value"
            _cell(page, sheet, (r, c), cell, styles[column.kind if not isinstance(cell, str) else "text", row.look == "strong", editable])
    for n, note in enumerate(sheet.notes):
        page.write_string(HEAD + len(sheet.rows) + 2 + n, 0, note, styles["note", False, False])
    if sheet.editable:
        page.protect("", dict.fromkeys(("format_columns", "format_rows", "sort", "autofilter"), True))
    page.freeze_panes(HEAD + 1, 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(HEAD)
    page.set_footer(f"&L{name.replace('&', '&&')}&R&P / &N")
    if sheet.chart != "none" and sheet.rows:
        _chart(book, page, sheet, name)


def _lines(sheet: Table, row: Sequence[Cell]) -> int:
    """Return the lines of text that the fullest cell of a row takes."""
    texts = (len(cell) / (0.95 * _width(sheet, c, sheet.columns[c])) for c, cell in enumerate(row) if isinstance(cell, str))
    return max(1, *(math.ceil(lines) for lines in texts)) if any(isinstance(cell, str) for cell in row) else 1


def _width(sheet: Table, c: int, column: Column) -> float:
    """Return a width that shows what a column holds."""
    if column.kind == "text":
        longest = max((len(str(row.cells[c])) for row in sheet.rows if row.cells[c] is not None), default=0)
        return float(min(WIDEST, max(12, longest + 3)))
    values = [abs(value) for row in sheet.rows if isinstance(value := value_of(row.cells[c]), int | float)]
    digits = len(f"{max(values, default=0):,.0f}") + (8 if column.kind == "figure" else 4)
    return float(max(10, digits, *(len(part) + 1 for part in column.head.split())))


def _cell(page: Any, sheet: Table, at: tuple[int, int], cell: Cell, style: Any) -> None:  # noqa: ANN401 - XlsxWriter's own types
    """Write one cell; a text is a text whatever it begins with."""
    row, c = HEAD + 1 + at[0], at[1]
    if cell is None:
        page.write_blank(row, c, None, style)
    elif isinstance(cell, Formula):
        page.write_formula(row, c, _placed(sheet, at[0], cell.text), style, cell.value)
    elif isinstance(cell, str):
        page.write_string(row, c, cell, style)
    elif isinstance(cell, date):
        page.write_datetime(row, c, datetime.combine(cell, time()), style)
    else:
        page.write_number(row, c, cell, style)


def _placed(sheet: Table, row: int, text: str) -> str:
    """Return a formula with the addresses of its cells."""
    columns = [column.id for column in sheet.columns]

    def address(match: re.Match[str]) -> str:
        c, first, last = columns.index(match[1]), match[2], match[3]
        if last is not None:
            return f"{xl_rowcol_to_cell(HEAD + 1 + int(first), c)}:{xl_rowcol_to_cell(HEAD + 1 + int(last), c)}"
        return str(xl_rowcol_to_cell(HEAD + 1 + row + int(first or 0), c))

    return PLACE.sub(address, text)


def _chart(book: xlsxwriter.Workbook, page: Any, sheet: Table, name: str) -> None:  # noqa: ANN401 - XlsxWriter's own types
    """Put a native chart below the table: the columns named, down to the first row that stands out, which is a sum."""
    chart = book.add_chart({"type": sheet.chart})
    first, last = HEAD + 1, HEAD + next((n for n, row in enumerate(sheet.rows) if row.look == "strong"), len(sheet.rows))
    names = [each.id for each in sheet.columns]
    axis = names.index(sheet.along) if sheet.along else 0
    for column in sheet.drawn:
        c = names.index(column)
        where = {"categories": [name, first, axis, last, axis], "values": [name, first, c, last, c], "name": [name, HEAD, c]}
        chart.add_series(where)
    chart.set_title({"name": sheet.title, "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    chart.set_size({"width": 960, "height": 420})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": "#DDDDDD"}}})
    dated = {"date_axis": True, "num_format": "yyyy-mm", "major_unit": 6, "major_unit_type": "months"}
    chart.set_x_axis({"label_position": "low"} | (dated if sheet.columns[0].kind == "month" else {}))
    page.insert_chart(HEAD + len(sheet.rows) + len(sheet.notes) + 3, 0, chart)
