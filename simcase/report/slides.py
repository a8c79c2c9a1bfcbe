"""A paper -> slides: each a message as title and a native chart, which can be edited; what to keep in mind is in the speaker's notes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any, Final

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu, Pt

from simcase.charts.theme import LAYERS
from simcase.errors import Issue, UserError, shown_file
from simcase.present.paper import Paper
from simcase.present.slides import Drawn, Slide
from simcase.report.packed import template_of, timeless, unbroken
from simcase.vocabulary import write_whole
from simcase.words import said

KINDS: Final = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "area": XL_CHART_TYPE.AREA_STACKED,
}
BROKEN: Final = (zipfile.BadZipFile, PythonPptxError, SyntaxError, KeyError, ValueError, OSError, EOFError, AttributeError)
"""What opening a damaged presentation raises."""
PLAIN: Final = {PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}
"""What a layout may have besides a title."""
COLOURS: Final = tuple(colour.removeprefix("#") for colour in LAYERS)
"""Colours of series, those of all charts."""
MONTHS: Final = 24
"""Names along an axis, beyond which they are months of which every sixth is named."""
SCREEN: Final = (Emu(12192000), Emu(6858000))
"""Width and height of a slide, as screens are, unless a template has it otherwise."""


def write_slides(paper: Paper, template: Path | None, path: Path) -> None:
    """Write a slide for each message of a paper, in the looks of a template where one is given; equal papers give equal bytes.

    Raises UserError for a template that is no presentation or has no layout with a title.
    """
    deck = _opened(template)
    layout = next((each for each in deck.slide_layouts if _has_title_alone(each)), None)
    if layout is None:
        raise UserError([Issue(shown_file(template or path), 0, "", said("error.paper.no_layout"), said("error.paper.layout"))])
    first = "\n".join([*map(unbroken, (*paper.answer, "", *paper.notes)), "", *paper.commands])
    for n, slide in enumerate(paper.slides):
        _add(deck, layout, slide, paper.on_first if n else first)
    deck.core_properties.title, deck.core_properties.author = paper.title, "simcase"
    made = io.BytesIO()
    deck.save(made)
    write_whole(path, timeless(made.getvalue()))


def _opened(template: Path | None) -> Any:  # noqa: ANN401 - python-pptx has no types
    """Return a presentation without slides."""
    if template is None:
        deck = Presentation()
        deck.slide_width, deck.slide_height = SCREEN
        return deck
    try:
        deck = Presentation(template_of(template))
    except BROKEN:
        issue = Issue(shown_file(template), 0, "", said("error.file.broken"), said("error.paper.powerpoint"))
        raise UserError([issue]) from None
    return deck


def _has_title_alone(layout: Any) -> bool:  # noqa: ANN401 - as above
    """Tell whether a layout has a title and no other place for content."""
    kinds = {each.placeholder_format.type for each in layout.placeholders} - PLAIN
    return kinds == {PP_PLACEHOLDER.TITLE}


def _add(deck: Any, layout: Any, slide: Slide, notes: str) -> None:  # noqa: ANN401 - as above
    """Add a slide: its message, its chart, what was simulated beneath, and what its speaker may say."""
    made = deck.slides.add_slide(layout)
    wide, high = deck.slide_width, deck.slide_height
    edge = wide // 20
    title = made.shapes.title
    title.left, title.top, title.width, title.height = edge, high // 24, wide - 2 * edge, high // 6
    title.text_frame.text = unbroken(slide.message)
    title.text_frame.word_wrap = True
    _letters(title.text_frame, 24, bold=True)
    _draw(made, slide.chart, (edge, high * 5 // 24, wide - 2 * edge, high * 17 // 24))
    below = made.shapes.add_textbox(edge, high * 22 // 24, wide - 2 * edge, high // 16).text_frame
    below.word_wrap = True
    below.text = unbroken(slide.about)
    _letters(below, 11, bold=False)
    made.notes_slide.notes_text_frame.text = notes


def _rgb(colour: str) -> RGBColor:
    """Return a colour by six hexadecimal digits."""
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


def _letters(frame: Any, points: int, *, bold: bool) -> None:  # noqa: ANN401 - as above
    """Set a text in letters of a size, from the left."""
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.font.size, paragraph.font.bold = Pt(points), bold


def _draw(slide: Any, drawn: Drawn, place: tuple[int, int, int, int]) -> None:  # noqa: ANN401 - as above
    """Put a native chart on a slide, with its numbers in a workbook of its own."""
    data: Any = CategoryChartData(number_format=drawn.shape)  # type: ignore[no-untyped-call]
    data.categories = drawn.along
    for name, values in drawn.series:
        data.add_series(name, values)
    chart = slide.shapes.add_chart(KINDS[drawn.kind], *place, data).chart
    chart.font.size = Pt(12)
    chart.has_title = False
    chart.has_legend = len(drawn.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    value, category = chart.value_axis, chart.category_axis
    value.has_title, value.axis_title.text_frame.text = True, drawn.axis
    _letters(value.axis_title.text_frame, 12, bold=False)
    value.axis_title.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    value.major_gridlines.format.line.color.rgb = _rgb("DDDDDD")
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = "#,##0", False
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if drawn.most is not None:
        value.minimum_scale, value.maximum_scale = 0.0, drawn.most
    if len(drawn.along) > MONTHS:
        _thin_out(category)
    if drawn.kind == "bar":
        category.reverse_order = True
        value.tick_label_position = XL_TICK_LABEL_POSITION.HIGH
    _colour(chart, drawn)


def _thin_out(axis: Any) -> None:  # noqa: ANN401 - as above
    """Name every sixth month of an axis alone, which python-pptx has no word for."""
    for tag in ("tickLblSkip", "tickMarkSkip"):
        element = OxmlElement(f"c:{tag}")
        element.set("val", "6")
        axis._element.find(qn("c:noMultiLvlLbl")).addprevious(element)  # noqa: SLF001 - as above


def _colour(chart: Any, drawn: Drawn) -> None:  # noqa: ANN401 - as above
    """Give each series its colour; the ends of an interval are thin and dashed, and figures stand at bars."""
    for number, series in enumerate(chart.plots[0].series):
        colour = _rgb(COLOURS[number % len(COLOURS)])
        if drawn.kind == "line":
            series.smooth = False
            line = series.format.line
            line.color.rgb, line.width = _rgb(COLOURS[0]), Pt(1.25 if number else 3)
            series.marker.style = XL_MARKER_STYLE.NONE if number else XL_MARKER_STYLE.CIRCLE
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = series.marker.format.line.color.rgb = _rgb(COLOURS[0])
            if number:
                line.dash_style = MSO_LINE.DASH
        else:
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = colour
    if drawn.kind in {"bar", "column"}:
        plot = chart.plots[0]
        plot.gap_width, plot.overlap, plot.has_data_labels = 60, 0, True
        labels = plot.data_labels
        labels.number_format, labels.number_format_is_linked, labels.position = drawn.shape, False, XL_LABEL_POSITION.OUTSIDE_END
        labels.font.size = Pt(11)
