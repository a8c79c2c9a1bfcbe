"""Sheets -> a workbook: real numbers, live sums, native charts, and no text that a spreadsheet takes for a formula."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from textwrap import wrap
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
    "month": "mmm yyyy",  # in the language of the workbook: LOCALES
    "date": "yyyy-mm-dd",
}
"""How each kind is shown; a spreadsheet puts in the separators of its reader's language."""
LOCALES: Final = {"da": "[$-406]", "en": "[$-409]"}
"""What stands before the shape of a month, so that its name is in the language of the workbook wherever that is opened."""
MADE: Final = datetime(2019, 1, 1)  # noqa: DTZ001 - a workbook keeps no time zone
"""When each workbook says that it was made, so that equal content gives equal files."""
HEAD: Final = 3
"""The row of the heads, counted from 0: above it stand the title and an empty row or a note."""
WIDEST: Final = 70
WIDE: Final = 45
"""The width of a text among several columns, where its words allow it."""
SEVERAL: Final = 3
LINE: Final = 15.0
"""Points that a line of text takes."""
A4: Final = 9
"""The number that a workbook has for that paper."""
UPRIGHT: Final = 100.0
"""Letters that a row may have on a page that stands upright."""
EMPTY: Final = (1, 0, 1, 0)
"""The rows and columns of a cell that is always empty: a sheet of which it alone is to be printed takes no page."""
TYPED: Final = "path"
"""The column from which on a sheet holds what is read back, which nobody reads on paper."""
NAME: Final = 31
"""Letters that the name of a sheet may have."""
FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
PLACE: Final = re.compile(r"\{(?:(?P<table>[^{}!]+)!)?(?P<column>\w+)(?::(?P<first>-?\d+))?(?::(?P<last>\d+))?\}")


