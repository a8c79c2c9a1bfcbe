"""What a report of a run holds, as sheets: the plan's budget table, persons, flows, programmes, goals, assumptions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from simcase.compare import Estimate, LineFigure
from simcase.model import Assumption
from simcase.present.labels import TOTAL, WITH, Labels
from simcase.present.sentences_run import period
from simcase.present.table import DIST, Cell, Column, Formula, Kind, Table, rows_of, total
from simcase.present.tables_manifest import STATED_OF_A_RUN, manifested
from simcase.study.periods import plan_year
from simcase.study.results import BudgetRow, RunResult
from simcase.words import Words

FIGURES: Final[tuple[LineFigure, ...]] = ("persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality")


def columns(words: Words, kinds: Mapping[str, Kind]) -> list[Column]:
    """Return columns with their heads in the user's language."""
    return [Column(name, words.say(f"sheet.{name}"), kind) for name, kind in kinds.items()]


def dist_columns(words: Words, kind: Kind) -> list[Column]:
    """Return the columns of a distribution over runs."""
    return [Column(name, words.say(f"sheet.{name}"), kind) for name in DIST]


def spread(figure: Estimate | None) -> list[Cell]:
    """Return mean and interval of a figure; nothing where there is none."""
    return [None, None, None] if figure is None else [figure.mean, figure.p05, figure.p95]


def run_sheets(result: RunResult, labels: Labels, prices: str) -> list[Table]:
    """Return the sheets of a run that hold its own figures."""
    year = plan_year(result)
    sheets = [] if year is None else [budget_sheet(result, year, labels, prices)]
    if result.budget:
        sheets += [years_sheet(result, labels, prices), lines_sheet(result, labels, prices)]
    if result.measures:
        sheets.append(measures_sheet(result, labels))
    sheets += [persons_sheet(result, labels), full_time_sheet(result, labels), flows_sheet(result, labels)]
    if result.programmes:
        sheets.append(programmes_sheet(result, labels))
    if result.goals:
        sheets.append(goals_sheet(result, labels))
    return sheets


def _in_table(rows: Iterable[str], labels: Labels) -> tuple[list[str], int]:
    """Return the lines in the order of the plan's table, totals and memo lines last, and how many of them make up the total."""
    lines = labels.ordered(rows)
    return lines, lines.index(TOTAL)


def budget_sheet(result: RunResult, year: int, labels: Labels, prices: str) -> Table:
    """Return the plan's table of a year beside what is foreseen: its nine lines and their total, then the memo lines."""
    words = labels.words
    rows = {row.line: row for row in result.budget if row.year == year}
    lines, planned = _in_table(rows, labels)
    spent = _measures_of(result, year)
    kinds: dict[str, Kind] = {"line": "text", "plan": "kroner", "ordinary": "kroner", "investment": "kroner", "gross": "kroner"}
    kinds |= {"state": "kroner", "forecast": "kroner", "p05": "kroner", "p95": "kroner", "deviation": "more", "volume": "more"}
    kinds |= {
        "price": "more",
        "plan_persons": "persons",
        "plan_price": "kroner",
        "plan_grade": "text",
        "full_time_persons": "persons",
        "full_year_persons": "persons",
    }
    heads = columns(words, kinds | {"unit_price": "kroner"})
    body = [_budget_row(rows[line], labels.line(line), spent.get(line, {})) for line in lines[:planned]]
    body.append(_total_row(heads, body, rows[TOTAL], labels.line(TOTAL), planned))
    memos = [line for line in lines[planned + 1 :] if not line.startswith(WITH)]
    body += [_budget_row(rows[line], labels.line(line), spent.get(line, {})) for line in memos]
    body += [_budget_row(rows[line], labels.line(line), {}) for line in lines if line.startswith(WITH)]
    return Table(
        id=f"Budget {year}",
        title=words.say("sheet.budget_title", year=year, prices=words.say(f"prices.{prices}")),
        columns=heads,
        rows=rows_of(body, (n for n, line in enumerate(lines) if line == TOTAL or line.startswith(WITH))),
        notes=(words.say("note.net"), words.say("sheet.budget_note")),
        drawn=("plan", "forecast"),
        chart="column",
    )


