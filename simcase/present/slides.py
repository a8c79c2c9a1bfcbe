"""What slides say of a run, or of a scenario held against a baseline: each a message and the one chart that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from simcase.money import TOTAL
from simcase.present import figures_compare, figures_run
from simcase.present.figures_run import short
from simcase.present.labels import Labels
from simcase.present.sentences_compare import range_of
from simcase.present.sentences_run import period
from simcase.study.changes import changes_of
from simcase.study.open_runs import Shown
from simcase.study.periods import plan_year, whole_years

EDGES: Final = ("mean", "p05", "p95")
HALF: Final = 50.0
"""Percent of the runs in which a goal is met that is more often met than not."""
MILLION: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart of a slide: how it is drawn, what its values are, names along its axis, and series of values by their names."""

    kind: Literal["bar", "column", "line", "area"]
    axis: str
    along: Sequence[str]
    series: Sequence[tuple[str, Sequence[float | None]]]
    shape: str = "#,##0"
    most: float | None = None
    """What the values cannot be above."""


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide: the message as its title, and the chart that shows it."""

    message: str
    chart: Drawn


def slides_of(shown: Shown, labels: Labels) -> list[Slide]:
    """Return the slides of a run; held against a baseline, first what it changes. What a run does not have makes no slide."""
    case = [*_case(shown, labels), *_difference(shown, labels)] if shown.baseline else []
    return [*case, *_budget(shown, labels), *([] if case else _headcount(shown, labels)), *_goals(shown, labels)]


def _fan(table: pl.DataFrame, along: str, axis: str, labels: Labels) -> Drawn:
    """Return a chart of means and of what nine runs of ten lie between."""
    series = [(labels.words.say(f"slide.{edge}"), table[edge].to_list()) for edge in EDGES]
    return Drawn("line", axis, table[along].to_list(), series)


def _case(shown: Shown, labels: Labels) -> Iterator[Slide]:
    """Yield the net result, added up year by year."""
    rows = [row for row in shown.compared.business_case if row.payer == "municipality"]
    if not rows:
        return
    words, run, net = labels.words, shown.result.run, rows[-1].cumulated
    said = {"net": words.change_millions(net.mean), "between": range_of(net, lambda kroner: words.change(kroner * MILLION, 1), words)}
    span = {"first": words.month(run.first), "last": words.month(run.last)}
    message = words.say("slide.case", title=labels.title, **span, **said)
    yield Slide(message, _fan(figures_compare.payback(shown, labels), "year", words.say("slide.cumulated"), labels))


def _difference(shown: Shown, labels: Labels) -> Iterator[Slide]:
    """Yield how many fewer or more persons there are in all, year by year."""
    words, run = labels.words, shown.result.run
    changes = changes_of(shown.compared, "persons")
    if not changes:
        return
    widest = list(dict.fromkeys(line for line, _ in changes))[-1]
    years = [year for line, year in changes if line == widest]
    last = changes[widest, whole_years(shown.compared)[-1]]
    message = words.say(
        "slide.persons_noise" if last.noise else "slide.persons",
        title=labels.title,
        year=period(run, whole_years(shown.compared)[-1], words),
        persons=words.change(last.dist.mean),
        between=range_of(last.dist, words.change, words),
    )
    table = pl.DataFrame([{"year": period(run, year, words), **short(changes[widest, year].dist)} for year in years])
    yield Slide(message, _fan(table, "year", words.say("slide.more_persons", line=labels.line(widest)), labels))


def _budget(shown: Shown, labels: Labels) -> Iterator[Slide]:
    """Yield the plan beside what is expected, where the run has a plan."""
    words, year = labels.words, plan_year(shown.result)
    table = figures_run.budget_plan(shown, labels)
    total = next((row for row in shown.result.budget if row.year == year and row.line == TOTAL), None)
    if table.is_empty() or total is None or total.plan is None:
        return
    more = total.municipality.mean - total.plan
    said = {"net": words.millions(total.municipality.mean), "more": words.millions(abs(more)), "year": year}
    message = words.say("slide.over" if more > 0 else "slide.under", title=labels.title, **said)
    series = [(words.say("one.budget"), table["plan"].to_list()), (words.say("one.expected"), table["mean"].to_list())]
    yield Slide(message, Drawn("bar", words.say("slide.millions"), table["line"].to_list(), series, "#,##0.0"))


def _headcount(shown: Shown, labels: Labels) -> Iterator[Slide]:
    """Yield persons by month and benefit, one on the other."""
    words, table = (
        labels.words,
        figures_run.composition(shown, labels).filter(~pl.col("line").is_in([labels.line(each) for each in labels.memos])),
    )
    if table.is_empty():
        return
    months = table["month"].unique().sort().to_list()
    first, last = (float(table.filter(pl.col("month") == month)["persons"].sum()) for month in (months[0], months[-1]))
    said = {"from_month": words.month(months[0]), "to_month": words.month(months[-1])}
    message = words.say("slide.headcount", title=labels.title, first=words.persons(first), last=words.persons(last), **said)
    parts = table.partition_by("line", maintain_order=True)
    series = [(labels.line(part["line"][0]), part["persons"].to_list()) for part in parts]
    yield Slide(message, Drawn("area", words.say("slide.persons_axis"), [words.month_and_year(month) for month in months], series))


def _goals(shown: Shown, labels: Labels) -> Iterator[Slide]:
    """Yield in how many runs each goal is met, beside that of the baseline where there is one."""
    words, table = labels.words, figures_run.goals(shown, labels)
    if table.is_empty():
        return
    own = table.filter(pl.col("world") == labels.title)
    likely = own.filter(pl.col("probability") >= HALF).height
    message = words.say("slide.goals", title=labels.title, n=likely, all=own.height)
    names = table["goal"].unique(maintain_order=True).to_list()
    series = []
    for part in table.partition_by("world", maintain_order=True):
        met = dict(part.select("goal", "probability").iter_rows())
        series.append((part["world"][0], [met.get(name) for name in names]))
    yield Slide(message, Drawn("bar", words.say("slide.percent"), names, series, most=100.0))
