"""Help in both languages: every command and option has its text, wherever the language is asked for."""

from __future__ import annotations

from collections.abc import Callable

import click
import pytest
from click.testing import CliRunner, Result
from commands_helper import EVERY

from simcase.cli import main
from simcase.cli.verbs import WISHES

Call = Callable[..., Result]


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_is_in_the_language_asked_for_with_examples(call: Call, path: tuple[str, ...]) -> None:
    danish, english = call(*path, "--help", "--lang", "da"), call("--lang", "en", *path, "--help")
    assert (danish.exit_code, english.exit_code) == (0, 0)
    assert danish.stdout.startswith(f"Brug: {' '.join(('main', *path))} [VALG]")
    assert english.stdout.startswith(f"Usage: {' '.join(('main', *path))} [OPTIONS]")
    assert "Vis denne hjælp." in danish.stdout
    if path:
        examples = danish.stdout.split("Eksempler:\n")[1].splitlines()
        assert examples[0].startswith(f"  simcase {' '.join(path)}")
        assert examples == english.stdout.split("Examples:\n")[1].splitlines()


@pytest.mark.parametrize(
    "words",
    [
        ("--lang=da", "compare", "-h"),
        ("compare", "-h", "--lang", "da"),
        ("results", "--lang", "da", "list", "-h"),
        ("backtest", "--lang=da", "-h"),
    ],
)
def test_the_language_is_taken_wherever_it_stands(words: tuple[str, ...]) -> None:
    assert CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, words).stdout.startswith("Brug: ")


def test_a_case_is_run_whatever_the_language_before_it() -> None:
    for asked, path in (
        (["--lang", "da", "list"], "list"),
        (["--lang=da", "kik-2015-2018"], "run"),
        (["kik-2015-2018", "--lang", "da"], "run"),
    ):
        said = CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, ["backtest", *asked, "-h"]).stdout
        assert said.startswith(f"Brug: main backtest {path} [VALG]")


def test_the_language_is_that_of_the_computer_where_none_is_named() -> None:
    said = {lang: CliRunner(env={"SIMCASE_LANG": None, "LC_ALL": lang}).invoke(main, ["run", "-h"]).stdout for lang in ("da_DK", "en_GB")}
    assert said["da_DK"].startswith("Brug: ")
    assert said["en_GB"].startswith("Usage: ")


def test_a_language_after_two_dashes_is_a_word_like_others() -> None:
    assert CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, ["check", "-h", "--", "--lang", "da"]).stdout.startswith("Usage: ")


def test_alone_it_says_what_to_type_for_the_commonest_wishes() -> None:
    for lang, said in (("da", "Se, hvad en indsats ændrer:"), ("en", "See what an initiative changes:")):
        done = CliRunner(env={"SIMCASE_LANG": lang}).invoke(main, [])
        assert done.exit_code == 0
        assert CliRunner().invoke(main, ["--lang", lang]).stdout == done.stdout
        lines = done.stdout.splitlines()
        assert said in lines
        assert [line.strip() for line in lines if line.startswith("    simcase ")] == list(WISHES.values())
        for typed in WISHES.values():
            words = typed.split()[1:]
            command = main.commands[words[0]]
            command = command.commands[words[1]] if isinstance(command, click.Group) else command
            start = 2 if isinstance(main.commands[words[0]], click.Group) else 1
            command.make_context(words[0], words[start:])  # what is said can be typed


def test_an_error_names_the_variable_of_an_option_in_the_readers_language() -> None:
    for lang, said in (("da", "'--replications' (miljøvariabel: 'SIMCASE_REPLICATIONS')"), ("en", "(env var: 'SIMCASE_REPLICATIONS')")):
        done = CliRunner(env={"SIMCASE_LANG": lang}).invoke(main, ["run", "kik-ii", "--replications", "many"])
        assert done.exit_code == 2
        assert said in done.stderr
