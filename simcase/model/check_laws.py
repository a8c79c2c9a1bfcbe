"""What dated laws must agree on: the numbers, classes and states that they name, and ways on from closed states that never lead round."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from simcase.declare import Where
from simcase.declare.initiatives import Change
from simcase.declare.laws import DatedLaw
from simcase.model.check_dates import undatable
from simcase.model.laws import times_closed
from simcase.model.origins import Finding, twice, unknown
from simcase.model.resolved import Model
from simcase.words import said


def laws(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the dated laws."""
    yield from twice(("laws",), [law.id for law in model.laws])
    taken = {*(rule.id for rule in model.rules), *(counter.id for counter in model.counters)}
    for position, law in enumerate(model.laws):
        where = ("laws", position)
        if law.id in taken:
            yield Finding((*where, "id"), said("error.law.taken", id=law.id), said("error.law.own_name"))
        if law.until is not None and law.until < law.from_:
            yield Finding((*where, "until"), str(law.until), said("error.law.date_from", from_=law.from_))
        yield from _prices(model, where, law)
        yield from _states(model, where, law)
    yield from _ways(model)


def _prices(model: Model, where: Where, law: DatedLaw) -> Iterator[Finding]:
    """Yield what is wrong with the numbers, classes and deductions that a law names."""
    for number, one in enumerate(law.changes):
        wrong = undatable(Change(path=one.path, to=one.to, from_=law.from_, until=law.until, why=law.id * 3), model)
        if wrong is not None:
            yield Finding((*where, "changes", number), *wrong)
    classes, rules = [each.id for each in model.rate_classes], [each.id for each in model.wage_deductions]
    yield from (unknown((*where, "pays", name), name, classes) for name in law.pays if name not in classes)
    yield from (unknown((*where, "deductions", name), name, rules) for name in law.deductions if name not in rules)


def _states(model: Model, where: Where, law: DatedLaw) -> Iterator[Finding]:
    """Yield what is wrong with the states that a law opens, closes or ends."""
    known, living = [each.id for each in model.states], [each.id for each in model.states if not each.absorbing]
    for field in ("opens", "closes", "ends"):
        for state, to in getattr(law, field).items():
            if state not in living:
                yield unknown((*where, field, state), state, living)
            if to not in known:
                yield unknown((*where, field, state), to, known)


def _ways(model: Model) -> Iterator[Finding]:
    """Yield ways on from closed states that lead round, a state closed twice in one law, and stock where nobody may be at the start."""
    closed = times_closed(model)
    try:
        TopologicalSorter({each.state: {other.to for other in closed if other.state == each.state} for each in closed}).prepare()
    except CycleError as error:
        yield Finding(("laws",), said("error.law.ways", states=error.args[1]), said("error.law.no_round"))
    stocked = {name for name, count in model.stock.states.items() if count.value > 0.0} | {model.stock.rest}
    for position, law in enumerate(model.laws):
        over = [state for state in law.ends if state in stocked and law.from_ <= model.start]
        early = [state for state in law.opens if state in stocked and law.from_ > model.start]
        expected = said("error.law.open_at_start")
        yield from (
            Finding(("laws", position), said("error.law.in_stock", state=state, start=model.start), expected) for state in (*over, *early)
        )
