"""StatBank Denmark: tables by POST to its `data` function, as CSV or BULK."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final, TypeVar

from simcase.declare import YEARS, cells_of, shown_value, utf8
from simcase.errors import Issue, UserError, closest
from simcase.importers.areas import area_called
from simcase.importers.counts import COUNTED, Count, persons_of
from simcase.importers.privacy import SHOWN
from simcase.importers.web import decode, fetch
from simcase.words import said

URL: Final = "https://api.statbank.dk/v1"
REGION, AGE, BENEFIT, TIME, VALUE = "OMRÅDE", "ALDER", "YDELSESTYPE", "TID", "INDHOLD"
TOTAL: Final = "IALT"
BENEFITS: Final[dict[str, tuple[str, ...]]] = {
    "fleksjob": ("fleksjob",),
    "ledighedsydelse": ("ledighedsydelse",),
    "ressourceforløb": ("ressourceforloeb",),
    "jobafklaringsforløb": ("jobafklaring",),
    "førtidspension": ("foertidspension",),
    "efterløn": ("efterloen",),
    "sygedagpenge": ("sygedagpenge",),
}
"""What StatBank calls a benefit, in small letters, and the states that it stands for; `--map` adds to these."""

OLDEST: Final = 129
_AGE = re.compile(r"1[0-2]\d|\d{1,2}", re.ASCII)
"""An age up to the oldest."""

Rows = list[dict[str, str]]
T = TypeVar("T")


def read_table(
    table: str, variables: Mapping[str, Sequence[str]], read: Callable[[Rows], T], url: str, *, texts: bool, bulk: bool, refresh: bool
) -> T:
    """Return what is read out of a table's rows, which go by the names of its columns, values as codes or as texts.

    Raises UserError where the answer is no such table.
    """
    question: dict[str, Any] = {
        "table": table,
        "format": "BULK" if bulk else "CSV",
        "lang": "da",
        "valuePresentation": "Value" if texts else "Code",
        "variables": [{"code": code, "values": list(values)} for code, values in variables.items()],
    }
    wanted = [name.upper() for name in (*variables, VALUE)]
    return fetch(f"{url.rstrip('/')}/data", question, lambda answer: read(_rows(answer, table, wanted)), refresh=refresh)


def _rows(answer: bytes, table: str, wanted: Sequence[str]) -> Rows:
    """Return the rows of an answer; raises UserError where columns are missing, or a row has more cells or fewer."""
    text = utf8(answer, table).decode()
    heading, *rows = [*cells_of(io.StringIO(text), ";", table)] or [[]]
    columns = [name.strip().upper() for name in heading]
    missing = [name for name in wanted if name not in columns]
    if missing:
        found = said("error.counted.columns", names=shown_value(", ".join(columns))) if rows else said("error.table.no_rows")
        raise UserError([Issue(table, 0, name, found, said("error.file.column", name=name)) for name in missing])
    ragged = [
        Issue(table, number, "", said("error.counts.cells", n=len(row)), said("error.counted.as_heading", n=len(columns)))
        for number, row in enumerate(rows, 2)
        if row and len(row) != len(columns)
    ]
    if ragged or not rows:
        raise UserError(ragged[:SHOWN] or [Issue(table, 0, "", said("error.table.no_rows"), said("error.at_least_one"))])
    return [dict(zip(columns, map(str.strip, row), strict=True)) for row in rows if row]


def region(area: str, table: str, url: str, *, refresh: bool) -> str:
    """Return the code of a municipality: as it is, or looked up by its name in the table's description."""
    if area.isdecimal():
        return area
    question = {"table": table, "format": "JSON", "lang": "da"}
    names = fetch(f"{url.rstrip('/')}/tableinfo", question, partial(_areas, table=table), refresh=refresh)
    called = area_called(area, names)
    if called is None:
        raise UserError([Issue(table, 0, "--area", f"'{area}'", *closest(area, names))])
    return names[called]


