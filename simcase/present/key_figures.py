"""The key figures that stand first in a report: of a run, and of a scenario held against its baseline."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from simcase.compare import Estimate
from simcase.money import TOTAL
from simcase.present.labels import Labels
from simcase.present.sentences_compare import payback_sentence, payback_word, range_of, span
from simcase.present.sentences_run import period, unplanned
from simcase.study.changes import changes_of
from simcase.study.cost_split import net_result_over
from simcase.study.open_runs import Shown
from simcase.study.periods import last_whole_year, plan_year, summed_years
from simcase.words import Words

HALF: Final = 0.5


class Key(NamedTuple):
    """A key figure: what it is, the figure, and how sure it is."""

    label: str
    value: str
    more: str = ""


def run_keys(shown: Shown, labels: Labels) -> Iterator[Key]:
    """Yield the key figures of a run: net spending, its distance from the plan, persons, goals; beside a baseline each names its run."""
    words = labels.words
    for key in _run_keys(shown, labels):
        yield key._replace(label=words.say("report.key.of", what=key.label, title=labels.title)) if shown.baseline else key


def _run_keys(shown: Shown, labels: Labels) -> Iterator[Key]:
    """Yield the same without the name of a run."""
    result, words = shown.result, labels.words
    if result.budget:
        year = plan_year(result) or max(row.year for row in result.budget)
        row = next(row for row in result.budget if row.year == year and row.line == TOTAL)
        said, without = period(result.run, year, words), labels.without()
        net = row.municipality
        yield Key(words.say("report.key.net", year=said, without=without), words.millions(net.mean), _of_ten(net, 1e-6, 1, words))
        if row.plan is not None:
            more = words.say("report.key.plan_is", plan=words.millions(row.plan))
            yield Key(words.say("report.key.deviation", year=said), words.change_millions(net.mean - row.plan), more)
        elif plan_year(result) == year:
            yield Key(words.say("report.key.deviation", year=said), words.say("report.key.untold"), unplanned(result, year, labels))
        persons = words.say("report.key.persons", year=said, without=without)
        yield Key(persons, words.persons(row.persons.mean), _of_ten(row.persons, 1.0, 0, words))
    judged = [row for row in result.goals if row.chance is not None]
    if judged:
        likely = sum(row.chance is not None and row.chance.probability >= HALF for row in judged)
        yield Key(
            words.say("report.key.goals"), words.say("report.key.goals_of", n=likely, all=len(judged)), words.say("report.key.goals_how")
        )


def _of_ten(figure: Estimate, times: float, digits: int, words: Words) -> str:
    """Return what nine runs of ten lie between, as a remark."""
    low, high = (words.number(edge * times, digits) for edge in (figure.p05, figure.p95))
    return words.say("report.nine_of_ten", interval=words.interval(low, high))


def case_keys(shown: Shown, labels: Labels) -> Iterator[Key]:
    """Yield the key figures of a comparison: persons, kroner, investment, net result, payback."""
    if shown.baseline is None or not shown.compared.difference.budget:
        return
    words, result = labels.words, shown.compared
    persons, kroner = changes_of(result, "persons"), changes_of(result, "municipality")
    widest = list(dict.fromkeys(line for line, _ in kroner))[-1]
    years = summed_years(result)
    year = last_whole_year(years, result.run.first, result.run.last)
    last = period(result.run, year, words)
    for change, key, written in (
        (persons[widest, year], "persons", words.change),
        (kroner[widest, year], "kroner", words.change_millions),
    ):
        between = words.say("report.nine_of_ten", interval=range_of(change.dist, written, words))
        more = f"{between.removesuffix('.')}. {words.say('report.noise')}" if change.noise else between
        yield Key(words.say(f"report.key.more_{key}", year=last), written(change.dist.mean), more)
    rows = [row for row in result.business_case if row.payer == "municipality" and row.year in years]
    said = {"years": span(result.run, years, words)}
    saved = words.say("report.key.saved", saved=words.millions(sum(row.saved.mean for row in rows)))
    investment = sum(row.investment.mean for row in rows)
    named = "report.key.investment" if investment >= 0.0 else "report.key.spared"
    yield Key(words.say(named, **said), words.millions(abs(investment)), saved)
    net = net_result_over(shown, years)
    between = words.say("report.nine_of_ten", interval=range_of(net, lambda kroner: words.change(kroner / 1e6, 1), words))
    yield Key(words.say("report.key.result", **said), words.change_millions(net.mean), between)
    yield Key(words.say("chart.payback.title"), payback_word(result.payback, words), payback_sentence(result.payback, words))
