"""What charts show, each in a sentence made from its figures: the title of a chart that stands alone, and of a slide."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import polars as pl

from simcase.money import TOTAL, is_total
from simcase.present import figures_compare, figures_run
from simcase.present.labels import Labels, lowered
from simcase.present.sentences_compare import elsewhere, range_of
from simcase.present.sentences_run import period
from simcase.study.changes import changes_of
from simcase.study.cost_split import cost_steps
from simcase.study.headcounts import LineGoal, goals_by_line, lines_of
from simcase.study.open_runs import Shown
from simcase.study.periods import last_whole_year, plan_year
from simcase.tables import LONG_TERM_WEEKS

HALF: Final = 50.0
"""Percent of the runs in which a goal is met that is more often met than not."""
ONE: Final = 1.0
"""Moves below which nobody more went somewhere."""
MILLION: Final = 1e-6


def finding(chart: str, shown: Shown, labels: Labels) -> str | None:
    """Return what a chart shows of a run in a sentence; None for a chart without one, or where the run has nothing of it."""
    told = FINDINGS.get(chart)
    return told(shown, labels) if told else None


def _payback(shown: Shown, labels: Labels) -> str | None:
    """Return the net result, added up from the first day of the run to the last one reported, at present value where it is discounted."""
    rows = [row for row in shown.compared.business_case if row.payer == "municipality"]
    if not rows:
        return None
    words, first, last, net = labels.words, shown.world.model.start, shown.result.run.last, rows[-1].cumulated
    rate = shown.compared.payback.discount
    said = {"net": words.change_millions(net.mean), "between": range_of(net, lambda kroner: words.change(kroner * MILLION, 1), words)}
    said["sign"] = words.say("finding.payback.deficit" if net.mean < 0 else "finding.payback.surplus")
    key = "finding.payback_present" if rate else "finding.payback"
    return words.say(key, title=labels.title, first=words.month(first), last=words.month(last), rate=words.percent(rate, 1), **said)


def _difference(shown: Shown, labels: Labels) -> str | None:
    """Return which benefit has most fewer in the last whole year and which most more, and how many there are in all."""
    if (found := _total(shown, labels)) is None:
        return None
    words, (year, total) = labels.words, found
    changes = changes_of(shown.compared, "persons")
    sure = {name: each.dist.mean for (name, at), each in changes.items() if at == year and not is_total(name) and not each.noise}
    fewest, most = (pick(sure, key=lambda name: sure[name], default="") for pick in (min, max))
    key = "total" if sure.get(fewest, 0.0) > -1.0 else "fewer" if sure[most] < 1.0 else "both"
    said = {"line": lowered(labels.line(fewest)), "fewer": words.persons(-sure.get(fewest, 0.0))}
    said |= {"other": lowered(labels.line(most)), "more": words.persons(sure.get(most, 0.0))}
    said |= {"year": period(shown.result.run, year, words), "total": total}
    return words.say(f"finding.difference.{key}", title=labels.title, **said)


def _in_all(shown: Shown, labels: Labels) -> str | None:
    """Return how many fewer or more there are in all in the last whole year."""
    if (found := _total(shown, labels)) is None:
        return None
    said = {"year": period(shown.result.run, found[0], labels.words), "total": found[1]}
    return labels.words.say("finding.difference.total", title=labels.title, **said)


def _total(shown: Shown, labels: Labels) -> tuple[int, str] | None:
    """Return the last whole year, and in words by how much the total of most lines changes in it; None where no persons are compared."""
    if (line := figures_compare.widest(shown)) is None:
        return None
    words, changes, run = labels.words, changes_of(shown.compared, "persons"), shown.result.run
    year = last_whole_year((each for _, each in changes), run.first, run.last)
    change = changes[line, year]
    way = "down" if change.dist.mean < 0 else "up"
    said = {"line": lowered(labels.row(line)), "between": range_of(change.dist, words.change, words)}
    said["persons"] = words.say(f"finding.difference.{way}", n=words.persons(abs(change.dist.mean)))
    return year, words.say("finding.difference.noise" if change.noise else "finding.difference.in_all", **said)


def _went(shown: Shown, labels: Labels) -> str | None:
    """Return to what most more moves go than in the baseline, where nothing is paid and to which benefit, and to what most fewer do."""
    words, ranked = labels.words, figures_compare.went(shown, labels).sort("moves", descending=True)
    more, fewest = ranked.filter(pl.col("moves") >= ONE), ranked.filter(pl.col("moves") <= -ONE).tail(1)
    most = [row for pays in (0, 1) for row in more.filter(pl.col("pays") == pays).head(1).iter_rows()]
    if not most:
        return None
    rest = [
        words.say(f"finding.went.{way}", n=words.persons(abs(moves)), to=lowered(to))
        for way, rows in (("more", most[1:]), ("fewer", fewest.iter_rows()))
        for to, moves, _ in rows
    ]
    said = {"n": words.persons(most[0][1]), "group": _target(shown, labels), "to": lowered(most[0][0])}
    return words.say("finding.went", title=labels.title, rest="; " + ", ".join(rest) if rest else "", **said)


def _budget_plan(shown: Shown, labels: Labels) -> str | None:
    """Return by how much net spending is expected to be over or under the plan."""
    words, year = labels.words, plan_year(shown.result)
    total = next((row for row in shown.result.budget if row.year == year and row.line == TOTAL), None)
    if total is None or total.plan is None:
        return None
    more = total.municipality.mean - total.plan
    said = {"net": words.millions(total.municipality.mean), "more": words.millions(abs(more)), "year": year, "without": labels.without()}
    plan = total.plan
    said["between"] = range_of(total.municipality, lambda kroner: words.change((kroner - plan) * MILLION, 1), words)
    return words.say("finding.over" if more > 0 else "finding.under", title=labels.title, **said)


def _headcount(shown: Shown, labels: Labels) -> str | None:
    """Return how many persons there are on the first line that has a goal, else on all of the plan's, in the last month and at the goal."""
    months = [shown.world.outcome.names.months[m] for m in shown.window.months]
    aimed = {goal.line: goal for goal in goals_by_line(shown.world.model) if goal.date.replace(day=1) in months}
    return _persons(shown, labels, next((aimed[line.id] for line in shown.world.model.lines if line.id in aimed), None))


