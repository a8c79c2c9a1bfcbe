"""An initiative of another size in a scenario: by its own numbers, or so many times as a whole."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from simcase.declare.initiatives import Initiative
from simcase.errors import UserError
from simcase.model import Model

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
    (tmp_path / "calibration/town/lines.yaml").write_text("lines: [{id: support, label: Support}]", encoding="utf-8")

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
    assert [cost.kroner for cost in third.costs] == pytest.approx([0.3333 * kroner for kroner in (60_000, 90_000, 90_000)])
    assert third.programme.during[0].hazard_ratio.value == 1.5
    assert course("times: 1") == course("why: as it is")


def test_another_size_alone_is_told_to_leave_the_costs(course: Callable[[str], Initiative], caplog: pytest.LogCaptureFixture) -> None:
    for said in ("set: {programme.places: 40, costs.0.kroner: 60000}", "set: {programme.weeks: 10}", "times: 2"):
        course(said)
        assert not caplog.records, said
    with caplog.at_level(logging.WARNING, logger="simcase"):
        course("set: {programme.places.value: 40}")
    (told,) = caplog.records
    assert (told.getMessage(), told.initiative, told.times, told.kroner) == ("costs_kept", "course", "0.3333", 150_000)  # type: ignore[attr-defined]


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
