"""The dose that meets a goal, in a sentence, with what was tried."""

from __future__ import annotations

from collections.abc import Iterator

from simcase.compare import Probability
from simcase.model.doses import SIZES
from simcase.present.labels import Labels
from simcase.present.path_names import PathNames
from simcase.present.sentences_run import fit_and_prices
from simcase.present.table import Row, Sentence, Table, figures
from simcase.study.results import SolveResult
from simcase.words import Words


def solve_parts(result: SolveResult, labels: Labels, names: PathNames) -> Iterator[Table | Sentence]:
    """Yield what is printed of a search: what it was, the answer, what was tried, and what to keep in mind."""
    words = labels.words
    said = {"calibration": result.calibration, "fit": fit_and_prices(result.fit, labels), "seed": result.seed}
    yield Sentence(words.say("solve.about", title=labels.title, runs=words.number(result.replications), **said), "faint")
    yield Sentence(answer(result, labels, names), "strong")
    more = [*_between(result, words), *_bound(result, words), *_written(result, words)]
    if more:
        yield Sentence(" ".join(more))
    yield _tried(result, words)
    yield Sentence(words.say("solve.note"), "faint")


def answer(result: SolveResult, labels: Labels, names: PathNames) -> str:
    """Return the answer in a sentence or two."""
    words, goal, best, outcome = labels.words, result.goal, result.best, result.outcome
    share, dose = words.percent(best.chance.probability), words.figure(best.dose)
    key = "solve.reached_best" if outcome == "nowhere" else "solve.reached"
    return words.say(
        f"solve.{outcome}",
        aim=words.say("solve.aim", goal=labels.goal(goal.id), date=words.month_and_year(goal.date)),
        wanted=words.percent(goal.probability),
        path=words.say("solve.number", name=names.of(result.path), path=result.path),
        dose=dose,
        now=words.figure(result.now),
        limit=words.figure(result.range[1]),
        reached=words.say(key, dose=dose, share=share, interval=_interval(best.chance, words)),
    )


def _between(result: SolveResult, words: Words) -> Iterator[str]:
    """Yield between which doses the threshold lies, where one was found."""
    if result.outcome not in {"least", "most"}:
        return
    first, last = result.range
    low = words.say("solve.open_low", value=words.figure(first)) if result.low is None else words.figure(result.low)
    high = words.say("solve.open_high", value=words.figure(last)) if result.high is None else words.figure(result.high)
    yield words.say("solve.between", runs=words.number(result.replications), low=low, high=high)


def _bound(result: SolveResult, words: Words) -> Iterator[str]:
    """Yield what bound at the largest dose, where more of it is of no use: it was not the places."""
    if result.bound_by in {"eligible", "staff"} and result.outcome == "nowhere":
        limit = words.figure(result.range[1])
        yield words.say("solve.bound", limit=limit, bound=words.say(f"bound.{result.bound_by}"))


def _written(result: SolveResult, words: Words) -> Iterator[str]:
    """Yield how a size that was found is written in a scenario, with all that was scaled with it."""
    if result.path.endswith(SIZES) and result.dose and result.now and result.dose != result.now:
        yield words.say(
            "solve.written", dose=words.figure(result.dose), now=words.figure(result.now), times=f"{result.dose / result.now:.4g}"
        )


def _tried(result: SolveResult, words: Words) -> Table:
    """Return the doses tried, each with how often the goal is met."""
    heads = figures(*(words.say(f"solve.{head}") for head in ("dose", "met", "interval")))
    rows = [Row([row.dose, words.percent(row.chance.probability), _interval(row.chance, words)]) for row in result.tried]
    return Table("", words.say("solve.tried"), heads, rows)


def _interval(chance: Probability, words: Words) -> str:
    """Return the interval of a probability."""
    return words.interval(words.number(100 * chance.low), words.percent(chance.high))
