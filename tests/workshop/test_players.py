"""Who plays for all sessions: nothing twice, nothing after a move, and a worker that dies is the trouble of whom it worked for."""

from __future__ import annotations

from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool

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


def kept(shared: SharedState, settings: Settings = AS_IT_IS) -> int:
    return shared.players.kept(shared.pair(settings))


def test_what_was_played_is_not_played_again(shared: SharedState, pools: list[Here]) -> None:
    shared.played(AS_IT_IS, 2, silent)
    shared.played(AS_IT_IS, 3, silent)
    shared.played(AS_IT_IS, 2, silent)
    assert pools[0].given == [0, 1, 0, 1, 2, 2]
    shared.played(moved(shared, "cost", 150), 3, silent)
    assert len(pools[0].given) == 6, "a cost moves no citizen"
    shared.played(moved(shared, "strength", 150), 3, silent)
    assert pools[0].given[6:] == [0, 1, 2], "the baseline is the same"
    assert len(pools) == 1


def test_worlds_that_nobody_looked_at_for_long_are_let_go(shared: SharedState, pools: list[Here], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(players, "MOST_KEPT", 4)
    stronger = moved(shared, "strength", 150)
    shared.played(AS_IT_IS, 2, silent)
    shared.played(stronger, 2, silent)
    assert (kept(shared, stronger), kept(shared)) == (2, 0)
    shared.played(AS_IT_IS, 2, silent)
    assert pools[0].given[6:] == [0, 1], "the scenario as it is again, its baseline not"


def test_a_move_ends_what_was_not_begun_and_keeps_what_is_done(shared: SharedState, pools: list[Here]) -> None:
    class Moved(Exception):  # noqa: N818 - nothing went wrong
        """What the page raises where a move has made the work void."""

    def progress(done: int, _total: int) -> None:
        if done == 0:
            for future in pools[0].futures[:3]:
                future.set_running_or_notify_cancel()
            pools[0].futures[1].set_result("the second replication of the baseline")
        else:
            raise Moved

    shared.players._workers()
    pools[0].holding = True
    with pytest.raises(Moved):
        shared.played(AS_IT_IS, 3, progress)
    assert [future.cancelled() for future in pools[0].futures] == [False] * 3 + [True] * 3
    base = shared.pair(AS_IT_IS)[:1]
    assert shared.players.kept(base) == 0, "what is kept is counted from the first on"
    assert list(shared.players._known(shared.players._world(base[0]).digest, 3)) == [1]


@pytest.mark.parametrize("failure", [BrokenProcessPool(), CancelledError()], ids=["died", "taken down beside it"])
def test_a_worker_that_dies_leaves_another_sessions_new_pool_alone(shared: SharedState, pools: list[Here], failure: Exception) -> None:
    def progress(_done: int, _total: int) -> None:
        if len(pools) == 1:  # Another session has met the same death, and has a new pool already.
            shared.players._drop(pools[0])  # type: ignore[arg-type]
            shared.players._workers()

    shared.players._workers()
    pools[0].failure = failure
    with pytest.raises(RunError, match="a worker process died"):
        shared.played(AS_IT_IS, 2, progress)
    assert [pool.closed for pool in pools] == [True, False]
    assert shared.played(AS_IT_IS, 2, silent).count == 2
    assert len(pools) == 2


@pytest.mark.slow
def test_the_death_of_a_worker_is_told_and_the_next_move_goes_on(shared: SharedState) -> None:
    def kill(done: int, _total: int) -> None:
        for process in list(shared.players._pool._executor._processes.values()) if done == 0 else ():  # type: ignore[union-attr]
            process.kill()

    with pytest.raises(RunError, match="a worker process died"):
        shared.played(AS_IT_IS, 4, kill)
    assert shared.played(AS_IT_IS, 4, silent).count == 4
    shared.players.close()
