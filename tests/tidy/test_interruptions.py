"""Runs that are stopped, killed, damaged, raced or refused: nothing that was finished is lost, nothing that was there is harmed."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from worlds import asked, move, play, scenario, state, stored, write

from simcase import study, tidy
from simcase.errors import RunError
from simcase.model import resolve
from simcase.tables import tabulate

TOWN = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 3_000, "work": 6_000}},
}
"""A replication takes some milliseconds."""
COUNT = 40
LONG = 300
"""Replications of a run that is killed, so that many kills fall while it plays."""
KILLS = int(os.environ.get("SIMCASE_KILLS", "6"))
"""How often runs are killed. `SIMCASE_KILLS=50 python -m pytest -m slow tests/tidy/test_interruptions.py -k kills` asks for more."""
RUN = ("run", "plain", "--calibration", "town", "--uncertainty", "chance", "--lang", "en", "--replications", str(COUNT))


@pytest.fixture
def town(folder: Path) -> Path:
    write(folder, TOWN, {"plain": scenario()})
    return folder


def command(*more: str) -> list[str]:
    return [str(Path(sys.executable).with_name("simcase")), *RUN, *more]


def started(*more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(command(*more), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)  # noqa: S603 - our own command


def wait_for(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.005)


def entries(results: Path) -> int:
    """Return how many bytes of finished replications a run has kept so far."""
    return sum(path.stat().st_size for path in results.glob("plain/*/.replications"))


def only(results: Path) -> Path:
    (folder,) = (results / "plain").iterdir()
    return folder


class StopError(Exception):
    """What a test stops a run with."""


def stop_after(number: int) -> Callable[[int, int], None]:
    def progress(done: int, _total: int) -> None:
        if done == number:
            raise StopError

    return progress


def test_an_interrupted_run_goes_on_where_it_stopped(town: Path) -> None:
    whole = play("plain", replications=9, results=town / "whole")
    with pytest.raises(StopError):
        study.run(asked("plain", replications=9), progress=stop_after(6))
    seen: list[int] = []
    again = study.run(asked("plain", replications=9), progress=lambda done, _: seen.append(done))
    assert seen[:4] == [6, 7, 8, 9]
    assert stored(again.folder) == stored(whole.folder)
    assert not (again.folder / ".replications").exists()


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("harm", ["the last byte", "the first byte", "cut short", "a byte more", "emptied"])
def test_what_is_damaged_of_an_interrupted_run_is_played_again(harm: str) -> None:
    with pytest.raises(StopError):
        study.run(asked("plain", replications=6), progress=stop_after(5))
    (journal,) = Path("results/plain").glob("*/.replications")
    content = bytearray(journal.read_bytes())
    assert content
    if harm == "cut short":
        del content[-9:]
    elif harm == "a byte more":
        content.append(7)
    elif harm == "emptied":
        content.clear()
    else:
        content[0 if harm == "the first byte" else -1] ^= 1
    journal.write_bytes(content)
    again = play("plain", replications=6)
    assert stored(again.folder) == stored(play("plain", replications=6, results=Path("whole")).folder)


@pytest.mark.slow
@pytest.mark.usefixtures("town")
def test_a_killed_run_leaves_no_process_behind_and_is_finished_by_the_next() -> None:
    run = started("--workers", "2", "--log-file", "log.jsonl")
    wait_for(lambda: entries(Path("results")) > 0 and len(Path("log.jsonl").read_text(encoding="utf-8").splitlines()) > 3)
    run.kill()
    run.communicate()
    wait_for(lambda: not alive_in_group(run.pid), 5.0)
    done = subprocess.run(command("--json"), capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    assert json.loads(done.stdout)["run"]["replications"] == COUNT
    whole = play("plain", replications=COUNT, results=Path("whole"))
    assert stored(only(Path("results"))) == stored(whole.folder)


def alive_in_group(group: int) -> bool:
    """Tell whether any process of a group lives; those that have died and are not yet buried do not count."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="utf-8").rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            return True
    return False


@pytest.mark.slow  # it is timed, so it runs beside nothing else
@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_at_once_says_how_to_go_on_and_keeps_what_is_finished(workers: str) -> None:
    run = started("--workers", workers)
    wait_for(lambda: entries(Path("results")) > 0)
    begun = time.monotonic()
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate()
    assert time.monotonic() - begun < 2.0
    assert (run.returncode, out) == (130, "")
    assert f"of {COUNT} runs were finished." in err
    assert "the same command goes on from there" in err
    assert "Traceback" not in err
    assert entries(Path("results")) > 0
    wait_for(lambda: not alive_in_group(run.pid), 5.0)


