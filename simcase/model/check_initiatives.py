"""What an initiative and the rest of a model must agree on."""

from __future__ import annotations

import math
from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Final

from simcase.declare import Where, shown_value
from simcase.declare.initiatives import Effect, Initiative
from simcase.model.check_dates import terms
from simcase.model.origins import Finding, unknown
from simcase.model.resolved import Model
from simcase.words import said

GROUP: Final = "simcase.initiatives"
"""The entry points by which installed packages offer initiatives."""
KINDS: Final = ("effects", "programme", "prevents", "process", "changes", "suspends", "staff", "settings", "adds")
NEEDED: Final = {
    "open": {"effects", "staff"},
    "programme": {"programme", "staff"},
    "diversion": {"prevents"},
    "process": {"process", "effects", "settings"},
    "terms": {"changes", "suspends"},
    "hours": {"adds"},
}
"""What an initiative of each kind may have; all but those it may do without it must have."""
OPTIONAL: Final = {"effects", "staff", "settings", "changes", "suspends"}


def initiatives(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the initiatives."""
    for position, initiative in enumerate(model.initiatives):
        where = ("initiatives", position)
        yield from _target(model, where, initiative)
        yield from _costs(model, where, initiative)
        yield from _kind(model, where, initiative)
        for inside, effect in _effects(initiative):
            yield from _effect(model, (*where, *inside), initiative, effect)


def _effects(initiative: Initiative) -> Iterator[tuple[Where, Effect]]:
    """Yield every effect of an initiative with the way to it: its own, and those of its programme's phases."""
    yield from ((("effects", n), effect) for n, effect in enumerate(initiative.effects))
    programme = initiative.programme
    if programme is None:
        return
    yield from ((("programme", "during", n), effect) for n, effect in enumerate(programme.during))
    for number, phase in enumerate(programme.after):
        yield from ((("programme", "after", number, "effects", n), effect) for n, effect in enumerate(phase.effects))


def _kind(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield what an initiative lacks for its kind, has without use, or names wrongly."""
    needed = NEEDED[initiative.kind]
    for field in KINDS:
        there = bool(getattr(initiative, field))
        if field in needed and not there and field not in OPTIONAL:
            yield Finding((*where, field), said("error.value.nothing"), said("error.initiative.needs", kind=initiative.kind))
        if there and field not in needed:
            yield Finding(
                (*where, field),
                said("error.initiative.not_in_kind", field=field, kind=initiative.kind),
                said("error.initiative.one_of", needed=sorted(needed)),
            )
    if initiative.kind not in {"terms", "hours"} and not initiative.target.states:
        yield Finding((*where, "target", "states"), said("error.initiative.no_state"), said("error.at_least_one"))
    yield from _staff(model, where, initiative)
    yield from _terms(model, where, initiative)
    yield from terms(model, where, initiative)
    if initiative.process is not None:
        yield from _process((*where, "process"), initiative.process)
    if initiative.prevents is not None and initiative.prevents.value == 1.0:
        yield Finding((*where, "prevents"), shown_value(initiative.prevents.value), said("error.value.share_below_1"))
    yield from _programme(model, where, initiative)


def _staff(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield pools of staff that there are not."""
    pools = [pool.id for pool in model.staff]
    for field, part in (("staff", initiative.staff), ("adds", initiative.adds)):
        if part is not None and part.pool not in pools:
            yield unknown((*where, field, "pool"), part.pool, pools)


def _terms(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield terms that change nothing, and suspensions of what is no rule, law, or counter of a right."""
    if initiative.kind == "terms" and not initiative.changes and not initiative.suspends:
        yield Finding((*where, "changes"), said("error.value.nothing"), said("error.initiative.changes"))
    known = [
        *(rule.id for rule in model.rules),
        *(law.id for law in model.laws),
        *(counter.id for counter in model.counters if counter.within_weeks is None),
    ]
    yield from (unknown((*where, "suspends", n), name, known) for n, name in enumerate(initiative.suspends) if name not in known)


def unused_hours(model: Model) -> Iterator[Finding]:
    """Yield hours that join a pool from which no initiative of the model takes any, so that they would change nothing."""
    taken = {each.staff.pool for each in model.initiatives if each.staff is not None}
    for position, each in enumerate(model.initiatives):
        if each.adds is not None and each.adds.pool not in taken:
            where = ("initiatives", position, "adds", "pool")
            expected = said("error.initiative.staff_of_pool")
            yield Finding(where, said("error.initiative.unused_hours", pool=each.adds.pool), expected)


def lacking_hours(model: Model) -> Iterator[Finding]:
    """Yield hours that leave a pool which has fewer, on the day on which they leave it."""
    for position, each in enumerate(model.initiatives):
        if each.adds is not None and each.adds.hours_a_week.value < 0.0:
            day, pool = max(each.window.start, model.start), each.adds.pool
            open_then = [one for one in model.initiatives if one.window.start <= day <= (one.window.end or day)]
            base = sum(one.hours_a_week.value for one in model.staff if one.id == pool)
            left = base + sum(one.adds.hours_a_week.value for one in open_then if one.adds is not None and one.adds.pool == pool)
            if left < 0.0:
                where = ("initiatives", position, "adds", "hours_a_week")
                found = said("error.initiative.leaves", value=each.adds.hours_a_week.value, left=left, pool=pool, day=day)
                yield Finding(where, found, said("error.initiative.no_more_hours"))


def _process(where: Where, name: str) -> Iterator[Finding]:
    """Yield that no installed package offers a process."""
    offered = entry_points(group=GROUP).names
    if not offered:
        yield Finding(where, f"'{name}'", said("error.initiative.process", group=GROUP))
    elif name not in offered:
        yield unknown(where, name, sorted(offered))


def _programme(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield what is wrong with the programme of an initiative."""
    programme = initiative.programme
    if programme is None:
        return
    where = (*where, "programme")
    if (programme.places is None) == (programme.slots_per_year is None):
        key = "no_places" if programme.places is None else "places_and_slots"
        yield Finding(where, said(f"error.initiative.{key}"), said("error.one_of_them"))
    if initiative.dose_in_base:
        yield Finding((*where[:-1], "dose_in_base"), shown_value(initiative.dose_in_base), said("error.initiative.dose_0"))
    priced = programme.kroner_per_place is not None or programme.kroner_per_start is not None
    lines = [line.id for line in model.lines]
    if (priced or programme.line is not None) and programme.line not in lines:
        yield unknown((*where, "line"), str(programme.line), lines)


def _target(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield what is wrong with whom and when an initiative reaches."""
    target, window = initiative.target, initiative.window
    living = [state.id for state in model.states if not state.absorbing]
    segments = [segment.id for segment in model.segments]
    for field, known in (("states", living), ("segments", segments)):
        names = getattr(target, field)
        yield from (unknown((*where, "target", field, n), name, known) for n, name in enumerate(names) if name not in known)
    if target.from_age >= target.to_age:
        yield Finding((*where, "target", "to_age"), shown_value(target.to_age), said("error.value.age_above", from_age=target.from_age))
    if window.end is not None and window.end < window.start:
        yield Finding((*where, "window", "end"), str(window.end), said("error.value.date_from", start=window.start))


def _costs(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield costs on lines that there are not."""
    lines = [line.id for line in model.lines]
    for number, cost in enumerate(initiative.costs):
        if cost.line not in lines:
            yield unknown((*where, "costs", number, "line"), cost.line, lines)


def costs_outside(model: Model) -> Iterator[tuple[str, list[int]]]:
    """Yield the initiatives with costs in years that lie outside their window whole, and those years: they count all the same."""
    for each in model.initiatives:
        last = each.window.end.year if each.window.end else math.inf
        outside = sorted({cost.year for cost in each.costs if cost.kroner and not each.window.start.year <= cost.year <= last})
        if outside:
            yield each.id, outside


def reaches_nobody(model: Model) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield the initiatives whose every target state a law has ended when they begin, those states, and where citizens are instead."""
    for each in model.initiatives:
        begins = max(each.window.start, model.start)
        instead = {state: to for law in model.laws if law.from_ <= begins and law.until is None for state, to in law.ends.items()}
        states = each.target.states
        if states and begins <= model.end and all(state in instead for state in states):
            yield each.id, list(states), sorted({instead[state] for state in states})


def _effect(model: Model, where: Where, initiative: Initiative, effect: Effect) -> Iterator[Finding]:
    """Yield what is wrong with one effect; it must act on a move that there is."""
    known = [state.id for state in model.states]
    strange = [n for n, name in enumerate(effect.exits_to) if name not in known]
    yield from (unknown((*where, "exits_to", n), effect.exits_to[n], known) for n in strange)
    moves = {(transition.from_, transition.to) for transition in model.transitions}
    idle = not any((state, to) in moves for state in initiative.target.states for to in effect.exits_to)
    if idle and not strange and all(name in known for name in initiative.target.states):
        yield Finding(
            (*where, "exits_to"),
            ", ".join(effect.exits_to) or said("error.value.nothing"),
            said("error.initiative.exits", states=initiative.target.states),
        )
