"""What a run says in a sentence, and which of its years are whole."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final

from simcase.study.labels import TOTAL, Labels
from simcase.study.request import lucks
from simcase.words import Words

Document = Mapping[str, Any]
FOR_INTERVALS: Final = 19
"""The fewest runs that carry an interval: a further one lies between the least and the largest of n with probability (n - 1) / (n + 1)."""


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
    between = words.interval(*(words.number(net[edge] / 1e6, 1) for edge in ("p05", "p95")))
    said = words.say(
        "run.headline",
        title=labels.title,
        rests=rests_on(document["run"], words),
        year=period(document, year, words),
        net=words.millions(net["mean"]),
        between=nine_of_ten(between, document["run"], words),
    )
    if planned is None or total["plan"] is None:
        return f"{said}."
    more = net["mean"] - total["plan"]
    key = "run.over" if more > 0 else "run.under"
    return said + words.say(key, more=words.millions(abs(more)), plan=words.millions(total["plan"]))


def nine_of_ten(between: str, run: Document, words: Words) -> str:
    """Return that nine runs of ten lie in a range, or that there are too few runs to tell, or that nothing varies."""
    if run["uncertainty"] == "none":
        return words.say("run.mean")
    return words.say("run.nine_of_ten", interval=between) if apart(run) >= FOR_INTERVALS else words.say("run.too_few")


def apart(run: Document) -> int:
    """Return how many figures the intervals of a run are of: replications whose mean is told count as one."""
    count: int = run["replications"]
    return math.ceil(count / lucks(run["uncertainty"], count))


def rests_on(run: Document, words: Words) -> str:
    """Return everything that tells a run's figures from those of another run of its scenario: fit, replications, what varies, prices."""
    few = run["replications"] == 1
    said = [words.say("rests.fit", fit=run["fit"])] if run["fit"] else []
    said.append(words.say("rests.run" if few else "rests.runs", n=words.number(run["replications"])))
    said += [words.say(f"rests.{run['uncertainty']}")] if run["uncertainty"] != "all" else []
    said += [words.say(f"prices.{run['prices']}")] if run["prices"] != "current" else []
    if run["assumptions"]:
        n = len(run["assumptions"]["paths"])
        said.append(words.say("rests.number" if n == 1 else "rests.numbers", file=run["assumptions"]["file"], n=n))
    return ", ".join(said)


def period(document: Document, year: int, words: Words) -> str:
    """Return a year, with the months reported where it is not whole."""
    if whole(document, year):
        return str(year)
    first = max(str(document["run"]["from"]), f"{year}-01-01")
    last = min(str(document["run"]["to"]), f"{year}-12-31")
    return f"{words.month_short(first)}-{words.month_short(last)} {year}"


def common_notes(run: Document, grade: str, words: Words, *, parameters: bool, budget: bool) -> list[str]:
    """Return what net means (where there is a budget), what the intervals hold, how good the weakest figure is, and what was not used."""
    varies = "chance" if run["uncertainty"] == "all" and not parameters else run["uncertainty"]
    unused = len(run["assumptions"]["unused"]) if run["assumptions"] else 0
    return [
        *([words.say("note.net")] if budget else []),
        words.say(f"note.interval.{varies}"),
        *([words.say("note.interval.few", n=FOR_INTERVALS)] if varies != "none" and apart(run) < FOR_INTERVALS else []),
        words.say("note.grade", grade=grade, meaning=words.say(f"grade.{grade}")),
        words.say("note.rounded"),
        *([words.say("note.unused", file=run["assumptions"]["file"], n=unused)] if unused else []),
    ]
