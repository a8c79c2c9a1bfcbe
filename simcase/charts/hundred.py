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
COLUMNS: Final = 10
SIZE: Final = 330, 340
"""Width and height of the field in pixels."""
LOOKS: Final = ((theme.VERMILLION, theme.VERMILLION), (theme.VERMILLION_SOFT, theme.VERMILLION), (theme.PAPER, theme.BLUE))
"""Fill and edge of the persons of each group."""


def hundred(table: pl.DataFrame, lang: str, title: str, fewer: float) -> alt.LayerChart:
    """Draw a hundred persons in rows of ten, group by group, those on another benefit first, each group with its number.

    `fewer` is how many persons they stand for.

    Columns: person (0 to 99), where (as it is called, with its number), pays (1 for a benefit, else 0).
    """
    words = Words(lang)
    groups = table["where"].unique(maintain_order=True).to_list()
    paid = table.filter(pl.col("pays") == 1)["where"].unique(maintain_order=True).to_list()
    looks = [*LOOKS[: len(paid)], *LOOKS[-1:]]
    fills, edges = ([look[n] for look in looks[: len(groups)]] for n in (0, 1))
    above = {
        "title": [
            words.say("chart.hundred.fewer", fewer=words.persons(fewer)),
            words.say("chart.hundred.elsewhere", n=words.percent(int(table["pays"].sum()) / len(table))),
        ],
        "titleFontSize": 15,
        "titleLimit": WIDTH,
        "titlePadding": 10,
        "rowPadding": 8,
        "orient": "right",
        "offset": 26,
        "labelLimit": WIDTH,
        "labelFontSize": 14,
        "symbolSize": 260,
        "symbolStrokeWidth": 1.2,
    }
    persons = (
        alt.Chart(table)
        .transform_calculate(column=f"datum.person % {COLUMNS}", row=f"floor(datum.person / {COLUMNS})")
        .mark_point(shape=PERSON, size=300, strokeWidth=1.2, opacity=1)
        .encode(
            x=alt.X("column:O", axis=None),
            y=alt.Y("row:O", axis=None),
            fill=alt.Fill("where:N", sort=groups, scale={"domain": groups, "range": fills}, legend=above),
            stroke=alt.Stroke("where:N", sort=groups, scale={"domain": groups, "range": edges}, legend=above),
            tooltip=[alt.Tooltip("where:N", title=words.say("went.to"))],
        )
    )
    return dress(joined(alt.LayerChart, [persons], width=SIZE[0], height=SIZE[1]), "hundred", words, title)
