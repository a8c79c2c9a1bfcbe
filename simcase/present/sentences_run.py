"""What a run says in a sentence, and which of its years are whole."""

from __future__ import annotations

from datetime import date

from simcase.present.labels import TOTAL, Labels
from simcase.study.periods import FOR_INTERVALS, apart, plan_year, whole
from simcase.study.results import RunRecord, RunResult
from simcase.words import Words


def headline(result: RunResult, labels: Labels) -> str:
    """Return the result in one sentence: the total of the year with a plan, else of the last year, and how sure it is."""
    words, planned = labels.words, plan_year(result)
    year = max(row.year for row in result.budget) if planned is None else planned
    total = next(row for row in result.budget if row.year == year and row.line == TOTAL)
    net = total.municipality
    between = words.interval(*(words.number(edge / 1e6, 1) for edge in (net.p05, net.p95)))
    said = words.say(
        "run.headline",
        title=labels.title,
        rests=rests_on(result.run, words),
        year=period(result.run, year, words),
        net=words.millions(net.mean),
        between=nine_of_ten(between, result.run, words),
    )
    if planned is None or total.plan is None:
        return f"{said}."
    more = net.mean - total.plan
    key = "run.over" if more > 0 else "run.under"
    return said + words.say(key, more=words.millions(abs(more)), plan=words.millions(total.plan))


def nine_of_ten(between: str, run: RunRecord, words: Words) -> str:
    """Return that nine runs of ten lie in a range, or that there are too few runs to tell, or that nothing varies."""
    if run.uncertainty == "none":
        return words.say("run.mean")
    return words.say("run.nine_of_ten", interval=between) if apart(run) >= FOR_INTERVALS else words.say("run.too_few")


def rests_on(run: RunRecord, words: Words) -> str:
    """Return everything that tells a run's figures from those of another run of its scenario: fit, replications, what varies, prices."""
    few = run.replications == 1
    said = [words.say("rests.fit", fit=run.fit)] if run.fit else []
    said.append(words.say("rests.run" if few else "rests.runs", n=words.number(run.replications)))
    said += [words.say(f"rests.{run.uncertainty}")] if run.uncertainty != "all" else []
    said += [words.say(f"prices.{run.prices}")] if run.prices != "current" else []
    if run.assumptions:
        n = len(run.assumptions.paths)
        said.append(words.say("rests.number" if n == 1 else "rests.numbers", file=run.assumptions.file, n=n))
    return ", ".join(said)


def period(run: RunRecord, year: int, words: Words) -> str:
    """Return a year, with the months reported where it is not whole."""
    if whole(run, year):
        return str(year)
    first, last = max(run.first, date(year, 1, 1)), min(run.last, date(year, 12, 31))
    return f"{words.month_short(first)}-{words.month_short(last)} {year}"


def common_notes(run: RunRecord, grade: str, words: Words, *, parameters: bool, budget: bool) -> list[str]:
    """Return what net means (where there is a budget), what the intervals hold, how good the weakest figure is, and what was not used."""
    edits = run.assumptions
    varies = "chance" if run.uncertainty == "all" and not parameters else run.uncertainty
    return [
        *([words.say("note.net")] if budget else []),
        words.say(f"note.interval.{varies}"),
        *([words.say("note.interval.few", n=FOR_INTERVALS)] if varies != "none" and apart(run) < FOR_INTERVALS else []),
        words.say("note.grade", grade=grade, meaning=words.say(f"grade.{grade}")),
        words.say("note.rounded"),
        *([words.say("note.unused", file=edits.file, n=len(edits.unused))] if edits and edits.unused else []),
    ]
