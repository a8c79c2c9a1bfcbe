"""What charts show, each in a sentence made from its figures: the title of a chart that stands alone, and of a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from simcase.money import TOTAL
from simcase.present import figures_run
from simcase.present.labels import Labels
from simcase.present.sentences_compare import moved, range_of
from simcase.present.sentences_run import period
from simcase.study.changes import changes_of
from simcase.study.cost_split import cost_steps
from simcase.study.open_runs import Shown
from simcase.study.periods import last_whole_year, plan_year

HALF: Final = 50.0
"""Percent of the runs in which a goal is met that is more often met than not."""
MILLION: Final = 1e-6


def finding(chart: str, shown: Shown, labels: Labels) -> str | None:
    """Return what a chart shows of a run in a sentence; None for a chart without one, or where the run has nothing of it."""
    told = FINDINGS.get(chart)
    return told(shown, labels) if told else None


def widest(shown: Shown) -> str | None:
    """Return the total of most lines of those whose persons are compared; None where none are."""
    lines = dict.fromkeys(line for line, _ in changes_of(shown.compared, "persons"))
    return list(lines)[-1] if lines else None


def _payback(shown: Shown, labels: Labels) -> str | None:
    """Return the net result, added up from the first day of the run to the last one reported, at present value where it is discounted."""
    rows = [row for row in shown.compared.business_case if row.payer == "municipality"]
    if not rows:
        return None
    words, first, last, net = labels.words, shown.world.model.start, shown.result.run.last, rows[-1].cumulated
    rate = shown.compared.payback.discount
    said = {"net": words.change_millions(net.mean), "between": range_of(net, lambda kroner: words.change(kroner * MILLION, 1), words)}
    key = "finding.payback_present" if rate else "finding.payback"
    return words.say(key, title=labels.title, first=words.month(first), last=words.month(last), rate=words.percent(rate, 1), **said)


def _difference(shown: Shown, labels: Labels) -> str | None:
    """Return how many fewer or more persons there are in all in the last whole year."""
    line = widest(shown)
    if line is None:
        return None
    words, changes, run = labels.words, changes_of(shown.compared, "persons"), shown.result.run
    year = last_whole_year((each for _, each in changes), run.first, run.last)
    change = changes[line, year]
    return words.say(
        "finding.difference_noise" if change.noise else "finding.difference",
        title=labels.title,
        year=period(shown.result.run, year, words),
        persons=words.change(change.dist.mean),
        between=range_of(change.dist, words.change, words),
    )


def _went(shown: Shown, labels: Labels) -> str | None:
    """Return how many of those who are fewer in the target group are on another benefit instead."""
    said = moved(shown.compared, labels) if shown.compared.where_they_went else None
    return f"{labels.title}: {said[:1].lower()}{said[1:]}".removesuffix(".") if said else None


def _budget_plan(shown: Shown, labels: Labels) -> str | None:
    """Return by how much net spending is expected to be over or under the plan."""
    words, year = labels.words, plan_year(shown.result)
    total = next((row for row in shown.result.budget if row.year == year and row.line == TOTAL), None)
    if total is None or total.plan is None:
        return None
    more = total.municipality.mean - total.plan
    said = {"net": words.millions(total.municipality.mean), "more": words.millions(abs(more)), "year": year}
    return words.say("finding.over" if more > 0 else "finding.under", title=labels.title, **said)


def _headcount(shown: Shown, labels: Labels) -> str | None:
    """Return how many persons there are on the plan's lines in the first month and in the last."""
    words, table = labels.words, figures_run.composition(shown, labels)
    if not table.is_empty():
        table = table.filter(~pl.col("line").is_in([labels.line(each) for each in labels.memos]))
    if table.is_empty():
        return None
    months = table["month"].unique().sort()
    first, last = (words.persons(float(table.filter(pl.col("month") == month)["persons"].sum())) for month in (months[0], months[-1]))
    said = {"from_month": words.month(months[0]), "to_month": words.month(months[-1])}
    return words.say("finding.headcount", title=labels.title, first=first, last=last, **said)


def _goals(shown: Shown, labels: Labels) -> str | None:
    """Return how many goals are met in at least half of the runs."""
    table = figures_run.goals(shown, labels)
    if table.is_empty():
        return None
    own = table.filter(pl.col("world") == labels.title)
    return labels.words.say("finding.goals", title=labels.title, n=own.filter(pl.col("probability") >= HALF).height, all=own.height)


def _waterfall(shown: Shown, labels: Labels) -> str | None:
    """Return by how much support and investment together cost more or less than the baseline's."""
    words, steps = labels.words, cost_steps(shown)
    more = steps.end - steps.start
    said = {"start": words.millions(steps.start), "end": words.millions(steps.end), "more": words.millions(abs(more))}
    return words.say("finding.waterfall_more" if more > 0.0 else "finding.waterfall_less", title=labels.title, **said)


def _tornado(shown: Shown, labels: Labels) -> str | None:
    """Return what net spending depends on most."""
    words, table = labels.words, figures_run.tornado(shown, labels)
    if table.is_empty():
        return None
    what, *ends = table.row(0)
    between = words.interval(*(words.change(end, 1) for end in sorted(ends)))
    return words.say("finding.tornado", title=labels.title, what=what, between=words.say("kroner.millions", value=between))


def _full_year(shown: Shown, labels: Labels) -> str | None:
    """Return the benefit whose full-year persons change most from the first year to the last."""
    words, table = labels.words, figures_run.full_year(shown, labels)
    years = table["year"].unique(maintain_order=True).to_list() if not table.is_empty() else []
    if len(years) < 2:  # noqa: PLR2004 - a first and a last
        return None
    ends = {line: (rows["mean"][0], rows["mean"][-1]) for (line,), rows in table.group_by("line", maintain_order=True)}
    line = max(ends, key=lambda name: abs(ends[name][1] - ends[name][0]))
    first, last = (words.persons(end) for end in ends[line])
    said = {"line": line, "first": first, "last": last, "from_year": years[0], "to_year": years[-1]}
    return words.say("finding.full_year", title=labels.title, **said)


FINDINGS: Final[Mapping[str, Callable[[Shown, Labels], str | None]]] = {
    "payback": _payback,
    "difference": _difference,
    "went": _went,
    "waterfall": _waterfall,
    "full_year": _full_year,
    "tornado": _tornado,
    "budget_plan": _budget_plan,
    "headcount": _headcount,
    "goals": _goals,
}
"""What tells the finding of each chart that has one."""
