"""What is foreseen by month, what the counts taught, and what surprised."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from simcase.calibrate.foresight import ForecastResult, LearnedRow
from simcase.present.labels import Labels
from simcase.present.rows import Cells
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.words import Words

TAUGHT: Final = 0.1
"""The share of its spread that counts must have taken from a rate for it to be told as learned."""


def forecast_parts(result: ForecastResult, labels: Labels, processes: Mapping[str, str]) -> Iterator[Table | Sentence]:
    """Yield what is printed of a forecast: what it rests on, the months, what was learned, and the line that surprised most."""
    words = labels.words
    about = {"calibration": result.calibration, "members": words.number(result.members), "seed": result.seed}
    first, last = words.month_and_year(result.counted_from), words.month_and_year(result.counted_to)
    yield Sentence(words.say("forecast.about", title=labels.title, first=first, last=last, **about), "faint")
    if result.learned_before is not None:
        yield Sentence(words.say("forecast.before", month=words.month_and_year(result.learned_before)), "faint")
    for line in dict.fromkeys(row.line for row in result.months):
        yield _months(result, line, labels)
    yield _learned(result, labels, processes)
    if result.surprises:
        most = result.surprises[0]
        yield Sentence(words.say("forecast.surprise", line=labels.line(most.line), score=words.number(most.surprise, 1)))
    yield Sentence(words.say("forecast.note"), "faint")


def _months(result: ForecastResult, line: str, labels: Labels) -> Table:
    """Return the persons that are foreseen on a line by month."""
    words = labels.words
    rows = [
        Row([words.month_and_year(row.month), words.persons(row.p50), words.interval(words.persons(row.p05), words.persons(row.p95))])
        for row in result.months
        if row.line == line
    ]
    heads = [words.say(f"forecast.{head}") for head in ("persons", "interval")]
    return Table("", words.say("forecast.months", line=labels.line(line)), [*texts(words.say("forecast.month")), *figures(*heads)], rows)


def _learned(result: ForecastResult, labels: Labels, processes: Mapping[str, str]) -> Table:
    """Return what the counts taught: the rates that they say something of, and where the economy stands."""
    words = labels.words
    told = [row for row in result.learned if row.kind == "economy" or row.narrowed >= TAUGHT]
    rows = [Row([_name(row, labels, processes), *_figures(row, words)]) for row in told]
    heads = [words.say(f"forecast.{head}") for head in ("first", "after", "between")]
    return Table("", words.say("forecast.learned"), [*texts(words.say("forecast.what")), *figures(*heads)], rows)


def _name(row: LearnedRow, labels: Labels, processes: Mapping[str, str]) -> str:
    """Return what a number that was learned is called."""
    if row.kind == "economy":
        return labels.words.say("forecast.stands", process=processes.get(row.id, row.id))
    return labels.unknown(row.id)


def _figures(row: LearnedRow, words: Words) -> tuple[str, str, str]:
    """Return how a number stood before and stands after."""
    before = words.interval(words.number(row.before_p05, 2), words.number(row.before_p95, 2))
    return before, words.number(row.p50, 2), words.interval(words.number(row.p05, 2), words.number(row.p95, 2))


def forecast_rows(result: ForecastResult) -> Iterator[Cells]:
    """Yield a forecast as rows for programs: the months, then what was learned, then what surprised."""
    yield ("row", "id", "month", "mean", "p05", "p50", "p95", "narrowed", "surprise")
    for row in result.months:
        yield ("persons", row.line, f"{row.month:%Y-%m}", row.mean, row.p05, row.p50, row.p95, None, None)
    for each in result.learned:
        yield (each.kind, each.id, f"{result.counted_to:%Y-%m}", None, each.p05, each.p50, each.p95, each.narrowed, None)
    for one in result.surprises:
        yield ("surprise", one.line, f"{result.counted_to:%Y-%m}", None, None, None, None, None, one.surprise)
