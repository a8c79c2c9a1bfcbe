"""Monthly counts to learn from: a municipality's own file, or the tables of Jobindsats, downloaded or asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from simcase.calibrate.counts import FEWEST, FORMS, TOGETHER, Counts, counts_of, read_counts
from simcase.declare import bounded, cells_of, path_of, separator_of, utf8
from simcase.errors import Issue, UserError, shown_file
from simcase.importers import jobindsats, jobindsats_interface
from simcase.importers.counts import Count
from simcase.model import Model
from simcase.words import said

HELD: Final[Mapping[str, tuple[str, ...]]] = {"kontanthjaelp": jobindsats.TABLES["y60a02"].states}
"""The states that a state of a small calibration holds together, where these are counted apart."""
WHOLE: Final = "y60a02"
"""The table that counts together what those count apart which it replaced."""
INTERFACE: Final = "jobindsats"
"""What stands in the place of a file where the interface is asked."""
Persons = dict[date, float]
"""Full-time persons by month."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of Jobindsats: of which area and rows, from which tables and years where the interface is asked."""

    area: str | None = None
    only: Mapping[str, str] | None = None
    tables: tuple[str, ...] = ()
    since: date | None = None
    url: str = jobindsats_interface.URL
    refresh: bool = False


def counts_from(sources: Sequence[str], model: Model, wish: Wish) -> Counts:
    """Return the monthly counts of a model's lines in files, or from the interface of Jobindsats where that is named.

    A file with the columns month, line and persons is read as it is; any other is a table of Jobindsats as it is downloaded, which the
    file's name, or TABLE=FILE, tells. Raises UserError for what is not as expected, and for tables that count no whole line.
    """
    lines = tuple(line.id for line in model.lines)
    if INTERFACE in sources:
        if len(sources) > 1:
            raise UserError(
                [Issue("", 0, "--counts", said("error.counted.beside_files", interface=INTERFACE), said("error.counted.one_of_two"))]
            )
        return _placed(dict(_asked(model, wish)), model, INTERFACE)
    files = [_file(source) for source in sources]
    own = [path for table, path in files if table is None and _is_own(path)]
    if own and len(files) > 1:
        raise UserError([Issue(shown_file(own[0]), 0, "", said("error.counted.beside_others"), said("error.counted.one_file"))])
    if own:
        return read_counts(own[0], lines, names_of(model), {line.id: line.label for line in model.lines})
    tables: dict[str, Persons] = {}
    for named, path in files:
        table, persons = _downloaded(named, path, wish)
        if table in tables:
            raise UserError([Issue(shown_file(path), 0, "", said("error.counted.again", table=table), said("error.counted.each_table"))])
        tables[table] = persons
    return _placed(tables, model, ", ".join(shown_file(path) for _, path in files))


def _file(source: str) -> tuple[str | None, Path]:
    """Return the table that a text names before a file, if any, and the file."""
    table, sign, rest = source.partition("=")
    return (table.lower(), path_of(rest)) if sign and table.lower() in jobindsats.TABLES else (None, path_of(source))


def _is_own(path: Path) -> bool:
    """Tell whether a file has the columns of counts by line, or is none that Jobindsats writes."""
    if path.suffix.lower() == ".xlsx":
        return False
    if path.suffix.lower() != ".csv" or not path.is_file():
        return True
    shown = shown_file(path)
    text = utf8(bounded(path, shown).read_bytes(), shown).decode().splitlines()
    rows = cells_of(text[:1], separator_of(text[0] if text else ""), shown)
    return {cell.strip().lower() for cell in next(iter(rows), [])} & {head for form in FORMS for head in form} != set()


def _downloaded(named: str | None, path: Path, wish: Wish) -> tuple[str, Persons]:
    """Return the table that a file holds, and what it counts of the area."""
    shown = shown_file(path)
    if named is None and not jobindsats.names_table(path):
        raise UserError([Issue(shown, 0, "", said("error.counted.no_table"), said("error.counted.file_name"))])
    table = jobindsats.table_of(path, named)
    rows = jobindsats.from_file(path)
    area = wish.area or jobindsats.only_area(rows, shown)
    return table, _by_month(jobindsats.count_rows(rows, shown, table, area, wish.only or {}), shown)


def _asked(model: Model, wish: Wish) -> Iterator[tuple[str, Persons]]:
    """Yield what the interface counts of each table that counts a line of the model, from a month on."""
    if wish.area is None:
        raise UserError([Issue("", 0, "--area", said("error.counted.area_missing"), said("error.counted.municipality"))])
    known = {atom for state in model.states if state.line for atom in _atoms(state.id)}
    usual = (name for name, each in jobindsats.TABLES.items() if not each.instead and known.issuperset(each.states))
    for table in wish.tables or usual:
        counts = jobindsats_interface.since(table, wish.area, wish.since, wish.only or {}, wish.url, refresh=wish.refresh)
        yield table, _by_month(counts, table)


