"""A backtest as it is read: the verdict, each outcome beside what was foreseen, the naive forecasts, and what it cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl
from rich.console import RenderableType
from rich.text import Text

from simcase.cli.terminal import Grid, table
from simcase.evaluate.scores import NAIVE, interval
from simcase.vocabulary import add_months
from simcase.words import Words

if TYPE_CHECKING:
    from datetime import date

    from simcase.evaluate import Against, Case, Forecast, Judged

CSV = ("case", "id", "shocks", "series", "on", "outcome", "mean", "p05", "p95", "inside", "crps", *NAIVE)
NUMBERS = ("outcome", "forecast", "interval", "inside", "score")
EXPECTED = 0.9
"""The share of outcomes that the interval should hold."""


def listing(rows: Sequence[tuple[Case, int, int]], words: Words) -> Grid:
    """Return a row a case: name, title, dates, outcomes known, forecasts stored."""
    grid = table("", [words.say(f"backtest.{head}") for head in ("case", "title", "made", "until")], [])
    for head in ("outcomes", "stored"):
        grid.add_column(words.say(f"backtest.{head}"), justify="right")
    for case, known, stored in rows:
        told = case.declared
        days = (told.forecast_date.isoformat(), told.until.isoformat())
        grid.add_row(case.name, words.text(told.title), *days, words.number(known), words.number(stored))
    return grid


def name_of(each: Judged, words: Words) -> str:
    """Return what a forecast is called: its case, and the shocks in it."""
    manifest = each.forecast.manifest
    shocks = manifest["shocks"]
    return words.text(manifest["title"]) + (words.say("backtest.with", shocks="+".join(shocks)) if shocks else "")


def judged_parts(each: Judged, words: Words) -> Iterator[RenderableType]:
    """Yield what is printed of a forecast and its scores, from the verdict to what it cannot show."""
    yield Text("\n".join(sentences(each, words)), style="bold")
    if each.rows:
        yield outcomes_table(each, words)
        yield against_table(each, words)
    yield Text("\n".join(notes(each, words)), style="dim")


def sentences(each: Judged, words: Words) -> Iterator[str]:
    """Yield the verdict: what was forecast when, how many outcomes lie in the interval, which naive forecasts are beaten."""
    manifest = each.forecast.manifest
    made, until = words.date(manifest["forecast_date"]), words.date(manifest["until"])
    yield words.say("backtest.about", name=name_of(each, words), made=made, until=until, n=len(each.rows))
    if not each.rows:
        yield words.say("backtest.waits")
        return
    yield words.say("backtest.held", inside=each.inside, n=len(each.rows), score=_score(each.crps, words))
    for verdict in ("beats", "loses"):
        found = [than(one, len(each.rows), words) for one in each.against if one.beaten == (verdict == "beats")]
        if found:
            yield words.say(f"backtest.{verdict}", naive="; ".join(found))


def than(one: Against, outcomes: int, words: Words) -> str:
    """Return a naive forecast with its error and the forecast's own over the same outcomes."""
    scores = {"error": _score(one.error, words), "score": _score(one.crps, words), "n": one.outcomes}
    name = "backtest.than" if one.outcomes == outcomes else "backtest.than_some"
    return words.say(name, naive=words.say(f"backtest.naive.{one.naive}"), **scores)


def outcomes_table(each: Judged, words: Words) -> Grid:
    """Return each outcome beside what was foreseen and what the naive forecasts say, a row an outcome."""
    heads = [words.say(f"backtest.head.{head}") for head in (*NUMBERS, *NAIVE)]
    grid = table(words.say("backtest.outcomes_title"), [words.say("backtest.head.series"), words.say("backtest.head.on")], heads)
    for row in each.rows:
        about = each.forecast.about(row.series)
        when = words.month_and_year(row.on) if about["count"] == "month" else row.on.isoformat()
        span = words.interval(words.persons(row.p05), words.persons(row.p95))
        said = words.say("backtest.yes" if row.inside else "backtest.no")
        naive = ("" if (value := row.naive[name]) is None else words.persons(value) for name in NAIVE)
        figures = (words.persons(row.value), words.persons(row.mean), span, said, _score(row.crps, words))
        grid.add_row(words.text(about["label"]), when, *figures, *naive)
    return grid


