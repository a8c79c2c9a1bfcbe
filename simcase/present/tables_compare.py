"""The tables of a comparison: what each scenario changes, and what of it is more than noise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from simcase.compare import Detected
from simcase.money import is_total
from simcase.present.labels import Labels, lowered
from simcase.present.sentences_compare import NOISE, headline, moved
from simcase.present.sentences_run import common_notes, parts_seen, simulated, together
from simcase.present.table import Cell, Column, Kind, Marked, Row, Sentence, Table, columns, dist_columns, rows_of, spread
from simcase.present.tables_budget import EDGES, apart, look_of, year_heads
from simcase.present.tables_case import case_parts, case_sheet, contributions_table, went_sheet
from simcase.present.tables_goals import is_judged, worlds_table
from simcase.present.tables_run import programmes_table
from simcase.present.tables_side_by_side import side_by_side_table
from simcase.study.changes import Change, Changes, changes_of
from simcase.study.results import ComparisonResult, RunRecord, ScenarioResult

FIGURES: Final[tuple[tuple[Detected, bool], ...]] = (("persons", True), ("full_time_persons", False), ("municipality", True))
"""Figures of the differences in a file, and whether the smallest that the runs can show stands beside each."""
WORST: Final = "ABCD"
"""Grades, the best first."""


def compare_parts(result: ComparisonResult, labels: Sequence[Labels], prices: str) -> Iterator[Table | Sentence]:
    """Yield all that is said of a comparison; labels are those of the baseline, then those of each scenario."""
    base, baseline = labels[0], result.baseline
    yield from _first(result, labels)
    for scenario, own in named(result, labels):
        yield Sentence(headline(scenario, base, own), "strong")
        yield from differences(scenario, own, prices)
        if is_judged(baseline) or is_judged(scenario):
            yield worlds_table(baseline, scenario, own)
        yield from case_parts(scenario, own, prices)
        if scenario.programmes:
            yield programmes_table(scenario, own)
    yield Sentence("\n".join(_notes(result, base)), "faint")


def side_by_side_parts(result: ComparisonResult, labels: Sequence[Labels]) -> Iterator[Table | Sentence]:
    """Yield what is said of several scenarios in short: a table of them all, what each changes in sentences, and what its parts add."""
    yield from _first(result, labels)
    for scenario, own in named(result, labels):
        yield Sentence(headline(scenario, labels[0], own), "strong")
        if len(scenario.contributions) > 1:
            yield contributions_table(scenario, own)
    yield Sentence("\n".join((labels[0].words.say("side_by_side.details"), *_notes(result, labels[0]))), "faint")


def _first(result: ComparisonResult, labels: Sequence[Labels]) -> Iterator[Table | Sentence]:
    """Yield what was simulated and, of several scenarios of a model with a budget, the table in which they stand side by side."""
    yield Sentence(simulated("compare", _run(result), labels[0]), "faint")
    if len(result.scenarios) > 1 and result.baseline.budget:
        yield side_by_side_table(result, labels)


def named(result: ComparisonResult, labels: Sequence[Labels]) -> Iterator[tuple[ScenarioResult, Labels]]:
    """Yield each scenario with its labels, which name the initiatives of the baseline too."""
    for scenario, names in zip(result.scenarios, labels[1:], strict=True):
        yield scenario, replace(names, initiatives=labels[0].initiatives | names.initiatives)


def comparison_sheets(scenario: ScenarioResult, labels: Labels, prices: str, *, several: bool) -> list[Table]:
    """Return what a file has of a scenario against the baseline, each headed by it; where it has several each is named after its own."""
    sheets = [differences_sheet(scenario, labels, prices), went_sheet(scenario, labels)]
    if scenario.difference.budget:
        sheets.insert(0, case_sheet(scenario, labels, prices))
    if len(scenario.contributions) > 1:
        sheets.append(contributions_table(scenario, labels))
    return [
        replace(sheet, id=f"{sheet.id} {labels.title}" if several else sheet.id, title=f"{labels.title}: {lowered(sheet.title)}")
        for sheet in sheets
    ]


def differences(scenario: ScenarioResult, labels: Labels, prices: str) -> Iterator[Table | Sentence]:
    """Yield the differences in persons, with how many of those fewer are on another benefit, and in kroner where there is a budget."""
    words, priced = labels.words, bool(scenario.difference.budget)
    yield lines_table(scenario, "persons", words.say("compare.persons"), labels) if priced else _states_table(scenario, labels)
    if said := moved(scenario, labels):
        yield Sentence(said)
    if not priced:
        return
    yield lines_table(scenario, "full_time_persons", words.say("compare.full_time"), labels)
    yield lines_table(scenario, "municipality", words.say("compare.kroner", prices=words.say(f"prices.{prices}")), labels)


def lines_table(scenario: ScenarioResult, figure: Detected, title: str, labels: Labels) -> Table:
    """Return the differences by line, a column a year; under each total what nine runs of ten lie between."""
    words, changes = labels.words, changes_of(scenario, figure)
    lines, years = labels.ordered(line for line, _ in changes), list(dict.fromkeys(year for _, year in changes))
    gaps, rows = apart(lines, labels), list[Row]()
    for line in lines:
        rows.append(Row([labels.line(line), *_changes(changes, line, years)], look_of(line), apart=line in gaps))
        if is_total(line):
            ends = {edge: [changes[line, year].dist.at(edge) for year in years] for edge in EDGES}
            rows += [Row([f"  {words.say(f'edge.{edge}')}", *each], "faint") for edge, each in ends.items()]
    return Table("", title, _by_year(scenario, "head.line", years, "more" if figure == "municipality" else "change", labels), rows)


def _by_year(scenario: ScenarioResult, what: str, years: Sequence[int], kind: Kind, labels: Labels) -> list[Column]:
    """Return a column of names and one a year."""
    heads = zip(years, year_heads(scenario, years, labels.words), strict=True)
    return [Column("name", labels.words.say(what), "text"), *(Column(f"y{year}", head, kind) for year, head in heads)]


def _changes(changes: Changes, line: str, years: Sequence[int]) -> list[Cell]:
    """Return a line's differences, a cell a year; those that may be noise are marked."""
    found = (changes[line, year] for year in years)
    return [Marked(each.dist.mean, NOISE) if each.noise else each.dist.mean for each in found]


