"""A hundred persons, each a figure: where those are who have left a target group."""

from __future__ import annotations

from typing import Final

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import WIDTH, dress
from simcase.words import Words

PERSON: Final = (
    "M0,-1.3A0.42,0.42,0,1,1,0,-0.46A0.42,0.42,0,1,1,0,-1.3ZM-0.5,-0.36L0.5,-0.36L0.5,0.5L0.25,0.5L0.25,1.3L-0.25,1.3L-0.25,0.5L-0.5,0.5Z"
)
"""A head and a body, as an outline."""
COLUMNS: Final = 20
LOOKS: Final = ((theme.BLUE_SOFT, theme.BLUE), (theme.VERMILLION, theme.VERMILLION), (theme.PAPER, theme.VERMILLION))
"""Fill and edge of the persons of each group."""


def hundred(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw a hundred persons in rows of twenty, group by group, each group with its number.

    Columns: person (0 to 99), where (as it is called, with its number).
    """
    words = Words(lang)
    groups = table["where"].unique(maintain_order=True).to_list()
    fills, edges = ([look[n] for look in LOOKS[: len(groups)]] for n in (0, 1))
    above = {
        "title": None,
        "orient": "top",
        "direction": "vertical",
        "labelLimit": WIDTH,
        "labelFontSize": 13,
        "symbolSize": 160,
        "symbolStrokeWidth": 1.2,
    }
    persons = (
        alt.Chart(table)
        .transform_calculate(column=f"datum.person % {COLUMNS}", row=f"floor(datum.person / {COLUMNS})")
        .mark_point(shape=PERSON, size=260, strokeWidth=1.2, opacity=1)
        .encode(
            x=alt.X("column:O", axis=None),
            y=alt.Y("row:O", axis=None),
            fill=alt.Fill("where:N", sort=groups, scale={"domain": groups, "range": fills}, legend=above),
            stroke=alt.Stroke("where:N", sort=groups, scale={"domain": groups, "range": edges}, legend=above),
            tooltip=[alt.Tooltip("where:N", title=words.say("went.to"))],
        )
    )
    return dress(joined(alt.LayerChart, [persons], width=WIDTH, height=190), "hundred", words, title)
