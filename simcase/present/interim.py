"""An answer that is under way: what is still open, its headline and its first table; and its figures for another program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simcase.money import TOTAL
from simcase.present.labels import Labels
from simcase.present.sentences_compare import headline as what_changes
from simcase.present.sentences_run import headline
from simcase.present.table import Sentence, Table
from simcase.present.tables_budget import years_table
from simcase.present.tables_compare import differences, named
from simcase.present.tables_run import persons_tables
from simcase.present.tables_side_by_side import side_by_side_table
from simcase.study import Comparison, Request, Shown, headcounts
from simcase.study.precision import KRONER, PERSONS, is_open, precision
from simcase.study.results import RunRecord
from simcase.vocabulary import document_of
from simcase.words import Words


def still_open(asked: Request, shown: Sequence[Shown], words: Words) -> str:
    """Return how many runs there are of those asked for, and how precise their means are where that decides how many are needed."""
    there, count = shown[0].result.run.replications, max(asked.count, shown[0].result.run.replications)
    every = words.say("interim.all", all=count) if is_open(asked) else str(count)
    said = [words.say("interim.pairs" if len(shown) > 1 else "interim.runs", done=there, all=every)]
    if is_open(asked) and shown[0].result.budget:
        reached = precision([each.run for each in shown])
        known = {"persons": words.number(reached.persons, 1), "kroner": words.percent(reached.kroner, 2)}
        asked_for = {"persons_asked": words.number(PERSONS), "kroner_asked": words.percent(KRONER, 1)}
        said.append(words.say("interim.precision", **known, **asked_for))
    return " ".join(said)


def interim_run(shown: Shown, labels: Labels, prices: str) -> Iterator[Table | Sentence]:
    """Yield the headline of a run and its net spending by year; of a model without a budget its persons."""
    if not shown.result.budget:
        yield from persons_tables(shown.result, headcounts(shown.world), labels)
        return
    yield Sentence(headline(shown.result, labels), "strong")
    yield years_table(shown.result, labels, prices)


def interim_comparison(found: Comparison, labels: Sequence[Labels], prices: str) -> Iterator[Table | Sentence]:
    """Yield the headline of a scenario and its differences in persons, of several the table in which they stand side by side."""
    result = found.result
    several = len(result.scenarios) > 1 and bool(result.baseline.budget)
    if several:
        yield side_by_side_table(result, labels)
    for scenario, own in named(result, labels):
        yield Sentence(what_changes(scenario, labels[0], own), "strong")
        if not several:
            yield next(differences(scenario, own, prices))


def run_figures(shown: Shown) -> list[dict[str, object]]:
    """Return the headline figures of a run by year: net kroner of the plan's lines and persons on them."""
    result = shown.result
    rows = [row for row in result.budget if row.line == TOTAL]
    told = ("year", "line", "municipality", "persons")
    return [{**_of(result.run), **{name: document_of(getattr(row, name)) for name in told}} for row in rows]


def compare_figures(found: Comparison) -> list[dict[str, object]]:
    """Return the headline figures of each scenario: the difference in net kroner over all that is reported."""
    return [{**_of(each.run), "sum": document_of(each.sum)} for each in found.result.scenarios]


def _of(run: RunRecord) -> dict[str, object]:
    """Return of which run figures are."""
    return {"scenario": run.scenario, "replications": run.replications}
