"""Names lead to files: one's own first, then those shipped, and never out of their folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from simcase.declare import Library, here, shipped
from simcase.errors import UserError


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for root, names in (("own", ("plan", "both")), ("common", ("base", "both", "Not a name"))):
        folder = tmp_path / root / "scenarios" / "initiatives"
        folder.mkdir(parents=True)
        for name in names:
            (folder.parent / f"{name}.yaml").touch()
            (folder / f"{name}.yaml").touch()
        (tmp_path / root / "calibration" / f"{root}-2019").mkdir(parents=True)
    (tmp_path / "secret.yaml").touch()
    return Library((tmp_path / "own", tmp_path / "common"))


def test_a_name_is_looked_for_in_ones_own_folder_first(library: Library) -> None:
    own, common = library.roots
    assert library.scenario("both") == own / "scenarios" / "both.yaml"
    assert library.scenario("base") == common / "scenarios" / "base.yaml"
    assert library.initiative("both") == own / "scenarios" / "initiatives" / "both.yaml"
    assert library.calibration("common-2019") == common / "calibration" / "common-2019"


def test_names_are_listed_sorted_and_once(library: Library) -> None:
    assert library.scenarios() == ("base", "both", "plan")
    assert library.initiatives() == ("base", "both", "plan")
    assert library.calibrations() == ("common-2019", "own-2019")


@pytest.mark.parametrize("name", ["../../secret", "../scenarios/plan", "", ".", "PLAN", "plan.yaml"])
def test_a_name_never_leads_out_of_its_folder(library: Library, name: str) -> None:
    with pytest.raises(UserError):
        library.scenario(name)


def test_an_unknown_name_is_told_with_the_nearest(library: Library) -> None:
    with pytest.raises(UserError) as raised:
        library.scenario("plans")
    assert str(raised.value) == "found 'plans', expected one of base, both, plan. Did you mean 'plan'?"


def test_the_current_folder_comes_before_what_is_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert here().roots == (tmp_path, shipped())
    monkeypatch.chdir(shipped())
    assert here().roots == (shipped(),)
