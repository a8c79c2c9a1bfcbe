"""Sheets -> CSV files: for Danish spreadsheets, or plain."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from simcase.report.sheets import Cell, Kind, Sheet, value_of

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a text may not begin with, since spreadsheets take it for a formula."""


def write_csv(sheets: Sequence[Sheet], folder: Path, *, danish: bool) -> None:
    """Write each sheet as a CSV file into a folder: with semicolons, decimal commas and a byte order mark, or plain."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        name = re.sub(r"[^a-z0-9_-]+", "-", sheet.id.lower().translate(ASCII)).strip("-") or "simcase"
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig" if danish else "utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";" if danish else ",", lineterminator="\r\n" if danish else "\n")
            writer.writerow(column.head if danish else column.id for column in sheet.columns)
            for row in sheet.rows:
                writer.writerow(written(cell, column.kind, danish=danish) for cell, column in zip(row, sheet.columns, strict=True))


ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def written(cell: Cell, kind: Kind, *, danish: bool) -> str:
    """Return a cell as text; one that a spreadsheet would take for a formula gets an apostrophe.

    >>> written(1234.5, "kroner", danish=True), written(0.25, "share", danish=False), written("=1+1", "text", danish=True)
    ('1234,5', '0.25', "'=1+1")
    """
    value = value_of(cell)
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(DANGEROUS) else value
    if isinstance(value, date):
        return f"{value:%Y-%m}" if kind == "month" else value.isoformat()
    text = repr(value).removesuffix(".0") if isinstance(value, float) else str(value)
    return text.replace(".", ",") if danish else text
