"""How far the work is: a bar on a terminal, lines elsewhere, JSON for another program; what is printed on stdout never depends on it."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from click.testing import Result
from rich.console import Console
from rich.live import Live

from simcase.cli import progress
from simcase.words import Words

Call = Callable[..., Result]
PLAYED = (
    ("run", "pushed"),
    ("compare", "plain", "pushed"),
    ("goals", "pushed"),
    ("goals", "pushed", "--solve", "push.effect", "--goal", "few", "--probability", "0.9"),
    ("sensitivity", "pushed", "--against", "plain", "--figure", "goal.few"),
)
"""Verbs that play runs."""


@pytest.fixture
def ranged(village: Path) -> Path:
    """Give the push a range, so that something can depend on it."""
    file = village / "scenarios/initiatives/push.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("1.5", '{value: 1.5, low: 1.2, high: 1.8, grade: C, source: "a guess"}'), encoding="utf-8")
    return village


@pytest.fixture
def talkative(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a line be written of whatever takes any time."""
    monkeypatch.setattr(progress, "FIRST", 0.0)


@pytest.mark.usefixtures("ranged", "talkative")
@pytest.mark.parametrize("words", PLAYED, ids=" ".join)
def test_every_verb_that_plays_tells_how_far_it_is_where_there_is_no_terminal(call: Call, words: tuple[str, ...]) -> None:
    said = call(*words, "--replications", "4").stderr
    assert re.search(r"^(Runs|Searching, step 1 \(.*\), runs|Searching, step 1): \d+ of \d+ after 0:\d\d\.$", said, re.MULTILINE), said


@pytest.mark.usefixtures("village")
def test_work_of_a_few_seconds_is_not_told(call: Call) -> None:
    assert "Runs" not in call("run", "pushed", "--replications", "4").stderr


@pytest.mark.usefixtures("ranged")
@pytest.mark.parametrize("words", PLAYED, ids=" ".join)
def test_another_program_reads_lines_of_json(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words, "--replications", "4", "--progress", "json", "--quiet")
    told = [json.loads(line) for line in done.stderr.splitlines()]
    assert {"step", "done", "of", "seconds"} <= told[0].keys()
    assert told[-1]["done"] == told[-1]["of"]
    assert all(one["seconds"] <= other["seconds"] and one["step"] <= other["step"] for one, other in itertools.pairwise(told))


def test_the_result_does_not_depend_on_how_it_is_told(village: Path, call: Call) -> None:
    plain = call("compare", "plain", "pushed", "--replications", "4", "--json")
    told = call("compare", "plain", "pushed", "--replications", "4", "--json", "--progress", "json", "--results", str(village / "other"))
    seconds = re.compile(r'"(seconds|folder)": .*')
    assert seconds.sub("", told.stdout) == seconds.sub("", plain.stdout)


def test_a_step_follows_where_less_is_done_than_before() -> None:
    told = progress.Progress(None)
    steps = []
    for done in (1, 2, 2, 1, 2, 1):
        told(done, 2)
        steps.append(told.step)
    assert steps == [1, 1, 1, 2, 2, 3]


def test_an_end_before_the_first_answer_says_that_it_was_too_early_and_of_which_scenario_how_much_was_done(
    capsys: pytest.CaptureFixture[str],
) -> None:
    options: Any = SimpleNamespace(words=lambda: Words("da"))
    growing: Any = object()
    progress.Answer(options, "progress.runs", Live(console=Console(file=StringIO())), growing).close(Words("da"))
    assert "for tidligt til et svar: det første kommer, når 20 kørsler" in capsys.readouterr().err
    assert Words("da").say("log.interrupted", scenario="kik-ii", done=3, replications=20).startswith("kik-ii: 3 af 20")
