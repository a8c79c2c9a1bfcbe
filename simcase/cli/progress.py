"""How far the work is, told in one way by every verb: a bar on a terminal, now and then a line elsewhere, JSON for another program."""

from __future__ import annotations

import json
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

import click
import rich.progress
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
from rich.segment import Segment

from simcase.cli.console import WIDEST, show
from simcase.cli.options import Options
from simcase.cli.terminal import render
from simcase.compare import FIRST_TOLD
from simcase.present.table import Sentence, Table
from simcase.vocabulary import BLOCK
from simcase.words import Words

Parts = Iterable[Table | Sentence]

FIRST: Final = 10.0
"""Seconds of work of which nothing is said where there is no terminal."""
BETWEEN: Final = 30.0
"""Seconds between two lines there."""
BLINK: Final = 0.1
"""Seconds between two looks at a bar, and between two lines for another program."""


@dataclass(frozen=True, slots=True)
class Growing:
    """How an answer under way is told, each of a result as the verb has it: what is open, what is shown, all that is printed, figures."""

    open: Callable[[Any], str]
    brief: Callable[[Any], Parts]
    whole: Callable[[Any], Parts]
    figures: Callable[[Any], object]


class Progress:
    """What work calls with how much of it is done and how much there is, and with its answer so far; it says nothing of it."""

    def __init__(self, growing: Growing | None) -> None:
        """Begin, with how an answer under way is told where the work has one."""
        self.begun = time.monotonic()
        self.step = 1
        self._latest = (0, 0)
        self._growing, self._found = growing, list[Any]()

    def __call__(self, done: int, total: int) -> None:
        """Hear how far the work is; where less is done than before, or of another whole, it is the next step."""
        before, whole = self._latest
        self.step += done < before or (before > 0 and total != whole)
        self._latest = done, total
        self.tell(done, total)

    @property
    def seconds(self) -> float:
        """Return for how long the work goes on."""
        return time.monotonic() - self.begun

    @property
    def interim(self) -> Callable[[Any], None] | None:
        """Return what hears of an answer that is under way; None where nobody reads it, so that none is made."""
        return self._hear if self._growing else None

    def _hear(self, found: Any) -> None:  # noqa: ANN401 - a result as the verb has it
        """Keep an answer under way, and show it."""
        self._found = [found]
        if self._growing:
            self.show(found, self._growing)

    def tell(self, done: int, total: int) -> None:
        """Tell the user."""

    def show(self, found: Any, growing: Growing) -> None:  # noqa: ANN401 - a result as the verb has it
        """Show the user an answer under way."""

    def close(self, words: Words) -> None:
        """Print what is there of an answer where the user ended the work: all that is printed at the end, or that it is too early."""
        if self._growing is None:
            return
        if not self._found:
            click.echo(words.say("interim.none", n=FIRST_TOLD), err=True)
        for found in self._found:
            said = Sentence(
                f"{words.say('interim.partial')} {self._growing.open(found)}", "strong", (words.say("interim.blocks", n=BLOCK),)
            )
            show(render((said, *self._growing.whole(found)), words))


class Bar(Progress):
    """A bar on the terminal, drawn by whoever tells of the work, so that no thread but that one is needed."""

    def __init__(self, options: Options, of: str, live: Live, growing: Growing | None) -> None:
        """Draw on a part of the terminal; the bar is named by the text of a key."""
        super().__init__(growing)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._words, self._of, self._live, self._drawn = options.words(), of, live, 0.0
        self._bar = rich.progress.Progress(*columns, auto_refresh=False)
        self._task = self._bar.add_task("", total=None)
        self._beneath: list[RenderableType] = []

    def tell(self, done: int, total: int) -> None:
        """Move the bar."""
        self._bar.update(self._task, description=self._words.say(self._of, n=self.step), completed=done, total=total)
        if done == total or time.monotonic() - self._drawn > BLINK:
            self._draw()

    def _draw(self) -> None:
        """Draw the bar and what is beneath it, whole, so that it can be taken away again."""
        with _interrupts_put_off():
            self._live.update(Group(self._bar.get_renderable(), *self._beneath), refresh=True)
        self._drawn = time.monotonic()