def _by_month(counts: Sequence[Count], where: str) -> Persons:
    """Return full-time persons by month; raises UserError for a month that is there more than once."""
    months = [each.first for each in counts]
    twice = sorted({f"{month:%Y-%m}" for month in months if months.count(month) > 1})
    if twice:
        hint = said("error.counted.choose_month")
        raise UserError([Issue(where, 0, "", said("error.counted.several", twice=twice), said("error.counted.one_a_month"), hint)])
    return {each.first: each.full_time_persons for each in counts}


def _atoms(state: str) -> tuple[str, ...]:
    """Return the states that a state holds together: itself, unless it is known to hold others."""
    return HELD.get(state, (state,))


def _placed(tables: Mapping[str, Persons], model: Model, where: str) -> Counts:
    """Return what tables count as counts of lines: each line alone where tables tell them apart, else those that one counts together."""
    counted: dict[tuple[str, date], float] = {}
    issues, tables = [], _one_way(tables)
    for group in _groups(tables, model):
        states = {state for table in group for state in jobindsats.TABLES[table].states}
        lines = [line.id for line in model.lines if any(states & set(_atoms(state.id)) for state in model.states if state.line == line.id)]
        whole = {atom for state in model.states if state.line in lines for atom in _atoms(state.id)}
        if states != whole:
            issues.append(_apart(group, lines, whole - states, where))
            continue
        for month in set.intersection(*(set(tables[table]) for table in group)):
            counted[TOGETHER.join(lines), month] = sum(tables[table][month] for table in group)
    if not issues and len({month for _, month in counted}) < FEWEST:
        issues.append(
            Issue(
                where,
                0,
                "",
                said("error.counted.months", n=len({month for _, month in counted})),
                said("error.number.at_least_fewest", fewest=FEWEST),
            )
        )
    if issues:
        raise UserError(issues)
    return counts_of({each: persons for each, persons in counted.items() if persons > 0.0}, tuple(line.id for line in model.lines))


def _apart(group: Sequence[str], lines: Sequence[str], lacking: set[str], where: str) -> Issue:
    """Return that tables do not count what the lines of a calibration are."""
    names = ", ".join(group)
    if not lines:
        return Issue(where, 0, "", said("error.counted.no_line", names=names), said("error.counted.of_lines"))
    others = [name for name, each in jobindsats.TABLES.items() if lacking & set(each.states) and name not in group and name != WHOLE]
    found = said("error.counted.part", names=names, lines=lines) if lacking else said("error.counted.more", names=names, lines=lines)
    return Issue(where, 0, "", found, said("error.counted.too", others=others) if others else said("error.counted.whole"))


def _one_way(tables: Mapping[str, Persons]) -> Mapping[str, Persons]:
    """Return tables none of which counts what another does: what was counted apart goes into the table that counts it together."""
    parts = [name for name, each in jobindsats.TABLES.items() if WHOLE in each.instead]
    if WHOLE not in tables or not any(part in tables for part in parts):
        return tables
    before: Persons = {}
    if all(part in tables for part in parts):
        months = set.intersection(*(set(tables[part]) for part in parts))
        before = {month: sum(tables[part][month] for part in parts) for month in months}
    return {**{name: each for name, each in tables.items() if name not in parts}, WHOLE: {**before, **tables[WHOLE]}}


def _groups(tables: Mapping[str, Persons], model: Model) -> list[list[str]]:
    """Return the tables in groups: together are those that count parts of one line."""
    line_of = {atom: state.line for state in model.states if state.line for atom in _atoms(state.id)}
    groups: list[tuple[set[str], list[str]]] = []
    for table in tables:
        lines = {line for state in jobindsats.TABLES[table].states if (line := line_of.get(state))}
        mine = [each for each in groups if lines & each[0]]
        groups = [each for each in groups if each not in mine]
        groups.append((lines.union(*(of for of, _ in mine)), [*(name for _, names in mine for name in names), table]))
    return [names for _, names in groups]


def names_of(model: Model) -> dict[str, str]:
    """Return the lines of a model by what counts may call them: their labels, and their ids in Danish letters."""
    danish = {line.id.replace("ae", "æ").replace("oe", "ø").replace("aa", "å").replace("_", " "): line.id for line in model.lines}
    return danish | {name.lower(): line.id for line in model.lines for name in (line.label.da, line.label.en)}
