"""The fan chart of persons by line of the budget, month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.charts.parts import add_halo, bands, inside, named
from simcase.study.headcounts import LineGoal
from simcase.words import Words

COLUMNS = 3
WIDTH, HEIGHT = 250, 115
"""Size of a panel in pixels."""
GAP = 84
"""Pixels between two panels of a row: the axis of one and the last mean of the other."""
WIDE, TALL = COLUMNS * WIDTH + (COLUMNS - 1) * GAP, 210
"""Size of the panel of a line that has goals."""

ABOVE: dict[str, Any] = {
    "format": ",.0f",
    "titleAngle": 0,
    "titleAlign": "left",
    "titleAnchor": "start",
    "titleX": 0,
    "titleY": -8,
    "titleBaseline": "bottom",
    "minExtent": 36,
}
"""The axis of persons: its unit stands above it."""
DRAWN = ("month", "mean", "p05", "p25", "p75", "p95", "inner05", "inner95", "base")
"""Columns that a panel draws, of those that the table has."""


def headcount(
    table: pl.DataFrame, lang: str, title: str, goals: Sequence[LineGoal], labels: Mapping[str, str], base: str = ""
) -> alt.VConcatChart:
    """Draw persons by line: the mean of the runs and nine of ten of them around it; inside, half of them or the inner band.

    `table` has a row a month and line with month (date), line and mean, p05, p25, p50, p75, p95 (persons), perhaps inner05, inner95; a
    panel is drawn for each line in the order of first appearance, under its name in `labels`, and lines with goals stand first and wide.
    Where there is a column base, the mean of the baseline, it is a dashed line, and `base` is what the baseline is called.
    """
    words = Words(lang)
    lines = table["line"].unique(maintain_order=True).to_list()
    inside = [goal for goal in goals if goal.date.replace(day=1) in table["month"]]
    aimed = {line: [goal for goal in inside if goal.line == line] for line in lines}
    drawn = [name for name in DRAWN if name in table.columns]
    panels = {
        line: _panel(table.filter(pl.col("line") == line).select(drawn), words, labels.get(line, line), aimed[line]) for line in lines
    }
    wide, small = ([panels[line] for line in lines if bool(aimed[line]) is has_goals] for has_goals in (True, False))
    rows = [*wide, *([joined(alt.ConcatChart, small, columns=COLUMNS)] if small else [])]
    heading = _heading(table, title, labels, words, base, aims=bool(wide))
    return joined(alt.VConcatChart, rows, config=alt.Config(**theme.config(words)), **heading)


def _heading(table: pl.DataFrame, title: str, labels: Mapping[str, str], words: Words, base: str, *, aims: bool) -> dict[str, Any]:
    """Return title, subtitle, the description that a screen reader speaks, and what a web page needs."""
    months = table["month"].sort()
    said = {"first": words.month(months[0]), "last": words.month(months[-1])}
    names = ", ".join(labels.get(line, line) for line in table["line"].unique(maintain_order=True))
    marks = words.say("chart.fan.line") + (words.say("chart.fan.goals") if aims else "")
    subtitle = [words.say("chart.headcount.subtitle", **said), marks + (words.say("chart.fan.base", base=base) if base else "")]
    return {
        "title": alt.TitleParams(title, subtitle=subtitle, fontSize=17, offset=18),
        "description": words.say("chart.headcount.description", title=title, lines=names, **said),
        "usermeta": theme.embedding(words),
    }


def _panel(rows: pl.DataFrame, words: Words, label: str, goals: Sequence[LineGoal]) -> alt.LayerChart:
    """Draw one line of the budget on an axis of its own that starts at zero; with goals on it, it is wide."""
    width, height = (WIDE, TALL) if goals else (WIDTH, HEIGHT)
    aims = _goals(rows, goals, words) if goals else []
    layers = [*_fan(rows, words), *_last(rows, beside=bool(goals)), *aims, _pointer(rows, words)]
    return joined(alt.LayerChart, layers, title=named(label), width=width, height=height)


def _month() -> alt.X:
    """Return the axis of months: a tick a year, whose number says what it is."""
    axis = {"format": "%Y", "tickCount": "year", "labelFlush": False}
    return alt.X("month:T", title=None, axis=axis, scale={"nice": False})


def _persons(field: str, words: Words) -> alt.Y:
    """Return the axis of persons, from zero, its unit written above it."""
    return alt.Y(f"{field}:Q", title=words.say("chart.persons"), axis=ABOVE, scale={"zero": True, "nice": True})


def _fan(rows: pl.DataFrame, words: Words) -> list[alt.Chart]:
    """Draw nine runs of ten, inside them a narrower band, and the mean, beside the baseline's if any."""
    base = alt.Chart(rows).encode(x=_month())
    other = base.mark_line(color=theme.VERMILLION, strokeWidth=1.8, strokeDash=[5, 3]).encode(y=_persons("base", words))
    return [
        *bands(base, rows, _persons("p05", words), words),
        *([other] if "base" in rows.columns else []),
        base.mark_line(color=theme.BLUE, strokeWidth=2).encode(y=_persons("mean", words)),
    ]


