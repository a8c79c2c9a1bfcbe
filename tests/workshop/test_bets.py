"""A table and its bet are understood as people write them, and stand as dots on the line of the result."""

from __future__ import annotations

import re

import pytest

from simcase.workshop.bets import Bet, Round
from simcase.workshop.marks import Guess, scale_of, strip
from simcase.workshop.typed import amount, table_name


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("-1.000", "da", -1000.0),
        ("\u22121.000", "da", -1000.0),
        ("minus 1 000", "da", -1000.0),
        ("-1,000", "en", -1000.0),
        ("1.234,5", "da", 1234.5),
        ("1,234.5", "da", 1234.5),
        ("1.234,5", "en", 1234.5),
        ("120 færre personer", "da", None),
        ("120 personer færre", "da", -120.0),
        ("120 fewer", "en", -120.0),
        ("+40", "da", 40.0),
        ("40.", "da", 40.0),
        ("", "da", None),
        ("-", "da", None),
        ("1.00.000", "da", None),
        ("1,2,3", "da", None),
        ("nan", "da", None),
        ("inf", "en", None),
        ("9" * 400, "da", None),
        ("1_000", "da", None),
    ],
)
def test_persons_are_understood(text: str, lang: str, value: float | None) -> None:
    assert amount(text, "persons", lang) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,5 million", 1.5),
        ("1,5 millioner kroner", 1.5),
        ("-1,5 mio. kr.", -1.5),
        ("\u201345", -45.0),
        ("-45.500.000", -45.5),
        ("500.000 kr", 0.5),
        ("500 tusind", 0.5),
        ("kr. 2.000.000", 2.0),
        ("1.000", 1000.0),
    ],
)
def test_money_is_understood_in_millions(text: str, value: float) -> None:
    assert amount(text, "net", "da") == pytest.approx(value)


@pytest.mark.parametrize("text", ["2", "bord 2", "Bord 2", "BORD  2 ", "table 2", "bord nr. 2", "bord2", "# 2", "02"])
def test_one_table_has_one_name(text: str) -> None:
    assert table_name(text, "Bord") == "Bord 2"


def test_a_table_that_bets_again_has_changed_its_mind_however_it_is_written() -> None:
    bets = Round()
    bets.begin("persons")
    for name, value in (("Vinduet", 1.0), ("vinduet", 2.0), ("Bord 2", 3.0)):
        bets.enter(name, value)
    assert bets.bets == [Bet("vinduet", 2.0), Bet("Bord 2", 3.0)]


def test_dots_stand_on_the_scale_of_the_result_and_what_was_typed_is_text() -> None:
    drawn = strip(
        "<b>",
        ["Bord", "Gæt"],
        (-35.0, -40.0, -30.0),
        [Guess(-32.0, inside=True, said=["<i>", "-32"]), Guess(-100.0, inside=False, said=["B", "-100"])],
    )
    scale = scale_of([-100.0])
    dots = re.findall(r'class="(dot|dot off)" style="left: ([\d.]+)%', drawn)
    assert [(kind, float(at)) for kind, at in dots] == [("dot", scale.at(-32.0)), ("dot off", scale.at(-100.0))]
    assert drawn.count(f'class="truth" style="left: {scale.at(-35.0)}%') == 2
    assert "&lt;i&gt;" in drawn
    assert "<caption>&lt;b&gt;</caption>" in drawn
