"""StatBank Denmark: tables by POST to its `data` function, as CSV or BULK."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from simcase.declare import number_of
from simcase.errors import Issue, UserError, closest
from simcase.importers.counts import Count
from simcase.importers.web import asked

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

Rows = list[dict[str, str]]


def rows_of(table: str, variables: Mapping[str, Sequence[str]], url: str, *, texts: bool, bulk: bool, refresh: bool) -> Rows:
    """Return a table's rows by the names of its columns, values as codes or as texts.

    Raises UserError where the answer is no such table.
    """
    question: dict[str, Any] = {
        "table": table,
        "format": "BULK" if bulk else "CSV",
        "lang": "da",
        "valuePresentation": "Value" if texts else "Code",
        "variables": [{"code": code, "values": list(values)} for code, values in variables.items()],
    }
    answer = asked(f"{url.rstrip('/')}/data", question, refresh=refresh).decode("utf-8-sig", errors="replace")
    rows = list(csv.DictReader(io.StringIO(answer), delimiter=";"))
    columns = [name.upper() for name in (rows[0] if rows else {}) if name]
    missing = [name.upper() for name in (*variables, VALUE) if name.upper() not in columns]
    if missing:
        found = f"columns {', '.join(columns)}" if columns else "no rows"
        raise UserError([Issue(table, 0, name, found, f"a column '{name}'") for name in missing])
    return [{str(name).upper(): str(cell).strip() for name, cell in row.items()} for row in rows]


def region(area: str, table: str, url: str, *, refresh: bool) -> str:
    """Return the code of a municipality: as it is, or looked up by its name in the table's description."""
    if area.isdecimal():
        return area
    answer = asked(f"{url.rstrip('/')}/tableinfo", {"table": table, "format": "JSON", "lang": "da"}, refresh=refresh)
    try:
        variables = {each["id"].upper(): each["values"] for each in json.loads(answer)["variables"]}
        names = {each["text"].casefold(): each["id"] for each in variables[REGION]}
    except (ValueError, TypeError, KeyError):
        raise UserError([Issue(table, 0, REGION, "another description", f"a table with the variable {REGION}")]) from None
    if area.casefold() not in names:
        raise UserError([Issue(table, 0, "--area", f"'{area}'", *closest(area.casefold(), names))])
    return str(names[area.casefold()])


def period_of(text: str) -> tuple[date, int] | None:
    """Return the first day of a period and its months; None for anything else.

    >>> period_of("2019K2"), period_of("2019M02"), period_of("2019"), period_of("2019U01")
    ((datetime.date(2019, 4, 1), 3), (datetime.date(2019, 2, 1), 1), (datetime.date(2019, 1, 1), 12), None)
    """
    match = re.fullmatch(r"(\d{4})(?:([KQM])(\d{1,2}))?", text)
    if match is None:
        return None
    months = {"K": 3, "Q": 3, "M": 1}.get(match[2], 12)
    first = (int(match[3] or 1) - 1) * months + 1
    return (date(int(match[1]), first, 1), months) if 1 <= first <= 12 else None  # noqa: PLR2004 - months


def population(rows: Rows, table: str) -> tuple[date, dict[int, int]]:
    """Return a date and persons by single year of age; raises UserError for ages that are missing, or do not add up."""
    times = {row[TIME] for row in rows}
    period = period_of(times.pop()) if len(times) == 1 else None
    if period is None:
        raise UserError([Issue(table, 0, TIME, "several periods, or none", "one, such as 2019K1")])
    persons: dict[int, float] = {}
    issues = []
    for number, row in enumerate(rows, 2):
        value = number_of(row[VALUE])
        if value is None or (row[AGE] != TOTAL and not row[AGE].isdecimal()):
            column, found = (VALUE, "no number") if value is None else (AGE, "another age")
            issues.append(Issue(table, number, column, found, "persons by single year of age"))
        elif row[AGE] == TOTAL:
            persons[-1] = persons.get(-1, 0.0) + value
        else:
            persons[int(row[AGE])] = persons.get(int(row[AGE]), 0.0) + value
    total = persons.pop(-1, None)
    missing = [age for age in range(max(persons, default=0)) if age not in persons]
    if missing:
        issues.append(Issue(table, 0, AGE, f"nothing for {', '.join(map(str, missing[:9]))}", "every age from 0"))
    if total is not None and not missing and sum(persons.values()) != total:
        issues.append(Issue(table, 0, VALUE, f"{sum(persons.values()):.0f} over the ages", f"{total:.0f}, as the total says"))
    if issues or not persons:
        raise UserError(issues or [Issue(table, 0, AGE, "no ages", "every age from 0")])
    return period[0], {age: round(count) for age, count in sorted(persons.items())}


def recipients(rows: Rows, table: str, column: str) -> list[Count]:
    """Return what a table counts of each benefit; raises UserError for periods or numbers that are none."""
    issues, result = [], []
    for number, row in enumerate(rows, 2):
        period, value = period_of(row[TIME]), number_of(row[VALUE])
        if period is None or value is None:
            name, expected = (TIME, "a period such as 2019K1") if period is None else (VALUE, "a number")
            issues.append(Issue(table, number, name, "something else", expected))
            continue
        result.append(Count(table.lower(), row[column.upper()].lower(), *period, None, value))
    if issues:
        raise UserError(issues)
    return result
