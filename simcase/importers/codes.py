"""Somebody else's columns and codes become those of spells: by a mapping file, from rows of spells or from weekly codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import polars as pl

from simcase.declare import Document, read_declaration
from simcase.declare.mapping import Mapping
from simcase.errors import Issue, UserError, closest
from simcase.importers.privacy import SHOWN, refuse_text
from simcase.importers.reading import Rows
from simcase.importers.spells import Reading
from simcase.model import Model
from simcase.vocabulary import Ints
from simcase.words import said

LONGEST_CODE: Final = 6
"""Characters of a code that a message shows at the most, so that it is nobody's number."""
WIDEST_RANGE: Final = 10_000
TURN: Final = 60
"""Two digits of a year from here on are of the last century."""
OURS: Final = ("person", "state", "start", "end", "birth_year", "age", "segment")


def read_mapping(file: Path, model: Model) -> Mapping:
    """Return a mapping file; raises UserError with everything wrong in it."""
    refuse_text(file)
    document, mapping = read_declaration(file, Mapping)
    issues: list[Issue] = []
    states = {state.id: state.label for state in model.states}
    places = [("states", name) for name in mapping.states] + ([("blank",)] if mapping.blank else [])
    names = [*mapping.states, *([mapping.blank] if mapping.blank else [])]
    issues += [
        document.issue(where, f"'{name}'", *closest(name, states, states))
        for where, name in zip(places, names, strict=True)
        if name not in states
    ]
    issues += [document.issue(("columns", name), f"'{name}'", *closest(name, OURS)) for name in mapping.columns if name not in OURS]
    issues += _twice(document, mapping)
    if issues:
        raise UserError(issues)
    return mapping


def _twice(document: Document, mapping: Mapping) -> Iterator[Issue]:
    """Yield codes that stand for two states."""
    seen: dict[str, str] = {}
    for state, listed in mapping.states.items():
        for code in codes_of(listed):
            if seen.setdefault(code, state) != state:
                yield document.issue(
                    (said("error.part.states"), state), said("error.codes.taken", code=code, seen=seen[code]), said("error.codes.once")
                )


def codes_of(listed: tuple[str, ...]) -> Iterator[str]:
    """Yield codes one by one.

    >>> list(codes_of(("111", "730-733")))
    ['111', '730', '731', '732', '733']
    """
    for code in listed:
        span = re.fullmatch(r"(\d+)-(\d+)", code)
        if span is None or int(span[2]) - int(span[1]) > WIDEST_RANGE:
            yield code
        else:
            yield from (str(number) for number in range(int(span[1]), int(span[2]) + 1))


def with_codes(rows: Rows, mapping: Mapping, how: Reading) -> tuple[Rows, Reading]:
    """Return rows in our names and states, and how they are to be read; weekly codes become spells.

    Raises UserError for columns or codes that are not there.
    """
    rows.need(mapping.columns.values())
    frame = rows.frame.rename({theirs: ours for ours, theirs in mapping.columns.items() if theirs != ours}, strict=False)
    rows = rows._replace(frame=frame)
    known = {code: state for state, listed in mapping.states.items() for code in codes_of(listed)}
    if mapping.weeks is not None:
        return _from_weeks(rows, mapping, known, how)
    if known:
        rows.need(("state",))
        _unknown(rows, ["state"], known, mapping)
        state = pl.col("state").replace_strict(known, default=None, return_dtype=pl.String).fill_null(mapping.blank or "")
        rows = rows._replace(frame=frame.with_columns(pl.when(state != "").then(state).alias("state")))
    return rows, how


def _unknown(rows: Rows, columns: list[str], known: dict[str, str], mapping: Mapping) -> None:
    """Raise UserError for codes that stand for no state, the most frequent first."""
    cells = pl.concat([rows.frame[name].alias("code") for name in columns]).drop_nulls()
    wrong = cells.filter(~cells.is_in(list(known))).value_counts(sort=True)
    issues = []
    for code, count in wrong.head(SHOWN).rows():
        shown = f"'{code}'" if len(code) <= LONGEST_CODE else said("error.text.another")
        issues.append(Issue(rows.shown, 0, "", said("error.codes.in_cells", shown=shown, count=count), said("error.codes.mapped")))
    if mapping.weeks is None and mapping.blank is None and rows.frame["state"].null_count():
        issues.append(Issue(rows.shown, 0, "state", said("error.codes.empty"), said("error.codes.blank")))
    if issues:
        raise UserError(issues)


