"""`--log-file`: a line of JSON for each replication, which tells nothing of a person, a machine or its folders."""

from __future__ import annotations

import getpass
import json
import platform
from datetime import datetime
from pathlib import Path
from string import Formatter

import pytest
from click.testing import CliRunner, Result
from worlds import move, scenario, state, write

from simcase.cli import main
from simcase.cli.log_handlers import FIELDS
from simcase.words import CATALOGUE

TOWN = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 30, "work": 60}},
}
TOLD = {
    "begun": {"scenario", "run", "replications", "done"},
    "replication": {"scenario", "run", "replications", "replication", "seconds", "worker"},
    "finished": {"scenario", "run", "seconds"},
}


@pytest.fixture(autouse=True)
def town(folder: Path) -> Path:
    write(folder, TOWN, {"plain": scenario()})
    return folder


def run(*more: str) -> Result:
    words = ("run", "plain", "--calibration", "town", "--replications", "5", "--workers", "1", "--uncertainty", "chance")
    return CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, [*words, *more], catch_exceptions=False)


def test_a_line_for_each_replication_and_nothing_that_is_personal(town: Path) -> None:
    assert run("--log-file", "log.jsonl").exit_code == 0
    text = (town / "log.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["event"] for line in lines] == ["begun", *["replication"] * 5, "finished"]
    assert [line["replication"] for line in lines[1:-1]] == [0, 1, 2, 3, 4]
    for line in lines:
        assert datetime.fromisoformat(line["time"]).utcoffset() is not None
        assert set(line) == {"time", "event"} | TOLD[line["event"]]
    assert not [word for word in (str(town), str(Path.home()), f'"{getpass.getuser()}"', f'"{platform.node()}"') if word in text]


def test_lines_are_added_to_a_log_that_is_there(town: Path) -> None:
    (town / "log.jsonl").write_text("before\n", encoding="utf-8")
    assert run("--log-file", "log.jsonl").exit_code == 0
    assert len((town / "log.jsonl").read_text(encoding="utf-8").splitlines()) == 8


def test_a_log_that_cannot_be_written_is_a_mistake_and_nothing_is_run(town: Path) -> None:
    done = run("--log-file", "nowhere/log.jsonl")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--log-file" in done.stderr
    assert not (town / "results").exists()


def test_whatever_a_warning_names_the_log_tells() -> None:
    texts = {key: pair for key, pair in CATALOGUE.items() if key.startswith("log.")}
    named = {key: {name for text in pair for _, name, _, _ in Formatter().parse(text) if name} for key, pair in texts.items()}
    assert len(texts) > 5
    assert {key: names - set(FIELDS) for key, names in named.items() if not names <= set(FIELDS)} == {}
