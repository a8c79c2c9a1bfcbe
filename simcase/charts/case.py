"""Charts of a scenario against its baseline: the difference, the way from one cost to the other, the payback."""

from __future__ import annotations

from typing import Any

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import BAND, INTERVAL, WIDTH, add_halo, amount, bands, dress, interval, pointer, rows
from simcase.words import Words

PAYBACK = 640
"""Width of the chart of the payback in pixels."""


def difference(table: pl.DataFrame, lang: str, title: str) -> alt.HConcatChart:
    """Draw the paired difference by line in the last year, with its interval; what is noise, or rounds to nothing, is a dot.

    More is warm and points up, less is blue and points down.

    Columns: figure (as it is called), line, year, mean, p05, p95, noise (a word where it is noise, else empty).
    """
    words = Words(lang)
    last = table.filter(pl.col("year") == pl.col("year").max())
    panels = []
    for number, figure in enumerate(last["figure"].unique(maintain_order=True)):
        some = last.filter(pl.col("figure") == figure)
        base = alt.Chart(some).encode(y=rows(some, "line") if number == 0 else rows(some, "line", None))
        said = pointer(words, {"line": "head.line", "noise": "chart.difference.noise"}, INTERVAL, 1 if number else 0)
        unseen = f"datum.noise != '' || abs(datum.mean) < {0.05 if number else 0.5}"
        warm = alt.when(unseen).then(alt.value(theme.GREY)).when("datum.mean > 0").then(alt.value(theme.VERMILLION))
        colour = warm.otherwise(alt.value(theme.BLUE))
        rule = base.mark_rule(strokeWidth=2).encode(x=amount("p05", figure), x2=alt.X2("p95:Q"), color=colour, tooltip=said)
        shape = alt.when(unseen).then(alt.value("circle")).when("datum.mean > 0").then(alt.value("triangle-up"))
        points = base.mark_point(strokeWidth=2, opacity=1, filled=True).encode(
            x=alt.X("mean:Q"),
            color=colour,
            shape=shape.otherwise(alt.value("triangle-down")),
            size=alt.when(unseen).then(alt.value(30)).otherwise(alt.value(130)),
            tooltip=said,
        )
        middle = alt.Chart().mark_rule(color=theme.INK, strokeDash=[4, 3]).encode(x=alt.datum(0))
        form = "+,.1f" if number else "+,.0f"
        text = (
            base.transform_calculate(written=f"{unseen} ? '' : format(datum.mean, '{form}')")
            .mark_text(dy=-11, fontSize=11, color=theme.INK)
            .encode(x=alt.X("mean:Q"), text=alt.Text("written:N"))
        )
        size = (BAND + 8) * some["line"].n_unique()
        panels.append(joined(alt.LayerChart, data=some, parts=[middle, *add_halo(text), rule, points], width=WIDTH // 2, height=size))
    year = str(last["year"].max()) if len(last) else ""
    return dress(joined(alt.HConcatChart, panels), "difference", words, title, year=year)


def waterfall(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw the steps from the baseline's net spending to the scenario's.

    Columns: step, from, to (million kr.), kind (end, more, less).
    """
    words = Words(lang)
    changes = table.filter(pl.col("kind") != "end")
    edges = [*changes["from"].to_list(), *changes["to"].to_list(), *table.filter(pl.col("kind") == "end")["to"].to_list()]
    low, high = min(edges, default=0.0), max(edges, default=1.0)
    margin = 0.12 * (high - low) or 1.0
    scale: dict[str, Any] = {"domain": [low - margin, high + margin], "nice": False}
    kinds = {"domain": ["more", "less"], "range": [theme.VERMILLION_SOFT, theme.BLUE_SOFT]}
    start = float(table["to"][0])
    in_all = f"format(datum.to, ',.0f') + (abs(datum.to - {start}) < 0.05 ? '' : ' (' + format(datum.to - {start}, '+,.1f') + ')')"
    whole, fewer = "datum.kind == 'end'", "datum.kind == 'less'"
    changed = alt.Chart(table).transform_calculate(change="datum.to - datum.from")
    base = changed.transform_calculate(
        begin=f"{whole} ? datum.to : datum.from", written=f"{whole} ? {in_all} : format(datum.change, '+,.1f')"
    ).encode(y=rows(table, "step"))
    steps = base.mark_bar(strokeWidth=1, stroke=theme.INK).encode(
        x=alt.X("begin:Q", scale=scale, title=words.say("chart.millions"), axis={"format": ",.2~f", "grid": True}),
        x2=alt.X2("to:Q"),
        color=alt.Color("kind:N", scale=kinds, legend=None),
        tooltip=pointer(words, {"step": "chart.waterfall.step"}, {"change": "chart.waterfall.change"}, 1),
    )
    ends = alt.Chart(table.filter(pl.col("kind") == "end")).mark_tick(color=theme.INK, thickness=7, height=24, opacity=1)
    text = base.mark_text(
        align=alt.ExprRef(f"{fewer} ? 'right' : 'left'"),
        dx=alt.ExprRef(f"{fewer} ? -7 : 7"),
        fontWeight=alt.ExprRef(f"{whole} ? 'bold' : 'normal'"),
        fontSize=12,
        color=theme.INK,
    )
    texts = add_halo(text.encode(x=alt.X("to:Q", scale=scale), text=alt.Text("written:N")))
    chart = joined(
        alt.LayerChart,
        [steps, *texts, ends.encode(x=alt.X("to:Q", scale=scale), y=rows(table, "step"))],
        width=WIDTH,
        height=BAND * len(table),
    )
    return dress(chart, "waterfall", words, title)


def payback(table: pl.DataFrame, lang: str, title: str, domain: tuple[float, float] | None = None) -> alt.LayerChart:
    """Draw the municipality's net result, cumulated over the years, with what nine runs of ten lie between.

    Columns: year, mean, p05, p95 (million kr.), perhaps inner05, inner95; a domain keeps the axis where it is while the figures move.
    """
    words = Words(lang)
    scale: dict[str, Any] = {"zero": True} | ({"domain": list(domain)} if domain else {})
    base = alt.Chart(table).encode(x=alt.X("year:N", sort=None, title=words.say("chart.payback.year"), axis={"labelAngle": 0}))
    kroner = alt.Y("p05:Q", title=words.say("chart.millions"), axis={"format": ",.2~f"}, scale=scale)
    said = pointer(words, {"year": "chart.year"}, interval(table), 1)
    mean = base.mark_line(color=theme.BLUE, strokeWidth=2.5, point=alt.OverlayMarkDef(size=70, filled=True, color=theme.BLUE)).encode(
        y=alt.Y("mean:Q"), tooltip=said
    )
    away = alt.ExprRef("datum.mean < 0 ? 17 : -14")  # from the line of what is earned back
    text = base.mark_text(dy=away, fontSize=12, color=theme.INK).encode(y=alt.Y("mean:Q"), text=alt.Text("mean:Q", format="+,.1f"))
    even = alt.Chart().mark_rule(color=theme.INK, strokeDash=[6, 4]).encode(y=alt.datum(0))
    chart = joined(
        alt.LayerChart,
        data=table,
        parts=[*bands(base, table, kroner, words), even, mean, *add_halo(text)],
        width=PAYBACK,
        height=280,
    )
    return dress(chart, "payback", words, title)
