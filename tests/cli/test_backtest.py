"""Backtests in a small world: a forecast is kept as it was made, outcomes come later, and what falls short says so."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from simcase.evaluate import Against
from simcase.present import tables_backtest
from simcase.words import Words

Call = Callable[..., Result]

CASE = """
title: {da: "Landsbyens år", en: "The village's year"}
calibration: village
scenario: plain
forecast_date: 2020-06-30
until: 2021-12-31
replications: 20
series:
  - id: idle
    label: {da: Ledige, en: Idle}
    of: [idle]
    known:
      - {on: 2020-01-31, value: 40, grade: A, source: "made up"}
      - {on: 2020-06-30, value: 80, grade: A, source: "made up"}
decided: {da: "Opdigtet.", en: "Made up."}
"""
NEAR = 'outcomes:\n  - {series: idle, on: 2021-06-30, value: 40, grade: A, source: "made up"}\n'
FAR = 'case: year\noutcomes:\n  - {series: idle, on: 2021-12-31, value: 200, grade: A, source: "made up"}\n'


@pytest.fixture
def year(village: Path) -> Path:
    """Return the folder of a case that nothing is known of yet, in the village."""
    folder = village / "backtests" / "year"
    folder.mkdir(parents=True)
    (folder / "case.yaml").write_text(CASE, encoding="utf-8")
    return folder


def told(call: Call, *words: str) -> dict[str, object]:
    """Return what a command says of its only forecast."""
    (only,) = json.loads(call("backtest", *words, "--json").stdout)["backtests"]
    return dict(only)


def test_outcomes_given_later_are_scored_against_the_forecast_as_it_was_made(year: Path, call: Call) -> None:
    before = call("backtest", "year", "--workers", "1")
    assert before.exit_code == 0, before.stderr
    assert "No outcome is known yet" in before.stdout
    (made,) = (year.parents[1] / "results" / "backtests" / "year").iterdir()
    draws, manifest = (made / "forecast.json").read_bytes(), (made / "manifest.json").read_bytes()
    (year.parents[1] / "near.yaml").write_text(NEAR, encoding="utf-8")
    assert call("backtest", "add-outcome", "year", "near.yaml").exit_code == 0
    # The case's own file no longer says what was known then; the forecast's manifest does.
    changed = CASE.replace("value: 80", "value: 41")
    (year / "case.yaml").write_text(changed, encoding="utf-8")
    scored = told(call, "score", "year")
    assert scored["id"] == made.name
    assert [row["naive"]["last"] for row in scored["outcomes"]] == [80.0]
    assert scored["par"] is True
    assert (draws, manifest) == ((made / "forecast.json").read_bytes(), (made / "manifest.json").read_bytes())


def test_a_forecast_that_was_touched_is_not_scored(year: Path, call: Call) -> None:
    call("backtest", "year", "--workers", "1")
    (file,) = (year.parents[1] / "results").rglob("forecast.json")
    file.write_text(file.read_text(encoding="utf-8").replace("[", "[1.0, ", 1), encoding="utf-8")
    done = call("backtest", "score", "year")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "cannot be scored" in done.stderr


def test_what_falls_short_says_so_and_ends_with_3(year: Path, call: Call) -> None:
    (year / "outcomes.yaml").write_text(FAR, encoding="utf-8")
    done = call("backtest", "year", "--workers", "1")
    assert done.exit_code == 3
    assert "IT FALLS SHORT" in done.stdout
    assert "lie 0 of 1." in done.stdout.replace("\n", " ")
    assert "Not better than a naive forecast: The village's year." in done.stderr


def test_a_naive_forecast_with_few_numbers_stands_beside_the_score_over_the_same_outcomes() -> None:
    some = Against("year_before", outcomes=4, error=173.2, crps=194.0, beaten=False)
    assert tables_backtest.than(some, 6, Words("en")).endswith(
        "(over the 4 outcomes that it has a number for: 173.2 against the forecast's 194.0)"
    )
    assert tables_backtest.than(some, 4, Words("da")) == "samme måned året før (173,2 mod prognosens 194,0)"


def test_with_shocks_both_forecasts_are_told_and_drawn(year: Path, call: Call) -> None:
    (year / "outcomes.yaml").write_text(NEAR, encoding="utf-8")
    done = call("backtest", "year", "--shocks", "pushed", "--workers", "1", "--csv", "-o", "chart.csv")
    without, shocked = csv.DictReader(done.stdout.splitlines())
    assert (without["shocks"], shocked["shocks"]) == ("", "pushed")
    assert float(shocked["mean"]) < float(without["mean"])
    drawn = list(csv.DictReader((year.parents[1] / "chart.csv").read_text(encoding="utf-8").splitlines()))
    assert {row["line"] for row in drawn} == {"The village's year: Idle", "The village's year with pushed: Idle"}
    assert {row["month"]: row["observed"] for row in drawn if row["observed"]} == {
        "2020-01-31": "40.0",
        "2020-06-30": "80.0",
        "2021-06-30": "40.0",
    }


def test_an_outcome_is_never_overwritten(year: Path, call: Call) -> None:
    (year / "outcomes.yaml").write_text(NEAR, encoding="utf-8")
    other = year.parents[1] / "other.yaml"
    other.write_text(FAR + NEAR.replace("outcomes:\n", "").replace("value: 40", "value: 41"), encoding="utf-8")
    refused = call("backtest", "add-outcome", "other.yaml")
    assert refused.exit_code == 2
    assert "found 41, expected 40" in refused.stderr
    assert (year / "outcomes.yaml").read_text(encoding="utf-8") == NEAR
    other.write_text(FAR + NEAR.replace("outcomes:\n", ""), encoding="utf-8")
    assert "New outcomes in year: 1." in call("backtest", "add-outcome", "other.yaml").stderr
    assert "New outcomes in year: 0." in call("backtest", "add-outcome", "other.yaml").stderr
    assert (year / "outcomes.yaml").read_text(encoding="utf-8").count("series: idle") == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("2020-06-30, value: 80", "2020-07-01, value: 80", "a date no later than the forecast's, 2020-06-30"),
        ("of: [idle]", "of: [idel]", "series.idle.of: found 'idel', expected one of idle, work"),
        ("until: 2021-12-31", "until: 2020-06-30", "a date after the forecast's, 2020-06-30"),
        ("until: 2021-12-31", "until: 2022-01-01", "days from 2020-01-01 to 2021-12-31"),
        ("forecast_date", "forecastdate", "Did you mean 'forecast_date'?"),
    ],
)
def test_a_case_that_is_wrong_is_told_and_nothing_is_run(year: Path, call: Call, old: str, new: str, said: str) -> None:
    (year / "case.yaml").write_text(CASE.replace(old, new), encoding="utf-8")
    done = call("backtest", "year", "--workers", "1")
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (year.parents[1] / "results").exists()


def test_cases_are_listed(year: Path, call: Call) -> None:
    (year / "outcomes.yaml").write_text(NEAR, encoding="utf-8")
    (row,) = [each for each in json.loads(call("backtest", "list", "--json").stdout)["backtests"] if each["case"] == "year"]
    assert (row["outcomes"], row["forecasts"], row["until"]) == (1, 0, "2021-12-31")
    assert "year" in call("backtest", "list").stdout
