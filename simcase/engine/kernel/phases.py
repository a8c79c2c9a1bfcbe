"""Phases of programmes in a citizen's record: they act on the clocks of a spell, from a time to another."""

from __future__ import annotations

import math

from simcase.engine.compiling import inlined
from simcase.engine.kernel.records import People, Record
from simcase.tables import Clockwork


@inlined
def acting(work: Clockwork, who: People, i: int, exit_: int, time: float) -> float:
    """Return the product of the phases that act on an exit at a time, in the order of admission."""
    product = 1.0
    for each in range(who.citizen[i].phases):
        if who.phase_from[i, each] <= time < who.phase_until[i, each]:
            product *= work.phase_factor[who.phase_row[i, each], exit_]
    return product


@inlined
def strongest(work: Clockwork, who: People, i: int, exit_: int) -> float:
    """Return no less than the largest product of phases that a citizen's record can have on an exit."""
    product = 1.0
    for each in range(who.citizen[i].phases):
        product *= max(1.0, work.phase_factor[who.phase_row[i, each], exit_])
    return product


@inlined
def next_edge(who: People, i: int, time: float) -> float:
    """Return when a phase next begins or ends after a time, infinity if none does."""
    best = math.inf
    for each in range(who.citizen[i].phases):
        if who.phase_from[i, each] > time:
            best = min(best, who.phase_from[i, each])
        elif who.phase_until[i, each] > time:
            best = min(best, who.phase_until[i, each])
    return best


@inlined
def forget(who: People, i: int, before: float) -> None:
    """Take the phases out of a citizen's record that ended by a time."""
    kept = 0
    for each in range(who.citizen[i].phases):
        if who.phase_until[i, each] > before:
            who.phase_row[i, kept] = who.phase_row[i, each]
            who.phase_take[i, kept] = who.phase_take[i, each]
            who.phase_from[i, kept] = who.phase_from[i, each]
            who.phase_until[i, kept] = who.phase_until[i, each]
            kept += 1
    who.citizen[i].phases = kept


@inlined
def remember(work: Clockwork, who: People, into: Record, i: int, programme: int, start: float, completes: bool) -> None:  # noqa: FBT001
    """Put the phases of a programme that begins into a citizen's record: the one during it, and those after if it is completed."""
    since, until = start, who.citizen[i].ends
    last = work.phase_first[programme + 1] if completes else work.phase_first[programme] + 1
    for row in range(work.phase_first[programme], last):
        if row > work.phase_first[programme]:
            since, until = until, until + work.phase_days[row]
        at = who.citizen[i].phases
        who.phase_row[i, at] = row
        who.phase_take[i, at] = who.citizen[i].takes
        who.phase_from[i, at] = since
        who.phase_until[i, at] = until
        who.citizen[i].phases = at + 1
    into.phases[0] = max(into.phases[0], who.citizen[i].phases)


@inlined
def cut(who: People, i: int, time: float) -> None:
    """End the phases of the programme that a citizen leaves: the one during it now, those after never begin."""
    for each in range(who.citizen[i].phases):
        if who.phase_take[i, each] == who.citizen[i].takes:
            who.phase_from[i, each] = min(who.phase_from[i, each], time)
            who.phase_until[i, each] = time
