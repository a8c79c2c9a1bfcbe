"""The guide to an initiative of one's own, executed: its files as they stand there, in a small town and in the world that is shipped."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from worlds import TOWN, asked, move, play, scenario, state, stored, write

from simcase import study
from simcase.engine import Replication
from simcase.errors import UserError
from simcase.model import resolve

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "own-initiative.md"
BLOCK = re.compile(r"^```(?:python|toml|yaml)\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ON_BENEFIT = ("kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat")
MANY = 600
WORLD = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [*map(state, ON_BENEFIT), state("employment")],
    "transitions": [
        *(move(benefit, "employment", 1.7) for benefit in ON_BENEFIT),
        *(move("employment", benefit, 0.3) for benefit in ON_BENEFIT),
    ],
    "stock": {"states": {**dict.fromkeys(ON_BENEFIT, 280), "employment": 2140}},
}
"""Some 700 of 2,700 in the long run, and fewer than 600 at the start."""


@pytest.fixture
def package(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Write the guide's files into the current folder, and install its package."""
    files = dict(BLOCK.findall(GUIDE.read_text(encoding="utf-8")))
    assert set(files) == {"campaign.py", "pyproject.toml", "scenarios/initiatives/campaign.yaml", "scenarios/campaign.yaml"}
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    project = tomllib.loads(files["pyproject.toml"])["project"]
    info = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir()
    offered = [f"[{group}]\n{name} = {where}\n" for group, names in project["entry-points"].items() for name, where in names.items()]
    (info / "entry_points.txt").write_text("".join(offered), encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    yield folder
    sys.modules.pop("campaign", None)


@pytest.fixture
def town(package: Path) -> Path:
    same = {"use": "campaign", "set": {"effects.0.hazard_ratio": 1.0}}
    write(package, WORLD, {"baseline": scenario(), "same": scenario(same)})
    return package


@pytest.fixture
def doses(monkeypatch: pytest.MonkeyPatch) -> list[tuple[date, int, float]]:
    """Return the doses that are set while the worlds run: when, how many are on the benefit, and the share."""
    noted = []
    set_dose = Replication.set_dose

    def noting(world: Replication, initiative: str, share: float) -> None:
        noted.append((world.today(), world.persons(ON_BENEFIT), share))
        set_dose(world, initiative, share)

    monkeypatch.setattr(Replication, "set_dose", noting)
    return noted


@pytest.mark.usefixtures("package")
def test_the_files_go_with_what_is_shipped() -> None:
    initiatives = {each.id: each for each in resolve("campaign").initiatives}
    assert set(initiatives) == {each.id for each in resolve("baseline").initiatives} | {"campaign"}
    assert initiatives["campaign"].settings == {"persons": MANY}


def test_a_process_that_nobody_offers_is_refused(package: Path) -> None:
    file = package / "scenarios" / "initiatives" / "campaign.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("process: campaign", "process: campain"), encoding="utf-8")
    with pytest.raises(UserError, match="Did you mean 'campaign'"):
        resolve("campaign")


def test_without_the_package_the_process_is_refused(package: Path) -> None:
    next(package.glob("*.dist-info/entry_points.txt")).unlink()
    with pytest.raises(UserError, match="that an installed package offers"):
        resolve("campaign")


@pytest.mark.usefixtures("town")
def test_the_campaign_runs_while_there_are_many_and_not_in_july(doses: list[tuple[date, int, float]]) -> None:
    play("campaign", uncertainty="chance")
    days = [day for day, _, _ in doses]
    assert (days[0], days[1], len(days)) == (date(2019, 1, 1), date(2019, 1, 8), 105)
    assert all(share == (1.0 if persons > MANY and day.month != 7 else 0.0) for day, persons, share in doses)
    runs = [share for day, _, share in doses if day.month != 7]
    assert sum(before != after for before, after in pairwise(runs)) > 4, "on and off, and again"
    assert max(persons for day, persons, _ in doses if day.month == 7) > MANY, "a July in which it would have run"


@pytest.mark.usefixtures("town")
def test_the_campaign_lowers_the_number_once_it_runs_and_not_before(doses: list[tuple[date, int, float]]) -> None:
    with_, without = (play(name, uncertainty="chance") for name in ("campaign", "baseline"))
    first = next(day for day, _, share in doses if share)
    before = [month for month in with_.months if month < f"{first:%Y-%m}"]
    assert before, "months without the campaign at the start"
    for benefit in ON_BENEFIT:
        days, others = (run.by_month(benefit, "days")[0] for run in (with_, without))
        assert (days[: len(before)] == others[: len(before)]).all()
        assert days[-12:].sum() < others[-12:].sum()


@pytest.mark.usefixtures("town")
def test_with_a_ratio_of_one_nothing_changes(doses: list[tuple[date, int, float]]) -> None:
    same, without = (stored(play(name, uncertainty="chance").folder) for name in ("same", "baseline"))
    assert {share for _, _, share in doses} == {0.0, 1.0}
    assert same == without


@pytest.mark.usefixtures("town")
def test_two_lives_part_when_the_campaign_moves_a_citizen() -> None:
    request = asked("baseline", calibration=TOWN)
    assert any(len({str(world.spells) for world in study.trace(request, citizen, ["campaign"]).worlds}) > 1 for citizen in range(12))
