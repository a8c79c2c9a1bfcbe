"""Charts along the months: what support is made of, programmes, those long on a benefit, a forecast against the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import INTERVAL, LETTERS, WIDTH, add_halo, bands, dress, fold, interval, named, pointer, spread
from simcase.tables import LONG_TERM_WEEKS
from simcase.words import Words

PANEL = 150
"""Height of a panel in pixels."""
COLUMNS = 3
EDGES: Final[tuple[Literal["left", "right"], ...]] = ("left", "right")
"""How figures at the first and at the last month are aligned."""
EXTENT = 44
"""Pixels that the figures of an upright axis take at the least, so that panels beneath each other stand in line."""


def _time() -> alt.X:
    """Return the axis of months: a tick a year, whose number says what it is."""
    return alt.X("month:T", title=None, axis={"format": "%Y", "tickCount": "year"}, scale={"nice": False})


def _when(words: Words) -> alt.Tooltip:
    """Return the month under the pointer."""
    return alt.Tooltip("month:T", title=words.say("chart.month"), format="%B %Y")


def composition(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw persons by line, stacked, each layer named at its end, thin ones by a line that leads there.

    Columns: month, order (of the line), line, persons.
    """
    words = Words(lang)
    lines = table.sort("order")["line"].unique(maintain_order=True).to_list()
    ends = table.filter(pl.col("month") == pl.col("month").max())
    sums = table.group_by("month").agg(pl.col("persons").sum()).sort("month")
    top = ABOVE * float(sums.select(pl.col("persons").max()).item()) or 1.0
    upright: dict[str, Any] = {"scale": {"domain": [0, top], "nice": False}, "title": words.say("chart.persons")}
    stack = alt.Y("persons:Q", stack="zero", axis={"format": ",.0f"}, **upright)
    order = alt.Order("order:Q", sort="descending")
    colour = alt.Color("line:N", sort=lines, scale={"domain": lines, "range": list(theme.LAYERS[: len(lines)])}, legend=None)
    said = [_when(words), *pointer(words, {"line": "head.line"}, {"persons": "chart.persons"})]
    areas = (
        alt.Chart(table).mark_area(stroke=theme.PAPER, strokeWidth=1).encode(x=_time(), y=stack, order=order, color=colour, tooltip=said)
    )
    named_at = _named_at(ends, top, words)
    lead = alt.Chart(named_at).encode(color=colour, y=alt.Y("middle:Q", **upright))
    leads = lead.mark_rule(strokeWidth=1.2, clip=False).encode(x=alt.value(WIDTH + 2), x2=alt.value(WIDTH + LEAD), y2=alt.Y2("at:Q"))
    text = alt.Chart(named_at).mark_text(align="left", fontSize=12, clip=False)
    names = text.encode(x=alt.value(WIDTH + LEAD + 4), y=alt.Y("at:Q", **upright), text=alt.Text("name:N"), color=colour)
    totals = []
    for edge, align in zip((sums.head(1), sums.tail(1)), EDGES, strict=True):
        total = alt.Chart(edge).mark_text(align=align, dy=-13, fontSize=12, color=theme.INK)
        in_all = alt.value(words.say("chart.composition.all", n=words.persons(edge["persons"].item())))
        totals += add_halo(total.encode(x=alt.X("month:T"), y=alt.Y("persons:Q"), text=in_all))
    return dress(joined(alt.LayerChart, [areas, leads, names, *totals], width=WIDTH, height=STACK), "composition", words, title)


def _named_at(ends: pl.DataFrame, top: float, words: Words) -> pl.DataFrame:
    """Return each layer's name with its persons and share, where its middle lies, and where there is room for the name."""
    upwards = ends.sort("order", descending=True).with_columns(middle=pl.col("persons").cum_sum() - pl.col("persons") / 2)
    every = max(float(ends["persons"].sum()), 1.0)
    names = [
        words.say("chart.composition.named", line=line, persons=words.persons(n), share=words.percent(n / every))
        for line, n in upwards.select("line", "persons").iter_rows()
    ]
    return upwards.with_columns(name=pl.Series(names), at=pl.Series(spread(upwards["middle"].to_list(), NAME / STACK * top, top)))


