"""The tables of a run: what is printed of it, from the headline to the notes, and what a file has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from simcase.compare import Edge
from simcase.present.labels import Labels
from simcase.present.sentences_run import common_notes, headline, parts_seen, simulated
from simcase.present.table import Cell, Column, Formula, Interval, Kind, Row, Sentence, Table, columns, dist_columns, rows_of, spread
from simcase.present.tables_budget import (
    EDGES,
    budget_sheet,
    budget_table,
    deviation_table,
    lines_sheet,
    plan_table,
    year_heads,
    years_table,
)
from simcase.present.tables_goals import goals_table, is_judged
from simcase.study.headcounts import HeadcountRow
from simcase.study.periods import plan_year
from simcase.study.results import ProgrammeRow, RunResult
from simcase.words import Words

DECEMBER: Final = 12
DRAWN: Final = 5
"""Lines that a chart in a workbook has at the most."""
COLUMNS: Final = 10
"""Columns of numbers in a table at the most."""
PAGE: Final = 80
"""Letters that the heads of columns share."""


def run_parts(result: RunResult, headcounts: Sequence[HeadcountRow], labels: Labels, prices: str) -> Iterator[Table | Sentence]:
    """Yield what is printed of a run, from the headline to the notes."""
    yield Sentence(simulated("run", result.run, labels), "faint")
    if result.budget:
        yield Sentence(headline(result, labels), "strong")
    yield from persons_tables(result, headcounts, labels)
    year = plan_year(result)
    if year is not None:
        yield plan_table(result, year, labels)
        yield budget_table(result, year, labels, prices)
        if any(row.deviation for row in result.budget if row.year == year):
            yield deviation_table(result, year, labels)
    if {row.year for row in result.budget} - {year}:
        yield years_table(result, labels, prices)
    if result.measures:
        yield measures_table(result, labels)
    if result.programmes:
        yield programmes_table(result, labels)
    if is_judged(result):
        yield goals_table(result, labels)
    varying = parts_seen(result.run, [result])
    said = common_notes(result.run, result.weakest_grade, labels, varying=varying, budget=bool(result.budget))
    yield Sentence("\n".join(said), "faint")


def run_sheets(result: RunResult, labels: Labels, prices: str) -> list[Table]:
    """Return what a file has of a run's own figures."""
    words, year = labels.words, plan_year(result)
    sheets = [] if year is None else [budget_sheet(result, year, labels, prices)]
    if result.budget:
        title = words.say("sheet.years_title", prices=words.say(f"prices.{prices}"))
        sheets += [replace(years_table(result, labels, prices), title=title), lines_sheet(result, labels, prices)]
    if result.measures:
        sheets.append(measures_sheet(result, labels))
    sheets += [persons_sheet(result, labels), full_time_sheet(result, labels), flows_sheet(result, labels)]
    if result.programmes:
        sheets.append(programmes_sheet(result, labels))
    if result.goals:
        sheets.append(goals_table(result, labels))
    return sheets


def persons_tables(result: RunResult, headcounts: Sequence[HeadcountRow], labels: Labels) -> Iterator[Table]:
    """Yield persons in the months reported, so many lines a table as a page is wide."""
    first, last = result.run.first, result.run.last
    shown = [row for row in headcounts if first.replace(day=1) <= row.month <= last]
    lines = list(dict.fromkeys(row.line for row in shown))
    for at in range(0, len(lines), COLUMNS):
        yield _persons_table(shown, lines[at : at + COLUMNS], labels)


