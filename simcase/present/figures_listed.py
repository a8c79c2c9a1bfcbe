"""The figures of a chart as they are read: heads in the user's language, numbers as it writes them."""

from __future__ import annotations

from datetime import date
from typing import Final

import polars as pl

from simcase.present.charts import Chart
from simcase.present.labels import Labels
from simcase.present.table import Table, figures, rows_of, texts
from simcase.study import Shown

DRAWN: Final = {"kind", "said", "pays"}
"""Columns that say how something is drawn."""


def listed(chart: Chart, shown: Shown, labels: Labels) -> Table:
    """Return the figures that a chart draws of a run as a table."""
    table = chart.written(chart.table(shown, labels)).select(pl.exclude(DRAWN))
    columns = [
        column
        for name, kind in table.schema.items()
        for column in (figures if kind.is_float() else texts)(labels.words.say(f"chart.column.{name}"))
    ]
    cells = [[_cell(value, name, labels) for name, value in row.items()] for row in table.to_dicts()]
    return Table("", chart.heading(labels), columns, rows_of(cells))


def _cell(value: object, name: str, labels: Labels) -> str:
    """Return a figure, a month or a name as it is written."""
    words = labels.words
    if isinstance(value, float):
        return words.number(value, 1)
    if isinstance(value, date):
        return words.month_and_year(value)
    return labels.line(str(value)) if name == "line" else "" if value is None else str(value)
