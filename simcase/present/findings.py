"""What charts show, each in a sentence made from its figures: the title of a chart that stands alone, and of a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from simcase.money import TOTAL, is_total
from simcase.present import figures_compare, figures_run
from simcase.present.labels import Labels, lowered
from simcase.present.sentences_compare import elsewhere, range_of
from simcase.present.sentences_run import period, span_between
from simcase.study.changes import changes_of
from simcase.study.cost_split import cost_steps
from simcase.study.open_runs import Shown
from simcase.study.periods import last_whole_year, plan_year

HALF: Final = 50.0
"""Percent of the runs in which a goal is met that is more often met than not."""
ONE: Final = 1.0
"""Moves below which nobody more went somewhere."""
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
    """Return which benefit has most fewer in the last whole year and which most more, and how many there are in all."""
    line = widest(shown)
    if line is None:
        return None
    words, changes, run = labels.words, changes_of(shown.compared, "persons"), shown.result.run
    year = last_whole_year((each for _, each in changes), run.first, run.last)
    change = changes[line, year]
    sure = {name: each.dist.mean for (name, at), each in changes.items() if at == year and not is_total(name) and not each.noise}
    fewest, most = (pick(sure, key=lambda name: sure[name], default="") for pick in (min, max))
    key = "total" if sure.get(fewest, 0.0) > -1.0 else "fewer" if sure[most] < 1.0 else "both"
    said = {"line": lowered(labels.line(fewest)), "fewer": words.persons(-sure.get(fewest, 0.0))}
    said |= {"other": lowered(labels.line(most)), "more": words.persons(sure.get(most, 0.0))}
    total = words.say(
        "finding.difference.noise" if change.noise else "finding.difference.in_all",
        persons=words.change(change.dist.mean),
        between=range_of(change.dist, words.change, words),
    )
    return words.say(f"finding.difference.{key}", title=labels.title, year=period(run, year, words), total=total, **said)


def _went(shown: Shown, labels: Labels) -> str | None:
    """Return to what most more moves go than in the baseline in all that is reported: where nothing is paid, and to which benefit."""
    words, more = labels.words, figures_compare.went(shown, labels).filter(pl.col("moves") >= ONE).sort("moves", descending=True)
    most = [more.filter(pl.col("pays") == pays).head(1).rows(named=True) for pays in (0, 1)]
    told = [{"to": lowered(each["to"]), "n": words.persons(each["moves"])} for found in most for each in found]
    if not told:
        return None
    also = words.say("finding.went.also", **told[1]) if len(told) > 1 else ""
    run = shown.result.run
    return words.say("finding.went", title=labels.title, also=also, years=span_between(run.first, run.last, words), **told[0])


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
    said = {"start": words.millions(steps.start), "more": words.millions(abs(more))}
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


def _hundred(shown: Shown, labels: Labels) -> str | None:
    """Return how many of a hundred fewer in the target group are on another benefit instead."""
    found, table = elsewhere(shown.compared, labels), figures_compare.hundred(shown, labels)
    if found is None:
        return None
    words, first = labels.words, table.filter(pl.col("where") == pl.col("where").first())
    off = first.height if first["where"][0] == words.say("chart.hundred.off", n=first.height) else 0
    said = {"year": period(shown.result.run, found.year, words), "n": figures_compare.HUNDRED - off}
    return words.say("finding.hundred", title=labels.title, **said)


def _composition(shown: Shown, labels: Labels) -> str | None:
    """Return the benefit that has the largest share of all persons in the last month."""
    words, table = labels.words, figures_run.composition(shown, labels)
    if table.is_empty():
        return None
    last = table.filter(pl.col("month") == pl.col("month").max())
    line, persons = last.sort("persons", descending=True).select("line", "persons").row(0)
    every = float(last["persons"].sum())
    said = {"share": words.percent(persons / every), "persons": words.persons(persons), "all": words.persons(every)}
    return words.say("finding.composition", title=labels.title, line=lowered(line), month=words.month(last["month"][0]), **said)


def _flows(shown: Shown, labels: Labels) -> str | None:
    """Return the benefit that grows or shrinks most in the last year, with how many come and leave."""
    words, table = labels.words, figures_run.flows(shown, labels)
    if table.is_empty():
        return None
    last = table.filter(pl.col("year") == pl.col("year").max())
    ways = [dict(last.filter(pl.col("way") == words.say(f"chart.flows.{way}")).select("line", "mean").iter_rows()) for way in ("in", "out")]
    line = max(ways[0], key=lambda name: abs(ways[0][name] - ways[1].get(name, 0.0)))
    come, leave = (way.get(line, 0.0) for way in ways)
    key = "finding.flows_more" if come >= leave else "finding.flows_less"
    said = {"line": lowered(line), "come": words.persons(come), "leave": words.persons(leave), "year": last["year"][0]}
    return words.say(key, title=labels.title, **said)


def _ribbons(shown: Shown, labels: Labels) -> str | None:
    """Return where most of those who leave a benefit go, and from which most of them come."""
    words, table = labels.words, figures_run.ribbons(shown, labels)
    if table.is_empty():
        return None
    moves = table.filter(pl.col("x") == 0.0)
    every = float(moves["moves"].sum())
    to, n = moves.group_by("to").agg(pl.col("moves").sum()).sort("moves", descending=True).row(0)
    origin = moves.filter(pl.col("to") == to).sort("moves", descending=True)["from"][0]
    said = {"n": words.persons(n), "all": words.persons(every), "to": lowered(to), "origin": lowered(origin)}
    return words.say("finding.ribbons", title=labels.title, **said)


def _price_volume(shown: Shown, labels: Labels) -> str | None:
    """Return the benefit that costs most in the year shown, as persons times price."""
    words, table = labels.words, figures_run.price_volume(shown, labels)
    if table.is_empty():
        return None
    line, persons, price, kroner = table.sort("kroner", descending=True).row(0)
    said = {"persons": words.persons(persons), "price": words.number(price), "kroner": words.millions(kroner / MILLION)}
    year = plan_year(shown.result) or max(row.year for row in figures_run.budget_rows(shown, totals=False))
    return words.say("finding.price_volume", title=labels.title, line=lowered(line), year=year, **said)


def _programmes(shown: Shown, labels: Labels) -> str | None:
    """Return how full the programme with most waiting is in the last month, else the first one, and what binds it."""
    words, table = labels.words, figures_run.programmes(shown, labels)
    if table.is_empty():
        return None
    last = table.filter(pl.col("month") == pl.col("month").max()).sort("waiting", descending=True, maintain_order=True).row(0, named=True)
    said = {"name": last["initiative"], "n": words.persons(last["mean"]), "waiting": words.persons(last["waiting"])}
    said |= {"places": "" if last["places"] is None else words.say("finding.programmes_places", places=words.persons(last["places"]))}
    said |= {"bound": words.say("finding.programmes_bound", bound=last["bound"]) if last["bound"] else ""}
    return words.say("finding.programmes", title=labels.title, month=words.month(last["month"]), **said)


def _refusion(shown: Shown, labels: Labels) -> str | None:
    """Return on how many benefits the state pays least for at least half of the days, and on which for most."""
    words, table = labels.words, figures_run.refusion(shown, labels)
    last = table.filter(pl.col("step") == words.say("chart.refusion.step_4")).sort("share", descending=True)
    if last.is_empty():
        return None
    line, _, share = last.row(0)
    said = {"n": last.filter(pl.col("share") >= HALF).height, "all": table["line"].n_unique(), "share": words.percent(share / 100.0)}
    return words.say("finding.refusion", title=labels.title, line=lowered(line), **said)


def _long_term(shown: Shown, labels: Labels) -> str | None:
    """Return the benefit whose share of long spells changes most from the first month to the last."""
    words, table = labels.words, figures_run.long_term(shown, labels)
    if table.is_empty():
        return None
    table = table.sort("month", maintain_order=True)
    ends = {line: (rows["share"][0], rows["share"][-1]) for (line,), rows in table.group_by("line", maintain_order=True)}
    line = max(ends, key=lambda name: abs(ends[name][1] - ends[name][0]))
    first, last = (words.percent(end / 100.0) for end in ends[line])
    months = {"from_month": words.month(table["month"][0]), "to_month": words.month(table["month"][-1])}
    return words.say("finding.long_term", title=labels.title, line=lowered(line), first=first, last=last, **months)


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
    "hundred": _hundred,
    "composition": _composition,
    "flows": _flows,
    "ribbons": _ribbons,
    "price_volume": _price_volume,
    "programmes": _programmes,
    "refusion": _refusion,
    "long_term": _long_term,
}
"""What tells the finding of each chart that has one."""
