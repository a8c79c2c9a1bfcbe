"""When a citizen's spell ends and how: competing clocks with a closed form, and statutory decisions."""

from __future__ import annotations

import math
from typing import TypeAlias

import numpy as np

from simcase.engine.compiling import inlined
from simcase.engine.kernel.counters import counted_time
from simcase.engine.kernel.phases import acting, next_edge, strongest
from simcase.engine.kernel.records import Batch, People, place
from simcase.engine.kernel.streams import CLOCK, DECISION, SHARE, two, word
from simcase.tables import Clockwork
from simcase.vocabulary import GRID

Place: TypeAlias = tuple[int, int, int]
"""A duration band, an age band, and a calendar period."""


@inlined
def floored(time: float) -> float:
    """Return a time floored to the grid."""
    return math.floor(time / GRID) * GRID


@inlined
def last_at_most(edges: np.ndarray, first: int, end: int, value: float) -> int:
    """Return the last index from first to end at which the edge is at most the value, or first."""
    index = first
    while index + 1 < end and edges[index + 1] <= value:
        index += 1
    return place(index)


@inlined
def month_at(work: Clockwork, time: float) -> int:
    """Return the month that holds a time."""
    return int(work.month_of_day[np.uint32(time - work.first_day)])


@inlined
def book_at(work: Clockwork, time: float) -> int:
    """Return the part of a month in which the days of a time are booked."""
    return int(work.book_of_day[np.uint32(time - work.first_day)])


@inlined
def period_at(work: Clockwork, time: float) -> int:
    """Return the calendar period that holds a time."""
    return int(work.period_of_day[np.uint32(time - work.first_day)])


@inlined
def operational(work: Clockwork, row: int, time: float) -> float:
    """Return a time in operational time: the days up to it, each weighted by the factor of a calendar row; the time itself for row -1."""
    if row < 0:
        return time
    period = period_at(work, time)
    return float(work.calendar_sum[row, period] + work.calendar_factor[row, period] * (time - work.calendar[period]))


@inlined
def calendar_time(work: Clockwork, row: int, operated: float) -> float:
    """Return the time that an operational time stands for, infinity if not before the horizon."""
    if row < 0:
        return operated
    low, high = 0, work.calendar_sum.shape[1] - 1
    if operated >= work.calendar_sum[row, high]:
        return math.inf
    while high - low > 1:
        middle = (low + high) // 2
        if work.calendar_sum[row, middle] <= operated:
            low = middle
        else:
            high = middle
    return float(work.calendar[low] + (operated - work.calendar_sum[row, low]) / work.calendar_factor[row, low])


@inlined
def reached(seed: int, replication: int, citizen: int, key: int, share: float) -> bool:
    """Tell whether an initiative reaches a citizen of its target: one keyed uniform a citizen and initiative."""
    return share >= 1.0 or two(seed, replication, citizen, word(SHARE, 0, 0), key)[0] < share


@inlined
def layered(work: Clockwork, who: People, luck: tuple[int, int], i: int, exit_: int, at: Place) -> float:
    """Return the product of an exit's layers for a citizen in a duration band, age band and calendar period."""
    band, age, period = at
    product = 1.0
    for layer in range(work.layer_first[exit_], work.layer_first[exit_ + 1]):
        factor = work.layer_factor[layer, period]
        if (
            factor != 1.0
            and work.layer_segments[layer, place(who.citizen[i].segment)]
            and work.layer_ages[layer, age]
            and work.band_edge[band] >= work.layer_days[layer]
            and reached(luck[0], luck[1], who.citizen[i].number, work.layer_key[layer], work.layer_share[layer])
        ):
            product *= factor
    return product


@inlined
def hazard(work: Clockwork, who: People, luck: tuple[int, int], i: int, exit_: int, time: float, at: Place) -> float:
    """Return the hazard of an exit, events a day of operational time: base x segment x age x layers x phases, multiplied in this order."""
    band, age, _ = at
    rate = work.band_rate[band] * work.segment_factor[exit_, place(who.citizen[i].segment)] * work.age_factor[exit_, age]
    if work.layer_first[exit_] < work.layer_first[exit_ + 1]:
        rate *= layered(work, who, luck, i, exit_, at)
    if who.citizen[i].phases > 0:
        rate *= acting(work, who, i, exit_, time)
    return float(rate)


