"""Who pays for a citizen's days: a spell walked through calendar week by calendar week, as docs/background/semantics.md says."""

from __future__ import annotations

import math
from collections import Counter

from newcomers import Citizen

from simcase.tables import Clockwork
from simcase.vocabulary import GRID

BENEFIT = 1


def granted(work: Clockwork, who: Citizen, state: int, time: float) -> None:
    """Keep the day on which a citizen enters a scheme, until another is entered."""
    if work.grant[state] >= 0 and work.grant[state] != who.scheme:
        who.scheme, who.grant = work.grant[state], time


def days_by_column(work: Clockwork, who: Citizen, end: float) -> Counter[tuple[int, int]]:
    """Return the days of a citizen's spell, which ends, by state and refusion column."""
    found = Counter[tuple[int, int]]()
    first, last = (math.floor((time + work.week_offset) / 7) for time in (who.began, end - GRID))
    for week in range(first, last + 1):
        begin = 7.0 * week - work.week_offset
        days = min(end, begin + 7.0) - max(who.began, begin)
        found[who.state, column(work, who, first, week)] += days
    return found


def column(work: Clockwork, who: Citizen, first: int, week: int) -> int:
    """Return the refusion column in a week of a spell that began in a first one: the first cohort that fits, or else the step."""
    climbs = work.ladder[who.state] == BENEFIT
    here = range(work.cohort_first[who.state], work.cohort_first[who.state + 1])
    fits = (place for place, cohort in enumerate(here) if belongs(work, who, cohort, first, week))
    counted = who.weeks + len(range(max(first, work.counts_from, who.last_week + 1), week + 1))
    step = sum(counted > edge for edge in work.step_edge) if climbs else 0
    return next((len(work.step_edge) * climbs + 1 + place for place in fits), step)


def belongs(work: Clockwork, who: Citizen, cohort: int, first: int, week: int) -> bool:
    """Tell whether a citizen's spell, which began in a first week, belongs to a cohort in a week."""
    k = work.cohort_counter[cohort]
    old: bool = who.grant < work.cohort_granted[cohort] and who.entry < work.cohort_spell[cohort]
    if k < 0 or not old:
        return old
    weeks = who.counts[k].touched | set(range(first, week + 1))
    return sum(week - work.counter_within[k] < each <= week for each in weeks) > work.cohort_weeks[cohort]
