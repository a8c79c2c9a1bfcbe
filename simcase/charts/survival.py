"""How long citizens stay in each state, as seen and as the hazards say: a panel a state."""

from __future__ import annotations

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.words import Words

WIDTH, HEIGHT, ACROSS = 210, 120, 3
"""Pixels of a panel, and panels in a row."""


def survival(table: pl.DataFrame, lang: str, title: str) -> alt.FacetChart:
    """Draw shares still in a state by weeks since entry; columns: state (as it is called), week, seen, hazards (shares)."""
    words = Words(lang)
    seen, said = words.say("chart.survival.seen"), words.say("chart.survival.hazards")
    long = table.rename({"seen": seen, "hazards": said}).unpivot(
        on=[seen, said], index=["state", "week"], variable_name="kind", value_name="share"
    )
    weeks = alt.X("week:Q").title(words.say("chart.survival.weeks")).axis(values=[0, 26, 52, 78, 104])
    share = alt.Y("share:Q").title(words.say("chart.survival.share")).scale(domain=[0, 1]).axis(format="%")
    kind = alt.Color("kind:N").title(None).scale(domain=[seen, said], range=[theme.BLUE, theme.VERMILLION])
    dash = alt.StrokeDash("kind:N").title(None).scale(domain=[seen, said], range=[[1, 0], [5, 3]])
    pointer = [
        alt.Tooltip("state:N", title=words.say("import.state")),
        alt.Tooltip("kind:N", title=words.say("chart.survival.kind")),
        alt.Tooltip("week:Q", title=words.say("chart.survival.weeks")),
        alt.Tooltip("share:Q", title=words.say("chart.survival.share"), format=".0%"),
    ]
    lines = (
        alt.Chart(long, width=WIDTH, height=HEIGHT)
        .mark_line(strokeWidth=2)
        .encode(x=weeks, y=share, color=kind.legend(orient="top", symbolSize=300), strokeDash=dash, tooltip=pointer)
    )
    states = table["state"].unique(maintain_order=True).to_list()
    header = alt.Header(labelFontSize=11, labelFontWeight=600, labelColor=theme.INK, labelLimit=WIDTH + 20, labelAnchor="start")
    subtitle = words.say("chart.survival.subtitle")
    drawn: alt.FacetChart = lines.facet(facet=alt.Facet("state:N", sort=states, header=header).title(None), columns=ACROSS).properties(
        title=alt.TitleParams(title, subtitle=subtitle, fontSize=17, offset=14),
        description=words.say("chart.survival.description", title=title, states=", ".join(states)),
        config=alt.Config(**theme.config(words)),
        usermeta=theme.embedding(words),
    )
    return drawn
