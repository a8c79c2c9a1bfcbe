"""What charts are made of: bars with their intervals, the figures beside them, the heading around them."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Sequence
from typing import Any, Final, TypeVar

import altair as alt
import polars as pl

from simcase.charts import theme
from simcase.charts.joined import joined
from simcase.words import Words

WIDTH: Final = 520
"""Width of a chart's field in pixels."""
BAND: Final = 26
"""Height of a row in pixels."""
THICK: Final = 4.5
"""Width of the rule of an inner interval in pixels."""
LETTERS: Final = 116
"""Letters in a line of a subtitle."""
TITLE: Final = 82
"""Letters in a line of a title."""
FOOT: Final = 140
"""Letters in a line at the foot."""
TOGETHER: Final = re.compile(
    r"(?<=\d) (?=[^\W\d])|(?<=\d\.) (?=[^\W\d])|(?<=mio\.) (?=kr)|(?<=DKK) |(?<=\d (?:af|of)) (?=\d)|(?<=:) (?=\d)"
    r"|(?<= til) (?=[-+]\d)|(?<= to) (?=[-+]\d)|(?<=\w) (?=\([-+]\d)|(?<=[A-ZÆØÅ]) (?=[IVX]+\b)"
    r"|(?<=[^\W\d]) (?=(?:19|20)\d\d\b)|(?<=[^\W\d]\.) (?=(?:19|20)\d\d\b)"
)
"""The space between a number and what it counts, and between the parts of a date, at which no line ends."""
TIED: Final = "\x1f"
"""What stands in its place while lines are broken."""
NAMED: Final[dict[str, Any]] = {"labelLimit": 320, "labelPadding": 8, "labelColor": theme.INK, "labelFontSize": 12}
"""The names of rows, in so many pixels at the most."""
AMOUNTS: Final[dict[str, Any]] = {"format": ",.2~f", "grid": True, "tickCount": 6}
"""Amounts along an axis. Settings are plain mappings: altair copies its own objects, each of a hundred fields, again and again."""

Chart = TypeVar("Chart", alt.Chart, alt.LayerChart, alt.HConcatChart, alt.VConcatChart, alt.ConcatChart, alt.FacetChart)


def dress(chart: Chart, kind: str, words: Words, title: str, **said: str) -> Chart:
    """Return a chart with its heading, the description that a screen reader speaks, its looks and its language; `title` names the run."""
    about = words.say(f"chart.{kind}.about", title=title, **said).strip()
    heading = words.say(f"chart.{kind}.title")
    named = alt.TitleParams(heading, subtitle=fold(about), fontSize=17, offset=16)
    chart.title, chart.description, chart.usermeta = named, f"{heading}. {about}", theme.embedding(words)
    chart.config = alt.Config(**theme.config(words))
    return chart


def tell(chart: Any, finding: str | None, heading: str, source: str) -> alt.VConcatChart:  # noqa: ANN401 - any kind of chart
    """Return a chart as it stands alone: headed by what it shows, what it is above its field, and what was simulated at its foot.

    A chart without a finding keeps its heading.
    """
    title, said = chart.title, " ".join(chart.title.subtitle)
    title.text, title.subtitle = fold(finding or heading, TITLE), fold(f"{heading}. {said}" if finding else said)
    told = f"{finding}. {chart.description}" if finding else chart.description
    foot = alt.TitleParams(
        fold(source, FOOT), orient="bottom", anchor="start", offset=10, fontSize=11, fontWeight="normal", color=theme.GREY
    )
    shared = {"config": chart.config, "usermeta": chart.usermeta}
    chart.config = chart.usermeta = chart.description = alt.Undefined
    whole = joined(alt.VConcatChart, [chart], title=foot, description=told, **shared)
    whole.resolve = alt.Resolve(legend=alt.LegendResolveMap(color="independent", fill="independent", stroke="independent"))
    return whole


