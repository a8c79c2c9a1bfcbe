"""`simcase backtest panel` writes forecasts in their form, prints scores, draws them, and refuses what it cannot do."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from click.testing import Result

from simcase import charts
from simcase.present.tables_panel import POINTS

Call = Callable[..., Result]
WORDS = ("backtest", "panel", "counts.csv", "--measure", "idle", "--ahead", "3", "--origins")


@pytest.fixture
def counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a table of the counts of some towns, in the folder that commands are given in."""
    monkeypatch.chdir(tmp_path)
    luck = np.random.default_rng(2)
    walks = {f"Town {n:02d}": 300 * np.exp(np.cumsum(luck.normal(0.0, 0.03, 36))) for n in range(12)}
    rows = [f"{place},{2020 + n // 12}-{n % 12 + 1:02d},idle,{value:.0f}" for place, walk in walks.items() for n, value in enumerate(walk)]
    file = tmp_path / "counts.csv"
    file.write_text("\n".join(["place,period,measure,value", *rows, ""]), encoding="utf-8")
    return file


@pytest.mark.usefixtures("counts")
def test_forecasts_are_written_and_scores_told(call: Call) -> None:
    done = call(*WORDS, "2022-01", "2022-02", "--places", "Town 03", "--places", "Town 07", "-o", "said.csv", "--json")
    assert done.exit_code == 0, done.stderr
    rows = list(csv.DictReader(Path("said.csv").read_text(encoding="utf-8").splitlines()))
    assert {(row["place"], row["origin"]) for row in rows} == {(f"Town {n}", f"2022-{m}") for n in ("03", "07") for m in ("01", "02")}
    assert [row["period"] for row in rows[:3]] == ["2022-02", "2022-03", "2022-04"]
    assert list(rows[0])[4:] == [f"q{n:02d}" for n in range(5, 100, 5)]
    told = json.loads(done.stdout)
    assert (told["places"], told["first_origin"], told["last_origin"]) == (["Town 03", "Town 07"], "2022-01-01", "2022-02-01")
    assert [each["method"] for each in told["scores"]] == ["smoothing", "last", "year", "line"]
    assert {each["outcomes"] for each in told["scores"]} == {len(rows)}


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(("lang", "said"), [("da", "Standardfejlen er over steder"), ("en", "The standard error is over places")])
def test_what_knowing_more_is_worth_is_printed(call: Call, lang: str, said: str) -> None:
    done = call(*WORDS, "2022-01", "2022-02", "--method", "last", "--lang", lang)
    assert done.exit_code == 0, done.stderr
    assert said in done.stdout
    assert said not in call(*WORDS, "2022-01", "2022-01", "--method", "last", "--lang", lang).stdout


@pytest.mark.usefixtures("counts")
def test_scores_are_printed_and_drawn(call: Call) -> None:
    done = call(*WORDS, "2022-01", "2022-01", "--method", "last", "-o", "drawn.json", "--lang", "en")
    assert done.exit_code == 0, done.stderr
    assert "The last value known: 12 places, forecast made January 2022, 3 months ahead." in done.stdout
    assert "idle: 36 outcomes" in done.stdout
    drawn = json.loads(Path("drawn.json").read_text(encoding="utf-8"))
    assert {each["title"] for each in drawn["concat"]} == {"idle"}


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_chart_is_valid(lang: str) -> None:
    points = pl.DataFrame([("idle", "mine", 1, 2.0), ("idle", "other", 1, 3.0)], POINTS, orient="row")
    assert charts.panel(points, lang, "Title.").to_dict(validate=True)["usermeta"]["lang"] == lang


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("2022-01", "2022-01", "--method", "lst"), "--method: found 'lst', expected one of last, line, smoothing, year"),
        (("2022-01", "2022-01", "--places", "Town 3"), "--places: found 'Town 3', expected one of Town 00"),
        (("2020-05", "2022-01"), "--origins: found 2020-05 to 2022-01, expected two months in order, from 2021-01 to 2022-11"),
        (("2022-01", "2022-01", "-o", "said.doc"), "said.doc found the ending '.doc'"),
    ],
)
def test_what_cannot_be_done_is_refused(call: Call, words: tuple[str, ...], said: str) -> None:
    done = call(*WORDS, *words, "--lang", "en")
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
