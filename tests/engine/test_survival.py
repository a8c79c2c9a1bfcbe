"""How many of those who start together are still there at the end of each month: exactly as the hazard of each of their days says.

Everybody is 40 at the start and in the state from the first day. The expected share is built day by day from the words of the case,
not from the arrays of the program.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import binom
from statistics_helper import agrees
from worlds import AS_IS, after, initiative, move, play, scenario, state, write

START = date(2019, 1, 1)
DAYS = 365
PERSONS = 200_000
RATE = 6.0
"""Moves a year out of the state, all factors 1."""
SEEN = 0.01
"""The smallest error, in shares of those who started, that must be seen: a policy date off by a day is larger."""

Factor = Callable[[date], float]


def between(first: str, last: str, ratio: float) -> Factor:
    """Return a factor that holds from a first to a last day, both included."""
    return lambda day: ratio if date.fromisoformat(first) <= day <= date.fromisoformat(last) else 1.0


def since_start(steps: dict[float, float]) -> Factor:
    """Return a step function of the weeks since the start."""
    return lambda day: next(factor for week, factor in reversed(steps.items()) if (day - START).days >= 7 * week)


@dataclass(frozen=True)
class Case:
    """What multiplies the hazard, as files, and for each group of citizens its share and its factors by day."""

    groups: Sequence[tuple[float, Sequence[Factor]]]
    initiatives: Sequence[dict[str, Any]] = ()
    move: dict[str, Any] = field(default_factory=dict)
    world: dict[str, Any] = field(default_factory=dict)


def push(name: str, ratio: float, **more: object) -> dict[str, Any]:
    return initiative(name, ["a"], ["b"], ratio, **more)


SEASON = [0.2, 1.0, 3.0, 0.5, 1.0, 1.0, 2.0, 0.1, 1.0, 1.0, 1.0, 1.0]
SEGMENTS = [{"id": "x", "label": "X", "share": {"0": 0.3}}, {"id": "y", "label": "Y", "share": {"0": 0.7}}]
BANDS = {0: 2.0, 4: 1.0, 13: 0.25, 20: 0.0, 30: 1.5}
MID_MARCH = {"start": "2019-03-14", "end": "2019-08-09"}
RAMP = {"start": "2019-02-10", "ramp_up_months": 3}
DOSES = (("2019-02-10", "2019-03-09", 1 / 6), ("2019-03-10", "2019-04-09", 3 / 6), ("2019-04-10", "2019-05-09", 5 / 6))
BIRTHDAYS = {40.5: "2019-07-02", 40.25: "2019-04-02"}
"""The days on which those born 40 years of 365.25 days before the start reach an age."""

CASES = {
    "a constant hazard": Case([(1.0, [])]),
    "duration bands": Case(
        [(1.0, [since_start(BANDS)])], move={"duration": "d"}, world={"profiles": {"duration": {"d": {"factors": BANDS}}}}
    ),
    "a season": Case(
        [(1.0, [lambda day: SEASON[day.month - 1]])], move={"season": "s"}, world={"profiles": {"season": {"s": {"factors": SEASON}}}}
    ),
    "an age band": Case(
        [(1.0, [between(BIRTHDAYS[40.25], "2019-12-31", 3.0)])],
        move={"age": "old"},
        world={"profiles": {"age": {"old": {"factors": {"0": 1.0, "40.25": 3.0}}}}},
    ),
    "a segment": Case([(0.3, [lambda _: 0.2]), (0.7, [])], move={"segments": {"x": 0.2}}, world={"segments": SEGMENTS}),
    "an initiative from and to days inside months": Case(
        [(1.0, [between("2019-03-14", "2019-08-09", 4.0)])], [push("push", 4.0, window=MID_MARCH)]
    ),
    "an initiative of one day, the first of a month": Case(
        [(1.0, [between("2019-02-01", "2019-02-01", 40.0)])], [push("push", 40.0, window={"start": "2019-02-01", "end": "2019-02-01"})]
    ),
    "an initiative that slows": Case([(1.0, [between("2019-03-14", "2019-08-09", 0.1)])], [push("push", 0.1, window=MID_MARCH)]),
    "an initiative that ramps up": Case(
        [(1.0, [*(between(first, last, 4.0**dose) for first, last, dose in DOSES), between("2019-05-10", "2019-12-31", 4.0)])],
        [push("push", 4.0, window=RAMP)],
    ),
    "an initiative that ends while it ramps up": Case(
        [(1.0, [between("2019-02-10", "2019-03-09", 9.0 ** (1 / 6)), between("2019-03-10", "2019-04-01", 3.0)])],
        [push("push", 9.0, window={**RAMP, "end": "2019-04-01"})],
    ),
    "an initiative that is in the base rates": Case(
        [(1.0, [lambda _: 0.5, between("2019-03-14", "2019-08-09", 2.0)])], [push("push", 2.0, window=MID_MARCH, dose_in_base=1)]
    ),
    "an initiative that was half in the base rates and ended before": Case(
        [(1.0, [lambda _: 0.5])], [push("push", 4.0, window={"start": "2010-01-01", "end": "2018-12-31"}, dose_in_base=0.5)]
    ),
    "an initiative that reaches a share": Case(
        [(0.4, [between("2019-03-14", "2019-08-09", 4.0)]), (0.6, [])], [push("push", 4.0, window=MID_MARCH, target={"share": 0.4})]
    ),
    "an initiative after weeks in the state": Case(
        [(1.0, [since_start({0: 1.0, 9: 4.0})])], [push("push", 4.0, target={"min_weeks": 9}, window={"start": "2015-01-01"})]
    ),
    "an initiative after weeks in the state that begins later": Case(
        [(1.0, [between("2019-03-14", "2019-08-09", 4.0)])], [push("push", 4.0, target={"min_weeks": 9}, window=MID_MARCH)]
    ),
    "an initiative for a segment": Case(
        [(0.3, [between("2019-03-14", "2019-08-09", 4.0)]), (0.7, [])],
        [push("push", 4.0, window=MID_MARCH, target={"segments": ["x"]})],
        world={"segments": SEGMENTS},
    ),
    "an initiative for an age": Case(
        [(1.0, [between(BIRTHDAYS[40.25], "2019-07-01", 4.0)])], [push("push", 4.0, target={"from_age": 40.25, "to_age": 40.5})]
    ),
    "two initiatives that multiply": Case(
        [(1.0, [between("2019-03-14", "2019-08-09", 4.0), between("2019-02-02", "2019-12-31", 0.5)])],
        [push("push", 4.0, window=MID_MARCH), push("drag", 0.5, window={"start": "2019-02-02"})],
    ),
    "two initiatives that reach their shares independently": Case(
        [
            (0.2, [between("2019-03-14", "2019-08-09", 4.0), between("2019-02-02", "2019-12-31", 0.2)]),
            (0.2, [between("2019-03-14", "2019-08-09", 4.0)]),
            (0.3, [between("2019-02-02", "2019-12-31", 0.2)]),
            (0.3, []),
        ],
        [
            push("push", 4.0, window=MID_MARCH, target={"share": 0.4}),
            push("drag", 0.2, window={"start": "2019-02-02"}, target={"share": 0.5}),
        ],
    ),
    "everything at once": Case(
        [
            (0.12, [since_start(BANDS), lambda day: SEASON[day.month - 1], lambda _: 0.2, between("2019-03-14", "2019-08-09", 4.0)]),
            (0.18, [since_start(BANDS), lambda day: SEASON[day.month - 1], lambda _: 0.2]),
            (0.7, [since_start(BANDS), lambda day: SEASON[day.month - 1]]),
        ],
        [push("push", 4.0, window=MID_MARCH, target={"share": 0.4, "segments": ["x"], "from_age": 20, "min_weeks": 2})],
        {"duration": "d", "season": "s", "segments": {"x": 0.2}},
        {"segments": SEGMENTS, "profiles": {"duration": {"d": {"factors": BANDS}}, "season": {"s": {"factors": SEASON}}}},
    ),
}


def shares(case: Case) -> np.ndarray:
    """Return the share that is still there at the end of each day."""
    days = [START + timedelta(days=number) for number in range(DAYS)]
    left = np.zeros(DAYS)
    for weight, factors in case.groups:
        hazard = [RATE / 365.25 * np.prod([factor(day) for factor in factors]) for day in days]
        left += weight * np.exp(-np.cumsum(hazard))
    return left


def test_the_words_of_the_cases_name_the_birthdays_that_the_program_uses() -> None:
    born = START - timedelta(days=int(40 * 365.25))
    assert {age: (born + timedelta(days=int(age * 365.25))).isoformat() for age in BIRTHDAYS} == BIRTHDAYS


@pytest.mark.parametrize("name", CASES)
def test_those_who_are_still_there(folder: Path, name: str) -> None:
    case = CASES[name]
    world = {
        "start": START.isoformat(),
        "end": "2019-12-31",
        "states": [state("a"), state("b", absorbing=True)],
        "transitions": [move("a", "b", RATE, **case.move)],
        "stock": {"states": {"a": PERSONS}},
        **case.world,
    }
    write(folder, world, {"tried": scenario(*(each["id"] for each in case.initiatives))}, case.initiatives)
    stock = play("tried" if case.initiatives else AS_IS).by_month("a")[0]
    expected = shares(case)
    for month in (1, 2, 3, 6, 8, 12):
        last = (date(2019 + month // 12, month % 12 + 1, 1) - START).days - 1
        agrees(stock[month - 1], binom(PERSONS, expected[last]), SEEN * PERSONS, f"{name}, month {month}")


@pytest.mark.parametrize(("last", "days"), [("2019-03-13", 0), ("2019-03-14", 1), ("2019-03-15", 2)])
def test_an_initiative_acts_from_its_first_day_and_not_before(folder: Path, last: str, days: int) -> None:
    # The world ends before, on and after the first day of an initiative that empties the state at once.
    write(
        folder,
        {
            "start": "2019-01-01",
            "end": last,
            "states": [state("a"), state("b", absorbing=True)],
            "transitions": [move("a", "b", RATE)],
            "stock": {"states": {"a": PERSONS}},
        },
        {"tried": scenario("push")},
        [push("push", 200.0, window={"start": "2019-03-14"})],
    )
    share = np.exp(-RATE / 365.25 * (72 + 200.0 * days))
    agrees(play("tried").by_month("a")[0, -1], binom(PERSONS, share), SEEN * PERSONS, last)


def test_states_of_one_group_keep_the_elapsed_duration(folder: Path) -> None:
    # From b the hazard is high after ten weeks; those who come from a in the same group bring their weeks along, the others begin anew.
    bands = {"0": 0.0, "10": 1.0}
    world = {
        "start": "2019-01-07",
        "end": "2019-12-31",
        "states": [state("a", duration_group="g"), state("b", duration_group="g"), state("c"), state("d"), state("out", absorbing=True)],
        "transitions": [move("b", "out", 30.0, duration="late"), move("d", "out", 30.0, duration="late")],
        "profiles": {"duration": {"late": {"factors": bands}}},
        "rules": [after("on", "a", 8, "b"), after("over", "c", 8, "d")],
        "stock": {"states": {"a": PERSONS // 2, "c": PERSONS // 2}},
    }
    write(folder, world)
    played = play()
    for month, day in ((3, 84), (4, 114), (5, 145)):
        for name, first in (("b", 70), ("d", 126)):
            share = np.exp(-30.0 / 365.25 * max(0, day - first))
            agrees(played.by_month(name)[0, month - 1], binom(PERSONS // 2, share), 0.02 * PERSONS, f"{name} {month}")
