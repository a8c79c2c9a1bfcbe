"""Help in both languages: every command and option has its text, wherever the language is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import click
import pytest
from click.testing import CliRunner, Result

from simcase.cli import main
from simcase.cli.verbs import VERBS, WISHES
from simcase.words.help import HELP

Call = Callable[..., Result]


def commands(command: click.Command, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with its path, without the program's name."""
    yield path, command
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from commands(command.commands[name], *path, name)


EVERY = dict(commands(main))


def keys() -> Iterator[str]:
    """Yield the key of every text that help asks for by the name of a command, an option or a word in capitals."""
    for path, command in EVERY.items():
        yield ".".join(("help", *path))
        for option in command.params:
            if isinstance(option, click.Option):
                own = ".".join(("help", *path, option.name or ""))
                yield own if own in HELP else f"help.option.{option.name}"
        written = " ".join(each.make_metavar(click.Context(command)) for each in command.params if not getattr(each, "is_flag", False))
        yield from (f"help.word.{word}" for word in re.findall(r"\b[A-Z]{2,}\b", written))
    yield from (f"help.list.{verb}" for verb in VERBS)
    yield from (f"help.wish.{wish}" for wish in WISHES)


def test_every_command_and_option_has_a_text_and_no_text_is_left_over() -> None:
    shared = {"usage", "options", "commands", "examples", "envvar", "default", "required", "wishes", "further", "completion"}
    shared |= {"option.click_default_help", "word.OPTIONS", "word.COMMAND", "word.ARGS"}
    assert set(keys()) | {f"help.{name}" for name in shared} == set(HELP)


def test_nothing_is_said_in_one_language_only() -> None:
    options = [option for command in EVERY.values() for option in command.params if isinstance(option, click.Option)]
    assert len(options) > 200
    assert {option.name for option in options if option.help} == {"version"}, "a text beside the option is not said: it stands in words"
    assert all(command.epilog is None for command in EVERY.values())


def test_every_variable_can_be_set() -> None:
    named = {option.envvar for command in EVERY.values() for option in command.params if isinstance(option, click.Option)} - {None}
    assert "SIMCASE_LOG_FILE" in named
    assert not [name for name in named if not re.fullmatch(r"SIMCASE_[A-Z_]+", str(name))]


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
    "words", [("--lang=da", "compare", "-h"), ("compare", "-h", "--lang", "da"), ("results", "--lang", "da", "list", "-h")]
)
def test_the_language_is_taken_wherever_it_stands(words: tuple[str, ...]) -> None:
    assert CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, words).stdout.startswith("Brug: ")


def test_the_language_is_that_of_the_computer_where_none_is_named() -> None:
    said = {lang: CliRunner(env={"SIMCASE_LANG": None, "LC_ALL": lang}).invoke(main, ["run", "-h"]).stdout for lang in ("da_DK", "en_GB")}
    assert said["da_DK"].startswith("Brug: ")
    assert said["en_GB"].startswith("Usage: ")


def test_a_language_after_two_dashes_is_a_word_like_others() -> None:
    assert CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, ["check", "-h", "--", "--lang", "da"]).stdout.startswith("Usage: ")


def test_alone_it_says_what_to_type_for_the_commonest_wishes() -> None:
    for lang, said in (("da", "Se, hvad en indsats ændrer:"), ("en", "See what an initiative changes:")):
        done = CliRunner().invoke(main, ["--lang", lang])
        assert done.exit_code == 0
        lines = done.stdout.splitlines()
        assert said in lines
        assert [line.strip() for line in lines if line.startswith("    simcase ")] == list(WISHES.values())
        for typed in WISHES.values():
            words = typed.split()[1:]
            command = main.commands[words[0]]
            command = command.commands[words[1]] if isinstance(command, click.Group) else command
            start = 2 if isinstance(main.commands[words[0]], click.Group) else 1
            command.make_context(words[0], words[start:])  # what is said can be typed
