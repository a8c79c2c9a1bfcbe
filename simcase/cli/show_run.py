"""What a planner reads after a run: a headline, persons, the budget, the goals, and what to keep in mind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.show_goals import goals_table
from simcase.cli.show_programmes import programmes_table
from simcase.cli.terminal import Grid, table
from simcase.compare import Edge, Estimate
from simcase.present.labels import TOTAL, Labels
from simcase.present.sentences_run import common_notes, headline, parts_seen, period, rests_on
from simcase.study.periods import plan_year
from simcase.study.results import BudgetRow, RunResult
from simcase.words import Words

if TYPE_CHECKING:
    from polars import DataFrame


DECEMBER = 12
Cells = Mapping[tuple[date, str], Mapping[str, float]]
"""Mean and quantiles of persons by month and line."""
COLUMNS = 10
"""Columns of numbers in a table at the most."""
PAGE = 80
"""Letters that the heads of columns share."""
GUESS, MARK = "D", "*"
"""The grade of a judgement, and the mark of a figure that is one."""


def run_parts(result: RunResult, headcounts: DataFrame, labels: Labels, prices: str) -> Iterator[RenderableType]:
    """Yield what is printed of a run, from the headline to the notes."""
    words = labels.words
    yield Text(_about(result, labels), style="dim")
    if result.budget:
        yield Text(headline(result, labels), style="bold")
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
    goals = goals_table(result, labels)
    if goals is not None:
        yield goals
    yield _notes(result, words)


def _about(result: RunResult, labels: Labels) -> str:
    """Return one line on what was simulated."""
    run, words = result.run, labels.words
    return words.say(
        "run.about",
        title=labels.title,
        scenario=run.scenario,
        calibration=run.calibration,
        rests=rests_on(run, words),
        seed=run.seed,
        first=words.date(run.first),
        last=words.date(run.last),
    )


def persons_tables(result: RunResult, headcounts: DataFrame, labels: Labels) -> Iterator[Grid]:
    """Yield persons in the months reported, so many lines a table as a page is wide."""
    first, last = result.run.first, result.run.last
    shown = headcounts.filter(headcounts["month"].is_between(first.replace(day=1), last))
    lines = shown["line"].unique(maintain_order=True).to_list()
    for at in range(0, len(lines), COLUMNS):
        yield _persons_table(shown, lines[at : at + COLUMNS], labels)


def _persons_table(headcounts: DataFrame, lines: list[str], labels: Labels) -> Grid:
    """Return persons month by month, a column a line; under each December, and at the end, what nine runs of ten lie between."""
    words = labels.words
    months = headcounts["month"].unique().sort().to_list()
    cells: Cells = {(row["month"], row["line"]): row for row in headcounts.iter_rows(named=True)}
    grid = table(words.say("run.persons"), [""], [labels.narrow(line, PAGE // len(lines)) for line in lines])
    for month in months:
        if month.month == 1 or month == months[0]:
            grid.add_row(Text(str(month.year), style="bold"))
        grid.add_row(words.month_short(month), *_month_cells(cells, month, "mean", lines, words))
        if month.month == DECEMBER or month == months[-1]:
            for edge in ("p05", "p95"):
                grid.add_row(words.say(f"edge.{edge}"), *_month_cells(cells, month, edge, lines, words), style="dim italic")
    return grid


def _month_cells(cells: Cells, month: date, figure: str, lines: Iterable[str], words: Words) -> list[str]:
    """Return a month's persons, a cell a line."""
    return [words.persons(cells[month, line][figure]) if (month, line) in cells else "" for line in lines]


def plan_table(result: RunResult, year: int, labels: Labels) -> Grid:
    """Return the table of the plan as the plan has it; then full-year persons as expected, and what one costs the municipality."""
    words = labels.words
    heads = [words.say(f"plan.{head}") for head in ("support", "ordinary", "investment", "sum")]
    heads += [words.say("budget.full_year_persons"), words.say("plan.unit_price")]
    grid = table(words.say("plan.title", year=year), [words.say("head.line")], heads)
    return _by_line(grid, result, year, _plan_cells, labels)


def _plan_cells(row: BudgetRow, words: Words) -> list[str]:
    """Return what the plan says of a line and its sum, then full-year persons and what one costs the municipality."""
    parts = [part or 0.0 for part in (row.plan, row.plan_measures, row.plan_investment)]
    kroner = [words.kroner_1000(part) if part else "" for part in parts]
    price = "" if row.unit_price is None else words.number(row.unit_price / 1000, 1)
    return [*kroner, words.kroner_1000(sum(parts)) if any(parts) else "", words.persons(row.full_year_persons.mean), price]


def budget_table(result: RunResult, year: int, labels: Labels, prices: str) -> Grid:
    """Return the budget of a year: the plan beside what is foreseen."""
    words = labels.words
    title = words.say("budget.title", year=year, prices=words.say(f"prices.{prices}"))
    heads = [words.say(f"budget.{head}") for head in ("plan", "forecast", "interval", "deviation")]
    return _by_line(table(title, [words.say("head.line")], heads), result, year, _budget_cells, labels)


