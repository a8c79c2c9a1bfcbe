"""Every command and option says in the catalogue what it does, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
from commands_helper import EVERY

from simcase.cli.verbs import VERBS, WISHES
from simcase.words.help import HELP


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
