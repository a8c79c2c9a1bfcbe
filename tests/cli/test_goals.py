"""`simcase goals`: each goal, all of them at once, and the dose that meets one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

FAST = ("--replications", "4", "--uncertainty", "chance", "--workers", "1")


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize(("lang", "said"), [("da", "Højst 30 ledige"), ("en", "At most 30 idle")])
def test_goals_alone_are_printed_in_both_languages(call: Callable[..., Result], lang: str, said: str) -> None:
    result = call("goals", "plain", *FAST, "--calibration", "village", "--lang", lang)
    assert result.exit_code == 0, result.output
    assert said[:9] in result.stdout


@pytest.mark.usefixtures("village")
def test_goals_speak_json_and_csv(call: Callable[..., Result]) -> None:
    document = json.loads(call("goals", "plain", *FAST, "--calibration", "village", "--json").stdout)
    (judged,) = document["fits"]
    assert judged["run"]["replications"] == 4
    assert judged["goals"][0]["status"] == "judged"
    lines = call("goals", "plain", *FAST, "--calibration", "village", "--csv").stdout.splitlines()
    assert lines[0].startswith("scenario,fit,goal,date,threshold,status,mean")
    assert len({line.count(",") for line in lines}) == 1


@pytest.mark.usefixtures("village")
def test_a_search_needs_a_path_and_a_goal(call: Callable[..., Result]) -> None:
    assert call("goals", "plain", "--solve", "x").exit_code == 2
    assert call("goals", "plain", "--threshold", "few").exit_code == 2


@pytest.mark.usefixtures("village")
@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_search_says_its_answer(call: Callable[..., Result], lang: str) -> None:
    asked = ("--solve", "stock.states.idle", "--goal", "few", "--up-to", "200", "--calibration", "village", "--lang", lang)
    result = call("goals", "plain", *FAST, *asked)
    assert result.exit_code == 0, result.output
    assert f'"{"Antal ved starten" if lang == "da" else "Number at the start"}: ' in " ".join(result.stdout.split())
    assert "(stock.states.idle)" in result.stdout
    assert "200" in result.stdout


@pytest.mark.usefixtures("village")
def test_a_threshold_of_the_command_line_is_not_kept_with_the_run(call: Callable[..., Result]) -> None:
    world = ("--calibration", "village")
    judged = json.loads(call("goals", "plain", *FAST, *world, "--threshold", "few=3", "--json").stdout)["fits"][0]
    assert judged["goals"][0]["threshold"] == 3
    (manifest,) = Path("results").glob("plain/*/manifest.json")
    assert json.loads(manifest.read_text(encoding="utf-8"))["resolved"]["goals"][0]["threshold"] == 30


@pytest.mark.usefixtures("village")
def test_the_list_of_results_tells_runs_apart(call: Callable[..., Result]) -> None:
    for varied in ("chance", "all"):
        call("run", "plain", "--replications", "2", "--uncertainty", varied, "--quiet")
    rows = json.loads(call("results", "list", "--json").stdout)["runs"]
    assert {(row["calibration"], row["fit"], row["uncertainty"], row["replications"]) for row in rows} == {
        ("village", None, "chance", 2),
        ("village", None, "all", 2),
    }
    printed = call("results", "list", "--lang", "en").stdout
    assert all(word in printed for word in ("Fit", "Uncertainty", "Runs", "chance", "all"))


def test_a_calibration_without_goals_says_so(village: Path, call: Callable[..., Result]) -> None:
    file = village / "calibration/village/calibration.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("goals:")[0], encoding="utf-8")
    result = call("goals", "plain", *FAST, "--calibration", "village", "--lang", "en")
    assert result.exit_code == 0, result.output
    said = " ".join(result.stdout.split())
    assert "has no goals" in said
    assert "been there at least once" not in said
