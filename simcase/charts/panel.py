"""How far forecasts of many places lie from the outcomes, by how far ahead they look."""

from __future__ import annotations

from typing import Final

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import dress, pointer
from simcase.words import Words

WIDTH: Final = 270
"""Pixels of a panel."""
DASHES: Final = ([1, 0], [1, 0], [6, 3], [2, 2], [8, 3, 2, 3])


def panel(table: pl.DataFrame, lang: str, title: str) -> alt.ConcatChart:
    """Draw the score of each kind of forecast by quarter ahead, a panel a measure, the judged forecast bold.

    Columns: measure, method (as it is called, the judged one first), quarter (1 and on), crps (per cent).
    """
    words = Words(lang)
    methods = table["method"].unique(maintain_order=True).to_list()
    colours = list(theme.LAYERS[: len(methods)])
    colour = alt.Color("method:N", title=None, sort=methods, scale={"domain": methods, "range": colours})
    dash = alt.StrokeDash("method:N", title=None, sort=methods, scale={"domain": methods, "range": list(DASHES[: len(methods)])})
    legend = alt.Legend(orient="bottom", direction="horizontal", columns=2, labelLimit=300, symbolType="stroke", symbolSize=500)
    said = pointer(words, {"method": "chart.panel.method", "quarter": "chart.panel.quarter"}, {"crps": "chart.panel.crps"}, 2)
    panels = []
    for measure in table["measure"].unique(maintain_order=True):
        base = alt.Chart(table.filter(pl.col("measure") == measure)).encode(
            x=alt.X("quarter:O", title=words.say("chart.panel.quarter"), axis={"labelAngle": 0}),
            y=alt.Y("crps:Q", title=words.say("chart.panel.crps"), scale={"zero": True}),
            color=colour.legend(legend),
            strokeDash=dash.legend(legend),
            tooltip=said,
        )
        judged = alt.datum.method == methods[0]
        others = base.transform_filter(alt.datum.method != methods[0]).mark_line(strokeWidth=1.6, point={"size": 25})
        bold = base.transform_filter(judged).mark_line(strokeWidth=3.5, point={"size": 60})
        layers = [others, bold] if len(methods) > 1 else [bold]
        panels.append(joined(alt.LayerChart, layers, title=measure, width=WIDTH, height=220))
    return dress(joined(alt.ConcatChart, panels, columns=2), "panel", words, title)
