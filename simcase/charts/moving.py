"""The chart of persons month by month in a scenario whose levers are moved, beside its baseline."""

from __future__ import annotations

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import WIDTH, bands, dress, interval, pointer
from simcase.words import Words

HEIGHT = 260


def moving_persons(table: pl.DataFrame, lang: str, title: str, lines: str, top: float) -> alt.LayerChart:
    """Draw persons on the lines aimed at, month by month, with what nine runs of ten lie between; dashed, those of the baseline.

    Columns: month (date), mean, p05, p95, perhaps inner05, inner95, base (persons); the axis of persons ends at `top` wherever the figures
    move to.
    """
    words = Words(lang)
    month = alt.X("month:T").title(None).axis(format="%Y", tickCount="year", labelFlush=False).scale(nice=False)
    base = alt.Chart(table).encode(x=month)
    persons = alt.Y("p05:Q").title(words.say("chart.persons")).axis(format=",.0f").scale(domain=[0, top])
    without = base.mark_line(color=theme.VERMILLION, strokeWidth=2, strokeDash=[6, 4]).encode(y=alt.Y("base:Q"))
    mean = base.mark_line(color=theme.BLUE, strokeWidth=2.5).encode(y=alt.Y("mean:Q"))
    said = [
        alt.Tooltip("month:T", title=words.say("chart.month"), format="%B %Y"),
        *pointer(words, {}, interval(table, base="moving.baseline")),
    ]
    under = base.mark_rule(opacity=0, strokeWidth=6).encode(y=alt.Y("p05:Q"), y2=alt.Y2("p95:Q"), tooltip=said)
    chart = joined(alt.LayerChart, [*bands(base, table, persons, words), without, mean, under], width=WIDTH, height=HEIGHT)
    return dress(chart, "moving_persons", words, title, lines=lines)
