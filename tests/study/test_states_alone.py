"""Another world: states, start counts and yearly rates, and nothing else. Everything still works, and what it knows nothing of is empty."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from scipy.stats import binom, norm
from statistics_helper import agrees
from worlds import AS_IS, asked, initiative, move, play, scenario, state, write

from simcase import study
from simcase.errors import RunError, UserError
from simcase.vocabulary import document_of

WORLD = {
    "start": "2020-01-01",
    "end": "2021-12-31",
    "states": [state("idle"), state("work"), state("gone", absorbing=True)],
    "transitions": [
        move("idle", "work", {"value": 2, "low": 1, "high": 3, "grade": "B", "source": "a count"}),
        move("work", "idle", 0.5),
        move("work", "gone", 0.1),
    ],
    "stock": {"states": {"idle": 400, "work": 1600}},
    "goals": [
        {"id": "few", "label": "Few", "count": "persons", "states": ["idle"], "date": "2021-12-31", "threshold": 380},
        {"id": "share", "label": "Share", "count": "persons", "states": ["idle"], "over": ["idle", "work"], "date": "2020-06-30"}
        | {"threshold": 0.2, "direction": "below", "period": "year"},
        {"id": "later", "label": "Later", "count": "persons", "states": ["idle"], "date": "2022-12-31", "threshold": 380},
    ],
}
PUSH = initiative("push", ["idle"], ["work"], 1.5, window={"start": "2020-07-01"})


@pytest.fixture
def town(folder: Path) -> Path:
    write(folder, WORLD, {"plain": scenario(), "pushed": scenario("push")}, [PUSH])
    return folder


def goal_of(document: dict[str, Any], name: str) -> dict[str, Any]:
    return next(row for row in document["goals"] if row["id"] == name)


@pytest.mark.usefixtures("town")
def test_a_run_tells_of_persons_and_moves_and_of_no_kroner() -> None:
    document = play("plain", replications=5).document
    assert (document["budget"], document["measures"], document["variance"], document["programmes"]) == ([], [], [], [])
    assert {row["state"] for row in document["persons"]} == {"idle", "work"}
    assert document["weakest_grade"] == "D"
    for month in document["population"]:
        persons = [row["mean"] for row in document["persons"] if row["month"] == month["month"]]
        assert sum(persons) == pytest.approx(month["persons"], abs=1e-9)
    # Only those who left are missing.
    gone = sum(row["mean"] for row in document["flows"] if row["to"] == "gone")
    assert 2000.0 > document["population"][-1]["persons"] > 2000.0 - gone > 1500.0


@pytest.mark.usefixtures("town")
def test_a_comparison_tells_of_persons_and_moves_and_of_no_kroner() -> None:
    document = document_of(study.compare(asked("plain", replications=5), ["plain", "pushed"]).result)
    same, pushed = document["scenarios"]
    assert not any(row["mean"] for row in same["difference"]["persons"])
    idle = {row["month"]: row for row in pushed["difference"]["persons"] if row["state"] == "idle"}
    assert all(idle[f"2020-{month:02}"]["mean"] == 0.0 for month in range(1, 7))
    assert all(row["p95"] < 0.0 for month, row in idle.items() if month >= "2020-09")
    for row in pushed["difference"]["goals"]:
        with_, without = (goal_of(tree, row["id"])["value"] for tree in (pushed, document["baseline"]))
        assert (row["value"] is None) == (with_ is None)
        assert with_ is None or row["value"]["mean"] == pytest.approx(with_["mean"] - without["mean"])
    assert goal_of(pushed["difference"], "few")["value"]["mean"] < -20.0
    assert (pushed["smallest_detectable"], pushed["payback"]) == (
        [],
        {"date": None, "probability": None, "discount": 0.0, "investment": 0.0},
    )
    assert {row["to"] for row in pushed["where_they_went"]} == {"work"}
    assert not any(row["saved"]["mean"] for row in pushed["business_case"])
    assert [row["initiative"] for row in pushed["contributions"]] == ["push"]


@pytest.mark.usefixtures("town")
def test_explain_tells_stays_and_moves_that_follow_the_rates() -> None:
    explained = document_of(study.explain(asked("pushed")))
    rows = {row["state"]: row for row in explained["states"]}
    assert {name: row["start_persons"] for name, row in rows.items()} == {"idle": 400, "work": 1600}
    assert all(row["steady_persons"] is None for row in rows.values())
    assert [each["id"] for each in explained["initiatives"]] == ["push"]
    assert (explained["fit"], explained["from"], explained["to"]) == (None, "2020-01-01", "2021-12-31")
    for left, entered, rate in (("work", "idle", 0.5), ("work", "gone", 0.1)):
        found = next(each["per_year"] for each in rows[left]["exits"] if each["to"] == entered)
        # A rate is moves over person-years, about 3,200 of them; moves are Poisson.
        agrees(found, norm(rate, (rate / 3_000.0) ** 0.5), 0.2 * rate + 0.05, entered)


@pytest.mark.usefixtures("town")
def test_explain_tells_a_number_with_source_and_grade() -> None:
    told = document_of(study.explain(asked("pushed"), "transitions.idle.work.rate"))
    assert {key: told[key] for key in ("value", "low", "high", "grade", "source")} == {
        "value": 2.0,
        "low": 1.0,
        "high": 3.0,
        "grade": "B",
        "source": "a count",
    }
    with pytest.raises(UserError):
        study.explain(asked("pushed"), "transitions.idle.wrk.rate")


@pytest.mark.usefixtures("town")
def test_headcounts_are_by_state_and_those_of_the_run() -> None:
    played = play("plain", replications=7)
    shown = study.open_runs(["plain"], asked())[0]
    table = study.headcounts(shown.world)
    assert document_of(shown.result) == played.document, "what is opened again is what was run"
    assert shown.world.model.title.da == "A scenario"
    assert study.goals_by_line(shown.world.model) == []
    assert list(dict.fromkeys(row.line for row in table)) == ["idle", "work"]
    rows = {(f"{row.month:%Y-%m}", row.line): row for row in table}
    assert len(rows) == 2 * 24
    for row in played.document["persons"]:
        found = rows[row["month"], row["state"]]
        assert [found.mean, found.p05, found.p50, found.p95] == pytest.approx([row[name] for name in ("mean", "p05", "p50", "p95")])
        assert found.p05 <= found.p25 <= found.p50 <= found.p75 <= found.p95


@pytest.mark.usefixtures("town")
def test_a_goal_is_met_as_often_as_its_figure_reaches_the_threshold() -> None:
    played = play("plain", replications=40)
    december = played.by_month("idle", "days")[:, -1] / 31
    row = goal_of(played.document, "few")
    assert 0.0 < row["probability"] < 1.0
    assert row["probability"] == (december <= 380).mean()
    assert row["value"]["mean"] == pytest.approx(december.mean())
    told = {"id": "later", "date": "2022-12-31", "threshold": 380.0, "status": "outside_run"}
    assert goal_of(played.document, "later") == told | dict.fromkeys(("value", "probability", "low", "high", "first_met"))


@pytest.mark.usefixtures("town")
def test_a_goal_for_a_year_so_far_stops_at_its_date() -> None:
    played = play("plain", replications=5)
    idle, work = (played.by_month(name, "days")[:, :6].sum(axis=1) for name in ("idle", "work"))
    assert goal_of(played.document, "share")["value"]["mean"] == pytest.approx((idle / (idle + work)).mean())


def test_a_world_of_one_state_stands_still(folder: Path) -> None:
    write(folder, {"start": "2020-01-15", "end": "2020-02-10", "states": [state("a")], "transitions": [], "stock": {"states": {"a": 7}}})
    document = play(replications=2).document
    assert [(row["month"], row["mean"]) for row in document["persons"]] == [("2020-01", 7.0), ("2020-02", 7.0)]
    assert document["population"] == [{"month": month, "persons": 7.0} for month in ("2020-01", "2020-02")]
    assert document["flows"] == []


def test_an_empty_world_is_empty(folder: Path) -> None:
    write(folder, {**WORLD, "stock": {"states": {}}})
    document = play(replications=2).document
    assert not any(row["mean"] for row in document["persons"])
    assert document["flows"] == []


def test_a_scenario_may_end_the_world_earlier_and_lives_the_same_until_then(folder: Path) -> None:
    write(folder, WORLD, {"short": scenario(horizon={"end": "2020-08-17"})})
    long, short = play(replications=3), play("short", replications=3)
    assert short.document["run"]["to"] == "2020-08-17"
    assert short.months == long.months[:8]
    assert (short.by_month("idle", "days")[:, :7] == long.by_month("idle", "days")[:, :7]).all()


@pytest.mark.usefixtures("town")
def test_worlds_that_end_apart_are_not_compared(town: Path) -> None:
    write(town, None, {"short": scenario(horizon={"end": "2020-12-31"})})
    with pytest.raises(UserError, match="Give both the same horizon"):
        study.compare(asked(), ["short"])


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(("first", "last"), [(date(2021, 2, 1), date(2021, 1, 1)), (date(2025, 1, 1), None)])
def test_a_window_without_days_is_refused(first: date, last: date | None) -> None:
    with pytest.raises(UserError, match="--from, --to"):
        study.run(asked(first=first, last=last))


@pytest.mark.usefixtures("town")
def test_headcounts_of_a_run_that_there_is_not_say_what_to_do() -> None:
    with pytest.raises(RunError, match="simcase run plain"):
        study.open_runs(["plain"], asked())


@pytest.mark.usefixtures("town")
def test_an_effect_shows_in_the_year_that_it_acts() -> None:
    # Of those who are idle on the first day, the shares that are still idle; the initiative acts from 1 July 2020.
    write(Path(), {**WORLD, "transitions": [move("idle", "work", 2.0)], "stock": {"states": {"idle": 50_000}}})
    years = {name: play(name).by_month("idle")[0] for name in (AS_IS, "pushed")}
    half, whole = 182 / 365.25, 366 / 365.25
    for name, ratio in ((AS_IS, 1.0), ("pushed", 1.5)):
        law = binom(50_000, 2.718281828459045 ** -(2.0 * half + 2.0 * ratio * (whole - half)))
        agrees(years[name][11], law, 1_000, name)
    assert (years[AS_IS][:6] == years["pushed"][:6]).all()
