"""Charts of a live page as specifications: one that keeps its shape gets new figures alone, which is quick to make and to draw again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

import polars as pl

from simcase.present.charts import Chart
from simcase.present.labels import Labels
from simcase.report.page import slim
from simcase.report.pictures import Spec
from simcase.study import Shown

FREE: Final = frozenset({"noise", "said"})
"""Columns of text that are figures in words."""
ROW: Final = "_row"
MOST: Final = 40
"""Shapes that are kept."""


class Shape(NamedTuple):
    """A specification without figures, and for each of its tables the rows and columns of the chart's table that it holds."""

    spec: str
    tables: dict[str, tuple[list[int], list[str]]]

    def filled(self, table: pl.DataFrame) -> Spec:
        """Return the specification with the figures of a table."""
        rows = slim(table.to_dicts())
        spec: Spec = json.loads(self.spec)
        return {**spec, "datasets": {name: [{c: rows[n][c] for c in columns} for n in at] for name, (at, columns) in self.tables.items()}}


@dataclass(slots=True)
class Canvas:
    """What one session has drawn."""

    _shapes: dict[tuple[Any, ...], Shape] = field(default_factory=dict)

    def drawn(self, chart: Chart, shown: Shown, labels: Labels) -> Spec | None:
        """Return the specification of a chart, or None where there is nothing to draw."""
        table = chart.table(shown, labels)
        if table.is_empty():
            return None
        if not chart.steady:
            return _named(chart, shown, labels, table)
        texts = table.select(pl.selectors.string() | pl.selectors.integer()).drop(FREE, strict=False)
        key = chart.id, labels.words.lang, labels.title, *table.columns, texts.write_csv()
        if key not in self._shapes:
            if len(self._shapes) >= MOST:
                self._shapes.clear()
            self._shapes[key] = _shape(_named(chart, shown, labels, table.with_row_index(ROW)))
        return self._shapes[key].filled(table)


def _named(chart: Chart, shown: Shown, labels: Labels, table: pl.DataFrame) -> Spec:
    """Return a specification whose tables are named by their order, so that equal charts with other figures have equal specifications."""
    drawn = chart.draw(shown, labels, table)
    if drawn is None:
        raise ValueError(f"nothing to draw of {chart.id}")
    spec = slim(drawn.to_dict(validate=False))
    text = json.dumps(spec)
    for number, name in enumerate(spec["datasets"]):
        text = text.replace(name, f"figures-{number}")
    named: Spec = json.loads(text)
    return {**named, "autosize": {"type": "pad"}}


def _shape(spec: Spec) -> Shape:
    """Return the shape of a specification whose rows are numbered."""
    tables = {name: ([row[ROW] for row in rows], [c for c in rows[0] if c != ROW]) for name, rows in spec.pop("datasets").items()}
    return Shape(json.dumps(spec), tables)