def _last(rows: pl.DataFrame, *, beside: bool) -> list[alt.Chart]:
    """Write the last mean beside its end; where there is room, the first one too, and the last one of the baseline if any."""
    last = rows.filter(pl.col("month") == pl.col("month").max())
    ends = alt.Chart(last)
    both = beside and "base" in rows.columns and round(last["base"].item()) != round(last["mean"].item())
    up = 1 if both and last["mean"].item() > last["base"].item() else -1
    text = alt.Chart(rows.filter(pl.col("month") == pl.col("month").min()))
    first = text.mark_text(align="left", dy=-9, color=theme.BLUE, fontWeight=600, fontSize=12)
    written = [first.encode(x=alt.X("month:T"), y=alt.Y("mean:Q"), text=alt.Text("mean:Q", format=",.0f"))] if beside else []
    for field, colour, dy in (("mean", theme.BLUE, -up), ("base", theme.VERMILLION, up))[: 1 + both]:
        text = ends.mark_text(align="left", dx=5, dy=7 * dy if both else 0, color=colour, fontWeight=600, fontSize=12, clip=False)
        written.append(text.encode(x=alt.X("month:T"), y=alt.Y(f"{field}:Q"), text=alt.Text(f"{field}:Q", format=",.0f")))
    return written


def _pointer(rows: pl.DataFrame, words: Words) -> alt.Chart:
    """Show a month's figures under the pointer."""
    shown = (
        "mean",
        *(("base",) if "base" in rows.columns else ()),
        *(("inner05", "inner95") if inside(rows) else ("p25", "p75")),
        "p05",
        "p95",
    )
    figures = [
        alt.Tooltip("month:T", title=words.say("chart.month"), format="%B %Y"),
        *(alt.Tooltip(f"{field}:Q", title=words.say(f"chart.{field}"), format=",.0f") for field in shown),
    ]
    pointer: alt.Chart = (
        alt.Chart(rows)
        .mark_rule(opacity=0, strokeWidth=6)
        .encode(x=alt.X("month:T"), y=alt.Y("p05:Q"), y2=alt.Y2("p95:Q"), tooltip=figures)
    )
    return pointer


def _goals(rows: pl.DataFrame, goals: Sequence[LineGoal], words: Words) -> list[alt.Chart]:
    """Mark each goal at its date and threshold, and how far it is from there to the mean, with both written beside it."""
    means = dict(rows.select("month", "mean").iter_rows())
    aims = [_goal(goal, means[goal.date.replace(day=1)], words) for goal in goals]
    base = alt.Chart(pl.DataFrame(aims)).encode(
        x=alt.X("month:T"),
        tooltip=[alt.Tooltip("goal:N", title=words.say("chart.goal")), alt.Tooltip("note:N", title=words.say("chart.threshold"))],
    )
    aimed = base.encode(y=alt.Y("threshold:Q"))
    above = "datum.threshold > datum.mean"  # on the side that the mean is not on
    side, away = alt.ExprRef(f"{above} ? 'bottom' : 'top'"), alt.ExprRef(f"{above} ? -9 : 9")
    text = aimed.mark_text(baseline=side, dy=away, fontSize=11, fontWeight=600, color=theme.INK)
    return [
        *add_halo(text.encode(text=alt.Text("note:N"))),
        aimed.mark_rule(color=theme.INK, strokeWidth=1.5).encode(y2=alt.Y2("mean:Q")),
        base.mark_point(size=40, filled=True, color=theme.INK, opacity=1).encode(y=alt.Y("mean:Q")),
        aimed.mark_point(shape="diamond", size=100, filled=True, color=theme.INK, stroke=theme.PAPER, opacity=1),
    ]


def _goal(goal: LineGoal, mean: float, words: Words) -> dict[str, Any]:
    """Return a goal as a row: month (where its average stands), threshold and mean in persons, its label, and what stands beside it."""
    said = {"threshold": words.persons(goal.threshold), "mean": words.persons(mean), "month": words.month_and_year(goal.date)}
    row = {"month": goal.date.replace(day=1), "threshold": float(goal.threshold), "mean": mean, "goal": words.text(goal.label)}
    return {**row, "note": words.say("chart.goal.note", **said)}
