"""Citizens before their first event: the starting stock drawn from donors or from the population, and arrivals."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from simcase.engine.clocks import floored, last_at_most
from simcase.engine.compiling import compiled, inlined
from simcase.engine.counters import counters_entered
from simcase.engine.records import People, people
from simcase.engine.streams import ARRIVAL, BIRTH, START, two, word
from simcase.tables import Clockwork, Source, Tables
from simcase.vocabulary import DAYS_PER_YEAR, Floats, Ints


class Donors(NamedTuple):
    """The starting stock of a burn-in, sorted by state and then by birth: what a citizen brings along."""

    first: Ints  # S + 1: donors of each state
    steady: Floats  # S: citizens at the end of a burn-in, where the rates lead in the long run
    until: Floats  # cumulated weight within the state, ending at 1
    birth: Floats
    segment: Ints
    entry: Floats
    origin: Floats
    grant: Floats
    scheme: Ints
    weeks: Ints
    last_week: Ints
    support_from: Floats
    support_weeks: npt.NDArray[np.uint64]
    support_at: Ints
    used: Floats
    right_from: Floats
    earn_from: Floats
    kept_weeks: npt.NDArray[np.uint64]
    kept_at: Ints


@inlined
def pick(until: np.ndarray, draw: float) -> int:
    """Return the first index whose cumulated share exceeds a draw."""
    low, high = 0, len(until) - 1
    while low < high:
        middle = (low + high) // 2
        if until[middle] > draw:
            high = middle
        else:
            low = middle + 1
    return low


@inlined
def numbered(origin: int, number: int) -> int:
    """Return what keys a citizen's luck: 8 bits of origin (a state's stock, the young, a stream of arrivals), 24 of number.

    So more citizens from one origin never move the luck of those from another.
    """
    return (origin << 24) | number


@inlined
def segment_for(source: Source, age: float, draw: float) -> int:
    """Return the segment that a draw gives a citizen of an age in days."""
    row = last_at_most(source.segment_edge, 0, len(source.segment_edge), age)
    return pick(source.segment_until[row], draw)


@compiled
def from_donors(work: Clockwork, source: Source, donors: Donors, who: People, luck: tuple[int, int]) -> int:
    """Fill the starting stock by systematic sampling of donors within each state; return how many citizens there are."""
    i = 0
    for state in range(len(source.headcount)):
        count, first, end = source.headcount[state], donors.first[state], donors.first[state + 1]
        draw = two(luck[0], luck[1], 0, word(START, state, 0), 0)[0]
        donor = first
        for each in range(count if end > first else 0):
            while donor + 1 < end and donors.until[donor] <= (each + draw) / count:
                donor += 1
            who.number[i], who.next_time[i] = numbered(state, each), work.first_day
            who.state[i], who.birth[i], who.segment[i] = state, donors.birth[donor], donors.segment[donor]
            who.entry[i], who.origin[i] = donors.entry[donor], donors.origin[donor]
            who.grant[i], who.scheme[i] = donors.grant[donor], donors.scheme[donor]
            who.weeks[i], who.last_week[i] = donors.weeks[donor], donors.last_week[donor]
            who.support_from[i], who.support_at[i] = donors.support_from[donor], donors.support_at[donor]
            for part in range(who.support_weeks.shape[1]):
                who.support_weeks[i, part] = donors.support_weeks[donor, part]
            for k in range(who.used.shape[1]):
                who.used[i, k], who.right_from[i, k] = donors.used[donor, k], donors.right_from[donor, k]
                who.earn_from[i, k], who.kept_at[i, k] = donors.earn_from[donor, k], donors.kept_at[donor, k]
                for part in range(who.kept_weeks.shape[2]):
                    who.kept_weeks[i, k, part] = donors.kept_weeks[donor, k, part]
            i += 1
    return i


@compiled
def from_counts(work: Clockwork, source: Source, who: People, luck: tuple[int, int]) -> int:
    """Fill the starting stock with citizens of one age whose spells begin at the start; return how many there are."""
    i = 0
    for state in range(len(source.headcount)):
        for each in range(source.headcount[state]):
            who.number[i] = numbered(state, each)
            draw = two(luck[0], luck[1], who.number[i], word(BIRTH, 0, 0), 0)[0]
            who.birth[i] = work.first_day - math.floor(40.0 * DAYS_PER_YEAR)
            who.segment[i] = segment_for(source, 40.0 * DAYS_PER_YEAR, draw)
            settle(work, who, i, state)
            i += 1
    return i


@inlined
def settle(work: Clockwork, who: People, i: int, state: int) -> None:
    """Begin a citizen's first spell at the start."""
    who.state[i] = state
    who.entry[i] = who.origin[i] = work.first_day
    who.next_time[i] = work.first_day
    who.visits[i, state] = 1
    if work.ladder[state] == 2:  # noqa: PLR2004 - self-support
        who.support_from[i] = work.first_day
    if work.grant[state] >= 0:
        who.scheme[i], who.grant[i] = work.grant[state], work.first_day
    counters_entered(work, who, i, state, work.first_day)


