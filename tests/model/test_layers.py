"""A calibration laid over another: sections that add to those of the base, and where each thing was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import move, state, write

from simcase.declare import Library
from simcase.errors import UserError
from simcase.model import read_calibration, resolve

LAND: dict[str, Any] = {
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 1.0), move("work", "help", 0.5)],
    "profiles": {"age": {"young": {"factors": {"0": 1, "30": 0}}}, "season": {"even": {"factors": [1] * 12}}},
    "rates": {"full": {"value": 100, "unit": "kr_per_month"}, "half": {"value": 50, "unit": "kr_per_month"}},
}
OWN: dict[str, Any] = {
    "based_on": "land",
    "adds": ["states", "transitions", "profiles", "rates"],
    "start": "2020-01-01",
    "end": "2020-12-31",
    "stock": {"states": {"help": 10, "work": 10}},
    "states": [state("rest"), state("help", label="Aid")],
    "transitions": [move("work", "help", 0.25), move("work", "rest", 0.1, age="old")],
    "profiles": {"age": {"old": {"factors": {"0": 0, "60": 1}}}},
    "rates": {"half": {"value": 60, "unit": "kr_per_month"}},
}


def lay(folder: Path, own: dict[str, Any], land: dict[str, Any] = LAND) -> Library:
    """Write a country's rules and a town based on them."""
    write(folder, own)
    (folder / "calibration" / "land").mkdir(exist_ok=True)
    write(folder / "calibration" / "land")
    file = folder / "calibration" / "land" / "land.yaml"
    write(folder / "other", land)
    (folder / "other" / "calibration" / "town" / "town.yaml").rename(file)
    return Library((folder,))


def test_things_of_a_known_name_take_their_place_and_others_join(folder: Path) -> None:
    model = resolve("as-is", calibration="town", library=lay(folder, OWN))
    assert [(each.id, each.label.en) for each in model.states] == [("help", "Aid"), ("work", "work"), ("rest", "rest")]
    moves = [(each.from_, each.to, each.rate.value) for each in model.transitions]
    assert moves == [("help", "work", 1.0), ("work", "help", 0.25), ("work", "rest", 0.1)]
    assert (set(model.profiles.age), set(model.profiles.season)) == ({"young", "old"}, {"even"})
    assert {name: rate.value for name, rate in model.rates.items()} == {"full": 100, "half": 60}


def test_a_section_that_does_not_add_takes_the_place_of_the_whole(folder: Path) -> None:
    own = {**OWN, "adds": ["states", "profiles"]}
    model = resolve("as-is", calibration="town", library=lay(folder, own))
    assert [(each.from_, each.to) for each in model.transitions] == [("work", "help"), ("work", "rest")]
    assert set(model.rates) == {"half"}


def test_what_is_wrong_is_told_where_each_thing_was_written(folder: Path) -> None:
    land = {**LAND, "transitions": [move("help", "wrk", 1.0), move("work", "help", 0.5)]}
    own = {**OWN, "transitions": [move("work", "help", 0.25), move("work", "rst", 0.1)]}
    with pytest.raises(UserError) as refused:
        resolve("as-is", calibration="town", library=lay(folder, own, land))
    files = [Path(issue.file).name for issue in refused.value.issues]
    assert files == ["land.yaml", "town.yaml"]
    for issue, name in zip(refused.value.issues, ("wrk", "rst"), strict=True):
        assert name in Path(issue.file).read_text(encoding="utf-8").splitlines()[issue.line - 1]


def test_three_layers_add_up_until_one_does_not_add(folder: Path) -> None:
    library = lay(folder, OWN)
    write(folder / "third", {"based_on": "town", "adds": ["rates"], "rates": {"third": {"value": 1, "unit": "kr_per_month"}}})
    (folder / "third" / "calibration" / "town").rename(folder / "calibration" / "top")
    assert set(read_calibration("top", library).sections.rates or {}) == {"full", "half", "third"}
    lay(folder, {**OWN, "adds": ["states", "transitions", "profiles"]})
    assert set(read_calibration("top", library).sections.rates or {}) == {"half", "third"}


@pytest.mark.parametrize("name", ["stock", "rules", "start"])
def test_only_sections_of_named_things_that_are_there_can_add(folder: Path, name: str) -> None:
    with pytest.raises(UserError, match=f"adds.0: found '{name}', expected one of profiles, rates, states, transitions"):
        resolve("as-is", calibration="town", library=lay(folder, {**OWN, "adds": [name]}))
