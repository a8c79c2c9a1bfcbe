"""Invented scenario files, one at a time on a calibration that is parsed once: each is either played or refused with file and line.

The default profile is quick; `SIMCASE_FUZZ=20000 python -m pytest -s -m slow tests/hostile/test_fuzz.py` chooses the number of files.
"""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from simcase.cli import main
from simcase.declare.cache import folder as parsed
from simcase.engine import Task, replicated
from simcase.model import resolve
from simcase.tables import tabulate

WORLD = Path(__file__).parents[1] / "invalid" / "world"
MANY = int(os.environ.get("SIMCASE_FUZZ", "2000"))
FEW = 60
PLACE = re.compile(r"(scenarios/fuzzed|calibration/village/calibration|scenarios/initiatives/\w+)\.yaml:\d+ ")

WORDS = ("idle", "ill", "work", "gone", "help", "push", "plain", "as-is", "fuzzed", "stay", "land", "<<", "../../etc", "=1+1", "<script>")
ODD = (
    "2020-02-29", "2021-02-29", "2020-07-01T00:00:00+02:00", "1800-01-01", "9999-12-31", ".nan", ".inf", "-.inf", "1e308", "1e-308", "-1",
    "0", "1e999", "0x10", "0o7", "true", "~", "''", "!!python/object/apply:os.system [touch hacked]", "!!binary aGk=", "&a [*a]",
    "*a", "{", "[", "'", '"\\e[31m"', '"\\u202e"', "æøå", "\x00", "\t- x", "? x", "- - -", "|", ">", "%YAML 9", "--- x", "...",
    "999999999999999999",
)  # fmt: skip
numbers = st.one_of(st.integers(-3, 10), st.floats(allow_nan=False, allow_infinity=False).map(repr), st.sampled_from(ODD))
names = st.one_of(st.sampled_from(WORDS), st.text(max_size=6), st.sampled_from(ODD))
dates = st.one_of(st.dates().map(str), st.sampled_from(("2020-07-01", "2021-12-31", "2022-12-31", "2070-12-31", "2020-01-02", *ODD)))
PATHS = (
    "transitions.idle.work.rate", "stock.states.idle", "rates.full", "take_up.aid", "arrivals.moved_in.per_year", "index.years.2021",
    "profiles.duration.fading.factors.26", "rules.review.when.weeks", "budget.lines.aid.support", "start", "states", "", "x.y", "..",
)  # fmt: skip


@st.composite
def scenarios(draw: st.DrawFn) -> str:
    """Return the text of a scenario: sensible lines with odd values, some lines lost, doubled or overwritten with anything."""
    kind, path = draw(st.sampled_from(("to", "times"))), draw(st.one_of(st.sampled_from(PATHS), names))
    lines = ["title: Fuzzed"]
    optional = (
        lambda: f"based_on: {draw(names)}",
        lambda: f"horizon: {{end: {draw(dates)}}}",
        lambda: f"initiatives: [{draw(names)}, {draw(st.sampled_from(('help', 'push')))}]",
        lambda: f"initiatives: [{{use: help, set: {{window.start: {draw(dates)}, effects.0.hazard_ratio.value: {draw(numbers)}}}}}]",
        lambda: f"initiatives: [{{use: push, set: {{target.share: {draw(numbers)}, target.from_age: {draw(numbers)}}}}}]",
        lambda: f"without: [{draw(names)}]",
        lambda: f"changes: [{{path: '{path}', {kind}: {draw(numbers)}, why: because}}]",
        lambda: f"{draw(names)}: {draw(names)}",
        lambda: draw(st.text(max_size=30)),
    )
    lines.extend(write() for write in draw(st.lists(st.sampled_from(optional), max_size=4)))
    if draw(st.integers(0, 9)) == 0:
        lines.insert(draw(st.integers(0, len(lines))), draw(st.sampled_from(lines)))
    return "\n".join(lines) + "\n"


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoken: None) -> Iterator[Path]:  # noqa: ARG001 - it listens
    monkeypatch.setenv("SIMCASE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("SIMCASE_LANG", "en")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(WORLD, tmp_path, dirs_exist_ok=True)
    yield tmp_path
    assert not list(tmp_path.rglob("hacked"))
    assert len(list(parsed().glob("*.sealed"))) > 0


class RanError(Exception):
    """A run was started."""


@pytest.fixture
def told(world: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], bool]]:
    """Give what writes a scenario, asks for its run, and tells whether it would run, and is then played in memory, or was refused.

    At the end it prints how many there were of each kind.
    """
    kinds: Counter[str] = Counter()

    def started(*_: Any) -> None:  # noqa: ANN401 - whatever a run is asked with
        raise RanError

    monkeypatch.setattr(import_module("simcase.study.run"), "until_precise", started)

    def asked(text: str) -> bool:
        file = world / "scenarios" / "fuzzed.yaml"
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        done = CliRunner().invoke(main, ["run", "fuzzed", "--calibration", "village", "--replications", "1"])
        if isinstance(done.exception, RanError):
            tables = tabulate(resolve("fuzzed", calibration="village"))
            assert replicated(Task(tables, None, 1), 0).stock.min() >= 0
            kinds["played"] += 1
            return True
        assert done.exit_code == 2, (text, done.output, done.exception)
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        issues = done.stderr.strip().splitlines()[:-1]
        assert issues, done.stderr
        assert all(PLACE.match(issue) for issue in issues), done.stderr
        assert not (world / "results").exists()
        kinds["refused"] += 1
        return False

    yield asked
    print(dict(kinds))  # noqa: T201 - `pytest -s` shows it
    assert min(kinds["played"], kinds["refused"]) > 0


@pytest.mark.slow
@settings(max_examples=MANY, derandomize=MANY <= 2000)
@given(scenarios())
def test_many_invented_scenarios_are_played_or_refused(told: Callable[[str], bool], text: str) -> None:
    told(text)


@settings(max_examples=FEW)
@given(scenarios())
def test_invented_scenarios_are_played_or_refused(told: Callable[[str], bool], text: str) -> None:
    told(text)


def test_both_kinds_are_among_the_invented(told: Callable[[str], bool]) -> None:
    assert told("title: Sound\ninitiatives: [help]\n")
    assert not told("title: Wrong\ninitiatives: [hlep]\n")
