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
        if who.phase[i, each].since <= time < who.phase[i, each].until:
            product *= work.phase_factor[who.phase[i, each].row, exit_]
    return product


@inlined
def strongest(work: Clockwork, who: People, i: int, exit_: int) -> float:
    """Return no less than the largest product of phases that a citizen's record can have on an exit."""
    product = 1.0
    for each in range(who.citizen[i].phases):
        product *= max(1.0, work.phase_factor[who.phase[i, each].row, exit_])
    return product


@inlined
def next_edge(who: People, i: int, time: float) -> float:
    """Return when a phase next begins or ends after a time, infinity if none does."""
    best = math.inf
    for each in range(who.citizen[i].phases):
        if who.phase[i, each].since > time:
            best = min(best, who.phase[i, each].since)
        elif who.phase[i, each].until > time:
            best = min(best, who.phase[i, each].until)
    return best


@inlined
def forget(who: People, i: int, before: float) -> None:
    """Take the phases out of a citizen's record that ended by a time."""
    kept = 0
    for each in range(who.citizen[i].phases):
        if who.phase[i, each].until > before:
            who.phase[i, kept] = who.phase[i, each]
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
        who.phase[i, at].row = row
        who.phase[i, at].taken = who.citizen[i].takes
        who.phase[i, at].since = since
        who.phase[i, at].until = until
        who.citizen[i].phases = at + 1
    into.phases[0] = max(into.phases[0], who.citizen[i].phases)


@inlined
def cut(who: People, i: int, time: float) -> None:
    """End the phases of the programme that a citizen leaves: the one during it now, those after never begin."""
    for each in range(who.citizen[i].phases):
        if who.phase[i, each].taken == who.citizen[i].takes:
            who.phase[i, each].since = min(who.phase[i, each].since, time)
            who.phase[i, each].until = time