@inlined
def firing(
    work: Clockwork, who: People, luck: tuple[int, int], i: int, exit_: int, start: tuple[float, int], clock: float, limit: float
) -> float:
    """Return when a clock fires that starts at a time in an age band, or infinity if not before `limit`.

    Spends the clock on the integrated hazard from breakpoint to breakpoint (random time change; Anderson 2007), in operational time, in
    which the calendar factor makes no breakpoints. The walk advances by the index of band, age and, for layers, period; where the hazard
    does not change there is no breakpoint.
    """
    begin, age = start
    last_band = work.band_first[exit_ + 1]
    band = last_at_most(work.band_edge, work.band_first[exit_], last_band, begin - who.citizen[i].origin)
    row = work.calendar_row[exit_]
    dated = work.layer_first[exit_] < work.layer_first[exit_ + 1]
    period = period_at(work, begin) if dated else 0
    rate = hazard(work, who, luck, i, exit_, begin, (band, age, period))
    at_phase = next_edge(who, i, begin) if who.citizen[i].phases > 0 else math.inf
    since = operational(work, row, begin)
    while True:
        at_band = who.citizen[i].origin + work.band_edge[band + 1] if band + 1 < last_band else math.inf
        at_age = who.citizen[i].birth + work.age_edge[age + 1] if work.age_varies[exit_] else math.inf
        at_period = work.calendar[period + 1] if dated else math.inf
        until = min(at_band, at_age, at_period, at_phase)
        if until >= limit:
            time = calendar_time(work, row, since + clock / rate) if rate > 0.0 else math.inf
            return time if time < limit else math.inf
        band = place(band + (at_band == until))
        age = place(age + (at_age == until))
        period = place(period + (at_period == until))
        if at_phase == until:
            at_phase = next_edge(who, i, until)
        then = hazard(work, who, luck, i, exit_, until, (band, age, period))
        if then != rate:
            then_since = operational(work, row, until)
            spent = rate * (then_since - since)
            if spent >= clock:
                return calendar_time(work, row, since + clock / rate)
            clock -= spent
            since = then_since
            rate = then


@inlined
def blocks_of(work: Clockwork, state: int) -> int:
    """Return how many blocks of luck the clocks of a spell in a state take: one for every two exits."""
    return int(work.exit_first[state + 1] - work.exit_first[state] + 1) >> 1


@inlined
def draw_clocks(work: Clockwork, who: People, luck: tuple[int, int], batch: Batch, count: int) -> None:
    """Fill the uniforms of all clocks of the spells of so many citizens, one after the other; the blocks become vector code."""
    blocks = 0
    for each in range(count):
        i = place(batch.going[each])
        state = place(who.citizen[i].state)
        what = word(CLOCK, state, who.visits[i, state])
        for pair in range(blocks_of(work, state)):
            batch.number[blocks] = who.citizen[i].number
            batch.what[blocks] = what
            batch.pair[blocks] = pair
            blocks += 1
    for block in range(blocks):
        one, other = two(luck[0], luck[1], batch.number[block], batch.what[block], batch.pair[block])
        batch.draws[2 * block], batch.draws[2 * block + 1] = one, other


@inlined
def admitted(work: Clockwork, state: int, time: float) -> int:
    """Return the state to which one comes who enters a state at a time: another, where that one is closed."""
    each = work.door_first[state]
    while each < work.door_first[state + 1]:
        if work.door_from[each] <= time < work.door_until[each]:
            state = int(work.door_to[each])
            each = work.door_first[state]
        else:
            each += 1
    return int(state)


@inlined
def ending(work: Clockwork, state: int, after: float) -> float:
    """Return when a state next ends for those who are in it, after a time, infinity where it does not."""
    first = math.inf
    for each in range(work.door_first[state], work.door_first[state + 1]):
        if work.door_ends[each] and work.door_from[each] > after:
            first = min(first, work.door_from[each])
    return first


