"""Monthly or quarterly headcounts by benefit, and the targets that a year of them makes."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

import numpy as np

from simcase.declare import number_of
from simcase.declare.cells import Grouped
from simcase.errors import MOST_PERSONS, Issue, UserError
from simcase.vocabulary import Key, csv_text
from simcase.words import said

REVISED: Final = 0.025
"""How much a yearly average is revised later, as a share: the rule that the calibration's totals follow."""
COUNTED: Final = said("error.counted.persons", most_persons=MOST_PERSONS)
"""What is expected where it is none."""


def persons_of(cell: object) -> float | None:
    """Return how many persons a cell counts; None for what is no number or may be two, below nothing, or more than there are.

    >>> [persons_of(cell) for cell in ("1.234,5", -1, float("nan"), "99999999", None, Grouped("1.234"))]
    [1234.5, None, None, None, None, None]
    """
    value = None if isinstance(cell, Grouped) else number_of(cell)
    return value if value is not None and 0.0 <= value <= MOST_PERSONS else None


@dataclass(frozen=True, slots=True)
class Count:
    """What a source counted of a benefit in a period."""

    table: str
    benefit: str
    first: Annotated[date, Key("from")]
    months: int
    persons: float | None
    full_time_persons: float


@dataclass(frozen=True, slots=True)
class CountTarget:
    """A year's average as a target of a calibration, in full-time persons, by its keys in the file."""

    id: str
    measure: str
    of: tuple[str, ...]
    first: Annotated[date, Key("from")]
    until: date
    value: float
    se: float
    fits: tuple[str, ...]
    grade: str
    source: str


def target(counts: Sequence[Count], states: Sequence[str], year: int, fit: str, source: str) -> CountTarget:
    """Return the yearly average of full-time persons as a target: chance and revisions make its standard error, at least one."""
    value = float(np.mean([each.full_time_persons for each in counts]))
    one = counts[0]
    return CountTarget(
        id=f"{one.table}.{one.benefit}.{year}",
        measure="full_time_persons",
        of=tuple(states),
        first=date(year, 1, 1),
        until=date(year, 12, 31),
        value=round(value, 1),
        se=round(float(np.sqrt(max(value, 1.0) + (REVISED * value) ** 2)), 1),
        fits=(fit,),
        grade="A",
        source=source,
    )


def of_year(counts: Iterable[Count], year: int, where: str) -> list[Count]:
    """Return the counts of a year in order; raises UserError for periods that are missing, or there more than once."""
    mine = sorted((each for each in counts if each.first.year == year), key=lambda each: each.first)
    length = mine[0].months if mine else 1
    wanted = [date(year, month, 1) for month in range(1, 13, length)]
    found = [each.first for each in mine]
    missing = [f"{day:%Y-%m}" for day in wanted if day not in found]
    twice = sorted({f"{day:%Y-%m}" for day in found if found.count(day) > 1})
    issues = (
        [Issue(where, 0, "", said("error.counted.nothing_for", missing=missing), said("error.counted.every_period", year=year))]
        if missing
        else []
    )
    hint = said("error.counted.choose_period")
    issues += [Issue(where, 0, "", said("error.counted.several", twice=twice), said("error.counted.one_a_period"), hint)] if twice else []
    if issues:
        raise UserError(issues)
    return mine


def refuse_other_years(read: Iterable[tuple[str, Sequence[Count]]], years: Sequence[int]) -> None:
    """Raise UserError with every place whose counts, by what it is called in messages, are all of other years than those wanted."""
    issues = []
    for where, counts in read:
        found = sorted(each.first for each in counts)
        if found and not {day.year for day in found} & set(years):
            there = said("error.service.months", months=f"{found[0]:%Y-%m}", months2=f"{found[-1]:%Y-%m}")
            issues.append(Issue(where, 0, "--years", there, said("error.service.every_month", year=max(years))))
    if issues:
        raise UserError(issues)


def series(counts: Iterable[Count]) -> str:
    """Return counts as CSV: a row a table and period."""
    rows: list[tuple[object, ...]] = [("table", "benefit", "from", "to", "persons", "full_time_persons")]
    for each in sorted(counts, key=lambda one: (one.table, one.benefit, one.first)):
        last_month = each.first.month + each.months - 1
        last = date(each.first.year, last_month, monthrange(each.first.year, last_month)[1])
        persons = "" if each.persons is None else f"{each.persons:.12g}"
        rows.append((each.table, each.benefit, each.first, last, persons, f"{each.full_time_persons:.12g}"))
    return csv_text(rows)


def states_by_name(texts: Sequence[str], option: str) -> dict[str, tuple[str, ...]]:
    """Return what `NAME=STATE+STATE` says, by name in small letters; raises UserError for one that says nothing."""
    return {name.lower(): tuple(states.split("+")) for name, states in pairs(texts, option).items()}


def pairs(texts: Sequence[str], option: str) -> Mapping[str, str]:
    """Return what `NAME=VALUE` says, by name; raises UserError for one that says nothing."""
    wrong = [Issue("", 0, option, f"'{text}'", said("error.counted.name_value")) for text in texts if "=" not in text]
    if wrong:
        raise UserError(wrong)
    return {name.strip(): value.strip() for name, _, value in (text.partition("=") for text in texts)}
