"""The guide to the laws of today, executed: a municipality of 2026, and each law taken away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from worlds import Played, asked

from simcase import study
from simcase.cli import main
from simcase.model import resolve

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "laws-of-today.md"
BLOCK = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ROW = re.compile(r"^\| [^|]+ \| ([\d,]+) \| ([\d, +]+) \| ([\d,]+) \| ([\d,.]+) \|$", re.MULTILINE)


def number(text: str) -> float:
    """Return a number as the guide writes it."""
    return float(text.replace(",", ""))


def test_the_table_of_the_guide_adds_up() -> None:
    rows = ROW.findall(GUIDE.read_text(encoding="utf-8"))
    assert len(rows) == 6
    for june, parts, july, year in rows:
        assert sum(number(part) for part in parts.split("+")) == number(july)
        assert 6 * number(june) + 6 * number(july) == number(year)


@pytest.fixture
def greve(folder: Path) -> None:
    """Write a municipality of 2026 and the guide's scenarios."""
    done = CliRunner().invoke(main, ["init", ".", "--municipality", "Greve", "--year", "2026", "--population", "20000"])
    assert done.exit_code == 0, done.stderr
    for name, content in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.usefixtures("greve")
def test_a_municipality_of_2026_has_the_states_of_today_and_can_take_laws_away() -> None:
    model = resolve("as-is", calibration="greve-2026")
    assert model.start.isoformat() == "2026-01-01"
    assert not [name for name, count in model.stock.states.items() if name.startswith("uddannelseshjaelp") and count.value]
    now, before, kept = (
        Played(study.run(asked(name, calibration="greve-2026", results=Path("results")))) for name in ("as-is", "before-2025", "open")
    )
    entered = [
        played.flows.filter((played.flows["to"] == "ressourceforloeb") & (played.flows["year"] > 2026))["moves"].sum()
        for played in (now, kept)
    ]
    assert entered[0] == 0
    assert entered[1] > 0
    assert now.by_month("uddannelseshjaelp_uddannelsesparat").sum() == 0.0
    assert before.by_month("uddannelseshjaelp_uddannelsesparat")[0, -1] > 0.0


@pytest.mark.usefixtures("greve")
def test_rates_of_today_are_those_published() -> None:
    model = resolve("as-is", calibration="greve-2026")
    assert model.index is not None
    index = dict(model.index.years)
    for year, published in ((2023, 15_874), (2024, 16_382), (2025, 16_972)):
        assert model.rates["kontanthjaelp_forsoerger"].value * index[year] == pytest.approx(
            published, abs=1.0
        )  # kroner are rounded each year
    assert round(model.rates["adagp_max"].value * index[2026]) == 22_041