def _support(shown: Shown, labels: Labels) -> str | None:
    """Return how many persons there are on all of the plan's lines in the last month, beside the baseline."""
    return _persons(shown, labels, None)


def _persons(shown: Shown, labels: Labels, goal: LineGoal | None) -> str | None:
    """Return how many persons there are on a line in the last month and in that of its goal; else on the plan's lines, and in the first."""
    words, table = labels.words, figures_run.headcount(shown, labels)
    if table.is_empty():
        return None
    chosen = pl.col("line") == goal.line if goal else ~pl.col("line").is_in(labels.memos)
    sums = table.filter(chosen).group_by("month").agg(pl.col("mean", *(("base",) if "base" in table.columns else ())).sum()).sort("month")
    where = lowered(labels.line(goal.line)) if goal else words.say("finding.headcount.all", without=labels.without())
    beside = (
        words.say("finding.headcount.base", n=words.persons(sums["base"][-1]), base=_base(shown, labels)) if "base" in sums.columns else ""
    )
    then = sums.filter(pl.col("month") == (goal.date.replace(day=1) if goal else sums["month"][0]))
    other = {"n": words.persons(then["mean"].item()), "month": words.month(then["month"].item())}
    rest = words.say("finding.headcount.first", **other)
    if goal:
        rest = words.say("finding.headcount.goal", threshold=words.persons(goal.threshold), **other)
    said = {"last": words.persons(sums["mean"][-1]), "to_month": words.month(sums["month"][-1]), "line": where, "beside": beside}
    return words.say("finding.headcount", title=labels.title, rest=rest, **said)


def _base(shown: Shown, labels: Labels) -> str:
    """Return what the baseline is called."""
    return labels.words.text(shown.baseline.world.model.title) if shown.baseline else ""


def _goals(shown: Shown, labels: Labels) -> str | None:
    """Return how many goals are met in at least half of the runs, and how many without what the scenario changes."""
    words, table = labels.words, figures_run.goals(shown, labels)
    if table.is_empty():
        return None
    own, *others = table.partition_by("world", maintain_order=True)
    n, *beside = [part.filter(pl.col("probability") >= HALF).height for part in (own, *others)]
    also = words.say("finding.headcount.base", n=beside[0], base=_base(shown, labels)) if beside else ""
    return words.say("finding.goals", title=labels.title, n=n, all=own.height, also=also, most=_moved(shown, labels))


