"""Charts with a row for each benefit, goal or unknown."""

from __future__ import annotations

from typing import Any

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import (
    AMOUNTS,
    INTERVAL,
    THICK,
    WIDTH,
    add_halo,
    amount,
    column,
    dress,
    fold,
    height,
    inside,
    interval,
    interval_rules,
    label_end,
    named,
    pointer,
    rows,
    rule_note,
    weighed,
)
from simcase.words import Words

PANEL = 205, 105
"""Width and height of a benefit's panel in pixels."""
COLUMNS = 4
NAME = 27
"""Letters in a line of a panel's name."""
ABOVE = 1.06
"""By how much an upright axis is longer than what is drawn on it, so that no mark reaches beyond it."""
ROOM: dict[str, Any] = {"padding": 30}
"""Pixels at both ends of an axis, for figures at the ends of bars."""
THIRD, SIDE = 190, 250
"""Width of one of three panels, and of one of two."""


def full_year(table: pl.DataFrame, lang: str, title: str) -> alt.ConcatChart:
    """Draw full-year persons by line, the years side by side, with what nine runs of ten lie between; the first line stands out.

    How many persons there are in the last year stands beneath the name of a line.

    Columns: line, year, mean, p05, p95 (full-year persons), persons, perhaps inner05, inner95, and base, those of the baseline.
    """
    words = Words(lang)
    said = pointer(words, {"line": "head.line", "year": "chart.year"}, interval(table))
    first = table["line"].first()
    unit = {"labels": False, "grid": False, "title": None}
    panels = []
    for line in table["line"].unique(maintain_order=True):
        years = alt.X("year:N", sort=None, title=None, axis={"labelAngle": 0, "labelFontSize": 10, "ticks": False})
        base = alt.Chart(table.filter(pl.col("line") == line)).encode(x=years)
        fill = theme.BLUE_EDGE if line == first else theme.BLUE_SOFT
        highest = table.filter(pl.col("line") == line).select(
            pl.max_horizontal("mean", "p95", *(["base"] if "base" in table.columns else [])).max()
        )
        upright = alt.Y("mean:Q", axis=unit, scale={"domain": [0, ABOVE * float(highest.item()) or 1.0], "nice": False})
        bars = base.mark_bar(color=fill, stroke=theme.BLUE, strokeWidth=1).encode(y=upright, tooltip=said)
        spans = base.mark_rule(color=theme.INK, strokeWidth=1.4).encode(y=alt.Y("p05:Q", axis=unit), y2=alt.Y2("p95:Q"))
        inner = base.mark_rule(color=theme.INK, strokeWidth=THICK).encode(y=alt.Y("inner05:Q", axis=unit), y2=alt.Y2("inner95:Q"))
        text = base.mark_text(baseline="bottom", dy=-4, fontSize=12, fontWeight="bold", color=theme.INK)
        figures = text.encode(y=alt.YDatum(0), text=alt.Text("mean:Q", format=",.0f"))
        other = base.mark_tick(color=theme.VERMILLION, thickness=3, width=34, opacity=1).encode(y=alt.Y("base:Q", axis=unit))
        layers = [bars, spans, *([inner] if inside(table) else []), *([other] if "base" in table.columns else []), *add_halo(figures)]
        year, persons = table.filter(pl.col("line") == line).select("year", "persons").row(-1)
        heads = words.say("chart.full_year.persons", persons=words.persons(persons), year=year)
        panels.append(joined(alt.LayerChart, layers, title=named(fold(line, NAME), heads), width=PANEL[0], height=PANEL[1]))
    chart = joined(alt.ConcatChart, panels, columns=COLUMNS, bounds="flush", spacing=alt.RowColnumber(row=76, column=36))
    base_note = words.say("chart.full_year.base") if "base" in table.columns else ""
    return dress(chart, "full_year", words, title, nine=rule_note(table, words), base=base_note)


