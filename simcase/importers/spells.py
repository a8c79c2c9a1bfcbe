"""Spell histories, one row a spell: texts become arrays, and every kind of mistake is told by row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

import numpy as np
import polars as pl

from simcase.declare import shown_value
from simcase.errors import Issue, UserError, closest
from simcase.importers.privacy import SHOWN
from simcase.importers.reading import Rows
from simcase.model import Model
from simcase.vocabulary import DAYS_PER_YEAR, Bools, Floats, Ints
from simcase.words import said

EPOCH: Final = date(1970, 1, 1)
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2100, 1, 1)
OLDEST: Final = 120
LONGEST: Final = 60
"""A name in a message has no more letters than this."""
MIDYEAR: Final = 182
"""Days into the year of birth at which somebody of whom only that year is known is taken to be born."""
UNKNOWN: Final = -1
"""The state after a spell that was still going on, or the segment of somebody of whom it is not known."""
LOST: Final = "unknown"
"""What `gap` is called where nothing is known of citizens between their spells."""


class Reading(NamedTuple):
    """How a file of spells is to be read."""

    gap: str | None = None
    """The state of citizens between their spells and after the last; LOST to stop observing them."""
    first: date | None = None
    last: date | None = None
    last_day: bool = False
    """Whether an end is the last day in the state and not the first one after it."""


class Spells(NamedTuple):
    """Spells in the order of person and start; days are counted from 1970."""

    person: Ints
    state: Ints
    start: Floats
    end: Floats  # the first day after it; the last day observed where it is censored
    origin: Floats  # the day that its duration counts from; not a number where that is unknown
    birth: Floats
    segment: Ints
    to: Ints  # the next state; UNKNOWN where it is censored
    row: Ints  # its position in the table


class Window(NamedTuple):
    """The period that was observed, in days from 1970: from a day up to, and not with, another one."""

    first: float
    last: float

    def dates(self) -> tuple[date, date]:
        """Return the first day and the last one."""
        return EPOCH + timedelta(days=int(self.first)), EPOCH + timedelta(days=int(self.last) - 1)


def day_number(day: date) -> float:
    """Return a date as days from 1970."""
    return float((day - EPOCH).days)


def read_spells(rows: Rows, model: Model, how: Reading) -> tuple[Spells, Window]:
    """Return the spells of a table of texts, and the period in which they were observed.

    Raises UserError with every kind of mistake: cells first, then overlaps and gaps.
    """
    rows.need(("person", "state", "start", "end"))
    if not {"birth_year", "age"} & set(rows.frame.columns):
        expected = said("error.spells.birth")
        raise UserError([Issue(rows.shown, rows.first - 1, "birth_year", said("error.value.nothing"), expected)])
    typed = _typed(rows, model, how)
    if issues := [*_wrong_cells(rows, typed, model)]:
        raise UserError(issues)
    spells, window = _ordered(typed, model, how)
    if issues := [*_wrong_order(spells, rows, window, how)]:
        raise UserError(issues)
    return _followed(spells, model, window, how), window


def _days(name: str) -> pl.Expr:
    """Return a column of dates, 2019-01-31 or 31-01-2019, as days from 1970; null for what is none."""
    text = pl.col(name).str.slice(0, 10)
    day = pl.coalesce(
        text.str.to_date("%Y-%m-%d", strict=False), text.str.to_date("%d-%m-%Y", strict=False), text.str.to_date("%d.%m.%Y", strict=False)
    )
    return (day - EPOCH).dt.total_days().cast(pl.Float64)


def _number(rows: Rows, name: str) -> pl.Expr:
    """Return a column of numbers, decimals after a point or a comma; null for what is none, or where there is no such column."""
    if name not in rows.frame.columns:
        return pl.lit(None, dtype=pl.Float64)
    return pl.col(name).str.replace(",", ".", literal=True).cast(pl.Float64, strict=False)


def _index(rows: Rows, name: str, ids: list[str]) -> pl.Expr:
    """Return the positions of a column's names in a list; null for one that is not there."""
    if name not in rows.frame.columns:
        return pl.lit(None, dtype=pl.Int64)
    return (
        pl.col(name).replace_strict(ids, list(range(len(ids))), default=None, return_dtype=pl.Int64)
        if ids
        else pl.lit(None, dtype=pl.Int64)
    )