@inlined
def decision_time(work: Clockwork, who: People, i: int, entry: int, begin: float) -> float:
    """Return when a statutory decision falls in a spell that is played from `begin`, or infinity if it is behind and was not put off."""
    row = work.rule_row[entry]
    if row >= 0:
        time = max(float(work.birth_day[row, max(0, int(who.citizen[i].birth) - work.birth_origin)]), begin + GRID)
    elif work.rule_counter[entry] >= 0:
        time = counted_time(work, who, i, entry)
    else:
        time = who.citizen[i].origin + work.rule_days[entry]
    if time >= work.horizon:
        return time
    if time <= begin:
        later = resumed(work, entry, floored(time))
        return later if later > begin else math.inf
    if work.rule_month_end[entry]:
        time = float(work.month_edge[month_at(work, max(time, work.first_day)) + 1])
    else:
        time = max(floored(time), begin + GRID)
    return resumed(work, entry, time)


@inlined
def resumed(work: Clockwork, entry: int, time: float) -> float:
    """Return a decision's time, put off to the end of a suspension of its rule that holds it; a month's end is of the month's last day."""
    held = time - GRID if work.rule_month_end[entry] else time
    for each in range(work.pause_first[entry], work.pause_first[entry + 1]):
        if work.pause_from[each] <= held < work.pause_until[each]:
            return float(work.pause_until[each])
    return time


@inlined
def outcome(work: Clockwork, entry: int, draw: float) -> int:
    """Return the state that a decision's draw leads to, -1 to stay."""
    last = work.outcome_first[entry + 1] - 1
    for each in range(work.outcome_first[entry], last):
        if draw < work.outcome_until[each]:
            return int(work.outcome_to[each])
    return int(work.outcome_to[last])


@inlined
def decided(work: Clockwork, who: People, luck: tuple[int, int], i: int, begin: float) -> tuple[float, int]:
    """Return when the state or the first statutory decision ends the spell, and the state it leads to; what leads back ends nothing."""
    state = place(who.citizen[i].state)
    best, state_after = ending(work, state, begin), -1
    if best < work.horizon:
        state_after = admitted(work, state, best)
    for entry in range(work.rule_first[state], work.rule_first[state + 1]):
        time = decision_time(work, who, i, entry, begin)
        if time < best and time < work.horizon:
            what = word(DECISION, state, who.visits[i, state])
            to = outcome(work, entry, two(luck[0], luck[1], who.citizen[i].number, what, work.rule_id[entry])[0])
            if to >= 0:
                to = admitted(work, to, time)
                if to != state:
                    best, state_after = time, to
    return best, state_after


@inlined
def plan(work: Clockwork, who: People, luck: tuple[int, int], draws: np.ndarray, i: int, begin: float, now: float) -> None:
    """Set a citizen's next event after `now`: the first of the statutory decisions and the clocks of the spell played from `begin`.

    A pure function of the citizen's record, the luck of the clocks and the arrays; a spell is planned anew from its beginning when its
    phases change. A clock that cannot fire within the horizon or beat the best so far, as a ceiling of its hazard tells, costs neither log
    nor walk, since -log u >= 1 - u.
    """
    state, segment = place(who.citizen[i].state), place(who.citizen[i].segment)
    best, state_after = decided(work, who, luck, i, begin)
    limit = min(best, work.horizon)
    first, end = work.exit_first[state], work.exit_first[state + 1]
    duration = last_at_most(work.duration_edge, 0, len(work.duration_edge), begin - who.citizen[i].origin)
    age = last_at_most(work.age_edge, 0, len(work.age_edge) - 1, begin - who.citizen[i].birth)
    for exit_ in range(first, end):
        draw = draws[exit_ - first]
        ceiling = work.duration_ceiling[duration, exit_] * work.person_ceiling[segment, age, exit_]
        if who.citizen[i].phases > 0:
            ceiling *= strongest(work, who, i, exit_)
        if 1.0 - draw > ceiling * (limit - begin):
            continue
        time = firing(work, who, luck, i, exit_, (begin, age), -math.log(draw), limit)
        if time < limit:
            time = max(floored(time), now + GRID)
            to = admitted(work, work.exit_to[exit_], time) if time < limit else state
            if to != state:
                best, state_after, limit = time, to, time
    who.citizen[i].next_time = best
    who.citizen[i].next_state = state_after
