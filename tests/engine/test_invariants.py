"""Numbers that cannot be stop a run, and tell what, where and when: each is corrupted once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from worlds import asked, move, play, scenario, state, write

from simcase.engine import Task, conduct, conductor, replicate, replicated
from simcase.engine.kernel.records import Record
from simcase.errors import ReplicationError, RunError
from simcase.model import Model, resolve
from simcase.money import accounts
from simcase.money.accounts import check_payers
from simcase.tables import tabulate

TOWN = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("help", line="aid"), state("work"), state("away", absorbing=True)],
    "lines": [{"id": "aid", "label": "Aid"}],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0), move("work", "away", 0.1)],
    "stock": {"states": {"help": 30, "work": 60}},
}


@pytest.fixture
def model(folder: Path) -> Model:
    write(folder, TOWN, {"plain": scenario()})
    return resolve("plain", calibration="town")


def task_of(model: Model) -> Task:
    return Task(tabulate(model), None, 7)


def less(name: str, by: int) -> Callable[[Record], None]:
    def corrupt(into: Record) -> None:
        getattr(into, name)[:] -= by

    return corrupt


def fewer_in_march(into: Record) -> None:
    into.stock[1, 2] -= 3
    into.stock[1, 3] += 3


def a_move_in_june(into: Record) -> None:
    into.flow[5, 0, 1] += 1


def half_a_day_in_may(into: Record) -> None:
    into.part[0, 4] += 0.5


def negative_days(into: Record) -> None:
    into.part[0, 6] -= 1e6
    into.present_part[6] -= 1e6


def nobody_in_may(into: Record) -> None:
    into.stock[:, 4] -= 1000
    into.stock[:, 5] += 1000


@pytest.mark.parametrize(
    ("corrupt", "said"),
    [
        (half_a_day_in_may, "replication 3, 2019-05: citizens do not add up over the states"),
        (negative_days, r"replication 3, 2019-07: negative person-days \(help\)"),
        (nobody_in_may, r"replication 3, 2019-05: a negative stock \(help\)"),
        (fewer_in_march, r"replication 3, 2019-03: citizens are not conserved.*\(work\)"),
        (a_move_in_june, r"replication 3, 2019-06: citizens are not conserved.*\(help\)"),
        (less("flow", 10**6), r"replication 3, 2019-01: negative moves"),
    ],
)
def test_a_corrupted_record_is_told(model: Model, corrupt: Callable[[Record], None], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    played = replicate.play_undisturbed
    sound = replicated(task_of(model), 3)
    assert sound.stock.sum() > 0

    def corrupted(*about: object) -> Record:
        into = played(*about)  # type: ignore[arg-type]
        corrupt(into)
        return into

    monkeypatch.setattr(replicate, "play_undisturbed", corrupted)
    with pytest.raises(ReplicationError, match=said):
        replicated(task_of(model), 3)


def test_an_event_before_its_entry_is_told_with_citizen_and_date(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    """A citizen's next event is put before the spell's beginning, as a broken clock would; the run stops and names the citizen."""
    assert model

    def meddling(world: conductor.Replication) -> conductor.Process:
        who = world.who
        who.entry[41], who.next_time[41], who.next_state[41] = 60.0, 50.0, 0
        yield world.at(100.0, 2)

    monkeypatch.setattr(replicate, "play_undisturbed", lambda *about: conduct(*about, [meddling], events=100_000).into)
    with pytest.raises(RunError) as failed:
        play("plain", replications=1, seed=7)
    said = str(failed.value)
    assert "ends before it began" in said
    assert "replication 0, citizen 41, 2019-02-20" in said
    assert "simcase trace plain --calibration town --seed 7 --uncertainty chance --replication 0 --citizen 41" in said


def test_a_mistake_in_the_engine_names_its_replication(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Record:
        raise IndexError("out of range")

    monkeypatch.setattr(replicate, "play_undisturbed", broken)
    with pytest.raises(ReplicationError, match=r"replication 4: IndexError: out of range"):
        replicated(task_of(model), 4)


def test_payers_that_do_not_add_up_are_told(model: Model) -> None:
    kept = accounts(model, replicate_outcome(model))
    check_payers(kept, kept.municipality)
    for field, by in (("gross", 1.0), ("state", 0.01), ("municipality", np.nan)):
        broken = kept._replace(**{field: getattr(kept, field) + by})
        with pytest.raises(RunError, match=r"replication 0, 2019, aid: payers do not add up"):
            check_payers(broken, kept.municipality)


def replicate_outcome(model: Model):  # noqa: ANN201 - the outcome of a run
    from simcase import study  # noqa: PLC0415

    assert model
    return study.run(asked("plain")).world.outcome
