"""Where words go: data to stdout, everything else to stderr."""

from __future__ import annotations

import html
import io
import json
import math
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
from rich.console import Console, RenderableType

from simcase.cli.options import Options
from simcase.errors import Issue, UserError
from simcase.vocabulary import check_place, document_of, write_whole
from simcase.words import said

WIDEST = 110
"""Columns of text that are used at the most."""
IN_A_PIPE = 100
"""Columns of text where there is no terminal."""

PAGE = """<!DOCTYPE html>
<html lang="LANG">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>TITLE</title>
</head>
<body style="background: {background}; color: {foreground}">
<main><h1>TITLE</h1><pre style="font-family: monospace">{code}</pre></main>
</body>
</html>
"""
"""What stands around text that is written as a page."""


def show(parts: Iterable[RenderableType]) -> None:
    """Print tables and sentences on stdout, a blank line between them."""
    width = min(shutil.get_terminal_size((IN_A_PIPE, 25)).columns, WIDEST)
    console = Console(width=width, highlight=False, markup=False, emoji=False)
    for part in parts:
        console.print(part, crop=False)
        console.print()


def page_in(file: Path) -> None:
    """Raise UserError where a page cannot be written: its name does not end in .html, or its folder is not there."""
    if file.suffix != ".html":
        raise UserError([Issue("", 0, "--output", str(file), said("error.file.html"))])
    check_place(file)


def write_page(parts: Iterable[RenderableType], file: Path, title: str, lang: str) -> None:
    """Write tables and sentences, as they are printed, into one HTML file that asks for nothing else."""
    console = Console(width=WIDEST, highlight=False, markup=False, emoji=False, record=True, file=io.StringIO())
    for part in parts:
        console.print(part, crop=False)
        console.print()
    page = PAGE.replace("LANG", lang).replace("TITLE", html.escape(title))
    write_whole(file, console.export_html(inline_styles=True, code_format=page))


def show_json(result: object) -> None:
    """Print a result as one JSON document on stdout; a number that is none raises ValueError."""
    narrow = not (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(_bounded(document_of(result)), ensure_ascii=narrow, allow_nan=False, indent=1))


def _bounded(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a value with null for what has no bound, which JSON cannot write."""
    if isinstance(value, Mapping):
        return {key: _bounded(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return [_bounded(inside) for inside in value]
    return None if isinstance(value, float) and math.isinf(value) else value


def remark(options: Options, key: str, **values: object) -> None:
    """Say a sentence on stderr, unless the user wants none."""
    if not options.quiet:
        click.echo(options.words().say(key, **values), err=True)
