from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from simcase.cli import main
from simcase.declare import AS_IS
from simcase.importers import scaffold
from simcase.model import resolve
from simcase.model.figures import OWN, assumptions, lent
from simcase.words import Words


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder, the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMCASE_LANG", "en")
    return tmp_path


def begin(*words: str) -> Result:
    """Run `simcase init`."""
    return CliRunner(env={"COLUMNS": "100"}).invoke(main, ["init", *words], catch_exceptions=False)


def test_a_new_municipality_is_scaled_and_says_what_stands_in(plan: Path) -> None:
    made = scaffold(plan, "Hillerød", 2019, 29_288, Words("en"))
    assert made.folder.name == "hilleroed-2019"
    model, lent = resolve("as-is", calibration="hilleroed-2019"), resolve("as-is", calibration="aabenraa-2019")
    assert model.population is not None
    assert lent.population is not None
    whole = sum(count for _, count in lent.population.persons)
    assert sum(count for _, count in model.population.persons) == pytest.approx(29_288, abs=60)
    assert model.population.grade == "D"
    assert model.stock.states["efterloen"].value == pytest.approx(760 * 29_288 / whole, abs=1)
    adults = sum(count for age, count in lent.population.persons if 16 <= age <= 66) * 29_288 / whole
    assert model.stock.states["fleksjob"].value == pytest.approx(0.0192 * adults, abs=1)
    assert model.stock.states["fleksjob"].grade == "C"
    assert {each.rate.grade for each in model.transitions} == {"D"}
    assert all(each.rate.source == "stands in: aabenraa-2019" for each in model.transitions)
    assert {each.grade for each in model.targets} == {"C", "D"}
    assert not model.goals
    assert model.budget is None
    assert len(model.covariance) == len(model.parameters)


@pytest.mark.usefixtures("plan")
def test_missing_figures_are_named_with_what_brings_them() -> None:
    done = begin(".", "--municipality", "Silkeborg", "--population", "94000")
    assert done.exit_code == 0
    said = " ".join(done.stdout.split())
    for section in ("population", "targets", "stock", "transitions", "arrivals", "budget", "goals"):
        assert f" {section} " in said
    assert "scaled to 94,000 inhabitants. Try: simcase run" in done.stderr
    assert "Try in the folder mine: simcase run" in begin("mine", "--municipality", "Silkeborg", "--population", "94000").stderr


@pytest.mark.usefixtures("plan")
def test_a_population_that_is_not_its_own_is_told() -> None:
    assert "The population is Aabenraa's and not that of Greve" in begin(".", "--municipality", "Greve").stderr


def test_nothing_is_overwritten(plan: Path) -> None:
    assert begin(".", "--municipality", "Greve").exit_code == 0
    before = {path: path.read_bytes() for path in plan.rglob("*") if path.is_file()}
    again = begin(".", "--municipality", "Greve")
    assert again.exit_code == 2
    assert "calibration/greve-2019 found something here already" in again.stderr
    assert begin(".", "--municipality", "Silkeborg").exit_code == 0
    assert all(path.read_bytes() == content for path, content in before.items())


@pytest.mark.usefixtures("plan")
def test_a_new_municipality_passes_the_check(call: Callable[..., Result]) -> None:
    begin(".", "--municipality", "Greve")
    assert call("check", "calibration/greve-2019").exit_code == 0


def test_each_file_begins_with_what_stands_in_it_in_the_readers_language(plan: Path) -> None:
    for lang, first in (("da", "# I STEDET: en anden kommunes tilgang"), ("en", "# STANDS IN: another municipality's arrivals")):
        made = scaffold(plan, lang, 2019, 29_288, Words(lang))
        assert (made.folder / "arrivals.yaml").read_text(encoding="utf-8").startswith(first)


@pytest.mark.usefixtures("plan")
def test_a_file_made_for_a_danish_reader_says_its_sources_in_danish_and_holds_the_same_numbers() -> None:
    models = {lang: resolve(AS_IS, calibration=scaffold(Path(), lang, 2026, 29_288, Words(lang)).folder.name) for lang in ("en", "da")}
    said = {lang: [each.source for each in assumptions(model) if each.path.startswith(OWN)] for lang, model in models.items()}
    assert [Words("da").source(source) for source in said["da"]] == [Words("da").source(source) for source in said["en"]]
    assert {source for source in said["da"] if "stands" in source} == set()
    assert "i stedet: aabenraa-2019" in said["da"]
    assert lent(models["da"]) == lent(models["en"]) != (0, 0)
