"""Who plays changes nothing: processes, a Dask cluster, workers that die; what fails says which replication, when, and how to see it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from pathlib import Path
from types import FrameType

import pytest
from worlds import asked, move, play, scenario, state, stored, write

from simcase import study
from simcase.engine import Crew, available_cores, pool, staying
from simcase.engine import workers as crew
from simcase.engine.replicate import Task
from simcase.errors import RunError, UserError

TOWN = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 300, "work": 600}},
}

MANY = 61
"""Replications of which others play some for certain: of a few that take no time this process may play all."""


@pytest.fixture
def town(folder: Path) -> Path:
    write(folder, TOWN, {"plain": scenario()})
    return folder


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a scheduler and two worker processes, as they are started on machines of their own; return the address."""
    pytest.importorskip("distributed")
    file = tmp_path_factory.mktemp("cluster") / "scheduler.json"
    where = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(file)]
    with ExitStack() as running:

        def start(*words: str) -> None:
            command = [sys.executable, "-m", "dask", *words, *where]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
            running.callback(process.wait)
            running.callback(process.terminate)

        start("scheduler", "--port", "0")
        while not (file.exists() and file.read_text(encoding="utf-8").rstrip().endswith("}")):
            time.sleep(0.05)
        for _ in range(2):
            start("worker", "--nthreads", "1", "--local-directory", str(file.parent))
        yield json.loads(file.read_text(encoding="utf-8"))["address"]


@pytest.mark.slow
def test_one_two_and_four_processes_and_a_cluster_write_the_same_bytes(town: Path, cluster: str) -> None:
    one = stored(play("plain", replications=30, results=town / "1").folder)
    for workers in (2, 4):
        assert stored(play("plain", replications=30, workers=workers, results=town / str(workers)).folder) == one
    assert stored(play("plain", replications=30, cluster=cluster, results=town / "cluster").folder) == one


@pytest.mark.slow
def test_a_member_of_the_cluster_that_dies_costs_nothing(town: Path, cluster: str) -> None:
    from distributed import Client  # noqa: PLC0415 - an extra

    with Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2)
        pid = next(iter(client.run(os.getpid).values()))
    with ThreadPoolExecutor(1) as beside:
        run = beside.submit(play, "plain", replications=800, cluster=cluster, results=town / "cluster")
        while not list((town / "cluster").glob("plain/*/.replications")):
            assert not run.done()
        os.kill(pid, signal.SIGKILL)
        assert not run.done()
        assert stored(run.result().folder) == stored(play("plain", replications=800, results=town / "1").folder)


@pytest.mark.usefixtures("town")
def test_an_address_without_a_scheduler_is_a_mistake_and_nothing_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("simcase.engine.cluster.SECONDS", 0.5)
    with pytest.raises(UserError, match="where no scheduler answers"):
        play("plain", cluster="tcp://127.0.0.1:9")


@pytest.mark.usefixtures("town")
def test_who_plays_is_chosen_by_the_size_of_the_run() -> None:
    assert asked("plain", replications=2, workers=None).crew == Crew(1)
    assert asked("plain", replications=500, workers=None).crew == Crew(available_cores())
    assert asked("plain", replications=500, workers=3).crew == Crew(3)


