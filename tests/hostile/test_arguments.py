"""Invented command lines, in this process: each ends within seconds in an answer or a sentence, never in a traceback.

`SIMCASE_FUZZ=20000 python -m pytest -s -m slow tests/hostile/test_arguments.py` chooses the number of command lines.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import asked, initiative, move, scenario, state, write

from simcase import study
from simcase.cli import main
from simcase.declare import cache_folder

pytestmark = pytest.mark.usefixtures("spoken")

MANY = int(os.environ.get("SIMCASE_FUZZ", "2000"))
FEW = 100
SECONDS = 10.0
"""No command line of a town of ninety takes more of a processor."""
TOWN: dict[str, Any] = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("help", line="aid"), state("work"), state("gone", absorbing=True)],
    "lines": [{"id": "aid", "label": "Aid"}],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 30, "work": 60}},
    "rates": {"full": {"value": 11_000, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
    "goals": [{"id": "few", "label": "Few", "count": "persons", "states": ["help"], "date": "2019-11-30", "threshold": 30}],
}
ALL_UNLESS_NAMED = {("backtest", "run")}
"""Verbs that without an argument play every case that is shipped, which takes minutes."""
SERVING = {"workshop"}
"""Verbs that serve until they are stopped."""
SHORT = {"--replications": "2", "--workers": "1", "--size": "2"}
"""What keeps a command line short that says nothing of it."""

WORDS = (
    "plain", "pushed", "plain+pushed", "pushed+pushed", "as-is", "town", "help", "push", "few", "few=3", "few=nan", "few=", "=",
    "budget.2019.aid", "rates.full", "push.effect", "push.share", "initiatives.push.target.share", "stock.states.help", "a.csv",
    "out.html", "out.csv", "out.xlsx", "out", "headcount", "tornado", "results", ".", "..", "~", "aid", "a.yaml", "list", "show",
    "scenarios/plain.yaml",
)  # fmt: skip
ODD = (
    "", " ", "-", "--", "---", "-1", "0", "1", "2", "2.5", "0,5", "1.234", "nan", "inf", "-inf", "1e308", "1e-308", "9" * 20, "9" * 400,
    "9" * 5000, "2019", "2019-12", "2019-02-29", "0000", "0001", "9999", "9999-12-31", "2019-13", "auto", "true", "null", "\x1b[31m",
    "\u202e", "\udcff", "æøå", "\uff12\uff10\uff11\uff19", "\u0663", "=1+1", "<script>", "$(touch hacked)", "%s", "{}", "[1]", "*", "?",
    "../../etc/passwd", "x" * 300, "http://127.0.0.1:9/", "tcp://127.0.0.1:9",
)  # fmt: skip


def verbs(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every verb with the words that lead to it."""
    if isinstance(command, click.Group):
        for name, each in command.commands.items():
            yield from verbs(each, (*path, name))
    else:
        yield path, command


EVERY = [(path, command) for path, command in verbs(main) if path[0] not in SERVING]
free = st.text(max_size=8).filter(lambda text: not text.startswith("/"))  # what is written stays below the town
texts = st.one_of(st.sampled_from(WORDS), st.sampled_from(ODD), free, st.floats().map(str), st.integers().map(str))
names = st.integers(0, 5).flatmap(lambda which: texts if which == 0 else st.sampled_from(("plain", "pushed")))


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """Return the words of a command line: a verb, arguments that may be right, and options with anything."""
    path, command = draw(st.sampled_from(EVERY))
    flags = {each: max(each.opts, key=len) for each in command.params if isinstance(each, click.Option)}
    said = list(path)
    for each in command.params:
        if isinstance(each, click.Argument) and (path in ALL_UNLESS_NAMED or draw(st.integers(0, 9))):
            said += draw(st.lists(names, min_size=1, max_size=2)) if each.nargs != 1 else [draw(names)]
    for option in draw(st.lists(st.sampled_from(list(flags)), max_size=3)) if flags else []:
        said.append(flags[option])
        if not option.is_flag:
            said += [_value(draw, option) for _ in range(option.nargs)]
    if draw(st.integers(0, 19)) == 0:
        said.insert(draw(st.integers(0, len(said))), draw(texts))
    short = [(flag, value) for flag, value in SHORT.items() if flag in flags.values() and flag not in said]
    return [*said, *(word for pair in short for word in pair)]


def _value(draw: st.DrawFn, option: click.Option) -> str:
    """Return a value for an option: now and then one that it allows."""
    if isinstance(option.type, click.Choice) and draw(st.booleans()):
        return str(draw(st.sampled_from(list(option.type.choices))))
    return draw(texts)


@pytest.fixture
def town(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Stand in a small town; what became of the command lines is counted and printed at the end."""
    monkeypatch.setenv("SIMCASE_CALIBRATION", "town")
    monkeypatch.setenv("SIMCASE_LANG", "en")
    monkeypatch.setenv("SIMCASE_CACHE", str(cache_folder()))
    monkeypatch.setenv("HOME", str(folder))
    inside = folder / "a" / "b" / "c"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    push = {**initiative("push", ["help"], ["work"], 1.5), "costs": [{"year": 2019, "line": "aid", "kroner": 900}]}
    write(inside, TOWN, {"plain": scenario(), "pushed": scenario("push")}, [push])
    study.run(asked())  # compiles what is not compiled yet
    kinds: Counter[str] = Counter()
    yield kinds
    print(dict(kinds))  # noqa: T201 - `pytest -s` shows it
    assert not list(folder.rglob("hacked"))


def ends_well(words: list[str], kinds: Counter[str]) -> None:
    """Call a command line, which ends in time with an answer, or with a sentence and nothing on stdout."""
    begun = time.process_time()
    done = CliRunner().invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), (words, done.exception, done.exc_info)
    assert done.exit_code in {0, 1, 2, 3}, (words, done.exit_code)
    assert "Traceback" not in done.output, (words, done.output)
    assert time.process_time() - begun < SECONDS, words
    if done.exit_code in {1, 2}:
        assert done.stderr.strip(), words
    if "--json" in words and done.exit_code == 0 and done.stdout.lstrip().startswith("{"):
        json.loads(done.stdout, parse_constant=_refused)
    kinds[f"{done.exit_code}"] += 1


def _refused(word: str) -> float:
    """Refuse a number of JSON that is none."""
    raise AssertionError(word)


@pytest.mark.slow
@settings(max_examples=MANY, derandomize=MANY <= 2000)
@given(lines())
def test_many_invented_command_lines_end_well(town: Counter[str], words: list[str]) -> None:
    ends_well(words, town)


@settings(max_examples=FEW)
@given(lines())
def test_invented_command_lines_end_well(town: Counter[str], words: list[str]) -> None:
    ends_well(words, town)


@pytest.mark.parametrize(
    "words",
    [
        ["run", "plain", "--replications", "2", "--workers", "1"],
        ["compare", "plain", "pushed", "--json", "--replications", "2", "--workers", "1"],
        ["check"],
        ["goals", "plain", "--threshold", "few=3", "--replications", "2", "--workers", "1"],
    ],
)
def test_right_command_lines_end_in_an_answer(town: Counter[str], words: list[str]) -> None:
    ends_well(words, town)
    assert set(town) == {"0"}