def fold(text: str, letters: int = LETTERS) -> list[str]:
    """Return a text as lines of so many letters, in which a number stays with what it counts and a date is whole.

    >>> fold("60 runs. From 1 July 2018", 15)
    ['60 runs. From', '1 July 2018']
    >>> fold("without KIK II (-23)", 12)
    ['without', 'KIK II (-23)']
    >>> fold("runs: -9.8 to +7.4", 16)
    ['runs:', '-9.8 to +7.4']
    >>> fold("A-dagpenge 52,9 mio. kr.", 19)
    ['A-dagpenge', '52,9 mio. kr.']
    """
    tied = TOGETHER.sub(TIED, text)
    return [line.replace(TIED, " ") for line in textwrap.wrap(tied, letters, break_on_hyphens=False, break_long_words=False)]


def add_halo(text: alt.Chart) -> list[alt.Chart]:
    """Return figures with a rim of paper around them, so that no line runs through them."""
    rim: alt.Chart = text.copy()
    rim.mark = rim.mark.copy()
    for name, value in {"color": theme.PAPER, "stroke": theme.PAPER, "strokeWidth": 4, "strokeJoin": "round"}.items():
        rim.mark[name] = value
    return [rim, text]


def rows(table: pl.DataFrame, column: str, axis: dict[str, Any] | None = NAMED) -> alt.Y:
    """Return an axis with a row for each name of a column, in the order of first appearance, names in full; none is drawn for None."""
    return alt.Y(f"{column}:N", sort=table[column].unique(maintain_order=True).to_list(), title=None, axis=axis)


def height(table: pl.DataFrame, column: str, least: int = 1) -> int:
    """Return the height of a chart with a row for each name of a column."""
    return BAND * max(least, table[column].n_unique())


def amount(field: str, unit: str, axis: dict[str, Any] = AMOUNTS, **scale: Any) -> alt.X:  # noqa: ANN401 - altair's own settings
    """Return a horizontal axis of amounts with the unit as its title."""
    return alt.X(f"{field}:Q", title=unit, axis=axis, scale={"zero": True, **scale})


def pointer(words: Words, names: dict[str, str], figures: dict[str, str], digits: int = 0) -> list[alt.Tooltip]:
    """Return what stands under the pointer: fields that name and fields that count, each with the key of its words."""
    return [
        *(alt.Tooltip(f"{field}:N", title=words.say(key)) for field, key in names.items()),
        *(alt.Tooltip(f"{field}:Q", title=words.say(key), format=f",.{digits}f") for field, key in figures.items()),
    ]


INTERVAL: Final = {"mean": "chart.mean", "p05": "chart.low", "p95": "chart.high"}
"""A mean and its interval, with the keys of their words."""
INNER: Final = {"inner05": "chart.inner05", "inner95": "chart.inner95"}
"""The inner interval."""


def interval_rules(base: alt.Chart, table: pl.DataFrame) -> list[alt.Chart]:
    """Return the interval of nine runs in ten as a rule along the horizontal axis, the inner one as a thicker one on it."""
    outer = base.mark_rule(color=theme.INK, strokeWidth=1.6).encode(x=alt.X("p05:Q"), x2=alt.X2("p95:Q"))
    inner = base.mark_rule(color=theme.INK, strokeWidth=THICK).encode(x=alt.X("inner05:Q"), x2=alt.X2("inner95:Q"))
    return [outer, inner] if inside(table) else [outer]


def inside(table: pl.DataFrame) -> bool:
    """Tell whether a table has inner bands, without the swings of the economy, beside what nine runs of ten lie between."""
    return "inner05" in table.columns


KEY: Final[dict[str, Any]] = {
    "title": None,
    "orient": "top",
    "direction": "vertical",
    "labelLimit": WIDTH,
    "labelFontSize": 12,
    "symbolType": "square",
    "symbolSize": 200,
    "symbolStrokeColor": theme.BLUE_EDGE,
}
"""How the key of bands looks."""


def bands(base: alt.Chart, table: pl.DataFrame, upright: alt.Y, words: Words) -> list[alt.Chart]:
    """Return what nine runs of ten lie between as a band along the axis, and on it a narrower one where the table has it.

    That is the inner band, else that of half of the runs. Of two bands a key above says which is which.
    """
    outer = base.mark_area(color=theme.BLUE_PALE, stroke=theme.BLUE_EDGE, strokeWidth=0.8)
    spanned = {"y": upright, "y2": alt.Y2("p95:Q")}
    if not (inside(table) or "p25" in table.columns):
        return [outer.encode(**spanned)]
    low, high, *keys = ("inner05", "inner95", "up_and_down", "level") if inside(table) else ("p25", "p75", "nine", "half")
    names = [words.say(f"chart.band.{key}") for key in keys]
    shades = {"domain": names, "range": [theme.BLUE_PALE, theme.BLUE_SOFT]}
    fill = alt.Fill("band:N", sort=names, scale=shades, legend=KEY)
    areas = (outer.encode(**spanned), base.mark_area().encode(y=alt.Y(f"{low}:Q"), y2=alt.Y2(f"{high}:Q")))
    return [area.transform_calculate(band=json.dumps(name)).encode(fill=fill) for area, name in zip(areas, names, strict=True)]


