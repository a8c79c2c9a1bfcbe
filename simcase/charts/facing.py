"""Charts of the big screen, read from the back row: few marks, letters of 18 pixels at least on a picture of some 850 by 400."""

from __future__ import annotations

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import INTERVAL, add_halo, dress, pointer
from simcase.words import Words

LETTERS = 18
"""Pixels of the smallest letters: 24 and more where the picture fills its place of a screen of 1,920."""
WIDTH, HEIGHT = 760, 320


def facing_persons(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw the difference of persons on a line by year.

    Columns: line, year, mean, p05, p95, noise (a word where it is noise, else empty).
    """
    return _columns(table, lang, title, "facing_persons", 0)


def facing_net(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw the net result in million kroner, added up by year.

    Columns: line, year, mean, p05, p95, noise (a word where it is noise, else empty).
    """
    return _columns(table, lang, title, "facing_net", 1)


def _columns(table: pl.DataFrame, lang: str, title: str, kind: str, digits: int) -> alt.LayerChart:
    """Draw a column a year with its interval and its figure; what may be noise is empty."""
    words, line = Words(lang), table["line"][0]
    form = f"+,.{digits}f"
    letters = {"labelFontSize": LETTERS, "titleFontSize": LETTERS}
    years = alt.X("year:N", sort=None, title=None, axis={"labelAngle": 0, "domain": False, "ticks": False, "labelFontSize": 22})
    amounts = alt.Y("mean:Q", title=None, axis={"format": ",~f", "tickCount": 3, **letters})
    base = alt.Chart(table).encode(x=years)
    said = pointer(words, {"year": "chart.year", "noise": "chart.difference.noise"}, INTERVAL, digits)
    bars = base.mark_bar(size=70, stroke=theme.BLUE, strokeWidth=2).encode(
        y=amounts,
        fill=alt.condition("datum.noise == ''", alt.value(theme.BLUE_SOFT), alt.value(theme.PAPER)),
        tooltip=said,
    )
    rules = base.mark_rule(color=theme.INK, strokeWidth=4).encode(y=alt.Y("p05:Q"), y2=alt.Y2("p95:Q"))
    zero = alt.Chart().mark_rule(color=theme.INK, strokeWidth=2).encode(y=alt.datum(0))
    text = base.mark_text(align="left", dx=44, fontSize=26, fontWeight="bold", color=theme.INK).encode(
        y=alt.Y("mean:Q"), text=alt.Text("mean:Q", format=form)
    )
    chart = dress(
        joined(alt.LayerChart, data=table, parts=[bars, zero, rules, *add_halo(text)], width=WIDTH, height=HEIGHT),
        kind,
        words,
        title,
        line=line,
    )
    note, keys = words.say(f"chart.{kind}.note", line=line), words.say("chart.facing.keys")
    chart.title = alt.TitleParams(note, subtitle=keys, fontSize=22, subtitleFontSize=LETTERS, offset=12)
    return chart
