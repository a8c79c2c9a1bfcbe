"""Citizens before their first event: the starting stock drawn from donors or from the population, and arrivals."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from simcase.engine.bundles import bundle
from simcase.engine.compiling import compiled, inlined
from simcase.engine.kernel.clocks import admitted, floored, last_at_most
from simcase.engine.kernel.counters import counters_entered
from simcase.engine.kernel.lists import free_row
from simcase.engine.kernel.lives import live_on
from simcase.engine.kernel.records import LEAST, NEVER, ROWS, People, Record, Room, blank, people, record, room
from simcase.engine.kernel.streams import ARRIVAL, BIRTH, START, two, word
from simcase.model import Donors
from simcase.tables import Clockwork, Source, Tables
from simcase.vocabulary import DAYS_PER_YEAR, Floats, Ints


@bundle
class Comers(NamedTuple):
    """Who may come in a replication."""

    stock: Ints  # S: citizens at the start
    young: Ints  # persons in each birth cohort of the population, some of whom come of age during the run
    first: Ints  # streams + 1: the first arrival of each stream
    times: Floats  # when arrivals come, stream by stream


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


@inlined
def from_donors(who: People, donors: Donors, i: int, state: int, donor: int) -> None:
    """Let a citizen of the starting stock carry on the life of a donor."""
    who.citizen[i].state, who.citizen[i].birth, who.citizen[i].segment = state, donors.birth[donor], donors.segment[donor]
    who.citizen[i].entry, who.citizen[i].origin = donors.entry[donor], donors.origin[donor]
    who.citizen[i].grant, who.citizen[i].scheme = donors.grant[donor], donors.scheme[donor]
    who.citizen[i].weeks, who.citizen[i].last_week = donors.weeks[donor], donors.last_week[donor]
    who.citizen[i].support_from, who.citizen[i].support_at = donors.support_from[donor], donors.support_at[donor]
    for part in range(donors.support_weeks.shape[1]):
        who.support_weeks[i, part] = donors.support_weeks[donor, part]
    for k in range(donors.used.shape[1]):
        who.used[i, k], who.right_from[i, k] = donors.used[donor, k], donors.right_from[donor, k]
        who.earn_from[i, k], who.kept_at[i, k] = donors.earn_from[donor, k], donors.kept_at[donor, k]
        for part in range(donors.kept_weeks.shape[2]):
            who.kept_weeks[i, k, part] = donors.kept_weeks[donor, k, part]


@inlined
def from_counts(work: Clockwork, source: Source, who: People, luck: tuple[int, int], i: int, state: int) -> None:
    """Let a citizen of the starting stock, of the ages of the population or else of one age for all, begin a spell at the start."""
    draws = two(luck[0], luck[1], who.citizen[i].number, word(BIRTH, 0, 0), 0)
    who.citizen[i].birth = work.first_day - math.floor(40.0 * DAYS_PER_YEAR)
    if len(source.stock_until) > 0:
        cohort = pick(source.stock_until, draws[1])
        draw = two(luck[0], luck[1], who.citizen[i].number, word(BIRTH, 0, 0), 1)[0]
        who.citizen[i].birth = born_between(source.stock_birth, cohort, draw)
    who.citizen[i].segment = segment_for(source, work.first_day - who.citizen[i].birth, draws[0])
    settle(work, who, i, state)


@inlined
def born_between(edges: np.ndarray, cohort: int, draw: float) -> float:
    """Return the birth day that a draw gives one of a cohort, who was born after the later edge's day and up to the earlier one's."""
    return float(edges[cohort + 1] + 1.0 + math.floor(draw * (edges[cohort] - edges[cohort + 1])))


@inlined
def settle(work: Clockwork, who: People, i: int, state: int) -> None:
    """Begin a citizen's first spell at the start."""
    who.citizen[i].state = state
    who.citizen[i].entry = who.citizen[i].origin = work.first_day
    who.citizen[i].next_time = work.first_day
    who.visits[i, state] = 1
    if work.grant[state] >= 0:
        who.citizen[i].scheme, who.citizen[i].grant = work.grant[state], work.first_day
    counters_entered(work, who, i, state, work.first_day)


