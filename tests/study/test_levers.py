"""What can be moved of initiatives: strength means the same wherever it is turned, and is offered where something would come of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worlds import TOWN, aided, initiative, scenario, write

from simcase.declare import here
from simcase.declare.initiatives import Initiative
from simcase.model import Model, resolve, scale_effects
from simcase.study.levers import STRENGTH, levers, with_levers
from simcase.tables import tabulate
from simcase.workshop.settings import Settings, levers_of, with_settings

HELP, WORK = ["help"], ["work"]
LONG_AGO = {"start": "2010-01-01"}
STOPPED = {"start": "2010-01-01", "end": "2019-06-30"}
SHARE = {"value": 0.6, "low": 0.4, "high": 0.8, "source": "judgement: invented", "grade": "D"}
STAFF = {"pool": "team", "hours_a_week": 0.5}


def world(folder: Path, *every: dict[str, Any]) -> Model:
    """Return the model of a town with some initiatives and a pool of staff."""
    town = {**aided(300, 200, 1_000.0), "staff": [{"id": "team", "label": "Team", "hours_a_week": 6.5}]}
    write(folder, town, {"ours": scenario(*(each["id"] for each in every))}, every)
    return resolve("ours", calibration=TOWN, library=here())


def guard(**more: Any) -> dict[str, Any]:  # noqa: ANN401 - the keys of an initiative
    return {**initiative("guard", HELP, WORK, 1.0, **more), "effects": [], "kind": "diversion", "prevents": SHARE}


def test_twice_as_strong_is_the_same_wherever_it_is_turned(folder: Path) -> None:
    model = world(folder, guard(window=STOPPED, dose_in_base=1), initiative("push", HELP, WORK, 1.5))
    twice = with_levers(model, ["guard", "push"], strength=2.0)
    assert twice.initiatives == scale_effects(model, {"guard", "push"}, 2.0).initiatives
    prevents = twice.initiatives[0].prevents
    assert prevents is not None
    assert (prevents.value, prevents.low, prevents.high) == pytest.approx((0.84, 0.64, 0.96)), "1 - 0.4**2, and so the ends of its range"
    live = with_settings(model, (), Settings("ours", turns={"guard.strength": 200})).initiatives[0].prevents
    assert live is not None
    assert live.value == prevents.value
    factors = tabulate(twice).clockwork.calendar_factor
    assert np.isfinite(factors).all()
    assert factors.max() == pytest.approx(0.16**-1), "where it has ended, entries are what they were before it"


@pytest.mark.parametrize(
    ("found", "felt"),
    [
        (initiative("push", HELP, WORK, 1.5), True),
        (initiative("push", HELP, WORK, 1.5, window=LONG_AGO, dose_in_base=1), False),
        (initiative("push", HELP, WORK, 1.5, window=LONG_AGO, dose_in_base=1, target={"share": 0.5}), False),
        (initiative("push", HELP, WORK, 1.5, window=LONG_AGO, dose_in_base=0.5), True),
        (initiative("push", HELP, WORK, 1.5, window=STOPPED, dose_in_base=1), True),
        (initiative("push", HELP, WORK, 1.5, window={"start": "2010-01-01", "end": "2018-12-31"}), False),
        (initiative("push", HELP, WORK, 1.5, window=LONG_AGO, dose_in_base=1, staff=STAFF), True),
        ({**guard(window=LONG_AGO, dose_in_base=1), "id": "push"}, False),
    ],
    ids=["starts", "as in base", "as in base, for some", "less in base", "stops", "was over", "by staff", "prevents as in base"],
)
def test_strength_is_offered_where_the_dose_is_another_one_than_in_the_base(folder: Path, found: dict[str, Any], *, felt: bool) -> None:
    model = world(folder, found)
    assert (STRENGTH in levers(model, ["push"])) == felt
    kinds = {lever.kind for lever in levers_of(model) if lever.of == "push"}
    assert ("strength" in kinds) == felt
    assert ("share" in kinds) == (felt and found.get("kind") != "diversion")
    if not felt:
        same, strong = (tabulate(each).clockwork for each in (model, with_levers(model, ["push"], strength=2.0)))
        assert np.array_equal(same.calendar_factor, strong.calendar_factor)
        assert np.array_equal(same.layer_factor, strong.layer_factor)


def test_a_longer_run_may_feel_what_a_short_one_does_not(folder: Path) -> None:
    model = world(folder, initiative("push", HELP, WORK, 1.5, window={"start": "2010-01-01", "end": "2020-12-31"}, dose_in_base=1))
    assert levers(model, ["push"]) == ()
    longer = with_settings(model, (), Settings("ours", end=date(2021, 12, 31), turns={"push.strength": 150}))
    assert levers(longer, ["push"]) == (STRENGTH,)
    assert longer.initiatives[0].effects[0].hazard_ratio.value == pytest.approx(1.5**1.5)


def test_twice_the_places_cost_twice_as_much_a_year(folder: Path) -> None:
    ten = {"value": 10, "source": "judgement: invented", "grade": "D"}
    costs = [{"year": 2020, "line": "aid", "kroner": 90_000.0, "source": "judgement: invented", "grade": "D"}]
    course = {**initiative("course", HELP, WORK, 1.5, costs=costs), "effects": [], "kind": "programme"}
    model = world(folder, {**course, "programme": {"places": ten, "weeks": 8}})
    (each,) = with_levers(model, ["course"], size=2.0).initiatives
    assert (places(each), [cost.kroner for cost in each.costs]) == (20.0, [180_000.0])
    (fewer,) = with_levers(model, ["course"], size=0.55).initiatives
    assert (places(fewer), [cost.kroner for cost in fewer.costs]) == (6.0, [54_000.0]), "for the places that there are"


def places(each: Initiative) -> float:
    """Return the places of a programme."""
    assert each.programme is not None
    assert each.programme.places is not None
    return each.programme.places.value


def test_what_has_no_places_costs_the_same_where_others_are_given_more(folder: Path) -> None:
    costs = [{"year": 2020, "line": "aid", "kroner": 90_000.0, "source": "judgement: invented", "grade": "D"}]
    course = {**initiative("course", HELP, WORK, 1.5), "effects": [], "kind": "programme", "programme": {"places": 10, "weeks": 8}}
    model = world(folder, course, initiative("push", HELP, WORK, 1.5, costs=costs))
    before, moved = model.initiatives, with_levers(model, ["course", "push"], size=1.5).initiatives
    assert [one == other for one, other in zip(before, moved, strict=True)] == [False, True]
