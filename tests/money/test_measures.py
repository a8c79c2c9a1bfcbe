"""What measures cost by the day: places, courses that go on, amounts of a year that the horizon cuts."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from worlds import Played, play, scenario, state, write

PRICE = 36_500.0
"""Kroner a place and year."""


def town(end: str = "2020-12-31", **more: object) -> dict[str, Any]:
    """Return a world in which two citizens are idle from 2019-01-01 on."""
    return {
        "start": "2019-01-01",
        "end": end,
        "states": [state("idle", line="aid"), state("work")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "transitions": [],
        "stock": {"states": {"idle": 2}},
        "rates": {"full": {"value": 12_000, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "all", "states": ["idle"], "pays": {"full": 1}}],
        **more,
    }


def course(window: dict[str, Any], **more: object) -> dict[str, Any]:
    """Return a course of eight weeks with two places that costs by the place."""
    programme = {"places": 2, "weeks": 8, "kroner_per_place": PRICE, "line": "aid", "again_after_weeks": 500, **more}
    return {
        "id": "course",
        "label": "Course",
        "kind": "programme",
        "target": {"states": ["idle"]},
        "window": window,
        "programme": programme,
    }


def paid(played: Played, year: int = 2019) -> float:
    """Return what an initiative costs in a year."""
    return sum(row["kroner"]["mean"] for row in played.document["measures"] if row["year"] == year and row["initiative"])


@pytest.mark.parametrize(
    ("window", "days", "next_year"),
    [
        ({"start": "2019-02-05"}, 2 * 330, 2 * 366 * 365 / 366),
        ({"start": "2019-02-05", "end": "2019-12-15"}, 2 * 314, 0),
        ({"start": "2019-01-15", "end": "2019-01-20"}, 2 * 56, 0),
        ({"start": "2019-12-20", "end": "2019-12-22"}, 2 * 12, 2 * 44 * 365 / 366),
        ({"start": "2019-02-05", "ramp_up_months": 2}, 28 * 0 + 31 * 2 + 271 * 2, 2 * 366 * 365 / 366),
        ({"start": "2021-02-05"}, 0, 0),
    ],
    ids=["from a day", "to a day", "a course goes on", "a course goes on into the next year", "places come by and by", "after the horizon"],
)
def test_places_cost_by_the_day_and_a_course_to_its_end(folder: Path, window: dict[str, Any], days: float, next_year: float) -> None:
    write(folder, town(), {"new": scenario("course")}, [course(window)])
    played = play("new")
    assert paid(played) == pytest.approx(PRICE / 365 * days)
    assert paid(played, 2020) == pytest.approx(PRICE / 365 * next_year)
    late = played.table("programmes")
    assert (late["late_days"] <= late["days"]).all()


def test_job_slots_cost_by_the_day_of_their_participants(folder: Path) -> None:
    window = {"start": "2019-01-15", "end": "2019-03-01"}
    write(folder, town(), {"new": scenario("course")}, [course(window, places=None, slots_per_year=3_000)])
    played = play("new")
    assert played.table("programmes")["days"].sum() == 2 * 56
    assert paid(played) == pytest.approx(PRICE / 365 * 2 * 56)


def frame(window: dict[str, Any]) -> dict[str, Any]:
    """Return an initiative that costs 3,660 kr. in 2019 and in 2020, and adds some hours."""
    costs = [{"year": year, "line": "aid", "kroner": 3_660} for year in (2019, 2020)]
    effects = [{"exits_to": ["work"], "hazard_ratio": 1.0}]
    return {"id": "frame", "label": "Frame", "target": {"states": ["idle"]}, "window": window, "costs": costs, "effects": effects}


MOVES = [{"from": "idle", "to": "work", "rate": 0.0}]


@pytest.mark.parametrize(
    ("window", "share"),
    [
        ({"start": "2019-01-01"}, 60 / 366),
        ({"start": "2020-02-01"}, 29 / 335),
        ({"start": "2020-01-01", "end": "2020-02-15"}, 1.0),
        ({"start": "2020-03-01"}, 0.0),
        ({"start": "2018-01-01", "end": "2018-12-31"}, 60 / 366),
    ],
    ids=["the whole year", "from a day", "all within the run", "after the run", "outside the window, where the whole year counts"],
)
def test_an_amount_of_a_year_is_cut_with_the_horizon(folder: Path, window: dict[str, Any], share: float) -> None:
    write(folder, town("2020-02-29", transitions=MOVES), {"new": scenario("frame")}, [frame(window)])
    assert paid(play("new"), 2020) == pytest.approx(3_660 * share)


def test_the_ordinary_measures_of_the_plan_are_cut_with_the_horizon(folder: Path) -> None:
    plan = {"year": 2019, "lines": {"aid": {"support": 100_000, "measures": 36_500}}}
    write(folder, town("2019-01-31", budget=plan))
    assert [row["kroner"]["mean"] for row in play().document["measures"]] == pytest.approx([3_100.0])


def refund_to_june(**more: object) -> dict[str, Any]:
    """Return a world in which the state refunds half of measures to 30 June 2019, the 181st day, and nothing afterwards."""
    law = {"id": "no_refund", "label": "No refund", "from": "2019-07-01", "changes": [{"path": "measures_refund.aid", "to": 0}]}
    return town(**{"measures_refund": {"aid": 0.5}, "laws": [law], **more})


@pytest.mark.parametrize(
    ("window", "share"),
    [({"start": "2019-01-01"}, 0.5 * 181 / 365), ({"start": "2019-06-29", "end": "2019-07-02"}, 0.25), ({"start": "2019-07-01"}, 0.0)],
    ids=["the year", "two days before and two after", "after"],
)
def test_the_refund_of_an_amount_is_the_mean_over_its_days(folder: Path, window: dict[str, Any], share: float) -> None:
    """Of 3,660 kr. that the municipality pays in 2019, the state pays share / (1 - share) on top; in 2020 nothing."""
    write(folder, refund_to_june(transitions=MOVES), {"new": scenario("frame")}, [frame(window)])
    spent = {row["year"]: row["state"]["mean"] for row in play("new").document["measures"]}
    assert spent == pytest.approx({2019: 3_660 * share / (1 - share), 2020: 0.0})


@pytest.mark.parametrize(
    ("window", "share"),
    [
        ({"start": "2019-01-01"}, 0.5 * 181 / 365),
        ({"start": "2019-05-01", "end": "2019-07-31"}, 0.5 * 61 / 92),
        ({"start": "2019-06-15", "end": "2019-06-20"}, 0.5 * 16 / 56),
        ({"start": "2019-07-01"}, 0.0),
    ],
    ids=["the year", "three months", "courses that go on for 8 weeks", "after"],
)
def test_the_refund_of_places_is_that_of_the_days_on_which_they_cost(folder: Path, window: dict[str, Any], share: float) -> None:
    write(folder, refund_to_june(), {"new": scenario("course")}, [course(window)])
    played = play("new")
    spent = next(row for row in played.document["measures"] if row["year"] == 2019)
    assert spent["state"]["mean"] == pytest.approx(spent["kroner"]["mean"] * share / (1 - share))


def test_another_refund_of_measures_inside_a_year_needs_no_new_run_and_cuts_no_days(folder: Path) -> None:
    write(folder, refund_to_june())
    dated = play()
    write(folder, refund_to_june(laws=[]))
    assert play().folder == dated.folder


def test_the_ordinary_measures_of_the_plan_are_refunded_to_the_day(folder: Path) -> None:
    plan = {"year": 2019, "lines": {"aid": {"support": 100_000, "measures": 36_500}}}
    write(folder, refund_to_june(budget=plan))
    assert [(row["kroner"]["mean"], row["state"]["mean"]) for row in play().document["measures"]] == [
        pytest.approx((36_500.0, 36_500 * 90.5 / 274.5))
    ]


def test_kroner_in_years_outside_the_window_are_warned_of(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    inside, moved = frame({"start": "2019-06-01"}), frame({"start": "2020-01-01"})
    write(folder, town(transitions=MOVES), {"new": scenario("frame")}, [inside])
    with caplog.at_level(logging.WARNING, logger="simcase"):
        play("new")
        assert not caplog.records
        write(folder, town(transitions=MOVES), {"new": scenario("frame")}, [moved])
        played = play("new")
    assert paid(played) == pytest.approx(3_660)
    told = next(each for each in caplog.records if each.getMessage() == "costs_outside_window")
    assert (told.initiative, told.years) == ("frame", "2019")  # type: ignore[attr-defined]
