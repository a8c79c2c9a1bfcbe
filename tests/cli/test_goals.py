"""`simcase goals`: each goal, all of them at once, and the dose that meets one."""

from __future__ import annotations

import json
from collections.abc import Callable

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
    assert "stock.states.idle" in result.stdout
    assert "200" in result.stdout
