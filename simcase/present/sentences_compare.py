"""What a scenario changes, in sentences."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import astuple
from datetime import date
from typing import NamedTuple

from simcase.compare import Estimate, Payback
from simcase.present.commands import Played, command_in
from simcase.present.labels import Labels, lowered
from simcase.present.sentences_run import period, rests_on, span_between
from simcase.study.changes import Change, changes_of
from simcase.study.periods import last_whole_year, summed_years
from simcase.study.results import RunRecord, ScenarioResult
from simcase.words import Words

NOISE = "~"
"""The mark of a figure that may be noise."""


def headline(scenario: ScenarioResult, base: Labels, own: Labels) -> str:
    """Return what a scenario changes, what is left after the investment, and what is not counted or not its own, in a few sentences."""
    words = own.words
    pair = words.say("compare.pair", title=own.title, alone=_alone(base, own), base=base.title, rests=rests_on(scenario.run, words))
    foreign = not_its_own(scenario.own_baseline, scenario.run, base, own)
    if not scenario.difference.budget:
        return " ".join((pair + _headline_state(scenario, own), *foreign))
    kroner, persons = changes_of(scenario, "municipality"), changes_of(scenario, "persons")
    widest = list(dict.fromkeys(line for line, _ in kroner))[-1]
    years = summed_years(scenario)
    last = last_whole_year(years, scenario.run.first, scenario.run.last)
    scope = words.say("compare.scope", memo=own.outside()) if own.memos else ""
    said = []
    if scenario.sum is not None:
        summed = Change(scenario.sum.municipality, scenario.sum.smallest_detectable)
        said.append(_total(summed, span(scenario.run, years, words), scope, words))
    if any(change.dist.mean for changes in (kroner, persons) for change in changes.values()):
        said.append(_year(period(scenario.run, last, words), kroner[widest, last], persons[widest, last], words))
    after = _afterwards(scenario, kroner[widest, last], last, words)
    return pair + " ".join((*said, *_invested(scenario, years, words), *after, *foreign))


def _alone(base: Labels, own: Labels) -> str:
    """Return what tables of initiatives call the only one that a scenario adds, where its own title does not hold that name."""
    added = [name for each, name in own.initiatives.items() if each not in base.initiatives]
    if len(added) != 1 or added[0].casefold() in own.title.casefold():
        return ""
    return own.words.say("compare.alone", initiative=added[0])


def not_its_own(own_baseline: str | None, played: Played, base: Labels, own: Labels) -> list[str]:
    """Return that a part of the difference is not a scenario's own, and what tells what is, as a sentence, where that is so."""
    if own_baseline is None:
        return []
    command = command_in(played, "compare", own_baseline, played.scenario, "--replications", str(played.replications))
    return [own.words.say("compare.not_own", title=own.title, base=base.title, own_baseline=own_baseline, command=command)]


def _headline_state(scenario: ScenarioResult, labels: Labels) -> str:
    """Return what a scenario of a model without a budget changes: the state that changes most in the last month."""
    words, rows = labels.words, scenario.difference.persons
    month = max(row.month for row in rows)
    most = max((row for row in rows if row.month == month), key=lambda row: abs(row.persons.mean))
    if not any(row.persons.mean for row in rows):
        return words.say("compare.same")
    said = {"state": labels.state(most.state), "month": words.month(month), "persons": words.change(most.persons.mean)}
    return words.say("compare.state", persons_range=range_of(most.persons, words.change, words), **said)


def span(run: RunRecord, years: Sequence[int], words: Words) -> str:
    """Return years as one period, with its months where it does not begin or end with a year."""
    return span_between(max(run.first, date(years[0], 1, 1)), min(run.last, date(years[-1], 12, 31)), words)


def _total(summed: Change, years: str, scope: str, words: Words) -> str:
    """Return the mean change of net spending summed over some years, with its interval, and whether it is more than noise."""
    mean, least = summed.dist.mean, summed.least
    if not any(astuple(summed.dist)):
        return words.say("compare.same")
    if math.isinf(least):
        return words.say("compare.single")
    between = range_of(summed.dist, lambda value: words.change(value / 1e6, 1), words)
    said = {"years": years, "scope": scope, "between": between}
    if summed.noise or not mean:
        return words.say("compare.noise", change=words.change_millions(mean), least=words.millions(least), **said)
    return words.say("compare.lower" if mean < 0 else "compare.higher", amount=words.millions(abs(mean)), **said)


