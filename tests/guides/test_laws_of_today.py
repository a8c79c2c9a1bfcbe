"""The guide to the laws of today, executed: a municipality of 2026, and each law taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner
from worlds import Played, asked, shipped_for

from simcase import study
from simcase.cli import main
from simcase.declare import here
from simcase.model import resolve
from simcase.model.files import without_world

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "laws-of-today.md"
ASKED = re.compile(r"`simcase (?:compare|breakeven) (\S+) (\S+) .*?--calibration greve-2026`")
CUT = "three-caseworkers-fewer"
ROW = re.compile(r"^\| [^|]+ \| ([\d,]+) \| ([\d, +]+) \| ([\d,]+) \| ([\d,.]+) \|$", re.MULTILINE)


def number(text: str) -> float:
    """Return a number as the guide writes it."""
    return float(text.replace(",", ""))


def test_the_table_of_the_guide_adds_up() -> None:
    english, danish = (GUIDE.with_name(name).read_text(encoding="utf-8") for name in (GUIDE.name, "dagens-love.md"))
    rows = ROW.findall(english)
    assert len(rows) == 6
    assert ROW.findall(danish.translate(str.maketrans({".": ",", ",": "."}))) == rows
    for june, parts, july, year in rows:
        assert sum(number(part) for part in parts.split("+")) == number(july)
        assert 6 * number(june) + 6 * number(july) == number(year)


@pytest.fixture(scope="module")
def greve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Write a municipality of 2026 into a folder, which is the current one meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("greve"))
        done = CliRunner().invoke(main, ["init", ".", "--municipality", "Greve", "--year", "2026", "--population", "20000"])
        assert done.exit_code == 0, done.stderr
        assert Path("calibration", "greve-2026", "staff.yaml").is_file()
        yield


def played(name: str, replications: int = 1) -> Played:
    """Return a run of a scenario in the municipality."""
    return Played(study.run(asked(name, calibration="greve-2026", results=Path("results"), replications=replications)))


@pytest.mark.usefixtures("greve")
def test_every_scenario_that_the_guide_names_is_for_today_and_plays() -> None:
    pairs = ASKED.findall(GUIDE.read_text(encoding="utf-8"))
    named = {name for pair in pairs for name in pair}
    assert len(pairs) == 6
    assert named - {"as-is"} == set(shipped_for("greve-2026")) - set(shipped_for("aabenraa-2019"))
    good = CliRunner().invoke(main, ["check"])  # all that ships is held against it, and against what it is for, too
    assert (good.exit_code, good.stderr) == (0, ""), good.output
    assert without_world(here()) == []
    for name in ("more-small-jobs", "earlier-sick-contact"):  # the others are played below
        assert played(name).document["budget"]


@pytest.mark.usefixtures("greve")
def test_the_hours_of_today_reach_everybody_until_three_caseworkers_leave() -> None:
    runs = {name: played(name, 2) for name in ("as-is", "staff-today", CUT)}
    first = [runs[name].persons.filter(pl.col("month") < date(2026, 7, 1)) for name in ("staff-today", CUT)]
    assert first[0].equals(first[1])
    worked = {name: _exits(each) for name, each in runs.items()}
    assert worked[CUT] < worked["staff-today"] <= worked["as-is"]
    saved = [row["kroner"]["mean"] for row in runs[CUT].document["measures"] if row["initiative"] == CUT]
    assert saved == pytest.approx([-900_000, -1_800_000, -1_800_000, -1_800_000])


def _exits(played: Played) -> int:
    """Return the moves to employment after 2026."""
    return int(played.flows.filter((pl.col("to") == "employment") & (pl.col("year") > 2026))["moves"].sum())


@pytest.mark.usefixtures("greve")
def test_a_municipality_of_2026_has_the_states_of_today_and_can_take_laws_away() -> None:
    model = resolve("as-is", calibration="greve-2026")
    assert model.start.isoformat() == "2026-01-01"
    assert not [name for name, count in model.stock.states.items() if name.startswith("uddannelseshjaelp") and count.value]
    names = ("as-is", "rules-before-2025", "courses-stay-open")
    now, before, kept = (played(name, 2 if name == "as-is" else 1) for name in names)
    entered = [
        each.flows.filter((each.flows["to"] == "ressourceforloeb") & (each.flows["year"] > 2026))["moves"].sum() for each in (now, kept)
    ]
    assert entered[0] == 0
    assert entered[1] > 0
    assert now.by_month("uddannelseshjaelp_uddannelsesparat").sum() == 0.0
    assert before.by_month("uddannelseshjaelp_uddannelsesparat")[0, -1] > 0.0


@pytest.mark.usefixtures("greve")
def test_ways_out_that_came_after_2019_are_taken_by_those_near_the_pension_age() -> None:
    model = resolve("as-is", calibration="greve-2026")
    assert {"seniorpension", "tidlig_pension"} <= {state.id for state in model.states}
    assert not {"seniorpension", "tidlig_pension"} & {state.id for state in resolve("as-is", calibration="aabenraa-2019").states}
    spells = study.event_register(asked("as-is", calibration="greve-2026", results=Path("results")))
    for name, age in (("seniorpension", 61), ("tidlig_pension", 64)):
        entered = spells.filter((pl.col("state") == name) & (pl.col("start") > model.start))
        assert entered.height > 0
        assert entered["age"].min() >= age  # type: ignore[operator]


@pytest.mark.usefixtures("greve")
def test_rates_of_today_are_those_published() -> None:
    model = resolve("as-is", calibration="greve-2026")
    assert model.index is not None
    index = dict(model.index.years)
    for year, published in ((2023, 15_874), (2024, 16_382), (2025, 16_972)):
        assert model.rates["kontanthjaelp_forsoerger"].value * index[year] == pytest.approx(
            published, abs=1.0
        )  # kroner are rounded each year
    assert round(model.rates["adagp_foerste_481"].value * index[2026] / index[2025]) == pytest.approx(26_198, abs=2)
    assert round(model.rates["adagp_max"].value * index[2026]) == 22_041
