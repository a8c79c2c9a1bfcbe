"""Programmes: what `run` shows of their participants, and what `explain` says of their places."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from results_helper import result_of
from worlds import initiative, scenario, write

from simcase.cli.terminal import grid_of
from simcase.present.labels import Labels
from simcase.present.tables_run import programmes_table
from simcase.study.results import RunResult
from simcase.words import Words

WAGE = {"value": 3250, "low": 2000, "high": 5000, "grade": "D", "source": "judgement: six hours a week"}
COURSE = {
    **initiative("course", ["idle"], ["work"], 1.0, kind="programme"),
    "effects": [],
    "programme": {
        "places": {"value": 5, "low": 4, "high": 6, "grade": "C", "source": "a count"},
        "weeks": 8,
        "queue": "random",
        "during": [{"exits_to": ["work"], "hazard_ratio": 0.5}],
        "after": [{"weeks": 4, "effects": [{"exits_to": ["work"], "hazard_ratio": 2}]}],
    },
}
SLOTS = {
    **COURSE,
    "id": "slots",
    "label": "slots",
    "programme": {"slots_per_year": 12, "weeks": 6.5, "wage": WAGE, "drop_out_per_year": 0.8},
}


@pytest.fixture
def courses(village: Path) -> Path:
    write(village, scenarios={"taught": scenario("course", "slots", based_on="plain")}, initiatives=[COURSE, SLOTS])
    return village


def flat(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


@pytest.mark.usefixtures("courses")
def test_run_shows_what_programmes_came_to(call: Callable[..., Result]) -> None:
    lines = flat(call("run", "taught", "--replications", "2").stdout)
    rows = lines[lines.index("Participants and waiting list in the last month of the year") :]
    assert any(row.startswith("course Dec 2020 5 5-5 ") and row.endswith(" places") for row in rows)
    assert any(row.startswith("slots Dec 2021 ") for row in rows)


@pytest.mark.usefixtures("village")
def test_run_without_programmes_shows_none(call: Callable[..., Result]) -> None:
    assert "Participants" not in call("run", "pushed", "--replications", "2").stdout


@pytest.mark.usefixtures("courses")
def test_explain_says_what_a_programme_has_room_for(call: Callable[..., Result]) -> None:
    said = " ".join(call("explain", "taught").stdout.split())
    assert "5 (4-6) places, grade C. It lasts 8 weeks. Queue: by lot" in said
    assert "During it: exits to At work: 0.50 times the rate, grade D" in said
    assert "For 4 weeks after completing it: exits to At work: 2.00 times the rate, grade D" in said
    assert "12 job slots a year from employers, grade D. It lasts 6.5 weeks. Queue: longest on the benefit first" in said
    assert "Wage of a participant: DKK 3,250 (2,000-5,000) a month, grade D; it lowers the benefit by the rules of that benefit" in said
    assert "Leave early: 0.8 times a year each, grade D" in said
    assert (said.count("Wage of"), said.count("Leave early")) == (1, 1), "the course has neither"


@pytest.mark.usefixtures("courses")
def test_explain_knows_the_short_names_of_an_initiatives_numbers(call: Callable[..., Result]) -> None:
    lead, short = (call("explain", "taught", path).stdout for path in ("initiatives.course.programme.places", "course.places"))
    assert "initiatives.course.programme.places" in short
    assert short == lead


@pytest.mark.parametrize(("lang", "said"), [("da", ["egnede borgere", "medarbejdere"]), ("en", ["eligible citizens", "staff"])])
def test_a_year_is_shown_by_its_last_month_and_a_programme_from_its_first_intake(
    labels: Callable[..., Labels], lang: str, said: list[str]
) -> None:
    def row(month: str, participants: float, bound: str | None) -> dict[str, Any]:
        dist = {"mean": participants, "p05": participants - 1, "p95": participants + 1}
        return {"month": month, "initiative": "kik", "participants": dist, "waiting": {"mean": 3.4}, "bound_by": bound}

    rows = [row("2018-12", 0.0, None), row("2019-11", 9.0, "places"), row("2019-12", 8.0, "eligible"), row("2020-06", 7.0, "staff")]
    grid = grid_of(programmes_table(result_of(RunResult, {"programmes": rows}), labels("KIK", lang)), Words(lang))
    name, month, participants, between, waiting, bound = (list(column.cells) for column in grid.columns)
    assert (name, participants, between, waiting) == (["KIK", "KIK"], ["8", "7"], ["7-9", "6-8"], ["3", "3"])
    assert [str(cell)[-4:] for cell in month] == ["2019", "2020"]
    assert bound == said
