"""The refusion ladder against a reckoning that walks through the calendar week by week: lives in which decisions alone move anybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from worlds import after, play, state, write

EPOCH = date(1900, 1, 1)
"""A Monday."""
FIRST_WEEK = (date(2014, 7, 1) - EPOCH).days // 7
"""The first week that the counter counts."""
STEPS = (4, 26, 52)
LADDER = {"help": "benefit", "work": "self_support", "study": "neutral"}
Life = Sequence[tuple[str, float | None]]
"""What a citizen does, for how many weeks each; the last goes on."""


def lives_world(lives: Sequence[Life], start: date, end: date) -> dict[str, object]:
    """Return a world in which one citizen lives each life, in states of its own."""
    names = [[(f"s{number}_{place}", kind, weeks) for place, (kind, weeks) in enumerate(life)] for number, life in enumerate(lives)]
    rules = [
        after(f"end_{name}", name, weeks, own[place + 1][0])
        for own in names
        for place, (name, _, weeks) in enumerate(own)
        if weeks is not None
    ]
    states = [state(name, ladder=LADDER[kind], **({"line": "aid"} if kind == "help" else {})) for own in names for name, kind, _ in own]
    shares = [*zip(STEPS, (0.8, 0.4, 0.3), strict=True)]
    return {
        "start": start.isoformat(),
        "end": end.isoformat(),
        "states": states,
        "transitions": [],
        "lines": [{"id": "aid", "label": "Aid"}],
        "rules": rules,
        "stock": {"states": {own[0][0]: 1 for own in names}},
        "rates": {"full": {"value": 10_000, "unit": "kr_per_month"}},
        "rate_classes": [{"id": "all", "states": [name for own in names for name, kind, _ in own if kind == "help"], "pays": {"full": 1}}],
        "refusion": {
            "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
            "steps": [*({"to_week": week, "state_share": share} for week, share in shares), {"state_share": 0.2}],
        },
    }


def found(folder: Path, lives: Sequence[Life], start: date, end: date) -> dict[tuple[str, int, str], float]:
    """Return the days of help that a run gives, by state, year and step."""
    write(folder, lives_world(lives, start, end))
    cells = play().cells.filter(pl.col("rate_class") == "all")
    return {(row["state"], row["year"], row["column"]): row["days"] for row in cells.iter_rows(named=True)}


def stretches(life: Life, start: date, end: date) -> Iterator[tuple[int, str, float, float]]:
    """Yield place, kind, begin and end of each part of a life, in days since the epoch."""
    begin = float((start - EPOCH).days)
    horizon = float((end - EPOCH).days + 1)
    for place, (kind, weeks) in enumerate(life):
        until = horizon if weeks is None else min(horizon, begin + 7.0 * weeks)
        if begin < until:
            yield place, kind, begin, until
        begin = until


def pieces(begin: float, until: float) -> Iterator[tuple[int, int, float]]:
    """Yield week, year and days of each piece of a stretch, cut where a week or a year begins."""
    weeks = [7.0 * week for week in range(int(begin // 7) + 1, int(until // 7) + 1)]
    years = [float((date(year, 1, 1) - EPOCH).days) for year in range(2013, 2025)]
    edges = sorted({begin, until, *weeks, *(day for day in years if begin < day < until)})
    for since, to in pairwise(edges):
        yield int(since // 7), (EPOCH + timedelta(days=int(since))).year, to - since


def rested(worked: set[int], begin: float, until: float) -> set[int]:
    """Return the weeks of work in the last three years at the end of a stretch, its own whole weeks among them."""
    own = {week for week in range(int(begin // 7), int(until // 7) + 1) if begin <= 7 * week and 7 * (week + 1) <= until}
    return {week for week in worked | own if week >= until // 7 - 156}


def reckoned(lives: Sequence[Life], start: date, end: date) -> dict[tuple[str, int, str], float]:
    """Return the days of help by state, year and step.

    A week that help touches counts once. When a stretch of work ends that came after such a week, its whole weeks join those of the 156
    weeks before that are not used up; 52 of them bring the counter to zero and are used up.
    """
    days: Counter[tuple[str, int, str]] = Counter()
    for number, life in enumerate(lives):
        touched: set[int] = set()
        worked: set[int] = set()
        since: float | None = None
        for place, kind, begin, until in stretches(life, start, end):
            if kind == "work":
                since = begin if since is None else since
                continue
            worked, since = worked if since is None or not touched else rested(worked, since, begin), None
            if len(worked) >= 52:
                touched, worked = set(), set()
            for week, year, length in pieces(begin, until) if kind == "help" else ():
                touched |= {week} if week >= FIRST_WEEK else set()
                days[f"s{number}_{place}", year, f"step_{1 + sum(len(touched) > edge for edge in STEPS)}"] += length
    return dict(days)


MONDAY, TUESDAY = date(2018, 1, 1), date(2019, 1, 1)


def second_help(folder: Path, weeks: float, start: date) -> set[str]:
    """Return the steps on which a second spell of help begins, after 60 weeks of help and some weeks of work."""
    days = found(folder, [[("help", 60), ("work", weeks), ("help", 3), ("study", None)]], start, date(2023, 12, 31))
    return {step for name, _, step in days if name == "s0_2"}


@pytest.mark.parametrize(
    ("start", "weeks", "step"),
    [
        (MONDAY, 52, "step_1"),
        (MONDAY, 51.75, "step_4"),
        (MONDAY, 51, "step_4"),
        (TUESDAY, 52, "step_4"),  # from Tuesday to Tuesday: 51 whole calendar weeks
        (TUESDAY, 53, "step_1"),
    ],
)
def test_52_whole_weeks_of_self_support_bring_the_counter_to_zero(folder: Path, start: date, weeks: float, step: str) -> None:
    assert second_help(folder, weeks, start) == {step}


@pytest.mark.parametrize(
    ("between", "last", "step"),
    [
        ([("work", 26), ("help", 4), ("work", 26)], "s0_4", "step_1"),  # not necessarily consecutive
        ([("work", 26), ("help", 4), ("work", 25)], "s0_4", "step_4"),
        ([("work", 26), ("study", 104), ("work", 26)], "s0_4", "step_1"),  # 156 weeks from the first to the last
        ([("work", 26), ("study", 105), ("work", 26)], "s0_4", "step_4"),  # a week too far apart
        ([("study", 60)], "s0_2", "step_4"),  # neutral: no self-support
        ([("work", 40), ("work", 12)], "s0_3", "step_1"),  # from one self-supporting state to the next
        ([("work", 40), ("study", 0.25), ("work", 12)], "s0_4", "step_4"),  # the week of the break is not whole
        ([("work", 40), ("study", 1), ("work", 12)], "s0_4", "step_1"),
    ],
)
def test_weeks_of_self_support_add_up_within_three_years(folder: Path, between: Life, last: str, step: str) -> None:
    life = [("help", 60), *between, ("help", 3), ("study", None)]
    days = found(folder, [life], MONDAY, date(2023, 12, 31))
    assert {column for name, _, column in days if name == last} == {step}


def test_weeks_of_self_support_that_were_used_do_not_count_again(folder: Path) -> None:
    life = [("help", 60), ("work", 60), ("help", 10), ("work", 30), ("help", 3), ("study", None)]
    days = found(folder, [life], MONDAY, date(2023, 12, 31))
    assert {(name, column) for name, _, column in days if name in {"s0_2", "s0_4"}} == {
        ("s0_2", "step_1"),
        ("s0_2", "step_2"),
        ("s0_4", "step_2"),
    }


@pytest.mark.parametrize(
    ("life", "steps"),
    [
        ([("work", 40), ("help", 10), ("work", 20)], {"step_2"}),  # 20 new weeks of 52, and the eleventh to eighteenth week of help follow
        ([("work", 40), ("help", 10), ("work", 51)], {"step_2"}),
        ([("work", 40), ("help", 10), ("work", 52)], {"step_1", "step_2"}),
        # Zero after 60 weeks of work, and the 40 that follow come before the first week of help of the new count.
        ([("help", 10), ("work", 60), ("study", 1), ("work", 40), ("help", 10), ("work", 20)], {"step_2"}),
    ],
)
def test_self_support_before_the_first_week_on_a_benefit_does_not_count(folder: Path, life: Life, steps: set[str]) -> None:
    days = found(folder, [[*life, ("help", 8), ("study", None)]], MONDAY, date(2023, 12, 31))
    assert {column for name, _, column in days if name == f"s0_{len(life)}"} == steps


def test_a_week_counts_once_however_often_help_touches_it(folder: Path) -> None:
    # From Monday: help on Monday and Tuesday, and again from Thursday; three weeks more, and the fourth counted week ends on a Sunday.
    life = [("help", 0.25), ("study", 0.25), ("help", 8), ("study", None)]
    days = found(folder, [life], MONDAY, date(2018, 12, 31))
    assert days == {("s0_0", 2018, "step_1"): 1.75, ("s0_2", 2018, "step_1"): 24.5, ("s0_2", 2018, "step_2"): 31.5}


def test_a_week_that_help_ends_before_does_not_count(folder: Path) -> None:
    # Three weeks to a Monday, two without, and the fourth week of help is the last on the first step.
    days = found(folder, [[("help", 3), ("study", 2), ("help", 3), ("study", None)]], MONDAY, date(2018, 12, 31))
    assert days == {("s0_0", 2018, "step_1"): 21, ("s0_2", 2018, "step_1"): 7, ("s0_2", 2018, "step_2"): 14}


def test_weeks_before_the_counter_began_do_not_count(folder: Path) -> None:
    # 1 July 2014 is a Tuesday: its week is the first that counts.
    days = found(folder, [[("help", None)]], date(2014, 5, 5), date(2014, 9, 28))
    assert days == {("s0_0", 2014, "step_1"): 8 * 7 + 28, ("s0_0", 2014, "step_2"): 9 * 7}


@pytest.mark.parametrize("seed", range(4))
def test_many_lives_climb_as_a_reckoning_by_calendar_says(folder: Path, seed: int) -> None:
    luck = np.random.default_rng(seed)
    # Half of the worlds begin on a Monday and move by whole weeks, so that much falls on the edges of weeks.
    part = 1 if seed % 2 else 4
    start, end = (
        date(2013, 10, 7) + timedelta(days=7 * int(luck.integers(0, 80)) + (part > 1) * int(luck.integers(0, 7))),
        date(2022, 5, 17),
    )
    lives = []
    for _ in range(20):
        kinds = [str(luck.choice(["help", "work", "study"], p=[0.45, 0.45, 0.1])) for _ in range(9)]
        longest = luck.choice([12, 60, 120])
        parts = [(kind, float(luck.integers(1, part * longest)) / part) for kind in kinds]
        lives.append([*parts, ("help", None)])
    days = found(folder, lives, start, end)
    assert days == reckoned(lives, start, end)
    assert len({step for _, _, step in days}) == 4
