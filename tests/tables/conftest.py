"""A town of three states, small enough to work out by hand, to which a test adds the sections that it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from simcase.declare import Library, parse_text, shipped, validate
from simcase.declare.initiatives import Initiative
from simcase.model import Model, resolve

TOWN = """
start: 2020-01-01
end: 2020-12-31
states:
  - {id: idle, label: Idle, ladder: benefit, grant: scheme, duration_group: out}
  - {id: ill, label: Ill, ladder: benefit, duration_group: out}
  - {id: work, label: At work, ladder: self_support}
  - {id: gone, label: Gone, absorbing: true}
"""
MOVES = """
transitions:
  - {from: idle, to: work, rate: 3.6525}
  - {from: work, to: idle, rate: 0.36525}
"""
STOCK = """
stock:
  states: {idle: 40, work: 160}
"""


@pytest.fixture(scope="session")
def shipped_model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    """Return the shipped world without initiatives, every unknown at its prior."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SIMCASE_CACHE", str(tmp_path_factory.mktemp("cache")))
        return resolve("as-is", library=Library((shipped(),)), without_fit=True)


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Model]:
    """Return what makes the town: sections to add, and initiatives to run in it."""
    monkeypatch.setenv("SIMCASE_CACHE", str(tmp_path / "cache"))

    def made(sections: str = "", *initiatives: Initiative, moves: str = MOVES, stock: str = STOCK) -> Model:
        file = tmp_path / "town.yaml"
        file.write_text(TOWN + moves + stock + sections, encoding="utf-8")
        model = resolve("as-is", calibration=str(file), library=Library(()))
        return replace(model, initiatives=initiatives)

    return made


@pytest.fixture
def initiative() -> Callable[[str], Initiative]:
    """Return what reads an initiative, which has the name and the target that most tests need unless it says otherwise."""

    def made(lines: str, target: str = "{states: [idle]}", name: str = "help") -> Initiative:
        document = parse_text(f"id: {name}\nlabel: Help\ntarget: {target}\n{lines}", "help.yaml")
        read, issues = validate(document, Initiative)
        assert read is not None, issues
        return read

    return made
