"""What a report of a comparison holds besides, as sheets: differences, the business case, where citizens went."""

from __future__ import annotations

from typing import Final

from simcase.compare import CaseFigure, CaseRow, Detected
from simcase.present.labels import Labels
from simcase.present.table import Cell, Formula, Kind, Table, rows_of, total
from simcase.report.contents import columns, dist_columns, spread
from simcase.study.results import ScenarioResult
from simcase.words import Words

SUMMED: Final[tuple[CaseFigure, ...]] = ("investment", "saved", "grants", "net")
FIGURES: Final[tuple[tuple[Detected, bool], ...]] = (("persons", True), ("full_time_persons", False), ("municipality", True))
"""Figures of the differences, and whether the smallest that the runs can show stands beside each."""


def comparison_sheets(scenario: ScenarioResult, labels: Labels, prices: str) -> list[Table]:
    """Return the sheets that hold a scenario against the baseline."""
    name = scenario.run.scenario
    sheets = [differences_sheet(scenario, labels, prices, name), went_sheet(scenario, labels, name)]
    if scenario.difference.budget:
        sheets.insert(0, case_sheet(scenario, labels, prices, name))
    if len(scenario.contributions) > 1:
        sheets.append(contributions_sheet(scenario, labels, name))
    return sheets


def case_sheet(scenario: ScenarioResult, labels: Labels, prices: str, name: str) -> Table:
    """Return the business case by payer and year: net result and its sum follow from investment and saved support."""
    words, rate = labels.words, scenario.payback.discount
    kinds: dict[str, Kind] = {"payer": "text", "year": "whole", "investment": "kroner", "saved": "more", "grants": "more", "net": "more"}
    heads = columns(words, kinds | {"p05": "more", "p95": "more", "cumulated": "more"})
    body: list[list[Cell]] = []
    strong = set()
    for payer in ("municipality", "state"):
        rows = [row for row in scenario.business_case if row.payer == payer]
        first = len(body)
        body += [_case_row(row, rows[n - 1] if n else None, rate, words) for n, row in enumerate(rows)]
        strong.add(len(body))
        sums = [total(key, [row.of(key).mean for row in rows], first) for key in SUMMED]
        body.append([words.say(f"case.{payer}"), words.say("line.total"), *sums, None, None, None])
    title = words.say("sheet.case_title", prices=words.say(f"prices.{prices}"))
    hidden = {row.year: row.before.mean for row in scenario.business_case if row.payer == "municipality"}
    first = min(hidden)
    before = (words.say("sheet.case_before", year=first, kroner=words.number(hidden[first])),) if hidden[first] else ()
    discounted = (words.say("case.present", rate=words.percent(rate, 1)),) if rate else ()
    return Table(
        id=f"{words.say('sheet.case')} {name}",
        title=title,
        columns=heads,
        rows=rows_of(body, strong),
        notes=(*discounted, *before, words.say("note.net")),
        drawn=("investment", "saved", "net"),
        along="year",
        chart="column",
    )


def _case_row(row: CaseRow, before: CaseRow | None, rate: float, words: Words) -> list[Cell]:
    """Return a payer's year: the net result follows from its parts, its sum from the row above."""
    net, so_far = row.saved.mean + row.grants.mean - row.investment.mean, row.cumulated.mean
    above = before.cumulated.mean if before else 0.0
    worth = (so_far - above) / net if rate and net else 1.0
    sums = f"={{cumulated:-1}}+{{net}}*{worth!r}" if rate else "={cumulated:-1}+{net}"
    return [
        words.say(f"case.{row.payer}"),
        row.year,
        row.investment.mean,
        row.saved.mean,
        row.grants.mean,
        Formula("={saved}+{grants}-{investment}", net),
        row.net.p05,
        row.net.p95,
        Formula(sums, so_far) if before else so_far,
    ]


def differences_sheet(scenario: ScenarioResult, labels: Labels, prices: str, name: str) -> Table:
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
            noise = smallest is not None and 0.0 < abs(change.mean) < smallest
            cells: list[Cell] = [row.year, labels.line(row.line), words.say(f"sheet.{figure}"), *spread(change)]
            body.append([*cells, smallest if smallest != float("inf") else None, words.say("sheet.yes") if noise else None])
    title = words.say("sheet.differences_title", prices=words.say(f"prices.{prices}"))
    return Table(
        f"{words.say('sheet.differences')} {name}",
        title,
        heads,
        rows_of(body),
        notes=(words.say("note.net"), words.say("sheet.noise_note")),
    )


def went_sheet(scenario: ScenarioResult, labels: Labels, name: str) -> Table:
    """Return how many more moved out of the target group, by destination and year, and what a year there costs."""
    words = labels.words
    heads = [
        *columns(words, {"year": "whole", "from": "text", "to": "text"}),
        *dist_columns(words, "change"),
        *columns(words, {"kroner": "more"}),
    ]
    body = [
        [row.year, labels.state(row.source), labels.state(row.to), *spread(row.persons), row.municipality.mean]
        for row in scenario.where_they_went
    ]
    return Table(f"{words.say('sheet.went')} {name}", words.say("went.title"), heads, rows_of(body), notes=(words.say("went.note"),))


def contributions_sheet(scenario: ScenarioResult, labels: Labels, name: str) -> Table:
    """Return what each part adds to net spending, in the order composed and averaged over orders; either column adds up to the whole."""
    words = labels.words
    rows = scenario.contributions
    body: list[list[Cell]] = [
        [
            labels.initiative(row.initiative) if row.initiative else words.say("parts.other"),
            *spread(row.municipality),
            row.averaged.mean if row.averaged else None,
        ]
        for row in rows
    ]
    means = [row.averaged.mean for row in rows if row.averaged]
    averaged = total("averaged", means) if len(means) == len(rows) else None
    body.append([words.say("line.total"), total("mean", [row.municipality.mean for row in rows]), None, None, averaged])
    heads = [*columns(words, {"initiative": "text"}), *dist_columns(words, "more"), *columns(words, {"averaged": "more"})]
    return Table(f"{words.say('sheet.parts')} {name}", words.say("parts.title"), heads, rows_of(body, {len(rows)}))
