"""What is wrong with a command line, in the user's language: click finds it in English, and the catalogue says it."""

from __future__ import annotations

import re
from typing import IO, Any, Final

import click

from simcase.cli.help import in_words, language_of, say_help
from simcase.errors import closest, safe_message
from simcase.words import Said, said, tell

VARIABLE: Final = re.compile(r"\(env var: ([^)]*)\)")
"""How click says that a value may come from the environment."""
NAMED: Final = (click.NoSuchOption, "option_name"), (click.NoSuchCommand, "command_name")
"""Names that there are not, and where click keeps them."""
SAID_BY_CLICK: Final = {
    "error.usage.extra": r"Got unexpected extra arguments? \((?P<names>.*)\)",
    "error.usage.needs_value": r"Option '(?P<name>.*)' requires an argument\.",
    "error.usage.no_value": r"Option '(?P<name>.*)' does not take a value\.",
    "error.usage.choice": r"(?P<value>.*) is not one of (?P<choices>.*)\.",
    "error.usage.only_choice": r"(?P<value>.*) is not (?P<choice>'.*')\.",
    "error.usage.not_there": r"(File|Directory|Path) (?P<name>.*) does not exist\.",
    "error.usage.is_folder": r"(File|Directory|Path) (?P<name>.*) is a directory\.",
    "error.usage.is_file": r"(File|Directory|Path) (?P<name>.*) is a file\.",
    "error.usage.unreadable": r"(File|Directory|Path) (?P<name>.*) is not readable\.",
    "error.usage.range": r"(?P<value>.*) is not in the range (?P<range>.*)\.",
    "error.usage.no_command": r"Missing command\.",
}
"""What click says, by the text that says it in either language."""


class Mistake(click.UsageError):
    """A mistake on the command line, with how the command is called and where it is explained."""

    def __init__(self, wrong: click.UsageError, ctx: click.Context) -> None:
        """Keep what is wrong in the language that the command line asks for."""
        self.lang = language_of(wrong.ctx or ctx)
        super().__init__(safe_message(tell(told(wrong), self.lang)), wrong.ctx or ctx)

    def show(self, file: IO[Any] | None = None) -> None:
        """Write it on stderr."""
        if self.ctx is not None:
            hint = tell(said("error.usage.try", command=self.ctx.command_path), self.lang)
            click.echo(f"{self.ctx.get_usage()}\n{hint}\n", file=file, err=True)
        click.echo(tell(said("error.usage.line", message=self.message), self.lang), file=file, err=True)


def told(wrong: click.UsageError) -> str:
    """Return what is wrong as a text of the catalogue, or as click says it where none is known."""
    for kind, name in NAMED:
        if isinstance(wrong, kind):
            return _unknown(wrong, str(getattr(wrong, name)))
    if isinstance(wrong, click.MissingParameter) and wrong.param is not None:
        return _missing(wrong, wrong.param)
    if not isinstance(wrong, click.BadParameter):
        return _said(wrong.message)
    hint = wrong.param_hint or (wrong.param.get_error_hint(wrong.ctx) if wrong.param is not None else None)
    if hint is None:
        return said("error.usage.value_alone", why=_said(wrong.message))
    return said("error.usage.value", hint=_hint(wrong, hint), why=_said(wrong.message))


def _said(text: str) -> str:
    """Return a text that click says as one of the catalogue, where it is one."""
    if isinstance(text, Said):
        return text
    matches = ((key, re.fullmatch(pattern, text, re.DOTALL)) for key, pattern in SAID_BY_CLICK.items())
    found = next(((key, match.groupdict()) for key, match in matches if match), None)
    return said(found[0], **{name: part.split() if name == "names" else part for name, part in found[1].items()}) if found else text


def _unknown(wrong: click.UsageError, name: str) -> Said:
    """Return that there is no such option or command, and which one may be meant."""
    what = said("error.usage.no_such_option" if isinstance(wrong, click.NoSuchOption) else "error.usage.no_such_command", name=name)
    _, hint = closest(name, getattr(wrong, "possibilities", None) or ())
    hint = hint or _of_others(wrong.ctx, name)
    return said("error.usage.with_hint", what=what, hint=hint) if hint else what


def _of_others(ctx: click.Context | None, name: str) -> str:
    """Return which verbs have an option that this one has not, or nothing where none has it."""
    if ctx is None or not isinstance(root := ctx.find_root().command, click.Group):
        return ""
    verbs = {verb: root.get_command(ctx, verb) for verb in root.list_commands(ctx)}
    having = [verb for verb, command in verbs.items() if command and any(name in each.opts for each in command.params)]
    return said("error.usage.of_others", verbs=having) if having else ""


def _missing(wrong: click.MissingParameter, param: click.Parameter) -> Said:
    """Return that an argument or option is missing, and what it may be where there is a choice."""
    key = "error.usage.missing_argument" if isinstance(param, click.Argument) else "error.usage.missing_option"
    what = said(key, hint=_hint(wrong, param.get_error_hint(wrong.ctx)))
    if not isinstance(param.type, click.Choice):
        return what
    return said("error.usage.with_hint", what=what, hint=said("error.usage.choose", choices=list(param.type.choices)))


def _hint(wrong: click.UsageError, hint: object) -> str:
    """Return how a parameter is called, its words in capitals in the user's language."""
    names = hint if isinstance(hint, str) else " / ".join(f"'{each}'" for each in hint)  # type: ignore[attr-defined]
    if (ctx := wrong.ctx) is None:
        return names
    return in_words(ctx, VARIABLE.sub(lambda found: f"({say_help(ctx, 'help.envvar', names=found[1])})", names))
