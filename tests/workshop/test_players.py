"""Who plays for all sessions: nothing twice, nothing after a move, and a worker that dies is the trouble of whom it worked for."""

from __future__ import annotations

from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from workshop_helper import Here

from simcase.errors import RunError
from simcase.study import silent
from simcase.workshop import players
from simcase.workshop.settings import Settings, levers_of
from simcase.workshop.shared_state import SharedState

AS_IT_IS = Settings("pushed")


def moved(shared: SharedState, kind: str, value: int) -> Settings:
    """Return the scenario with one lever of its initiative moved."""
    lever = next(each for each in levers_of(shared.model("pushed")) if each.key == f"push.{kind}")
    return AS_IT_IS.with_lever(lever, value)


def available(shared: SharedState, settings: Settings = AS_IT_IS) -> int:
    return shared.players.available(shared.pair(settings))


def given(pools: list[Here]) -> list[int]:
    """Return the replications that workers were given, the first of all first."""
    return [number for pool in pools for number in pool.given]


def test_what_was_played_is_not_played_again(shared: SharedState, pools: list[Here]) -> None:
    shared.played(AS_IT_IS, 2, silent)
    shared.played(AS_IT_IS, 3, silent)
    shared.played(AS_IT_IS, 2, silent)
    assert given(pools) == [0, 1, 0, 1, 2, 2]
    shared.played(moved(shared, "cost", 150), 3, silent)
    assert len(given(pools)) == 6, "a cost moves no citizen"
    shared.played(moved(shared, "strength", 150), 3, silent)
    assert given(pools)[6:] == [0, 1, 2], "the baseline is the same"
    assert len(pools) == 1


def test_each_replication_has_a_worker_that_keeps_its_fork(shared: SharedState, pools: list[Here]) -> None:
    shared.players._request = replace(shared.request, workers=2)
    for settings in (AS_IT_IS, moved(shared, "strength", 150), moved(shared, "strength", 50)):
        shared.played(settings, 6, silent)
    assert [set(pool.given) for pool in pools] == [{0, 2, 4}, {1, 3, 5}]
    forks = players._forks[str(shared.players._staff._files[shared.players._playable(shared.pair(AS_IT_IS)[0]).digest])]  # type: ignore[union-attr]
    assert sorted(number for number, _ in forks._kept) == list(range(6)), "one of each replication, for both moves"


