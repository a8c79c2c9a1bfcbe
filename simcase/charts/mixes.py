"""What mixes of initiatives cost, against what they give."""

from __future__ import annotations

from typing import Any

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import WIDTH, add_halo, dress, pointer
from simcase.words import Words


def portfolio(table: pl.DataFrame, lang: str, title: str, budget: float | None, *, shares: bool) -> alt.LayerChart:
    """Draw every mix tried by what it costs and what it gives, the frontier as steps, the best one, and the budget (kroner).

    Columns: kroner (million a year), reached, low, high (per cent where shares, else million kr.), kind (best, frontier, tried), mix (in
    words).
    """
    words = Words(lang)
    what = "chart.portfolio.met" if shares else "chart.portfolio.net"
    unit = words.say(what)
    scale: dict[str, Any] = {"zero": shares}
    across = alt.X("kroner:Q", title=words.say("chart.portfolio.kroner"), axis={"format": ",.2~f", "grid": True})
    along = alt.Y("reached:Q", title=unit, scale=scale, axis={"format": ",.2~f"})
    said = pointer(words, {"mix": "chart.portfolio.mix"}, {"kroner": "chart.portfolio.kroner", "reached": what}, 1)
    line = table.filter(pl.col("kind") != "tried").sort("kroner", "reached")
    written = [words.number(each) if shares else words.change(each, 1) for each in line["reached"]]
    line = line.with_columns(written=pl.Series(written, dtype=pl.String))
    best = table.filter(pl.col("kind") == "best")
    marked = alt.Chart(line).encode(x=across, y=along, tooltip=said)
    tried = alt.Chart(table.filter(pl.col("kind") == "tried")).encode(x=across, y=along, tooltip=said)
    text = marked.mark_text(align="left", dy=-11, dx=7, fontSize=11.5, color=theme.INK).encode(text=alt.Text("written:N"))
    layers = [
        tried.mark_point(size=26, color=theme.GREY, opacity=0.55, strokeWidth=1.2),
        marked.mark_line(interpolate="step-after", color=theme.BLUE, strokeWidth=2),
        *([marked.mark_rule(color=theme.BLUE, strokeWidth=1.6).encode(y=alt.Y("low:Q"), y2=alt.Y2("high:Q"))] if shares else []),
        marked.mark_point(size=60, filled=True, color=theme.BLUE, opacity=1),
        alt.Chart(best)
        .mark_point(size=190, filled=True, color=theme.VERMILLION, opacity=1, shape="diamond")
        .encode(x=across, y=along, tooltip=said),
        *add_halo(text),
    ]
    if budget is not None:
        layers.insert(0, alt.Chart().mark_rule(color=theme.INK, strokeDash=[6, 4]).encode(x=alt.datum(budget / 1e6)))
    chart = joined(alt.LayerChart, layers, width=WIDTH, height=320)
    return dress(chart, "portfolio", words, title, unit=unit, best=str(best["mix"].item()), tried=str(len(table)))
