"""The best mix of initiatives, in sentences, with the next best ones and what more money gives."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from simcase.present.labels import Labels
from simcase.present.sentences_run import fit_and_prices
from simcase.present.table import Row, Sentence, Table, figures
from simcase.study.results import ChoiceRow, MixRow, PortfolioResult, Setting
from simcase.words import Words

MILLION = 1e6
MOST = 6
"""Mixes that are told beside each other."""
LIKELY = 0.5
"""A best mix that is less probable is told to be one of several."""
LEAST = 0.005
"""A probability below this is not told by its number."""


def portfolio_parts(result: PortfolioResult, labels: Labels) -> Iterator[Table | Sentence]:
    """Yield what is printed of a search for the best mix: what it was, the answer, how sure it is, the best ones, the frontier, notes."""
    words = labels.words
    said = {"calibration": result.calibration, "fit": fit_and_prices(result.fit, labels), "seed": result.seed}
    days = {"first": words.date(result.first), "last": words.date(result.last)}
    yield Sentence(words.say("portfolio.about", title=labels.title, runs=words.number(result.replications), **said, **days), "faint")
    yield Sentence(answer(result, labels), "strong")
    yield Sentence(sure(result, labels))
    best, edge = result.mixes[:MOST], frontier(result)
    yield _mixes(result, best, words.say("portfolio.top"), labels)
    if set(edge) == set(best):
        yield Sentence(words.say("portfolio.all_frontier"))
    else:
        yield _mixes(result, edge, words.say("portfolio.frontier"), labels)
    notes = [words.say("portfolio.note.amount"), words.say("portfolio.note.cost", **days)]
    if result.goals:
        notes.append(words.say("portfolio.note.alike", points=words.number(100 * result.alike)))
    yield Sentence("\n".join([*notes, words.say("note.net")]), "faint")


def answer(result: PortfolioResult, labels: Labels) -> str:
    """Return the best mix in one sentence, with what it reaches."""
    words, best = labels.words, result.mixes[0]
    budget = "" if result.budget is None else words.millions(result.budget)
    within = words.say("portfolio.free") if result.budget is None else words.say("portfolio.within", budget=budget)
    said = {"within": within, "mix": named(best, labels), "goals": _goals(result, labels)}
    if best.chance is None:
        between = words.interval(*(words.change(edge / MILLION, 1) for edge in (best.net.p05, best.net.p95)))
        return words.say("portfolio.net", net=words.change_millions(best.net.mean), interval=between, **said)
    if not any(mix.chance and mix.chance.probability for mix in result.mixes):
        return words.say("portfolio.never", **said)
    share = words.percent(best.chance.probability)
    return words.say("portfolio.goals", share=share, interval=_interval(best, words), **said)


def sure(result: PortfolioResult, labels: Labels) -> str:
    """Return how surely the best is the best of how many, what the next is worth where that is open, and what it costs."""
    words, best = labels.words, result.mixes[0]
    year, whole = (words.millions(kroner) for kroner in (best.kroner_a_year, best.kroner))
    counts = {"tried": words.number(result.tried), "possible": words.number(result.possible)}
    first = words.say("portfolio.sure", share=words.percent(best.best), **counts)
    unsure = [_next(result, labels)] if best.best < LIKELY else []
    return " ".join([first, *unsure, words.say("portfolio.cost", year=year, whole=whole)])


def _next(result: PortfolioResult, labels: Labels) -> str:
    """Return that the next mixes are nearly as good where all that are told are, otherwise what the next one reaches."""
    words, (best, following, *_) = labels.words, result.mixes
    if all(best.score - mix.score <= result.alike for mix in result.mixes[1:MOST]):
        return words.say("portfolio.unsure")
    reached, most = (
        words.change_millions(mix.net.mean) if mix.chance is None else words.percent(mix.chance.probability) for mix in (following, best)
    )
    return words.say("portfolio.next", mix=named(following, labels), share=_best(following, words), reached=reached, most=most)


def _best(mix: MixRow, words: Words) -> str:
    """Return how probable a mix is to be the best."""
    return words.say("portfolio.less") if mix.best < LEAST else words.percent(mix.best)


def frontier(result: PortfolioResult) -> list[MixRow]:
    """Return the mixes of the frontier, from the cheapest on."""
    return sorted((mix for mix in result.mixes if mix.frontier), key=lambda mix: (mix.kroner_a_year, mix.score))


def named(mix: MixRow, labels: Labels) -> str:
    """Return what a mix has, in words."""
    words = labels.words
    parts = [
        words.say(f"portfolio.{each.unit or 'in'}", name=labels.initiative(each.initiative), value=_amount(each, words))
        for each in mix.settings
        if each.value
    ]
    return ", ".join(parts) or words.say("portfolio.none")


def portfolio_points(result: PortfolioResult, labels: Labels) -> pl.DataFrame:
    """Return the mixes as a chart draws them: kroner, what is reached with its interval, what kind of mix it is, and what it has."""
    rows = []
    for at, mix in enumerate(result.mixes):
        middle, low, high = _reached(mix)
        kind = "best" if at == 0 else "frontier" if mix.frontier else "tried"
        rows.append((mix.kroner_a_year / MILLION, middle, low, high, kind, named(mix, labels)))
    return pl.DataFrame(rows, schema=["kroner", "reached", "low", "high", "kind", "mix"], orient="row")


def _reached(mix: MixRow) -> tuple[float, float, float]:
    """Return what a mix reaches and its interval: per cent of runs in which goals are met, or million kroner of net result."""
    if mix.chance is not None:
        return tuple(100.0 * part for part in (min(max(mix.score, 0.0), 1.0), mix.chance.low, mix.chance.high))  # type: ignore[return-value]
    return mix.score / MILLION, mix.net.p05 / MILLION, mix.net.p95 / MILLION


def _goals(result: PortfolioResult, labels: Labels) -> str:
    """Return the goals, as they stand inside a sentence."""
    words = labels.words
    each = ", ".join(words.say("portfolio.goal", goal=labels.goal(name)) for name in result.goals)
    return words.say("portfolio.together", goals=each) if len(result.goals) > 1 else each


def _mixes(result: PortfolioResult, mixes: list[MixRow] | tuple[MixRow, ...], title: str, labels: Labels) -> Table:
    """Return mixes beside each other: how much of each initiative, what it costs, what it reaches, how probable it is the best."""
    words = labels.words
    heads = [words.say(f"portfolio.head.{each.unit or 'in'}", name=labels.initiative(each.initiative)) for each in result.choices]
    more = ["year", *(["met", "interval"] if result.goals else []), "net", "best"]
    columns = [*figures(*heads), *figures(*(words.say(f"portfolio.head.{head}") for head in more))]
    rows = [Row(list(_cells(mix, result.choices, words)), "strong" if mix is result.mixes[0] else "") for mix in mixes]
    return Table("", title, columns, rows)


def _cells(mix: MixRow, choices: tuple[ChoiceRow, ...], words: Words) -> Iterator[str]:
    """Yield the cells of a mix."""
    for each, _ in zip(mix.settings, choices, strict=True):
        yield words.say("portfolio.yes" if each.value else "portfolio.no") if each.unit is None else _amount(each, words)
    yield words.number(mix.kroner_a_year / MILLION, 1)
    if mix.chance is not None:
        yield words.percent(mix.chance.probability)
        yield _interval(mix, words)
    yield words.change(mix.net.mean / MILLION, 1)
    yield _best(mix, words)


def _interval(mix: MixRow, words: Words) -> str:
    """Return the interval of the probability of a mix."""
    return "" if mix.chance is None else words.interval(words.number(100 * mix.chance.low), words.percent(mix.chance.high))


def _amount(each: Setting, words: Words) -> str:
    """Return how much of an initiative there is."""
    return words.figure(each.value)