def test_forks_are_kept_of_the_first_replications_alone(shared: SharedState, pools: list[Here], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(players, "FORKED", 2)
    found = shared.played(moved(shared, "strength", 150), 4, silent)
    [forks] = players._forks.values()
    assert sorted(number for number, _ in forks._kept) == [0, 1]
    monkeypatch.setattr(players, "FORKED", 4)
    shared.players.close()
    shared.players._figures.clear()
    assert np.array_equal(shared.played(moved(shared, "strength", 150), 4, silent).effects.persons, found.effects.persons)
    assert len(pools) == 2


def test_workers_go_on_while_an_answer_is_drawn(shared: SharedState, pools: list[Here]) -> None:
    with shared.players.growing(shared.pair(AS_IT_IS)) as growth:
        assert len(growth.upto(1, silent, ahead=3)[0].days) == 1
        assert given(pools) == [0, 0, 1, 2, 1, 2], "what is asked for first, then what comes next"
        assert len(growth.upto(3, silent)[1].days) == 3
    assert len(given(pools)) == 6


def test_two_windows_wait_for_the_same_runs(shared: SharedState, pools: list[Here]) -> None:
    shared.played(AS_IT_IS, 1, silent)
    pools[0].holding = True
    with shared.players.growing(shared.pair(AS_IT_IS)) as one:
        with shared.players.growing(shared.pair(AS_IT_IS)) as other:
            for growth in (one, other):
                for world in growth._worlds:
                    growth._ask(world, range(3))
            assert given(pools) == [0, 0, 1, 2, 1, 2]
        assert not any(future.cancelled() for future in pools[0].futures), "the other window waits still"
    assert [future.cancelled() for future in pools[0].futures] == [False] * 2 + [True] * 4


def test_worlds_that_nobody_looked_at_for_long_are_let_go(shared: SharedState, pools: list[Here], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(players, "MOST_PLAYED", 4)
    stronger = moved(shared, "strength", 150)
    shared.played(AS_IT_IS, 2, silent)
    shared.played(stronger, 2, silent)
    assert (available(shared, stronger), available(shared)) == (2, 0)
    shared.played(AS_IT_IS, 2, silent)
    assert given(pools)[6:] == [0, 1], "the scenario as it is again, its baseline not"


def test_files_of_worlds_are_removed_when_nobody_plays(shared: SharedState, pools: list[Here], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(players, "MOST_WORLDS", 3)
    for value in (150, 50, 120):
        shared.played(moved(shared, "strength", value), 1, silent)
    staff = shared.players._staff
    assert staff is not None
    assert len(list(Path(staff._folder.name).iterdir())) == len(staff._files) == 2, "baseline and the latest"
    shared.players.close()
    assert not Path(staff._folder.name).exists()
    assert pools[0].closed


def test_a_move_ends_what_was_not_begun_and_keeps_what_is_done(shared: SharedState, pools: list[Here]) -> None:
    class Moved(Exception):  # noqa: N818 - nothing went wrong
        """What the page raises where a move has made the work void."""

    def progress(done: int, asked: int) -> None:
        assert (done, asked) == (0, 3)
        for future in pools[0].futures[2:5]:
            future.set_running_or_notify_cancel()
        pools[0].futures[3].set_result("the second replication of the baseline")
        raise Moved

    shared.played(moved(shared, "strength", 150), 1, silent)
    shared.players._figures.clear()
    pools[0].holding = True
    with pytest.raises(Moved):
        shared.played(AS_IT_IS, 3, progress)
    assert [future.cancelled() for future in pools[0].futures[2:]] == [False] * 3 + [True] * 3
    base = shared.pair(AS_IT_IS)[:1]
    assert shared.players.available(base) == 0, "what is kept is counted from the first on"
    assert list(shared.players._figures[shared.players._playable(base[0]).digest]) == [1]


@pytest.mark.parametrize("failure", [BrokenProcessPool(), CancelledError()], ids=["died", "taken down beside it"])
def test_a_worker_that_dies_leaves_another_sessions_new_pool_alone(shared: SharedState, pools: list[Here], failure: Exception) -> None:
    shared.played(AS_IT_IS, 1, silent)
    pools[0].failure = failure
    broken = shared.players._staff
    with shared.players.growing(shared.pair(AS_IT_IS)) as growth:
        for world in growth._worlds:
            growth._ask(world, range(2))
        shared.players._staff = None  # Another session has met the same death, and has new processes already.
        shared.played(moved(shared, "strength", 150), 1, silent)
        with pytest.raises(RunError, match="a worker process died"):
            growth.upto(2, silent)
    assert shared.players._staff not in {None, broken}
    assert [pool.closed for pool in pools] == [True, False]
    assert shared.played(AS_IT_IS, 2, silent).count == 2
    assert len(pools) == 2


def test_a_worker_that_died_with_nothing_to_do_is_replaced(shared: SharedState, pools: list[Here]) -> None:
    shared.played(AS_IT_IS, 1, silent)
    pools[0].refusal = BrokenProcessPool()
    assert shared.played(AS_IT_IS, 2, silent).count == 2
    assert [pool.closed for pool in pools] == [True, False]


@pytest.mark.slow
def test_the_death_of_a_worker_is_told_and_the_next_move_goes_on(shared: SharedState) -> None:
    def kill(_done: int, _total: int) -> None:
        staff = shared.players._staff
        for process in [each for pool in staff._pools for each in (pool._executor._processes or {}).values()] if staff else ():
            process.kill()

    with pytest.raises(RunError, match="a worker process died"):
        shared.played(AS_IT_IS, 4, kill)
    assert shared.played(AS_IT_IS, 4, silent).count == 4
    shared.players.close()