def flows(table: pl.DataFrame, lang: str, title: str) -> alt.HConcatChart:
    """Draw by how much each line changes, and beside it citizens who come to it and who leave it; the first line stands out.

    The change is written as that of whole citizens, so that the three figures of a line add up as they are written.

    Columns: line, year, way (net, in or out, as it is called), mean, p05, p95 (moves; none for net); the last year is drawn.
    """
    words = Words(lang)
    last = table.filter(pl.col("year") == pl.col("year").max())
    ways = last["way"].unique(maintain_order=True)
    sign = dict(zip(ways, (0, 1, -1), strict=False))
    whole = [round(mean) * sign[way] for mean, way in last.select("mean", "way").iter_rows()]
    last = last.with_columns(pl.Series("change", whole, dtype=pl.Float64)).with_columns(pl.col("change").sum().over("line"))
    panels = []
    for number, way in enumerate(ways):
        some = last.filter(pl.col("way") == way)
        base = alt.Chart(some).encode(y=rows(some, "line") if number == 0 else rows(some, "line", None))
        drawn = base.mark_bar(stroke=theme.INK, strokeWidth=0.8).encode(
            color=weighed(some, "line"),
            x=amount("mean", words.say("chart.flows.unit"), {"tickCount": 4, "format": ",.0f", "grid": True}, **({} if number else ROOM)),
            tooltip=pointer(words, {"line": "head.line"}, INTERVAL if number else {"mean": "chart.mean"}),
        )
        told = [*interval_rules(base, some), column(base, "mean")] if number else label_end(base, "change", "+,.0f")
        panels.append(joined(alt.LayerChart, [drawn, *told], title=named(way), width=THIRD, height=height(last, "line")))
    year = str(last["year"].max()) if len(last) else ""
    sides: alt.HConcatChart = joined(alt.HConcatChart, panels[1:], spacing=64).resolve_scale(x="shared")
    return dress(joined(alt.HConcatChart, [panels[0], sides], spacing=40), "flows", words, title, year=year)


def price_volume(table: pl.DataFrame, lang: str, title: str) -> alt.HConcatChart:
    """Draw persons, price and what they multiply to, side by side; the first line stands out.

    Columns: line, persons (full-time), price (kr. a full-time person), kroner (millions).
    """
    words = Words(lang)
    panels = []
    for number, (field, form) in enumerate((("persons", ",.0f"), ("price", ",.0f"), ("kroner", ",.1f"))):
        y = rows(table, "line") if number == 0 else rows(table, "line", None)
        base = alt.Chart(table).encode(y=y)
        bars = base.mark_bar(stroke=theme.BLUE, strokeWidth=0.8).encode(
            color=weighed(table, "line"),
            x=amount(field, words.say(f"chart.price_volume.{field}_unit"), {"tickCount": 3, "format": ",.0f", "grid": True}),
        )
        layers = [bars, column(base, field, form)]
        said = named(words.say(f"chart.price_volume.{field}"))
        panels.append(joined(alt.LayerChart, layers, title=said, width=THIRD, height=height(table, "line")))
    return dress(joined(alt.HConcatChart, panels, spacing=76), "price_volume", words, title)


def budget_plan(table: pl.DataFrame, lang: str, title: str) -> alt.HConcatChart:
    """Draw how far what is expected lies from the plan by line, and beside it both; the first line, their total, stands out.

    Columns: line, plan, mean, p05, p95 (million kr.), perhaps inner05, inner95.
    """
    words = Words(lang)
    said = pointer(words, {"line": "head.line"}, {"plan": "budget.plan", **interval(table)}, 1)
    base = alt.Chart(table).encode(tooltip=said)
    ends = [name for name in ("mean", *interval(table)) if name in table.columns]
    apart = base.encode(y=rows(table, "line"))
    for name in dict.fromkeys(ends):
        apart = apart.transform_calculate(**{name: f"datum.{name} - datum.plan"})
    axis = {"format": ",.2~f", "grid": True, "tickCount": 5}
    more = apart.mark_bar(stroke=theme.BLUE, strokeWidth=0.8).encode(
        color=weighed(table, "line"), x=amount("mean", words.say("chart.millions"), axis)
    )
    middle = alt.Chart().mark_rule(color=theme.INK).encode(x=alt.datum(0))
    away = [more, *interval_rules(apart, table), middle, column(apart, "mean", "+,.1f")]
    beside = base.encode(y=rows(table, "line", None))
    bars = beside.mark_bar(stroke=theme.BLUE, strokeWidth=0.8).encode(
        color=weighed(table, "line"), x=amount("mean", words.say("chart.millions"), {**AMOUNTS, "tickCount": 5})
    )
    plan = beside.mark_tick(color=theme.VERMILLION, thickness=3, height=24, opacity=1).encode(x=alt.X("plan:Q"))
    said_both = beside.transform_calculate(both="format(datum.mean, ',.1f') + ' (' + format(datum.plan, ',.1f') + ')'")
    texts = said_both.mark_text(align="left", dx=8, color=theme.INK, fontSize=12, clip=False)
    both = [bars, plan, texts.encode(x=alt.value("width"), text=alt.Text("both:N"))]
    panels = [
        joined(
            alt.LayerChart,
            data=table,
            parts=layers,
            title=named(words.say(f"chart.budget_plan.{name}")),
            width=SIDE,
            height=height(table, "line"),
        )
        for name, layers in (("more", away), ("both", both))
    ]
    return dress(joined(alt.HConcatChart, panels, spacing=60), "budget_plan", words, title, nine=rule_note(table, words))