@inlined
def from_cohort(work: Clockwork, source: Source, who: People, luck: tuple[int, int], i: int, cohort: int) -> bool:
    """Let one of the population's young arrive on coming of age; return whether that falls within the run."""
    draws = two(luck[0], luck[1], who.citizen[i].number, word(BIRTH, 1, 0), 0)
    birth = born_between(source.cohort_birth, cohort, draws[0])
    turns = birth + source.turning_days
    if not work.first_day < turns < work.horizon:
        return False
    fixed = source.turning_segments[-1] > 0.0
    who.citizen[i].birth = birth
    who.citizen[i].segment = pick(source.turning_segments, draws[1]) if fixed else segment_for(source, source.turning_days, draws[1])
    come(work, who, i, turns, pick(source.turning_until, two(luck[0], luck[1], who.citizen[i].number, word(BIRTH, 1, 0), 1)[0]))
    return True


@inlined
def come(work: Clockwork, who: People, i: int, time: float, state: int) -> None:
    """Let a citizen arrive at a time in a state, or where that leads on to."""
    who.citizen[i].next_time = time
    who.citizen[i].next_state = admitted(work, state, time)


@compiled
def arrival_times(first_day: float, horizon: float, luck: tuple[int, int], key: int, rate: float, times: np.ndarray) -> int:
    """Fill the times of a stream's Poisson arrivals before the horizon; return how many there are."""
    time = first_day
    for number in range(len(times)):
        draw = two(luck[0], luck[1], number, word(ARRIVAL, 1, 0), key)[0]
        time -= math.log(draw) / rate
        if floored(time) >= horizon:
            return number
        times[number] = max(floored(time), first_day)
    return len(times)


@inlined
def from_stream(work: Clockwork, source: Source, who: People, luck: tuple[int, int], i: int, stream: int, number: int, time: float) -> None:
    """Let the arrival with a number in a stream come at a time."""
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
    who.citizen[i].birth = math.floor(time) - age
    fixed = source.stream_segments[stream, -1] > 0.0
    who.citizen[i].segment = pick(source.stream_segments[stream], draws[1]) if fixed else segment_for(source, age, draws[1])
    come(work, who, i, time, pick(source.stream_until[stream], one))


@compiled
def stocked(
    work: Clockwork, source: Source, donors: Donors, comers: Comers, who: People, into: Record, luck: tuple[int, int], rows: Room
) -> int:
    """Let the stock at the start come, state by state; return how many free rows hold somebody who is not played yet.

    It is drawn from donors by systematic sampling within each state; without donors its spells begin at the start.
    """
    here, drawn = 0, len(donors.first) > 0
    for state in range(len(comers.stock)):
        count = comers.stock[state]
        draw, first, end = 0.0, 0, 0
        if drawn:
            draw = two(luck[0], luck[1], 0, word(START, state, 0), 0)[0]
            first, end = donors.first[state], donors.first[state + 1]
            count = count if end > first else 0
        for each in range(count):
            here = with_room(work, who, into, luck, rows, here)
            i = free_row(rows, here)
            blank(who, i, numbered(state, each))
            who.citizen[i].next_time = work.first_day
            if drawn:
                from_donors(who, donors, i, state, first + pick(donors.until[first:end], (each + draw) / count))
            else:
                from_counts(work, source, who, luck, i, state)
            here += 1
    return here


@compiled
def arriving(
    work: Clockwork, source: Source, comers: Comers, who: People, into: Record, luck: tuple[int, int], rows: Room, here: int
) -> None:
    """Let those come who arrive during the run, after those in free rows who are not played yet, and play the last of all."""
    person = 0
    for cohort in range(len(comers.young)):
        if source.cohort_birth[cohort] + source.turning_days > work.first_day:
            for each in range(comers.young[cohort]):
                here = with_room(work, who, into, luck, rows, here)
                i = free_row(rows, here)
                blank(who, i, numbered(len(comers.stock), person + each + 1))
                here += from_cohort(work, source, who, luck, i, cohort)
        person += comers.young[cohort]
    for stream in range(len(comers.first) - 1):
        for each in range(comers.first[stream], comers.first[stream + 1]):
            here = with_room(work, who, into, luck, rows, here)
            i = free_row(rows, here)
            number = each - comers.first[stream]
            blank(who, i, numbered(len(comers.stock) + 1 + stream, number))
            from_stream(work, source, who, luck, i, stream, number, comers.times[each])
            here += 1
    live_on(work, who, into, luck, rows, here)
    for i in rows.free:
        blank(who, i, 0)