def _measures_of(result: RunResult, year: int) -> dict[str, dict[str, float]]:
    """Return ordinary measures and investment in initiatives by line."""
    spent: dict[str, dict[str, float]] = {}
    for row in result.measures:
        if row.year == year and row.kind != "grant":
            kind = "investment" if row.initiative else "ordinary"
            of_line = spent.setdefault(row.line, {})
            of_line[kind] = of_line.get(kind, 0.0) + row.kroner.mean
    return spent


def _budget_row(row: BudgetRow, name: str, spent: Mapping[str, float]) -> list[Cell]:
    """Return a line of the budget; what follows from other cells is a formula."""
    net, plan, parts = row.municipality, row.plan, row.deviation
    over = None if plan is None else net.mean - plan
    deviation = None if over is None else Formula("={forecast}-{plan}", over)
    price = None if parts is None or over is None else Formula("={deviation}-{volume}", over - parts.volume.mean)
    return [
        name,
        plan,
        spent.get("ordinary"),
        spent.get("investment"),
        row.gross.mean,
        row.state.mean,
        Formula("={gross}-{state}", row.gross.mean - row.state.mean),
        net.p05,
        net.p95,
        deviation,
        None if parts is None else parts.volume.mean,
        price,
        row.plan_persons,
        Formula("={plan}/{plan_persons}", plan / row.plan_persons) if plan is not None and row.plan_persons else None,
        row.plan_persons_grade,
        row.full_time_persons.mean,
        row.full_year_persons.mean,
        Formula("=IF({full_year_persons}=0,0,{forecast}/{full_year_persons})", row.unit_price or 0.0),
    ]


SUMMED = ("plan", "ordinary", "investment", "gross", "state", "volume", "plan_persons", "full_time_persons", "full_year_persons")


def _total_row(heads: Sequence[Column], body: Sequence[Sequence[Cell]], row: BudgetRow, name: str, count: int) -> list[Cell]:
    """Return the total of the first lines: sums where figures add up, the interval as it was simulated."""
    made = _budget_row(row, name, {})
    for c, column in enumerate(heads):
        if column.id in SUMMED:
            made[c] = total(column.id, [_number(each[c]) for each in body[:count]])
    return made


def _number(cell: Cell) -> float:
    """Return a cell as a number, 0 where there is none."""
    return float(cell) if isinstance(cell, int | float) else 0.0


def years_sheet(result: RunResult, labels: Labels, prices: str) -> Table:
    """Return net spending on support by line, a column a year; the plan's total is a live sum."""
    words = labels.words
    years = sorted({row.year for row in result.budget})
    rows = {(row.line, row.year): row.municipality for row in result.budget}
    lines, planned = _in_table((line for line, _ in rows), labels)
    heads = [*columns(words, {"line": "text"}), *(Column(f"y{year}", period(result.run, year, words)) for year in years)]
    body: list[list[Cell]] = [[labels.line(line), *(rows[line, year].mean for year in years)] for line in lines]
    for c, year in enumerate(years, 1):
        body[planned][c] = total(f"y{year}", [rows[line, year].mean for line in lines[:planned]])
    body += [[f"{labels.line(TOTAL)}, {words.say(f'edge.{edge}')}", *(rows[TOTAL, year].at(edge) for year in years)] for edge in DIST[1:]]
    return Table(
        id=words.say("sheet.years"),
        title=words.say("sheet.years_title", prices=words.say(f"prices.{prices}")),
        columns=heads,
        rows=rows_of(body, {planned}),
        notes=(words.say("note.net"),),
        drawn=tuple(f"y{year}" for year in years),
        chart="column",
    )


