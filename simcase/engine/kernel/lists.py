"""Lists in arrays, constant time to insert and remove: citizens by the day of their next event, and by programme."""

from __future__ import annotations

import math

from simcase.engine.compiling import inlined
from simcase.engine.kernel.clocks import reached
from simcase.engine.kernel.records import Agenda, People, Room, place
from simcase.engine.kernel.streams import QUEUE, two, word
from simcase.tables import Clockwork
from simcase.vocabulary import GRID

LONGEST = 0
NEWEST = 1


@inlined
def due(who: People, i: int) -> float:
    """Return when a citizen's next event falls: a move, or the end of a programme."""
    return float(min(who.citizen[i].next_time, who.citizen[i].ends))


@inlined
def free_row(rows: Room, here: int) -> int:
    """Return a row that nobody has."""
    return place(rows.free[here])


@inlined
def put_day(work: Clockwork, who: People, plan: Agenda, i: int) -> None:
    """Put a citizen into the bucket of the next event's day, if that falls before the horizon."""
    time = due(who, i)
    if time >= work.horizon:
        return
    day = place(int(time - work.first_day))
    head = plan.day_head[day]
    plan.day_of[i] = day
    plan.day_prev[i] = -1
    plan.day_next[i] = head
    plan.day_head[day] = i
    if head >= 0:
        plan.day_prev[head] = i


@inlined
def take_day(plan: Agenda, i: int) -> None:
    """Take a citizen out of the bucket, if in one."""
    day = plan.day_of[i]
    if day < 0:
        return
    before, after = plan.day_prev[i], plan.day_next[i]
    if before >= 0:
        plan.day_next[before] = after
    else:
        plan.day_head[day] = after
    if after >= 0:
        plan.day_prev[after] = before
    plan.day_of[i] = -1


@inlined
def put_state(work: Clockwork, who: People, agenda: Agenda, luck: tuple[int, int], i: int) -> None:
    """Count a citizen in the state, and put the citizen into the lists of the programmes for which this spell makes eligible."""
    agenda.state_count[place(who.citizen[i].state)] += 1
    if who.citizen[i].programme < 0:
        for p in range(len(work.programme_key)):
            if may_come(work, who, luck, i, p):
                put_candidate(work, who, agenda, luck, i, p)


@inlined
def take_state(work: Clockwork, who: People, agenda: Agenda, i: int) -> None:
    """Count a citizen in the state no longer, and take the citizen out of the lists of programmes."""
    agenda.state_count[place(who.citizen[i].state)] -= 1
    take_candidate(work, agenda, i)


@inlined
def may_come(work: Clockwork, who: People, luck: tuple[int, int], i: int, p: int) -> bool:
    """Tell whether a programme is for a citizen in this state, as far as time does not decide it."""
    return (
        work.programme_states[p, place(who.citizen[i].state)]
        and work.programme_segments[p, place(who.citizen[i].segment)]
        and reached(luck[0], luck[1], who.citizen[i].number, work.programme_key[p], work.programme_share[p])
    )


@inlined
def rank(work: Clockwork, who: People, luck: tuple[int, int], i: int, p: int) -> float:
    """Return a citizen's place in the queue: the smallest is admitted first."""
    if work.programme_queue[p] == LONGEST:
        return float(who.citizen[i].origin)
    if work.programme_queue[p] == NEWEST:
        return -float(who.citizen[i].origin)
    return two(luck[0], luck[1], who.citizen[i].number, word(QUEUE, 0, who.citizen[i].takes), work.programme_key[p])[0]


@inlined
def put_candidate(work: Clockwork, who: People, agenda: Agenda, luck: tuple[int, int], i: int, p: int) -> None:
    """Put a citizen into the list of a programme, with the time in which the citizen is eligible; intakes are at whole days.

    Whoever has another event before that is put there after it, if at all.
    """
    least = math.ceil(work.programme_least[p] / GRID) * GRID
    since = max(who.citizen[i].origin + least, who.again[i, p], who.citizen[i].birth + work.programme_from[p])
    if since >= due(who, i):
        return
    at = place(agenda.listed[p])
    agenda.candidate[p, at].who = i
    agenda.candidate[p, at].since = since
    agenda.candidate[p, at].till = who.citizen[i].birth + work.programme_to[p]
    agenda.candidate[p, at].rank = rank(work, who, luck, i, p)
    agenda.position[i, p] = at
    agenda.listed[p] = at + 1


@inlined
def take_candidate(work: Clockwork, agenda: Agenda, i: int) -> None:
    """Take a citizen out of the lists of programmes; the last one of each takes the place."""
    for p in range(len(work.programme_key)):
        at = agenda.position[i, p]
        if at < 0:
            continue
        last = place(agenda.listed[p] - 1)
        agenda.candidate[p, at] = agenda.candidate[p, last]
        agenda.position[place(agenda.candidate[p, at].who), p] = at
        agenda.position[i, p] = -1
        agenda.listed[p] = last
