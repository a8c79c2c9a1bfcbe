"""Personal numbers never come in: what looks like a CPR number stops an import, and its value is never shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from simcase.declare import bounded
from simcase.errors import Issue, UserError, looks_like_cpr, names_cpr, shown_file, without_cpr
from simcase.words import said

FEWEST: Final = 5
"""Counts of persons or moves below this are suppressed in whatever is made from spells."""
SHOWN: Final = 5
"""How many rows of a kind of mistake are listed."""

LARGEST_TEXT: Final = 10_000_000
"""Bytes of a mapping."""

_ROUGHLY = r"\pN\pN\PN{0,6}\pN\pN\PN{0,6}\pN\pN(?:\pN\pN)?\PN{0,6}\pN\pN\pN\pN|^\s*\pN{9}(?:\.0)?\s*$"
"""What may be one, for a first look at a whole column."""


def refuse(path: Path, frame: pl.DataFrame, first_row: int) -> list[Issue]:
    """Return an issue for what looks like a CPR number in a table of texts, its name and headings included; never the value.

    `first_row` is the number of the first row of data.
    """
    shown = shown_file(path)
    issues = [_issue(shown, 0, where="")] if names_cpr(path) else []
    for position, name in enumerate(frame.columns, 1):
        if looks_like_cpr(name):
            issues.append(_issue(shown, first_row - 1, where=said("error.file.column_at", position=position)))
        rows = [row + first_row for row in _rows(frame[name])]
        issues += first_issues(rows, partial(_issue, shown, where=said("error.file.column_named", without_cpr=without_cpr(name))))
    return issues


def refuse_named(told: Mapping[str, object]) -> None:
    """Raise UserError for what was said on the command line, by option, that looks like a CPR number; its value is never shown."""
    if issues := [_issue("", 0, where=option) for option, value in told.items() if value is not None and names_cpr(Path(str(value)))]:
        raise UserError(issues)


def refuse_text(path: Path) -> None:
    """Raise UserError for the lines of a small text file, or its name, that look like they hold a CPR number."""
    shown = shown_file(path)
    lines = bounded(path, shown, LARGEST_TEXT).read_text(encoding="utf-8", errors="replace").splitlines()
    rows = [row for row, line in enumerate(lines, 1) if looks_like_cpr(line)]
    if issues := ([_issue(shown, 0, where="")] if names_cpr(path) else []) + [*first_issues(rows, partial(_issue, shown, where=""))]:
        raise UserError(issues)


def first_issues(rows: Sequence[int], make: Callable[[int], Issue]) -> Iterator[Issue]:
    """Yield the issues of the first few rows, and one that counts the rest."""
    for row in rows[:SHOWN]:
        yield make(row)
    if len(rows) > SHOWN:
        first = make(rows[SHOWN])
        yield Issue(first.file, first.line, first.path, said("error.table.more_rows", n=len(rows) - SHOWN), first.expected)


def _rows(column: pl.Series) -> list[int]:
    """Return the positions of the cells of a column that look like CPR numbers."""
    suspects = column.str.contains(_ROUGHLY).fill_null(value=False).arg_true()
    cells = column.gather(suspects)
    return [int(row) for row, cell in zip(suspects, cells, strict=True) if looks_like_cpr(cell)]


def _issue(file: str, row: int, *, where: str) -> Issue:
    """Return the issue of one cell."""
    hint = said("error.private.hint")
    return Issue(file, row, where, said("error.private.cpr"), said("error.private.none"), hint)
