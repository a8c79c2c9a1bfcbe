"""Doubly linked lists in arrays: citizens by the day of their next event, and by state; constant time to insert and remove."""

from __future__ import annotations

from simcase.engine.compiling import inlined
from simcase.engine.kernel.records import Agenda, People, Room, place
from simcase.tables import Clockwork


@inlined
def due(who: People, i: int) -> float:
    """Return when a citizen's next event falls: a move, or the end of a programme."""
    return float(min(who.next_time[i], who.ends[i]))


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
    day = int(time - work.first_day)
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
def put_state(plan: Agenda, i: int, state: int) -> None:
    """Put a citizen into the list of a state."""
    head = plan.state_head[state]
    plan.state_prev[i] = -1
    plan.state_next[i] = head
    plan.state_head[state] = i
    plan.state_count[state] += 1
    if head >= 0:
        plan.state_prev[head] = i


@inlined
def take_state(plan: Agenda, i: int, state: int) -> None:
    """Take a citizen out of the list of a state."""
    before, after = plan.state_prev[i], plan.state_next[i]
    plan.state_count[state] -= 1
    if before >= 0:
        plan.state_next[before] = after
    else:
        plan.state_head[state] = after
    if after >= 0:
        plan.state_prev[after] = before
