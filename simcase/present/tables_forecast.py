"""What is foreseen by month and year, what the counts taught, and what surprised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import polars as pl

from simcase.calibrate.counts import lines_in
from simcase.calibrate.foresight import ForecastResult, LearnedRow
from simcase.calibrate.outlook import ForeseenRow, ForeseenYear
from simcase.compare import Estimate
from simcase.money import is_total
from simcase.present.labels import Labels
from simcase.present.rows import Cells
from simcase.present.sentences_run import grade_sentence, law_sentence, lent_sentences
from simcase.present.table import Cell, Column, Interval, Kind, Row, Sentence, Table, columns, figures, texts
from simcase.present.tables_budget import look_of
from simcase.present.tables_file import with_overview
from simcase.words import Words

TAUGHT: Final = 0.1
"""The share of its spread that counts must have taken from a rate for it to be told as learned."""
FIGURES: Final[Mapping[str, Kind]] = {"persons": "persons", "gross": "kroner", "municipality": "kroner"}
"""What is foreseen of a line."""
POINTS: Final = {"panel": pl.String, "unit": pl.String, "month": pl.Date, **dict.fromkeys(("mean", "p05", "p95", "counted"), pl.Float64)}
"""The columns of what the chart draws."""
MILLION: Final = 1e6


def forecast_parts(result: ForecastResult, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield what is printed of a forecast: what it rests on, the years, the months, what was learned, and the line that surprised most."""
    words = labels.words
    yield Sentence("\n".join(_about(result, labels)), "faint")
    for year in dict.fromkeys(row.year for row in result.years):
        yield _year(result, year, labels)
    every = dict.fromkeys(row.line for row in result.months)
    counted = {line for each in result.counted for line in lines_in(each.line)}
    told = [line for line in every if is_total(line) or line in counted]
    for line in told:
        yield _months(result, line, labels)
    yield learned_table(result, labels)
    yield from map(Sentence, _surprise(result, labels))
    yield Sentence("\n".join([*([words.say("forecast.others")] if len(told) < len(every) else []), *_notes(result, labels)]), "faint")


def forecast_sheets(result: ForecastResult, labels: Labels) -> list[Table]:
    """Return what a file has of a forecast: what it rests on, the years, every line by month, and what was learned."""
    words = labels.words
    heads = [*columns(words, {"line": "text", "month": "month"}), *_figures(words)]
    body = [Row([labels.line(row.line), row.month, *_cells(row)], look_of(row.line)) for row in result.months]
    months = Table(words.say("forecast.sheet_months"), words.say("forecast.all_months"), heads, body)
    said = [*_about(result, labels), *_surprise(result, labels)]
    sheets = [*([years_table(result, labels)] if result.years else []), months, learned_table(result, labels)]
    return with_overview(said, _notes(result, labels), sheets, words)


def years_table(result: ForecastResult, labels: Labels) -> Table:
    """Return what is foreseen of each line in each calendar year."""
    words = labels.words
    heads = [
        *columns(words, {"year": "whole", "line": "text"}),
        Column("counted", words.say("forecast.counted"), "whole"),
        *_figures(words),
    ]
    body = [Row([row.year, labels.line(row.line), row.counted, *_cells(row)], look_of(row.line)) for row in result.years]
    return Table(words.say("forecast.sheet_years"), words.say("forecast.all_years"), heads, body)


def _year(result: ForecastResult, year: int, labels: Labels) -> Table:
    """Return what is printed of a calendar year."""
    words, mine = labels.words, [row for row in result.years if row.year == year]
    body = [Row([labels.line(row.line), *_cells(row)], look_of(row.line)) for row in mine]
    below = words.say("forecast.so_far", months=mine[0].counted, year=year) if mine[0].counted else ""
    return Table("", words.say("forecast.year", year=year), [*columns(words, {"line": "text"}), *_figures(words)], body, below=below)


def _months(result: ForecastResult, line: str, labels: Labels) -> Table:
    """Return what is foreseen of a line by month."""
    words = labels.words
    rows = [Row([row.month, *_cells(row)]) for row in result.months if row.line == line]
    heads = [*columns(words, {"month": "month"}), *_figures(words)]
    return Table("", words.say("forecast.months", line=labels.line(line)), heads, rows)


def _figures(words: Words) -> list[Column]:
    """Return the columns of what is foreseen: means, and intervals that a file has in two columns."""
    found = []
    for name, kind in FIGURES.items():
        head = words.say(f"forecast.{name}")
        found += [Column(name, head, kind), Column(f"{name}_between", words.say("forecast.interval"), kind, "print")]
        found += [Column(f"{name}_{edge}", f"{head}, {words.say(f'sheet.{edge}')}", kind, "file") for edge in ("p05", "p95")]
    return [column for column in found if column.id != "gross_between"]


def _cells(row: ForeseenRow | ForeseenYear) -> list[Cell]:
    """Return what is foreseen of a row, as its columns have it."""
    cells: list[Cell] = []
    for name in FIGURES:
        figure: Estimate | None = getattr(row, name)
        mean, low, high = (None, None, None) if figure is None else (figure.mean, figure.p05, figure.p95)
        between = [] if name == "gross" else [None if low is None or high is None else Interval(low, high)]
        cells += [mean, *between, low, high]
    return cells