def _persons_table(headcounts: Sequence[HeadcountRow], lines: list[str], labels: Labels) -> Table:
    """Return persons month by month, a column a line; under each December, and at the end, what nine runs of ten lie between."""
    words = labels.words
    months = sorted({row.month for row in headcounts})
    found = {(row.month, row.line): row for row in headcounts}

    def cells(name: str, month: date, edge: Edge) -> list[Cell]:
        return [name, *(found[month, line].at(edge) if (month, line) in found else None for line in lines)]

    rows = []
    for month in months:
        if month.month == 1 or month == months[0]:
            rows.append(Row([str(month.year)], "strong"))
        rows.append(Row(cells(words.month_short(month), month, "mean")))
        if month.month == DECEMBER or month == months[-1]:
            rows += [Row(cells(words.say(f"edge.{edge}"), month, edge), "faint") for edge in EDGES]
    heads = [Column("", "", "text"), *(Column(line, labels.narrow(line, PAGE // len(lines)), "persons") for line in lines)]
    return Table("", words.say("run.persons"), heads, rows)


def measures_table(result: RunResult, labels: Labels) -> Table:
    """Return spending on measures and investment, a column a year."""
    words = labels.words
    years = sorted({row.year for row in result.measures})
    spent: dict[tuple[str | None, str, str], dict[int, float]] = {}
    for row in result.measures:
        kroner = spent.setdefault((row.initiative, row.line, row.kind), {})
        kroner[row.year] = kroner.get(row.year, 0.0) + row.kroner.mean
    rows = [
        Row([labels.initiative(initiative), labels.line(line), words.say(f"kind.{kind}"), *map(kroner.get, years)])
        for (initiative, line, kind), kroner in spent.items()
    ]
    heads = [Column(key, words.say(key), "text") for key in ("head.initiative", "head.line", "measures.kind")]
    heads += [Column(str(year), head) for year, head in zip(years, year_heads(result, years, words), strict=True)]
    return Table("", words.say("measures.title"), heads, rows)


def programmes_table(result: RunResult, labels: Labels) -> Table:
    """Return a row a programme and year, as of its December or of the last month reported; years before its first intake are left out."""
    words = labels.words
    rows = []
    for row in _last_of_year(result):
        taken = row.participants
        name, month = labels.initiative(row.initiative), words.month_and_year(row.month)
        rows.append(Row([name, month, taken.mean, Interval(taken.p05, taken.p95), *_waiting(row, words)]))
    kinds: dict[str, Kind] = {"month": "text", "participants": "persons", "interval": "persons", "waiting": "persons", "bound": "text"}
    heads = [Column(name, words.say(f"programmes.{name}"), kind) for name, kind in kinds.items()]
    return Table("", words.say("programmes.title"), [Column("initiative", words.say("head.initiative"), "text"), *heads], rows)


def _waiting(row: ProgrammeRow, words: Words) -> list[Cell]:
    """Return those who wait for a programme, and what bound its intakes."""
    return [row.waiting.mean, words.say(f"bound.{row.bound_by}") if row.bound_by else None]


def _last_of_year(result: RunResult) -> list[ProgrammeRow]:
    """Return the rows of the last month of each year in which a programme has participants or intakes, programme by programme."""
    last = {(row.initiative, row.month.year): row for row in result.programmes}
    return [row for _, row in sorted(last.items()) if row.bound_by or row.participants.mean > 0.0]


def programmes_sheet(result: RunResult, labels: Labels) -> Table:
    """Return participants, those waiting and what bound, by month and initiative."""
    words = labels.words
    kinds: dict[str, Kind] = {"month": "month", "initiative": "text", "participants": "persons", "waiting": "persons", "bound_by": "text"}
    body = [[row.month, labels.initiative(row.initiative), row.participants.mean, *_waiting(row, words)] for row in result.programmes]
    return Table(words.say("sheet.programmes"), words.say("sheet.programmes_title"), columns(words, kinds), rows_of(body))


def measures_sheet(result: RunResult, labels: Labels) -> Table:
    """Return spending on measures by year, line and initiative, by payer."""
    words = labels.words
    heads = [
        *columns(words, {"year": "whole", "line": "text", "initiative": "text", "kind": "text"}),
        *dist_columns(words, "kroner"),
        *columns(words, {"state": "kroner"}),
    ]
    body = [
        [
            row.year,
            labels.line(row.line),
            labels.initiative(row.initiative),
            words.say(f"kind.{row.kind}"),
            *spread(row.kroner),
            row.state.mean,
        ]
        for row in result.measures
    ]
    return Table(
        words.say("sheet.measures"), words.say("sheet.measures_title"), heads, rows_of(body), notes=(words.say("sheet.measures_note"),)
    )


def _by_month(result: RunResult, labels: Labels, weight: Mapping[str, float], sheet: tuple[str, str]) -> Table:
    """Return persons by month, a column a state, each times its weight, and their live sum over the benefits."""
    words = labels.words
    states = [state for state in dict.fromkeys(row.state for row in result.persons) if state in weight]
    mean = {(row.month, row.state): row.persons.mean * weight.get(row.state, 0.0) for row in result.persons}
    months = list(dict.fromkeys(row.month for row in result.persons))
    heads = [*columns(words, {"month": "month"}), *(Column(state, labels.state(state), "persons") for state in states)]
    benefits = [state for state in states if state in labels.benefits]
    heads += columns(words, {"on_benefits": "persons"})
    text = "=" + "+".join(f"{{{state}}}" for state in benefits)
    body: list[list[Cell]] = [
        [
            month,
            *(mean[month, state] for state in states),
            Formula(text, sum(mean[month, state] for state in benefits)) if benefits else None,
        ]
        for month in months
    ]
    several = sorted(benefits or states, key=lambda state: -sum(mean[month, state] for month in months))[:DRAWN]
    notes = (words.say("sheet.largest", n=DRAWN),) if len(benefits or states) > DRAWN else ()
    return Table(sheet[0], sheet[1], heads, rows_of(body), notes=notes, drawn=tuple(several), chart="line")


def persons_sheet(result: RunResult, labels: Labels) -> Table:
    """Return persons by month and state, as averages of the month over the runs."""
    words = labels.words
    every = dict.fromkeys((row.state for row in result.persons), 1.0)
    return _by_month(result, labels, every, (words.say("sheet.persons"), words.say("sheet.persons_title")))


def full_time_sheet(result: RunResult, labels: Labels) -> Table:
    """Return full-time persons by month and benefit."""
    words = labels.words
    part = {state: labels.full_time.get(state, 1.0) for state in labels.benefits} or dict.fromkeys(labels.states, 1.0)
    return _by_month(result, labels, part, (words.say("sheet.full_time_persons"), words.say("sheet.full_time_title")))


def flows_sheet(result: RunResult, labels: Labels) -> Table:
    """Return moves by year, from and to."""
    words = labels.words
    heads = [*columns(words, {"year": "whole", "from": "text", "to": "text"}), *dist_columns(words, "persons")]
    body = [
        [
            row.year,
            words.say("sheet.arrival") if row.source == "arrival" else labels.state(row.source),
            labels.state(row.to),
            *spread(row.moves),
        ]
        for row in result.flows
    ]
    return Table(words.say("sheet.flows"), words.say("sheet.flows_title"), heads, rows_of(body))