def test_a_replication_asks_nothing_of_a_library_that_has_threads(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy of the process has one thread: what asked Polars for anything in it would wait for ever."""
    asked_for: list[str] = []
    played = crew.play

    def noted(frame: FrameType, *_: object) -> None:
        name = str(frame.f_globals.get("__name__", ""))
        if name.partition(".")[0] in {"polars", "pyarrow", "dask", "distributed"}:
            asked_for.append(f"{name}.{frame.f_code.co_name}")

    def watched(task: Task, replication: int) -> crew.Played:
        sys.setprofile(noted)
        try:
            return played(task, replication)
        finally:
            sys.setprofile(None)

    monkeypatch.setattr(crew, "play", watched)
    play("plain", replications=3, results=town / "results")
    assert not asked_for


def test_workers_that_die_again_and_again_stop_the_run(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (town / "fatal.py").write_text("import os\n\ndef die(file, batch):\n    os._exit(9)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(town))
    from fatal import die  # type: ignore[import-not-found] # noqa: PLC0415 - just written

    monkeypatch.setattr(crew, "_work", die)
    monkeypatch.setattr(crew, "LOSSES", 2)
    with pytest.raises(RunError, match=r"workers died 2 times with replications \d+ to \d+ under way.*What is finished is kept"):
        play("plain", replications=MANY, workers=2)


def test_processes_that_stay_play_one_run_after_the_other_and_are_replaced_when_they_die(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = []

    class Noted(pool.Pool):
        def __init__(self, processes: int, *, copies: bool) -> None:
            started.append(processes)
            super().__init__(processes, copies=copies)

    monkeypatch.setattr(pool, "Pool", Noted)
    with staying():
        folders = [play("plain", replications=MANY, workers=2, seed=seed, results=town / "2").folder for seed in (1, 2)]
        assert started == [1]
        assert pool._staying.get() is not None
        victim = next(each for one in pool._staying.get().pools.values() for each in one._executor._processes.values())  # type: ignore[union-attr]
        victim.kill()
        victim.join()
        folders.append(play("plain", replications=MANY, workers=2, seed=3, results=town / "2").folder)
        assert started == [1, 1]
    assert pool._staying.get() is None
    alone = [play("plain", replications=MANY, seed=seed, results=town / "1").folder for seed in (1, 2, 3)]
    assert [stored(folder) for folder in folders] == [stored(folder) for folder in alone]


def test_what_this_process_plays_is_kept_when_the_others_are_lost() -> None:
    mine, others = Future[list[crew.Played]](), Future[list[crew.Played]]()
    others.set_exception(BrokenProcessPool())
    threading.Timer(0.1, mine.set_result, [[]]).start()
    under_way: set[tuple[int, ...]] = set()
    given = iter((mine, others, others))
    streamed = crew._streamed(lambda _: next(given), lambda: 2, {(0, 1): None, (2, 3): None, (4, 5): None}, under_way)
    assert next(streamed) == ((0, 1), [])
    with pytest.raises(BrokenProcessPool):
        next(streamed)
    assert under_way == {(2, 3)}


FAULTY = """
def faulty(world):
    yield world.at(100.5, 2)
    raise ZeroDivisionError("a mistake of its own")
"""


def test_a_replication_that_fails_is_named_with_its_date_and_the_command_that_plays_it_alone(
    town: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (town / "mistaken.py").write_text(FAULTY, encoding="utf-8")
    monkeypatch.syspath_prepend(str(town))
    from mistaken import faulty  # type: ignore[import-not-found] # noqa: PLC0415 - just written

    from simcase.engine import conduct, conductor, replicate  # noqa: PLC0415

    assert conductor
    monkeypatch.setattr(replicate, "processes", lambda *_: [faulty])
    monkeypatch.setattr(replicate, "play_undisturbed", lambda tables, donors, luck: conduct(tables, donors, luck, [faulty]).into)
    with pytest.raises(RunError) as failed:
        study.run(asked("plain", replications=3, seed=5))
    said = str(failed.value)
    assert "replication 0, 2019-04-11: ZeroDivisionError: a mistake of its own" in said
    assert "mistaken.py:4" in said
    assert "simcase trace plain --calibration town --seed 5 --uncertainty chance --replication 0 --citizen 0" in said


BROKEN = """
from simcase.engine import replicate
from simcase.engine.workers import _work

def broken(file, batch):
    def fail(*_):
        raise IndexError("out of range")

    replicate.play_undisturbed = fail
    return _work(file, batch)
"""


def test_a_mistake_in_a_worker_process_names_its_replication_and_ends_the_run(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (town / "wrong.py").write_text(BROKEN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(town))
    from wrong import broken  # type: ignore[import-not-found] # noqa: PLC0415 - just written

    monkeypatch.setattr(crew, "_work", broken)
    with pytest.raises(RunError, match=r"replication [1-9]\d*: IndexError: out of range \(.*wrong\.py:7\)") as failed:
        play("plain", replications=MANY, workers=2, seed=5)
    assert "simcase trace plain --calibration town --seed 5 --uncertainty chance --replication " in str(failed.value)
