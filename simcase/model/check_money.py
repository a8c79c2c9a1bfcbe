"""What the sections on money must agree on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from simcase.declare import Where, shown_value
from simcase.declare.refusion import Cohort
from simcase.declare.schema import Counted, RateClass
from simcase.declare.values import Figure
from simcase.model.origins import Finding, twice, unknown
from simcase.model.resolved import Model
from simcase.words import said


def money(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with refusion, rates, budget and goals."""
    for check in (refusion, laws, rate_classes, wages, grants, take_up, index, budget, goals):
        yield from check(model)


def refusion(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the refusion ladder: its steps rise, only the last is open, its cohorts are of states with a grant."""
    law = model.refusion
    if law is None:
        return
    weeks = [step.to_week for step in law.steps]
    rising = [week for week in weeks[:-1] if week is not None]
    if weeks[-1] is not None or len(rising) < len(weeks) - 1 or rising != sorted(set(rising)):
        yield Finding(
            ("refusion", "steps"),
            said("error.law.last_weeks", weeks=[said("error.law.no_week") if week is None else week for week in weeks]),
            said("error.law.rising_weeks"),
        )
    yield from twice(("refusion", "cohorts"), [cohort.id for cohort in law.cohorts])
    granted = [state.id for state in model.states if state.grant is not None]
    for position, cohort in enumerate(law.cohorts):
        where = ("refusion", "cohorts", position)
        yield from (unknown((*where, "states", n), name, granted) for n, name in enumerate(cohort.states) if name not in granted)
        yield from _counted(where, model.counters, cohort)


def _counted(where: Where, counters: Sequence[Counted], cohort: Cohort) -> Iterator[Finding]:
    """Yield what is wrong with the counter of a cohort: it counts latest weeks, runs in the cohort's states, and can be exceeded."""
    if (cohort.counter is None) != (cohort.weeks is None):
        yield Finding(where, said("error.law.one_of_pair"), said("error.law.both_or_none"))
    latest = {each.id: each for each in counters if each.within_weeks is not None}
    if cohort.counter is None:
        return
    if cohort.counter not in latest:
        yield unknown((*where, "counter"), cohort.counter, latest)
        return
    runs = latest[cohort.counter].runs_in
    yield from (unknown((*where, "states", n), name, runs) for n, name in enumerate(cohort.states) if name not in runs)
    yield from never_exceeded((*where, "weeks"), counters, cohort.counter, cohort.weeks)


def never_exceeded(where: Where, counters: Sequence[Counted], counter: str | None, weeks: float | None) -> Iterator[Finding]:
    """Yield that so many weeks are never exceeded, since a counter of latest weeks looks back on no more."""
    within = next((each.within_weeks for each in counters if each.id == counter), None)
    if within is not None and weeks is not None and weeks >= within:
        yield Finding(where, said("error.law.never_exceeded", weeks=weeks), said("error.law.looks_back", within=within, counter=counter))


def laws(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with later laws on who pays: each begins after the one before, and they name columns there are."""
    law = model.refusion
    if law is None:
        return
    columns = [*(f"step_{number}" for number in range(1, len(law.steps) + 1)), *(cohort.id for cohort in law.cohorts)]
    before = None
    for position, later in enumerate(law.laws):
        where = ("refusion", "laws", position)
        if before is not None and later.from_ <= before:
            yield Finding((*where, "from_"), later.from_.isoformat(), said("error.law.date_after", isoformat=before.isoformat()))
        before = later.from_
        yield from (unknown((*where, "state_shares", name), name, columns) for name in later.state_shares if name not in columns)


def wages(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with how wages lower benefits: a state has one rule, and has it where there is a wage beside its benefit."""
    known, lines = [state.id for state in model.states], [state for each in model.wage_deductions for state in each.states]
    yield from twice(("wage_deductions",), [each.id for each in model.wage_deductions])
    yield from twice(("wage_deductions",), lines)
    for position, rule in enumerate(model.wage_deductions):
        where = ("wage_deductions", position)
        yield from (unknown((*where, "states", n), name, known) for n, name in enumerate(rule.states) if name not in known)
    for position, paid in enumerate(model.rate_classes):
        yield from _waged(("rate_classes", position, "wage"), paid.wage, paid.states, lines)
    priced = [state for paid in model.rate_classes for state in paid.states]
    for position, each in enumerate(model.initiatives):
        wage = each.programme.wage if each.programme is not None else None
        yield from _waged(("initiatives", position, "programme", "wage"), wage, [s for s in each.target.states if s in priced], lines)


def _waged(where: Where, wage: Figure | None, states: Iterable[str], ruled: Collection[str]) -> Iterator[Finding]:
    """Yield what is wrong with a wage beside the benefit of some states."""
    if wage is None:
        return
    lacking = [name for name in states if name not in ruled]
    yield from (Finding(where, said("error.law.wage_beside", name=name), said("error.law.wage_rule", name=name)) for name in lacking)


def grants(model: Model) -> Iterator[Finding]:
    """Yield lines and states of grants and refunds that there are not."""
    known, lines = [state.id for state in model.states], [line.id for line in model.lines]
    yield from twice(("grants",), [each.id for each in model.grants])
    for position, each in enumerate(model.grants):
        where = ("grants", position)
        if each.line not in lines:
            yield unknown((*where, "line"), each.line, lines)
        for field in ("states", "to"):
            names = getattr(each, field)
            yield from (unknown((*where, field, n), name, known) for n, name in enumerate(names) if name not in known)
    for name, share in model.measures_refund.items():
        if name not in lines:
            yield unknown(("measures_refund", name), name, lines)
        if share.value == 1.0:
            yield Finding(("measures_refund", name), "1", said("error.value.share_below_1"))


def rate_classes(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the rate classes; a state with a line has one."""
    known, segments = [state.id for state in model.states], [segment.id for segment in model.segments]
    yield from twice(("rate_classes",), [paid.id for paid in model.rate_classes])
    for position, paid in enumerate(model.rate_classes):
        where = ("rate_classes", position)
        yield from (unknown((*where, "states", n), name, known) for n, name in enumerate(paid.states) if name not in known)
        yield from (unknown((*where, "segments", n), name, segments) for n, name in enumerate(paid.segments) if name not in segments)
        yield from (unknown((*where, "pays", name), name, model.rates) for name in paid.pays if name not in model.rates)
        yield from _paid((*where, "pays"), model, paid)
        if paid.from_age >= paid.to_age:
            yield Finding((*where, "to_age"), shown_value(paid.to_age), said("error.value.age_above", from_age=paid.from_age))
    priced = {name for paid in model.rate_classes for name in paid.states}
    for position, state in enumerate(model.states):
        if state.line is not None and model.rates and state.id not in priced:
            yield Finding(
                ("states", position, "line"), said("error.law.no_rate_class", line=state.line), said("error.law.rate_class", id=state.id)
            )


def _paid(where: Where, model: Model, paid: RateClass) -> Iterator[Finding]:
    """Yield that a class pays less than nothing, by the month or by the week, after deductions."""
    for unit, key in (("kr_per_month", "error.law.a_month"), ("kr_per_week", "error.law.a_week")):
        rates = {name: model.rates[name] for name in paid.pays if name in model.rates and model.rates[name].unit == unit}
        kroner = sum(rate.value * paid.pays[name] for name, rate in rates.items())
        if kroner < 0.0:
            yield Finding(where, said(key, kroner=kroner), said("error.law.deductions"))


def take_up(model: Model) -> Iterator[Finding]:
    """Yield take-up factors of lines that there are not."""
    lines = [line.id for line in model.lines]
    yield from (unknown(("take_up", name), name, lines) for name in model.take_up if name not in lines)


def index(model: Model) -> Iterator[Finding]:
    """Yield the years that the regulation index lacks: those inside it, and a horizon beyond it once, where its end is set."""
    if model.index is None:
        return
    known = {int(year) for year, _ in model.index.years}
    last = max(known)
    if model.end.year > last and model.index.beyond is None:
        yield Finding(("end",), str(model.end), said("error.law.index_ends", last=last))
    lacking = [year for year in range(model.start.year, min(model.end.year, last) + 1) if year not in known]
    yield from (Finding(("index", "years"), said("error.law.no_year", year=year), said("error.law.every_year")) for year in lacking)


def budget(model: Model) -> Iterator[Finding]:
    """Yield budget lines that there are not."""
    lines = [line.id for line in model.lines if not line.memo]
    planned = model.budget.lines if model.budget else {}
    yield from (unknown(("budget", "lines", name), name, lines) for name in planned if name not in lines)


def unplanned(model: Model) -> list[str]:
    """Return the lines of the total that the budget leaves out; none where there is no budget."""
    return [line.id for line in model.lines if not line.memo and line.id not in model.budget.lines] if model.budget else []


def goals(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the goals."""
    known = [state.id for state in model.states]
    yield from twice(("goals",), [goal.id for goal in model.goals])
    for position, goal in enumerate(model.goals):
        where = ("goals", position)
        for field in ("states", "over"):
            names = getattr(goal, field)
            yield from (unknown((*where, field, n), name, known) for n, name in enumerate(names) if name not in known)
        if goal.count != "not_simulated" and not goal.states:
            yield Finding(where, said("error.law.goal_without_states", count=goal.count), said("error.at_least_one"))
