"""The reform of July 2025 in a municipality of today: nobody moves otherwise before it, and what it pays adds up by family."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner
from worlds import Played, asked

from simcase import study
from simcase.cli import main
from simcase.model import Model, in_force, resolve
from simcase.model.explain import take_up
from simcase.model.figures import assumptions

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
LINES = ("kontant_og_uddannelseshjaelp", "integrationsydelse_i_program", "integrationsydelse_uden_program")
JULY = {
    # kroner a month from July 2025, from the table of the law, in the shares of each family that the calibration states
    "kontanthjaelp_jobparat_30_no_children": 12_498 + 0.65 * 1_092,
    "kontanthjaelp_jobparat_30_children": 12_498 + 0.82 * 2_784 + 0.12 * 1_092,
    "kontanthjaelp_jobparat_52_children": 12_498 + 0.2 * 2_784 + 0.5 * 1_092,
    "kontanthjaelp_jobparat_under_30_children": 7_205 + 0.6 * 2_784 + 0.3 * 1_638 + 0.25 * 1_092,
    "kontanthjaelp_aktivitetsparat_under_30_children": 7_205 + 0.6 * 2_784 + 2_590 + 0.3 * 1_638 + 0.25 * 1_092,
    "integration_i_program_30_no_children": 6_789.0,
    "integration_i_program_children": 6_789 + 0.85 * 2_784 + 0.2 * 1_638,
    "integration_uden_program_children": 6_789 + 0.85 * 2_784 + 0.2 * 1_638,
}


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a municipality that lives through July 2025."""
    folder = tmp_path_factory.mktemp("plan")
    done = CliRunner().invoke(main, ["init", str(folder), "--municipality", "Greve", "--year", "2025", "--population", "20000"])
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.fixture
def here(plan: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(plan)
    return plan


def play(name: str, last: date) -> Played:
    return Played(study.run(asked(name, calibration="greve-2025", last=last)))


def paid(model: Model, name: str, day: date) -> float:
    """Return what a class pays a month on a day, in kroner of that year."""
    assert model.index is not None
    held = in_force(model, day)
    rates, years = held.rates, dict(model.index.years)
    shares = next(each.pays for each in held.rate_classes if each.id == name)
    return sum(
        share * rates[rate].value * years[day.year] / years[rates[rate].level or 2019] for rate, share in shares.items() if rate in rates
    )


@pytest.mark.usefixtures("here")
def test_what_a_family_is_paid_is_the_table_of_the_law() -> None:
    model = resolve("as-is", calibration="greve-2025")
    assert {name: paid(model, name, AFTER) for name in JULY} == pytest.approx(JULY, abs=0.005)


@pytest.mark.usefixtures("here")
def test_the_reform_moves_nobody_and_no_krone_before_its_day() -> None:
    now, before = (play(name, BEFORE) for name in ("as-is", "rules-before-2025"))
    assert now.by_month("kontanthjaelp_jobparat", "days").sum() > 0
    assert now.persons.filter(pl.col("month") < AFTER).equals(before.persons.filter(pl.col("month") < AFTER))
    assert now.document["budget"] == before.document["budget"]


@pytest.mark.usefixtures("here")
def test_what_the_reform_pays_adds_up_by_family_from_its_day_on() -> None:
    """Gross is person-months by rate class times what the class pays on their day, times take-up: before and after, in both worlds."""
    for name in ("as-is", "rules-before-2025"):
        model = resolve(name, calibration="greve-2025")
        played = play(name, date(2025, 12, 31))
        state = {each.id: each.line for each in model.states}
        months = played.cells.filter((pl.col("year") == 2025) & (pl.col("rate_class") != ""))
        for line in LINES:
            own = months.filter(pl.col("state").replace_strict(state) == line).group_by("rate_class", "since").agg(pl.col("months").sum())
            kroner = sum(row["months"] * paid(model, row["rate_class"], row["since"]) for row in own.iter_rows(named=True))
            assert own.n_unique("since") == (2 if name == "as-is" else 1)
            assert played.kroner(line, 2025)[0] == pytest.approx(kroner * take_up(model, line), rel=1e-6), (name, line)


@pytest.mark.usefixtures("here")
def test_every_number_of_a_world_of_today_has_a_source_and_a_grade() -> None:
    for name in ("as-is", "rules-before-2025"):
        every = assumptions(resolve(name, calibration="greve-2025"))
        assert len(every) > 500
        assert [each.path for each in every if each.grade not in set("ABCD") or each.source in {"", "not stated"}] == []
