"""Jobindsats: monthly headcounts by benefit, and files of them as they are downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import polars as pl

from simcase.declare import month_of, read_grid
from simcase.errors import Issue, UserError, closest, shown_file
from simcase.importers.areas import area_called
from simcase.importers.counts import COUNTED, Count, persons_of
from simcase.importers.privacy import refuse
from simcase.words import said

AREA, PERIOD, PERSONS, FULL_TIME = "Område", "Periode", "Antal personer", "Antal fuldtidspersoner"
HEADING: Final = (AREA, PERIOD, PERSONS, FULL_TIME)
SYNONYMS: Final = {"Area": AREA, "Kommune": AREA, "Period": PERIOD}
_TABLE = re.compile(r"y\d{2}a02", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Benefit:
    """A table of Jobindsats: what it counts, and the states that it stands for."""

    name: str
    states: tuple[str, ...]
    only: str | None = None
    """Where the table counts several benefits, the one that is meant."""
    instead: tuple[str, ...] = ()
    """The tables that count it together with others, and go on where this one ends."""


_ASSISTANCE = ("kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat")
_EDUCATION = ("uddannelseshjaelp_uddannelsesparat", "uddannelseshjaelp_aktivitetsparat")
_INTEGRATION = ("integration_programme", "integration_other")
_TOGETHER = ("y60a02",)
TABLES: Final[dict[str, Benefit]] = {
    "y01a02": Benefit("a_dagpenge", ("a_dagpenge",)),
    "y60a02": Benefit("kontanthjaelp_uddannelseshjaelp_og_sho", (*_ASSISTANCE, *_EDUCATION, *_INTEGRATION)),
    "y36a02": Benefit("kontanthjaelp", _ASSISTANCE, instead=_TOGETHER),
    "y38a02": Benefit("uddannelseshjaelp", _EDUCATION, instead=_TOGETHER),
    "y35a02": Benefit("sho_og_overgangsydelse", _INTEGRATION, instead=_TOGETHER),
    "y07a02": Benefit("sygedagpenge", ("sygedagpenge",)),
    "y08a02": Benefit("fleksjob", ("fleksjob",)),
    "y09a02": Benefit("ledighedsydelse", ("ledighedsydelse",)),
    "y10a02": Benefit("foertidspension", ("foertidspension",), only="Førtidspension"),
    "y11a02": Benefit("ressourceforloeb", ("ressourceforloeb",)),
    "y12a02": Benefit("jobafklaring", ("jobafklaring",)),
}
ASKED: Final = tuple(table for table in TABLES if table not in _TOGETHER)
"""Tables that are asked for unless others are named; y60a02 counts together what others count apart to June 2025."""


def from_file(path: Path) -> list[list[Any]]:
    """Return the rows of a file as it is downloaded (.xlsx or .csv); raises UserError where it is neither, or holds CPR numbers."""
    shown = shown_file(path)
    if path.suffix not in {".xlsx", ".csv"} or not path.is_file():
        found = said("error.file.no_such") if path.suffix in {".xlsx", ".csv"} else said("error.file.ending", suffix=path.suffix)
        raise UserError([Issue(shown, 0, "", found, said("error.file.xlsx_or_csv"))])
    rows: list[list[Any]] = [list(row) for row in read_grid(path)]
    width = max(map(len, rows), default=0)
    texts = [[_text(cell) for cell in row] + [None] * (width - len(row)) for row in rows]
    if issues := refuse(path, pl.DataFrame(texts, schema=dict.fromkeys(map(str, range(1, width + 1)), pl.String), orient="row"), 1):
        raise UserError(issues)
    return rows


def _text(cell: object) -> str | None:
    """Return a cell as text, a whole number without decimals."""
    return f"{cell:.0f}" if isinstance(cell, float) and cell.is_integer() else None if cell is None else str(cell)


def count_rows(rows: Sequence[Sequence[Any]], where: str, table: str, area: str, only: Mapping[str, str]) -> list[Count]:
    """Return what rows count of an area; lines before the heading are passed over, and a blank area is that of the row above.

    Raises UserError for columns, an area or periods that are not as expected, with the row.
    """
    top, heading = _heading(rows, where)
    benefit = TABLES[table]
    at = {name: heading.index(name) for name in HEADING}
    counted = [*_counted(rows, top, heading)]
    areas = {place for _, place, _ in counted}
    meant = area_called(area, areas)
    issues, result = [], []
    for number, place, cells in counted:
        if place != meant or not _chosen(heading, cells, only, benefit.only, rows[top + 1 :]):
            continue
        first, full_time, persons = month_of(str(cells[at[PERIOD]])), persons_of(cells[at[FULL_TIME]]), persons_of(cells[at[PERSONS]])
        if first is None:
            issues.append(Issue(where, number, PERIOD, said("error.counted.another_period"), said("error.counted.month")))
        elif full_time is None or (persons is None and cells[at[PERSONS]] is not None):
            issues.append(Issue(where, number, FULL_TIME if full_time is None else PERSONS, said("error.value.no_number"), COUNTED))
        else:
            result.append(Count(table, benefit.name, first, 1, persons, full_time))
    if issues:
        raise UserError(issues)
    if not result:
        raise UserError([Issue(where, 0, AREA, said("error.counted.no_area", area=area), *closest(area, areas))])
    return result


def only_area(rows: Sequence[Sequence[Any]], where: str) -> str:
    """Return the area that rows are of; raises UserError where they are of several."""
    areas = {place for _, place, _ in _counted(rows, *_heading(rows, where))}
    if len(areas) != 1:
        raise UserError(
            [
                Issue(
                    where,
                    0,
                    AREA,
                    said("error.counted.areas", n=len(areas)),
                    said("error.counted.one_area"),
                    said("error.counted.choose_area"),
                )
            ]
        )
    return areas.pop()


def _counted(rows: Sequence[Sequence[Any]], top: int, heading: Sequence[str]) -> Iterator[tuple[int, str, list[Any]]]:
    """Yield each row below the heading that is of a period: its number, its area, and its cells, blank ones as None."""
    latest = ""
    for number, row in enumerate(rows[top + 1 :], top + 2):
        cells = [None if cell is None or str(cell).strip() in {"", "-", ".."} else cell for cell in row]
        cells += [None] * (len(heading) - len(cells))
        latest = str(cells[heading.index(AREA)] or latest).strip()
        if cells[heading.index(PERIOD)] is not None:
            yield number, latest, cells


def _heading(rows: Sequence[Sequence[Any]], where: str) -> tuple[int, list[str]]:
    """Return where the heading is, and its names; raises UserError where columns are missing or called something else."""
    for top, row in enumerate(rows):
        names = [SYNONYMS.get(str(cell).strip(), str(cell).strip()) for cell in row]
        if PERIOD in names:
            missing = [name for name in HEADING if name not in names]
            if missing:
                found = said("error.counted.columns", names=[name for name in names if name != "None"])
                raise UserError([Issue(where, top + 1, name, found, said("error.file.column", name=name)) for name in missing])
            return top, names
    raise UserError([Issue(where, 0, PERIOD, said("error.counted.no_heading"), said("error.counted.heading", heading=HEADING))])


def _chosen(
    heading: Sequence[str], cells: Sequence[Any], only: Mapping[str, str], benefit: str | None, rows: Sequence[Sequence[Any]]
) -> bool:
    """Tell whether a row is one of those asked for, and counts the benefit that is meant."""
    if any(str(cells[heading.index(name)]) != value for name, value in only.items() if name in heading):
        return False
    return benefit is None or benefit in cells or not any(benefit in row for row in rows)


def names_table(path: Path) -> bool:
    """Tell whether a file's name has the number of a table in it."""
    return _TABLE.search(path.name) is not None


def table_of(path: Path, named: str | None) -> str:
    """Return the table that a file holds: as named, else by the file's name; raises UserError where that tells none."""
    found = named or next((match[0].lower() for match in _TABLE.finditer(path.name)), "")
    if found not in TABLES:
        shown = shown_file(path)
        raise UserError([Issue(shown, 0, "--table", f"'{found}'" if found else said("error.counted.no_table"), *closest(found, TABLES))])
    return found


def tables(named: Sequence[str]) -> tuple[str, ...]:
    """Return the tables named, else those that are usually asked for; raises UserError for one that is not known."""
    wrong = [Issue("", 0, "--table", f"'{name}'", *closest(name, TABLES)) for name in named if name.lower() not in TABLES]
    if wrong:
        raise UserError(wrong)
    return tuple(name.lower() for name in named) or ASKED