def goals(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw the probability of meeting each goal, with its interval and in words; a row for each world.

    Columns: goal, world, probability, low, high (per cent), said.
    """
    words = Words(lang)
    worlds = table["world"].unique(maintain_order=True).to_list()
    several = len(worlds) > 1
    base = alt.Chart(table).encode(y=rows(table, "goal", {"labelLimit": 420, "labelPadding": 8}))
    if several:
        base = base.encode(yOffset=alt.YOffset("world:N", sort=None))
    looks = {"domain": worlds, "range": [theme.BLUE_SOFT, theme.PALE]}
    above = {"title": None, "orient": "top", "labelLimit": WIDTH, "labelFontSize": 12} if several else None
    bars = base.mark_bar(stroke=theme.INK, strokeWidth=0.8).encode(
        color=alt.Color("world:N", sort=None, scale=looks, legend=above),
        x=amount("probability", words.say("chart.goals.unit"), domain=[0, 100]),
        tooltip=pointer(words, {"goal": "goals.goal", "world": "chart.world", "said": "goals.probability"}, {"low": "chart.low"}),
    )
    rule = base.mark_rule(color=theme.INK, strokeWidth=1.6).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"))
    text = base.mark_text(align="left", dx=6, color=theme.INK, fontSize=12).encode(x=alt.X("high:Q"), text=alt.Text("said:N"))
    size = 2 * height(table, "goal") if several else height(table, "goal")
    return dress(joined(alt.LayerChart, [bars, rule, *add_halo(text)], width=WIDTH - 120, height=size), "goals", words, title)


def tornado(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw by how much net spending moves when an unknown goes from its low to its high value.

    Columns: unknown, low, high (million kr. from the middle).
    """
    words = Words(lang)
    return dress(_swings(table, words, words.say("chart.tornado.unit")), "tornado", words, title)


def sensitivity(table: pl.DataFrame, lang: str, title: str, said: str, unit: str) -> alt.LayerChart:
    """Draw what a figure depends on: the change at both ends of each unknown, or one measure of each with its margin.

    Columns: unknown and low, high; or unknown and mean, p05, p95 (all in the unit given).
    """
    words = Words(lang)
    chart = _swings(table, words, unit) if "low" in table.columns else _measured(table, words, unit)
    return dress(chart, "sensitivity", words, title, said=said)


def _swings(table: pl.DataFrame, words: Words, unit: str) -> alt.LayerChart:
    """Return a row for each unknown with the change at its low (dashed) and at its high value (filled)."""
    base = alt.Chart(table).encode(y=rows(table, "unknown", {"labelLimit": 380, "labelPadding": 8}))
    said = pointer(words, {"unknown": "chart.tornado.unknown"}, {"low": "chart.tornado.low", "high": "chart.tornado.high"}, 1)
    low = base.mark_bar(color=theme.PAPER, stroke=theme.VERMILLION, strokeWidth=1.5, strokeDash=[3, 2]).encode(
        x=amount("low", unit), x2=alt.datum(0), tooltip=said
    )
    high = base.mark_bar(color=theme.BLUE_SOFT, stroke=theme.BLUE, strokeWidth=1).encode(
        x=amount("high", unit), x2=alt.datum(0), tooltip=said
    )
    middle = alt.Chart().mark_rule(color=theme.INK).encode(x=alt.datum(0))
    return joined(alt.LayerChart, data=table, parts=[low, high, middle], width=WIDTH - 60, height=height(table, "unknown"))


def _measured(table: pl.DataFrame, words: Words, unit: str) -> alt.LayerChart:
    """Return a bar for each unknown with the margin of its measure."""
    base = alt.Chart(table).encode(y=rows(table, "unknown", {"labelLimit": 380, "labelPadding": 8}))
    said = pointer(words, {"unknown": "chart.tornado.unknown"}, INTERVAL, 1)
    bars = base.mark_bar(color=theme.BLUE_SOFT, stroke=theme.BLUE, strokeWidth=1).encode(x=amount("mean", unit), tooltip=said)
    spans = base.mark_rule(color=theme.INK, strokeWidth=1.4).encode(x=alt.X("p05:Q"), x2=alt.X2("p95:Q"))
    return joined(alt.LayerChart, data=table, parts=[bars, spans], width=WIDTH - 60, height=height(table, "unknown"))


def refusion(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw the share of each line's days on each step of the refusion ladder.

    Columns: line, step, share (per cent).
    """
    words = Words(lang)
    steps = table["step"].unique().sort().to_list()
    base = alt.Chart(table).encode(
        y=rows(table, "line"),
        x=alt.X("share:Q", stack="zero", title=words.say("chart.refusion.unit"), axis={"format": ",.0f"}, scale={"domain": [0, 100]}),
        order=alt.Order("step:O"),
    )
    above = {"title": None, "orient": "top", "labelLimit": 200}
    colours = alt.Color("step:N", sort=steps, scale={"domain": steps, "range": list(theme.STEPS)}, legend=above)
    said = pointer(words, {"line": "head.line", "step": "chart.refusion.step"}, {"share": "chart.refusion.unit"})
    bars = base.mark_bar(stroke=theme.INK, strokeWidth=0.8).encode(color=colours, tooltip=said)
    numbered = base.transform_calculate(said="datum.share >= 8 ? format(datum.share, ',.0f') : ''")
    text = numbered.mark_text(align="right", dx=-5, fontSize=11, color=theme.INK)
    figures = text.encode(x=alt.X("share:Q", stack="zero", bandPosition=1), text=alt.Text("said:N"), detail=alt.Detail("step:N"))
    half = alt.Chart().mark_rule(color=theme.INK, strokeWidth=1.5, strokeDash=[6, 4]).encode(x=alt.datum(50))
    layers = [bars, half, figures]
    return dress(joined(alt.LayerChart, data=table, parts=layers, width=WIDTH, height=height(table, "line")), "refusion", words, title)


def went(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw how many more moves than in the baseline left the target group, by destination.

    More to a benefit, or fewer away from all, are warm with a dashed edge. Columns: to, moves, pays (1 for a benefit, else 0).
    """
    words = Words(lang)
    base = alt.Chart(table).encode(y=rows(table, "to"))
    costly = "datum.pays ? datum.moves > 0 : datum.moves < 0"
    bars = base.mark_bar(stroke=theme.INK, strokeWidth=1).encode(
        color=alt.condition(costly, alt.value(theme.VERMILLION_SOFT), alt.value(theme.BLUE_SOFT)),
        strokeDash=alt.condition(costly, alt.value([4, 2]), alt.value([1, 0])),
        x=amount("moves", words.say("chart.went.unit"), **ROOM),
        tooltip=pointer(words, {"to": "went.to"}, {"moves": "chart.went.unit"}),
    )
    middle = alt.Chart().mark_rule(color=theme.INK).encode(x=alt.datum(0))
    layers = [bars, middle, *label_end(base, "moves", "+,.0f", 0.5)]
    chart = joined(alt.LayerChart, data=table, parts=layers, width=WIDTH, height=height(table, "to"))
    return dress(chart, "went", words, title)