def against_table(each: Judged, words: Words) -> Grid:
    """Return each naive forecast beside the model's, over the outcomes for which there is one."""
    heads = [words.say(f"backtest.head.{head}") for head in ("n", "error", "score", "beaten")]
    grid = table(words.say("backtest.against_title"), [words.say("backtest.head.naive")], heads)
    for one in each.against:
        said = words.say("backtest.yes" if one.beaten else "backtest.no")
        grid.add_row(
            words.say(f"backtest.naive.{one.naive}"), words.number(one.outcomes), _score(one.error, words), _score(one.crps, words), said
        )
    return grid


def notes(each: Judged, words: Words) -> Iterator[str]:
    """Yield what the scores mean, who chose and what they knew, and what the case cannot show."""
    if each.rows:
        yield words.say("backtest.note.score")
        yield words.say("backtest.note.held", n=len(each.rows), expected=words.number(EXPECTED * len(each.rows), 1))
    manifest = each.forecast.manifest
    yield words.text(manifest["decided"])
    if manifest["short"]:
        yield words.text(manifest["short"])
    yield words.say("backtest.note.stored", folder=each.forecast.folder.as_posix())


def csv_rows(done: Sequence[Judged]) -> Iterator[tuple[object, ...]]:
    """Yield the outcomes beside the forecasts, a row an outcome."""
    yield CSV
    for each in done:
        manifest = each.forecast.manifest
        for row in each.rows:
            told = (row.series, row.on.isoformat(), row.value, row.mean, row.p05, row.p95, row.inside, row.crps)
            where = (manifest["case"], each.forecast.folder.name, "+".join(manifest["shocks"]))
            yield (*where, *told, *(row.naive[name] for name in NAIVE))


def points_of(done: Sequence[Judged], words: Words) -> pl.DataFrame:
    """Return what the chart draws: month by month what was foreseen, and what was known or came after on its own day."""
    several = len({name_of(each, words) for each in done}) > 1
    rows = []
    for each in done:
        for about in each.forecast.manifest["series"]:
            title = f"{name_of(each, words)}: {words.text(about['label'])}" if several else words.text(about["label"])
            rows += [{"line": title, **point} for point in _points(each, about["id"])]
    return pl.DataFrame(rows, schema_overrides=dict.fromkeys(("p05", "p50", "p95", "observed"), pl.Float64))


def _points(each: Judged, series: str) -> Iterator[dict[str, Any]]:
    """Yield the forecast of a series by month and on the days of counts, in the order of days."""
    monthly = each.forecast.about(series)["count"] == "month"
    counts = [*each.forecast.known(series), *((row.on, row.value) for row in each.rows if row.series == series)]
    seen = {day.replace(day=1) if monthly else day: value for day, value in counts}
    for day in sorted({*_days(each.forecast, min(seen), monthly=monthly), *seen}):
        if day < each.forecast.months[0]:
            yield {"month": day, "p05": None, "p50": None, "p95": None, "observed": seen[day]}
            continue
        draws = each.forecast.on(series, day)
        low, high = interval(draws)
        yield {"month": day, "p05": low, "p50": float(np.median(draws)), "p95": high, "observed": seen.get(day)}


def _days(forecast: Forecast, first: date, *, monthly: bool) -> list[date]:
    """Return a day for each month from the first count to the end of the forecast: its last one, or its first for monthly averages."""
    until = forecast.manifest["until"]
    days = (month if monthly else add_months(month, 1) - timedelta(days=1) for month in forecast.months)
    return [day for day in days if first <= day and day.isoformat() <= until]


def _score(value: float, words: Words) -> str:
    """Return a score in persons with a decimal."""
    return words.number(value, 1)
