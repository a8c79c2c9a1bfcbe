"""What an initiative and the rest of a model must agree on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from simcase.declare import Where
from simcase.declare.initiatives import Effect, Initiative
from simcase.model.origins import Finding, unknown
from simcase.model.resolved import Model

STRONGEST: Final = 1000.0
"""A hazard ratio beyond this is a mistake of units."""


def initiatives(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the initiatives."""
    for position, initiative in enumerate(model.initiatives):
        where = ("initiatives", position)
        yield from _target(model, where, initiative)
        yield from _costs(model, where, initiative)
        for number, effect in enumerate(initiative.effects):
            yield from _effect(model, (*where, "effects", number), initiative, effect)


def _target(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield what is wrong with whom and when an initiative reaches."""
    target, window = initiative.target, initiative.window
    living = [state.id for state in model.states if not state.absorbing]
    segments = [segment.id for segment in model.segments]
    for field, known in (("states", living), ("segments", segments)):
        names = getattr(target, field)
        yield from (unknown((*where, "target", field, n), name, known) for n, name in enumerate(names) if name not in known)
    if target.from_age >= target.to_age:
        yield Finding((*where, "target", "to_age"), f"{target.to_age:g}", f"an age above {target.from_age:g}")
    if window.end is not None and window.end < window.start:
        yield Finding((*where, "window", "end"), str(window.end), f"a date from {window.start} on")


def _costs(model: Model, where: Where, initiative: Initiative) -> Iterator[Finding]:
    """Yield costs on lines that there are not."""
    lines = [line.id for line in model.lines]
    for number, cost in enumerate(initiative.costs):
        if cost.line not in lines:
            yield unknown((*where, "costs", number, "line"), cost.line, lines)


def _effect(model: Model, where: Where, initiative: Initiative, effect: Effect) -> Iterator[Finding]:
    """Yield what is wrong with one effect; it must act on a move that there is."""
    known = [state.id for state in model.states]
    strange = [n for n, name in enumerate(effect.exits_to) if name not in known]
    yield from (unknown((*where, "exits_to", n), effect.exits_to[n], known) for n in strange)
    lowest = min(value for value in (effect.hazard_ratio.value, effect.hazard_ratio.low) if value is not None)
    highest = max(value for value in (effect.hazard_ratio.value, effect.hazard_ratio.high) if value is not None)
    if not 0.0 < lowest <= highest <= STRONGEST:
        found = f"{lowest:g}" if lowest == highest else f"{lowest:g} to {highest:g}"
        yield Finding((*where, "hazard_ratio"), found, f"a ratio above 0 and at most {STRONGEST:g}")
    moves = {(transition.from_, transition.to) for transition in model.transitions}
    idle = not any((state, to) in moves for state in initiative.target.states for to in effect.exits_to)
    if idle and not strange and all(name in known for name in initiative.target.states):
        found = ", ".join(effect.exits_to) or "nothing"
        yield Finding((*where, "exits_to"), found, f"exits that {', '.join(initiative.target.states)} have")
