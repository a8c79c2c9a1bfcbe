"""Moves between states as ribbons."""

from __future__ import annotations

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import dress, pointer
from simcase.words import Words

WIDTH, HEIGHT = 420, 520
SEEN = 0.012
"""A place of a smaller share of all moves has no room for its name."""


def ribbons(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw moves from those left to those entered, each ribbon as wide as its moves, names beside both ends.

    Columns as `tidy.ribbons` has them.
    """
    words = Words(lang)
    lines = table["from"].unique(maintain_order=True).to_list()
    colour = alt.Color("from:N", sort=lines, scale={"domain": lines, "range": list(theme.LAYERS[: len(lines)])}, legend=None)
    said = pointer(words, {"from": "chart.ribbons.from", "to": "chart.ribbons.to"}, {"moves": "chart.ribbons.moves"})
    areas = (
        alt.Chart(table.select("from", "to", "moves", "x", "y", "y2"))
        .mark_area(opacity=0.55, interpolate="monotone")
        .encode(
            x=alt.X("x:Q", axis=None, scale={"domain": [0, 1], "nice": False}),
            y=_down("y"),
            y2=alt.Y2("y2:Q"),
            color=colour,
            detail=[alt.Detail("from:N"), alt.Detail("to:N")],
            tooltip=said,
        )
    )
    least = SEEN * float(table.filter(pl.col("x") == 0.0)["moves"].sum())
    names = [_names(table, side, x, least) for side, x in (("from", 0.0), ("to", 1.0))]
    return dress(joined(alt.LayerChart, [areas, *names], width=WIDTH, height=HEIGHT), "ribbons", words, title)


def _down(field: str) -> alt.Y:
    """Return a vertical axis that counts downwards and is not drawn."""
    return alt.Y(f"{field}:Q", axis=None, scale={"reverse": True, "zero": False, "nice": False})


def _names(table: pl.DataFrame, side: str, x: float, least: float) -> alt.Chart:
    """Return the names of the places of a column with their moves, beside it."""
    ends = table.filter(pl.col("x") == x).unique(subset=side, maintain_order=True).filter(pl.col(f"{side}_sum") >= least)
    text = alt.Chart(ends).transform_calculate(name=f"datum['{side}'] + '  ' + format(datum.{side}_sum, ',.0f')")
    written = text.mark_text(align="right" if x == 0.0 else "left", dx=-8 if x == 0.0 else 8, fontSize=12, color=theme.INK, clip=False)
    named: alt.Chart = written.encode(x=alt.X("x:Q"), y=_down(f"{side}_y"), text=alt.Text("name:N"))
    return named
