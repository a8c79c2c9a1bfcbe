"""How far the work is, told in one way by every verb: a bar on a terminal, now and then a line elsewhere, JSON for another program."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import click
import rich.progress
from rich.console import Console
from rich.live import Live
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn

from simcase.cli.options import Options

FIRST: Final = 10.0
"""Seconds of work of which nothing is said where there is no terminal."""
BETWEEN: Final = 30.0
"""Seconds between two lines there."""
BLINK: Final = 0.1
"""Seconds between two looks at a bar, and between two lines for another program."""


class Progress:
    """What work calls with how much of it is done and how much there is; it says nothing of it."""

    def __init__(self) -> None:
        """Begin."""
        self.begun = time.monotonic()
        self.step = 1
        self._latest = (0, 0)

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

    def tell(self, done: int, total: int) -> None:
        """Tell the user."""


class Bar(Progress):
    """A bar on the terminal, drawn by whoever tells of the work, so that no thread but that one is needed."""

    def __init__(self, options: Options, of: str, live: Live) -> None:
        """Draw on a part of the terminal; the bar is named by the text of a key."""
        super().__init__()
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._words, self._of, self._live, self._drawn = options.words(), of, live, 0.0
        self._bar = rich.progress.Progress(*columns, auto_refresh=False)
        self._task = self._bar.add_task("", total=None)

    def tell(self, done: int, total: int) -> None:
        """Move the bar."""
        self._bar.update(self._task, description=self._words.say(self._of, n=self.step), completed=done, total=total)
        if done == total or time.monotonic() - self._drawn > BLINK:
            self._live.update(self._bar.get_renderable(), refresh=True)
            self._drawn = time.monotonic()


class Lines(Progress):
    """A line on stderr now and then, of work that takes some seconds."""

    def __init__(self, options: Options, of: str) -> None:
        """Name the work by the text of a key."""
        super().__init__()
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

    _next = 0.0

    def tell(self, done: int, total: int) -> None:
        """Write a line, unless the last one was written a moment ago and there is more to come."""
        if done == total or self.seconds >= self._next:
            self._next = self.seconds + BLINK
            click.echo(json.dumps({"step": self.step, "done": done, "of": total, "seconds": round(self.seconds, 3)}), err=True)


def clock(seconds: float) -> str:
    """Return a time as minutes and seconds.

    >>> clock(125.9)
    '2:05'
    """
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


@contextmanager
def progress(options: Options, of: str = "progress.runs") -> Iterator[Progress]:
    """Give what hears how far the work is and tells it on stderr; it is named by the text of a key."""
    if options.progress == "json":
        yield JsonLines()
    elif options.quiet:
        yield Progress()
    elif sys.stderr.isatty():
        with Live(console=Console(stderr=True), auto_refresh=False, transient=True) as live:
            yield Bar(options, of, live)
    else:
        yield Lines(options, of)
