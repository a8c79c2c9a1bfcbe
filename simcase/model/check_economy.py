"""What an economy must agree on with the model that it moves: states, groups and processes that there are, no move by a process twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from simcase.declare.economy import Process
from simcase.model.economy import groups_by_move
from simcase.model.origins import Finding, twice, unknown
from simcase.model.resolved import Model
from simcase.words import said

STRONGEST_LOG: Final = 2.0
"""Log of what a hazard is multiplied by at one standard deviation: beyond it a loading or a spread is a mistake of units."""


def economy(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with the economy, with the day up to which it is known, and with the courses that scenarios choose."""
    if model.known_until is not None and (model.known_until + timedelta(days=1)).day != 1:
        yield Finding(("known_until",), str(model.known_until), said("error.economy.month_end"))
    processes = model.economy.processes if model.economy else ()
    known = [each.id for each in processes]
    for position, chosen in enumerate(model.courses):
        if chosen.process not in known:
            where = ("courses", position, "process")
            none = Finding(where, f"'{chosen.process}'", said("error.economy.has_process"))
            yield unknown(where, chosen.process, known) if known else none
    if model.economy is None:
        return
    yield from twice(("economy", "processes"), known)
    yield from _groups(model)
    for position, process in enumerate(processes):
        yield from _process(model, position, process)


def _groups(model: Model) -> Iterator[Finding]:
    """Yield groups that name no state or no transition that there is."""
    states = [state.id for state in model.states]
    groups = model.economy.groups if model.economy else ()
    yield from twice(("economy", "groups"), [group.id for group in groups])
    moved = groups_by_move(model)
    for position, group in enumerate(groups):
        where = ("economy", "groups", position)
        for end, names in (("from", group.from_), ("to", group.to)):
            yield from (unknown((*where, end, at), name, states) for at, name in enumerate(names) if name not in states)
        if not any(group.id in names for names in moved.values()):
            yield Finding(where, said("error.economy.no_transition"), said("error.number.one_at_least"))


def _process(model: Model, position: int, process: Process) -> Iterator[Finding]:
    """Yield what is wrong with the loadings of a process: groups that there are, each move in one of them, no more than can be."""
    known = [group.id for group in model.economy.groups] if model.economy else []
    loaded = {move: [name for name in names if name in process.loadings] for move, names in groups_by_move(model).items()}
    for name, loading in process.loadings.items():
        where = ("economy", "processes", position, "loadings", name)
        if name not in known:
            yield unknown(where, name, known)
        again = next((move for move, names in loaded.items() if name in names[1:]), None)
        if again is not None:
            found = said("error.economy.move_held", again=again[0], again2=again[1], loaded=loaded[again][0])
            yield Finding(where, found, said("error.economy.move_once"))
        if abs(loading.value) * process.sd.value > STRONGEST_LOG:
            yield Finding(
                where,
                said("error.economy.product", value=loading.value, value2=process.sd.value),
                said("error.economy.product_within", strongest_log=STRONGEST_LOG),
            )
