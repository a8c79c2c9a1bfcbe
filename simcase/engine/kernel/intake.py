"""Intakes: who of those waiting is admitted to a programme, and what admission does to a citizen."""

from __future__ import annotations

import math

import numpy as np

from simcase.engine.compiling import compiled, inlined
from simcase.engine.kernel.clocks import floored, month_at
from simcase.engine.kernel.ledger import book
from simcase.engine.kernel.lists import put_day, take_candidate, take_day
from simcase.engine.kernel.lives import log
from simcase.engine.kernel.phases import remember
from simcase.engine.kernel.records import ADMITTED, TO_PLAN, Agenda, People, Record, place
from simcase.engine.kernel.streams import DROPOUT, two, word
from simcase.tables import Clockwork
from simcase.vocabulary import GRID


@inlined
def waiting(agenda: Agenda, p: int, now: float) -> int:
    """Fill in who of those in the list of a programme is eligible; return how many they are."""
    count = 0
    for each in range(agenda.listed[p]):
        if agenda.candidate[p, each].since <= now < agenda.candidate[p, each].till:
            agenda.chosen[count] = each
            count += 1
    return count


@inlined
def first_of_queue(who: People, agenda: Agenda, p: int, start: int, count: int) -> int:
    """Return the position, from start on, of the smallest rank; the smaller number where two are equal."""
    best = start
    for each in range(start + 1, count):
        one, other = agenda.candidate[p, agenda.chosen[each]], agenda.candidate[p, agenda.chosen[best]]
        if one.rank < other.rank or (one.rank == other.rank and who.citizen[one.who].number < who.citizen[other.who].number):
            best = each
    return best


@inlined
def admit(work: Clockwork, who: People, into: Record, agenda: Agenda, luck: tuple[int, int], i: int, p: int, now: float) -> None:
    """Admit a citizen to a programme: its end is known at once, and the spell is to be planned anew with its phases."""
    if work.programme_variant[p, who.citizen[i].state] > 0:
        book(work, who, into, i, now)
    planned = now + work.programme_days[p]
    ends = planned
    if work.programme_drop[p] > 0.0:
        draw = two(luck[0], luck[1], who.citizen[i].number, word(DROPOUT, 0, who.citizen[i].takes), work.programme_key[p])[0]
        ends = min(planned, max(now + GRID, floored(now - math.log(draw) / work.programme_drop[p])))
    who.citizen[i].programme = p
    who.citizen[i].started = now
    who.citizen[i].ends = ends
    who.citizen[i].takes += 1
    remember(work, who, into, i, p, now, ends == planned)
    into.starts[month_at(work, now), p] += 1
    into.active[p] += 1
    log(into, now, who.citizen[i].number, ADMITTED, p, -1)
    take_candidate(work, agenda, i)
    replan(work, who, agenda, i, now)


@inlined
def replan(work: Clockwork, who: People, agenda: Agenda, i: int, now: float) -> None:
    """Let a citizen's spell be planned anew, from its first instant, for what comes after now."""
    take_day(agenda, i)
    who.citizen[i].next_time = now
    who.citizen[i].next_state = TO_PLAN
    put_day(work, who, agenda, i)


@compiled
def intake(
    work: Clockwork, who: People, into: Record, agenda: Agenda, luck: tuple[int, int], p: int, now: float, room: int
) -> tuple[int, int]:
    """Admit as many as there is room for, in the order of the queue; return how many were admitted and how many waited."""
    count = waiting(agenda, p, now)
    admitted = min(count, room)
    for each in range(admitted):
        best = first_of_queue(who, agenda, p, each, count) if admitted < count else each
        agenda.chosen[best], agenda.chosen[each] = agenda.chosen[each], agenda.chosen[best]
    for each in range(admitted):
        agenda.chosen[each] = agenda.candidate[p, agenda.chosen[each]].who
    for each in range(admitted):
        admit(work, who, into, agenda, luck, place(agenda.chosen[each]), p, now)
    return admitted, count


@compiled
def replan_states(work: Clockwork, who: People, agenda: Agenda, states: np.ndarray, now: float) -> None:
    """Let everybody in some states be planned anew, after a dose has changed."""
    for i in range(len(who.citizen)):
        if who.citizen[i].state >= 0 and states[who.citizen[i].state]:
            replan(work, who, agenda, i, now)
