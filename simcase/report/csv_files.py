"""Sheets and tables -> CSV: for Danish spreadsheets, or plain."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import polars as pl

from simcase.present.table import Cell, Kind, Table, filed, value_of
from simcase.vocabulary import FORMULA, csv_text, write_whole
from simcase.words import CATALOGUE, Words
from simcase.words.language import DANISH


def write_csv(sheets: Sequence[Table], folder: Path, *, danish: bool) -> None:
    """Write each sheet as a CSV file into a folder: with semicolons, decimal commas and a byte order mark, or plain."""
    for sheet in map(filed, sheets):
        name = re.sub(r"[^a-z0-9_-]+", "-", sheet.id.lower().translate(ASCII)).strip("-") or "simcase"
        heads = [column.head if danish else column.id for column in sheet.columns]
        rows = ([plain(cell, column.kind) for cell, column in zip(row.cells, sheet.columns, strict=True)] for row in sheet.rows)
        write_whole(folder / f"{name}.csv", ("\ufeff" if danish else "") + csv_text([heads, *rows], danish=danish))


def table_csv(table: pl.DataFrame, digits: int | None = None, words: Words | None = None) -> str:
    """Return a table as CSV, its numbers with so many digits after the point; no text is taken for a formula.

    With words in Danish it is as Danish spreadsheets have it: heads in words, semicolons and decimal commas; else it is plain.
    """
    plain_text = table.with_columns(pl.selectors.string().str.replace(FORMULA, "'${0}"))
    if words is None or words.lang != DANISH:
        return plain_text.write_csv(float_precision=digits)
    heads = {name: words.say(key) for name in table.columns if (key := f"chart.column.{name}") in CATALOGUE}
    return plain_text.rename(heads).write_csv(float_precision=digits, separator=";", decimal_comma=True)


def write_table(table: pl.DataFrame, path: Path, words: Words | None = None) -> None:
    """Write a table as CSV, plain or in Danish words, or as Parquet where the file's ending says so."""
    if path.suffix == ".parquet":
        packed = io.BytesIO()  # Polars tells of a full disk in words of its own
        table.write_parquet(packed)
        write_whole(path, packed.getvalue())
    else:
        text = table_csv(table, words=words)
        write_whole(path, text if words is None or words.lang != DANISH else f"\ufeff{text}")


ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def plain(cell: Cell, kind: Kind) -> str | float | int | None:
    """Return what a cell shows, whole numbers without decimals, days and months as ISO 8601 has them.

    >>> plain(1234.0, "kroner"), plain(0.25, "share"), plain(date(2019, 3, 1), "month")
    (1234, 0.25, '2019-03')
    """
    value = value_of(cell)
    if isinstance(value, date):
        return f"{value:%Y-%m}" if kind == "month" else value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value
