"""The table in which several scenarios stand side by side: persons, kroner, payback and goals of each against the same baseline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simcase.compare import Estimate
from simcase.present.labels import Labels
from simcase.present.sentences_compare import marked, payback_word, range_of, span
from simcase.present.sentences_run import period
from simcase.present.table import Column, Row, Table, figures
from simcase.study.changes import Change, changes_of
from simcase.study.periods import last_whole_year, summed_years
from simcase.study.results import ComparisonResult, ScenarioResult
from simcase.words import Words

HALF: Final = 0.5
MILLION: Final = 1e6


def side_by_side_table(result: ComparisonResult, labels: Sequence[Labels]) -> Table:
    """Return a row for each scenario of a comparison with a budget; labels are those of the baseline, then those of each scenario."""
    words, first = labels[0].words, result.scenarios[0]
    years = summed_years(first)
    year = last_whole_year(years, first.run.first, first.run.last)
    said = {"year": period(first.run, year, words), "years": span(first.run, years, words)}
    heads = [words.say(f"side_by_side.{head}", **said) for head in ("persons", "spending", "investment", "net", "payback", "goals")]
    rows = [
        Row([own.title, *_cells(scenario, year, words)], apart=bool(at))
        for at, (scenario, own) in enumerate(zip(result.scenarios, labels[1:], strict=True))
    ]
    title = words.say("side_by_side.title", base=labels[0].title)
    return Table("", title, [Column("", words.say("chart.world"), "text"), *figures(*heads)], rows, below=words.say("side_by_side.note"))


def _millions(kroner: Estimate, words: Words) -> str:
    """Return kroner in millions, and beneath them their interval."""
    between = range_of(kroner, lambda value: words.change(value / MILLION, 1), words)
    return f"{words.change(kroner.mean / MILLION, 1)}\n({between})"


def _cells(scenario: ScenarioResult, year: int, words: Words) -> Iterator[str]:
    """Yield what a scenario changes: persons, net spending, investment, net result, payback, goals; beneath a figure its interval."""
    changes = changes_of(scenario, "persons")
    persons = changes[list(changes)[-1][0], year]
    yield f"{marked(persons, words.change(persons.dist.mean))}\n({range_of(persons.dist, words.change, words)})"
    kroner = [row for row in scenario.business_case if row.payer == "municipality"]
    summed = scenario.sum
    yield marked(Change(summed.municipality, summed.smallest_detectable), _millions(summed.municipality, words)) if summed else ""
    yield words.change(-sum(row.investment.mean for row in kroner) / MILLION, 1)
    yield _millions(summed.net, words) if summed else ""
    yield payback_word(scenario.payback, words)
    judged = [row.chance.probability for row in scenario.goals if row.chance is not None]
    yield words.say("report.key.goals_of", n=sum(each >= HALF for each in judged), all=len(judged)) if judged else ""