def _areas(answer: bytes, table: str) -> dict[str, str]:
    """Return the codes of areas by their names, as a table's description has them."""
    try:
        values = next(each["values"] for each in decode(answer)["variables"] if str(each["id"]).upper() == REGION)
        names = {str(each["text"]): str(each["id"]) for each in values}
    except (ValueError, TypeError, LookupError, StopIteration):
        raise UserError(
            [Issue(table, 0, REGION, said("error.service.another_description"), said("error.service.variable", region=REGION))]
        ) from None
    return names


def period_of(text: str) -> tuple[date, int] | None:
    """Return the first day of a period and its months; None for anything else.

    >>> period_of("2019K2"), period_of("2019M02"), period_of("2019"), period_of("0000M01")
    ((datetime.date(2019, 4, 1), 3), (datetime.date(2019, 2, 1), 1), (datetime.date(2019, 1, 1), 12), None)
    """
    match = re.fullmatch(r"(\d{4})(?:([KQM])(\d{1,2}))?", text)
    if match is None:
        return None
    months = {"K": 3, "Q": 3, "M": 1}.get(match[2], 12)
    first = (int(match[3] or 1) - 1) * months + 1
    year = int(match[1])
    return (date(year, first, 1), months) if 1 <= first <= 12 and year in YEARS else None  # noqa: PLR2004 - months


def population(rows: Rows, table: str) -> tuple[date, dict[int, int]]:
    """Return a date and persons by single year of age; raises UserError for ages that are missing, or do not add up."""
    times = {row[TIME] for row in rows}
    period = period_of(times.pop()) if len(times) == 1 else None
    if period is None:
        raise UserError([Issue(table, 0, TIME, said("error.service.periods_or_none"), said("error.service.one_period"))])
    persons, issues = _ages(rows, table)
    total = persons.pop(-1, None)
    missing = [age for age in range(max(persons, default=0)) if age not in persons]
    if missing:
        issues.append(Issue(table, 0, AGE, said("error.counted.nothing_for", missing=missing[:9]), said("error.service.every_age")))
    if total is not None and not missing and sum(persons.values()) != total:
        issues.append(
            Issue(table, 0, VALUE, said("error.service.over_ages", values=sum(persons.values())), said("error.service.total", total=total))
        )
    if issues or not persons:
        raise UserError(issues or [Issue(table, 0, AGE, said("error.service.no_ages"), said("error.service.every_age"))])
    return period[0], {age: round(count) for age, count in sorted(persons.items())}


def _ages(rows: Rows, table: str) -> tuple[dict[int, float], list[Issue]]:
    """Return persons by age, the total under -1, and what is wrong with single rows."""
    persons: dict[int, float] = {}
    issues: list[Issue] = []
    for number, row in enumerate(rows, 2):
        value = persons_of(row[VALUE])
        if value is None:
            issues.append(Issue(table, number, VALUE, said("error.value.no_number"), COUNTED))
        elif row[AGE] != TOTAL and not _AGE.fullmatch(row[AGE]):
            issues.append(Issue(table, number, AGE, said("error.service.another_age"), said("error.service.single_age", oldest=OLDEST)))
        elif row[AGE] == TOTAL:
            persons[-1] = persons.get(-1, 0.0) + value
        else:
            persons[int(row[AGE])] = persons.get(int(row[AGE]), 0.0) + value
    return persons, issues


def recipients(rows: Rows, table: str, column: str) -> list[Count]:
    """Return what a table counts of each benefit; raises UserError for periods or numbers that are none."""
    issues, result = [], []
    for number, row in enumerate(rows, 2):
        period, value = period_of(row[TIME]), persons_of(row[VALUE])
        if period is None or value is None:
            name, expected = (TIME, said("error.service.period")) if period is None else (VALUE, COUNTED)
            issues.append(Issue(table, number, name, shown_value(row[name]), expected))
            continue
        result.append(Count(table.lower(), row[column.upper()].lower(), *period, None, value))
    if issues:
        raise UserError(issues)
    return result
