"""An offline page on which the levers of scenarios are moved: figures are read off between points that were simulated."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from datetime import UTC, datetime
from typing import Any, Final

import altair as alt
import polars as pl

from simcase import charts
from simcase.present.charts import CHARTS
from simcase.present.key_figures import Key
from simcase.present.labels import Labels, labels_of
from simcase.present.sentences_compare import headline, span
from simcase.present.sentences_run import about, notes, period
from simcase.present.table import Row, Table, figures, texts
from simcase.present.tables_manifest import commands, manifest
from simcase.report.page import SHARED, Drawing, Moving, Page, Part, Slider, render, slim
from simcase.report.page_of import assumptions_of
from simcase.report.pictures import json_for_page, still_of
from simcase.study.grid import Grid, baseline_of, errors, persons_by_month, reach
from simcase.study.levers import Lever
from simcase.study.open_runs import Shown
from simcase.study.periods import summed_years
from simcase.vocabulary import document_of
from simcase.words import Words

MILLION: Final = 1e6
COST: Final = (0.0, 2.0, 0.05)
"""Least, most and step of what a cost is multiplied by."""
FIGURES: Final = ("mean", "p05", "p95", "inner05", "inner95")
"""What the figures of a month are called in a chart; the inner band is left out where there is none."""
SAID: Final = (
    "moving.simulated", "moving.read_off", "moving.of_assumed", "moving.months", "moving.key.earned_by", "moving.key.not_earned",
    "moving.key.later", "moving.answer", "moving.stand.assumed", "moving.stand.moved", "payback.word.none", "payback.word.less",
    "report.nine_of_ten", "range.signed", "kroner.millions", "runs.none", "runs.few", "runs.some", "runs.most", "runs.all",
)  # fmt: skip
"""Words that the page puts figures into itself."""


def moving_page(runs: Sequence[Shown], grids: Sequence[Grid], lang: str) -> str:
    """Return a page with sliders for each grid; the first run is the baseline of all."""
    words = Words(lang)
    shown = [grid.shown for grid in grids]
    titles = ", ".join(words.text(each.world.model.title) for each in shown)
    page = Page(
        lang=lang,
        title=words.say("moving.page", title=titles),
        about=about(runs, words),
        parts=[_part(grid, words) for grid in grids],
        assumptions=[listing for each in shown for listing in assumptions_of(each, words)],
        notes=notes(shown, words),
        commands=commands(runs, "--interactive", "-o", "x.html"),
        manifest=[manifest(runs, words)],
    )
    return render(page)


def _part(grid: Grid, words: Words) -> Part:
    """Return what is said of one scenario, with sliders; everything stands as the scenario assumes until they are moved."""
    labels = labels_of(grid.shown.world.model, words)
    drawn = list(_drawings(grid, labels))
    assumed = words.say("moving.as_assumed", answer=headline(grid.shown.compared, _base(grid, words), labels))
    data = _data(grid, labels, {kind: name for kind, name, _ in drawn})
    moving = Moving([_slider(lever, words) for lever in (*grid.levers, None)], assumed, data)
    tables = [_lines(grid, labels), error_table(grid, words)]
    return Part(labels.title, " ", list(_keys(grid, labels)), [drawing for *_, drawing in drawn], tables, moving)


def _lines(grid: Grid, labels: Labels) -> Table:
    """Return the table of persons by line; the page itself puts the figures in."""
    words = labels.words
    heads = [words.say(f"moving.lines.{head}") for head in ("line", "change", "interval")]
    rows = [Row([labels.line(line), "", ""]) for line in grid.points[grid.assumed].lines]
    title = words.say("moving.lines", year=_year(grid, grid.shown.window.years[-1], words))
    return Table("", title, [*texts(heads[0]), *figures(*heads[1:])], rows, below=words.say("moving.lines.noise"))


def _base(grid: Grid, words: Words) -> Labels:
    """Return what things are called in the baseline."""
    return labels_of(baseline_of(grid).world.model, words)


def _year(grid: Grid, at: int, words: Words) -> str:
    """Return a year of the run, with its months where it is not whole."""
    return period(grid.shown.result.run, grid.shown.world.accounts.years[at], words)


def _about(grid: Grid, labels: Labels) -> dict[str, str]:
    """Return what the answer and the key figures are about: the scenario, the line aimed at, the last year, and the years of sums."""
    years = span(grid.shown.result.run, summed_years(grid.shown.compared), labels.words)
    return {
        "title": labels.title,
        "line": labels.line(grid.lines[0]),
        "year": _year(grid, grid.shown.window.years[-1], labels.words),
        "years": years,
    }


def _slider(lever: Lever | None, words: Words) -> Slider:
    """Return the slider of a lever, or that of the cost."""
    if lever is None:
        least, most, step = COST
        return Slider("cost", words.say("moving.cost"), least, most, step, 1.0, words.say("moving.of_assumed", value=100))
    months = lever.kind == "delay"
    said = words.say("moving.months" if months else "moving.of_assumed", value=words.number(lever.assumed * (1 if months else 100)))
    return Slider(lever.kind, words.say(f"moving.{lever.kind}"), lever.least, lever.most, lever.step, lever.assumed, said)


def _keys(grid: Grid, labels: Labels) -> Iterable[Key]:
    """Yield what the key figures are; the page itself puts the figures in."""
    words, said = labels.words, _about(grid, labels)
    yield Key(words.say("moving.key.persons", lines=said["line"], **said), "", " ")
    yield Key(words.say("report.key.result", **said), "", " ")
    yield Key(words.say("report.key.investment", **said), "")
    yield Key(words.say("moving.key.earned"), "", " ")


def _drawings(grid: Grid, labels: Labels) -> Iterable[tuple[str, str, Drawing]]:
    """Yield each chart that moves: its kind, the name of its figures in the specification, and the chart."""
    words, titled = labels.words, replace(labels, title=labels.words.say("moving.title", title=labels.title))
    payback, goals = CHARTS["payback"], CHARTS["goals"]
    result = payback.table(grid.shown, labels)
    yield _drawing("payback", charts.payback(result, words.lang, titled.title, _reach(grid)), payback.heading(labels))
    lines = ", ".join(labels.line(line) for line in grid.lines)
    months = pl.DataFrame(
        [{"month": row.month, **dict(zip(FIGURES, row.figures, strict=False)), "base": row.base} for row in persons_by_month(grid)]
    )
    top = 1.05 * max(values[2] for found in grid.points.values() for values in found.persons)
    chart = charts.moving_persons(months, words.lang, titled.title, lines, top)
    yield _drawing("persons", chart, words.say("chart.moving_persons.title"))
    if (met := goals.draw(grid.shown, titled, goals.table(grid.shown, labels))) is not None:
        yield _drawing("goals", met, goals.heading(labels))


def _drawing(kind: str, chart: alt.TopLevelMixin, heading: str) -> tuple[str, str, Drawing]:
    """Return a chart with the name under which its only table stands."""
    spec = slim(chart.to_dict(validate=False))
    picture = still_of(spec, f"moving-{kind}")
    (name,) = spec["datasets"]
    for shared in SHARED:
        spec.pop(shared)
    return kind, name, Drawing(f"moving-{kind}", heading, heading, json_for_page(spec), json_for_page(""), picture)


def _reach(grid: Grid) -> tuple[float, float]:
    """Return from where to where the axis of the net result so far goes, million kroner, so that every setting fits and 0 is there."""
    least, most = (end / MILLION for end in reach(grid, COST[:2]))
    margin = 0.05 * (most - least)
    return min(least, 0.0) - margin, max(most, 0.0) + margin


def _data(grid: Grid, labels: Labels, names: dict[str, str]) -> str:
    """Return what the page reads off, as JSON: the figures of every point and the words that they are put into."""
    words, shown, base = labels.words, grid.shown, baseline_of(grid)
    judged = [(row, row.chance) for row in base.result.goals if row.chance is not None]
    goals = [(row.id, f"{labels.goal(row.id)} ({words.month_and_year(row.date)})") for row, _ in judged]
    persons = persons_by_month(grid)
    months = [datetime.combine(row.month, datetime.min.time()) for row in persons]
    tree = {
        "lang": words.lang,
        "levers": [
            {"name": each.kind, "low": each.least, "step": each.levels[1] - each.levels[0], "count": len(each.levels)}
            for each in grid.levers
        ],
        "points": document_of(grid.points.values()),
        "years": [_year(grid, y, words) for y in shown.window.years],
        "months": [int(month.replace(tzinfo=UTC).timestamp() * 1000) for month in months],
        "base": [row.base for row in persons],
        "before": {row.id: astuple(chance) for row, chance in judged},
        "goals": [{"id": name, "goal": goal} for name, goal in goals],
        "worlds": [words.text(base.world.model.title), labels.title],
        "line": grid.lines[0],
        "about": _about(grid, labels),
        "lines": list(grid.points[grid.assumed].lines),
        "names": names,
        "say": {key: words.unfilled(key) for key in SAID},
    }
    return json_for_page(_finite(slim(tree)))


def _finite(part: Any) -> Any:  # noqa: ANN401 - any part of a tree
    """Return a tree in which what has no bound is nothing, since JSON knows no infinity."""
    if isinstance(part, dict):
        return {name: _finite(each) for name, each in part.items()}
    if isinstance(part, list):
        return [_finite(each) for each in part]
    return None if isinstance(part, float) and not math.isfinite(part) else part


UNITS: Final[dict[str, tuple[float, int]]] = {"net": (1e-6, 2), "persons": (1.0, 1), "goals": (100.0, 1)}
"""By what an error is multiplied, and its decimals."""


def error_table(grid: Grid, words: Words) -> Table:
    """Return how far what is read off lies from the simulation, as measured between the points."""
    rows = []
    for error in errors(grid):
        times, digits = UNITS[error.figure]
        measured = [words.number(value * times, digits) for value in (error.mean, error.largest, error.range)]
        rows.append(Row([words.say(f"moving.error.{error.figure}"), *measured]))
    heads = [words.say(f"moving.error.{head}") for head in ("figure", "mean", "largest", "range")]
    said = {"points": len(grid.points), "between": len(grid.between), "runs": words.number(grid.shown.request.count)}
    columns = [*texts(heads[0]), *figures(*heads[1:])]
    return Table("", words.say("moving.error.title"), columns, rows, below=words.say("moving.error.below", **said))
