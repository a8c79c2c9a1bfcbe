"""An answer that grows: on a terminal its first figures come early and are refined in place; whoever ends the work gets what is there."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from terminal_helper import COLUMNS, in_a_terminal, on_a_terminal
from worlds import TOWN, aided, initiative, scenario, write

from simcase.cli import main
from simcase.cli.progress import Progress
from simcase.study import interim
from simcase.words import Words

COMPARE = ("compare", "plain", "pushed", "--calibration", TOWN)
RUN = ("run", "pushed", "--calibration", TOWN)
FIRST = re.compile(r"A first answer after (\d+) of (\d+) (?:pairs of )?runs")


@pytest.fixture
def world(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIMCASE_LANG", "en")
    write(
        folder, aided(300, 200, 1_234.56), {"plain": scenario(), "pushed": scenario("push")}, [initiative("push", ["help"], ["work"], 1.5)]
    )
    return folder


def piped(*words: str) -> str:
    """Return what a command writes on a stdout that is no terminal."""
    done = CliRunner(env={"COLUMNS": str(COLUMNS)}).invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return "\n".join(line.rstrip() for line in done.stdout.strip().splitlines())


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("words", "table"), [(COMPARE, "Difference in persons, yearly average"), (RUN, "Net spending on support")])
def test_a_first_answer_is_refined_in_place_until_the_last(monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], table: str) -> None:
    monkeypatch.setattr(interim, "REST", 0.0)
    words = (*words, "--replications", "100", "--workers", "1")
    *screens, last = in_a_terminal(monkeypatch, *words)
    growing = [each for each in screens if FIRST.search(each)]
    assert all(table in each and "Ctrl-C stops" in each for each in growing)
    (told,) = zip(*(FIRST.findall(each) for each in growing), strict=True)
    assert list(dict.fromkeys(told)) == [(str(done), "100") for done in (20, 40, 60, 80, 100)]
    assert last.startswith(piped(*words))
    assert "first answer" not in last


def test_an_interrupt_prints_what_is_there_as_a_partial_answer(world: Path) -> None:
    """A process of its own on a terminal of its own is ended by the key that ends it."""
    seen: list[str] = []

    def watch(screen: str, process: subprocess.Popen[bytes]) -> None:
        if FIRST.search(screen):
            if not seen:
                os.killpg(process.pid, signal.SIGINT)
            seen.append(screen)

    code, screen = on_a_terminal(*COMPARE, "--replications", "20000", "--workers", "1", cwd=world, watch=watch)
    assert code == 130
    assert screen.count("INTERRUPTED. A partial answer follows.") == 1
    ((done, every),) = FIRST.findall(screen)
    assert every == "20000"
    assert f"{done} runs" in screen
    assert "Difference in persons" in screen
    assert "Interrupted. What was finished is kept; the same command goes on from there." in screen
    assert "Traceback" not in screen


@pytest.mark.parametrize(
    ("words", "after", "told", "table"),
    [
        (COMPARE, 2 * 59, "A first answer after 40 of 200 pairs", "Difference in persons, yearly average"),
        (RUN, 59, "A first answer after 40 of 200 runs", "Net spending on support"),
        ((*COMPARE, "--quiet"), 2 * 19, "", "Difference in persons, yearly average"),
    ],
)
def test_an_interrupt_prints_what_is_there_where_no_terminal_is_too(
    world: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], after: int, told: str, table: str
) -> None:
    heard = Progress.__call__

    def ended(self: Progress, done: int, total: int) -> None:
        heard(self, done, total)
        if done >= after:
            raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "__call__", ended)
    done = CliRunner().invoke(main, [*words, "--replications", "200", "--workers", "1"])
    assert done.exit_code == 130
    begins = f"INTERRUPTED. A partial answer follows. {told}"
    assert done.stdout.startswith(begins) == bool(told), done.stdout
    assert ("It uses whole blocks of 20 runs; " in done.stdout) == bool(told)
    assert (table in done.stdout) == bool(told)
    assert ("It is too early for an answer" in done.stderr) != bool(told)
    assert len(list(world.glob("results/*/*/.replications"))) == len({"plain", "pushed"} & {*words}), "the journal of each is kept"


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("kind", ["--json", "--csv"])
def test_a_document_is_the_end_result_alone(monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setattr(interim, "REST", 0.0)
    screens = in_a_terminal(monkeypatch, *COMPARE, "--replications", "60", "--workers", "1", kind)
    assert len(screens) > 1, "there is a bar"
    assert not [each for each in screens if FIRST.search(each)]


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("words", "figure"), [(COMPARE, lambda row: row["sum"]["municipality"]), (RUN, lambda row: row["persons"])])
def test_another_program_reads_the_headline_as_it_grows(words: tuple[str, ...], figure: Callable[[dict[str, object]], object]) -> None:
    done = CliRunner().invoke(
        main, [*words, "--replications", "60", "--workers", "1", "--progress", "json", "--quiet", "--json"], catch_exceptions=False
    )
    told = [row for line in done.stderr.splitlines() for row in json.loads(line).get("figures", ())]
    assert told[0]["replications"] == 20
    assert all(row["scenario"] == "pushed" for row in told)
    assert {"mean", "p05", "p50", "p95"} == set(figure(told[0]))  # type: ignore[call-overload]
    assert json.loads(done.stdout)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_precision_is_said_in_both_languages(lang: str) -> None:
    said = Words(lang).say("interim.precision", persons="1", kroner="2", persons_asked="3", kroner_asked="4")
    assert re.findall(r"\d+", said.replace("90", "")) == ["1", "2", "3", "4"]
