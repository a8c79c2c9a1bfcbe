"""The group of verbs, and what a user reads when something is wrong."""

from __future__ import annotations

import errno
import io
import signal
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

import click

from simcase import __version__
from simcase.cli.help import Group, language_of, note_language, say_help
from simcase.cli.mistakes import Mistake
from simcase.errors import FAILED, INTERRUPTED, SimcaseError, UserError, safe_message, why_refused
from simcase.words import said, tell

VERBS: Final = (
    "backtest",
    "breakeven",
    "calibrate",
    "chart",
    "check",
    "compare",
    "doctor",
    "explain",
    "followup",
    "forecast",
    "goals",
    "import",
    "init",
    "portfolio",
    "report",
    "results",
    "run",
    "scenarios",
    "sensitivity",
    "trace",
    "workshop",
)
"""What there is; each in a line is said by `help.list.VERB`, and whole by `help.VERB`."""


WISHES: Final = {
    "change": "simcase compare baseline kik-ii",
    "budget": "simcase run kik-ii --to 2019",
    "paper": "simcase report baseline kik-ii -o kik-ii.docx",
    "own": "simcase scenarios new mentor --based-on baseline --initiative programme",
    "town": "simcase init plan --municipality Greve --population 50000 --year 2026",
}
"""What is wished for most often, and what to type for it."""


SCARCE = {errno.ENOMEM: "error.memory", errno.EMFILE: "error.handles", errno.ENFILE: "error.handles"}
"""What the operating system has too little of."""


FILES = 64
"""Files that must be allowed to be open at once."""


class Imported(Mapping[str, click.Command]):
    """The verbs by name, each imported when it is asked for, so that nobody waits for the others."""

    def __getitem__(self, verb: str) -> click.Command:
        """Return a verb; raises KeyError for what is none."""
        if verb not in VERBS:
            raise KeyError(verb)
        name = "importing" if verb == "import" else verb
        command: click.Command = getattr(import_module(f"simcase.cli.{name}"), name)
        return command

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(VERBS)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(VERBS)


class Verbs(Group):
    """Verbs that end in a sentence and an exit code, never in a traceback, when the user can mend what is wrong."""

    def main(self, *args: Any, **more: Any) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command line; where an output cannot write a letter, a question mark stands for it."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        with _ended_in_order():
            return super().main(*args, **more)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the language from wherever it stands before anything is said."""
        note_language(ctx, args)
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as wrong:
            raise Mistake(wrong, ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs, for which none is imported."""
        with formatter.section(say_help(ctx, "help.commands")):
            formatter.write_dl([(name, say_help(ctx, f"help.list.{name}")) for name in VERBS])

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the shell completes words."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say_help(ctx, "help.completion"))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the verb; a known failure is told on stderr and becomes an exit code."""
        try:
            _look_for_room()
            return super().invoke(ctx)
        except click.UsageError as wrong:
            raise Mistake(wrong, ctx) from None
        except (KeyboardInterrupt, click.Abort):
            code = _exit_saying(ctx, INTERRUPTED, "error.interrupted")
        except UserError as wrong:
            click.echo(wrong.told(language_of(ctx)), err=True)
            several = "error.problems" if len(wrong.issues) > 1 else "error.problem"
            code = _exit_saying(ctx, wrong.exit_code, several, n=len(wrong.issues))
        except SimcaseError as failure:
            click.echo(failure.told(language_of(ctx)), err=True)
            code = failure.exit_code
        except (OSError, MemoryError) as trouble:
            code = _refused(ctx, trouble if isinstance(trouble, OSError) else OSError(errno.ENOMEM, "no memory"))
        raise click.exceptions.Exit(code)


@contextmanager
def _ended_in_order() -> Iterator[None]:
    """Let SIGTERM end what is inside as an exit does, so that temporary folders and processes go with it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _look_for_room() -> None:
    """Raise OSError where so few files may be open at once that libraries would break down instead of telling it."""
    if find_spec("resource"):  # not on Windows
        import resource  # noqa: PLC0415

        if resource.getrlimit(resource.RLIMIT_NOFILE)[0] < FILES:
            raise OSError(errno.EMFILE, "too few files")


def _refused(ctx: click.Context, trouble: OSError) -> int:
    """Say what the operating system refused, of which file and why; return the exit code that goes with it."""
    if isinstance(trouble, BrokenPipeError):
        raise trouble
    if trouble.errno in SCARCE:
        return _exit_saying(ctx, FAILED, SCARCE[trouble.errno])
    why = tell(why_refused(trouble), language_of(ctx))
    click.echo(safe_message(f"{trouble.filename}: {why}" if trouble.filename else why), err=True)
    return FAILED


def _exit_saying(ctx: click.Context, code: int, key: str, **values: object) -> int:
    """Say a sentence on stderr in the user's language; return the exit code that goes with it."""
    click.echo(tell(said(key, **values), language_of(ctx)), err=True)
    return code


@click.group(
    cls=Verbs,
    commands=Imported(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    invoke_without_command=True,
)
@click.version_option(__version__, prog_name="simcase")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Foresee how many citizens of a Danish municipality live on each benefit, what it costs, and what an initiative changes."""
    if ctx.invoked_subcommand is None:
        click.echo(first_help(ctx))


def first_help(ctx: click.Context) -> str:
    """Return what is said where no verb is given: what to type for the commonest wishes."""
    formatter = ctx.make_formatter()
    formatter.write_text(say_help(ctx, "help"))
    formatter.write_paragraph()
    for wish, typed in WISHES.items():
        formatter.write(f"{say_help(ctx, f'help.wish.{wish}')}:\n    {typed}\n")
    formatter.write_paragraph()
    formatter.write_text(say_help(ctx, "help.further"))
    return formatter.getvalue().rstrip("\n")
