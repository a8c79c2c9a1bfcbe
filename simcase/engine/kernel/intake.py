"""Intakes: who of those waiting is admitted to a programme, and what admission does to a citizen."""

from __future__ import annotations

import math

from simcase.engine.compiling import compiled, inlined
from simcase.engine.kernel.clocks import floored, month_at, reached
from simcase.engine.kernel.ledger import book
from simcase.engine.kernel.lists import put_day, take_day
from simcase.engine.kernel.lives import log
from simcase.engine.kernel.phases import remember
from simcase.engine.kernel.records import ADMITTED, TO_PLAN, Agenda, People, Record
from simcase.engine.kernel.streams import DROPOUT, QUEUE, two, word
from simcase.tables import Clockwork
from simcase.vocabulary import GRID

LONGEST = 0
NEWEST = 1


@inlined
def waits(work: Clockwork, who: People, luck: tuple[int, int], i: int, p: int, now: float) -> bool:
    """Tell whether a citizen in a target state of a programme can be admitted now; one programme at a time."""
    age = math.floor(now) - who.birth[i]
    return (
        who.programme[i] < 0
        and who.again[i, p] <= now
        and now - who.origin[i] >= work.programme_least[p]
        and work.programme_segments[p, who.segment[i]]
        and work.programme_from[p] <= age < work.programme_to[p]
        and reached(luck[0], luck[1], who.number[i], work.programme_key[p], work.programme_share[p])
    )


@inlined
def rank(work: Clockwork, who: People, luck: tuple[int, int], i: int, p: int) -> float:
    """Return a citizen's place in the queue: the smallest is admitted first."""
    if work.programme_queue[p] == LONGEST:
        return float(who.origin[i])
    if work.programme_queue[p] == NEWEST:
        return -float(who.origin[i])
    return two(luck[0], luck[1], who.number[i], word(QUEUE, 0, who.takes[i]), work.programme_key[p])[0]


@inlined
def waiting(work: Clockwork, who: People, agenda: Agenda, luck: tuple[int, int], p: int, now: float, room: int) -> int:
    """Fill the list of those who wait for a programme, with their ranks where there is room; return how many they are."""
    count = 0
    for state in range(len(work.absorbing)):
        if not work.programme_states[p, state]:
            continue
        i = agenda.state_head[state]
        while i >= 0:
            if waits(work, who, luck, i, p, now):
                agenda.chosen[count] = i
                if room > 0:
                    agenda.rank[count] = rank(work, who, luck, i, p)
                count += 1
            i = agenda.state_next[i]
    return count


@inlined
def first_of_queue(who: People, agenda: Agenda, start: int, count: int) -> int:
    """Return the position, from start on, of the smallest rank; the smaller number where two are equal."""
    best = start
    for each in range(start + 1, count):
        one, other = agenda.rank[each], agenda.rank[best]
        if one < other or (one == other and who.number[agenda.chosen[each]] < who.number[agenda.chosen[best]]):
            best = each
    return best


@inlined
def admit(work: Clockwork, who: People, into: Record, agenda: Agenda, luck: tuple[int, int], i: int, p: int, now: float) -> None:
    """Admit a citizen to a programme: its end is known at once, and the spell is to be planned anew with its phases."""
    if work.programme_variant[p, who.state[i]] > 0:
        book(work, who, into, i, now)
    planned = now + work.programme_days[p]
    ends = planned
    if work.programme_drop[p] > 0.0:
        draw = two(luck[0], luck[1], who.number[i], word(DROPOUT, 0, who.takes[i]), work.programme_key[p])[0]
        ends = min(planned, max(now + GRID, floored(now - math.log(draw) / work.programme_drop[p])))
    who.programme[i] = p
    who.started[i] = now
    who.ends[i] = ends
    who.takes[i] += 1
    remember(work, who, into, i, p, now, ends == planned)
    into.starts[month_at(work, now), p] += 1
    into.active[p] += 1
    log(into, now, who.number[i], ADMITTED, p, -1)
    replan(work, who, agenda, i, now)


@inlined
def replan(work: Clockwork, who: People, agenda: Agenda, i: int, now: float) -> None:
    """Let a citizen's spell be planned anew, from its first instant, for what comes after now."""
    take_day(agenda, i)
    who.next_time[i] = now
    who.next_state[i] = TO_PLAN
    put_day(work, who, agenda, i)


@compiled
def intake(
    work: Clockwork, who: People, into: Record, agenda: Agenda, luck: tuple[int, int], p: int, now: float, room: int
) -> tuple[int, int]:
    """Admit as many as there is room for, in the order of the queue; return how many were admitted and how many waited."""
    count = waiting(work, who, agenda, luck, p, now, room)
    admitted = min(count, room)
    for place in range(admitted):
        best = first_of_queue(who, agenda, place, count) if admitted < count else place
        i = agenda.chosen[best]
        agenda.chosen[best], agenda.rank[best] = agenda.chosen[place], agenda.rank[place]
        admit(work, who, into, agenda, luck, i, p, now)
    return admitted, count


@compiled
def replan_state(work: Clockwork, who: People, agenda: Agenda, state: int, now: float) -> None:
    """Let everybody in a state be planned anew, after a dose has changed."""
    i = agenda.state_head[state]
    while i >= 0:
        replan(work, who, agenda, i, now)
        i = agenda.state_next[i]