def _from_weeks(rows: Rows, mapping: Mapping, known: dict[str, str], how: Reading) -> tuple[Rows, Reading]:
    """Return weekly codes as spells: runs of weeks in one state; the first one began on a day that nobody knows."""
    rows.need(("person", "birth_year"))
    weeks = _weeks(rows, str(mapping.weeks))
    _unknown(rows, list(weeks), known, mapping)
    states = [*dict.fromkeys([*known.values(), *([mapping.blank] if mapping.blank else [])])]
    number = {code: states.index(state) for code, state in known.items()}
    empty = states.index(mapping.blank) if mapping.blank else -1
    grid = np.stack(
        [rows.frame[name].replace_strict(number, default=None, return_dtype=pl.Int64).fill_null(empty).to_numpy() for name in weeks], axis=1
    )
    person, first, last = runs(grid)
    named = grid[person, first] >= 0
    person, first, last = person[named], first[named], last[named]
    days = [*weeks.values()]
    edges = [*(str(day) for day in days), str(days[-1] + timedelta(days=7))]
    kept = [name for name in ("person", "birth_year", "segment") if name in rows.frame.columns]
    spells = rows.frame.select(kept)[person].with_columns(
        pl.Series("state", np.array(states)[grid[person, first]]),
        pl.Series("start", [edges[i] if i else None for i in first], dtype=pl.String),
        pl.Series("end", [edges[i] if i < len(days) else None for i in last], dtype=pl.String),
    )
    seen = how._replace(first=how.first or days[0], last=how.last or days[-1] + timedelta(days=6), last_day=False)
    return rows._replace(frame=spells, numbers=rows.first + person), seen


def _weeks(rows: Rows, prefix: str) -> dict[str, date]:
    """Return the weekly columns with their Mondays, in order; raises UserError where there are none, or a week is missing."""
    found: dict[str, date] = {}
    for name in rows.frame.columns:
        match = re.fullmatch(re.escape(prefix) + r"(\d{2}|\d{4})(\d{2})", name)
        if match:
            year = int(match[1]) + ((1900 if int(match[1]) >= TURN else 2000) if len(match[1]) == len("yy") else 0)
            try:
                found[name] = date.fromisocalendar(year, int(match[2]), 1)
            except ValueError:
                raise UserError([Issue(rows.shown, rows.first - 1, name, said("error.codes.no_week"), said("error.codes.week"))]) from None
    ordered = dict(sorted(found.items(), key=lambda item: item[1]))
    days = [*ordered.values()]
    if not days:
        raise UserError([Issue(rows.shown, rows.first - 1, "", said("error.codes.no_weeks"), said("error.codes.weeks", prefix=prefix))])
    missing = [day + timedelta(days=7) for day, after in pairwise(days) if after - day != timedelta(days=7)]
    if missing:
        year, week, _ = missing[0].isocalendar()
        raise UserError(
            [Issue(rows.shown, rows.first - 1, "", said("error.codes.lacking_week", week=week, year=year), said("error.codes.every_week"))]
        )
    return ordered


def runs(grid: Ints) -> tuple[Ints, Ints, Ints]:
    """Return runs of equal cells in each row: the row, the first column, and the column after the last one.

    >>> [part.tolist() for part in runs(np.array([[1, 1, 2], [3, 3, 3]]))]
    [[0, 0, 1], [0, 2, 0], [2, 3, 3]]
    """
    begins = np.ones(grid.shape, dtype=np.bool_)
    begins[:, 1:] = grid[:, 1:] != grid[:, :-1]
    row, first = np.nonzero(begins)
    last = np.full(len(row), grid.shape[1])
    last[:-1] = np.where(row[1:] == row[:-1], first[1:], grid.shape[1])
    return row, first, last
