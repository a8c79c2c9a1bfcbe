"""What a spell leaves behind: days by part of a month and cell, the refusion counter, month-end stocks."""

from __future__ import annotations

import math

import numpy as np

from simcase.engine.compiling import inlined
from simcase.engine.kernel.clocks import book_at, last_at_most, month_at
from simcase.engine.kernel.counters import passed_week, week_at
from simcase.engine.kernel.records import People, Record, place
from simcase.tables import Clockwork
from simcase.vocabulary import GRID

BENEFIT = 1
SELF_SUPPORT = 2


@inlined
def add_days(work: Clockwork, whole: np.ndarray, part: np.ndarray, begin: float, end: float) -> None:
    """Add the days from begin to end to a row of difference arrays by part of a month (whole: parts + 1, part: parts)."""
    first = book_at(work, begin)
    last = book_at(work, end)
    if last > first and end == work.book_edge[last]:
        last = place(last - 1)
    if first == last:
        part[first] += end - begin
        return
    part[first] += work.book_edge[first + 1] - begin
    part[last] += end - work.book_edge[last]
    whole[first + 1] += 1
    whole[last] -= 1


@inlined
def cohort_column(work: Clockwork, who: People, i: int, state: int, time: float) -> tuple[int, float]:
    """Return the column of the first cohort that a citizen's spell falls in at a time, or -1, and when one named before it begins."""
    until = math.inf
    for cohort in range(work.cohort_first[state], work.cohort_first[state + 1]):
        if who.citizen[i].grant < work.cohort_granted[cohort] and who.citizen[i].entry < work.cohort_spell[cohort]:
            since = -math.inf
            k = work.cohort_counter[cohort]
            if k >= 0:
                since = passed_week(work, who, i, k, max(who.citizen[i].entry, work.first_day), work.cohort_weeks[cohort])
            if since <= time:
                steps = len(work.step_edge) + 1 if work.ladder[state] == BENEFIT else 1
                return int(steps + cohort - work.cohort_first[state]), until
            until = min(until, since)
    return -1, until


@inlined
def weeks_before(work: Clockwork, who: People, i: int, begin: float) -> tuple[int, int]:
    """Return the first week of a benefit spell that counts, and the counter's value in that week."""
    week = max(week_at(work, begin), work.counts_from)
    fresh = 1 if week > who.citizen[i].last_week else 0
    return week, int(who.citizen[i].weeks + fresh)


@inlined
def add_spell(work: Clockwork, who: People, into: Record, i: int, begin: float, end: float) -> None:
    """Add a citizen's days in a spell to their cells, split where the refusion column or the rate class changes."""
    state, segment = place(who.citizen[i].state), place(who.citizen[i].segment)
    cell, classes = work.cell_first[state], work.class_count[state]
    steps = len(work.step_edge) + 1
    reduced = work.programme_variant[who.citizen[i].programme, state] * work.class_base[state] if who.citizen[i].programme >= 0 else 0
    climbs = work.ladder[state] == BENEFIT and steps > 1
    week, count = weeks_before(work, who, i, begin) if climbs else (0, 0)
    age = last_at_most(work.age_edge, 0, len(work.age_edge) - 1, begin - who.citizen[i].birth)
    step = 0
    time = begin
    while time < end:
        column, since = cohort_column(work, who, i, state, time)
        until = min(end, since)
        if climbs and column < 0:
            while step < steps - 1 and 7.0 * (week + work.step_edge[step] + 1 - count) - work.week_offset <= time:
                step += 1
            if step < steps - 1:
                until = min(until, 7.0 * (week + work.step_edge[step] + 1 - count) - work.week_offset)
        if work.class_varies[state]:
            until = min(until, who.citizen[i].birth + work.age_edge[age + 1])
        row = place(cell + (column if column >= 0 else step) * classes + reduced + work.rate_class[state, segment, age])
        add_days(work, into.whole[row], into.part[row], time, until)
        if work.class_varies[state] and until == who.citizen[i].birth + work.age_edge[age + 1]:
            age = place(age + 1)
        time = until


@inlined
def add_stay(work: Clockwork, who: People, into: Record, i: int, begin: float, end: float) -> None:
    """Count a citizen's spell in the month-end stocks: of all, and of those who have been in the state for long."""
    state = place(who.citizen[i].state)
    last = month_at(work, end) + (end >= work.horizon)
    into.stock[state, month_at(work, begin)] += 1
    into.stock[state, last] -= 1
    since = max(begin, who.citizen[i].origin + work.long_term)
    if since < end:
        into.long_term[state, month_at(work, since)] += 1
        into.long_term[state, last] -= 1


@inlined
def count_weeks(work: Clockwork, who: People, i: int, begin: float, end: float) -> None:
    """Add the calendar weeks that a benefit spell touched to the refusion counter, each once."""
    last = week_at(work, end - GRID)
    if last >= work.counts_from:
        week, count = weeks_before(work, who, i, begin)
        who.citizen[i].weeks = count + last - week
        who.citizen[i].last_week = last


@inlined
def book(work: Clockwork, who: People, into: Record, i: int, time: float) -> None:
    """Book a citizen's days in the spell up to a time: by cell, and on the refusion counter."""
    begin = max(who.citizen[i].booked, work.first_day)
    if time > begin:
        add_spell(work, who, into, i, begin, time)
    if work.ladder[place(who.citizen[i].state)] == BENEFIT:
        count_weeks(work, who, i, begin, time)
    who.citizen[i].booked = time
