"""Counters of weeks and rights: a citizen's last three years as bits, one a calendar week."""

from __future__ import annotations

import math

import numpy as np

from simcase.engine.compiling import compiled, inlined
from simcase.engine.kernel.records import People, place
from simcase.tables import Clockwork
from simcase.vocabulary import GRID

_ONE = np.uint64(1)


@inlined
def week_at(work: Clockwork, time: float) -> int:
    """Return the calendar week (Monday to Sunday) that holds a time."""
    return math.floor((time + work.week_offset) / 7.0)


@compiled
def shifted(bits: np.ndarray, by: int) -> None:
    """Shift 192 bits (lowest word first) up in place."""
    if by >= 192:  # noqa: PLR2004 - three words
        for word in range(3):
            bits[word] = np.uint64(0)
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


@inlined
def marked(bits: np.ndarray, at: int, first: int, after: int, window: int) -> int:
    """Mark the weeks from first to after (excluded) and return the week that follows the newest bit now; `at` followed it before."""
    if after <= first:
        return at
    shifted(bits, after - at)
    for bit in range(min(after - first, window)):
        bits[bit >> 6] |= _ONE << np.uint64(bit & 63)
    return after


@inlined
def whole_weeks(work: Clockwork, begin: float, end: float) -> tuple[int, int]:
    """Return the first week that lies wholly in a stretch of time, and the week after the last."""
    return math.ceil((begin + work.week_offset) / 7.0), week_at(work, end)


@inlined
def enough(bits: np.ndarray, weeks: tuple[int, int], at: int, needed: int, window: int) -> tuple[bool, int]:
    """Mark a stretch of whole weeks; return whether as many as needed are among the latest, and the week that follows the newest bit."""
    first, after = weeks
    if after <= first:
        return False, at
    at = marked(bits, at, first, after, window)
    return after - first >= needed or collected(bits, window) >= needed, at


@inlined
def cleared(bits: np.ndarray) -> None:
    """Forget all weeks."""
    for word in range(3):
        bits[word] = np.uint64(0)


@inlined
def count_self_support(work: Clockwork, who: People, i: int, end: float) -> None:
    """Add a stretch of self-support that ends; enough whole weeks in the window bring the refusion counter to zero.

    They need not be consecutive. Weeks that brought the counter to zero are used up, and none count before it has counted a benefit anew.
    """
    weeks = whole_weeks(work, who.citizen[i].support_from, end)
    who.citizen[i].support_from = math.inf
    bits = who.support_weeks[i]
    reset, who.citizen[i].support_at = enough(bits, weeks, who.citizen[i].support_at, work.reset_weeks, work.window_weeks)
    if reset:
        who.citizen[i].weeks = 0
        cleared(bits)


@inlined
def counters_entered(work: Clockwork, who: People, i: int, state: int, time: float) -> None:
    """Let a citizen's counters know of a spell that begins: a right is earned anew, or begins to be used."""
    for k in range(len(work.counter_runs)):
        if work.counter_within[k] > 0:
            continue
        if work.counter_earns[k, state]:
            who.earn_from[i, k] = min(who.earn_from[i, k], time)
        elif who.earn_from[i, k] < math.inf:
            weeks = whole_weeks(work, who.earn_from[i, k], time)
            who.earn_from[i, k] = math.inf
            bits = who.kept_weeks[i, k]
            earned, who.kept_at[i, k] = enough(bits, weeks, who.kept_at[i, k], work.counter_earn_weeks[k], work.counter_window[k])
            if earned:
                who.used[i, k] = 0.0
                who.right_from[i, k] = math.inf
                cleared(bits)
        if work.counter_runs[k, state] and who.right_from[i, k] == math.inf:
            who.right_from[i, k] = time


@inlined
def frozen(work: Clockwork, k: int, begin: float, time: float) -> float:
    """Return for how many days of a stretch of time the counter of a right stands still."""
    days = 0.0
    for each in range(work.frozen_first[k], work.frozen_first[k + 1]):
        days += max(0.0, min(time, work.frozen_until[each]) - max(begin, work.frozen_from[each]))
    return days


@inlined
def thawed(work: Clockwork, k: int, begin: float, time: float) -> float:
    """Return the time to which a counter that runs from `begin` puts off what would fall at a time, had it never stood still."""
    if time <= begin:
        return time
    for each in range(work.frozen_first[k], work.frozen_first[k + 1]):
        if work.frozen_from[each] < time and work.frozen_until[each] > begin:
            time += work.frozen_until[each] - max(work.frozen_from[each], begin)
    return time


@inlined
def counters_left(work: Clockwork, who: People, i: int, begin: float, time: float) -> None:
    """Let a citizen's counters know of a spell that ends."""
    for k in range(len(work.counter_runs)):
        if not work.counter_runs[k, place(who.citizen[i].state)]:
            continue
        if work.counter_within[k] > 0:
            first, after = week_at(work, begin), week_at(work, time - GRID) + 1
            who.kept_at[i, k] = marked(who.kept_weeks[i, k], who.kept_at[i, k], first, after, work.counter_window[k])
        else:
            who.used[i, k] += time - begin - frozen(work, k, begin, time)


@inlined
def passed_week(work: Clockwork, who: People, i: int, k: int, begin: float, weeks: int) -> float:
    """Return when a counter of latest weeks first exceeds so many in a spell that goes on: the start of that calendar week.

    As many weeks as it looks back on are never exceeded.
    """
    if weeks >= work.counter_within[k]:
        return math.inf
    first = week_at(work, begin)
    bits, window, newest = who.kept_weeks[i, k], work.counter_within[k], who.kept_at[i, k] - 1
    week = first
    if newest > first - window and (bits[0] | bits[1] | bits[2]) != 0:
        while week < first + weeks:
            held = week - first + 1
            for then in range(max(newest - window, week - window) + 1, min(newest + 1, first)):
                bit = newest - then
                held += (bits[bit >> 6] >> np.uint64(bit & 63)) & _ONE != 0
            if held > weeks:
                break
            week += 1
    else:
        week = first + weeks
    return 7.0 * week - work.week_offset


@inlined
def counted_time(work: Clockwork, who: People, i: int, entry: int) -> float:
    """Return when a rule falls that goes by a counter, in the spell that goes on; at once where the counter is past it already.

    Before the spell where it was past it in one that lasts since before the run.
    """
    k = work.rule_counter[entry]
    begin = max(who.citizen[i].entry, work.first_day)
    if work.counter_within[k] > 0:
        time = passed_week(work, who, i, k, begin, int(work.rule_days[entry] / 7.0))
        fresh = who.citizen[i].entry >= work.first_day
    else:
        used_up = thawed(work, k, begin, begin + work.rule_days[entry] - who.used[i, k])
        time = min(used_up, thawed(work, k, who.right_from[i, k], who.right_from[i, k] + work.rule_frame[entry]))
        fresh = not work.rule_stays[entry]
    if time > begin:
        return time
    if fresh:
        return float(begin + GRID)
    return float(begin - GRID) if work.counter_within[k] > 0 else math.inf
