"""The tables of the budget: the plan beside what is foreseen, net spending by year, measures and investment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from simcase.compare import Edge, LineFigure
from simcase.money import TOTAL, WITH, is_total
from simcase.present.labels import Labels
from simcase.present.sentences_run import period, unplanned
from simcase.present.table import (
    Cell,
    Column,
    Formula,
    Interval,
    Kind,
    Look,
    Marked,
    Row,
    Said,
    Table,
    columns,
    dist_columns,
    rows_of,
    spread,
    total,
    value_of,
)
from simcase.study.results import BudgetRow, RunResult
from simcase.words import Words

FIGURES: Final[tuple[LineFigure, ...]] = ("persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality")
EDGES: Final[tuple[Edge, ...]] = ("p05", "p95")
SUMMED = ("plan", "ordinary", "investment", "gross", "state", "volume", "plan_persons", "expected_persons")
"""Columns of a file whose total is a sum."""
OF_PLAN = ("plan", "volume", "plan_persons")
"""Those of them that have a total only where the plan says it of every line."""
GUESS, MARK = "D", "*"
"""The grade of a judgement, and the mark of a figure that is one."""
Spent = Mapping[str, float]
"""Ordinary measures and investment in initiatives of a line."""


def look_of(line: str) -> Look:
    """Return how the row of a line looks: totals stand out."""
    return "strong" if is_total(line) else ""


def apart(lines: Sequence[str], labels: Labels) -> set[str]:
    """Return the lines that are set apart from those above: the plan's total, and the first one outside it."""
    where = [1 if line == TOTAL else 2 if line in labels.memos or line.startswith(WITH) else 0 for line in lines]
    return {line for line, own, above in zip(lines[1:], where[1:], where, strict=False) if own != above}


def year_heads(result: RunResult, years: Iterable[int], words: Words) -> list[str]:
    """Return the heads of columns of years, narrow where a year is not whole."""
    return [period(result.run, year, words).replace(" ", "\n") for year in years]


def budget_cells(row: BudgetRow, spent: Spent) -> dict[str, Cell]:
    """Return what is said of a line of the budget in a year, by column; what follows from other cells is a formula."""
    net, plan, parts, planned = row.municipality, row.plan, row.deviation, row.plan_persons
    persons = row.full_time_persons.mean
    over = None if plan is None else net.mean - plan
    each = Formula("={plan}/{plan_persons}", plan / planned) if plan is not None and planned else None
    price = Formula("=IF({expected_persons}=0,0,{forecast}/{expected_persons})", net.mean / persons if persons else 0.0)
    guess = row.plan_persons_grade == GUESS
    return {
        "plan": plan,
        "ordinary": spent.get("ordinary"),
        "investment": spent.get("investment"),
        "gross": row.gross.mean,
        "state": row.state.mean,
        "forecast": Formula("={gross}-{state}", net.mean),
        "p05": net.p05,
        "p95": net.p95,
        "between": Interval(net.p05, net.p95),
        "deviation": None if over is None else Formula("={forecast}-{plan}", over),
        "volume": None if parts is None else parts.volume.mean,
        "price": None if parts is None or over is None else Formula("={deviation}-{volume}", over - parts.volume.mean),
        "plan_persons": Marked(planned, MARK) if guess and planned is not None else planned,
        "plan_price": Marked(each, MARK) if guess and each is not None else each,
        "plan_grade": row.plan_persons_grade,
        "expected_persons": persons,
        "expected_price": price if persons else Said(price, ""),
        **_planned(row),
    }


def _planned(row: BudgetRow) -> dict[str, Cell]:
    """Return what the plan itself says of a line, and the sum of it; nothing where it says none."""
    parts = {"plan_support": row.plan, "plan_ordinary": row.plan_measures, "plan_investment": row.plan_investment}
    kroner = {name: part or None for name, part in parts.items()}
    return {**kroner, "plan_sum": sum(part or 0.0 for part in parts.values()) if any(parts.values()) else None}


def _by_line(title: str, heads: Sequence[Column], rows: Iterable[BudgetRow], labels: Labels, below: str = "") -> Table:
    """Return a printed table with a row a line of the budget."""
    by_line = {row.line: row for row in rows}
    lines = labels.ordered(by_line)
    gaps, made = apart(lines, labels), []
    for line in lines:
        cells = budget_cells(by_line[line], {})
        made.append(Row([labels.line(line), *(cells[column.id] for column in heads)], look_of(line), apart=line in gaps))
    return Table("", title, [Column("line", labels.words.say("head.line"), "text"), *heads], made, below=below)


def of_year(result: RunResult, year: int) -> list[BudgetRow]:
    """Return the lines of the budget in a year."""
    return [row for row in result.budget if row.year == year]


def plan_table(result: RunResult, year: int, labels: Labels) -> Table:
    """Return the table of the plan as the plan has it, the lines alone of which it says something."""
    words = labels.words
    heads = [Column(f"plan_{name}", words.say(f"plan.{name}")) for name in ("support", "ordinary", "investment", "sum")]
    told = [row for row in of_year(result, year) if _planned(row)["plan_sum"] is not None]
    return _by_line(words.say("plan.title", year=year), heads, told, labels)