def _states_table(scenario: ScenarioResult, labels: Labels) -> Table:
    """Return the differences in persons by state, a column a year: the average of the months."""
    months: dict[tuple[str, int], list[float]] = {}
    for row in scenario.difference.persons:
        months.setdefault((row.state, row.month.year), []).append(row.persons.mean)
    states, years = list(dict.fromkeys(state for state, _ in months)), list(dict.fromkeys(year for _, year in months))
    mean = {where: sum(persons) / len(persons) for where, persons in months.items()}
    body: list[list[Cell]] = [[labels.state(state), *(mean[state, year] for year in years)] for state in states]
    return Table("", labels.words.say("compare.persons"), _by_year(scenario, "head.state", years, "change", labels), rows_of(body))


def differences_sheet(scenario: ScenarioResult, labels: Labels, prices: str) -> Table:
    """Return the paired difference of persons and kroner by year and line, with the smallest that the runs can show."""
    words = labels.words
    least = {(row.year, row.line): row for row in scenario.smallest_detectable}
    heads = [
        *columns(words, {"year": "whole", "line": "text", "measure": "text"}),
        *dist_columns(words, "change"),
        *columns(words, {"least": "amount", "noise": "text"}),
    ]
    body = []
    for row in scenario.difference.budget:
        for figure, told in FIGURES:
            smallest, change = least[row.year, row.line].of(figure) if told else None, row.of(figure)
            noise = smallest is not None and Change(change, smallest).noise
            cells: list[Cell] = [row.year, labels.line(row.line), words.say(f"sheet.{figure}"), *spread(change)]
            body.append([*cells, smallest if smallest != float("inf") else None, words.say("sheet.yes") if noise else None])
    title = words.say("sheet.differences_title", prices=words.say(f"prices.{prices}"))
    notes = (words.say("note.net"), words.say("sheet.noise_note"))
    return Table(words.say("sheet.differences"), title, heads, rows_of(body), notes)


def _run(result: ComparisonResult) -> RunRecord:
    """Return the record of the runs compared."""
    return together([result.baseline.run, *(each.run for each in result.scenarios)])


def _notes(result: ComparisonResult, labels: Labels) -> list[str]:
    """Return what to keep in mind of the runs compared."""
    words, worlds = labels.words, [result.baseline, *result.scenarios]
    grade = max((world.weakest_grade for world in worlds), key=WORST.index)
    run, budget = _run(result), bool(result.baseline.budget)
    noise = [words.say("note.noise")] if budget else []
    return [
        words.say("note.paired"),
        *noise,
        *common_notes(run, grade, labels, varying=parts_seen(run, worlds), budget=budget),
    ]
