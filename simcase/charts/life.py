"""A synthetic citizen's life: bars by state on an axis of time, a panel for each world, programmes as thin bars below."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.study.results import LifeHistory
from simcase.words import Words

WIDTH = 700
LANE = 24
"""Height of a lane in pixels."""
BAR, THIN = 15, 6
"""Height of the bar of a state and of a programme in pixels."""
LABEL = 290
"""Pixels that the name of a lane may take."""


def life(
    worlds: Sequence[LifeHistory], titles: Sequence[str], parted: date | None, lang: str, title: str, labels: Mapping[str, str]
) -> alt.VConcatChart:
    """Draw a citizen's life in each world, under its title, with a dashed line where the lives part.

    A lane is drawn for each state in the order in which the lives come to it, then for each initiative, under its name in `labels`;
    every panel has all lanes, so that position alone tells the states apart.
    """
    words = Words(lang)
    table = pl.DataFrame([bar for world in worlds for bar in _bars(world, labels, words)], schema=COLUMNS, orient="row")
    lanes = [*_lanes(table, taken=False), *_lanes(table, taken=True)]
    panels = [
        _panel(table.filter(pl.col("world") == world.scenario), world, lanes, parted, words).properties(title=name)
        for world, name in zip(worlds, titles, strict=True)
    ]
    heading = _heading(worlds[0], titles, parted, title, words)
    return joined(alt.VConcatChart, panels, config=alt.Config(**theme.config(words)), **heading)


COLUMNS = {"world": pl.String, "lane": pl.String, "taken": pl.Boolean, "from": pl.Date, "to": pl.Date}
"""A bar: whose world, which lane, whether a programme or a state, its first day and the day after its last."""


def _bars(world: LifeHistory, labels: Mapping[str, str], words: Words) -> Iterator[tuple[str, str, bool, date, date]]:
    """Yield a bar for each spell and each programme of a world; what goes on ends with the world."""
    for spell in world.spells:
        yield world.scenario, labels.get(spell.state, spell.state), False, spell.first, spell.last or _after(world)
    for part in world.programmes:
        lane = words.say("chart.life.initiative", label=labels.get(part.initiative, part.initiative))
        yield world.scenario, lane, True, part.first, part.last or _after(world)


def _after(world: LifeHistory) -> date:
    """Return the day after a world's last."""
    return world.last + timedelta(days=1)


def _lanes(table: pl.DataFrame, *, taken: bool) -> list[str]:
    """Return the lanes of programmes, or of states, in the order in which the lives come to them."""
    return table.filter(pl.col("taken") == taken).sort("from", maintain_order=True)["lane"].unique(maintain_order=True).to_list()


def _panel(bars: pl.DataFrame, world: LifeHistory, lanes: list[str], parted: date | None, words: Words) -> alt.LayerChart:
    """Draw one world: bars by state, thin bars by programme, and the line where the lives part."""
    layers = [
        _drawn(bars.filter(~pl.col("taken")), world, lanes, words).mark_bar(color=theme.BLUE, stroke=theme.BLUE, strokeWidth=1, height=BAR),
        _drawn(bars.filter(pl.col("taken")), world, lanes, words).mark_bar(
            color=theme.VERMILLION, stroke=theme.VERMILLION, strokeWidth=1, height=THIN
        ),
    ]
    if parted:
        line = alt.Chart(pl.DataFrame({"from": [parted]})).encode(x=alt.X("from:T"))
        layers.append(line.mark_rule(color=theme.INK, strokeDash=[4, 3]))
    return joined(alt.LayerChart, layers, width=WIDTH, height=LANE * max(1, len(lanes)))


def _drawn(bars: pl.DataFrame, world: LifeHistory, lanes: list[str], words: Words) -> alt.Chart:
    """Return bars on the axis of time by lane, with their days under the pointer."""
    days = [world.first, _after(world)]
    time = alt.X("from:T").title(None).axis(format="%Y", tickCount="year", grid=True)
    time = time.scale(domain=[{"year": day.year, "month": day.month, "date": day.day} for day in days], nice=False)
    pointer = [
        alt.Tooltip("lane:N", title=words.say("chart.life.lane")),
        alt.Tooltip("from:T", title=words.say("life.from"), format="%x"),
        alt.Tooltip("to:T", title=words.say("life.to"), format="%x"),
    ]
    lane = alt.Y("lane:N", sort=lanes).title(None).axis(labelLimit=LABEL, labelPadding=8, grid=True).scale(domain=lanes)
    chart: alt.Chart = alt.Chart(bars).encode(x=time, x2=alt.X2("to:T"), y=lane, tooltip=pointer)
    return chart


def _heading(world: LifeHistory, titles: Sequence[str], parted: date | None, title: str, words: Words) -> dict[str, Any]:
    """Return title, subtitle, the description that a screen reader speaks, and what a web page needs."""
    first, last = words.date(world.first), words.date(world.last)
    told = words.say("chart.life.subtitle", first=first, last=last)
    bars = words.say("chart.life.bars")
    if len(titles) > 1:
        bars += words.say("chart.life.differ", date=words.date(parted)) if parted else words.say("chart.life.same")
    return {
        "title": alt.TitleParams(title, subtitle=[told, bars], fontSize=17, offset=18),
        "description": words.say("chart.life.description", title=title, worlds=", ".join(titles), told=f"{told} {bars}"),
        "usermeta": theme.embedding(words),
    }