@pytest.mark.slow
@pytest.mark.usefixtures("town")
def test_a_worker_that_dies_is_replaced_and_its_replications_are_played_again() -> None:
    run = started("--replications", str(LONG), "--workers", "2", "--log-file", "log.jsonl", "--json")
    lines = Path("log.jsonl")

    def workers() -> set[int]:
        told = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()] if lines.exists() else []
        return {line["worker"] for line in told if line["event"] == "replication"} - {run.pid}

    wait_for(lambda: bool(workers()))
    os.kill(workers().pop(), signal.SIGKILL)
    out, err = run.communicate()
    assert run.returncode == 0, err
    assert "a new one goes on with its work" in err
    assert json.loads(out)["run"]["replications"] == LONG
    told = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    played = sorted(line["replication"] for line in told if line["event"] == "replication")
    assert played == list(range(LONG))
    assert stored(only(Path("results"))) == stored(play("plain", replications=LONG, results=Path("whole")).folder)


@pytest.mark.usefixtures("town")
def test_two_processes_on_the_same_run_play_it_once() -> None:
    runs = [started("--json", "--workers", "1", "--log-file", f"{name}.jsonl") for name in ("one", "two")]
    told = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    first, second = (json.loads(out) for out, _ in told)
    assert {**first, "run": None} == {**second, "run": None}
    logs = [Path(f"{name}.jsonl").read_text(encoding="utf-8") for name in ("one", "two")]
    assert sorted(log.count('"event": "replication"') for log in logs) == [0, COUNT]


@pytest.mark.usefixtures("town")
def test_a_disk_that_is_full_is_told_and_what_was_there_stays() -> None:
    small = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000));"
    code = f"{small} from simcase.cli import main; main(sys.argv[1:], prog_name='simcase')"
    words = [sys.executable, "-c", code, *RUN, "--workers", "1"]
    full = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert full.returncode == 1
    assert "choose another folder with --results" in full.stderr
    assert "Traceback" not in full.stderr
    kept = entries(Path("results"))
    assert 0 < kept <= 40_000
    seen: list[int] = []
    again = study.run(asked("plain", replications=COUNT), progress=lambda done, _: seen.append(done))
    assert seen[-1] == COUNT
    assert stored(again.folder) == stored(play("plain", replications=COUNT, results=Path("whole")).folder)


def test_a_failure_while_tables_are_written_leaves_the_replications(town: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_folder: Path, *_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(tidy, "finish", full)
        with pytest.raises(RunError, match="No space left on device"):
            play("plain", replications=5)
    seen: list[int] = []
    study.run(asked("plain", replications=5), progress=lambda done, _: seen.append(done))
    assert seen == [5]
    assert town


def journalled(results: Path) -> set[int]:
    """Return the replications that a killed run has kept, read from a copy."""
    journals = list(results.glob("plain/*/.replications"))
    if not journals:
        return set()
    shutil.copy(journals[0], results / ".replications")
    with closing(tidy.journal(results, tabulate(resolve("plain", calibration="town")), LONG)) as copy:
        return {number for number, _ in copy.kept()}


def told_by(log: Path) -> list[dict[str, Any]]:
    """Return the whole lines of a log."""
    return (
        [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines(keepends=True) if line.endswith("\n")]
        if log.exists()
        else []
    )


def killed(words: Sequence[str], after: float) -> bool:
    """Kill a run, with all its processes every second time, after some seconds; return False where it had ended by itself."""
    run = started(*words)
    try:
        run.communicate(timeout=after)
    except subprocess.TimeoutExpired:
        run.kill()
        if int(after * 1000) % 2:
            os.killpg(run.pid, signal.SIGKILL)
        run.communicate()
        return True
    assert run.returncode == 0
    return False


@pytest.mark.slow
@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_kills_at_any_moment_lose_no_replication_and_change_no_byte(workers: str) -> None:
    luck = random.Random(2019)  # noqa: S311 - moments, not secrets
    begun = time.monotonic()
    again = ("--replications", str(LONG), "--workers", workers)
    assert not killed((*again, "--results", "whole"), 600.0)
    whole, length = stored(only(Path("whole"))), time.monotonic() - begun
    runs = kills = 0
    while kills < KILLS // 2:
        results, kept, under_way = Path(f"results-{runs}"), set[int](), True
        results.mkdir()
        while under_way:
            log = Path(f"{runs}-{kills}.jsonl")
            words = (*again, "--results", str(results), "--log-file", str(log))
            under_way = killed(words, luck.uniform(0.0, length) if kills < KILLS // 2 else 600.0)
            lines = told_by(log)
            played = [line["replication"] for line in lines if line["event"] == "replication"]
            assert [line["done"] for line in lines if line["event"] == "begun"] in ([], [len(kept)])
            assert not kept & set(played)
            assert len(set(played)) == len(played)
            if under_way:
                kills += 1
                ended = any(results.glob("plain/*/finished.json"))
                kept |= set(range(LONG)) if ended else journalled(results)
                assert set(played) <= kept
            else:
                assert kept | set(played) == set(range(LONG))
        assert stored(only(results)) == whole, f"run {runs}, {kills} kills"
        runs += 1
