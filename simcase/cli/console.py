"""Where words go: data to stdout, everything else to stderr."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click
from rich import box
from rich.console import Console, RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from simcase.cli.options import Options

WIDEST = 110
"""Columns of text that are used at the most."""
IN_A_PIPE = 100
"""Columns of text where there is no terminal."""

Progressed = Callable[[int, int], None]


def show(parts: Iterable[RenderableType]) -> None:
    """Print tables and sentences on stdout, a blank line between them."""
    width = min(shutil.get_terminal_size((IN_A_PIPE, 25)).columns, WIDEST)
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    for part in parts:
        console.print(part)
        console.print()


def show_json(document: Mapping[str, Any]) -> None:
    """Print a document as JSON on stdout; a number that is none raises ValueError."""
    click.echo(json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1))


def remark(options: Options, key: str, **values: object) -> None:
    """Say a sentence on stderr, unless the user wants none."""
    if not options.quiet:
        click.echo(options.words().say(key, **values), err=True)


@contextmanager
def progress(options: Options) -> Iterator[Progressed | None]:
    """Give a callback that moves a bar on stderr, or None where there is no terminal or the user wants none."""
    if options.quiet or not sys.stderr.isatty():
        yield None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(options.words().say("progress.runs"), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def table(title: str, texts: Iterable[str], numbers: Iterable[str]) -> Table:
    """Return an empty table: columns of text, which may fold, then columns of numbers, which may not."""
    grid = Table(title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for head in texts:
        grid.add_column(head, vertical="top", overflow="fold")
    for head in numbers:
        grid.add_column(head, justify="right", no_wrap=True)
    return grid
