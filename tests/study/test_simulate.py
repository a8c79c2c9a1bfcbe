"""Runs that are asked for together are played side by side: the same bytes as alone, nothing played twice, nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from worlds import aided, asked, initiative, play, scenario, stored, write

from simcase import study
from simcase.engine import workers
from simcase.errors import ReplicationError, RunError
from simcase.study.identity import resolved
from simcase.study.request import FEWEST
from simcase.study.simulate import Job, simulate

COUNT = 6
NAMES = ("plain", "push", "pull")


class StopError(Exception):
    """What a test stops a comparison with."""


@pytest.fixture
def world(folder: Path) -> Path:
    pushes = [initiative(name, ["help"], ["work"], ratio) for name, ratio in (("push", 1.5), ("pull", 1.3), ("haul", 1.1))]
    based = {name: scenario(name, based_on="plain") for name in (*NAMES[1:], "haul")}
    goal = {"id": "few", "label": "Few", "count": "persons", "states": ["help"], "date": "2019-12-31", "threshold": 250}
    write(folder, {**aided(300, 200, 1_234.56), "goals": [goal]}, {"plain": scenario(), **based}, pushes)
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


@pytest.mark.usefixtures("world")
def test_parts_of_a_composition_are_played_side_by_side(counted: list[tuple[int, int]]) -> None:
    study.compare(asked("plain", replications=COUNT), ["push+pull+haul"])
    assert counted == [(number, 2) for number in range(COUNT)] + [(number, 6) for number in range(COUNT)]
    counted.clear()
    study.compare(asked("plain", replications=COUNT), ["push+pull+haul"])
    assert counted == []


def solved(progress: Any = study.silent) -> Any:  # noqa: ANN401
    """Return the strength of a push that leaves few on help."""
    return study.solve(asked("push", replications=COUNT), "push.effect", "few", 0.5, progress)


def broken_even(progress: Any = study.silent) -> Any:  # noqa: ANN401
    """Return the strength of a push that pays back, whatever it is."""
    return study.breakeven(asked("plain", replications=COUNT), "push", progress)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("search", "ends"), [(solved, 2), (broken_even, 6)])
def test_a_search_plays_what_it_needs_anyway_side_by_side_and_nothing_twice(
    search: Any,  # noqa: ANN401
    ends: int,
    counted: list[tuple[int, int]],
) -> None:
    found = search()
    assert counted[:COUNT] == [(number, ends) for number in range(COUNT)]
    assert counted[COUNT:] == [(number, 1) for _ in range(len(counted) // COUNT - 1) for number in range(COUNT)]
    counted.clear()
    assert search() == found
    assert counted == []


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("search", [solved, broken_even])
def test_an_interrupted_search_goes_on_where_it_stopped(search: Any, counted: list[tuple[int, int]]) -> None:  # noqa: ANN401
    def progress(done: int, total: int) -> None:
        if 0 < done < total:
            raise StopError

    with pytest.raises(StopError):
        search(progress)
    begun = len(counted)
    found = search()
    assert begun > 0
    assert len(counted) % COUNT == 0
    assert search() == found
    assert not list(Path("results").glob("*/*/.replications"))


@pytest.mark.usefixtures("world")
def test_what_is_not_stored_is_played_side_by_side_too_and_is_the_same(counted: list[tuple[int, int]]) -> None:
    request = asked("plain", replications=COUNT)
    jobs = [Job(request, resolved(request, name)) for name in ("plain", "push", "plain")]
    one, other, again = simulate(jobs)
    assert counted == [(number, 2) for number in range(COUNT)]
    assert not Path("results").exists()
    for found, name in ((one, "plain"), (other, "push"), (again, "plain")):
        alone = study.run(asked(name, replications=COUNT)).world.outcome
        assert (found.world.outcome.days == alone.days).all()
        assert (found.world.outcome.flow == alone.flow).all()


@pytest.mark.parametrize("name", NAMES)
def test_a_longer_run_begins_with_the_shorter_one_to_the_last_bit(world: Path, counted: list[tuple[int, int]], name: str) -> None:
    def played(results: str, count: int, begun: int = 0) -> dict[str, bytes]:
        request = asked(name, replications=count, results=world / results)
        return stored(next(simulate([Job(request, resolved(request), begun=begun)], request.results)).folder)

    whole = played("whole", COUNT)
    played("grown", 4)
    counted.clear()
    assert played("grown", COUNT, begun=4) == whole
    assert counted == [(4, 1), (5, 1)]


@pytest.mark.usefixtures("world")
def test_no_replication_is_played_twice_until_means_are_precise(counted: list[tuple[int, int]]) -> None:
    found = study.run(asked("plain", replications=None))
    assert len(counted) == found.request.count > FEWEST
