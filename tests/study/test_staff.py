"""Fewer staff from a day on: exits are slower from that day, wages are saved, and no more hours leave than there are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from worlds import Played, after, asked, initiative, move, play, scenario, state, write

from simcase import study
from simcase.errors import UserError
from simcase.model import resolve
from simcase.present.labels import labels_of
from simcase.present.table import Sentence
from simcase.present.tables_explain import model_parts
from simcase.study.breakeven import varied
from simcase.words import Words

CONTACT = initiative("contact", ["help"], ["work"], 4.0, staff={"pool": "desk", "hours_a_week": 1}, dose_in_base=1)
del CONTACT["window"]


def fewer(hours: float, **more: object) -> dict[str, Any]:
    """Return hours that leave the desk from July 2020 on, whose wages are saved."""
    costs = [{"year": year, "line": "aid", "kroner": kroner} for year, kroner in ((2020, -600), (2021, -1_200))]
    own = {"kind": "hours", "window": {"start": "2020-07-01"}, "adds": {"pool": "desk", "hours_a_week": hours}, "costs": costs}
    return {"id": "fewer", "label": "Fewer", **own, **more}


def office(folder: Path, hours: float = -100.0, **more: object) -> None:
    """Write four hundred on help, each with an hour a week, who go to work and come back at once, so that they stay as many."""
    world = {
        "start": "2020-01-01",
        "end": "2021-12-31",
        "states": [state("help", line="aid", ladder="benefit"), state("work"), state("idle")],
        "lines": [{"id": "aid", "label": "Aid"}],
        "transitions": [move("help", "work", 2.0)],
        "rules": [after("back", "work", 0.001, "help")],
        "stock": {"states": {"help": 400}},
        "staff": [{"id": "desk", "label": "Desk", "hours_a_week": 400}],
    }
    contact = {**CONTACT, "window": {"start": "2020-01-01"}}
    write(folder, {**world, **more}, {"now": scenario("contact"), "cut": scenario("contact", "fewer")}, [contact, fewer(hours)])


def to_work(played: Played) -> list[int]:
    """Return how many go to work in each year."""
    flows = played.flows.filter((pl.col("from") == "help") & (pl.col("to") == "work"))
    return [int(flows.filter(pl.col("year") == year)["moves"].sum()) for year in (2020, 2021)]


def test_a_quarter_fewer_hours_slow_exits_as_a_quarter_less_of_the_dose(folder: Path) -> None:
    office(folder)
    played = {name: play(name, replications=8).flows for name in ("now", "cut", "as-is")}
    moves = {
        name: [
            flows.filter((flows["from"] == "help") & (flows["to"] == "work") & (flows["year"] == year))["moves"].sum()
            for year in (2020, 2021)
        ]
        for name, flows in played.items()
    }
    assert moves["now"] == moves["as-is"]
    expected = 8 * 400 * 2.0 * 4.0**-0.25  # a dose of three quarters in a base that holds all of it
    assert moves["cut"][1] == pytest.approx(expected, abs=4.0 * np.sqrt(expected))


def test_nothing_is_otherwise_before_the_day(folder: Path) -> None:
    office(folder)
    stocks = [play(name).by_month("help", "days")[:, :6] for name in ("now", "cut")]
    assert (stocks[0] == stocks[1]).all()


def test_wages_that_are_saved_stand_with_a_minus(folder: Path) -> None:
    office(folder)
    saved = {row["year"]: row["kroner"]["mean"] for row in play("cut").document["measures"] if row["initiative"] == "fewer"}
    assert saved == {2020: -600.0, 2021: -1_200.0}


def test_no_more_hours_leave_than_the_pool_has(folder: Path) -> None:
    office(folder, -401.0)
    with pytest.raises(UserError) as refused:
        resolve("cut", calibration="town")
    assert str(refused.value) == (
        "scenarios/initiatives/fewer.yaml:10 adds.hours_a_week: found -401, which leaves -1 hours a week in 'desk' on 2020-07-01, "
        "expected no more hours than the pool has (staff)."
    )
    office(folder, -400.0)
    assert study.run(asked("cut")).result.run.scenario == "cut"


TOLD = {"da": ("-100 timer om ugen", "1 timer om ugen pr. borger"), "en": ("-100 hours a week", "1 hours a week for each")}


@pytest.mark.parametrize(("lang", "said"), TOLD.items())
def test_it_is_told_how_many_hours_leave_and_how_many_are_needed(folder: Path, lang: str, said: tuple[str, str]) -> None:
    office(folder)
    words = Words(lang)
    model = resolve("cut", calibration="town")
    parts = model_parts(study.explain(asked("cut")), labels_of(model, words))  # type: ignore[arg-type]
    points = [point for part in parts if isinstance(part, Sentence) for point in part.points]
    for text in said:
        assert any(point.startswith("Desk: ") and text in point for point in points), points


def test_three_caseworkers_fewer_from_2020_are_asked_about_in_aabenraa_by_what_they_save() -> None:
    base, cut = resolve("staff-2019"), resolve("three-caseworkers-fewer-2020")
    (fewer_2020,) = [each for each in cut.initiatives if each not in base.initiatives]
    assert (fewer_2020.window.start.isoformat(), fewer_2020.adds.hours_a_week.value if fewer_2020.adds else 0) == ("2020-01-01", -111.0)
    assert varied(base, cut, "cost", ()) == ("cost", (fewer_2020.id,))
    with pytest.raises(UserError) as wrong:
        varied(base, cut, "effect", ())
    assert "--vary cost" in str(wrong.value)
