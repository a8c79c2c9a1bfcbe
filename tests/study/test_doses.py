"""More or less of an initiative: the same things go along, whichever verb has more of it (the table of decision 63)."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from worlds import TOWN, aided, asked, initiative, scenario, write

from simcase.declare.initiatives import Initiative
from simcase.model import Model, parameter, resolve, scale_effects, scale_places, with_value
from simcase.study.levers import levers, with_levers
from simcase.study.menu import menu
from simcase.workshop.settings import Settings, levers_of, with_settings

HELP, WORK = ["help"], ["work"]


def stated(value: float) -> dict[str, Any]:
    return {"value": value, "source": "judgement: invented", "grade": "D"}


def ours(name: str, kind: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - the keys of an initiative
    """Return an initiative with yearly costs."""
    costs = [{"year": 2019, "line": "aid", "kroner": 90_000.0, "source": "judgement: invented", "grade": "D"}]
    return {**initiative(name, HELP, WORK, 1.5), "kind": kind, "costs": costs, **more}


def programme(**size: Any) -> dict[str, Any]:  # noqa: ANN401 - the keys of a programme
    effects = [{"exits_to": WORK, "hazard_ratio": 1.5}]
    return {"weeks": 8, "during": effects, "kroner_per_start": stated(500), "line": "aid", **size}


EVERY = (
    ours("course", "programme", effects=[], programme=programme(places=stated(10))),
    ours("jobs", "programme", effects=[], programme=programme(slots_per_year=stated(12))),
    ours("push", "open", staff={"pool": "team", "hours_a_week": 0.5}),
    ours("desk", "hours", effects=[], target={"states": []}, adds={"pool": "team", "hours_a_week": stated(20)}),
    ours("guard", "diversion", effects=[], prevents=stated(0.6)),
)


def amounts(each: Initiative) -> dict[str, float]:
    """Return every number of an initiative that more of it could change; what is multiplied stands as its logarithm."""
    inside = each.programme
    effects = (*each.effects, *(inside.during if inside else ()))
    found = {
        "places": inside and inside.places and inside.places.value,
        "slots": inside and inside.slots_per_year and inside.slots_per_year.value,
        "hours added": each.adds and each.adds.hours_a_week.value,
        "share": each.target.share,
        "effect": math.log(effects[0].hazard_ratio.value) if effects else each.prevents and math.log(1.0 - each.prevents.value),
        "yearly costs": each.costs[0].kroner,
        "kroner a start": inside and inside.kroner_per_start and inside.kroner_per_start.value,
        "hours each": each.staff and each.staff.hours_a_week,
    }
    return {name: float(value) for name, value in found.items() if value}


def using(name: str, **more: Any) -> Callable[[Model], Model]:  # noqa: ANN401 - the keys of what is used
    """Return what a scenario is that uses an initiative otherwise than it is."""

    def resolved(_: Model) -> Model:
        others = (each["id"] for each in EVERY if each["id"] != name)
        write(Path(), scenarios={"more": scenario(*others, {"use": name, "why": "more", **more})})
        return resolve("more", calibration=TOWN)

    return resolved


def mix(choice: str) -> Callable[[Model], Model]:
    """Return the mix of the most of a choice in a portfolio."""

    def most(model: Model) -> Model:
        offered = menu(asked("ours"), [choice], model)
        return offered.model((offered.sizes[0] - 1,))

    return most


def solved(path: str, value: float) -> Callable[[Model], Model]:
    """Return what a search for a goal plays at a value."""
    return lambda model: with_value(model, parameter(model, path), value)


def live(key: str, value: float) -> Callable[[Model], Model]:
    """Return what the live page makes of a lever that is moved."""
    return lambda model: with_settings(model, (), Settings("ours", turns={key: value}))


@pytest.fixture
def model(folder: Path) -> Model:
    town = {**aided(300, 200, 1_000.0), "staff": [{"id": "team", "label": "Team", "hours_a_week": 6.5}]}
    write(folder, town, {"ours": scenario(*(each["id"] for each in EVERY))}, EVERY)
    return resolve("ours", calibration=TOWN)


def test_the_same_goes_along_whichever_verb_has_twice_as_much(model: Model) -> None:
    whole = {"course": {"places"}, "jobs": {"slots"}, "push": {"effect", "hours each"}, "desk": {"hours added"}, "guard": {"effect"}}
    cases: list[tuple[Callable[[Model], Model], str, set[str]]] = []
    for name, sizes in whole.items():
        along = sizes | {"yearly costs"}
        size = sizes & {"places", "slots"}
        cases += [
            (using(name, times=2.0), name, along),
            (mix(f"{name}:dose=0..2"), name, along),
            (lambda world, name=name: scale_places(world, {name}, 2.0), name, along if size else set()),
            (lambda world, name=name: with_levers(world, [name], size=2.0), name, along if size else set()),
            (lambda world, name=name: scale_effects(world, {name}, 2.0), name, set() if name == "desk" else {"effect"}),
            (lambda world, name=name: with_levers(world, [name], strength=2.0), name, set() if name == "desk" else {"effect"}),
            (live(f"{name}.cost", 200), name, {"yearly costs"} | ({"kroner a start"} if size else set())),
        ]
    cases += [
        (mix("course:places=0..20"), "course", {"places", "yearly costs"}),
        (mix("jobs:places=0..24"), "jobs", {"slots", "yearly costs"}),
        (mix("desk:staff=0..40"), "desk", {"hours added", "yearly costs"}),
        (solved("course.places", 20), "course", {"places", "yearly costs"}),
        (solved("jobs.slots", 24), "jobs", {"slots", "yearly costs"}),
        (solved("desk.adds.hours_a_week", 40), "desk", {"hours added", "yearly costs"}),
        (solved("push.effect", 2), "push", {"effect"}),
        (solved("push.staff", 1), "push", {"hours each"}),
        (live("course.places", 20), "course", {"places", "yearly costs"}),
        (live("jobs.slots", 24), "jobs", {"slots", "yearly costs"}),
        (live("desk.hours", 40), "desk", {"hours added", "yearly costs"}),
        (live("push.strength", 200), "push", {"effect"}),
        (using("course", set={"programme.places.value": 20}), "course", {"places"}),
        (using("jobs", set={"programme.slots_per_year.value": 24}), "jobs", {"slots"}),
    ]
    wrong = []
    for number, (way, name, doubled) in enumerate(cases):
        before, after = (amounts(next(each for each in world.initiatives if each.id == name)) for world in (model, way(model)))
        found = {what: after[what] / before[what] for what in before}
        if found != pytest.approx({what: 2.0 if what in doubled else 1.0 for what in before}):
            wrong.append((number, name, doubled, found))
    assert not wrong


def test_half_the_target_costs_half_as_much_on_the_live_page(model: Model) -> None:
    fewer = live("push.share", 50)(model)
    before, after = (amounts(next(each for each in world.initiatives if each.id == "push")) for world in (model, fewer))
    assert {what: after[what] / before[what] for what in before if after[what] != before[what]} == {"share": 0.5, "yearly costs": 0.5}


def test_what_there_is_none_of_cannot_be_given_times_as_much(model: Model) -> None:
    none = using("course", set={"programme.places.value": 0})(model)
    assert not [lever for lever in levers_of(none) if lever.key == "course.places"]
    assert "size" not in {lever.kind for lever in levers(none, ["course"])}
    assert [lever for lever in levers_of(model) if lever.key == "course.places"]