@compiled
def from_cohorts(work: Clockwork, source: Source, who: People, luck: tuple[int, int], i: int) -> int:
    """Add those of the population who come of age during the run, as arrivals; return the number of the next citizen."""
    person = 0
    for cohort in range(len(source.cohort_size)):
        for _ in range(source.cohort_size[cohort]):
            person += 1
            number = numbered(len(source.headcount), person)
            if source.cohort_birth[cohort] + source.turning_days <= work.first_day:
                continue
            draws = two(luck[0], luck[1], number, word(BIRTH, 1, 0), 0)
            span = source.cohort_birth[cohort] - source.cohort_birth[cohort + 1]
            birth = source.cohort_birth[cohort + 1] + 1.0 + math.floor(draws[0] * span)
            turns = birth + source.turning_days
            if work.first_day < turns < work.horizon:
                fixed = source.turning_segments[-1] > 0.0
                who.number[i] = number
                who.birth[i] = birth
                who.segment[i] = pick(source.turning_segments, draws[1]) if fixed else segment_for(source, source.turning_days, draws[1])
                come(who, i, turns, pick(source.turning_until, two(luck[0], luck[1], number, word(BIRTH, 1, 0), 1)[0]))
                i += 1
    return i


@inlined
def come(who: People, i: int, time: float, state: int) -> None:
    """Let a citizen arrive at a time in a state."""
    who.next_time[i] = time
    who.next_state[i] = state


@compiled
def arrival_times(work: Clockwork, source: Source, luck: tuple[int, int], stream: int, times: np.ndarray) -> int:
    """Fill the times of a stream's Poisson arrivals before the horizon; return how many there are."""
    time = work.first_day
    for number in range(len(times)):
        draw = two(luck[0], luck[1], number, word(ARRIVAL, 1, 0), source.stream_key[stream])[0]
        time -= math.log(draw) / source.stream_rate[stream]
        if floored(time) >= work.horizon:
            return number
        times[number] = max(floored(time), work.first_day)
    return len(times)


@compiled
def from_streams(source: Source, who: People, luck: tuple[int, int], i: int, stream: int, times: np.ndarray) -> int:
    """Add the arrivals of a stream; return the number of the next citizen."""
    for number in range(len(times)):
        what = word(ARRIVAL, 1, 0)
        key = source.stream_key[stream]
        one = two(luck[0], luck[1], number, what, key)[1]
        draws = two(luck[0], luck[1], number, word(ARRIVAL, 2, 0), key)
        step = pick(source.stream_age_until[stream], draws[0])
        low = source.stream_age[stream, step]
        high = source.stream_age[stream, step + 1] if step + 1 < source.stream_age.shape[1] else low
        high = high if high > low else low + 5.0 * DAYS_PER_YEAR
        inside = draws[0] - (source.stream_age_until[stream, step - 1] if step > 0 else 0.0)
        width = source.stream_age_until[stream, step] - (source.stream_age_until[stream, step - 1] if step > 0 else 0.0)
        age = math.floor(low + (high - low) * inside / width)
        who.number[i] = numbered(len(source.headcount) + 1 + stream, number)
        who.birth[i] = math.floor(times[number]) - age
        fixed = source.stream_segments[stream, -1] > 0.0
        who.segment[i] = pick(source.stream_segments[stream], draws[1]) if fixed else segment_for(source, age, draws[1])
        come(who, i, times[number], pick(source.stream_until[stream], one))
        i += 1
    return i


def streams(tables: Tables, luck: tuple[int, int]) -> list[Floats]:
    """Return the arrival times of each stream."""
    work, source = tables.clockwork, tables.source
    years = (work.horizon - work.first_day) / DAYS_PER_YEAR
    times = []
    for stream, rate in enumerate(source.stream_rate):
        expected = rate * DAYS_PER_YEAR * years
        room = np.zeros(int(expected + 10.0 * math.sqrt(expected) + 20.0) if rate > 0.0 else 0)
        times.append(room[: arrival_times(work, source, luck, stream, room)])
    return times


def citizens(tables: Tables, luck: tuple[int, int], donors: Donors | None) -> People:
    """Return all citizens of a replication: the stock at the start by state, then arrivals, numbered in this order.

    With donors the stock is drawn from them; without, its spells begin at the start.
    """
    source = tables.source
    times = streams(tables, luck)
    young = int(source.cohort_size.sum()) if math.isfinite(source.turning_days) else 0
    who = people(int(source.headcount.sum()) + young + sum(map(len, times)), tables.clockwork)
    count = from_counts(tables.clockwork, source, who, luck) if donors is None else from_donors(tables.clockwork, source, donors, who, luck)
    return with_arrivals(tables, luck, who, count, times)


def grown_up(tables: Tables, luck: tuple[int, int]) -> People:
    """Return the citizens of a burn-in: nobody at its start, everybody arrives."""
    times = streams(tables, luck)
    who = people(int(tables.source.cohort_size.sum()) + sum(map(len, times)), tables.clockwork)
    return with_arrivals(tables, luck, who, 0, times)


def with_arrivals(tables: Tables, luck: tuple[int, int], who: People, count: int, times: list[Floats]) -> People:
    """Return the citizens with the arrivals added after the first `count`, trimmed to their number."""
    if math.isfinite(tables.source.turning_days):
        count = from_cohorts(tables.clockwork, tables.source, who, luck, count)
    for stream, each in enumerate(times):
        count = from_streams(tables.source, who, luck, count, stream, each)
    return People._make(field[:count] for field in who)