def _typed(rows: Rows, model: Model, how: Reading) -> pl.DataFrame:
    """Return the table with numbers instead of texts, null where a cell holds none."""
    year = _number(rows, "birth_year").cast(pl.Int32, strict=False)
    by_year = (pl.date(pl.when(year.is_between(EARLIEST.year, LATEST.year)).then(year), 1, 1) - EPOCH).dt.total_days() + MIDYEAR
    by_age = pl.col("from") - (_number(rows, "age") * DAYS_PER_YEAR).round()
    return (
        rows.frame.with_row_index("row")
        .with_columns(_days("start").alias("from"), (_days("end") + float(how.last_day)).alias("until"))
        .select(
            pl.col("row").cast(pl.Int64),
            pl.col("person").rank("dense").cast(pl.Int64),
            _index(rows, "state", [state.id for state in model.states]).alias("state"),
            "from",
            "until",
            pl.coalesce(by_age.cast(pl.Float64), by_year.cast(pl.Float64)).alias("birth"),
            _index(rows, "segment", [segment.id for segment in model.segments]).alias("segment"),
        )
    )


def _wrong_cells(rows: Rows, typed: pl.DataFrame, model: Model) -> Iterator[Issue]:
    """Yield what is wrong in single rows."""
    text = rows.frame
    blank = {name: text[name].is_null() for name in ("person", "start", "end")}
    start, end = typed["from"], typed["until"]
    earliest, latest = day_number(EARLIEST), day_number(LATEST)
    date_meant = said("error.spells.date", earliest=EARLIEST, latest=LATEST)
    yield from rows.wrong("person", blank["person"], said("error.value.nothing"), said("error.spells.pseudonym"))
    yield from _names(rows, "state", typed["state"].is_null(), [state.id for state in model.states])
    for name, day in (("start", start), ("end", end)):
        wrong = (~blank[name] & day.is_null()) | (day.is_not_null() & ~day.is_between(earliest, latest))
        yield from rows.wrong(name, wrong, said("error.spells.no_date"), date_meant)
    yield from rows.wrong("end", (end < start).fill_null(value=False), said("error.spells.before_start"), said("error.spells.after_start"))
    known = "birth_year" if "birth_year" in text.columns else "age"
    yield from rows.wrong(
        known, typed["birth"].is_null() & start.is_not_null(), said("error.value.no_number"), said("error.spells.year_of_birth")
    )
    age = (start.fill_null(end) - typed["birth"]) / DAYS_PER_YEAR
    strange = (~age.is_between(-1.0, OLDEST)).fill_null(value=False)
    yield from rows.wrong(known, strange, said("error.spells.too_old"), said("error.spells.age", oldest=OLDEST))
    if "segment" in text.columns:
        yield from _names(rows, "segment", text["segment"].is_not_null() & typed["segment"].is_null(), [each.id for each in model.segments])


def _names(rows: Rows, column: str, wrong: pl.Series, known: list[str]) -> Iterator[Issue]:
    """Yield the rows with an unknown name, first those of the most frequent one; only a name made of letters is shown."""
    cells = rows.frame[column].filter(wrong)
    for cell in cells.fill_null("").value_counts(sort=True)[column].head(SHOWN):
        plain = len(cell) <= LONGEST and cell.replace("_", "").isalpha()
        found = shown_value(None) if not cell else f"'{cell}'" if plain else said("error.text.another")
        same = wrong & (rows.frame[column].fill_null("") == cell)
        yield from rows.wrong(column, same, found, *closest(cell if plain else "", known))


