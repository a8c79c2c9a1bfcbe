"""The kernel: plays citizens forward, each alone, up to the next instant at which anybody interacts."""

from __future__ import annotations

import math

from simcase.engine.clocks import month_at, plan
from simcase.engine.compiling import compiled
from simcase.engine.ledger import BENEFIT, SELF_SUPPORT, add_days, add_spell, add_stay, count_self_support, count_weeks
from simcase.engine.records import People, Record
from simcase.tables import Clockwork


@compiled
def log_move(into: Record, time: float, i: int, state: int, to: int) -> None:
    """Add a move to the event log, if one is kept."""
    if len(into.log_time) > 0:
        row = into.logged[0]
        into.log_time[row] = time
        into.log[row, 0] = i
        into.log[row, 1] = state
        into.log[row, 2] = to
        into.logged[0] = row + 1


@compiled
def leave(work: Clockwork, who: People, into: Record, i: int, time: float) -> None:
    """Close a citizen's spell: its days, and what it does to the refusion counter."""
    begin = max(who.entry[i], work.first_day)
    if time > begin:
        add_spell(work, who, into, i, begin, time)
        add_stay(work, who, into, i, begin, time)
    if work.ladder[who.state[i]] == BENEFIT:
        count_weeks(work, who, i, begin, time)


@compiled
def enter(work: Clockwork, who: People, i: int, state: int, time: float) -> None:
    """Open a citizen's spell in a state."""
    before = who.state[i]
    if work.ladder[state] == SELF_SUPPORT:
        who.support_from[i] = min(who.support_from[i], time)
    elif who.support_from[i] < math.inf:
        count_self_support(work, who, i, time)
    scheme = work.grant[state]
    if scheme >= 0 and scheme != who.scheme[i]:
        who.scheme[i] = scheme
        who.grant[i] = time
    group = work.duration_group[state]
    if group < 0 or before < 0 or work.duration_group[before] != group:
        who.origin[i] = time
    who.state[i] = state
    who.entry[i] = time
    who.visits[i, state] += 1


@compiled
def move(work: Clockwork, who: People, into: Record, luck: tuple[int, int], i: int) -> None:
    """Play a citizen's next event and plan the one after."""
    time, state, to = who.next_time[i], who.state[i], who.next_state[i]
    month = month_at(work, time)
    if state >= 0:
        leave(work, who, into, i, time)
        into.flow[month, state, to] += 1
    else:
        who.arrived[i] = time
        into.flow[month, len(work.absorbing), to] += 1
    log_move(into, time, i, state, to)
    enter(work, who, i, to, time)
    if work.absorbing[to]:
        who.left[i] = time
        who.next_time[i] = math.inf
    else:
        plan(work, who, luck, i, time)


@compiled
def begin(work: Clockwork, who: People, luck: tuple[int, int]) -> None:
    """Plan the first event of every citizen who is there at the start."""
    for i in range(len(who.state)):
        if who.state[i] >= 0:
            plan(work, who, luck, i, work.first_day)


@compiled
def advance(work: Clockwork, who: People, into: Record, luck: tuple[int, int], until: float) -> None:
    """Play every event up to and including a time; before the horizon."""
    for i in range(len(who.state)):
        while who.next_time[i] <= until and who.next_time[i] < work.horizon:
            move(work, who, into, luck, i)


@compiled
def close(work: Clockwork, who: People, into: Record) -> None:
    """Close the books at the horizon: open spells, and who was present."""
    for i in range(len(who.state)):
        state = who.state[i]
        if state < 0:
            continue
        if not work.absorbing[state]:
            leave(work, who, into, i, work.horizon)
        begin = max(who.arrived[i], work.first_day)
        end = min(who.left[i], work.horizon)
        if end > begin:
            add_days(work, into.present_whole, into.present_part, begin, end)
