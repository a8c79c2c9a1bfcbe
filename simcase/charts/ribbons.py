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
"""A place of a smaller share of all moves has no room for its name, and a ribbon of one is a hair that nobody follows."""
TOLD = 0.03
"""A ribbon of this share of all moves has room for its number."""


def ribbons(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw moves from those left to those entered, each ribbon as wide as its moves, names beside both ends.

    Columns as `tidy.ribbons` has them.
    """
    words = Words(lang)
    lines = table["from"].unique(maintain_order=True).to_list()
    colour = alt.Color("from:N", sort=lines, scale={"domain": lines, "range": list(theme.LAYERS[: len(lines)])}, legend=None)
    said = pointer(words, {"from": "chart.ribbons.from", "to": "chart.ribbons.to"}, {"moves": "chart.ribbons.moves"})
    every = float(table.filter(pl.col("x") == 0.0)["moves"].sum())
    most = table["to"].first()
    areas = (
        alt.Chart(table.filter(pl.col("moves") >= SEEN / 2 * every).select("from", "to", "moves", "x", "y", "y2"))
        .mark_area(interpolate="monotone")
        .encode(
            opacity=alt.condition(alt.datum.to == most, alt.value(0.65), alt.value(0.3)),
            x=alt.X("x:Q", axis=None, scale={"domain": [0, 1], "nice": False}),
            y=_down("y"),
            y2=alt.Y2("y2:Q"),
            color=colour,
            detail=[alt.Detail("from:N"), alt.Detail("to:N")],
            tooltip=said,
        )
    )
    names = [_names(table, side, x, SEEN * every) for side, x in (("from", 0.0), ("to", 1.0))]
    heading = alt.Chart(table.head(1).select("x")).mark_text(align="left", dy=-10, fontSize=12, fontWeight="bold", color=theme.INK)
    total = heading.encode(x=alt.value(0), y=alt.value(0), text=alt.value(words.say("chart.ribbons.all", n=words.persons(every))))
    left_out = {"seen": words.persons(SEEN / 2 * every), "told": words.persons(TOLD * every), "most": str(most)}
    layers = [areas, _figures(table, TOLD * every), *names, total]
    return dress(joined(alt.LayerChart, layers, width=WIDTH, height=HEIGHT), "ribbons", words, title, **left_out)


def _down(field: str) -> alt.Y:
    """Return a vertical axis that counts downwards and is not drawn."""
    return alt.Y(f"{field}:Q", axis=None, scale={"reverse": True, "zero": False, "nice": False})


def _figures(table: pl.DataFrame, least: float) -> alt.Chart:
    """Return the moves of the widest ribbons, written where they begin."""
    begins = table.filter((pl.col("x") == 0.0) & (pl.col("moves") >= least)).with_columns(middle=(pl.col("y") + pl.col("y2")) / 2)
    text = alt.Chart(begins.select("x", "middle", "moves")).mark_text(align="left", dx=6, fontSize=12, color=theme.INK)
    figures: alt.Chart = text.encode(x=alt.X("x:Q"), y=_down("middle"), text=alt.Text("moves:Q", format=",.0f"))
    return figures


def _names(table: pl.DataFrame, side: str, x: float, least: float) -> alt.Chart:
    """Return the names of the places of a column with their moves, beside it."""
    ends = table.filter(pl.col("x") == x).unique(subset=side, maintain_order=True).filter(pl.col(f"{side}_sum") >= least)
    text = alt.Chart(ends).transform_calculate(name=f"datum['{side}'] + '  ' + format(datum.{side}_sum, ',.0f')")
    written = text.mark_text(align="right" if x == 0.0 else "left", dx=-8 if x == 0.0 else 8, fontSize=12, color=theme.INK, clip=False)
    named: alt.Chart = written.encode(x=alt.X("x:Q"), y=_down(f"{side}_y"), text=alt.Text("name:N"))
    return named
