"""An initiative of another size in a scenario: by its own numbers, or so many times as a whole."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from simcase.declare.initiatives import Initiative
from simcase.errors import UserError
from simcase.model import Model
from simcase.words.provenance import in_danish

Put = Callable[[str, str], None]
Town = Callable[..., Model]

COURSE = """
id: course
label: Course
kind: programme
target: {states: [idle]}
window: {start: 2020-07-01}
programme:
  places: {value: 120, low: 30, high: 301, grade: C, source: "a plan"}
  weeks: 13
  during: [{exits_to: [work], hazard_ratio: {value: 1.5, low: 1, high: 2, grade: C, source: "a study"}}]
costs:
  - {year: 2020, line: support, kroner: 60000}
  - {year: 2021, line: support, kroner: 90000}
  - {year: 2024, line: support, kroner: 90000}
"""


@pytest.fixture
def course(town: Town, scenario: Put, tmp_path: Path) -> Callable[[str], Initiative]:
    """Return what resolves the course of a scenario that says something of it."""
    (tmp_path / "scenarios/initiatives/course.yaml").write_text(COURSE, encoding="utf-8")
    town_has = "lines: [{id: support, label: Support}]\nstaff: [{id: team, label: Team, hours_a_week: 100}]"
    (tmp_path / "calibration/town/more.yaml").write_text(town_has, encoding="utf-8")

    def made(said: str) -> Initiative:
        scenario("sized", f"initiatives: [{{use: course, {said}}}]")
        (initiative,) = town("sized").initiatives
        return initiative

    return made


def test_so_many_times_an_initiative_has_places_and_yearly_costs_in_proportion(course: Callable[[str], Initiative]) -> None:
    third = course("times: 0.3333")
    assert third.programme is not None
    assert third.programme.places is not None
    assert (third.programme.places.value, third.programme.places.low, third.programme.places.high) == (40.0, 10.0, 100.0)  # whole ones
    assert [cost.kroner for cost in third.costs] == pytest.approx([20_000, 30_000, 30_000])  # a third, as the places are
    assert third.programme.during[0].hazard_ratio.value == 1.5
    assert course("times: 1") == course("why: as it is")


def test_yearly_costs_follow_the_places_that_there_are_and_slots_a_year_need_not_be_whole(course: Callable[[str], Initiative]) -> None:
    for size, times, kroner in (("places", 2.0, 40_000), ("slots_per_year", 1.5, 30_000)):
        three = {"places": "null", size: "{value: 3, grade: C, source: a plan}"}
        settings = ", ".join(f"programme.{name}: {stated}" for name, stated in three.items())
        half = course(f"times: 0.5, set: {{{settings}, costs.0.kroner: 60000}}")
        assert half.programme is not None
        assert getattr(half.programme, size).value == times
        assert half.costs[0].kroner == pytest.approx(kroner)


def test_a_number_that_a_scenario_makes_says_so_and_what_it_was(course: Callable[[str], Initiative]) -> None:
    third = course("times: 0.3333")
    assert third.programme is not None
    assert third.programme.places is not None
    assert (third.programme.places.source, third.programme.places.grade) == ("scaled by 0.3333: a plan", "C")
    assert third.costs[0].source == "scaled by 0.3333: not stated"
    changed = course("set: {programme.places.value: 40, costs.0.kroner: 1, programme.during.0.hazard_ratio.value: 1.5}")
    assert changed.programme is not None
    assert changed.programme.places is not None
    was = "set by a scenario; it was 120 (grade C, a plan)"
    assert (changed.programme.places.source, changed.programme.places.grade) == (was, "D")
    assert changed.costs[0].source == "set by a scenario; it was 60000 (grade D, not stated)"
    assert changed.programme.during[0].hazard_ratio.source == "a study", "the same value"
    own = course("set: {programme.places.source: counted, programme.places.value: 40, programme.places.grade: B}").programme
    assert own is not None
    assert own.places is not None
    assert (own.places.source, own.places.grade) == ("counted", "B")
    assert in_danish("scaled by 0.3333: " + was) == "ganget med 0,3333: sat i et scenarie; det var 120 (datakvalitet C, a plan)"


def test_what_a_number_of_millions_was_is_told_to_the_last_figure(course: Callable[[str], Initiative], scenario: Put, town: Town) -> None:
    course("set: {costs.0.kroner: 12345678.5}")
    scenario("above", "based_on: sized\ninitiatives: [{use: course, set: {costs.0.kroner: 1}}]")
    was = "set by a scenario; it was 12345678.5 (grade D, set by a scenario; it was 60000 (grade D, not stated))"
    assert town("above").initiatives[0].costs[0].source == was


def test_another_size_alone_is_told_to_leave_the_costs(course: Callable[[str], Initiative], caplog: pytest.LogCaptureFixture) -> None:
    for said in ("set: {programme.places: 40, costs.0.kroner: 60000}", "set: {programme.weeks: 10}", "times: 2"):
        course(said)
        assert not caplog.records, said
    with caplog.at_level(logging.WARNING, logger="simcase"):
        course("set: {programme.places.value: 40}")
    (told,) = caplog.records
    assert (told.getMessage(), told.initiative, told.times, told.kroner) == ("costs_kept", "course", "0.3333", 150_000)  # type: ignore[attr-defined]


OPEN = "kind: open, programme: null, staff: {pool: team, hours_a_week: 2}, effects: [{exits_to: [work], hazard_ratio: 2}]"


@pytest.mark.parametrize(
    ("declared", "said", "event"),
    [
        ("programme.weeks: 13", "programme.places: 0", "costs_of_none"),
        ("programme.places: 0, costs.0.kroner: 1", "programme.places: 40", "costs_stay"),
        (OPEN, "target.share: 0.5", "costs_stay"),
        (OPEN, "staff.hours_a_week: 1", "costs_stay"),
        (OPEN, "staff.hours_a_week: 1, target.share: 1, costs.0.kroner: 60000", None),
        (OPEN, "effects.0.hazard_ratio: 3", None),
        ("programme.weeks: 13", "target.share: 0.5", None),  # of those who may wait for as many places
        ("programme.weeks: 13", "programme.places: null, programme.slots_per_year: 40", None),
    ],
)
def test_every_size_that_changes_alone_is_told_to_leave_the_costs(
    course: Callable[[str], Initiative],
    scenario: Put,
    town: Town,
    caplog: pytest.LogCaptureFixture,
    declared: str,
    said: str,
    event: str | None,
) -> None:
    course(f"set: {{{declared}}}")
    scenario("above", f"based_on: sized\ninitiatives: [{{use: course, set: {{{said}}}}}]")
    caplog.clear()
    town("above")
    told = [record.getMessage() for record in caplog.records]
    assert [each for each in told if each.startswith("costs")] == [event] * (event is not None)


def test_what_scenarios_beneath_made_of_size_and_costs_counts(
    course: Callable[[str], Initiative], scenario: Put, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    course("why: as it is")
    scenario("third", "initiatives: [{use: course, set: {programme.places.value: 40}}]")
    told = []
    for said in ("set: {costs.0.kroner: 1}", "set: {programme.places: 120}", "set: {programme.places: 60}", "times: 2"):
        scenario("above", f"based_on: third\ninitiatives: [{{use: course, {said}}}]")
        caplog.clear()
        town("above")
        told += [(said, record.times) for record in caplog.records]  # type: ignore[attr-defined]
    assert told == [("set: {programme.places: 60}", "0.5"), ("times: 2", "0.3333")]


def test_costs_of_no_year_that_is_simulated_are_no_matter(
    course: Callable[[str], Initiative], scenario: Put, town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    course("set: {costs: [{year: 2024, line: support, kroner: 90000}]}")
    scenario("above", "based_on: sized\ninitiatives: [{use: course, set: {programme.places: 60}}]")
    town("above")
    assert "costs_kept" not in {record.getMessage() for record in caplog.records}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("times: 0", r"initiatives\.0\.times: found 0, expected a number above 0"),
        ("times: 0.004", r"initiatives\.0\.times: found 0.004, expected as much as leaves at least one place"),
        ("times: 999", r"initiatives\.0\.times: found 119880, expected a number of at most 100000"),
        ("set: {dose_in_base: 0.5}, times: 2", "expected an initiative whose dose_in_base is 0"),
    ],
)
def test_what_cannot_be_had_so_many_times_is_refused(course: Callable[[str], Initiative], said: str, wrong: str) -> None:
    with pytest.raises(UserError, match=wrong):
        course(said)


def test_effects_so_many_times_as_strong_are_numbers_or_refused(course: Callable[[str], Initiative]) -> None:
    effects = "effects: [{exits_to: [work], hazard_ratio: 100}]"
    with pytest.raises(UserError, match=r"initiatives\.0\.times: found 1000, expected a strength whose hazard ratios are numbers"):
        course(f"set: {{kind: open, programme: null, {effects}}}, times: 1000")


def test_a_value_set_in_what_is_taken_away_is_no_matter(course: Callable[[str], Initiative]) -> None:
    with pytest.raises(UserError, match=r"set\.programme: found nothing, expected what an initiative of kind 'programme' needs"):
        course("set: {programme.places.value: 40, programme: null}")


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("programme.places.value: 40", (None, None)),
        ("programme.places.value: 500", (None, None)),
        ("programme.places.value: 40, programme.places.low: 20", (20.0, None)),
        ("programme.places.grade: B", (30.0, 301.0)),
    ],
)
def test_a_value_set_drops_the_range_of_the_one_before(
    course: Callable[[str], Initiative], said: str, ends: tuple[float | None, float | None]
) -> None:
    programme = course(f"set: {{{said}}}").programme
    assert programme is not None
    assert programme.places is not None
    assert (programme.places.low, programme.places.high) == ends


def test_a_size_that_an_initiative_does_not_state_is_told_by_the_one_that_it_states(course: Callable[[str], Initiative]) -> None:
    with pytest.raises(UserError, match="'slots_per_year', expected 'places', by which the size of this one is stated"):
        course("set: {programme.slots_per_year.value: 40}")
    with pytest.raises(UserError, match="'adds', expected one of"):
        course("set: {adds.hours_a_week.value: 40}")


@pytest.mark.parametrize(
    ("start", "end", "times"), [("2018-01-01", "2019-01-01", 1), ("2018-01-01", "2100-01-01", 0), ("2090-01-01", None, 1)]
)
def test_an_initiative_that_holds_on_no_day_of_the_run_is_told(
    course: Callable[[str], Initiative], caplog: pytest.LogCaptureFixture, start: str, end: str | None, times: int
) -> None:
    with caplog.at_level(logging.WARNING, logger="simcase"):
        course(f"set: {{window.start: {start}, window.end: {end or 'null'}, costs: []}}")
    assert ["initiative_outside"] * times == [each.getMessage() for each in caplog.records]
