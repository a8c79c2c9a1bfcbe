"""A backtest as it is read: the verdict, each outcome beside what was foreseen, the naive forecasts, and what it cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from simcase.evaluate.scores import NAIVE, interval
from simcase.present.table import Row, Sentence, Table, figures, texts
from simcase.vocabulary import add_months
from simcase.words import Words

if TYPE_CHECKING:
    from simcase.evaluate import Against, BacktestResult, Case, Forecast, Judged, SeriesRecord

CSV = ("case", "id", "shocks", "series", "on", "outcome", "mean", "p05", "p95", "inside", "crps", *NAIVE)
POINTS = {"line": pl.String, "month": pl.Date, "p05": pl.Float64, "p50": pl.Float64, "p95": pl.Float64, "observed": pl.Float64}
"""The columns of what the chart draws."""
NUMBERS = ("outcome", "forecast", "interval", "inside", "score")
EXPECTED = 0.9
"""The share of outcomes that the interval should hold."""


@dataclass(frozen=True, slots=True)
class ListedCase:
    """A backtest's case: when the forecast is made, how far it reaches, how many outcomes are known, how many forecasts are stored."""

    case: str
    forecast_date: date
    until: date
    outcomes: int
    forecasts: int
    folder: str


def listed(case: Case, known: int, stored: int) -> ListedCase:
    """Return what a case is, for other programs."""
    return ListedCase(case.name, case.declared.forecast_date, case.declared.until, known, stored, case.folder.as_posix())


def cases_table(rows: Sequence[tuple[Case, int, int]], words: Words) -> Table:
    """Return a row a case: name, title, dates, outcomes known, forecasts stored."""
    heads = texts(*(words.say(f"backtest.{head}") for head in ("case", "title", "made", "until")))
    body = []
    for case, known, stored in rows:
        told = case.declared
        days = (told.forecast_date.isoformat(), told.until.isoformat())
        body.append(Row([case.name, words.text(told.title), *days, words.number(known), words.number(stored)]))
    return Table("", "", [*heads, *figures(*(words.say(f"backtest.{head}") for head in ("outcomes", "stored")))], body)


def name_of(each: Judged, words: Words) -> str:
    """Return what a forecast is called: its case, and the shocks in it."""
    made = each.forecast.made
    return words.text(made.title) + (words.say("backtest.with", shocks="+".join(made.shocks)) if made.shocks else "")


def judged_parts(each: Judged, words: Words) -> Iterator[Table | Sentence]:
    """Yield what is printed of a forecast and its scores, from the verdict to what it cannot show."""
    yield Sentence("\n".join(sentences(each, words)), "strong")
    if each.result.outcomes:
        yield outcomes_table(each, words)
        yield against_table(each.result, words)
    yield Sentence("\n".join(notes(each, words)), "faint")


def sentences(each: Judged, words: Words) -> Iterator[str]:
    """Yield the verdict: what was forecast when, how many outcomes lie in the interval, which naive forecasts are beaten."""
    result = each.result
    n = len(result.outcomes)
    made, until = words.date(result.forecast_date), words.date(result.until)
    yield words.say("backtest.about", name=name_of(each, words), made=made, until=until, n=n)
    if result.crps is None:
        yield words.say("backtest.waits")
        return
    yield words.say("backtest.held", inside=result.inside, n=n, score=_score(result.crps, words))
    for verdict in ("beats", "loses"):
        found = [than(one, n, words) for one in result.against if one.beaten == (verdict == "beats")]
        if found:
            yield words.say(f"backtest.{verdict}", naive="; ".join(found))


def than(one: Against, outcomes: int, words: Words) -> str:
    """Return a naive forecast with its error and the forecast's own over the same outcomes."""
    scores = {"error": _score(one.error, words), "score": _score(one.crps, words), "n": one.outcomes}
    name = "backtest.than" if one.outcomes == outcomes else "backtest.than_some"
    return words.say(name, naive=words.say(f"backtest.naive.{one.naive}"), **scores)


