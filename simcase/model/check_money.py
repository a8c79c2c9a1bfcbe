"""What the sections on money must agree on."""

from __future__ import annotations

from collections.abc import Iterator

from simcase.model.origins import Finding, twice, unknown
from simcase.model.resolved import Model


def money(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with refusion, rates, budget and goals."""
    for check in (refusion, rate_classes, take_up, index, budget, goals):
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
            "last weeks " + ", ".join("none" if week is None else str(week) for week in weeks),
            "last weeks that rise, and none for the last step",
        )
    yield from twice(("refusion", "cohorts"), [cohort.id for cohort in law.cohorts])
    granted = [state.id for state in model.states if state.grant is not None]
    for position, cohort in enumerate(law.cohorts):
        where = ("refusion", "cohorts", position, "states")
        yield from (unknown((*where, n), name, granted) for n, name in enumerate(cohort.states) if name not in granted)


def rate_classes(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the rate classes; a state with a line has one."""
    known, segments = [state.id for state in model.states], [segment.id for segment in model.segments]
    yield from twice(("rate_classes",), [paid.id for paid in model.rate_classes])
    for position, paid in enumerate(model.rate_classes):
        where = ("rate_classes", position)
        yield from (unknown((*where, "states", n), name, known) for n, name in enumerate(paid.states) if name not in known)
        yield from (unknown((*where, "segments", n), name, segments) for n, name in enumerate(paid.segments) if name not in segments)
        yield from (unknown((*where, "pays", name), name, model.rates) for name in paid.pays if name not in model.rates)
        if paid.from_age >= paid.to_age:
            yield Finding((*where, "to_age"), f"{paid.to_age:g}", f"an age above {paid.from_age:g}")
    priced = {name for paid in model.rate_classes for name in paid.states}
    for position, state in enumerate(model.states):
        if state.line is not None and model.rates and state.id not in priced:
            yield Finding(("states", position, "line"), f"'{state.line}' without a rate class", f"a rate class for '{state.id}'")


def take_up(model: Model) -> Iterator[Finding]:
    """Yield take-up factors of lines that there are not, and those below 0."""
    lines = [line.id for line in model.lines]
    negative = {name: factor.value for name, factor in model.take_up.items() if factor.value < 0.0}
    yield from (Finding(("take_up", name), f"{value:g}", "a factor of 0 or more") for name, value in negative.items())
    yield from (unknown(("take_up", name), name, lines) for name in model.take_up if name not in lines)


def index(model: Model) -> Iterator[Finding]:
    """Yield the years that the regulation index lacks."""
    if model.index is None:
        return
    lacking = [year for year in range(model.start.year, model.end.year + 1) if float(year) not in dict(model.index.years)]
    yield from (Finding(("index", "years"), f"no year {year}", "every year from the start to the end") for year in lacking)


def budget(model: Model) -> Iterator[Finding]:
    """Yield budget lines that there are not."""
    lines = [line.id for line in model.lines if not line.memo]
    planned = model.budget.lines if model.budget else {}
    yield from (unknown(("budget", "lines", name), name, lines) for name in planned if name not in lines)


def goals(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the goals."""
    known = [state.id for state in model.states]
    yield from twice(("goals",), [goal.id for goal in model.goals])
    for position, goal in enumerate(model.goals):
        where = ("goals", position)
        for field in ("states", "over"):
            names = getattr(goal, field)
            yield from (unknown((*where, field, n), name, known) for n, name in enumerate(names) if name not in known)
        if goal.count != "not_simulated" and (not goal.states or goal.threshold is None):
            yield Finding(where, f"a goal for {goal.count} without states or threshold", "both")