def budget_table(result: RunResult, year: int, labels: Labels, prices: str) -> Table:
    """Return the budget of a year: the plan beside what is foreseen, then the persons foreseen and what one costs the municipality."""
    words = labels.words
    kinds: dict[str, Kind] = {"plan": "kroner", "forecast": "kroner", "deviation": "more", "between": "kroner"}
    kinds |= {"expected_persons": "persons", "expected_price": "price"}
    heads = [Column(name, words.say(f"budget.{name}"), kind) for name, kind in kinds.items()]
    title = words.say("budget.title", year=period(result.run, year, words), prices=words.say(f"prices.{prices}"))
    return _by_line(title, heads, of_year(result, year), labels, unplanned(result, year, labels))


def deviation_table(result: RunResult, year: int, labels: Labels) -> Table:
    """Return by what a year deviates from the plan: its persons and price beside those expected, and how much comes of each.

    Lines of which the plan does not say it are left out.
    """
    words, rows = labels.words, of_year(result, year)
    names: dict[str, tuple[str, Kind]] = {
        "plan_persons": ("plan_persons", "persons"),
        "expected_persons": ("persons", "persons"),
        "plan_price": ("plan_price", "price"),
        "expected_price": ("price", "price"),
        "volume": ("volume", "more"),
        "price": ("of_price", "more"),
    }
    heads = [Column(name, words.say(f"deviation.{head}"), kind) for name, (head, kind) in names.items()]
    guessed = any(row.plan_persons_grade == GUESS for row in rows)
    below = " ".join([words.say("sheet.budget_note"), *([words.say("deviation.guess", mark=MARK)] if guessed else [])])
    told = [row for row in rows if row.deviation is not None and row.plan_persons is not None and row.plan is not None]
    return _by_line(words.say("deviation.title", year=year), heads, told, labels, below)


def budget_sheet(result: RunResult, year: int, labels: Labels, prices: str) -> Table:
    """Return all that is said of a year of the budget: the plan's lines and their total, then the memo lines."""
    words = labels.words
    kinds: dict[str, Kind] = {"line": "text"}
    kinds |= dict.fromkeys(("plan", "ordinary", "investment", "gross", "state", "forecast", "p05", "p95"), "kroner")
    kinds |= dict.fromkeys(("deviation", "volume", "price"), "more")
    kinds |= {"plan_persons": "persons", "plan_price": "price", "plan_grade": "text"}
    kinds |= {"expected_persons": "persons", "expected_price": "price"}
    by_line, spent = {row.line: row for row in of_year(result, year)}, _measures_of(result, year)
    lines = labels.ordered(by_line)
    rows = {line: {"line": labels.line(line), **budget_cells(by_line[line], spent.get(line, {}))} for line in lines}
    for name in SUMMED:
        if name in OF_PLAN and rows[TOTAL][name] is None:
            continue
        rows[TOTAL][name] = total(name, [_number(rows[line][name]) for line in lines[: lines.index(TOTAL)]])
    return Table(
        id=f"Budget {year}",
        title=words.say("sheet.budget_title", year=year, prices=words.say(f"prices.{prices}")),
        columns=columns(words, kinds),
        rows=[Row([cells[name] for name in kinds], look_of(line)) for line, cells in rows.items()],
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


def _number(cell: Cell) -> float:
    """Return a cell as a number, 0 where there is none."""
    value = value_of(cell)
    return float(value) if isinstance(value, int | float) else 0.0


def years_table(result: RunResult, labels: Labels, prices: str) -> Table:
    """Return net spending on support by line, a column a year; the plan's total is a live sum, with what nine runs of ten lie between."""
    words = labels.words
    years = sorted({row.year for row in result.budget})
    net = {(row.line, row.year): row.municipality for row in result.budget}
    lines = labels.ordered(line for line, _ in net)
    gaps, rows, planned = apart(lines, labels), list[Row](), lines[: lines.index(TOTAL)]
    edges = {edge: [net[TOTAL, year].at(edge) for year in years] for edge in EDGES}
    for line in lines:
        cells: list[Cell] = [net[line, year].mean if (line, year) in net else None for year in years]
        if line == TOTAL:
            cells = [total(f"y{year}", [net[each, year].mean for each in planned]) for year in years]
        rows.append(Row([labels.line(line), *cells], look_of(line), apart=line in gaps))
        if line == TOTAL:
            rows += [Row([f"  {words.say(f'edge.{edge}')}", *ends], "faint", "print") for edge, ends in edges.items()]
    rows += [Row([f"{labels.line(TOTAL)}, {words.say(f'edge.{edge}')}", *ends], medium="file") for edge, ends in edges.items()]
    heads = zip(years, year_heads(result, years, words), strict=True)
    return Table(
        id=words.say("sheet.years"),
        title=words.say("years.title", prices=words.say(f"prices.{prices}")),
        columns=[Column("line", words.say("head.line"), "text"), *(Column(f"y{year}", head) for year, head in heads)],
        rows=rows,
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