def interval(table: pl.DataFrame, **more: str) -> dict[str, str]:
    """Return a mean and its intervals, with the keys of their words: the inner one too where the table has it."""
    return {**INTERVAL, **(INNER if inside(table) else {}), **more}


def rule_note(table: pl.DataFrame, words: Words) -> str:
    """Return what a rule shows: nine runs of ten, and which of two leaves the ups and downs of the economy out."""
    return words.say("chart.nine.rule" if inside(table) else "chart.nine")


def label_end(base: alt.Chart, field: str, form: str = ",.0f", least: float = 0.0) -> list[alt.Chart]:
    """Return a figure written where its bar ends, on the side that the bar points to; none of what is smaller than the least.

    No layer is filtered, since one that is left empty has no extent, of which a browser complains.
    """
    value = f"datum['{field}']"
    side, away = alt.ExprRef(f"{value} < 0 ? 'right' : 'left'"), alt.ExprRef(f"{value} < 0 ? -6 : 6")
    text = written(base, field, form).transform_calculate(written=f"abs({value}) < {least} ? '' : datum.written")
    return add_halo(text.mark_text(align=side, dx=away, color=theme.INK, fontSize=12).encode(x=alt.X(f"{field}:Q")))


def spread(places: Sequence[float], gap: float, top: float) -> list[float]:
    """Return where names of places stand that are given in rising order: as near as may be, a gap apart, and none above the top.

    >>> spread([1.0, 5.0, 5.5, 6.0, 9.0], gap=1.0, top=10.0)
    [1.0, 5.0, 6.0, 7.0, 9.0]
    >>> spread([8.0, 9.8, 9.9], gap=1.0, top=10.0)
    [8.0, 9.0, 10.0]
    """
    found = list[float]()
    for place in places:
        found.append(max(place, found[-1] + gap) if found else place)
    highest = top
    for at in reversed(range(len(found))):
        found[at] = min(found[at], highest)
        highest = found[at] - gap
    return found


def column(base: alt.Chart, field: str, form: str = ",.0f") -> alt.Chart:
    """Return figures as a column beside the field, where no interval is taken for them."""
    text = written(base, field, form).mark_text(align="left", dx=8, color=theme.INK, fontSize=12, clip=False)
    placed: alt.Chart = text.encode(x=alt.value("width"))
    return placed


def written(base: alt.Chart, field: str, form: str) -> alt.Chart:
    """Return what writes a figure; one that is nothing as it is written has no sign."""
    plain = form.removeprefix("+")
    number = f"format(datum['{field}'], '{form}')"
    zero = f"format(0, '{plain}')"
    digits = int(plain[2:-1])
    said = f"abs(datum['{field}']) < {0.5 / 10**digits} ? {zero} : {number}" if form != plain else number
    text: alt.Chart = base.transform_calculate(written=said).encode(text=alt.Text("written:N"))
    return text


def named(name: str | list[str], *beneath: str) -> alt.TitleParams:
    """Return the name of a panel, or its lines, in line with those beside it, and what stands beneath it."""
    return alt.TitleParams(name, subtitle=beneath, frame="group", offset=6) if beneath else alt.TitleParams(name, frame="group", offset=6)


def weighed(table: pl.DataFrame, column: str) -> alt.Color:
    """Return the colour of bars, the row that stands first, which the heading tells, darker than the others."""
    names = table[column].unique(maintain_order=True).to_list()
    looks = {"domain": names, "range": [theme.BLUE_EDGE, *[theme.BLUE_SOFT] * (len(names) - 1)]}
    return alt.Color(f"{column}:N", sort=None, scale=looks, legend=None)
