"""A synthetic citizen's life: told in words, in one world or two, and drawn."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from results_helper import result_of
from rich.console import Console

from simcase.cli.terminal import render
from simcase.present.labels import Labels
from simcase.present.tables_life import Life, life_parts
from simcase.study.divergence import divergence
from simcase.study.results import LifeHistory, LifeResult
from simcase.words import Words

Call = Callable[..., Result]
Named = Callable[..., Labels]


def spell(name: str, first: str, to: str | None = None) -> dict[str, Any]:
    return {"state": name, "from": first, "to": to, "days": 70.0}


def world(*spells: dict[str, Any], programmes: tuple[dict[str, Any], ...] = (), to: str = "2021-12-31") -> dict[str, Any]:
    return {"scenario": "kik", "from": "2020-01-01", "to": to, "spells": list(spells), "programmes": list(programmes)}


HELPED = spell("aid_a", "2020-01-01", "2020-06-01")
TAKEN = {"initiative": "kik", "from": "2020-03-01", "to": "2020-04-01", "ended": "dropped_out"}
WORLD = world(HELPED, spell("job", "2020-06-01"))


@pytest.mark.parametrize(
    ("other", "parted"),
    [
        (WORLD, None),
        (world(HELPED, spell("pension", "2020-06-01")), "2020-06-01"),
        (world(spell("aid_a", "2020-01-01", "2020-05-01"), spell("job", "2020-05-01")), "2020-05-01"),
        (world(spell("aid_a", "2020-01-01")), "2020-06-01"),
        (world(HELPED, spell("job", "2020-06-01"), programmes=(TAKEN,)), "2020-03-01"),
        (world(spell("aid_a", "2020-01-01"), to="2020-05-31"), None),
    ],
)
def test_lives_part_on_the_first_day_that_differs_while_both_worlds_last(other: dict[str, Any], parted: str | None) -> None:
    one, two = (result_of(LifeHistory, each) for each in (WORLD, other))
    assert divergence([one, two]) == divergence([two, one]) == (parted and date.fromisoformat(parted))


def test_a_life_alone_parts_from_none() -> None:
    assert divergence([result_of(LifeHistory, WORLD)]) is None


def told(labels: Named, lang: str, **more: object) -> list[str]:
    """Return the lines of a life."""
    document: dict[str, Any] = {"citizen": 7, "replication": 2, "seed": 1, "age": 41.9, "segment": "", "worlds": [WORLD], **more}
    names = [labels(title, lang) for title in ("As now", "KIK")[: len(document["worlds"])]]
    console = Console(file=StringIO(), width=100)
    life = result_of(LifeResult, document)
    console.print(*render(life_parts(Life(life, names, divergence(life.worlds))), Words(lang)), sep="\n")
    assert isinstance(console.file, StringIO)
    return [" ".join(line.split()) for line in console.file.getvalue().splitlines()]


@pytest.mark.parametrize(
    ("lang", "who"),
    [
        ("da", "Simuleret borger nr. 7, 41 år. Borgeren findes ikke i virkeligheden."),
        ("en", "Synthetic citizen no. 7, aged 41. There is no such person."),
    ],
)
def test_a_life_says_that_the_citizen_is_synthetic(labels: Named, lang: str, who: str) -> None:
    assert told(labels, lang)[0] == who


def test_lives_that_differ_are_told_one_after_the_other(labels: Named) -> None:
    other = world(HELPED, spell("job", "2020-06-01"), programmes=(TAKEN, {**TAKEN, "from": "2021-03-01", "to": None, "ended": None}))
    lines = told(labels, "en", worlds=[WORLD, other])
    assert "The two lives differ from 1 March 2020 on." in lines
    assert lines.index("As now") < lines.index("KIK")
    assert lines.count("Aid, ready 1 January 2020 1 June 2020 10.0") == lines.count("Job 1 June 2020 goes on 10.0") == 2
    assert "KIK 1 March 2020 1 April 2020 dropped out" in lines
    assert "KIK 1 March 2021 goes on" in lines


def test_lives_that_are_the_same_are_told_once(labels: Named) -> None:
    lines = told(labels, "en", worlds=[WORLD, WORLD])
    assert "The two lives are the same throughout." in lines
    assert "KIK" not in lines


def test_a_citizen_who_never_comes_is_told_as_well(labels: Named) -> None:
    assert "The citizen does not arrive in the period." in told(labels, "en", worlds=[world()])


def test_trace_tells_and_draws_two_worlds(village: Path, call: Call) -> None:
    done = call("trace", "plain", "pushed", "--citizen", "3", "-o", "life.svg")
    assert done.exit_code == 0, done.stderr
    assert "Synthetic citizen no. 3" in done.stdout
    drawn = (village / "life.svg").read_text(encoding="utf-8")
    assert all(f">{label}<" in drawn for label in ("As now", "With a push", "Idle", "At work"))


def test_trace_as_json_says_from_when_on_the_lives_differ(village: Path, call: Call) -> None:
    lives = [json.loads(call("trace", "plain", "pushed", "--citizen", str(n), "--json").stdout) for n in range(6)]
    assert [life["citizen"] for life in lives] == list(range(6))
    assert any(life["differ_from"] for life in lives)
    assert all(life["differ_from"] is None or life["differ_from"] >= "2020-07-01" for life in lives), "the push begins on 1 July 2020"
    assert village


@pytest.mark.parametrize(
    ("words", "said"), [(("--citizen", "200"), "from 0 to 199"), (("--citizen", "1", "-o", "life.doc"), "'.doc'"), ((), "--citizen")]
)
def test_what_cannot_be_traced_is_told(village: Path, call: Call, words: tuple[str, ...], said: str) -> None:
    done = call("trace", "plain", *words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
    assert village