def _ordered(typed: pl.DataFrame, model: Model, how: Reading) -> tuple[Spells, Window]:
    """Return the spells in the order of person and start, not yet followed to the next state, and the period observed.

    Where no first day is given it is the one before the earliest end: before that, spells that ended may not be in the file.
    """
    ends = typed["until"].drop_nulls()
    starts = typed["from"].drop_nulls()
    last = day_number(how.last) + 1.0 if how.last else max(_most(ends), _most(starts) + 1.0)
    first = day_number(how.first) if how.first else min(_least(ends), last) - 1.0
    frame = typed.with_columns(
        pl.col("from").is_null().alias("unknown"), pl.col("from").fill_null(min(first, last)), pl.col("segment").fill_null(UNKNOWN)
    )
    frame = frame.sort("person", "from", "until", nulls_last=True)
    column = {name: frame[name].to_numpy() for name in frame.columns}
    origin = _origins(model, column["person"], column["state"], column["from"], column["until"], column["unknown"])
    return (
        Spells(
            column["person"], column["state"], column["from"], column["until"], origin, column["birth"], column["segment"],
            np.full(len(frame), UNKNOWN), column["row"],
        ),
        Window(first, last),
    )  # fmt: skip


def _most(days: pl.Series) -> float:
    """Return the latest of some days."""
    return float(days.to_numpy().max(initial=-np.inf))


def _least(days: pl.Series) -> float:
    """Return the earliest of some days."""
    return float(days.to_numpy().min(initial=np.inf))


def _origins(model: Model, person: Ints, state: Ints, start: Floats, end: Floats, unknown: Bools) -> Floats:
    """Return the day that each spell's duration counts from: states of one duration group go on with that of the spell before."""
    names = [each.duration_group for each in model.states]
    group = np.array([names.index(name) if name else UNKNOWN for name in names])[state]
    goes_on = np.zeros(len(person), dtype=np.bool_)
    goes_on[1:] = (person[1:] == person[:-1]) & (start[1:] == end[:-1]) & (group[1:] == group[:-1]) & (group[1:] != UNKNOWN)
    begun = np.maximum.accumulate(np.where(goes_on, 0, np.arange(len(person))))
    return np.asarray(np.where(unknown, np.nan, start)[begun])


def _next_start(spells: Spells) -> Floats:
    """Return the start of each person's next spell, not a number after the last."""
    result = np.full(len(spells.person), np.nan)
    result[:-1] = np.where(spells.person[1:] == spells.person[:-1], spells.start[1:], np.nan)
    return result


def _wrong_order(spells: Spells, rows: Rows, window: Window, how: Reading) -> Iterator[Issue]:
    """Yield spells of one person that overlap, or leave out days where nobody said what the person did then."""
    following = _next_start(spells)
    end = np.where(np.isnan(spells.end), np.inf, spells.end)

    def told(wrong: Bools, column: str, found: str, expected: str, hint: str = "") -> Iterator[Issue]:
        mask = np.zeros(rows.frame.height, dtype=np.bool_)
        mask[spells.row[wrong]] = True
        return rows.wrong(column, pl.Series(mask), found, expected, hint)

    yield from told(end > following, "end", said("error.spells.overlap"), said("error.spells.no_overlap"))
    if window.first >= window.last:
        yield Issue(rows.shown, 0, "", said("error.spells.no_day"), said("error.spells.period"))
    if how.gap is None:
        short = bool(np.all(following[end < following] - end[end < following] == 1.0)) and bool(np.any(end < following))
        hint = said("error.spells.gap")
        hint = said("error.spells.last_day", hint=hint) if short else hint
        yield from told(end < following, "end", said("error.spells.days_before"), said("error.spells.no_gap"), hint)
        yield from told(
            np.isnan(following) & (end < window.last), "end", said("error.spells.nothing_after"), said("error.spells.follows"), hint
        )


def _followed(spells: Spells, model: Model, window: Window, how: Reading) -> Spells:
    """Return the spells with the state that followed each, and censored where the period ended or the person was lost."""
    following = _next_start(spells)
    end = np.where(np.isnan(spells.end), window.last, spells.end)
    gap = UNKNOWN if how.gap in {None, LOST} else [state.id for state in model.states].index(str(how.gap))
    after = np.where(following == end, np.append(spells.state[1:], UNKNOWN), gap)
    over = np.isnan(spells.end) | (spells.end >= window.last)
    return spells._replace(end=np.minimum(end, window.last), to=np.where(over, UNKNOWN, after))
