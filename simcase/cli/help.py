"""Help in the user's language: click lays it out, and the catalogue says it, by the names of the verb and of its parameters."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

import click

from simcase.words.help import HELP
from simcase.words.language import LANGUAGES, language

LANG: Final = "simcase.lang"
"""Where a context keeps the language that the command line asks for."""
CAPITALS: Final = re.compile(r"\b[A-Z]{2,}\b")
"""What a user puts something in the place of, in the order of the words of a command."""
SENTENCE: Final = re.compile(r"\.(?=\s|$)")


def language_of(ctx: click.Context) -> str:
    """Return the language that the user reads: as `--lang` says, else the environment."""
    named: str | None = ctx.meta.get(LANG)
    return named or language(os.environ)


def note_language(ctx: click.Context, args: Sequence[str]) -> None:
    """Keep the language that the words of a command line ask for, wherever they do, so that help and errors are in it too."""
    words = args[: args.index("--")] if "--" in args else args
    pairs = [(word, after) for word, after in pairwise([*words, ""]) if word == "--lang"]
    pairs += [(word, word.removeprefix("--lang=")) for word in words if word.startswith("--lang=")]
    for _, named in pairs:
        if named in LANGUAGES:
            ctx.meta[LANG] = named


def say_help(ctx: click.Context, key: str, **values: object) -> str:
    """Return a text of the help in the user's language."""
    return HELP[key][LANGUAGES.index(language_of(ctx))].format(**values)


def path_of(ctx: click.Context) -> tuple[str, ...]:
    """Return the names of a command and of those above it, without that of the program."""
    return (*path_of(ctx.parent), ctx.command.name or "") if ctx.parent else ()


def in_words(ctx: click.Context, text: str) -> str:
    """Return a text whose words in capitals are in the user's language."""
    return CAPITALS.sub(lambda word: say_help(ctx, f"help.word.{word[0]}"), text)


class Command(click.Command):
    """A command that speaks the user's language, with examples that can be copied."""

    def __init__(self, *args: Any, examples: Sequence[str] = (), values: Mapping[str, str] | None = None, **more: Any) -> None:  # noqa: ANN401 - as click declares it
        """Keep the examples, and what is put into the texts."""
        super().__init__(*args, **more)
        self.examples, self.values = tuple(examples), dict(values or {})

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = in_words(ctx, " ".join(self.collect_usage_pieces(ctx)))
        formatter.write_usage(ctx.command_path, pieces, say_help(ctx, "help.usage"))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say_help(ctx, ".".join(("help", *path_of(ctx))), **self.values))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a row an option."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        with formatter.section(say_help(ctx, "help.options")):
            formatter.write_dl(list(self.rows(ctx, options)))

    def rows(self, ctx: click.Context, options: Sequence[click.Option]) -> Iterator[tuple[str, str]]:
        """Yield how an option is written, and what it does."""
        for each in options:
            if record := each.get_help_record(ctx):
                yield in_words(ctx, record[0]), "  ".join(filter(None, (self.text_of(ctx, each), extra_of(ctx, each))))

    def text_of(self, ctx: click.Context, option: click.Option) -> str:
        """Return what an option does in this command, which is what it does in all of them unless that is said."""
        name = option.name or ""
        own = ".".join(("help", *path_of(ctx), name))
        return say_help(ctx, own if own in HELP else f"help.option.{name.strip('_')}", **self.values)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples, a line each."""
        if self.examples:
            with formatter.section(say_help(ctx, "help.examples")):
                for each in self.examples:
                    formatter.write(f"{'':{formatter.current_indent}}{each}\n")


class Group(Command, click.Group):
    """A group of commands that speaks the user's language."""

    command_class = Command

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401 - as click declares it
        """Take the language too, so that it may stand before a command."""
        super().__init__(*args, **more)
        if not any(each.name == "lang" for each in self.params):
            self.params.append(click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a row an option, and one a command."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a row a command with what it does in a sentence."""
        keys = {name: ".".join(("help", *path_of(ctx), name)) for name in self.list_commands(ctx)}
        with formatter.section(say_help(ctx, "help.commands")):
            formatter.write_dl([(name, f"{SENTENCE.split(say_help(ctx, key))[0]}.") for name, key in keys.items()])


def extra_of(ctx: click.Context, option: click.Option) -> str:
    """Return where else an option is read, what holds without it, its bounds, and whether it must be given, in brackets."""
    extra = option.get_help_extra(ctx)
    items = []
    if names := extra.get("envvars"):
        items.append(say_help(ctx, "help.envvar", names=", ".join(names)))
    if "default" in extra:
        items.append(say_help(ctx, "help.default", value=extra["default"]))
    if "range" in extra:
        items.append(extra["range"])
    if "required" in extra:
        items.append(say_help(ctx, "help.required"))
    return f"[{'; '.join(items)}]" if items else ""
