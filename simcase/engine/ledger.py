"""What a spell leaves behind: days by month and cell, the refusion counter, month-end stocks by duration."""

from __future__ import annotations

import math

import numpy as np

from simcase.engine.clocks import last_at_most, month_at
from simcase.engine.compiling import compiled
from simcase.engine.records import People, Record
from simcase.tables import Clockwork
from simcase.vocabulary import GRID

BENEFIT = 1
SELF_SUPPORT = 2
_ONE = np.uint64(1)


@compiled
def week_at(work: Clockwork, time: float) -> int:
    """Return the calendar week (Monday to Sunday) that holds a time."""
    return math.floor((time + work.week_offset) / 7.0)


@compiled
def add_days(work: Clockwork, whole: np.ndarray, part: np.ndarray, begin: float, end: float) -> None:
    """Add the days from begin to end to a row of difference arrays (whole: months + 1, part: months)."""
    first = month_at(work, begin)
    last = month_at(work, end)
    if last > first and end == work.month_edge[last]:
        last -= 1
    if first == last:
        part[first] += end - begin
        return
    part[first] += work.month_edge[first + 1] - begin
    part[last] += end - work.month_edge[last]
    whole[first + 1] += 1
    whole[last] -= 1


@compiled
def cohort_column(work: Clockwork, who: People, i: int, state: int) -> int:
    """Return the column of the first cohort that a citizen's spell falls in, or -1."""
    for cohort in range(work.cohort_first[state], work.cohort_first[state + 1]):
        if who.grant[i] < work.cohort_granted[cohort] and who.entry[i] < work.cohort_spell[cohort]:
            steps = len(work.step_edge) + 1 if work.ladder[state] == BENEFIT else 1
            return int(steps + cohort - work.cohort_first[state])
    return -1


@compiled
def weeks_before(work: Clockwork, who: People, i: int, begin: float) -> tuple[int, int]:
    """Return the first week of a benefit spell that counts, and the counter's value in that week."""
    week = max(week_at(work, begin), work.counts_from)
    fresh = 1 if week > who.last_week[i] else 0
    return week, int(who.weeks[i] + fresh)


@compiled
def add_spell(work: Clockwork, who: People, into: Record, i: int, begin: float, end: float) -> None:
    """Add a citizen's days in a spell to their cells, split where the refusion step or the rate class changes."""
    state = who.state[i]
    cell, classes = work.cell_first[state], work.class_count[state]
    steps = len(work.step_edge) + 1
    column = cohort_column(work, who, i, state)
    climbs = column < 0 and work.ladder[state] == BENEFIT and steps > 1
    week, count = weeks_before(work, who, i, begin) if climbs else (0, 0)
    age = last_at_most(work.age_edge, 0, len(work.age_edge) - 1, begin - who.birth[i])
    step = 0
    time = begin
    while time < end:
        until = end
        if climbs:
            while step < steps - 1 and 7.0 * (week + work.step_edge[step] + 1 - count) - work.week_offset <= time:
                step += 1
            if step < steps - 1:
                until = min(until, 7.0 * (week + work.step_edge[step] + 1 - count) - work.week_offset)
        if work.class_varies[state]:
            until = min(until, who.birth[i] + work.age_edge[age + 1])
        row = cell + (column if column >= 0 else step) * classes + work.rate_class[state, who.segment[i], age]
        add_days(work, into.whole[row], into.part[row], time, until)
        age += work.class_varies[state] and until == who.birth[i] + work.age_edge[age + 1]
        time = until


@compiled
def add_stay(work: Clockwork, who: People, into: Record, i: int, begin: float, end: float) -> None:
    """Count a citizen's spell in the month-end stocks of the duration bands that it passes through."""
    state = who.state[i]
    bands = len(work.stay_edge)
    for band in range(bands):
        since = max(begin, who.origin[i] + work.stay_edge[band])
        until = end if band + 1 == bands else min(end, who.origin[i] + work.stay_edge[band + 1])
        if since < until:
            first, last = month_at(work, since), month_at(work, until)
            last += until >= work.horizon
            into.stay[state, band, first] += 1
            into.stay[state, band, last] -= 1


@compiled
def count_weeks(work: Clockwork, who: People, i: int, begin: float, end: float) -> None:
    """Add the calendar weeks that a benefit spell touched to the refusion counter, each once."""
    last = week_at(work, end - GRID)
    if last >= work.counts_from:
        week, count = weeks_before(work, who, i, begin)
        who.weeks[i] = count + last - week
        who.last_week[i] = last


@compiled
def shifted(bits: np.ndarray, by: int) -> None:
    """Shift 192 bits (lowest word first) up in place."""
    if by >= 192:  # noqa: PLR2004 - three words
        bits[:] = np.uint64(0)
        return
    while by > 0:
        some = np.uint64(min(by, 63))
        rest = np.uint64(64) - some
        bits[2] = (bits[2] << some) | (bits[1] >> rest)
        bits[1] = (bits[1] << some) | (bits[0] >> rest)
        bits[0] = bits[0] << some
        by -= 63


@compiled
def collected(bits: np.ndarray, window: int) -> int:
    """Return how many of the newest `window` bits are set."""
    total = 0
    for bit in range(window):
        total += int((bits[bit >> 6] >> np.uint64(bit & 63)) & _ONE)
    return total


@compiled
def count_self_support(work: Clockwork, who: People, i: int, end: float) -> None:
    """Add a stretch of self-support that ends to a citizen's last three years; enough of them bring the counter to zero.

    Whole calendar weeks count, not necessarily consecutive. Weeks that brought the counter to zero are used up.
    """
    first = math.ceil((who.support_from[i] + work.week_offset) / 7.0)
    after = week_at(work, end)
    who.support_from[i] = math.inf
    if after <= first:
        return
    if after - first >= work.reset_weeks:
        enough = True
    else:
        bits = who.support_weeks[i]
        shifted(bits, after - who.support_at[i])
        who.support_at[i] = after
        for bit in range(min(after - first, work.window_weeks)):
            bits[bit >> 6] |= _ONE << np.uint64(bit & 63)
        enough = collected(bits, work.window_weeks) >= work.reset_weeks
    if enough:
        who.weeks[i] = 0
        who.support_weeks[i] = np.uint64(0)
