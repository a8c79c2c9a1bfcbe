"""A named change to one number: where it goes, what becomes of source and range, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from simcase.declare.initiatives import Change
from simcase.errors import UserError
from simcase.model import Model, figure_at, weakest_grade, with_number

Put = Callable[[str, str], None]
Town = Callable[..., Model]


@pytest.fixture
def changed(town: Town, scenario: Put) -> Callable[..., Model]:
    """Return what resolves the town with some changes."""

    def made(*changes: str) -> Model:
        scenario("changed", "changes:\n" + "\n".join(f"  - {{{change}, why: A test}}" for change in changes))
        return town("changed")

    return made


def test_a_new_value_takes_the_reason_as_its_source_and_drops_its_range(changed: Callable[..., Model]) -> None:
    rate = changed("path: rates.full, to: 1500").rates["full"]
    assert (rate.value, rate.low, rate.high, rate.unit) == (1500.0, None, None, "kr_per_month")
    assert (rate.source, rate.grade) == ("A test", "D")
    assert rate.note == "It was 1000 (grade C, a law). Monthly."


def test_a_multiplied_value_keeps_its_range_in_proportion(changed: Callable[..., Model]) -> None:
    rate = changed("path: transitions.idle.work.rate, times: 1.5").transitions[0].rate
    assert (rate.value, rate.low, rate.high) == (3.0, 1.5, 4.5)
    assert (rate.source, rate.grade) == ("A test", "D")


def test_a_bare_number_is_noted_where_its_source_stands(changed: Callable[..., Model]) -> None:
    model = changed("path: refusion.steps.0.state_share, to: 0.7", "path: index.years.2021, times: 2")
    assert model.refusion is not None
    assert model.index is not None
    assert model.refusion.steps[0].state_share == 0.7
    assert (model.refusion.steps[0].source, model.refusion.steps[0].grade) == ("a law", "D")
    assert model.refusion.steps[0].note == "refusion.steps.0.state_share: A test (it was 0.8)."
    assert model.index.years == ((2020.0, 1.0), (2021.0, 2.04))
    assert model.index.grade == "D"


def test_a_whole_number_stays_one_and_refuses_a_fraction(changed: Callable[..., Model]) -> None:
    model = changed("path: refusion.steps.0.to_week, to: 5")
    assert model.refusion is not None
    assert repr(model.refusion.steps[0].to_week) == "5"
    with pytest.raises(UserError, match=r"changes\.0: found 5\.5, expected a whole number"):
        changed("path: refusion.steps.0.to_week, to: 5.5")


def test_a_number_may_be_set_to_nothing(changed: Callable[..., Model]) -> None:
    assert changed("path: stock.states.idle, to: 0").stock.states["idle"].value == 0.0


def test_a_name_with_dots_is_found_as_one(changed: Callable[..., Model]) -> None:
    assert changed("path: parameters.exit.idle.prior, to: 1.2").parameters[0].prior == 1.2


def test_changes_to_one_number_are_made_in_order_along_a_chain(town: Town, scenario: Put) -> None:
    scenario("first", "changes: [{path: stock.states.idle, to: 50, why: A test}]")
    scenario("second", "based_on: first\nchanges: [{path: stock.states.idle.value, times: 2, why: Another}]")
    assert town("second").stock.states["idle"].value == 100.0


def test_one_change_touches_one_number(town: Town, changed: Callable[..., Model]) -> None:
    before, after = town("as-is"), changed("path: rates.full, to: 1500")
    same = {"scenario": "", "title": before.title, "rates": {}}
    assert replace(after, **same) == replace(before, **same)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("path: rates.ful, to: 1", "found 'ful', expected one of full. Did you mean 'full'?"),
        (
            "path: transitions.idle.wrok.rate, to: 1",
            "found 'idle.wrok', expected one of idle.work, work.gone, work.idle. Did you mean 'idle.work'?",
        ),
        ("path: refusion.steps.0.state_share, to: 1.2", "found 1.2, expected a number of at most 1."),
        ("path: stock.states.idle, to: -1", "found -1, expected a number of at least 0."),
        ("path: transitions.idle.work.rate, times: 1e12", "found 2000000000000, expected a number from -1000000000000 to 1000000000000."),
        ("path: states.gone.absorbing, to: 0", "found true, expected a path that leads to a number."),
    ],
)
def test_a_change_that_cannot_be_made_is_told_where_it_stands(changed: Callable[..., Model], change: str, message: str) -> None:
    with pytest.raises(UserError) as raised:
        changed(change)
    assert str(raised.value) == f"scenarios/changed.yaml:3 changes.0: {message}"


@pytest.mark.parametrize("path", ["start", "end", "burn_in_years", "fit", "title", "initiatives.help.effects.0.hazard_ratio"])
def test_what_a_calibration_is_as_a_whole_is_not_for_a_scenario_to_change(changed: Callable[..., Model], path: str) -> None:
    with pytest.raises(UserError, match=f"changes.0: found '{path.partition('.')[0]}', expected one of"):
        changed(f"path: {path}, to: 1")


def test_a_number_of_an_initiative_is_changed_from_outside_a_scenario_alone(town: Town) -> None:
    model, _ = with_number(town(), Change(path="initiatives.help.effects.0.hazard_ratio", times=2.0, why="A test"))
    assert model.initiatives[0].effects[0].hazard_ratio.value == 3.0


def test_a_path_is_explained_with_the_source_that_stands_nearest(town: Town) -> None:
    model = town()
    path, rate = figure_at(model, "transitions.idle.work.rate")
    assert (path, rate.value, rate.source, rate.grade) == ("transitions.idle.work.rate", 2.0, "a count", "B")
    _, share = figure_at(model, "refusion.steps.0.state_share")
    assert (share.value, share.source, share.grade) == (0.8, "a law", "C")
    _, ratio = figure_at(model, "initiatives.help.effects.0.hazard_ratio")
    assert (ratio.value, ratio.source, ratio.grade) == (1.5, "a study", "C")


def test_the_weakest_grade_is_that_of_the_figure_known_worst(town: Town, write: Callable[[str, str], object]) -> None:
    graded = "{value: 40, grade: A}, work: {value: 160, grade: A}"
    write("calibration/town/moves.yaml", "transitions: [{from: idle, to: work, rate: {value: 2, grade: B}}]")
    people = "states: [{id: idle, label: Idle}, {id: work, label: At work}]\nbased_on: land\nstart: 2020-01-01\nend: 2021-12-31\n"
    write("calibration/town/people.yaml", f"{people}stock: {{states: {{idle: {graded}}}}}")
    assert weakest_grade(replace(town("as-is"), rates={})) == "B"
    assert weakest_grade(town("as-is")) == weakest_grade(town("base")) == "C"
