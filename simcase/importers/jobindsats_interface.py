"""Ask the interface of Jobindsats, version 3: a table is looked up first, then a year of it is one question."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from simcase.errors import Issue, UserError, closest
from simcase.importers.areas import area_called
from simcase.importers.counts import Count, of_year
from simcase.importers.jobindsats import TABLES, count_rows
from simcase.importers.web import decode, fetch
from simcase.words import said

URL: Final = "https://api.jobindsats.dk/v3"
TOKEN: Final = "SIMCASE_JOBINDSATS_TOKEN"  # noqa: S105 - where the token is, not the token
MUNICIPALITIES: Final = "_nykom"
"""What Jobindsats calls the division of the country into municipalities."""
MONTHLY: Final = "M"


@dataclass(frozen=True, slots=True)
class Description:
    """What Jobindsats says of a table: the months it has, and the names in each of its divisions."""

    months: tuple[str, ...]
    names: Mapping[str, frozenset[str]]


def from_interface(
    table: str, area: str, years: Sequence[int], only: Mapping[str, str], url: str, *, refresh: bool
) -> Iterator[tuple[str, list[Count]]]:
    """Yield what the interface counts in a table, a year at a time, and what that is called in messages.

    Raises UserError where the token is missing or refused, the table lacks the area or a month, or an answer is not as expected.
    """
    token, root = _token(), url.rstrip("/")
    description = _looked_up(table, root, token, refresh=refresh)
    _check(description, table, area, years)
    for year in years:
        where = f"{table} {year}"
        question = f"{root}/data/{table}?{_query(description, table, _months(year))}"
        read = partial(_of_year, where=where, table=table, area=area, year=year, only=only)
        yield where, fetch(question, None, read, token=token, refresh=refresh)


def since(table: str, area: str, first: date | None, only: Mapping[str, str], url: str, *, refresh: bool) -> list[Count]:
    """Return what the interface counts in a table from a month on, or in all its months, a year a question.

    Raises UserError as `from_interface` does, but for a month that the table lacks.
    """
    token, root = _token(), url.rstrip("/")
    description = _looked_up(table, root, token, refresh=refresh)
    _check(description, table, area, ())
    wanted = [month for month in description.months if first is None or month >= f"{first:%YM%m}"]
    counts: list[Count] = []
    for year in sorted({month[:4] for month in wanted}):
        months = [month for month in wanted if month.startswith(year)]
        question = f"{root}/data/{table}?{_query(description, table, months)}"
        read = partial(_counted, where=f"{table} {year}", table=table, area=area, only=only)
        counts += fetch(question, None, read, token=token, refresh=refresh)
    return counts


def _looked_up(table: str, root: str, token: tuple[str, str], *, refresh: bool) -> Description:
    """Return what the interface says of a table."""
    return fetch(f"{root}/table/{table}?format=json", None, partial(_described, table=table), token=token, refresh=refresh)


def _token() -> tuple[str, str]:
    """Return the name of the environment variable and what the interface is told of the token in it."""
    token = os.environ.get(TOKEN, "")
    if not token.isascii() or not token.strip() or not token.isprintable():
        raise UserError([Issue("", 0, TOKEN, said("error.service.no_token"), said("error.service.token"))])
    return TOKEN, f"Bearer {token.strip()}"


def _months(year: int) -> list[str]:
    """Return the months of a year as Jobindsats calls them."""
    return [f"{year}M{month:02d}" for month in range(1, 13)]


def _described(answer: bytes, table: str) -> Description:
    """Return what an answer says of a table."""
    try:
        document = decode(answer)
        periods = [str(one["period_id"]) for each in document["periods"] if each["periodtype_id"] == MONTHLY for one in each["values"]]
        names = {
            str(division["hierarchy_id"]): frozenset(str(one["value_name"]) for level in division["levels"] for one in level["values"])
            for dimension in document["dimensions"]
            for division in dimension["hierarchies"]
        }
    except (ValueError, TypeError, KeyError):
        raise _changed(table, said("error.service.another_description"), said("error.service.periods")) from None
    if MUNICIPALITIES not in names:
        raise _changed(table, said("error.service.divisions", names=sorted(names)), said("error.service.division", name=MUNICIPALITIES))
    if not periods:
        raise _changed(table, said("error.service.no_months"), said("error.service.monthly", name=MONTHLY))
    return Description(tuple(sorted(periods)), names)


def _changed(table: str, found: str, expected: str) -> UserError:
    """Return that the interface does not answer as it did when this was written, and what can be done."""
    return UserError([Issue(table, 0, "", found, expected, said("error.service.changed"))])


def _check(description: Description, table: str, area: str, years: Iterable[int]) -> None:
    """Raise UserError where a table does not have the area or a month that is asked for."""
    areas = description.names[MUNICIPALITIES]
    issues = []
    if area_called(area, areas) is None:
        issues.append(Issue(table, 0, "--area", f"'{area}'", *closest(area, areas)))
    there = said("error.service.months", months=description.months[0], months2=description.months[-1])
    for year in years:
        if not set(_months(year)) <= set(description.months):
            hint = said("error.service.alone") if "y60a02" in TABLES[table].instead else ""
            issues.append(Issue(table, 0, "--years", there, said("error.service.every_month", year=year), hint))
    if issues:
        raise UserError(issues)


def _query(description: Description, table: str, months: Sequence[str]) -> str:
    """Return what is asked of a table: some months, every measure, every municipality; other divisions are left as totals."""
    meant = TABLES[table].only
    apart = [name for name, values in description.names.items() if meant in values]
    divisions = {f"hierarchy.{name}": "*" for name in (MUNICIPALITIES, *apart)}
    return urlencode({"mgroup.*": "*", "period.M": ",".join(months), **divisions, "format": "json"}, safe="*,")


def _of_year(answer: bytes, where: str, table: str, area: str, year: int, only: Mapping[str, str]) -> list[Count]:
    """Return what an answer counts of an area in a year."""
    return of_year(_counted(answer, where, table, area, only), year, where)


def _counted(answer: bytes, where: str, table: str, area: str, only: Mapping[str, str]) -> list[Count]:
    """Return what an answer counts of an area."""
    return count_rows(_rows_of(answer, table), where, table, area, only)


def _rows_of(answer: bytes, table: str) -> list[list[Any]]:
    """Return an answer as rows, heading first."""
    try:
        document = decode(answer)
        rows = [document["columns"], *document["rows"]]
        if any(not isinstance(row, list) or not all(isinstance(cell, str | int | float | None) for cell in row) for row in rows):
            raise TypeError  # noqa: TRY301 - it is told with the others
    except (ValueError, TypeError, KeyError):
        raise _changed(table, said("error.service.another_answer"), said("error.service.one_table")) from None
    return rows
