"""The dose that meets a goal, in a world in which a programme's places are all that matters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import TOWN, asked, initiative, move, scenario, state, write

from simcase import study
from simcase.errors import UserError
from simcase.model import parameter, resolve, with_value
from simcase.vocabulary import document_of

GOAL = {"id": "few", "label": "Few", "count": "persons", "states": ["idle"], "date": "2019-12-31", "threshold": 60}
WORLD = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("idle"), state("work")],
    "transitions": [move("idle", "work", 0.01)],
    "stock": {"states": {"idle": 100}},
    "goals": [GOAL, {**GOAL, "id": "vague", "threshold": None}],
}
COURSE = initiative("course", ["idle"], ["work"], 1.0, kind="programme") | {
    "effects": [],
    "programme": {"places": 10, "weeks": 100, "queue": "random", "during": [{"exits_to": ["work"], "hazard_ratio": 300}]},
}
PUSH = initiative("push", ["idle"], ["work"], 2.0)


@pytest.fixture
def world(folder: Path) -> Path:
    write(folder, WORLD, {"taught": scenario("course", "push")}, [COURSE, PUSH])
    return folder


def solve(path: str, goal: str = "few", limit: float | None = None, levels: dict[str, float] | None = None) -> dict[str, Any]:
    return dict(document_of(study.solve(asked("taught", replications=20), path, goal, 0.5, study.silent, limit, levels)))


@pytest.mark.usefixtures("world")
def test_it_takes_so_many_places_to_have_few_left() -> None:
    found = solve("course.places")
    assert (found["outcome"], found["path"], found["now"]) == ("least", "initiatives.course.programme.places", 10.0)
    assert 1 <= found["dose"] <= 20
    assert found["best"]["probability"] >= 0.5
    below = next(row for row in found["tried"] if row["dose"] == found["dose"] - 1)
    assert below["probability"] < 0.5
    assert found["low"] <= found["dose"] <= found["high"]


@pytest.mark.usefixtures("world")
def test_an_initiative_itself_is_no_number() -> None:
    with pytest.raises(UserError, match=r"found something that holds id, label, .*, expected a path that leads to a number"):
        solve("initiatives.course")


@pytest.mark.usefixtures("world")
def test_a_goal_out_of_reach_is_said_to_be_so_and_what_bound() -> None:
    found = solve("initiatives.course.places", limit=2)
    assert (found["outcome"], found["dose"], found["bound_by"]) == ("nowhere", None, "places")
    assert solve("initiatives.course.places", levels={"few": 0.0}, limit=400)["bound_by"] == "eligible"


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("path", "goal", "said"),
    [
        ("initiatives.coarse.places", "few", "Did you mean 'course'"),
        ("course.place", "few", "expected"),
        ("programme.places", "few", "found 'programme', expected the id of an initiative before it: course.programme.places"),
        ("initiatives.places", "few", "found 'places', expected the id of an initiative before it: course.places"),
        ("stok.states.idle", "few", "Did you mean 'stock'"),
        ("course.places", "fewer", "Did you mean 'few'"),
        ("course.places", "vague", "--threshold vague=NUMBER"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_before_anything_runs(path: str, goal: str, said: str) -> None:
    with pytest.raises(UserError, match=said):
        solve(path, goal=goal)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("path", "full", "now"),
    [
        ("course.places", "initiatives.course.programme.places", 10.0),
        ("initiatives.course.programme.places", "initiatives.course.programme.places", 10.0),
        ("course.weeks", "initiatives.course.programme.weeks", 100.0),
        ("push.share", "initiatives.push.target.share", 1.0),
        ("push.effect", "initiatives.push.effect", 1.0),
        ("transitions.idle.work.rate", "transitions.idle.work.rate", 0.01),
    ],
)
def test_a_path_may_be_short(path: str, full: str, now: float) -> None:
    found = parameter(resolve("taught", calibration=TOWN), path)
    assert (found.path, found.value) == (full, now)


@pytest.mark.parametrize(
    ("path", "number"), [("course.places", 20.0), ("course.programme.places.value", 20.0), ("extra.adds.hours_a_week", 74.0)]
)
def test_a_size_is_searched_for_with_all_that_times_scales(folder: Path, path: str, number: float) -> None:
    yearly = {"costs": [{"year": 2019, "line": "aid", "kroner": 500_000}]}
    course = COURSE | yearly | {"programme": {**COURSE["programme"], "places": {"value": 10, "low": 5, "high": 15}}}
    extra = (
        initiative("extra", ["idle"], ["work"], 1.0, kind="hours")
        | yearly
        | {"effects": [], "adds": {"pool": "office", "hours_a_week": 37}}
    )
    used = path.split(".", maxsplit=1)[0]
    scenarios = {"taught": scenario(used, "push"), "twice": scenario({"use": used, "times": 2.0, "why": "twice as many"}, "push")}
    staff = [{"id": "office", "label": "Office", "hours_a_week": 100}]
    world = {**WORLD, "lines": [{"id": "aid", "label": "Aid"}], "staff": staff}
    write(folder, world, scenarios, [course, extra, PUSH | {"staff": {"pool": "office", "hours_a_week": 1}}])
    model, twice = (resolve(name, calibration=TOWN) for name in scenarios)
    size = parameter(model, path)
    assert with_value(model, size, number).initiatives == twice.initiatives
    assert with_value(model, size, size.value).digest == model.digest
    with pytest.raises(UserError, match="expected"):
        with_value(model, size, 1e12)


@pytest.mark.usefixtures("world")
def test_a_stronger_effect_is_stronger_on_the_log_scale() -> None:
    model = resolve("taught", calibration=TOWN)
    for times, ratio in ((0.0, 1.0), (1.0, 2.0), (2.0, 4.0)):
        moved = with_value(model, parameter(model, "push.effect"), times)
        assert moved.initiatives[1].effects[0].hazard_ratio.value == ratio
        assert moved.initiatives[0] == model.initiatives[0]
