"""Who plays for all sessions: nothing twice, nothing after a move, and a worker that dies is the trouble of whom it worked for."""

from __future__ import annotations

from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool

import pytest
from workshop_helper import Here

from simcase.errors import RunError
from simcase.study import silent
from simcase.workshop import playing
from simcase.workshop.house import House
from simcase.workshop.settings import Settings, knobs

AS_IT_IS = Settings("pushed")


def moved(house: House, kind: str, value: int) -> Settings:
    """Return the scenario with one lever of its initiative moved."""
    knob = next(each for each in knobs(house.model("pushed")) if each.key == f"push.{kind}")
    return AS_IT_IS.turned(knob, value)


def kept(house: House, settings: Settings = AS_IT_IS) -> int:
    return house.players.kept(house.pair(settings))


def test_what_was_played_is_not_played_again(house: House, pools: list[Here]) -> None:
    house.played(AS_IT_IS, 2, silent)
    house.played(AS_IT_IS, 3, silent)
    house.played(AS_IT_IS, 2, silent)
    assert pools[0].given == [0, 1, 0, 1, 2, 2]
    house.played(moved(house, "cost", 150), 3, silent)
    assert len(pools[0].given) == 6, "a cost moves no citizen"
    house.played(moved(house, "strength", 150), 3, silent)
    assert pools[0].given[6:] == [0, 1, 2], "the baseline is the same"
    assert len(pools) == 1


def test_worlds_that_nobody_looked_at_for_long_are_let_go(house: House, pools: list[Here], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(playing, "MOST_KEPT", 4)
    stronger = moved(house, "strength", 150)
    house.played(AS_IT_IS, 2, silent)
    house.played(stronger, 2, silent)
    assert (kept(house, stronger), kept(house)) == (2, 0)
    house.played(AS_IT_IS, 2, silent)
    assert pools[0].given[6:] == [0, 1], "the scenario as it is again, its baseline not"


def test_a_move_ends_what_was_not_begun_and_keeps_what_is_done(house: House, pools: list[Here]) -> None:
    class Moved(Exception):  # noqa: N818 - nothing went wrong
        """What the page raises where a move has made the work void."""

    def progress(done: int, _total: int) -> None:
        if done == 0:
            for future in pools[0].futures[:3]:
                future.set_running_or_notify_cancel()
            pools[0].futures[1].set_result("the second replication of the baseline")
        else:
            raise Moved

    house.players._workers()
    pools[0].holding = True
    with pytest.raises(Moved):
        house.played(AS_IT_IS, 3, progress)
    assert [future.cancelled() for future in pools[0].futures] == [False] * 3 + [True] * 3
    base = house.pair(AS_IT_IS)[:1]
    assert house.players.kept(base) == 0, "what is kept is counted from the first on"
    assert list(house.players._known(house.players._world(base[0]).digest, 3)) == [1]


@pytest.mark.parametrize("failure", [BrokenProcessPool(), CancelledError()], ids=["died", "taken down beside it"])
def test_a_worker_that_dies_leaves_the_new_pool_of_another_session_alone(house: House, pools: list[Here], failure: Exception) -> None:
    def progress(_done: int, _total: int) -> None:
        if len(pools) == 1:  # Another session has met the same death, and has a new pool already.
            house.players._drop(pools[0])  # type: ignore[arg-type]
            house.players._workers()

    house.players._workers()
    pools[0].failure = failure
    with pytest.raises(RunError, match="a worker process died"):
        house.played(AS_IT_IS, 2, progress)
    assert [pool.closed for pool in pools] == [True, False]
    assert house.played(AS_IT_IS, 2, silent).count == 2
    assert len(pools) == 2


@pytest.mark.slow
def test_the_death_of_a_worker_is_told_and_the_next_move_goes_on(house: House) -> None:
    def kill(done: int, _total: int) -> None:
        for process in list(house.players._pool._executor._processes.values()) if done == 0 else ():  # type: ignore[union-attr]
            process.kill()

    with pytest.raises(RunError, match="a worker process died"):
        house.played(AS_IT_IS, 4, kill)
    assert house.played(AS_IT_IS, 4, silent).count == 4
    house.players.close()
