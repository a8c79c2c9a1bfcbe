"""Runs of one comparison are played side by side: the same bytes as alone, nothing played twice, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import aided, asked, initiative, play, scenario, stored, write

from simcase import study
from simcase.engine import workers
from simcase.errors import ReplicationError, RunError

COUNT = 6
NAMES = ("plain", "push", "pull")


class StopError(Exception):
    """What a test stops a comparison with."""


@pytest.fixture
def world(folder: Path) -> Path:
    pushes = [initiative(name, ["help"], ["work"], ratio) for name, ratio in (("push", 1.5), ("pull", 1.3))]
    write(
        folder, aided(300, 200, 1_234.56), {"plain": scenario(), **{name: scenario(name, based_on="plain") for name in NAMES[1:]}}, pushes
    )
    return folder


def compared(results: Path, progress: Any = None) -> dict[str, Any]:  # noqa: ANN401
    """Return the stored bytes of each scenario after a comparison."""
    found = study.compare(asked("plain", replications=COUNT, results=results), NAMES[1:], progress)
    runs = (found.scenarios[0].baseline, *found.scenarios)
    return {name: stored(each.folder) for name, each in zip(NAMES, runs, strict=True) if each is not None}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Count what is played: the replication, and in how many worlds."""
    played: list[tuple[int, int]] = []
    original = workers.play

    def play_and_count(task: Any, replication: int) -> Any:  # noqa: ANN401
        played.append((replication, 1 + len(task.others)))
        return original(task, replication)

    monkeypatch.setattr(workers, "play", play_and_count)
    return played


def test_a_comparison_stores_what_each_run_stores_alone(world: Path, counted: list[tuple[int, int]]) -> None:
    together = compared(world / "together")
    assert counted == [(number, 3) for number in range(COUNT)]
    assert together == {name: stored(play(name, replications=COUNT, results=world / "alone").folder) for name in NAMES}


def test_what_is_stored_is_not_played_again(world: Path, counted: list[tuple[int, int]]) -> None:
    alone = stored(play("push", replications=COUNT, results=world / "one").folder)
    counted.clear()
    assert compared(world / "one")["push"] == alone
    assert counted == [(number, 2) for number in range(COUNT)]
    compared(world / "one")
    assert len(counted) == COUNT


def test_an_interrupted_comparison_goes_on_where_it_stopped(world: Path, counted: list[tuple[int, int]]) -> None:
    def progress(done: int, _total: int) -> None:
        if done >= 3 * 2:
            raise StopError

    with pytest.raises(StopError):
        compared(world / "cut", progress)
    assert compared(world / "cut") == compared(world / "whole")
    assert sorted(counted[:COUNT]) == [(number, 3) for number in range(COUNT)]
    assert not list((world / "cut").glob("*/*/.replications"))


def test_progress_never_goes_back_and_ends_with_the_whole(world: Path) -> None:
    seen: list[tuple[int, int]] = []
    compared(world / "told", lambda done, total: seen.append((done, total)))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (3 * COUNT, 3 * COUNT)


def test_a_replication_that_fails_is_told_by_the_run_that_it_belongs_to(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = workers.play

    def failing(task: Any, replication: int) -> Any:  # noqa: ANN401
        if task.others or (replication == 3 and task.model.scenario == "push"):
            raise ReplicationError(replication, "a made-up fault")
        return original(task, replication)

    monkeypatch.setattr(workers, "play", failing)
    with pytest.raises(RunError, match=r"replication 3: a made-up fault(?s:.*)simcase trace push"):
        compared(world / "bad")
