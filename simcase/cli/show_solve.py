"""The dose that meets a goal, in a sentence, with what was tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from simcase.cli.console import Grid, table
from simcase.study.labels import Labels
from simcase.words import Words

Document = Mapping[str, Any]


def solve_parts(document: Document, labels: Labels) -> Iterator[RenderableType]:
    """Yield what is printed of a search: what it was, the answer, what was tried, and what to keep in mind."""
    words = labels.words
    said = {name: document[name] for name in ("calibration", "fit", "seed")}
    yield Text(words.say("solve.about", title=labels.title, runs=words.number(document["replications"]), **said), style="dim")
    yield Text(answer(document, labels), style="bold")
    more = [*_between(document, words), *_bound(document, words)]
    if more:
        yield Text(" ".join(more))
    yield _tried(document, words)
    yield Text(words.say("solve.note"), style="dim")


def answer(document: Document, labels: Labels) -> str:
    """Return the answer in a sentence or two."""
    words, goal, best, outcome = labels.words, document["goal"], document["best"], document["outcome"]
    share, dose = words.percent(best["probability"]), words.figure(best["dose"])
    key = "solve.reached_best" if outcome == "nowhere" else "solve.reached"
    return words.say(
        f"solve.{outcome}",
        aim=words.say("solve.aim", goal=labels.goal(goal["id"]), date=words.month_and_year(goal["date"])),
        wanted=words.percent(goal["probability"]),
        path=document["path"],
        dose=dose,
        now=words.figure(document["now"]),
        limit=words.figure(document["range"][1]),
        reached=words.say(key, dose=dose, share=share, interval=_interval(best, words)),
    )


def _between(document: Document, words: Words) -> Iterator[str]:
    """Yield between which doses the threshold lies, where one was found."""
    if document["outcome"] not in {"least", "most"}:
        return
    first, last = document["range"]
    low = words.say("solve.open_low", value=words.figure(first)) if document["low"] is None else words.figure(document["low"])
    high = words.say("solve.open_high", value=words.figure(last)) if document["high"] is None else words.figure(document["high"])
    yield words.say("solve.between", runs=words.number(document["replications"]), low=low, high=high)


def _bound(document: Document, words: Words) -> Iterator[str]:
    """Yield what bound at the largest dose, where more of it is of no use: it was not the places."""
    if document["bound_by"] in {"eligible", "staff"} and document["outcome"] == "nowhere":
        limit = words.figure(document["range"][1])
        yield words.say("solve.bound", limit=limit, bound=words.say(f"bound.{document['bound_by']}"))


def _tried(document: Document, words: Words) -> Grid:
    """Return the doses tried, each with how often the goal is met."""
    grid = table(words.say("solve.tried"), [], [words.say(f"solve.{head}") for head in ("dose", "met", "interval")])
    for row in document["tried"]:
        grid.add_row(words.figure(row["dose"]), words.percent(row["probability"]), _interval(row, words))
    return grid


def _interval(row: Document, words: Words) -> str:
    """Return the interval of a probability."""
    return words.interval(words.number(100 * row["low"]), words.percent(row["high"]))
