"""What a run says in a sentence, and which of its years are whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simcase.study.labels import TOTAL, Labels
from simcase.words import Words

Document = Mapping[str, Any]


def whole(document: Document, year: int) -> bool:
    """Tell whether all of a year is reported."""
    run = document["run"]
    return str(run["from"]) <= f"{year}-01-01" and str(run["to"]) >= f"{year}-12-31"


def plan_year(document: Document) -> int | None:
    """Return the year that can be held against the plan: the first one reported in full that has a plan."""
    years = (row["year"] for row in document["budget"] if row["plan"] is not None and whole(document, row["year"]))
    return min(years, default=None)


def headline(document: Document, labels: Labels) -> str:
    """Return the result in one sentence: the total of the year with a plan, else of the last year, and how sure it is."""
    words, planned = labels.words, plan_year(document)
    year = max(row["year"] for row in document["budget"]) if planned is None else planned
    total = next(row for row in document["budget"] if row["year"] == year and row["line"] == TOTAL)
    net = total["municipality"]
    said = words.say(
        "run.headline",
        title=labels.title,
        year=period(document, year, words),
        net=words.millions(net["mean"]),
        low=words.number(net["p05"] / 1e6, 1),
        high=words.number(net["p95"] / 1e6, 1),
    )
    if planned is None or total["plan"] is None:
        return f"{said}."
    more = net["mean"] - total["plan"]
    key = "run.over" if more > 0 else "run.under"
    return said + words.say(key, more=words.millions(abs(more)), plan=words.millions(total["plan"]))


def period(document: Document, year: int, words: Words) -> str:
    """Return a year, with the months reported where it is not whole."""
    if whole(document, year):
        return str(year)
    first = max(str(document["run"]["from"]), f"{year}-01-01")
    last = min(str(document["run"]["to"]), f"{year}-12-31")
    return f"{words.month_short(first)}-{words.month_short(last)} {year}"


def common_notes(grade: str, words: Words, *, parameters: bool, budget: bool) -> list[str]:
    """Return what net means (where there is a budget), what the intervals hold, and how good the weakest figure is."""
    return [
        *([words.say("note.net")] if budget else []),
        words.say("note.interval.all" if parameters else "note.interval.chance"),
        words.say("note.grade", grade=grade, meaning=words.say(f"grade.{grade}")),
    ]
