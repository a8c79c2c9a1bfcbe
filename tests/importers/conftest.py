"""A village with two benefits whose spells are written, read and refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from services_helper import TOKEN, Service, served

from simcase.cli import main
from simcase.declare import shipped
from simcase.importers import web

VILLAGE = {
    "title": "Village",
    "start": "2015-01-01",
    "end": "2019-12-31",
    "states": [
        {"id": "help", "label": "Help", "duration_group": "aid"},
        {"id": "aid", "label": "Aid", "duration_group": "aid"},
        {"id": "work", "label": "Work"},
        {"id": "gone", "label": "Gone", "absorbing": True},
    ],
    "segments": [
        {"id": "insured", "label": "Insured", "share": {"0": 0.6}},
        {"id": "other", "label": "Other", "share": {"0": 0.4}},
    ],
    "profiles": {"duration": {"slow": {"factors": {"0": 2, "26": 1}}}},
    "transitions": [
        {"from": "help", "to": "work", "rate": 1.0, "duration": "slow", "segments": {"other": 0.5}},
        {"from": "help", "to": "aid", "rate": 0.3},
        {"from": "aid", "to": "work", "rate": 0.2},
        {"from": "aid", "to": "help", "rate": 0.1},
        {"from": "work", "to": "help", "rate": 0.2},
    ],
    "parameters": [
        {"id": "exit.help", "label": "Exits", "kind": "transitions", "from": ["help"], "sd": 0.3, "low": 0.3, "high": 3},
        {"id": "exit.aid", "label": "Exits", "kind": "transitions", "from": ["aid"], "sd": 0.3, "low": 0.3, "high": 3},
    ],
    "stock": {"states": {"help": 2000, "aid": 1000, "work": 5000}},
}


@pytest.fixture(autouse=True)
def said_in_either_language(spoken: None) -> None:
    """Let no importer refuse anything in English alone."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the village's calibration, which the command line runs in."""
    file = tmp_path / "calibration" / "village" / "village.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps(VILLAGE), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMCASE_CALIBRATION", "village")
    monkeypatch.setenv("SIMCASE_LANG", "en")
    return tmp_path


@pytest.fixture
def call() -> Callable[..., Result]:
    """Run the command line, 100 columns wide; anything that is no exit is an error of the test."""
    return lambda *words: CliRunner(env={"COLUMNS": "100"}).invoke(main, words, catch_exceptions=False)


@pytest.fixture
def table(folder: Path) -> Callable[..., str]:
    """Write rows of texts as a CSV file with a heading and return its name."""

    def written(rows: Sequence[str], heading: str = "person,state,start,end,birth_year", name: str = "spells.csv") -> str:
        (folder / name).write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
        return name

    return written


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """Run the local server, with a cache of its own and little patience."""
    monkeypatch.setattr(web, "BACK_OFF", 0.001)
    kept = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr(web, "cache_folder", lambda: kept)
    with served() as running:
        monkeypatch.setenv("SIMCASE_JOBINDSATS_URL", running.url)
        monkeypatch.setenv("SIMCASE_STATBANK_URL", running.url)
        monkeypatch.setenv("SIMCASE_JOBINDSATS_TOKEN", TOKEN)
        yield running


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a calibration of its own, on top of the one shipped, without targets."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SIMCASE_LANG", "en")
    for name in ("aabenraa-2019", "dk-2019"):
        shutil.copytree(shipped() / "calibration" / name, tmp_path / "calibration" / name)
    return tmp_path
