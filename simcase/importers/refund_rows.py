"""The rows of a weekly file on refund: read, checked, and stripped of whom they are about before anything else is done with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import polars as pl

from simcase.declare import bounded, separator_of, shown_value, utf8
from simcase.errors import Issue, UserError, looks_like_cpr, shown_file
from simcase.importers.privacy import first_issues
from simcase.words import said

PERSON: Final = "CPR nummer"
TEXTS: Final[Mapping[str, str]] = {"Uge": "week", PERSON: "person", "Ydelse": "benefit", "Finansiering Kommunenavn": "payer"}
MONEY: Final[Mapping[str, str]] = {
    "Beregnet udbetalingsbeløb": "paid",
    "Refusionsbeløb": "refund",
    "Medfinansieringsbeløb": "shared",
}
"""The columns of kroner, and what they are called here: paid out, refunded by the state, co-financed by the municipality."""
AMOUNT: Final = r"^-?(\d{1,9}|\d{1,3}(\.\d{3}){1,2})(,\d{1,6})?$"
"""Kroner as Danes write them."""
WEEK: Final = re.compile(r"(\d{4})\D{0,3}(\d{1,2})", re.ASCII)
DIGITS: Final = 9
"""Of a personal number, once a table program has taken the nought before it."""
HEAD: Final = 2
"""The number of the first row of data in the file."""


def read_rows(path: Path, seed: int) -> pl.DataFrame:
    """Return the rows of a file: hashes of row and person, Monday of the week, benefit, payer, and oere paid, refunded and shared.

    Raises UserError with its mistakes, in none of which stands what may be somebody's number.
    """
    shown = shown_file(path)
    raw = _table(path, shown)
    weeks = {text: _monday(text) for text in raw["Uge"].unique().to_list()}
    issues = _issues(raw, weeks, shown)
    if issues:
        raise UserError(issues)
    return raw.select(
        row=pl.struct(pl.all()).hash(seed),
        person=pl.col(PERSON).hash(seed),
        week=pl.col("Uge").replace_strict(weeks, return_dtype=pl.Date),
        benefit=pl.col("Ydelse").cast(pl.Categorical),
        payer=pl.col("Finansiering Kommunenavn").cast(pl.Categorical),
        **{name: _oere(column) for column, name in MONEY.items()},
    )


def _table(path: Path, shown: str) -> pl.DataFrame:
    """Return a file as texts without blanks around them, empty amounts nothing; raises UserError for what is no table of such columns."""
    source = utf8(bounded(path, shown).read_bytes(), shown)
    separator = separator_of(source.split(b"\n", 1)[0].decode())
    try:
        frame = pl.read_csv(source, separator=separator, infer_schema=False)
    except pl.exceptions.PolarsError:
        raise UserError([Issue(shown, 0, "", said("error.file.no_table"), said("error.file.as_many_cells"))]) from None
    frame = frame.rename({name: name.strip() for name in frame.columns})
    lacking = [name for name in (*TEXTS, *MONEY) if name not in frame.columns]
    if lacking:
        raise UserError([Issue(shown, 1, name, said("error.file.no_column"), said("error.file.column", name=name)) for name in lacking])
    return frame.with_columns(pl.all().str.strip_chars().fill_null(""))


def _issues(raw: pl.DataFrame, weeks: Mapping[str, date | None], shown: str) -> list[Issue]:
    """Return what is wrong with the cells of a table: weeks that are none, missing persons and benefits, amounts that are no numbers."""
    wrong = {"Uge": (raw["Uge"].is_in([text for text, day in weeks.items() if day is None]), said("error.refunds.week"))}
    wrong |= {name: (raw[name] == "", said("error.refunds.something")) for name in TEXTS if name != "Uge"}
    for name in MONEY:
        wrong[name] = ((raw[name] != "") & ~raw[name].str.contains(AMOUNT), said("error.refunds.kroner"))
    issues = list[Issue]()
    for column, (mask, expected) in wrong.items():
        rows = [n + HEAD for n in mask.arg_true().to_list()]
        issues += first_issues(rows, partial(_issue, shown, raw[column], expected))
    return issues


def _issue(shown: str, cells: pl.Series, expected: str, row: int) -> Issue:
    """Return the issue of a cell of a column; what may be a number of somebody is not told, with a date of birth or without."""
    cell = str(cells[row - HEAD])
    private = sum(map(str.isdecimal, cell)) >= DIGITS or looks_like_cpr(cell)
    found = said("error.private.may_be") if private else shown_value(cell or None)
    return Issue(shown, row, cells.name, found, expected)


def _monday(text: str) -> date | None:
    """Return the Monday of a week, None for no week.

    >>> _monday("2019-05"), _monday("2019U5"), _monday("2019-54"), _monday("5")
    (datetime.date(2019, 1, 28), datetime.date(2019, 1, 28), None, None)
    """
    found = WEEK.fullmatch(text)
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None


def _oere(column: str) -> pl.Expr:
    """Return an amount in whole oere, so that sums are exact; an empty one is nothing."""
    text = pl.col(column).str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    kroner = pl.when(text == "").then(pl.lit("0")).otherwise(text).cast(pl.Float64)
    return (kroner * 100.0).round().cast(pl.Int64)
