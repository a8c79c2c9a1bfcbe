"""Statutory decisions fall on their day, whatever the luck: worlds in which nothing else moves anybody."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from worlds import Played, after, play, scenario, state, write


def lived(
    folder: Path, rules: list[dict[str, Any]], start: str = "2019-01-01", initiatives: Sequence[dict[str, Any]] = (), **more: object
) -> Played:
    """Return three years of a world in which only decisions move the one citizen, who starts in a."""
    world = {
        "start": start,
        "end": "2021-12-31",
        "states": [state(name) for name in "abcd"],
        "transitions": [],
        "rules": rules,
        "stock": {"states": {"a": 1}},
        **more,
    }
    write(folder, world, {"all": scenario(*(each["id"] for each in initiatives))}, initiatives)
    return play("all")


def days(played: Played) -> dict[str, float]:
    """Return the days spent in each state, those never entered left out."""
    return {name: total for name in "abcd" if (total := float(played.by_month(name, "days").sum()))}


def test_a_decision_after_weeks_falls_that_many_weeks_after_entry(folder: Path) -> None:
    played = lived(folder, [after("one", "a", 10, "b"), after("two", "b", 4.25, "c"), after("three", "c", 1, "a")])
    cycle = {"a": 70.0, "b": 29.75, "c": 7.0}
    rounds, rest = divmod(1096, sum(cycle.values()))
    assert days(played) == {"a": rounds * 70 + min(rest, 70), "b": rounds * 29.75, "c": rounds * 7}


def test_a_decision_after_weeks_that_are_no_whole_days_falls_on_the_grid(folder: Path) -> None:
    played = lived(folder, [after("one", "a", 4.3, "b")])
    assert days(played)["a"] == pytest.approx(30.1, abs=1 / 1024)


def test_a_decision_after_weeks_that_are_no_whole_days_leaves_citizens_to_add_up(folder: Path) -> None:
    arrivals = [{"id": "movers", "per_year": 500, "states": {"a": 1}}]
    played = lived(folder, [after("one", "a", 4.3, "b")], arrivals=arrivals, stock={"states": {}})
    present = played.table("population")["days"].to_list()
    assert [played.by_month("a", "days")[0, m] + played.by_month("b", "days")[0, m] for m in range(36)] == present


def test_a_counter_may_look_back_on_one_week_more_than_the_limit(folder: Path) -> None:
    """The twelfth calendar week begins on a Monday, the run on a Tuesday."""
    counters = [{"id": "latest", "runs_in": ["a"], "within_weeks": 12}]
    played = lived(folder, [after("limit", "a", 11, "b", counter="latest")], counters=counters)
    assert days(played)["a"] == 6 + 10 * 7


@pytest.mark.parametrize(
    ("weeks", "spent"),
    [(1, 31), (4, 31), (4.25, 31), (4.5, 59), (8, 59)],
    ids=str,
)
def test_a_decision_at_the_end_of_the_month_waits_for_it(folder: Path, weeks: float, spent: float) -> None:
    assert days(lived(folder, [after("review", "a", weeks, "b", at="month_end")]))["a"] == spent


def test_the_first_of_two_decisions_ends_the_spell_and_to_stay_leaves_it_to_the_next(folder: Path) -> None:
    assert days(lived(folder, [after("late", "a", 20, "c"), after("early", "a", 10, "b")]))["a"] == 70
    assert days(lived(folder, [after("late", "a", 20, "c"), after("early", "a", 10, "stay")])) == {"a": 140, "c": 1096 - 140}


def test_weeks_count_from_the_first_entry_into_a_group_of_states(folder: Path) -> None:
    group = [state("a", duration_group="g"), state("b", duration_group="g"), state("c"), state("d", duration_group="g")]
    rules = [after("one", "a", 10, "b"), after("two", "b", 15, "c"), after("three", "c", 2, "d"), after("four", "d", 15, "c")]
    played = lived(folder, rules, states=group)
    # Ten weeks in a, five more in b; c is outside the group, so d begins anew.
    assert days(played)["a"] == 70
    assert days(played)["b"] == 35
    assert played.by_month("d", "days")[0].cumsum().tolist()[6] == pytest.approx(212 - 119)


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ({"age": 41}, 365),
        ({"age": 40.5}, 181),
        ({"ages_by_birth": [{"from": "1900-01-01", "age": 40.25}, {"from": "1979-01-01", "age": 40.5}]}, 181),
        ({"ages_by_birth": [{"from": "1900-01-01", "age": 40.25}, {"from": "1979-01-02", "age": 40.5}]}, 90),
        ({"age": 40.5, "at": "month_end"}, 212),
    ],
)
def test_a_birth_date_decides_to_the_day(folder: Path, when: dict[str, Any], day: float) -> None:
    # Without a population everybody is 40 at the start, so born on 1 January 1979.
    played = lived(folder, [{"id": "age", "label": "Age", "states": "all", "when": when, "outcomes": {"b": 1}}])
    assert days(played) == {"a": day, "b": 1096 - day}


@pytest.mark.parametrize(("persons", "moved"), [({"64": 10}, 400), ({"30": 10}, 0), ({"64": 10, "30": 30}, 100)], ids=str)
def test_without_a_burn_in_the_stock_has_the_ages_of_the_population(folder: Path, persons: dict[str, int], moved: int) -> None:
    rule = {"id": "pension", "label": "Pension", "states": "all", "when": {"age": 65}, "outcomes": {"b": 1}}
    world = {"population": {"date": "2019-01-01", "persons": persons}, "stock": {"states": {"a": 400}}}
    retired = lived(folder, [rule], **world).by_month("b")[0]
    # Those of 64 turn 65 during the first year, evenly; a quarter of 400 is 100, with a standard deviation of 8.7.
    assert abs(retired[11] - moved) <= (26 if moved == 100 else 0)
    assert abs(retired[5] - moved / 2) <= 40
    assert retired[35] == retired[11]


def test_those_who_are_old_enough_on_arrival_move_at_once(folder: Path) -> None:
    arrivals = [{"id": "movers", "per_year": 30, "ages": {"50": 1, "60": 0}, "states": {"a": 1}}]
    rule = {"id": "age", "label": "Age", "states": ["a"], "when": {"age": 45}, "outcomes": {"b": 1}}
    played = lived(folder, [rule], arrivals=arrivals, stock={"states": {}})
    arrived = played.moves("arrival", "a")
    assert played.moves("a", "b") == arrived > 50
    assert days(played)["a"] == arrived / 1024


def test_a_spell_counts_as_long_term_from_42_weeks_of_its_duration(folder: Path) -> None:
    group = [state("a", duration_group="g"), state("b", duration_group="g"), state("c"), state("d")]
    rules = [after("one", "a", 30, "b"), after("two", "b", 60, "c")]
    played = lived(folder, rules, states=group)
    # 42 weeks are 294 days: after 30 weeks in a and 12 in b, on 22 October 2019; b ends after 420 days, on 25 February 2020.
    months = [month for month, count in zip(played.months, played.by_month("b", "long_term")[0], strict=True) if count]
    assert months == ["2019-10", "2019-11", "2019-12", "2020-01"]
    assert not played.by_month("a", "long_term").any()
    assert played.by_month("b")[0, 6:15].tolist() == [1, 1, 1, 1, 1, 1, 1, 0, 0]


def test_the_young_are_of_the_segments_of_their_age_and_come_on_their_birthday(folder: Path) -> None:
    # Those of 15 and 14 at the start of 2019 turn 16 in 2019 and 2020; from that age on everybody is in the second segment.
    world = {
        "population": {"date": "2019-01-01", "persons": {"14": 30, "15": 20}},
        "segments": [
            {"id": "first", "label": "First", "share": {"0": 1, "16": 0}},
            {"id": "second", "label": "Second", "share": {"0": 0, "16": 1}},
        ],
        "arrivals": [{"id": "young", "turning": 16, "states": {"a": 1}}],
        "states": [state("a", line="aid"), state("b")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "rates": {"full": {"value": 1, "unit": "kr_per_month"}},
        "rate_classes": [{"id": name, "states": ["a"], "segments": [name], "pays": {"full": 1}} for name in ("first", "second")],
        "stock": {"states": {}},
    }
    played = lived(folder, [], **world)
    assert played.by_month("a")[0, [11, 23, 35]].tolist() == [20, 50, 50]
    assert set(played.cells["rate_class"]) == {"second"}
    assert 0 < played.by_month("a")[0, 5] < 20


def suspended(name: str, what: str, start: str, end: str | None = None) -> dict[str, Any]:
    """Return an initiative that suspends a rule or a counter."""
    return {"id": name, "label": name, "kind": "terms", "suspends": [what], "window": {"start": start, "end": end}}


# The citizen enters a on 1 January 2019; a decision after 10 weeks falls on 12 March, after 70 days.
@pytest.mark.parametrize(
    ("spans", "spent"),
    [
        ([("2019-03-01", "2019-03-31")], 90),
        ([("2019-03-12", "2019-03-12")], 71),
        ([("2019-03-01", "2019-03-11")], 70),
        ([("2019-03-13", None)], 70),
        ([("2019-03-01", "2019-03-31"), ("2019-04-01", "2019-04-10")], 100),
        ([("2019-03-20", "2019-04-10"), ("2019-03-01", "2019-03-31")], 100),
        ([("2019-03-01", None)], 1096),
    ],
    ids=str,
)
def test_a_suspended_rule_falls_the_day_after(folder: Path, spans: list[tuple[str, str | None]], spent: float) -> None:
    initiatives = [suspended(f"stop{number}", "one", *span) for number, span in enumerate(spans)]
    assert days(lived(folder, [after("one", "a", 10, "b")], initiatives=initiatives))["a"] == spent


# After 8 weeks, on 26 February, the month's end decides: on its last day, the 28th, as the month ends after 59 days.
@pytest.mark.parametrize(
    ("span", "spent"),
    [
        (("2019-03-01", "2019-06-30"), 59),
        (("2019-02-28", "2019-06-30"), 181),
        (("2019-02-01", "2019-02-28"), 59),
        (("2019-02-01", "2019-02-27"), 59),
        (("2019-02-01", "2019-03-01"), 60),
        (("2019-02-28", None), 1096),
    ],
    ids=str,
)
def test_a_decision_at_the_end_of_the_month_is_one_of_its_last_day_where_its_rule_is_suspended(
    folder: Path, span: tuple[str, str | None], spent: float
) -> None:
    rule = after("review", "a", 8, "b", at="month_end")
    assert days(lived(folder, [rule], initiatives=[suspended("stop", "review", *span)]))["a"] == spent


@pytest.mark.parametrize(
    ("frame", "span", "spent"),
    [
        ({}, ("2019-02-01", "2019-02-10"), 80),
        ({}, ("2018-12-01", "2019-01-05"), 75),
        ({}, ("2019-03-12", "2019-12-31"), 70),
        ({}, ("2019-03-11", "2019-03-12"), 72),
        ({"frame_weeks": 8}, ("2019-02-01", "2019-02-10"), 66),
        ({}, ("2019-02-01", None), 1096),
    ],
    ids=str,
)
def test_while_a_counter_stands_still_nothing_of_the_right_is_used(
    folder: Path, frame: dict[str, Any], span: tuple[str, str | None], spent: float
) -> None:
    counter = {"id": "right", "runs_in": ["a"], "source": "made up", "grade": "D"}
    rule = after("one", "a", 10, "b", counter="right", **frame)
    assert days(lived(folder, [rule], counters=[counter], initiatives=[suspended("still", "right", *span)]))["a"] == spent


def test_another_suspension_is_another_run(folder: Path) -> None:
    for end, spent in (("2019-03-31", 90), ("2019-04-30", 120)):
        assert days(lived(folder, [after("one", "a", 10, "b")], initiatives=[suspended("stop", "one", "2019-03-01", end)]))["a"] == spent


def test_days_that_were_not_used_are_there_in_a_later_spell(folder: Path) -> None:
    counter = {"id": "right", "runs_in": ["a"], "source": "made up", "grade": "D"}
    rules = [after("one", "a", 20, "c", counter="right"), after("off", "a", 5, "b"), after("back", "b", 2, "a")]
    # Spells of 35 days in a, 14 in b. 20 days of the first do not count: the 140 are used up in the fifth, not at the end of the fourth.
    assert days(lived(folder, rules, counters=[counter]))["a"] == 140
    frozen = lived(folder, rules, counters=[counter], initiatives=[suspended("still", "right", "2019-01-11", "2019-01-30")])
    assert days(frozen)["a"] == 160
