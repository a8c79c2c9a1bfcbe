"""What is told of runs that have only begun is what as many replications alone tell, at whole blocks, and a last time at an interrupt."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from worlds import aided, asked, initiative, play, scenario, write

from simcase import study
from simcase.compare import FIRST_TOLD
from simcase.study import interim
from simcase.study.interim import Looks
from simcase.study.precision import precision
from simcase.tidy.store import JOURNAL
from simcase.vocabulary import BLOCK, document_of

COUNT = 2 * BLOCK + 6
OWN = re.compile(r"'(id|seconds|folder)': ('[^']*'|[\d.e-]+)")
"""What tells one run from another that has the same figures."""


@pytest.fixture
def world(folder: Path) -> Path:
    write(
        folder, aided(300, 200, 1_234.56), {"plain": scenario(), "pushed": scenario("push")}, [initiative("push", ["help"], ["work"], 1.5)]
    )
    return folder


@pytest.fixture
def _at_every_block(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interim, "REST", 0.0)


def figures(found: study.Comparison) -> str:
    """Return all that is told of a comparison but contributions, which come last."""
    document = document_of(found.result)
    for each in document["scenarios"]:
        each.pop("contributions")
    return OWN.sub("", str(document))


@pytest.mark.usefixtures("world", "_at_every_block")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_comparison_so_far_is_that_of_as_many_replications(workers: int, tmp_path: Path) -> None:
    told: list[study.Comparison] = []
    study.compare(asked("plain", replications=COUNT, workers=workers), ["pushed"], interim=told.append)
    assert [each.result.baseline.run.replications for each in told] == [BLOCK, 2 * BLOCK]
    for each in told:
        count = each.result.baseline.run.replications
        alone = study.compare(asked("plain", replications=count, results=tmp_path / str(count)), ["pushed"])
        assert figures(each) == figures(alone)


@pytest.mark.usefixtures("world", "_at_every_block")
def test_a_run_that_is_stored_is_held_against_what_has_begun() -> None:
    play("plain", replications=COUNT)
    told: list[study.Comparison] = []
    study.compare(asked("plain", replications=COUNT), ["pushed"], interim=told.append)
    assert [each.scenarios[0].result.run.replications for each in told] == [BLOCK, 2 * BLOCK]


@pytest.mark.usefixtures("_at_every_block")
def test_scenarios_that_move_citizens_alike_are_played_once_and_told_of_too(world: Path, caplog: pytest.LogCaptureFixture) -> None:
    write(world, scenarios={"alike": scenario()})
    told: list[study.Comparison] = []
    with caplog.at_level("INFO", "simcase"):
        study.compare(asked("plain", replications=COUNT), ["alike", "pushed"], interim=told.append)
    assert [each.scenarios[0].result.run.replications for each in told] == [BLOCK, 2 * BLOCK]
    assert Counter(vars(each)["scenario"] for each in caplog.records if each.message == "replication") == {"plain": COUNT, "pushed": COUNT}
    assert not list(world.rglob(JOURNAL))


@pytest.mark.usefixtures("_at_every_block")
def test_a_run_that_is_stored_under_another_name_is_told_of_too(world: Path) -> None:
    write(world, scenarios={"alike": scenario()})
    play("plain", replications=BLOCK)
    told: list[study.Comparison] = []
    study.compare(asked("pushed", replications=BLOCK), ["alike"], interim=told.append)
    assert [each.scenarios[0].result.run.replications for each in told] == [BLOCK]


@pytest.mark.usefixtures("world")
def test_an_interrupt_tells_what_is_there_and_it_goes_on_from_there() -> None:
    told: list[study.Shown] = []

    def interrupted(done: int, _total: int) -> None:
        if done == COUNT - 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        study.run(asked("plain", replications=COUNT), interrupted, told.append)
    assert told[-1].result.run.replications == 2 * BLOCK
    played: list[int] = []
    study.run(asked("plain", replications=COUNT), lambda done, _total: played.append(done))
    assert played[0] == COUNT - 1


@pytest.mark.usefixtures("world")
def test_nothing_is_told_of_few_replications() -> None:
    told: list[Any] = []
    study.run(asked("plain", replications=FIRST_TOLD - 1), None, told.append)
    assert not told


def test_looks_are_at_whole_blocks_and_rest_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    now, seen = [0.0], list[int]()
    monkeypatch.setattr(interim.time, "monotonic", lambda: now[0])

    def look(count: int) -> None:
        seen.append(count)
        now[0] += 1.0

    looks = Looks(look)
    for finished in range(3 * BLOCK):
        looks.at(finished)
    assert seen == [BLOCK]
    now[0] += interim.REST
    looks.at(3 * BLOCK + 1)
    looks.at(3 * BLOCK + 2, last=True)
    looks.at(4 * BLOCK + 2, last=True)
    assert seen == [BLOCK, 3 * BLOCK, 4 * BLOCK]


@pytest.mark.usefixtures("world")
def test_precision_is_that_of_the_differences_and_gets_better() -> None:
    few, many = (study.compare(asked("plain", replications=count), ["pushed"]) for count in (BLOCK, 5 * BLOCK))
    one, other = (precision([each.run for each in found.runs]) for found in (few, many))
    assert 0.0 < other.persons < one.persons
    assert 0.0 < other.kroner < one.kroner
    assert other.lacking == pytest.approx(max(other.kroner / 0.005, other.persons / 5.0))