def _moved(shown: Shown, labels: Labels) -> str:
    """Return which goal's chance differs most from the baseline's, and both chances; nothing where no chance is told otherwise."""
    beside = {row.id: row.chance.probability for row in shown.baseline.result.goals if row.chance} if shown.baseline else {}
    pairs = [(row.id, row.chance.probability, beside[row.id]) for row in shown.result.goals if row.chance and row.id in beside]
    goal, own, other = max(pairs, key=lambda pair: abs(pair[1] - pair[2]), default=("", 0.0, 0.0))
    said = {"own": labels.words.of_runs(own), "other": labels.words.of_runs(other)}
    return labels.words.say("finding.goals.most", goal=labels.goal(goal), **said) if said["own"] != said["other"] else ""


def _waterfall(shown: Shown, labels: Labels) -> str | None:
    """Return by how much support and investment together cost more or less than the baseline's."""
    words, steps = labels.words, cost_steps(shown)
    more = steps.end - steps.start
    ends = {name: words.number(kroner * MILLION) for name, kroner in (("start", steps.start), ("end", steps.end))}
    said = {"base": _base(shown, labels), "more": words.millions(abs(more)), **ends}
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
    line = table["line"][0]
    ends = table.filter(pl.col("line") == line)[[0, -1]]
    first, last = ends["mean"]
    said = {"line": lowered(line), "first": words.persons(first), "last": words.persons(last), "from_year": years[0], "to_year": years[-1]}
    said["also"] = _alike(ends, ends["base"], shown, labels) if "base" in ends.columns else ""
    return words.say("finding.full_year_more" if last >= first else "finding.full_year_less", title=labels.title, **said)


def _alike(figures: pl.DataFrame, base: pl.Series, shown: Shown, labels: Labels) -> str:
    """Return that the baseline's figures are about the same, where each lies between what nine runs of ten do."""
    alike = base.is_between(figures["p05"], figures["p95"]).all()
    return labels.words.say("finding.alike", base=_base(shown, labels)) if alike else ""


def _hundred(shown: Shown, labels: Labels) -> str | None:
    """Return how many of a hundred fewer in the target group are on another benefit instead."""
    found, table = elsewhere(shown.compared, labels), figures_compare.hundred(shown, labels)
    if found is None:
        return None
    words = labels.words
    said = {"year": period(shown.result.run, found.year, words), "fewer": words.persons(found.fewer), "group": _target(shown, labels)}
    return words.say("finding.hundred", title=labels.title, share=words.percent(int(table["pays"].sum()) / len(table)), **said)


def _target(shown: Shown, labels: Labels) -> str:
    """Return what the target group is on: benefits where it holds all of their states, else states."""
    group = {row.source for row in shown.compared.where_they_went}
    whole = {line: states for line, states in lines_of(shown.world.model).items() if group.issuperset(states)}
    parts = group.difference(*whole.values())
    names = [*(labels.line(line) for line in whole), *(name for state, name in labels.states.items() if state in parts)]
    return ", ".join(lowered(name) for name in names)


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
    line = last["line"][0]
    figures = last.filter(pl.col("line") == line)
    come, leave = (round(mean) for mean in figures["mean"][1:])
    net = come - leave  # of whole citizens, so that the three add up as they are written
    key = "finding.flows_more" if net >= 0.0 else "finding.flows_less"
    said = {"line": lowered(line), "net": words.persons(abs(net)), "come": words.persons(come), "leave": words.persons(leave)}
    said["also"] = ""
    if shown.baseline is not None:
        other = figures_run.flows(shown.baseline, labels).filter(pl.col("year") == last["year"][0], pl.col("line") == line)
        said["also"] = _alike(figures[1:], other["mean"][1:], shown, labels)
    return words.say(key, title=labels.title, year=last["year"][0], **said)


