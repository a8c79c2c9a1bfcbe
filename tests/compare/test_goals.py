"""Goals, in a world in which nobody moves by chance: the figure that each names, and whether it is met."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import after, asked, play, state, write

from simcase import study
from simcase.errors import UserError

# Ten on help until 6 May 2019 (18 weeks from Tuesday, 1 January: 126 days, to 7 May), four of the others sick throughout.
WORLD = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [
        state("help", line="aid", full_time_share=0.5),
        state("sick", line="sickness"),
        state("work"),
    ],
    "lines": [{"id": "aid", "label": "Aid"}, {"id": "sickness", "label": "Sickness"}],
    "transitions": [],
    "rules": [after("job", "help", 18, "work")],
    "stock": {"states": {"help": 10, "sick": 4}},
    "rates": {"full": {"value": 1_000, "unit": "kr_per_month"}},
    "rate_classes": [
        {"id": "aid_all", "states": ["help"], "pays": {"full": 0.8}},
        {"id": "sick_all", "states": ["sick"], "pays": {"full": 1}},
    ],
}


def judged(folder: Path, **goal: object) -> dict[str, Any]:
    """Return the row of a goal."""
    words = {"id": "goal", "label": "Goal", "count": "persons", "states": ["help"], "date": "2019-05-31", "threshold": 5, **goal}
    write(folder, {**WORLD, "goals": [words]})
    (row,) = play(replications=2).document["goals"]
    return row


@pytest.mark.parametrize(
    ("goal", "value"),
    [
        ({"date": "2019-04-30"}, 10.0),
        ({"date": "2019-05-01"}, 10.0 * 6 / 31),  # the month that holds the date
        ({"date": "2019-06-30"}, 0.0),
        ({"date": "2019-12-31", "period": "year"}, 10.0 * 126 / 365),
        ({"date": "2019-04-30", "states": ["help", "sick"]}, 14.0),
        ({"date": "2019-04-30", "over": ["help", "sick"]}, 10.0 / 14.0),
        ({"date": "2019-06-30", "states": ["sick"], "over": ["help", "sick"]}, 1.0),
        ({"date": "2019-04-30", "count": "full_time_persons", "states": ["help", "sick"]}, 9.0),
        ({"date": "2020-12-31", "count": "full_year_persons", "period": "year", "states": ["sick"]}, 4.0),
        ({"date": "2019-12-31", "count": "full_year_persons", "period": "year"}, 5.0 * (4 + 6 / 31) / 12),
        ({"date": "2019-12-31", "count": "full_year_persons", "period": "year", "states": ["sick", "help"]}, 4.0 + 5.0 * (4 + 6 / 31) / 12),
        ({"date": "2019-09-30", "count": "long_term_share", "states": ["sick"]}, 0.0),
        ({"date": "2019-10-31", "count": "long_term_share", "states": ["sick"]}, 1.0),  # 42 weeks on 22 October
        ({"date": "2019-12-31", "count": "long_term_share", "period": "year", "states": ["sick"]}, 1.0),  # the last month
    ],
)
def test_a_goals_figure_is_what_its_words_say(folder: Path, goal: dict[str, Any], value: float) -> None:
    assert judged(folder, **goal)["value"] == pytest.approx(dict.fromkeys(("mean", "p05", "p50", "p95"), value))


@pytest.mark.parametrize(
    ("direction", "threshold", "probability"),
    [
        ("at_most", 4, 1.0),
        ("at_most", 3.9, 0.0),
        ("below", 4, 0.0),
        ("below", 4.1, 1.0),
        ("at_least", 4, 1.0),
        ("at_least", 4.1, 0.0),
    ],
)
def test_a_goal_that_is_reached_to_the_person_is_met_unless_it_says_below(
    folder: Path, direction: str, threshold: float, probability: float
) -> None:
    row = judged(folder, states=["sick"], direction=direction, threshold=threshold)
    assert row["probability"] == probability
    # Two of two, or none: the interval ends at the square root of 5 %.
    assert (row["low"], row["high"]) == pytest.approx((0.05**0.5, 1.0) if probability else (0.0, 1.0 - 0.05**0.5))


def test_a_goal_that_is_not_simulated_or_lies_beyond_the_end_has_no_probability(folder: Path) -> None:
    for goal in ({"count": "not_simulated", "states": [], "threshold": None}, {"date": "2021-01-31"}):
        row = judged(folder, **goal)
        assert [row[name] for name in ("value", "probability", "low", "high")] == [None] * 4


@pytest.mark.parametrize(
    ("goal", "value"),
    [
        ({"states": ["sick"]}, 4.0),
        ({"states": ["sick"], "over": ["help", "sick"]}, 4.0 / 9.0),
    ],
)
def test_full_year_persons_are_those_of_the_states_named(folder: Path, goal: dict[str, Any], value: float) -> None:
    shared = {**WORLD, "states": [state("help", line="aid"), state("sick", line="aid"), state("work")], "rules": [], "stock": {}}
    shared["stock"] = {"states": {"help": 5, "sick": 4}}
    words = {"id": "goal", "label": "Goal", "count": "full_year_persons", "period": "year", "date": "2019-12-31", "threshold": 5, **goal}
    write(folder, {**shared, "goals": [words]})
    (row,) = play().document["goals"]
    assert row["value"]["mean"] == pytest.approx(value)


@pytest.mark.parametrize(
    ("goal", "first"),
    [
        ({"threshold": 5}, "2019-05"),
        ({"threshold": 0}, "2019-06"),
        ({"threshold": 10}, "2019-01"),
        ({"direction": "below", "threshold": 0}, None),
        ({"period": "year", "date": "2019-12-31", "threshold": 4}, "2019-12"),
        ({"period": "year", "date": "2019-12-31", "threshold": 3}, "2020-12"),
        ({"period": "year", "date": "2019-02-28", "threshold": 3}, "2020-02"),  # years up to the month of the goal
        ({"states": ["sick"], "count": "long_term_share", "direction": "at_least", "threshold": 1}, "2019-10"),
    ],
)
def test_a_goal_is_first_met_in_the_first_month_or_year_that_meets_it(folder: Path, goal: dict[str, Any], first: str | None) -> None:
    row = judged(folder, **goal)
    assert row["first_met"] == {"p05": first, "p50": first, "p95": first, "ever": float(first is not None)}


def test_each_goal_that_is_not_judged_says_why(folder: Path) -> None:
    base = {"id": "goal", "label": "Goal", "count": "persons", "states": ["help"], "date": "2019-05-31", "threshold": 5}
    other = {
        "judged": {},
        "needs_input": {"threshold": None},
        "no_number": {"count": "not_simulated", "threshold": None},
        "not_simulated": {"count": "not_simulated"},
        "outside_run": {"date": "2021-01-31"},
    }
    write(folder, {**WORLD, "goals": [{**base, **words, "id": name} for name, words in other.items()]})
    document = play(replications=2).document
    assert {row["id"]: row["status"] for row in document["goals"]} == {name: name for name in other}
    missing = next(row for row in document["goals"] if row["id"] == "needs_input")
    assert missing["value"]["mean"] == pytest.approx(10 * 6 / 31)
    assert (missing["probability"], missing["first_met"]) == (None, None)
    assert document["goals_together"]["goals"] == ["judged"]


@pytest.mark.parametrize(("thresholds", "probability"), [((5, 5), 1.0), ((5, 3), 0.0), ((1, 5), 0.0)])
def test_all_goals_are_met_at_once_where_each_is(folder: Path, thresholds: tuple[int, int], probability: float) -> None:
    aims = zip(("help", "sick"), thresholds, strict=True)
    words = {"label": "Goal", "count": "persons", "date": "2019-05-31"}
    write(folder, {**WORLD, "goals": [{"id": name, "states": [name], "threshold": most, **words} for name, most in aims]})
    both = play(replications=2).document["goals_together"]
    assert (both["goals"], both["probability"]) == (["help", "sick"], probability)


def test_the_user_may_give_a_threshold_that_is_not_known(folder: Path) -> None:
    words = {"id": "goal", "label": "Goal", "count": "persons", "states": ["sick"], "date": "2019-05-31"}
    write(folder, {**WORLD, "goals": [words]})
    for level, probability in ((4.0, 1.0), (3.0, 0.0)):
        (judged_in,) = study.goals(asked(replications=2), {"goal": level}, study.silent).fits
        (row,) = judged_in.goals
        assert row.chance is not None
        assert (row.threshold, row.chance.probability) == (level, probability)
    with pytest.raises(UserError, match=r"Did you mean 'goal'"):
        study.goals(asked(), {"gaol": 1.0}, study.silent)
