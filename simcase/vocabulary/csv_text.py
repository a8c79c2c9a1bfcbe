"""Rows as CSV in which no text is taken for a formula by a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

FORMULA: Final = "^[=+@\t\r\n\uff0b\uff0d\uff1d\uff20-]"
"""What a text begins with that spreadsheets take for a formula, in narrow and in full width."""


def as_text(text: str) -> str:
    r"""Return a text that spreadsheets show as it is: before one that they would take for a formula stands an apostrophe.

    >>> as_text("=1+1"), as_text("1+1")
    ("'=1+1", '1+1')
    """
    return f"'{text}" if re.match(FORMULA, text) else text


def csv_text(rows: Iterable[Iterable[object]], *, danish: bool = False) -> str:
    r"""Return rows as CSV: plain, or with the semicolons, decimal commas and line ends of Danish spreadsheets.

    >>> csv_text([("name", "kroner"), ("-a", -1.5), ("b", None)])
    "name,kroner\n'-a,-1.5\nb,\n"
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if danish else ",", lineterminator="\r\n" if danish else "\n")
    writer.writerows([_cell(cell, danish=danish) for cell in row] for row in rows)
    return text.getvalue()


def _cell(cell: object, *, danish: bool) -> object:
    """Return a cell as it is written."""
    if isinstance(cell, str):
        return as_text(cell)
    return str(cell).replace(".", ",") if danish and isinstance(cell, float) else cell
