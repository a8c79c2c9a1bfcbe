"""What slides say of a run, or of a scenario held against a baseline: each a message and the one chart that shows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from simcase.present import figures_compare, figures_run
from simcase.present.figures_run import short
from simcase.present.findings import finding
from simcase.present.labels import Labels
from simcase.present.sentences_run import about, period
from simcase.study.changes import changes_of
from simcase.study.open_runs import Shown

EDGES: Final = ("mean", "p05", "p95")


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
    """A slide: the message as its title, the chart that shows it, and what was simulated."""

    message: str
    chart: Drawn
    about: str


Told = tuple[str, Drawn]
"""A message and the chart that shows it."""


def slides_of(shown: Shown, labels: Labels) -> list[Slide]:
    """Return the slides of a run; held against a baseline, first what it changes. What a run does not have makes no slide."""
    words, alone = labels.words, about([shown], labels.words)
    if shown.baseline is None:
        both, case = alone, []
    else:
        both = words.say("slide.against", base=words.text(shown.baseline.world.model.title), about=alone)
        case = [*_case(shown, labels), *_difference(shown, labels)]
    of_run = [*_budget(shown, labels), *([] if case else _headcount(shown, labels))]
    told = [(case, both), (of_run, alone), (_goals(shown, labels), both)]
    return [Slide(message, chart, said) for slides, said in told for message, chart in slides]


def _fan(table: pl.DataFrame, along: str, axis: str, labels: Labels) -> Drawn:
    """Return a chart of means and of what nine runs of ten lie between."""
    series = [(labels.words.say(f"slide.{edge}"), table[edge].to_list()) for edge in EDGES]
    return Drawn("line", axis, table[along].to_list(), series)


def _case(shown: Shown, labels: Labels) -> Iterator[Told]:
    """Yield the net result, added up year by year."""
    message = finding("payback", shown, labels)
    if message is not None:
        table = figures_compare.payback(shown, labels)
        yield (message, _fan(table, "year", labels.words.say("slide.cumulated"), labels))


def _difference(shown: Shown, labels: Labels) -> Iterator[Told]:
    """Yield how many fewer or more persons there are in all, year by year."""
    message, line = finding("in_all", shown, labels), figures_compare.widest(shown)
    if message is None or line is None:
        return
    words, run = labels.words, shown.result.run
    rows = [(year, change) for (of, year), change in changes_of(shown.compared, "persons").items() if of == line]
    table = pl.DataFrame([{"year": period(run, year, words), **short(change.dist)} for year, change in rows])
    yield (message, _fan(table, "year", words.say("slide.more_persons", line=labels.line(line)), labels))


def _budget(shown: Shown, labels: Labels) -> Iterator[Told]:
    """Yield the plan beside what is expected, where the run has a plan."""
    message, table = finding("budget_plan", shown, labels), figures_run.budget_plan(shown, labels).slice(1)  # the total has its words
    if message is None or table.is_empty():
        return
    words = labels.words
    series = [(words.say("one.expected"), table["mean"].to_list()), (words.say("one.budget"), table["plan"].to_list())]
    yield (message, Drawn("bar", words.say("slide.millions"), table["line"].to_list(), series, "#,##0.0"))


def _headcount(shown: Shown, labels: Labels) -> Iterator[Told]:
    """Yield persons by month and benefit, one on the other."""
    message, words = finding("support", shown, labels), labels.words
    if message is None:
        return
    memos = [labels.line(each) for each in labels.memos]
    table = figures_run.composition(shown, labels).filter(~pl.col("line").is_in(memos))
    months = table["month"].unique().sort().to_list()
    parts = table.partition_by("line", maintain_order=True)
    series = [(labels.line(part["line"][0]), part["persons"].to_list()) for part in parts]
    yield (message, Drawn("area", words.say("slide.persons_axis"), [words.month_and_year(month) for month in months], series))


def _goals(shown: Shown, labels: Labels) -> Iterator[Told]:
    """Yield in how many runs each goal is met, beside that of the baseline where there is one."""
    message, table = finding("goals", shown, labels), figures_run.goals(shown, labels)
    if message is None:
        return
    names = table["goal"].unique(maintain_order=True).to_list()
    series = []
    for part in table.partition_by("world", maintain_order=True):
        met = dict(part.select("goal", "probability").iter_rows())
        series.append((part["world"][0], [met.get(name) for name in names]))
    yield (message, Drawn("bar", labels.words.say("slide.percent"), names, series, most=100.0))
