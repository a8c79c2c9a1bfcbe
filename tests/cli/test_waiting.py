"""Nothing waits for ever: pipes among the files, ports that do not answer, processes of others that loop; and scarcity is called that."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from worlds import TOWN, aided, initiative, scenario, write

from simcase.cli import main

COMMAND = "from simcase.cli import main; main()"
IMPATIENT = "from simcase.engine import cluster; cluster.SECONDS = 1; "
"""What lets a scheduler answer within a second in place of ten."""
RUN = ["run", "plain", "--calibration", TOWN, "--replications", "4"]
SOON = 60
"""Seconds that a sentence may take on a computer that does much else."""
OWN = """
import math

def looping(world, initiative):
    print("looping", flush=True)
    while True:
        pass
    yield

def waiting(world, initiative):
    print("looping", flush=True)
    while True:
        yield world.env.timeout(0)

def nothing(world, initiative):
    world.set_dose(initiative.id, math.nan)
    yield
"""


@pytest.fixture
def world(folder: Path) -> Path:
    own = initiative("own", ["help"], ["work"], 1.5, kind="process", process="looping")
    write(folder, aided(60, 40, 1_000.0), {"plain": scenario(), "with-own": scenario("own")}, [own])
    return folder


def started(world: Path, *words: str, before: Callable[[], None] | None = None, first: str = "") -> subprocess.Popen[str]:
    """Start a command in a group of its own, as a shell does, after some Python has run in its process."""
    environment = {**os.environ, "SIMCASE_LANG": "en", "PYTHONPATH": f"{world}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    command = [sys.executable, "-c", first + COMMAND, *words]
    return subprocess.Popen(command, cwd=world, env=environment, start_new_session=True, preexec_fn=before, **pipes)  # type: ignore[call-overload,no-any-return] # noqa: PLW1509, S603


def called(*words: str) -> tuple[int, str]:
    """Return the exit code and what stands on stderr of a command in this process."""
    done = CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, words, catch_exceptions=False)
    return done.exit_code, done.stderr


def told(world: Path, *words: str, before: Callable[[], None] | None = None, first: str = "") -> tuple[int, str]:
    """Return the exit code and what stands on stderr of a command that ends soon."""
    process = started(world, *words, before=before, first=first)
    try:
        _, said = process.communicate(timeout=SOON)
    finally:
        process.kill()
    assert "Traceback" not in said, said
    return process.returncode, said


def test_a_pipe_among_the_files_is_no_file(world: Path) -> None:
    write(world, None, {"pushed": scenario("push")})
    names = ("scenarios/piped.yaml", "scenarios/initiatives/push.yaml", "calibration/town/more.yaml")
    for name in names:
        os.mkfifo(world / name)
    code, said = told(world, "check", "--calibration", TOWN)
    assert code == 2
    assert not [name for name in names if f"{name} found no ordinary file, expected a readable YAML file" not in said], said


@pytest.fixture
def deaf() -> Iterator[int]:
    """Give a port at which somebody listens who never says anything."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_port_that_is_no_scheduler_is_told(world: Path, deaf: int) -> None:
    pytest.importorskip("distributed", reason='Dask is not installed: pip install "simcase[cluster]"')
    code, said = told(world, *RUN, "--cluster", f"tcp://127.0.0.1:{deaf}", first=IMPATIENT)
    assert code == 2
    assert f"--cluster: found 'tcp://127.0.0.1:{deaf}', where no scheduler answers" in said


def install(world: Path, name: str) -> None:
    """Install a package that offers its processes, and let the initiative use one."""
    (world / "own.py").write_text(OWN, encoding="utf-8")
    about = world / "own-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: own\nVersion: 1.0\n", encoding="utf-8")
    offered = "".join(f"{each} = own:{each}\n" for each in ("looping", "waiting", "nothing"))
    (about / "entry_points.txt").write_text(f"[simcase.initiatives]\n{offered}", encoding="utf-8")
    write(world, None, None, [initiative("own", ["help"], ["work"], 1.5, kind="process", process=name)])


def test_an_interrupt_ends_processes_of_a_package_that_loop(world: Path) -> None:
    install(world, "looping")
    process = started(world, "run", "with-own", *RUN[2:], "--workers", "2", "--uncertainty", "chance")
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "looping\n"
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=SOON)
    finally:
        process.kill()
    assert process.returncode == 130
    assert said.startswith("Interrupted.") or "\nInterrupted." in said
    assert "Traceback" not in said


@pytest.mark.usefixtures("world")
def test_a_process_that_no_package_offers_is_told_by_check() -> None:
    code, said = called("check", "with-own", "--calibration", TOWN)
    assert code == 2
    assert "scenarios/initiatives/own.yaml" in said
    assert "process: found 'looping', expected a process that an installed package offers" in said


def test_a_dose_that_is_no_number_ends_the_run(world: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(world, "nothing")
    monkeypatch.syspath_prepend(str(world))
    code, said = called("run", "with-own", *RUN[2:], "--workers", "1")
    assert code == 1
    assert "initiative 'own': found a share of nan of its dose, expected a number from 0 to 1" in said


def test_too_few_open_files_are_called_that(world: Path) -> None:
    few = told(world, *RUN[:-1], "5", "--workers", "1", before=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (32, 32)))
    assert few[0] == 1
    assert "No more files can be open at once" in few[1]


def test_a_horizon_beyond_the_index_is_one_message_at_the_line_that_sets_it(world: Path) -> None:
    town = aided(60, 40, 1_000.0) | {"index": {"years": {"2019": 1.0, "2020": 1.02}}}
    write(world, town, {"plain": scenario(horizon={"end": "2035-12-31"})})
    code, said = called("check", "plain", "--calibration", TOWN)
    assert code == 2
    expected = "horizon.end: found 2035-12-31, expected a date up to 2020-12-31, where the regulation index ends (index.years)."
    assert said.splitlines() == [f"scenarios/plain.yaml:5 {expected}", "(1 problem, nothing was run)"]


def test_temporary_folders_go_when_a_run_is_ended(world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(world, "waiting")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    process = started(world, "run", "with-own", *RUN[2:], "--workers", "2", "--uncertainty", "chance")
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "looping\n"
        while not list(temporary.glob("simcase-*/task")):
            time.sleep(0.1)
        process.terminate()
        _, said = process.communicate(timeout=SOON)
    finally:
        process.kill()
    assert process.returncode == 128 + signal.SIGTERM
    assert "Traceback" not in said
    assert not list(temporary.iterdir())
