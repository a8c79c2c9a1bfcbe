"""A chart of the live page that only gets new figures is the chart that would have been drawn from them."""

from __future__ import annotations

import polars as pl
import pytest

from simcase import study
from simcase.present.charts import CHARTS, Chart
from simcase.present.labels import labels_of
from simcase.report import canvas
from simcase.report.canvas import FREE, Canvas
from simcase.report.page import slim
from simcase.words import Words
from simcase.workshop.session import LIVE


def other(table: pl.DataFrame) -> pl.DataFrame:
    """Return a table with the same texts and other figures, in words too."""
    changed = table.with_columns(pl.selectors.float() * -1.7 + 3.0)
    return changed.with_columns(pl.lit("x").alias(name) for name in FREE & set(table.columns))


@pytest.mark.parametrize("chart", LIVE, ids=lambda chart: chart.id)
def test_new_figures_give_the_chart_that_is_drawn_from_them(
    chart: Chart, shipped: list[study.Shown], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, session = shipped[1], Canvas()
    labels = labels_of(shown.world.model, Words("da"))
    table = chart.table(shown, labels)
    assert session.drawn(chart, shown, labels) is not None
    monkeypatch.setattr(Chart, "table", lambda *_: other(table))
    drawn, draw = 0, Chart.draw

    def counted(*values: object) -> object:
        nonlocal drawn
        drawn += 1
        return draw(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(Chart, "draw", counted)
    again = session.drawn(chart, shown, labels)
    assert drawn == (0 if chart.steady else 1)
    assert again == slim(canvas._named(chart, shown, labels, other(table)))


def test_another_text_is_another_chart(shipped: list[study.Shown]) -> None:
    shown, session = shipped[1], Canvas()
    specs = [session.drawn(CHARTS["payback"], shown, labels_of(shown.world.model, Words(lang))) for lang in ("da", "en")]
    assert specs[0] is not None
    assert specs[1] is not None
    assert specs[0]["title"] != specs[1]["title"]
    assert specs[0]["datasets"]["figures-0"][1:] == specs[1]["datasets"]["figures-0"][1:]