def write_workbook(sheets: Sequence[Table], path: Path, lang: str) -> None:
    """Write sheets into a workbook whose months have their names in a language; equal sheets give equal bytes."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties({"title": sheets[0].title, "author": "simcase", "created": MADE})
        book.set_calc_mode("auto")
        shapes = {**FORMATS, "month": LOCALES[lang] + FORMATS["month"]}
        styles = _styles(book, shapes)
        named = list(zip(map(filed, sheets), sheet_names(sheets), strict=True))
        others = {sheet.id: (name, sheet) for sheet, name in named}
        for sheet, name in named:
            _write(book, sheet, name, styles, others)
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


def _styles(book: xlsxwriter.Workbook, shapes: Mapping[Kind, str]) -> Styles:
    """Return a format for each kind of cell: plain or strong, fixed or editable."""
    made: dict[tuple[str, bool, bool], Any] = {}
    for kind, shape in shapes.items():
        for strong in (False, True):
            for editable in (False, True):
                look: dict[str, str | bool | int] = {"num_format": shape, "bold": strong, "locked": not editable, "valign": "top"}
                if strong:
                    look["top"] = 1
                if editable:
                    look |= {"bg_color": "#FFF7D6"}
                if kind == "text":
                    look |= {"text_wrap": True, "align": "left", "indent": 1}
                made[kind, strong, editable] = book.add_format(look)
    made["title", True, False] = book.add_format({"bold": True, "font_size": 14})
    head = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom"}
    made["head", True, False] = book.add_format({**head, "align": "left", "indent": 1})
    made["head", False, False] = book.add_format({**head, "align": "right"})
    made["note", False, False] = book.add_format({"italic": True, "font_color": "#555555"})
    return made


Others = Mapping[str, tuple[str, Table]]
"""The tables of a workbook by id, each with the name of its sheet."""


def _write(book: xlsxwriter.Workbook, sheet: Table, name: str, styles: Styles, others: Others) -> None:
    """Write one sheet: title, heads, rows, notes, a chart, and how it is printed."""
    page = book.add_worksheet(name)
    page.write_string(0, 0, sheet.title, styles["title", True, False])
    for c, column in enumerate(sheet.columns):
        page.write_string(HEAD, c, column.head, styles["head", column.kind == "text", False])
        page.set_column(c, c, _width(sheet, c, column))
    page.set_row(HEAD, LINE * max(len(wrap(column.head, int(_width(sheet, c, column)) - 1)) for c, column in enumerate(sheet.columns)))
    for r, row in enumerate(sheet.rows):
        page.set_row(HEAD + 1 + r, LINE * _lines(sheet, row.cells))
        for c, (column, cell) in enumerate(zip(sheet.columns, row.cells, strict=True)):
            editable = r in sheet.editable and column.id == sheet.edited
            kept = cell._replace(text=_placed(sheet, r, cell.text, others)) if isinstance(cell, Formula) else cell
            _cell(
                page, (HEAD + 1 + r, c), kept, styles[column.kind if not isinstance(cell, str) else "text", row.look == "strong", editable]
            )
    for n, note in enumerate(sheet.notes):
        page.write_string(HEAD + len(sheet.rows) + 2 + n, 0, note, styles["note", False, False])
    if sheet.editable:
        page.protect("", dict.fromkeys(("format_columns", "format_rows", "sort", "autofilter"), True))
    page.freeze_panes(HEAD + 1, 1)
    _print(page, sheet, name)
    if sheet.chart != "none" and sheet.rows:
        _chart(book, page, sheet, name)


def _print(page: Any, sheet: Table, name: str) -> None:  # noqa: ANN401 - XlsxWriter's own types
    """Say how a sheet is printed: as wide as a page, upright where that is wide enough, without paths, and a long table not at all."""
    narrow = sum(_width(sheet, c, column) for c, column in enumerate(sheet.columns)) <= UPRIGHT
    (page.set_portrait if narrow and sheet.chart == "none" else page.set_landscape)()
    page.set_paper(A4)
    page.fit_to_pages(1, 0 if sheet.chart == "none" else 1)  # no page ends within a chart
    page.repeat_rows(HEAD)
    page.set_footer(f"&L{name.replace('&', '&&')}&R&P / &N")
    names = [column.id for column in sheet.columns]
    if not sheet.on_paper:
        page.print_area(*EMPTY)
    elif TYPED in names:
        page.print_area(0, 0, HEAD + len(sheet.rows) + 1 + len(sheet.notes), names.index(TYPED) - 1)


def _lines(sheet: Table, row: Sequence[Cell]) -> int:
    """Return the lines of text that the fullest cell of a row takes."""
    texts = (len(cell) / (0.95 * _width(sheet, c, sheet.columns[c])) for c, cell in enumerate(row) if isinstance(cell, str))
    return max(1, *(math.ceil(lines) for lines in texts)) if any(isinstance(cell, str) for cell in row) else 1


def _width(sheet: Table, c: int, column: Column) -> float:
    """Return a width that shows what a column holds."""
    if column.kind == "text":
        texts = [str(row.cells[c]) for row in sheet.rows if row.cells[c] is not None]
        word = max((len(word) for text in texts for word in text.split()), default=0)
        widest = WIDEST if len(sheet.columns) < SEVERAL else min(WIDEST, max(WIDE, word + 3))
        return float(min(widest, max(12, *(len(text) + 3 for text in (*texts, "")))))
    values = [abs(value) for row in sheet.rows if isinstance(value := value_of(row.cells[c]), int | float)]
    digits = len(f"{max(values, default=0):,.0f}") + (8 if column.kind == "figure" else 4)
    return float(max(10, digits, *(len(part) + 1 for part in column.head.split())))


def _cell(page: Any, at: tuple[int, int], cell: Cell, style: Any) -> None:  # noqa: ANN401 - XlsxWriter's own types
    """Write one cell; a text is a text whatever it begins with."""
    if cell is None:
        page.write_blank(*at, None, style)
    elif isinstance(cell, Formula):
        page.write_formula(*at, cell.text, style, cell.value)
    elif isinstance(cell, str):
        page.write_string(*at, cell, style)
    elif isinstance(cell, date):
        page.write_datetime(*at, datetime.combine(cell, time()), style)
    else:
        page.write_number(*at, cell, style)


def _placed(sheet: Table, row: int, text: str, others: Others) -> str:
    """Return a formula with the addresses of its cells, those of another sheet with its name."""

    def address(match: re.Match[str]) -> str:
        name, table = others[match["table"]] if match["table"] else ("", sheet)
        c = [column.id for column in table.columns].index(match["column"])
        if match["last"] is not None:
            return f"{xl_rowcol_to_cell(HEAD + 1 + int(match['first']), c)}:{xl_rowcol_to_cell(HEAD + 1 + int(match['last']), c)}"
        place = str(xl_rowcol_to_cell(HEAD + 1 + (0 if name else row) + int(match["first"] or 0), c))
        return f"'{name}'!{place}" if name else place

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