STACK = 380
"""Height of the stack in pixels."""
ABOVE = 1.05
"""By how much the axis of the stack is longer than the stack."""
NAME, LEAD = 17, 18
"""Pixels that a name takes upright, and that the line takes that leads to it."""


def programmes(table: pl.DataFrame, lang: str, title: str, about: Mapping[str, str] = MappingProxyType({})) -> alt.ConcatChart:
    """Draw participants with their interval and the places of each programme; those waiting, where any are, on an axis of their own.

    What a programme is, by its name, stands beneath its name.

    Columns: initiative, month, mean, p05, p95 (participants), perhaps inner05, inner95, waiting, places (null where it has none), bound.
    """
    words = Words(lang)
    panels = []
    names = table["initiative"].unique(maintain_order=True).to_list()
    alone = len(names) == 1
    wide = WIDTH if alone else WIDTH // 2
    for name in names:
        rows = table.filter(pl.col("initiative") == name)
        base = alt.Chart(rows).encode(x=_time())
        figures = interval(table, waiting="programmes.waiting")
        said = [_when(words), *pointer(words, {"bound": "chart.programmes.bound"}, figures)]
        persons = alt.Y("p05:Q", title=words.say("chart.persons"), axis={"format": ",.0f"}, scale={"zero": True})
        fan = bands(base.encode(tooltip=said), table, persons, words)
        taken = base.mark_line(color=theme.BLUE, strokeWidth=2.5).encode(y=alt.Y("mean:Q"))
        waiting = base.mark_line(color=theme.VERMILLION, strokeWidth=2, strokeDash=[2, 3]).encode(
            y=alt.Y("waiting:Q", title=words.say("chart.persons"), axis={"format": ",.0f", "tickCount": 3}, scale={"zero": True})
        )
        places = base.mark_line(color=theme.INK, strokeWidth=1.5, strokeDash=[8, 4], interpolate="step-after").encode(y=alt.Y("places:Q"))
        ends = [*_ends(rows, "mean", theme.BLUE), *_ends(rows, "places", theme.INK)]
        heading = alt.TitleParams(name, subtitle=fold(about[name], LETTERS if alone else LETTERS // 2)) if about.get(name) else name
        panel = joined(alt.LayerChart, [*fan, taken, places, *ends], title=heading, width=wide, height=PANEL)
        queue = joined(alt.LayerChart, [waiting], title=words.say("programmes.waiting"), width=wide, height=PANEL // 2)
        panels.append(joined(alt.VConcatChart, [panel, queue], spacing=12) if waits(rows) else panel)
    queued = words.say("chart.programmes.queue") if waits(table) else ""
    return dress(joined(alt.ConcatChart, panels, columns=2), "programmes", words, title, queue=queued)


def _ends(rows: pl.DataFrame, field: str, colour: str) -> list[alt.Chart]:
    """Return the last figure of a line beside its end."""
    last = alt.Chart(rows.filter(pl.col("month") == pl.col("month").max()))
    text = last.mark_text(align="left", dx=6, fontSize=13, fontWeight="bold", color=colour, clip=False)
    return add_halo(text.encode(x=alt.X("month:T"), y=alt.Y(f"{field}:Q"), text=alt.Text(f"{field}:Q", format=",.0f")))


def waits(table: pl.DataFrame) -> bool:
    """Tell whether anybody waits for a programme."""
    return bool((table["waiting"] >= WAITING).any())


WAITING = 0.5
"""Persons waiting that are written as anybody."""


def long_term(table: pl.DataFrame, lang: str, title: str) -> alt.ConcatChart:
    """Draw the share of each line's citizens who have been in their state for long.

    Columns: line, month, share (per cent).
    """
    words = Words(lang)
    panels = []
    for number, line in enumerate(table["line"].unique(maintain_order=True)):
        rows = table.filter(pl.col("line") == line)
        base = alt.Chart(rows).encode(x=_time())
        share = alt.Y("share:Q", title=None, axis={"format": ",.0f", "values": [0, 50, 100]}, scale={"domain": [0, 120]})
        said = [_when(words), *pointer(words, {}, {"share": "chart.long_term.unit"}, 1)]
        drawn = base.mark_line(color=theme.BLUE, strokeWidth=2, point=alt.OverlayMarkDef(opacity=0, size=60)).encode(y=share, tooltip=said)
        figures = [
            alt.Chart(edge)
            .mark_text(align=side, dx=dx, dy=-10, fontSize=12, fontWeight="bold" if number == 0 else "normal", color=theme.INK)
            .encode(x=alt.X("month:T"), y=alt.Y("share:Q"), text=alt.Text("share:Q", format=",.0f"))
            for edge, side, dx in zip((rows.sort("month").head(1), rows.sort("month").tail(1)), EDGES, (8, -1), strict=True)
        ]
        panels.append(joined(alt.LayerChart, [drawn, *figures], title=named(line), width=WIDTH // 2 - 20, height=80))
    return dress(
        joined(alt.ConcatChart, panels, columns=COLUMNS, bounds="flush", spacing=alt.RowColnumber(row=64, column=44)),
        "long_term",
        words,
        title,
        weeks=str(LONG_TERM_WEEKS),
    )


def backtest(table: pl.DataFrame, lang: str, title: str) -> alt.ConcatChart:
    """Draw a forecast and what then happened.

    Columns: month, line (as it is called), p05, p50, p95 (persons foreseen), observed (persons, null where it is not known).
    """
    words = Words(lang)
    panels = []
    for line in table["line"].unique(maintain_order=True):
        base = alt.Chart(table.filter(pl.col("line") == line)).encode(x=_time())
        persons = alt.Y("p05:Q", title=words.say("chart.persons"), axis={"format": ",.0f"}, scale={"zero": True})
        said = [
            _when(words),
            *pointer(words, {}, {"p50": "chart.p50", "p05": "chart.low", "p95": "chart.high", "observed": "chart.observed"}),
        ]
        band = base.mark_area(color=theme.BLUE_PALE, stroke=theme.BLUE_EDGE, strokeWidth=0.8).encode(
            y=persons, y2=alt.Y2("p95:Q"), tooltip=said
        )
        middle = base.mark_line(color=theme.BLUE, strokeWidth=2).encode(y=alt.Y("p50:Q"))
        layers = [band, middle, *_seen(base, table.filter(pl.col("line") == line), "observed", said, 45)]
        panels.append(joined(alt.LayerChart, layers, title=line, width=WIDTH // 2, height=PANEL))
    return dress(joined(alt.ConcatChart, panels, columns=2), "backtest", words, title)


def forecast(table: pl.DataFrame, lang: str, title: str) -> alt.ConcatChart:
    """Draw what was counted of each figure and what is foreseen of it.

    Columns: panel (as it is called), unit, month, counted (null where it is not known), mean, p05, p95 (null where it is).
    """
    words = Words(lang)
    panels = []
    months = table["month"].sort()
    shared = _time().scale(domain=[months[0].isoformat(), months[-1].isoformat()], nice=False)
    for (name, unit), rows in table.group_by("panel", "unit", maintain_order=True):
        base, digits = alt.Chart(rows).encode(x=shared), 0 if unit == words.say("forecast.persons") else 1
        upright = alt.Y("p05:Q", title=unit, axis={"format": f",.{digits}f", "minExtent": EXTENT}, scale={"zero": True})
        said = [_when(words), *pointer(words, {}, {**INTERVAL, "counted": "chart.counted"}, digits)]
        foreseen = base.transform_filter("isValid(datum.mean)")
        line = foreseen.mark_line(color=theme.BLUE, strokeWidth=2).encode(y=alt.Y("mean:Q"))
        drawn = [*bands(foreseen.encode(tooltip=said), rows, upright, words), line] if rows["mean"].is_not_null().any() else []
        layers = [*drawn, *_seen(base, rows, "counted", said, 30)]
        panels.append(joined(alt.LayerChart, layers, title=str(name), width=WIDTH // 2, height=PANEL))
    return dress(joined(alt.ConcatChart, panels, columns=2), "forecast", words, title)


def _seen(base: alt.Chart, rows: pl.DataFrame, field: str, said: list[alt.Tooltip], size: int) -> list[alt.Chart]:
    """Return what was counted as diamonds in the months that have it; no layer where none has, of which a browser complains."""
    known = base.transform_filter(f"isValid(datum.{field})").mark_point(shape="diamond", filled=True, size=size, color=theme.VERMILLION)
    return [known.encode(y=alt.Y(f"{field}:Q"), tooltip=said)] if rows[field].is_not_null().any() else []