@inlined
def with_room(work: Clockwork, who: People, into: Record, luck: tuple[int, int], rows: Room, here: int) -> int:
    """Return which free row the next citizen takes: the one after the others', or the first one, once they are played."""
    if here < len(rows.free):
        return here
    live_on(work, who, into, luck, rows, here)
    return 0


def comers_of(tables: Tables, luck: tuple[int, int], stock: Ints) -> Comers:
    """Return who may come in a replication that starts with a stock."""
    work, source = tables.clockwork, tables.source
    years = (work.horizon - work.first_day) / DAYS_PER_YEAR
    times = [np.zeros(0)]
    for key, rate in zip(source.stream_key.tolist(), source.stream_rate.tolist(), strict=True):
        expected = rate * DAYS_PER_YEAR * years
        room = np.zeros(int(expected + 10.0 * math.sqrt(expected) + 20.0) if rate > 0.0 else 0)
        times.append(room[: arrival_times(work.first_day, work.horizon, luck, key, rate, room)])
    young = source.cohort_size if math.isfinite(source.turning_days) else source.cohort_size[:0]
    return Comers(stock, young, np.cumsum([len(each) for each in times]), np.concatenate(times))


def most(tables: Tables, comers: Comers) -> int:
    """Return how many citizens there can be at the most."""
    coming = tables.source.cohort_birth[: len(comers.young)] + tables.source.turning_days > tables.clockwork.first_day
    return int(comers.stock.sum() + comers.young[coming].sum()) + len(comers.times)


def without_donors(who: People) -> Donors:
    """Return donors of no state at all, so that one compiled form serves a stock with donors and one without."""
    nobody = np.zeros(0, dtype=np.int64)
    return Donors(first=nobody, until=np.zeros(0), steady=np.zeros(0), **brought(who, nobody, 0))


def brought(who: People, order: Ints, counters: int) -> dict[str, npt.NDArray[Any]]:
    """Return what the citizens named bring along as donors in a model with so many counters, in the types of a stored stock."""
    fields = {name: getattr(who, name)[order] for name in Donors._fields if name not in {"first", "until", "steady"}}
    fields |= {name: fields[name][:, :counters] for name in ("used", "right_from", "earn_from", "kept_weeks", "kept_at")}
    return {name: np.ascontiguousarray(each, np.int64 if each.dtype.kind == "i" else None) for name, each in fields.items()}


def watched_citizens(tables: Tables, luck: tuple[int, int], donors: Donors | None, into: Record, *, stock: Ints | None = None) -> People:
    """Let all citizens of a replication come; return those who wait before or at states at which somebody looks, and rows that nobody has.

    All others are played to the horizon at once, so that memory grows with the number of those who wait.
    """
    work, source = tables.clockwork, tables.source
    comers = comers_of(tables, luck, source.headcount if stock is None else stock)
    rows = room(work)
    who = people(ROWS + (most(tables, comers) if work.interacts.any() else 0), work)
    here = stocked(work, source, without_donors(who) if donors is None else donors, comers, who, into, luck, rows)
    arriving(work, source, comers, who, into, luck, rows, here)
    return People._make(field[: rows.taken[0]] for field in who)


def citizens(tables: Tables, luck: tuple[int, int], donors: Donors | None, into: Record, *, stock: Ints | None = None) -> People:
    """Return all citizens of a replication at their first event, numbered in the order of their origins, in no fewer rows than LEAST."""
    everywhere = tables.clockwork._replace(interacts=np.ones_like(tables.clockwork.interacts))
    who = watched_citizens(tables._replace(clockwork=everywhere), luck, donors, into, stock=stock)
    return People._make(field[: max(LEAST, len(field) - ROWS)] for field in who)


def copied(who: People, work: Clockwork) -> People:
    """Return citizens at their first event for another world with the same states and counters, whose programmes may be others."""
    room = people(len(who.citizen), work)
    fields: list[tuple[np.ndarray, np.ndarray]] = list(zip(room, who, strict=True))
    for into, each in fields:
        if into.shape == each.shape:
            into[...] = each
    room.again[:] = -NEVER
    return room


def place_of(tables: Tables, donors: Donors | None, luck: tuple[int, int], number: int) -> int | None:
    """Return the how manieth of a replication's citizens has a number, None if nobody has."""
    who = citizens(tables, luck, donors, record(tables.clockwork))
    found = np.flatnonzero(who.number == number)
    return int(found[0]) if len(found) else None