class Answer(Bar):
    """A bar with the answer so far beneath it, which is refined in place."""

    def show(self, found: Any, growing: Growing) -> None:  # noqa: ANN401 - a result as the verb has it
        """Show what is there."""
        said = f"{growing.open(found)} {self._words.say('interim.stop')}"
        self._beneath = [Still(said, *render(growing.brief(found), self._words))]
        self._draw()


class Still:
    """What is drawn again and again and does not change: it is made once for each width."""

    def __init__(self, *parts: RenderableType) -> None:
        """Draw parts, a blank line before each."""
        self._parts = Constrain(Group(*(each for part in parts for each in ("", part))), WIDEST)
        self._made: dict[int, list[Segment]] = {}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield what was made."""
        if options.max_width not in self._made:
            self._made[options.max_width] = list(console.render(self._parts, options))
        yield from self._made[options.max_width]


class Lines(Progress):
    """A line on stderr now and then, of work that takes some seconds."""

    def __init__(self, options: Options, of: str, growing: Growing | None) -> None:
        """Name the work by the text of a key."""
        super().__init__(growing)
        self._words, self._of, self._next = options.words(), of, FIRST

    def tell(self, done: int, total: int) -> None:
        """Write a line, unless the last one was written a moment ago."""
        if self.seconds < self._next:
            return
        self._next = self.seconds + BETWEEN
        what = self._words.say(self._of, n=self.step)
        click.echo(self._words.say("progress.line", what=what, done=done, all=total, time=clock(self.seconds)), err=True)


class JsonLines(Progress):
    """A line of JSON on stderr for another program."""

    def __init__(self, growing: Growing | None) -> None:
        """Tell of work, and of an answer under way where there is one."""
        super().__init__(growing)
        self._next = 0.0

    def tell(self, done: int, total: int) -> None:
        """Write a line, unless the last one was written a moment ago and there is more to come."""
        if done == total or self.seconds >= self._next:
            self._next = self.seconds + BLINK
            self._write()

    def show(self, found: Any, growing: Growing) -> None:  # noqa: ANN401 - a result as the verb has it
        """Write a line with the figures so far."""
        self._write(figures=growing.figures(found))

    def _write(self, **more: object) -> None:
        """Write a line."""
        done, total = self._latest
        click.echo(json.dumps({"step": self.step, "done": done, "of": total, "seconds": round(self.seconds, 3), **more}), err=True)


@contextmanager
def _interrupts_put_off() -> Iterator[None]:
    """Let an interrupt that comes meanwhile come afterwards."""
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
        if came:
            signal.raise_signal(signal.SIGINT)


def clock(seconds: float) -> str:
    """Return a time as minutes and seconds.

    >>> clock(125.9)
    '2:05'
    """
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


@contextmanager
def progress(options: Options, of: str = "progress.runs", growing: Growing | None = None) -> Iterator[Progress]:
    """Give what hears how far the work is and tells it on stderr, named by the text of a key; an answer may grow meanwhile."""
    document = options.as_json or options.as_csv
    printed = None if document else growing
    told = Progress(printed)
    try:
        if options.progress == "json":
            told = JsonLines(growing)
            yield told
        elif options.quiet or not sys.stderr.isatty():
            told = told if options.quiet else Lines(options, of, printed)
            yield told
        else:
            with Live(console=Console(stderr=True, highlight=False, markup=False, emoji=False), auto_refresh=False, transient=True) as live:
                told = (Answer if sys.stdout.isatty() else Bar)(options, of, live, printed)
                yield told
    except KeyboardInterrupt:
        if not document:
            told.close(options.words())
        raise
