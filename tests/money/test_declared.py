"""What an initiative costs is told from what is declared: price, places, months and total."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from worlds import aided, initiative, play, scenario, write

from simcase.cli import main
from simcase.model import resolve
from simcase.money import price_of

COURSE: dict[str, Any] = {
    "id": "course",
    "label": "Course",
    "kind": "programme",
    "target": {"states": ["help"]},
    "window": {"start": "2019-01-01", "end": "2020-06-30"},
    "programme": {"places": 5, "weeks": 8, "line": "aid", "during": [{"exits_to": ["work"], "hazard_ratio": 1.1}]},
    "costs": [{"year": 2019, "line": "aid", "kroner": 1_000}, {"year": 2022, "line": "aid", "kroner": 9_000}],
}


def course(folder: Path, **terms: object) -> None:
    write(folder, aided(20, 20, 9_000.0), {"with": scenario("course")}, [{**COURSE, "programme": {**COURSE["programme"], **terms}}])


def test_the_total_of_places_and_frames_is_what_a_run_spends(folder: Path) -> None:
    course(folder, kroner_per_place=45_000)
    model = resolve("with", calibration="town")
    price = price_of(model, model.initiatives[0])
    assert price is not None
    assert (price.kroner_per_place, price.places, price.frames, round(price.months)) == (45_000, 5, 1_000, 18)
    played = play("with")
    spent = [row["kroner"]["mean"] for row in played.document["measures"] if row["initiative"] == "course"]
    late = played.table("programmes")["late_days"].sum()
    assert late > 0.0
    assert price.total + 45_000 * late / 366 == pytest.approx(sum(spent))
    assert price.total == pytest.approx(1_000 + 5 * 45_000 * (1 + 182 / 366))


def test_an_initiative_without_kroner_has_no_price(folder: Path) -> None:
    write(folder, aided(20, 20, 9_000.0), {"with": scenario("push")}, [initiative("push", ["help"], ["work"], 1.5)])
    model = resolve("with", calibration="town")
    assert price_of(model, model.initiatives[0]) is None


SAID = {
    "en": "Price: DKK 45 a year for each place, 5 places in 18 months; DKK 7 for each start; DKK 1,000 in fixed frames. "
    "In all, starts apart, DKK 1,337.",
    "da": "Pris: 45 kr. om året pr. plads, 5 pladser i 18 måneder; 7 kr. pr. forløb; 1.000 kr. i faste rammer. "
    "I alt ud over forløbene 1.337 kr.",
}


@pytest.mark.parametrize("lang", sorted(SAID))
def test_explain_prints_it_so_that_a_misplaced_point_is_seen(folder: Path, lang: str) -> None:
    course(folder, kroner_per_place=45, kroner_per_start=7)
    done = CliRunner(env={"COLUMNS": "200"}).invoke(main, ["explain", "with", "--calibration", "town", "--lang", lang])
    assert SAID[lang] in " ".join(done.stdout.split())