def outcomes_table(each: Judged, words: Words) -> Table:
    """Return each outcome beside what was foreseen and what the naive forecasts say, a row an outcome."""
    heads = [words.say(f"backtest.head.{head}") for head in (*NUMBERS, *NAIVE)]
    columns = [*texts(words.say("backtest.head.series"), words.say("backtest.head.on")), *figures(*heads)]
    rows = []
    for row in each.result.outcomes:
        about = each.forecast.about(row.series)
        when = words.month_and_year(row.on) if about.count == "month" else row.on.isoformat()
        span = words.interval(words.persons(row.p05), words.persons(row.p95))
        said = words.say("backtest.yes" if row.inside else "backtest.no")
        naive = ("" if (value := row.naive[name]) is None else words.persons(value) for name in NAIVE)
        shown = (words.persons(row.outcome), words.persons(row.mean), span, said, _score(row.crps, words))
        rows.append(Row([words.text(about.label), when, *shown, *naive]))
    return Table("", words.say("backtest.outcomes_title"), columns, rows)


def against_table(result: BacktestResult, words: Words) -> Table:
    """Return each naive forecast beside the model's, over the outcomes for which there is one."""
    heads = [words.say(f"backtest.head.{head}") for head in ("n", "error", "score", "beaten")]
    rows = []
    for one in result.against:
        said = words.say("backtest.yes" if one.beaten else "backtest.no")
        scores = (_score(one.error, words), _score(one.crps, words))
        rows.append(Row([words.say(f"backtest.naive.{one.naive}"), words.number(one.outcomes), *scores, said]))
    columns = [*texts(words.say("backtest.head.naive")), *figures(*heads)]
    return Table("", words.say("backtest.against_title"), columns, rows)


def notes(each: Judged, words: Words) -> Iterator[str]:
    """Yield what the scores mean, who chose and what they knew, and what the case cannot show."""
    n, made = len(each.result.outcomes), each.forecast.made
    if n:
        yield words.say("backtest.note.score")
        yield words.say("backtest.note.held", n=n, expected=words.number(EXPECTED * n, 1))
    yield words.text(made.decided)
    if made.short:
        yield words.text(made.short)
    yield words.say("backtest.note.stored", folder=each.result.folder)


def csv_rows(done: Sequence[Judged]) -> Iterator[tuple[object, ...]]:
    """Yield the outcomes beside the forecasts, a row an outcome."""
    yield CSV
    for each in done:
        result = each.result
        for row in result.outcomes:
            told = (row.series, row.on.isoformat(), row.outcome, row.mean, row.p05, row.p95, row.inside, row.crps)
            yield (result.case, result.id, "+".join(result.shocks), *told, *(row.naive[name] for name in NAIVE))


def points_of(done: Sequence[Judged], words: Words) -> pl.DataFrame:
    """Return what the chart draws: month by month what was foreseen, and what was known or came after on its own day."""
    several = len({name_of(each, words) for each in done}) > 1
    rows = []
    for each in done:
        for about in each.forecast.made.series:
            title = f"{name_of(each, words)}: {words.text(about.label)}" if several else words.text(about.label)
            rows += [(title, *point) for point in _points(each, about)]
    return pl.DataFrame(rows, POINTS, orient="row")


def _points(each: Judged, about: SeriesRecord) -> Iterator[tuple[date, float | None, float | None, float | None, float | None]]:
    """Yield the forecast of a series by month and on the days of counts, in the order of days: the day, p05, p50, p95, the count."""
    monthly = about.count == "month"
    counts = [*about.known, *((row.on, row.outcome) for row in each.result.outcomes if row.series == about.id)]
    seen = {day.replace(day=1) if monthly else day: value for day, value in counts}
    for day in sorted({*_days(each.forecast, min(seen), monthly=monthly), *seen}):
        if day < each.forecast.months[0]:
            yield day, None, None, None, seen[day]
            continue
        draws = each.forecast.on(about.id, day)
        low, high = interval(draws)
        yield day, low, float(np.median(draws)), high, seen.get(day)


def _days(forecast: Forecast, first: date, *, monthly: bool) -> list[date]:
    """Return a day for each month from the first count to the end of the forecast: its last one, or its first for monthly averages."""
    days = (month if monthly else add_months(month, 1) - timedelta(days=1) for month in forecast.months)
    return [day for day in days if first <= day <= forecast.made.until]


def _score(value: float, words: Words) -> str:
    """Return a score in persons with a decimal."""
    return words.number(value, 1)
