"""The figures of a chart as they are read: heads in the user's language, numbers as it writes them."""

from __future__ import annotations

from datetime import date
from typing import Final

from simcase.present.charts import Chart
from simcase.present.labels import Labels
from simcase.study import Shown

DRAWN: Final = {"kind", "said", "pays"}
"""Columns that say how something is drawn."""


def listed(chart: Chart, shown: Shown, labels: Labels) -> tuple[list[str], list[list[str]]]:
    """Return heads and rows of the figures that a chart draws of a run."""
    table = chart.written(chart.table(shown, labels))
    names = [name for name in table.columns if name not in DRAWN]
    return [labels.words.say(f"column.{name}") for name in names], [
        [_cell(row[name], name, labels) for name in names] for row in table.to_dicts()
    ]


def _cell(value: object, name: str, labels: Labels) -> str:
    """Return a figure, a month or a name as it is written."""
    words = labels.words
    if isinstance(value, float):
        return words.number(value, 1)
    if isinstance(value, date):
        return words.month_and_year(value)
    return labels.line(str(value)) if name == "line" else "" if value is None else str(value)