def _year(year: str, kroner: Change, persons: Change, words: Words) -> str:
    """Return the change of kroner and persons in one year, each with the interval of nine runs in ten."""
    return words.say(
        "compare.year",
        year=year,
        kroner=marked(kroner, words.change_millions(kroner.dist.mean)),
        kroner_range=range_of(kroner.dist, lambda value: words.change(value / 1e6, 1), words),
        persons=marked(persons, words.change(persons.dist.mean)),
        persons_range=range_of(persons.dist, words.change, words),
    )


def _invested(scenario: ScenarioResult, years: Sequence[int], words: Words) -> list[str]:
    """Return what is left after the investment, or with what is not spent, as a sentence, where there is either."""
    rows = [row for row in scenario.business_case if row.payer == "municipality" and row.year in years]
    investment = sum(row.investment.mean for row in rows)
    if not investment or scenario.sum is None:
        return []
    net = scenario.sum.net
    said = {
        "investment": words.millions(abs(investment)),
        "net": words.change_millions(net.mean),
        "years": span(scenario.run, years, words),
    }
    said |= {"between": range_of(net, lambda value: words.change(value / 1e6, 1), words)}
    return [words.say("compare.invested" if investment > 0.0 else "compare.spared", **said)]


def _afterwards(scenario: ScenarioResult, kroner: Change, year: int, words: Words) -> list[str]:
    """Return that what comes after the days reported is not counted, and how much is saved a year at their end, where anything is."""
    if not any(astuple(kroner.dist)) or not any(row.investment.mean for row in scenario.business_case if row.payer == "municipality"):
        return []
    amount = marked(kroner, words.millions(abs(kroner.dist.mean)))
    key = "compare.after.saved" if kroner.dist.mean < 0.0 else "compare.after.costs"
    return [words.say(key, last=words.month(scenario.run.last), year=period(scenario.run, year, words), amount=amount)]


def range_of(dist: Estimate, written: Callable[[float], str], words: Words) -> str:
    """Return what nine runs of ten lie between."""
    return words.interval(written(dist.p05), written(dist.p95))


def marked(change: Change, written: str) -> str:
    """Return a written change with the mark of noise, where it is noise and anything at all."""
    return f"{NOISE}{written}" if change.noise and written != "0" else written


def payback_sentence(payback: Payback, words: Words) -> str:
    """Return when the investment is earned back, and how surely by the end of the run; or that there is none, or less than none."""
    if payback.probability is None:
        return words.say("payback.less" if payback.investment < 0.0 else "payback.none", amount=words.millions(-payback.investment))
    runs = words.in_runs(payback.probability)
    if payback.date is None:
        return words.say("payback.never", runs=runs)
    return words.say("payback.by", date=words.date(payback.date), runs=runs)


def payback_word(payback: Payback, words: Words) -> str:
    """Return the same in a word: the day, that there is none in the run, or that nothing more is spent."""
    if payback.probability is None:
        return words.say("payback.word.less" if payback.investment < 0.0 else "payback.word.none")
    return words.date(payback.date) if payback.date else words.say("payback.word.never")


class Elsewhere(NamedTuple):
    """How many persons fewer there are in the target group in the last year reported, and how many more on each other benefit."""

    year: int
    fewer: float
    others: dict[str, float]


def elsewhere(scenario: ScenarioResult, labels: Labels) -> Elsewhere | None:
    """Return where those are who are fewer in the target group; None where it is not smaller by a person at least."""
    target = {row.source for row in scenario.where_they_went}
    year = max((row.year for row in scenario.where_they_went), default=0)
    change: dict[str, float] = {}
    months = {row.month for row in scenario.difference.persons if row.month.year == year}
    for row in scenario.difference.persons:
        if row.month in months:
            change[row.state] = change.get(row.state, 0.0) + row.persons.mean / len(months)
    fewer = -sum(change.get(state, 0.0) for state in target)
    return (
        Elsewhere(year, fewer, {state: more for state, more in change.items() if state in labels.benefits - target})
        if fewer >= 1.0
        else None
    )


def moved(scenario: ScenarioResult, labels: Labels) -> str | None:
    """Return how many of those who are fewer in the target group are on another benefit instead, in the last year reported.

    None where the group is not smaller by a person at least.
    """
    found, words = elsewhere(scenario, labels), labels.words
    if found is None:
        return None
    more = sum(found.others.values())
    said = {"fewer": words.persons(found.fewer), "year": period(scenario.run, found.year, words)}
    if more < 1.0:
        return words.say("case.moved_none", **said)
    most = max(found.others, key=lambda state: found.others[state])
    share = words.percent(more / found.fewer)
    return words.say(
        "case.moved", others=words.persons(more), share=share, most=lowered(labels.place(most)), n=words.change(found.others[most]), **said
    )