def lines_sheet(result: RunResult, labels: Labels, prices: str) -> Table:
    """Return every figure of the budget by year and line, with intervals."""
    words = labels.words
    heads = [*columns(words, {"year": "whole", "line": "text", "measure": "text"}), *dist_columns(words, "amount")]
    body = [
        [row.year, labels.line(row.line), words.say(f"sheet.{figure}"), *spread(row.of(figure))]
        for row in result.budget
        for figure in FIGURES
    ]
    title = words.say("sheet.lines_title", prices=words.say(f"prices.{prices}"))
    return Table(words.say("sheet.lines"), title, heads, rows_of(body), notes=(words.say("note.net"),))


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
    drawn = tuple(benefits) or tuple(states)
    return Table(sheet[0], sheet[1], heads, rows_of(body), drawn=drawn, chart="line")


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


def programmes_sheet(result: RunResult, labels: Labels) -> Table:
    """Return participants, those waiting and what bound, by month and initiative."""
    words = labels.words
    kinds: dict[str, Kind] = {"month": "month", "initiative": "text", "participants": "persons", "waiting": "persons", "bound_by": "text"}
    body: list[list[Cell]] = [
        [
            row.month,
            labels.initiative(row.initiative),
            row.participants.mean,
            row.waiting.mean,
            words.say(f"bound.{row.bound_by}") if row.bound_by else None,
        ]
        for row in result.programmes
    ]
    return Table(words.say("sheet.programmes"), words.say("sheet.programmes_title"), columns(words, kinds), rows_of(body))


def goals_sheet(result: RunResult, labels: Labels) -> Table:
    """Return each goal with its threshold, what is expected, and the probability of meeting it."""
    words = labels.words
    kinds: dict[str, Kind] = {"goal": "text", "date": "date", "threshold": "figure"}
    heads = [
        *columns(words, kinds),
        *dist_columns(words, "figure"),
        *columns(words, {"probability": "share", "low": "share", "high": "share"}),
    ]
    body = [
        [
            labels.goal(row.id),
            row.date,
            row.threshold,
            *spread(row.value),
            *([None] * 3 if row.chance is None else [row.chance.probability, row.chance.low, row.chance.high]),
        ]
        for row in result.goals
    ]
    return Table(words.say("sheet.goals"), words.say("goals.title"), heads, rows_of(body), notes=(words.say("sheet.goals_note"),))


def assumptions_sheet(assumed: Sequence[Assumption], words: Words) -> Table:
    """Return every number of the model with range, grade and source; prices may be edited and read back."""
    kinds: dict[str, Kind] = {"path": "text", "value": "figure", "from_value": "figure", "to_value": "figure", "grade": "text"}
    heads = [*columns(words, kinds), *columns(words, {"editable": "text", "source": "text", "note": "text"})]
    body = [[a.path, a.value, a.low, a.high, a.grade, words.say("sheet.yes") if a.price else None, a.source, a.note] for a in assumed]
    priced = frozenset(n for n, a in enumerate(assumed) if a.price)
    notes = (words.say("sheet.assumptions_note"),)
    return Table(words.say("sheet.assumptions"), words.say("sheet.assumptions_title"), heads, rows_of(body), notes=notes, editable=priced)


def manifest_sheet(manifests: Iterable[Mapping[str, Any]], words: Words) -> Table:
    """Return how each run was made, and the command that repeats it."""
    body: list[list[Cell]] = [
        [words.say(f"report.manifest.{name}"), said]
        for each in manifests
        for name in STATED_OF_A_RUN
        if (said := manifested(name, each, words))
    ]
    body += [[words.say("report.manifest.command"), " ".join(each["command"])] for each in manifests]
    return Table(
        words.say("sheet.manifest"), words.say("sheet.manifest_title"), columns(words, {"key": "text", "content": "text"}), rows_of(body)
    )


def overview_sheet(sentences: Sequence[str], notes: Sequence[str], words: Words) -> Table:
    """Return the answer in sentences, and what to keep in mind."""
    body = [[sentence] for sentence in (*sentences, *notes)]
    return Table(words.say("sheet.overview"), words.say("sheet.overview_title"), columns(words, {"answer": "text"}), rows_of(body))
