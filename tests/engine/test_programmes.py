"""Programmes through the public API: those that change nothing, and a queue before so many places against Erlang."""

from __future__ import annotations

import math
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from scipy.stats import norm
from statistics_helper import agrees
from worlds import AS_IS, TOWN, Tree, move, numbers, play, scenario, state, write

from simcase import study
from simcase.vocabulary import document_of

PLACES = 12
A_YEAR = 120.0
STAY_DAYS = 30.0
"""A load of ten places, as an M/M/c queue."""
QUEUE: Tree = {
    "start": "2020-01-01",
    "end": "2029-12-31",
    "states": [state("waiting")],
    "stock": {"states": {"waiting": 0}},
    "transitions": [],
    "arrivals": [{"id": "comers", "per_year": A_YEAR, "states": {"waiting": 1}}],
}
HELD: Tree = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [state("idle", line="aid"), state("work")],
    "lines": [{"id": "aid", "label": "Aid"}],
    "stock": {"states": {"idle": 80, "work": 20}},
    "transitions": [move("idle", "work", 1.2), move("work", "idle", 0.8)],
    "rates": {"aid": {"value": 10_000, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "aid", "states": ["idle"], "pays": {"aid": 1}}],
}


def programme(states: list[str], **settings: object) -> Tree:
    """Return a programme that begins with the year 2019, or before the world where that begins later."""
    return {
        "id": "course",
        "label": "course",
        "kind": "programme",
        "target": {"states": states},
        "window": {"start": "2019-01-01"},
        "programme": settings,
    }


def with_ratio(ratio: float) -> list[Tree]:
    """Return an effect on the way to work."""
    return [{"exits_to": ["work"], "hazard_ratio": ratio}]


@pytest.mark.parametrize(
    "settings",
    [
        {"places": 0, "weeks": 8, "during": with_ratio(0.2)},
        {"places": 30, "weeks": 8, "drop_out_per_year": 2, "during": with_ratio(1.0), "after": [{"weeks": 9, "effects": with_ratio(1.0)}]},
        {"slots_per_year": 50, "weeks": 8, "queue": "random", "during": with_ratio(1.0)},
    ],
    ids=["no places", "ratio 1", "slots of ratio 1"],
)
def test_a_programme_without_effect_makes_no_difference(folder: Path, settings: Tree) -> None:
    write(folder, HELD, {"held": scenario("course")}, [programme(["idle"], **settings)])
    compared = document_of(study.compare(study.Request(AS_IS, calibration=TOWN, replications=4, workers=1), ["held"]).result)["scenarios"][
        0
    ]
    taken = [row["participants"]["mean"] for row in compared["programmes"]]
    assert (max(taken) > 0.0) == (settings.get("places") != 0)
    assert {*numbers(compared["difference"])} == {0.0}


def test_a_programme_with_effect_makes_a_difference(folder: Path) -> None:
    write(folder, HELD, {"held": scenario("course")}, [programme(["idle"], places=30, weeks=8, during=with_ratio(0.2))])
    compared = document_of(study.compare(study.Request(AS_IS, calibration=TOWN, replications=4, workers=1), ["held"]).result)["scenarios"][
        0
    ]
    assert {*numbers(compared["difference"])} != {0.0}


def erlang_waiting(load: float, places: int) -> float:
    """Return the mean number waiting in an M/M/c queue (Erlang C)."""
    terms = [load**n / math.factorial(n) for n in range(places)]
    last = load**places / math.factorial(places) * places / (places - load)
    return last / (sum(terms) + last) * load / (places - load)


def test_a_queue_before_so_many_places_is_erlangs(folder: Path) -> None:
    settings = {"places": PLACES, "every_days": 1, "weeks": 2000, "drop_out_per_year": 365.25 / STAY_DAYS, "again_after_weeks": 2000}
    write(folder, QUEUE, {"served": scenario("course")}, [programme(["waiting"], **settings)])
    count = 60
    played = study.run(study.Request("served", calibration=TOWN, replications=count, workers=1))
    rows = [row for row in document_of(played.result)["programmes"] if row["month"] >= "2022"]
    taken = float(np.mean([row["participants"]["mean"] for row in rows]))
    waiting = float(np.mean([row["waiting"]["mean"] for row in rows]))
    load = A_YEAR / 365.25 * STAY_DAYS
    years = 8 * count
    # By Little's law and the central limit theorem for the arrivals and stays of all years.
    agrees(taken, norm(load, load * math.sqrt(2.0 / (A_YEAR * years))), 0.45, "participants")
    # Intakes once a day keep a free place empty for up to a day, so the queue is between Erlang's and that of stays a day longer; who waits
    # is counted after the intake. The law below reaches just from the one to the other, chance included.
    low, high = erlang_waiting(load, PLACES), erlang_waiting(load * (1.0 + 1.0 / STAY_DAYS), PLACES)
    agrees(waiting, norm((low + high) / 2.0, (high - low) / 9.5), 0.65, "waiting")


def test_a_citizen_may_come_to_a_programme_again_for_as_long_as_it_runs(folder: Path) -> None:
    world = {"start": "2019-01-01", "end": "2028-12-31", "states": [state("idle"), state("work")], "stock": {"states": {"idle": 1}}}
    effects = [{"weeks": 2, "effects": with_ratio(1.1)}]
    settings = {"places": 1, "weeks": 8, "again_after_weeks": 4, "during": with_ratio(0.9), "after": effects}
    write(folder, {**world, "transitions": [move("idle", "work", 1e-9)]}, {"served": scenario("course")}, [programme(["idle"], **settings)])
    starts = play("served").table("programmes").filter(pl.col("starts") > 0)
    # Every twelfth of 522 weeks from the first on.
    assert starts["starts"].sum() == 44
    assert starts["month"].to_list()[-1] == date(2028, 11, 1)


def test_the_waiting_of_a_week_are_those_who_wait_at_its_end(folder: Path) -> None:
    course = programme(["idle"], places=30, weeks=8, every_days=1)
    write(folder, {**HELD, "transitions": [move("idle", "work", 1e-9)]}, {"held": scenario("course")}, [course])
    played = play("held")
    told = pl.read_parquet(played.folder / "intakes.parquet")
    assert told.select(pl.sum_horizontal("by_eligible", "by_places", "by_staff")).to_series().to_list()[:3] == [6, 7, 7]
    assert told["waiting"].to_list()[:3] == [50, 50, 50]


def test_every_intake_is_told_by_its_calendar_week_with_what_bound_it(folder: Path) -> None:
    write(folder, HELD, {"held": scenario("course")}, [programme(["idle"], places=30, weeks=8, during=with_ratio(1.0))])
    told = pl.read_parquet(play("held", replications=2).folder / "intakes.parquet").filter(pl.col("replication") == 0)
    # Tuesday 1 January 2019 and every seventh day after it, to the end of 2020.
    assert told["week"].to_list() == [date(2018, 12, 31) + timedelta(days=7 * week) for week in range(105)]
    assert told.select(pl.sum_horizontal("by_eligible", "by_places", "by_staff")).to_series().to_list() == [1] * 105
    # All 80 of the idle want one of 30 places at first: the places bind, and the others wait.
    assert told.select("waiting", "by_eligible", "by_places", "by_staff").row(0) == (50, 0, 1, 0)
