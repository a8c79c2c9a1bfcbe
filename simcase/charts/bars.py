"""Charts with a row for each benefit, goal or unknown."""

from __future__ import annotations

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import (
    INTERVAL,
    THICK,
    WIDTH,
    amount,
    dress,
    height,
    inside,
    interval,
    interval_note,
    interval_rules,
    label_right,
    pointer,
    rows,
)
from simcase.words import Words

PANEL = 205, 105
"""Width and height of a benefit's panel in pixels."""
COLUMNS = 4


def full_year(table: pl.DataFrame, lang: str, title: str) -> alt.ConcatChart:
    """Draw full-year persons by line, the years side by side, with what nine runs of ten lie between.

    Columns: line, year, mean, p05, p95 (full-year persons), perhaps inner05, inner95, and base, those of the baseline.
    """
    words = Words(lang)
    said = pointer(words, {"line": "head.line", "year": "chart.year"}, interval(table))
    unit = {"labels": False, "grid": False, "title": None}
    panels = []
    for line in table["line"].unique(maintain_order=True):
        years = alt.X("year:N", sort=None, title=None, axis={"labelAngle": 0, "labelFontSize": 10, "ticks": False})
        base = alt.Chart(table.filter(pl.col("line") == line)).encode(x=years)
        bars = base.mark_bar(color=theme.BLUE_SOFT, stroke=theme.BLUE, strokeWidth=1).encode(y=alt.Y("mean:Q", axis=unit), tooltip=said)
        spans = base.mark_rule(color=theme.INK, strokeWidth=1.4).encode(y=alt.Y("p05:Q", axis=unit), y2=alt.Y2("p95:Q"))
        inner = base.mark_rule(color=theme.INK, strokeWidth=THICK).encode(y=alt.Y("inner05:Q", axis=unit), y2=alt.Y2("inner95:Q"))
        text = base.mark_text(baseline="bottom", dy=-4, fontSize=11, color=theme.INK)
        figures = text.encode(y=alt.Y("p95:Q", axis=unit), text=alt.Text("mean:Q", format=",.0f"))
        other = base.mark_tick(color=theme.VERMILLION, thickness=3, width=34).encode(y=alt.Y("base:Q", axis=unit))
        layers = [bars, spans, *([inner] if inside(table) else []), *([other] if "base" in table.columns else []), figures]
        panels.append(joined(alt.LayerChart, layers, title=line, width=PANEL[0], height=PANEL[1]))
    chart = joined(alt.ConcatChart, panels, columns=COLUMNS, spacing=alt.RowColnumber(row=18, column=26))
    base_note = words.say("chart.full_year.base") if "base" in table.columns else ""
    return dress(chart, "full_year", words, title, nine=interval_note(table, "rule", words), base=base_note)


