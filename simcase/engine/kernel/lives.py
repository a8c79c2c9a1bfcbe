"""The kernel: plays citizens forward, each alone, up to the next instant at which anybody interacts."""

from __future__ import annotations

import math

from simcase.engine.compiling import apart, compiled, inlined
from simcase.engine.kernel.clocks import blocks_of, draw_clocks, ending, month_at, plan
from simcase.engine.kernel.counters import count_self_support, counters_entered, counters_left
from simcase.engine.kernel.ledger import SELF_SUPPORT, add_days, add_stay, book
from simcase.engine.kernel.lists import due, free_row, put_day, put_state, take_day, take_state
from simcase.engine.kernel.phases import cut, forget
from simcase.engine.kernel.records import (
    BACKWARDS,
    CIRCLES,
    COMPLETED,
    DROPPED,
    LEFT,
    MOST_VISITS,
    MOVED,
    SOUND,
    TO_PLAN,
    Agenda,
    Batch,
    People,
    Record,
    Room,
    place,
)
from simcase.tables import Clockwork


@inlined
def log(into: Record, time: float, number: int, kind: int, one: int, other: int) -> None:
    """Add an event to the log, if one is kept."""
    if len(into.log_time) > 0:
        row = into.logged[0]
        into.log_time[row] = time
        into.log[row, 0] = number
        into.log[row, 1] = kind
        into.log[row, 2] = one
        into.log[row, 3] = other
        into.logged[0] = row + 1


@inlined
def note(into: Record, who: People, i: int, fault: int, time: float) -> None:
    """Note what cannot be; nothing is played after it."""
    if into.fault[0] == SOUND:
        into.fault[0] = fault
        into.fault[1] = who.citizen[i].number
        into.fault[2] = who.citizen[i].state
        into.fault_time[0] = time


@inlined
def leave(work: Clockwork, who: People, into: Record, i: int, time: float) -> None:
    """Close a citizen's spell: its days, and what it does to the counters; one that ends before it began is noted as a fault."""
    if time <= who.citizen[i].entry:
        note(into, who, i, BACKWARDS, time)
    begin = max(who.citizen[i].entry, work.first_day)
    book(work, who, into, i, time)
    if time > begin:
        add_stay(work, who, into, i, begin, time)
    counters_left(work, who, i, begin, time)


@inlined
def enter(work: Clockwork, who: People, i: int, state: int, time: float) -> None:
    """Open a citizen's spell in a state."""
    before = who.citizen[i].state
    if work.ladder[state] == SELF_SUPPORT:
        if who.citizen[i].weeks > 0:
            who.citizen[i].support_from = min(who.citizen[i].support_from, time)
    elif who.citizen[i].support_from < math.inf:
        count_self_support(work, who, i, time)
    counters_entered(work, who, i, state, time)
    scheme = work.grant[state]
    if scheme >= 0 and scheme != who.citizen[i].scheme:
        who.citizen[i].scheme = scheme
        who.citizen[i].grant = time
    group = work.duration_group[state]
    ended = before >= 0 and ending(work, place(before), max(who.citizen[i].entry, work.first_day)) == time
    if not ended and (group < 0 or before < 0 or work.duration_group[place(before)] != group):
        who.citizen[i].origin = time
    who.citizen[i].state = state
    who.citizen[i].entry = time
    who.citizen[i].booked = time
    who.visits[i, state] += 1
    if who.citizen[i].phases > 0:
        forget(who, i, time)


@inlined
def finish(work: Clockwork, who: People, into: Record, i: int, time: float, kind: int) -> None:
    """End a citizen's programme: its place is free."""
    programme = who.citizen[i].programme
    if work.programme_variant[programme, who.citizen[i].state] > 0:
        book(work, who, into, i, time)
    add_days(work, into.taken_whole[programme], into.taken_part[programme], who.citizen[i].started, time)
    into.active[programme] -= 1
    into.freed[programme] += 1
    log(into, time, who.citizen[i].number, kind, programme, -1)
    who.citizen[i].programme = -1
    who.citizen[i].ends = math.inf
    who.again[i, programme] = time + work.programme_again[programme]


@inlined
def move(work: Clockwork, who: People, into: Record, i: int) -> None:
    """Play a citizen's move; the next is to be planned, unless the citizen has left."""
    time, before, to = who.citizen[i].next_time, who.citizen[i].state, place(who.citizen[i].next_state)
    month = month_at(work, time)
    if before >= 0:
        programme = who.citizen[i].programme
        if programme >= 0 and not work.programme_states[programme, to]:
            cut(who, i, time)
            finish(work, who, into, i, time, LEFT)
        leave(work, who, into, i, time)
        into.flow[month, place(before), to] += 1
    else:
        who.citizen[i].arrived = time
        into.flow[month, len(work.absorbing), to] += 1
    log(into, time, who.citizen[i].number, MOVED, before, to)
    enter(work, who, i, to, time)
    if who.visits[i, to] >= MOST_VISITS:
        note(into, who, i, CIRCLES, time)
    if into.fault[0] != SOUND:
        who.citizen[i].next_time = math.inf
    elif work.absorbing[to]:
        who.citizen[i].left = time
        who.citizen[i].next_time = math.inf
    else:
        who.citizen[i].next_state = TO_PLAN


