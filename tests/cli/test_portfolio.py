"""`simcase portfolio`: an answer in words, in both languages, as data, and as a chart."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from portfolio_helper import EFFORTS, town
from worlds import TOWN

CHOOSE = tuple(word for name in EFFORTS for word in ("--choose", name))
FAST = ("--replications", "20", "--uncertainty", "chance", "--workers", "1", "--calibration", TOWN, "--budget", "1200000")


@pytest.fixture
def efforts(village: Path) -> None:
    town(village)


@pytest.mark.usefixtures("efforts")
def test_the_answer_is_a_sentence_in_both_languages_beside_a_chart(call: Callable[..., Result]) -> None:
    words = {"da": "Inden for 1,2 mio. kr. om året nås", "en": "Within DKK 1.2 million a year"}
    for lang, said in words.items():
        result = call("portfolio", "as-is", *CHOOSE, *FAST, "--goal", "few", "--lang", lang, "-o", "mix.html")
        assert result.exit_code == 0, result.output
        text = " ".join(result.stdout.split())
        assert said in text
        assert "visits" in text
        assert "%" in text
    page = Path("mix.html").read_text(encoding="utf-8")
    table, spec = page.split('<script id="spec" type="application/json">')
    assert "<caption>" in table, "beside the picture stand its figures"
    assert table.count("<tr") > len(CHOOSE), "a row a mix"
    drawn = json.loads(spec.partition("</script>")[0])
    points = [row for rows in drawn["datasets"].values() for row in rows]
    assert {row["kind"] for row in points if "kind" in row} == {"best", "frontier", "tried"}


@pytest.mark.usefixtures("efforts")
def test_data_goes_out_as_json_and_csv(call: Callable[..., Result]) -> None:
    document = json.loads(call("portfolio", "as-is", *CHOOSE, *FAST, "--by", "net", "--json").stdout)
    best = document["mixes"][0]
    assert {each["initiative"]: each["value"] for each in best["settings"]} == {"course": 0.0, "mentor": 1.0, "visits": 1.0, "letters": 0.0}
    assert (document["goals"], best["probability"], best["frontier"]) == ([], None, True)
    lines = call("portfolio", "as-is", *CHOOSE, *FAST, "--by", "net", "--csv").stdout.splitlines()
    assert lines[0].startswith("baseline,fit,course,mentor,visits,letters,kroner_a_year,kroner,probability,low,high,net_mean")
    assert len(lines) == 1 + len(document["mixes"])


@pytest.mark.usefixtures("efforts")
def test_what_is_wrong_is_told_with_exit_code_2(call: Callable[..., Result]) -> None:
    assert call("portfolio", "as-is", *CHOOSE, *FAST).exit_code == 2
    assert call("portfolio", "as-is", *CHOOSE, *FAST, "--goal", "few", "--by", "net").exit_code == 2
    assert call("portfolio", "as-is", *CHOOSE, *FAST, "--goal", "few", "-o", "mix.doc").exit_code == 2
    assert call("portfolio", "as-is", "--choose", "curse", *FAST, "--goal", "few").exit_code == 2