def flows(table: pl.DataFrame, lang: str, title: str) -> alt.HConcatChart:
    """Draw citizens who come to each line and who leave it, side by side.

    Columns: line, year, way (in or out, as it is called), mean, p05, p95 (moves); the last year is drawn.
    """
    words = Words(lang)
    last = table.filter(pl.col("year") == pl.col("year").max())
    panels = []
    for number, way in enumerate(last["way"].unique(maintain_order=True)):
        some = last.filter(pl.col("way") == way)
        y = rows(some, "line") if number == 0 else rows(some, "line", None)
        base = alt.Chart(some).encode(y=y)
        bars = base.mark_bar(color=theme.BLUE_SOFT if number == 0 else theme.VERMILLION_SOFT, stroke=theme.INK, strokeWidth=0.8)
        drawn = bars.encode(
            x=amount("mean", words.say("chart.flows.unit"), {"tickCount": 4}), tooltip=pointer(words, {"line": "head.line"}, INTERVAL)
        )
        layers = [drawn, *interval_rules(base, some), label_right(base, "mean", at="p95")]
        panels.append(joined(alt.LayerChart, layers, title=way, width=WIDTH // 2, height=height(last, "line")))
    year = str(last["year"].max()) if len(last) else ""
    both: alt.HConcatChart = joined(alt.HConcatChart, panels).resolve_scale(x="shared")
    return dress(both, "flows", words, title, year=year)


def price_volume(table: pl.DataFrame, lang: str, title: str) -> alt.HConcatChart:
    """Draw persons, price and what they multiply to, side by side.

    Columns: line, persons (full-year), price (1,000 kr. a full-year person), kroner (millions).
    """
    words = Words(lang)
    panels = []
    for number, (field, form) in enumerate((("persons", ",.0f"), ("price", ",.0f"), ("kroner", ",.1f"))):
        y = rows(table, "line") if number == 0 else rows(table, "line", None)
        base = alt.Chart(table).encode(y=y)
        bars = base.mark_bar(color=theme.BLUE_SOFT, stroke=theme.BLUE, strokeWidth=0.8).encode(
            x=amount(field, words.say(f"chart.price_volume.{field}_unit"), {"tickCount": 3})
        )
        layers = [bars, label_right(base, field, form)]
        said = words.say(f"chart.price_volume.{field}")
        panels.append(joined(alt.LayerChart, layers, title=said, width=WIDTH // 3, height=height(table, "line")))
    return dress(joined(alt.HConcatChart, panels, spacing=46), "price_volume", words, title)


def budget_plan(table: pl.DataFrame, lang: str, title: str) -> alt.LayerChart:
    """Draw the plan and what is expected by line.

    Columns: line, plan, mean, p05, p95 (million kr.), perhaps inner05, inner95.
    """
    words = Words(lang)
    base = alt.Chart(table).encode(y=rows(table, "line"))
    bars = base.mark_bar(color=theme.BLUE_SOFT, stroke=theme.BLUE, strokeWidth=0.8).encode(
        x=amount("mean", words.say("chart.millions")),
        tooltip=pointer(words, {"line": "head.line"}, {"plan": "budget.plan", **interval(table)}, 1),
    )
    plan = base.mark_tick(color=theme.VERMILLION, thickness=5, height=24, opacity=1, stroke=theme.PAPER, strokeWidth=0.5).encode(
        x=alt.X("plan:Q")
    )
    layers = [bars, *interval_rules(base, table), plan, label_right(base, "mean", ",.1f", "p95")]
    chart = joined(alt.LayerChart, layers, width=WIDTH, height=height(table, "line"))
    return dress(chart, "budget_plan", words, title, nine=interval_note(table, "rule", words))


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
    bars = base.mark_bar(stroke=theme.INK, strokeWidth=0.8).encode(
        color=alt.Color("world:N", sort=None, scale=looks, legend=None),
        x=amount("probability", words.say("chart.goals.unit"), domain=[0, 100]),
        tooltip=pointer(words, {"goal": "goals.goal", "world": "chart.world", "said": "goals.probability"}, {"low": "chart.low"}),
    )
    rule = base.mark_rule(color=theme.INK, strokeWidth=1.6).encode(x=alt.X("low:Q"), x2=alt.X2("high:Q"))
    note = alt.expr.if_(several, alt.datum.said + " (" + alt.datum.world + ")", alt.datum.said)
    text = (
        base.transform_calculate(note=note)
        .mark_text(align="left", dx=6, color=theme.INK, fontSize=12)
        .encode(x=alt.X("high:Q"), text=alt.Text("note:N"))
    )
    size = 2 * height(table, "goal") if several else height(table, "goal")
    return dress(joined(alt.LayerChart, [bars, rule, text], width=WIDTH - 120, height=size), "goals", words, title)


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
    middle = alt.Chart().mark_rule(aria=False, color=theme.INK).encode(x=alt.datum(0))
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
    text = base.transform_filter("datum.share >= 8").mark_text(fontSize=11, color=theme.INK)
    figures = text.encode(
        x=alt.X("share:Q", stack="zero", bandPosition=0.5), text=alt.Text("share:Q", format=",.0f"), detail=alt.Detail("step:N")
    )
    return dress(joined(alt.LayerChart, [bars, figures], width=WIDTH, height=height(table, "line")), "refusion", words, title)


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
        x=amount("moves", words.say("chart.went.unit")),
        tooltip=pointer(words, {"to": "went.to"}, {"moves": "chart.went.unit"}),
    )
    middle = alt.Chart().mark_rule(aria=False, color=theme.INK).encode(x=alt.datum(0))
    text = base.transform_calculate(edge="max(datum.moves, 0)").mark_text(align="left", dx=6, color=theme.INK, fontSize=12)
    told = text.transform_filter("abs(datum.moves) >= 0.5")
    figures = told.encode(x=alt.X("edge:Q"), text=alt.Text("moves:Q", format="+,.0f"))
    chart = joined(alt.LayerChart, data=table, parts=[bars, middle, figures], width=WIDTH, height=height(table, "to"))
    return dress(chart, "went", words, title)
