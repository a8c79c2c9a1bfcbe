"""How every chart looks: colours that the colour-blind tell apart (Okabe and Ito 2008), letters, axes, language."""

from __future__ import annotations

from typing import Any, Final

from simcase.words import Words

BLUE: Final = "#0072B2"
"""What the runs say: 5.2 to 1 against white."""
BLUE_PALE: Final = "#C6DFF0"
"""Nine runs of ten; its edge, and not its fill, is what must be seen."""
BLUE_SOFT: Final = "#86BBDD"
"""Half of the runs."""
BLUE_EDGE: Final = "#4A93C4"
"""The edge of nine runs of ten: 3.3 to 1 against white."""
VERMILLION: Final = "#C44E00"
"""What is aimed at: 4.7 to 1 against white."""
VERMILLION_SOFT: Final = "#F0A878"
"""What goes the other way; its edge, and not its fill, is what must be seen."""
LAYERS: Final = (
    "#0072B2", "#C44E00", "#00785A", "#8A4F9E", "#7A6200", "#B03A6F", "#2F6F8F", "#4D4D4D", "#A0522D", "#3B3F9E", "#5A7D00", "#8B1A1A"
)  # fmt: skip
"""One colour a layer, each at least 4.5 to 1 against white; names stand beside them, so nothing hangs on the colour alone."""
STEPS: Final = ("#DCEBF6", "#A9D0EA", "#6FB1DC", "#F0A878")
"""The steps of the refusion ladder, from the state paying most to it paying least; each wears an edge and its figure."""
INK: Final = "#262626"
PAPER: Final = "#FFFFFF"
PALE: Final = "#E3E3E3"
"""The other of two worlds; its edge, and not its fill, is what must be seen."""
GREY: Final = "#595959"
RULE: Final = "#E3E3E3"
FONT: Final = "Segoe UI, Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"


def config(words: Words) -> dict[str, Any]:
    """Return the Vega-Lite configuration: sizes in pixels, numbers and months in the language of the words.

    A screen reader is told what the chart says of itself and no more: what Vega says of axes and marks is English and names columns.
    """
    silent = {"aria": False}
    axis = {
        **silent,
        "labelColor": GREY,
        "labelFontSize": 11,
        "titleColor": GREY,
        "titleFontSize": 11,
        "titleFontWeight": "normal",
        "gridColor": RULE,
        "domainColor": "#8C8C8C",
        "tickColor": "#8C8C8C",
    }
    return {
        "font": FONT,
        "background": PAPER,
        "numberFormat": ",.1~f",
        "locale": {"number": words.number_symbols(), "time": words.calendar_names()},
        "view": {"stroke": None},
        "mark": silent,
        "legend": silent,
        "axis": axis,
        "axisX": {"grid": False, "tickSize": 4, "labelFlush": False},
        "axisY": {"domain": False, "ticks": False, "tickCount": 4},
        "title": {"anchor": "start", "color": INK, "subtitleColor": GREY, "fontSize": 13, "subtitleFontSize": 12, "fontWeight": 600},
        "concat": {"spacing": 30},
    }


def embedding(words: Words) -> dict[str, Any]:
    """Return what a web page needs to show a chart: its language, and a menu that saves it and opens nothing elsewhere."""
    return {"lang": words.lang, "embedOptions": embed_options(words)}


def embed_options(words: Words) -> dict[str, Any]:
    """Return the options of vega-embed: vectors, a menu that saves and opens nothing elsewhere, numbers and months in the language."""
    saving = {
        "PNG_ACTION": words.say("chart.save_png"),
        "SVG_ACTION": words.say("chart.save_svg"),
        "CLICK_TO_VIEW_ACTIONS": words.say("chart.menu"),
    }
    return {
        "renderer": "svg",
        "actions": {"export": True, "source": False, "compiled": False, "editor": False},
        "i18n": saving,
        "formatLocale": words.number_symbols(),
        "timeFormatLocale": words.calendar_names(),
    }