@inlined
def settled(work: Clockwork, who: People, into: Record, i: int) -> None:
    """Close a citizen's books at the horizon: an open spell and programme, and how long the citizen was present."""
    if who.citizen[i].state < 0:
        return
    if not work.absorbing[place(who.citizen[i].state)]:
        leave(work, who, into, i, work.horizon)
    programme = who.citizen[i].programme
    if programme >= 0:
        add_days(work, into.taken_whole[programme], into.taken_part[programme], who.citizen[i].started, work.horizon)
    first = max(who.citizen[i].arrived, work.first_day)
    end = min(who.citizen[i].left, work.horizon)
    if end > first:
        add_days(work, into.present_whole, into.present_part, first, end)


@inlined
def held(who: People, batch: Batch, i: int) -> bool:
    """Tell whether a citizen's next event falls after somebody looks, at the citizen's state or at the one that a move leads to."""
    state, time = who.citizen[i].state, due(who, i)
    if state >= 0 and time > batch.until[place(state)]:
        return True
    return bool(who.citizen[i].next_time <= time and time > batch.until[place(who.citizen[i].next_state)])


@inlined
def lives_on(work: Clockwork, who: People, into: Record, batch: Batch, i: int) -> bool:
    """Play a citizen's events until before the first one that is held back; return whether the next one is yet to be planned.

    A move comes before the end of a programme at the same instant.
    """
    while due(who, i) < work.horizon:
        if who.citizen[i].next_state == TO_PLAN:
            return True
        if held(who, batch, i):
            return False
        if who.citizen[i].next_time <= who.citizen[i].ends:
            move(work, who, into, i)
        else:
            time = who.citizen[i].ends
            planned = who.citizen[i].started + work.programme_days[who.citizen[i].programme]
            finish(work, who, into, i, time, COMPLETED if time == planned else DROPPED)
    return False


@apart
def play(work: Clockwork, who: People, into: Record, luck: tuple[int, int], batch: Batch, count: int) -> None:
    """Play so many citizens until somebody looks: one spell of each in turn, for all of which luck is drawn at once."""
    for each in range(count):
        batch.going[each] = batch.rows[each]
    while count > 0:
        going = 0
        for each in range(count):
            i = place(batch.going[each])
            if lives_on(work, who, into, batch, i):
                batch.going[going] = i
                going += 1
        draw_clocks(work, who, luck, batch, going)
        first = 0
        for each in range(going):
            i = place(batch.going[each])
            plan(work, who, luck, batch.draws[first:], i, max(who.citizen[i].entry, work.first_day), who.citizen[i].next_time)
            first = place(first + 2 * blocks_of(work, place(who.citizen[i].state)))
        count = going


@compiled
def live_on(work: Clockwork, who: People, into: Record, luck: tuple[int, int], rows: Room, count: int) -> None:
    """Play the citizens in the first free rows until before anything at which somebody looks.

    Whoever has more events before the horizon waits there and keeps the row; the books of the others are closed, and their rows are free.
    """
    for start in range(0, count, len(rows.batch.rows)):
        end = min(count, start + len(rows.batch.rows))
        unwatched = 0
        for each in range(start, end):
            i = free_row(rows, each)
            if not (who.citizen[i].state >= 0 and work.interacts[who.citizen[i].state]):
                rows.batch.rows[unwatched] = i
                unwatched += 1
        play(work, who, into, luck, rows.batch, unwatched)
        if into.fault[0] != SOUND:
            return
    for each in range(count):
        i = free_row(rows, each)
        if due(who, i) < work.horizon:
            rows.free[each] = rows.taken[0]
            rows.taken[0] += 1
        else:
            settled(work, who, into, i)


@compiled
def enlist(work: Clockwork, who: People, agenda: Agenda, luck: tuple[int, int]) -> None:
    """Put every citizen into the agenda."""
    for i in range(len(who.citizen)):
        put_day(work, who, agenda, i)
        if who.citizen[i].state >= 0 and work.interacts[who.citizen[i].state]:
            put_state(work, who, agenda, luck, i)


@inlined
def gathered(who: People, agenda: Agenda, until: float, last: int) -> int:
    """Fill in those whose next event falls up to a time on the last day, no more than are played together; return how many."""
    rows, count = agenda.batch.rows, 0
    for day in range(agenda.today[0], last + 1):
        agenda.today[0] = day
        i = agenda.day_head[day]
        while i >= 0:
            if day < last or due(who, i) <= until:
                if count == len(rows):
                    return count
                rows[count] = i
                count += 1
            i = agenda.day_next[i]
    return count


@compiled
def advance_by_day(work: Clockwork, who: People, into: Record, agenda: Agenda, luck: tuple[int, int], until: float) -> None:
    """Play those whose next event falls up to and including a time, each until somebody looks at the citizen, out of lists and back."""
    last = min(int(until - work.first_day), len(agenda.day_head) - 1)
    count = len(agenda.batch.rows)
    while count == len(agenda.batch.rows) and into.fault[0] == SOUND:
        count = gathered(who, agenda, until, last)
        for each in range(count):
            i = place(agenda.batch.rows[each])
            take_day(agenda, i)
            if who.citizen[i].state >= 0 and work.interacts[who.citizen[i].state]:
                take_state(work, who, agenda, i)
        play(work, who, into, luck, agenda.batch, count)
        for each in range(count):
            i = place(agenda.batch.rows[each])
            put_day(work, who, agenda, i)
            if work.interacts[who.citizen[i].state]:
                put_state(work, who, agenda, luck, i)


@compiled
def close(work: Clockwork, who: People, into: Record) -> None:
    """Close everybody's books at the horizon."""
    for i in range(len(who.citizen)):
        settled(work, who, into, i)
