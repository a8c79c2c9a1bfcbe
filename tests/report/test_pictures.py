"""A picture in lines as a part of a page says what the picture says."""

from __future__ import annotations

import re

import altair as alt

from simcase.report.pictures import still_of, svg_of


def test_a_picture_in_a_page_keeps_its_texts_and_is_cut_off_where_it_ends() -> None:
    line = alt.Chart(alt.InlineData(values=[{"x": 1, "y": 2}])).mark_line(clip=True).encode(x="x:Q", y="y:Q")
    spec = line.properties(title="4.154,6 mio. kr. til 2.734 helårspersoner, clip0").to_dict()
    still = still_of(spec, "forskel")
    texts = re.compile(r"<text[^>]*>([^<]*)")
    assert texts.findall(still) == texts.findall(svg_of(spec))
    named = re.findall(r'<clipPath id="([^"]*)"', still)
    assert [name.startswith("forskel-") for name in named] == [True]
    assert re.findall(r'clip-path="url\(#([^)]*)\)"', still) == named
    assert not re.findall(r'="[^"]*\d\.\d{2,}[^"]*"', still.split(">", 1)[1])
