"""A result as the user chose it: JSON or CSV for programs, tables and sentences for people."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import click

from simcase.cli.console import show, show_json
from simcase.cli.options import Options
from simcase.cli.terminal import render
from simcase.present.table import Sentence, Table
from simcase.vocabulary import csv_text


def deliver(options: Options, result: object, parts: Iterable[Table | Sentence], rows: Iterable[Sequence[object]] = ()) -> None:
    """Print a result on stdout: its document, its rows as CSV, or what is said of it; only what is printed is made."""
    if options.as_json:
        show_json(result)
    elif options.as_csv:
        click.echo(csv_text(rows), nl=False)
    else:
        show(render(parts, options.words()))
