"""A file of rows as a table of texts; what cannot be read is told by row, and no cell is ever shown."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

import polars as pl

from simcase.declare import bounded, cells_of, separator_of, utf8
from simcase.errors import Issue, UserError, shown_file, without_cpr
from simcase.importers import unpacking
from simcase.importers.privacy import first_issues, refuse
from simcase.vocabulary import Ints
from simcase.words import said

FIRST_ROW: Final = {".csv": 2, ".parquet": 1}
"""The number of the first row of data, by the file's ending: a CSV has a heading."""
WIDEST: Final = 2000
"""Columns that a table may have."""
LONGEST: Final = 600
"""Seconds that unpacking a parquet file may take."""
CELLS: Final = 400_000_000
"""And cells; a parquet file may unpack to a thousand times its size."""
LISTED: Final = 12
"""Columns that a message lists at the most."""
_FIGURES = re.compile(r"[\d\s.,:/-]*\d[\d\s.,:/-]*")
"""What no column is called."""
_KEPT = (pl.String, pl.Boolean, pl.Date, pl.Datetime, pl.Categorical, pl.Enum, pl.Null)


class Rows(NamedTuple):
    """A file as a table of texts, blank cells null: how it is shown, and the number of its first row of data."""

    shown: str
    frame: pl.DataFrame
    first: int
    numbers: Ints | None = None
    """The number of each row in the file, where they do not simply follow each other."""

    def line(self, row: int) -> int:
        """Return the number that a row has in the file."""
        return self.first + row if self.numbers is None else int(self.numbers[row])

    def wrong(self, column: str, mask: pl.Series, found: str, expected: str, hint: str = "") -> Iterator[Issue]:
        """Yield an issue for each of the first rows that a mask marks, and one that counts the rest."""
        return first_issues(mask.arg_true().to_list(), lambda row: Issue(self.shown, self.line(row), column, found, expected, hint))

    def need(self, columns: Iterable[str]) -> None:
        """Raise UserError for columns that the table lacks."""
        known = [without_cpr(name) for name in self.frame.columns[:LISTED]]
        lacking = [name for name in columns if name not in self.frame.columns]
        if lacking:
            raise UserError(
                [
                    Issue(
                        self.shown,
                        self.first - 1,
                        name,
                        said("error.file.no_column_among", known=known),
                        said("error.file.column", name=name),
                    )
                    for name in lacking
                ]
            )


def texts(path: Path) -> Rows:
    """Return a CSV or parquet file as a table of texts.

    Raises UserError where it cannot be read, or where a cell looks like a CPR number.
    """
    shown = shown_file(path)
    if path.suffix not in FIRST_ROW or not path.is_file():
        found = said("error.file.no_such") if path.suffix in FIRST_ROW else said("error.file.ending", suffix=path.suffix)
        raise UserError([Issue(shown, 0, "", found, said("error.file.csv_or_parquet"))])
    bounded(path, shown)
    frame = _parquet(path, shown) if path.suffix == ".parquet" else _csv(path, shown)
    if issues := refuse(path, frame, FIRST_ROW[path.suffix]):
        raise UserError(issues)
    if any(_FIGURES.fullmatch(name) for name in frame.columns):
        raise UserError([Issue(shown, 1, "", said("error.file.figures_in_heading"), said("error.file.names_first"))])
    if frame.is_empty():
        raise UserError([Issue(shown, 0, "", said("error.table.no_rows"), said("error.at_least_one"))])
    stripped = frame.with_columns(pl.all().str.strip_chars())
    return Rows(shown, stripped.with_columns(pl.when(pl.all().str.len_bytes() > 0).then(pl.all())), FIRST_ROW[path.suffix])


def _parquet(path: Path, shown: str) -> pl.DataFrame:
    """Return a parquet file as texts, unpacked by a process of its own; columns of lists or bytes are refused."""
    try:
        words = [sys.executable, "-P", unpacking.__file__, str(WIDEST), str(CELLS)]
        done = subprocess.run(words, input=path.read_bytes(), capture_output=True, check=False, timeout=LONGEST)  # noqa: S603 - our own
        if done.returncode == unpacking.TOO_LARGE:
            _room(shown, *map(int, done.stdout.split()))
        frame = pl.read_ipc_stream(io.BytesIO(done.stdout)) if done.returncode == 0 else None
    except (pl.exceptions.PolarsError, subprocess.TimeoutExpired, OSError):
        frame = None
    if frame is None:
        raise UserError([Issue(shown, 0, "", said("error.file.no_table"), said("error.file.parquet"))])
    wrong = [name for name, kind in frame.schema.items() if not kind.is_numeric() and not isinstance(kind, _KEPT)]
    if wrong:
        raise UserError([Issue(shown, 0, without_cpr(name), said("error.file.lists"), said("error.file.plain_kinds")) for name in wrong])
    whole = [name for name, kind in frame.schema.items() if kind.is_float() and bool((frame[name].drop_nulls() % 1 == 0).all())]
    frame = frame.with_columns(pl.col(whole).cast(pl.Int64, strict=False)) if whole else frame
    return frame.with_columns(pl.all().cast(pl.String))


def _csv(path: Path, shown: str) -> pl.DataFrame:
    """Return a CSV file as texts, in UTF-8 or Latin-1, split at what its heading is split at."""
    source = utf8(path.read_bytes(), shown)
    heading = source.split(b"\n", 1)[0].decode()
    separator = separator_of(heading)
    _room(shown, source.count(b"\n"), heading.count(separator) + 1)
    try:
        return pl.read_csv(source, separator=separator, infer_schema=False)
    except pl.exceptions.PolarsError:
        raise UserError(_ragged(source.decode(), separator, shown)) from None


def _room(shown: str, height: int, width: int) -> None:
    """Raise UserError for a table that is larger than any that is meant to be read."""
    if width > WIDEST or width * height > CELLS:
        raise UserError(
            [
                Issue(
                    shown,
                    0,
                    "",
                    said("error.file.rows_of_columns", height=height, width=width),
                    said("error.file.widest", widest=WIDEST, cells=CELLS),
                )
            ]
        )


def _ragged(text: str, separator: str, shown: str) -> list[Issue]:
    """Return the first row whose number of cells is not that of the heading, or that the file is no table at all."""
    rows = cells_of(io.StringIO(text), separator, shown)
    expected = len(next(rows, []))
    for number, row in enumerate(rows, 2):
        if len(row) > expected:
            return [Issue(shown, number, "", said("error.counts.cells", n=len(row)), said("error.file.as_heading", expected=expected))]
    return [Issue(shown, 0, "", said("error.file.no_table"), said("error.file.heading_and_rows"))]
