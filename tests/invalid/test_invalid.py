"""Each file beside this one holds one mistake (a few hold several); its first lines say what the person who wrote it is told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from spoken_helper import english_in

from simcase.declare import Library
from simcase.model.files import everything, problems

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def world(tmp_path: Path, parsed: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to stand in, with a village that has nothing wrong with it."""
    monkeypatch.setenv("SIMCASE_CACHE", str(parsed))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(HERE / "world", tmp_path, dirs_exist_ok=True)
    return tmp_path


def told(reference: str, world: Path) -> list[str]:
    return [str(issue) for issue in problems(reference, Library((world,)), "village")]


def messages(file: Path) -> list[str]:
    """Return the messages that the first lines of a file promise."""
    lines = takewhile(lambda line: line.startswith("# "), file.read_text(encoding="utf-8").splitlines())
    return [line.removeprefix("# ") for line in lines]


def place(file: Path) -> str:
    """Return where the first message says that a file stands."""
    named = messages(file)[0].split(" ")[0].split(":")[0]
    return named if named.endswith(".yaml") else f"{named}/{file.name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_mistake_is_told_in_full(file: Path, world: Path) -> None:
    target = world / place(file)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)
    assert told(place(file), world) == messages(file)
    assert not english_in(problems(place(file), Library((world,)), "village"))


def test_most_files_hold_one_mistake_and_some_several() -> None:
    counts = {file.stem: len(messages(file)) for file in FILES}
    assert {stem for stem, count in counts.items() if count != 1} == {"several_01", "several_02"}
    assert min(counts.values()) == 1


def test_the_world_around_the_mistakes_has_none(world: Path) -> None:
    assert list(unfinished(world)) == []


def unfinished(world: Path) -> Iterator[str]:
    for reference in everything(Library((world,))):
        if Path(reference).name != "land":  # which says of itself that it is not complete
            yield from told(reference, world)


def test_the_problems_of_a_scenario_and_of_its_calibration_come_together(world: Path) -> None:
    (world / "scenarios" / "plain.yaml").write_text("title: Plain\nbased_on: nowhere\n", encoding="utf-8")
    village = world / "calibration" / "village" / "calibration.yaml"
    village.write_text(village.read_text(encoding="utf-8").replace("ladder: self_support", "lader: self_support"), encoding="utf-8")
    (first, second) = told("plain", world)
    assert first.startswith("calibration/village/calibration.yaml:9 states.2.lader: found key 'lader'")
    assert second == "scenarios/plain.yaml:2 based_on: found 'nowhere', expected one of as-is, plain."
