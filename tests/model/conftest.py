"""A small world to resolve, and a cache of parsed files for all tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from simcase.declare import Library
from simcase.model import Model, resolve

FILES = {
    "calibration/land/rules.yaml": """
title: The land
rates:
  full: {value: 1000, low: 900, high: 1200, unit: kr_per_month, grade: C, source: "a law", note: "Monthly."}
index:
  years: {2020: 1, 2021: 1.02}
  source: "a law"
  grade: C
refusion:
  counter: {from: 2019-01-01, reset_weeks: 52, window_weeks: 156}
  steps: [{to_week: 4, state_share: 0.8, source: "a law", grade: C}, {state_share: 0.2}]
""",
    "calibration/town/people.yaml": """
based_on: land
start: 2020-01-01
end: 2021-12-31
states:
  - {id: idle, label: Idle}
  - {id: work, label: At work}
  - {id: gone, label: Gone, absorbing: true}
stock:
  states: {idle: 40, work: 160}
""",
    "calibration/town/moves.yaml": """
title: The town
transitions:
  - {from: idle, to: work, rate: {value: 2, low: 1, high: 3, grade: B, source: "a count"}}
  - {from: work, to: idle, rate: 0.5}
  - {from: work, to: gone, rate: 0.1}
parameters:
  - {id: exit.idle, label: Exits, kind: transitions, from: [idle], prior: 1.1, sd: 0.2, low: 0.5, high: 2}
  - {id: entry.idle, label: Entries, kind: transitions, to: [idle], sd: 0.2, low: 0.5, high: 2}
  - {id: any.work, label: Leaving work, kind: transitions, from: [work], sd: 0.2, low: 0.5, high: 2}
""",
    "calibration/town/fits/counts.yaml": """
fit: counts
calibration: town
parameters: [{id: entry.idle, value: 1.5}, {id: any.work, value: 2}]
""",
    "scenarios/initiatives/help.yaml": """
id: help
label: Help
target: {states: [idle]}
window: {start: 2020-07-01}
effects: [{exits_to: [work], hazard_ratio: {value: 1.5, low: 1, high: 2, grade: C, source: "a study"}}]
""",
    "scenarios/initiatives/advice.yaml": """
id: advice
label: Advice
target: {states: [idle]}
window: {start: 2020-07-01}
effects: [{exits_to: [work], hazard_ratio: 1.1}]
""",
    "scenarios/base.yaml": """
title: Base
initiatives: [help]
""",
}


@pytest.fixture(autouse=True)
def said_in_either_language(spoken: None) -> None:
    """Let nothing of a model be refused in English alone."""


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def kept(parsed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMCASE_CACHE", str(parsed))


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], Path]:
    """Return what puts a file into the library; the small world is there already."""
    monkeypatch.chdir(tmp_path)

    def put(name: str, text: str) -> Path:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    for name, text in FILES.items():
        put(name, text)
    return put


@pytest.fixture
def library(write: Callable[[str, str], Path], tmp_path: Path) -> Library:
    assert write
    return Library((tmp_path,))


@pytest.fixture
def town(library: Library) -> Callable[..., Model]:
    """Return what resolves a scenario in the town."""

    def made(expression: str = "base", **options: str) -> Model:
        return resolve(expression, calibration="town", library=library, **options)

    return made


@pytest.fixture
def scenario(write: Callable[[str, str], Path]) -> Callable[[str, str], None]:
    """Return what writes a scenario by name, from its lines after the title."""

    def put(name: str, lines: str) -> None:
        write(f"scenarios/{name}.yaml", f"title: {name.capitalize()}\n{lines}\n")

    return put