def learned_table(result: ForecastResult, labels: Labels) -> Table:
    """Return what the counts taught: the rates that they say something of, and where the economy stands."""
    words = labels.words
    told = [row for row in result.learned if row.kind == "economy" or row.narrowed >= TAUGHT]
    rows = [Row([_name(row, labels), *_before_and_after(row, words)]) for row in told]
    heads = [words.say(f"forecast.{head}") for head in ("first", "after", "between")]
    columns = [*texts(words.say("forecast.what")), *figures(*heads)]
    return Table(words.say("forecast.sheet_learned"), words.say("forecast.learned"), columns, rows)


def _about(result: ForecastResult, labels: Labels) -> list[str]:
    """Return what a forecast rests on."""
    words = labels.words
    about = {"calibration": result.calibration, "members": words.number(result.members), "seed": result.seed}
    first, last = words.month_and_year(result.counted_from), words.month_and_year(result.counted_to)
    said = [words.say("forecast.about", title=labels.title, first=first, last=last, **about)]
    if result.learned_before is not None:
        said.append(words.say("forecast.before", month=words.month_and_year(result.learned_before)))
    return said


def _surprise(result: ForecastResult, labels: Labels) -> Iterator[str]:
    """Yield which line surprised most, where any did."""
    for most in result.surprises[:1]:
        line = " + ".join(map(labels.line, lines_in(most.line)))
        yield labels.words.say("forecast.surprise", line=line, score=labels.words.number(most.surprise, 1))


def _notes(result: ForecastResult, labels: Labels) -> list[str]:
    """Return what to keep in mind."""
    words = labels.words
    kroner = "forecast.kroner" if any(row.gross for row in result.months) else "forecast.no_kroner"
    law = law_sentence(result.law, result.counted_from, words)
    grade = grade_sentence(result.weakest_grade, words)
    return [words.say(kroner), words.say("forecast.note"), grade, *lent_sentences(labels), law]


def _name(row: LearnedRow, labels: Labels) -> str:
    """Return what a number that was learned is called."""
    if row.kind == "economy":
        return labels.words.say("forecast.stands", process=labels.processes.get(row.id, row.id))
    return labels.unknown(row.id)


def _before_and_after(row: LearnedRow, words: Words) -> tuple[str, str, str]:
    """Return how a number stood before and stands after."""
    before = words.interval(words.number(row.before_p05, 2), words.number(row.before_p95, 2))
    return before, words.number(row.p50, 2), words.interval(words.number(row.p05, 2), words.number(row.p95, 2))


def forecast_rows(result: ForecastResult) -> Iterator[Cells]:
    """Yield a forecast as rows for programs: counts, the months, the years, then what was learned, then what surprised."""
    yield ("row", "id", "month", "mean", "p05", "p50", "p95", "narrowed", "surprise")
    for known in result.counted:
        yield ("counted", known.line, f"{known.month:%Y-%m}", known.persons, *[None] * 5)
    for name in FIGURES:
        for row in result.months:
            yield from _row(name, row.line, f"{row.month:%Y-%m}", getattr(row, name))
        for year in result.years:
            yield from _row(f"{name}_year", year.line, f"{year.year}", getattr(year, name))
    for each in result.learned:
        yield (each.kind, each.id, f"{result.counted_to:%Y-%m}", None, each.p05, each.p50, each.p95, each.narrowed, None)
    for one in result.surprises:
        yield ("surprise", one.line, f"{result.counted_to:%Y-%m}", None, None, None, None, None, one.surprise)


def _row(kind: str, line: str, when: str, figure: Estimate | None) -> Iterator[Cells]:
    """Yield the row of a figure, none where there is none."""
    if figure is not None:
        yield (kind, line, when, figure.mean, figure.p05, figure.p50, figure.p95, None, None)


def forecast_points(result: ForecastResult, labels: Labels) -> pl.DataFrame:
    """Return what the chart draws, a panel a line of persons and one of million kroner: months counted, and what is foreseen."""
    words, rows = labels.words, []
    units: Sequence[tuple[str, str, float]] = (
        ("persons", words.say("forecast.persons"), 1.0),
        ("municipality", words.say("chart.millions"), 1.0 / MILLION),
    )
    for line in dict.fromkeys(row.line for row in result.months):
        for name, unit, times in units:
            panel = f"{labels.line(line)}: {words.say(f'forecast.{name}').lower()}"
            known = [each for each in result.counted if each.line == line and name == "persons"]
            rows += [(panel, unit, each.month, None, None, None, each.persons) for each in known]
            seen = [(row.month, getattr(row, name)) for row in result.months if row.line == line]
            found = [(month, *(times * end for end in (one.mean, one.p05, one.p95))) for month, one in seen if one is not None]
            rows += [(panel, unit, *each, None) for each in found]
    return pl.DataFrame(rows, POINTS, orient="row")