def _ribbons(shown: Shown, labels: Labels) -> str | None:
    """Return where most of those who leave a benefit go, and from which most of them come."""
    words, table = labels.words, figures_run.ribbons(shown, labels)
    if table.is_empty():
        return None
    moves = table.filter(pl.col("x") == 0.0)
    every = float(moves["moves"].sum())
    to, n = moves.group_by("to").agg(pl.col("moves").sum()).sort("moves", descending=True).row(0)
    origin, most = moves.filter(pl.col("to") == to).sort("moves", descending=True).select("from", "moves").row(0)
    said = {"n": words.persons(n), "all": words.persons(every), "to": lowered(to), "origin": lowered(origin), "most": words.persons(most)}
    return words.say("finding.ribbons", title=labels.title, **said)


def _price_volume(shown: Shown, labels: Labels) -> str | None:
    """Return the benefit that costs most in the year shown, as persons times price."""
    words, table = labels.words, figures_run.price_volume(shown, labels)
    if table.is_empty():
        return None
    line, persons, price, kroner = table.row(0)
    said = {"persons": words.persons(persons), "price": words.number(price), "kroner": words.millions(kroner / MILLION)}
    year = plan_year(shown.result) or max(row.year for row in figures_run.budget_rows(shown, totals=False))
    return words.say("finding.price_volume", title=labels.title, line=lowered(line), year=year, **said)


def _programmes(shown: Shown, labels: Labels) -> str | None:
    """Return how full the programme with most waiting is in the last month, else the first one, and what binds it."""
    words, table = labels.words, figures_run.programmes(shown, labels)
    if table.is_empty():
        return None
    last = table.filter(pl.col("month") == pl.col("month").max()).sort("waiting", descending=True, maintain_order=True).row(0, named=True)
    waiting = words.persons(last["waiting"])
    said = {"name": last["initiative"], "n": words.persons(last["mean"])}
    said["waiting"] = words.say("finding.programmes.nobody") if waiting == "0" else waiting
    said |= {"places": "" if last["places"] is None else words.say("finding.programmes_places", places=words.persons(last["places"]))}
    said |= {"bound": words.say("finding.programmes_bound", bound=last["bound"]) if last["bound"] else ""}
    return words.say("finding.programmes", title=labels.title, month=words.month(last["month"]), **said)


def _refusion(shown: Shown, labels: Labels) -> str | None:
    """Return on how many benefits the state pays least for at least half of the days, and on which for most."""
    words, table = labels.words, figures_run.refusion(shown, labels)
    last = table.filter(pl.col("step") == words.say(f"chart.refusion.{figures_run.LAST_STEP}"))
    if last.is_empty():
        return None
    line, _, share = last.row(0)
    said = {"n": last.filter(pl.col("share") >= HALF).height, "all": table["line"].n_unique(), "share": words.percent(share / 100.0)}
    return words.say("finding.refusion", title=labels.title, line=lowered(line), **said)


def _long_term(shown: Shown, labels: Labels) -> str | None:
    """Return on how many benefits the share of long spells grows and on how many it falls, and on which it changes most."""
    words, table = labels.words, figures_run.long_term(shown, labels)
    if table.is_empty():
        return None
    ends = {line: (rows["share"][0], rows["share"][-1]) for (line,), rows in table.group_by("line", maintain_order=True)}
    line, (first, last) = next(iter(ends.items()))
    months = table["month"].unique().sort()
    more = [round(after) - round(before) for before, after in ends.values()]
    counts = {"up": sum(each > 0 for each in more), "down": sum(each < 0 for each in more), "all": len(ends), "weeks": LONG_TERM_WEEKS}
    said = {"line": lowered(str(line)), "first": words.percent(first / 100.0), "last": words.percent(last / 100.0)}
    said |= {"from_month": words.month(months[0]), "to_month": words.month(months[-1])}
    return words.say("finding.long_term", title=labels.title, **counts, **said)


FINDINGS: Final[Mapping[str, Callable[[Shown, Labels], str | None]]] = {
    "payback": _payback,
    "difference": _difference,
    "in_all": _in_all,
    "went": _went,
    "waterfall": _waterfall,
    "full_year": _full_year,
    "tornado": _tornado,
    "budget_plan": _budget_plan,
    "headcount": _headcount,
    "support": _support,
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
