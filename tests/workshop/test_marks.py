"""Marks stand where their figures are; a text in a style sheet stays a text."""

from __future__ import annotations

import re

from simcase.workshop.marks import mark, scale_of
from simcase.workshop.style import lost


def test_a_mark_stands_where_its_figure_is_and_the_ghost_where_the_one_before_was() -> None:
    drawn = mark(-50.0, -80.0, -20.0, -100.0)
    at = {name: float(place) for name, place in re.findall(r'class="(\w+)" style="left: ([\d.]+)%', drawn)}
    scale = scale_of([-100.0])
    assert at == {"zero": scale.at(0.0), "range": scale.at(-80.0), "ghost": scale.at(-100.0), "dot": scale.at(-50.0)}
    assert 0.0 < at["ghost"] < at["range"] < at["dot"] < at["zero"] < 100.0
    assert "ghost" not in mark(-50.0, -80.0, -20.0)


def test_figures_that_are_all_nothing_have_a_line() -> None:
    assert scale_of([0.0]).at(0.0) == 50.0


def test_a_text_about_a_lost_connection_ends_neither_its_string_nor_its_sheet() -> None:
    said = lost('x"; } </style><script>\\').partition('content: "')[2].partition('"; font-size')[0]
    assert said == r"x\22 ; \7d  \3c /style\3e \3c script\3e \5c "