def _by_line(grid: Grid, result: RunResult, year: int, cells: Callable[[BudgetRow, Words], list[str]], labels: Labels) -> Grid:
    """Return a table with a row a line of the budget that has cells, the totals apart."""
    rows = {row.line: row for row in result.budget if row.year == year}
    for line in labels.ordered(rows):
        written = cells(rows[line], labels.words)
        if line == TOTAL:
            grid.add_section()
        if written:
            grid.add_row(labels.line(line), *written, style="bold" if line == TOTAL else "")
        if line == TOTAL:
            grid.add_section()
    return grid


def _budget_cells(row: BudgetRow, words: Words) -> list[str]:
    """Return the figures of a line: plan, forecast, interval, deviation."""
    net, plan = row.municipality, row.plan
    return [
        "" if plan is None else words.kroner_1000(plan),
        words.kroner_1000(net.mean),
        words.interval(words.kroner_1000(net.p05), words.kroner_1000(net.p95)),
        "" if plan is None else words.change_1000(net.mean - plan),
    ]


def deviation_table(result: RunResult, year: int, labels: Labels) -> Grid:
    """Return by what a year deviates from the plan: its persons and price beside those expected, and how much comes of each."""
    words = labels.words
    heads = [words.say(f"deviation.{head}") for head in ("plan_persons", "persons", "plan_price", "price", "volume", "of_price")]
    grid = table(words.say("deviation.title", year=year), [words.say("head.line")], heads)
    guessed = any(row.plan_persons_grade == GUESS for row in result.budget if row.year == year)
    grid.below = " ".join([words.say("sheet.budget_note"), *([words.say("deviation.guess", mark=MARK)] if guessed else [])])
    return _by_line(grid, result, year, _deviation_cells, labels)


def _deviation_cells(row: BudgetRow, words: Words) -> list[str]:
    """Return persons and price in the plan and as expected, and what each is to blame for; nothing where the plan does not say."""
    parts, planned, persons = row.deviation, row.plan_persons, row.full_time_persons.mean
    if parts is None or planned is None or row.plan is None:
        return []
    mark = MARK if row.plan_persons_grade == GUESS else ""
    return [
        f"{mark}{words.persons(planned)}",
        words.persons(persons),
        f"{mark}{words.number(row.plan / planned / 1e3, 1)}",
        words.number(row.municipality.mean / persons / 1e3, 1) if persons else "",
        words.change_1000(parts.volume.mean),
        words.change_1000(parts.price.mean),
    ]


def years_table(result: RunResult, labels: Labels, prices: str) -> Grid:
    """Return net spending by line, a column a year, and what nine runs of ten lie between for the plan's total."""
    words = labels.words
    years = sorted({row.year for row in result.budget})
    rows = {(row.line, row.year): row.municipality for row in result.budget}
    lines = labels.ordered(line for line, _ in rows)
    title = words.say("years.title", prices=words.say(f"prices.{prices}"))
    grid = table(title, [words.say("head.line")], [period(result.run, year, words).replace(" ", "\n") for year in years])
    for line in lines:
        if line == TOTAL:
            grid.add_section()
        grid.add_row(labels.line(line), *_year_cells(rows, line, years, "mean", words), style="bold" if line == TOTAL else "")
        if line == TOTAL:
            for edge in ("p05", "p95"):
                grid.add_row(f"  {words.say(f'edge.{edge}')}", *_year_cells(rows, line, years, edge, words), style="dim italic")
            grid.add_section()
    return grid


def _year_cells(rows: Mapping[tuple[str, int], Estimate], line: str, years: Iterable[int], edge: Edge, words: Words) -> list[str]:
    """Return a line's net spending, a cell a year."""
    return [words.kroner_1000(rows[line, year].at(edge)) if (line, year) in rows else "" for year in years]


def measures_table(result: RunResult, labels: Labels) -> Grid:
    """Return spending on measures and investment, a column a year."""
    words = labels.words
    years = sorted({row.year for row in result.measures})
    spent: dict[tuple[str | None, str, str], dict[int, float]] = {}
    for row in result.measures:
        kroner = spent.setdefault((row.initiative, row.line, row.kind), {})
        kroner[row.year] = kroner.get(row.year, 0.0) + row.kroner.mean
    heads = [words.say("head.initiative"), words.say("head.line"), words.say("measures.kind")]
    grid = table(words.say("measures.title"), heads, [period(result.run, year, words).replace(" ", "\n") for year in years])
    for (initiative, line, kind), kroner in spent.items():
        cells = [words.kroner_1000(kroner[year]) if year in kroner else "" for year in years]
        grid.add_row(labels.initiative(initiative), labels.line(line), words.say(f"kind.{kind}"), *cells)
    return grid


def _notes(result: RunResult, words: Words) -> Text:
    """Return what to keep in mind of a run."""
    varying = parts_seen(result.run, [result])
    said = common_notes(result.run, result.weakest_grade, words, varying=varying, budget=bool(result.budget))
    return Text("\n".join(said), style="dim")
