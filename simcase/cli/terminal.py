"""Tables and sentences as the terminal shows them."""

from __future__ import annotations

import copy
import itertools
import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import rich.table
from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.text import Text

from simcase.present.table import Look, Sentence, Table, printed
from simcase.words import Words

GAP = 2
"""Between two columns of a table."""
INDENT = 2
"""Before a sentence that stands beneath another."""
WORD = 18
"""Letters of a word that stay together in a narrow column."""
ROWS: Final[Mapping[Look, str]] = {"": "", "strong": "bold", "faint": "dim italic"}
"""How the rows of a table look."""
SENTENCES: Final[Mapping[Look, str]] = {"": "", "strong": "bold", "faint": "dim"}
"""How sentences between tables look."""


def render(parts: Iterable[Table | Sentence], words: Words) -> Iterator[RenderableType]:
    """Yield tables and sentences as they are shown."""
    for part in parts:
        yield _sentence(part) if isinstance(part, Sentence) else grid_of(part, words)


def _sentence(part: Sentence) -> RenderableType:
    """Return a sentence as it is shown, with those beneath it."""
    return Group(Text(part.text, style=SENTENCES[part.look]), *map(Beneath, part.points))


class Beneath:
    """A sentence beneath another one, set in; an address that is wider than the page stays whole, so that it can be followed."""

    def __init__(self, text: str) -> None:
        """Keep what it says."""
        self.text = text

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield its lines."""
        wide = options.max_width - INDENT
        for text in self.text.split("\n"):
            for line in textwrap.wrap(text, wide, break_long_words=False, break_on_hyphens=False):
                yield Text(f"{'':{INDENT}}{line}", no_wrap=True, overflow="ignore")


def grid_of(table: Table, words: Words) -> Grid:
    """Return a table as it is shown: texts may fold, labels and figures may not."""
    shown = printed(table, words)
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    grid.above, grid.below = shown.title, shown.below
    grid.show_header = any(column.head for column in shown.columns)
    for column in shown.columns:
        figure, text = column.kind not in {"text", "label"}, column.kind == "text"
        grid.add_column(column.head, justify="right" if figure else "left", vertical="top", no_wrap=not text, overflow="fold")
    for row in shown.rows:
        if row.apart:
            grid.add_section()
        grid.add_row(*map(str, row.cells), style=ROWS[row.look])
    return grid


class Grid(rich.table.Table):
    """A table between a title and a sentence, both as wide as the page; columns that do not fit beside the others go on beneath them."""

    above: str = ""
    below: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the title, the table in as many parts as the page needs, and the sentence beneath it."""
        if self.above:
            yield Text(self.above, style="bold")
        for number, columns in enumerate(_pages(self.columns, options.max_width)):
            if number:
                yield Text()
            part = copy.copy(self)
            part.columns = columns
            yield from rich.table.Table.__rich_console__(part, console, options)
        if self.below:
            yield Text(self.below, style="dim")


def _pages(columns: Sequence[rich.table.Column], width: int) -> Iterator[list[rich.table.Column]]:
    """Yield the columns of each part of a table, with widths: its leading columns of text, then as many others as fit."""
    keys = list(itertools.takewhile(lambda column: column.justify != "right", columns))
    others = list(columns[len(keys) :])
    if not others:
        keys, others = keys[:1], keys[1:]
    while True:
        count = len(others)
        while count > 1 and _taken([*keys, *others[:count]]) > width:
            count -= 1
        page = [*keys, *others[:count]]
        yield [_as_wide(column, n, wide) for n, (column, wide) in enumerate(zip(page, _widths(page, width), strict=True))]
        others = others[count:]
        if not others:
            return


def _as_wide(column: rich.table.Column, number: int, width: int) -> rich.table.Column:
    """Return a column with a width; where a word of its texts is wider, it folds behind the marks inside of it as long as there are any."""
    if column.no_wrap:
        return replace(column, _index=number, width=width)
    wider = re.compile(rf"\S{{{width + 1},}}")
    head, *cells = (wider.sub(lambda word: _folded(word[0], width), str(cell)) for cell in (column.header, *column.cells))
    return replace(column, _index=number, width=width, header=head, _cells=[*cells])


def _folded(word: str, width: int) -> str:
    """Return the pieces of a word, each as long as a line has room for, with blanks between them.

    >>> _folded("national.kontanthjaelp_jobparat", 18)
    'national. kontanthjaelp_ jobparat'
    """
    lines = [""]
    for piece in re.findall(r"[^-._/]*[-._/]+|[^-._/]+", word):
        if lines[-1] and cell_len(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return " ".join(lines)


def _taken(columns: Sequence[rich.table.Column]) -> int:
    """Return the width that columns take at the least."""
    return sum(map(_least, columns)) + GAP * len(columns) - 1


def _widths(columns: Sequence[rich.table.Column], width: int) -> list[int]:
    """Return a width for each column: what its texts take, less where they have to fold, the widest first."""
    least, widths = list(map(_least, columns)), list(map(_natural, columns))
    for _ in range(sum(widths) + GAP * len(columns) - 1 - width):
        at = max(range(len(widths)), key=lambda n: (widths[n] > least[n], widths[n]))
        widths[at] -= widths[at] > least[at]
    return widths


def _natural(column: rich.table.Column) -> int:
    """Return the width of the longest line of a column."""
    return max((cell_len(line) for cell in (column.header, *column.cells) for line in str(cell).split("\n")), default=0)


def _least(column: rich.table.Column) -> int:
    """Return the width below which a column loses something: of numbers a line, of text a word, which folds where it is very long."""
    if column.no_wrap:
        return _natural(column)
    return min(WORD, max((cell_len(word) for cell in (column.header, *column.cells) for word in str(cell).split()), default=0))
