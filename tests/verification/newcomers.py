"""Who is in the twin's world, and what is known of them: records, keyed luck, the starting stock and arrivals."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final, TypeAlias

import simpy

from simcase.tables import Clockwork, Source
from simcase.vocabulary import DAYS_PER_YEAR, GRID

Luck: TypeAlias = tuple[int, int]
"""Seed and replication."""
Row: TypeAlias = Any
"""A list, where the tables have an array: Python's numbers are played, not NumPy's."""
Arriving: TypeAlias = tuple["Citizen", float, int]
"""A citizen, and the time and the state of the arrival."""

NEVER: Final = math.inf
CLOCK, DECISION, SHARE, START, BIRTH, ARRIVAL, DROPOUT, QUEUE, SLOT = range(9)
FORTY: Final = 40.0 * DAYS_PER_YEAR
WORD: Final = 0xFFFFFFFF
BELOW_1: Final = 1.0 - 2.0**-53


@lru_cache(2**18)
def two(luck: tuple[int, int], purpose: int, citizen: int, block: int, state: int = 0, visit: int = 0) -> tuple[float, float]:
    """Return the two uniforms of one block: Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011)."""
    seed, a = luck
    b, c, d = citizen, (purpose << 28) | (state << 20) | (visit & 0xFFFFF), block
    for turn in range(10):
        left, right = 0xD2511F53 * a, 0xCD9E8D57 * c
        low, high = (seed + turn * 0x9E3779B9) & WORD, ((seed >> 32) + turn * 0xBB67AE85) & WORD
        a, b, c, d = (right >> 32) ^ b ^ low, right & WORD, (left >> 32) ^ d ^ high, left & WORD
    one, other = ((a >> 5) * 2.0**26 + (b >> 6) + 0.5) * 2.0**-53, ((c >> 5) * 2.0**26 + (d >> 6) + 0.5) * 2.0**-53
    return min(one, BELOW_1), min(other, BELOW_1)


@dataclass
class Stretch:
    """A stretch of time under way, and the whole calendar weeks of earlier ones that are still remembered."""

    since: float = NEVER
    weeks: set[int] = field(default_factory=set)

    def end(self, time: float, offset: int, needed: int, window: int) -> bool:
        """Mark the whole weeks of the stretch; tell whether enough are among the latest, which uses them up."""
        first, after = math.ceil((self.since + offset) / 7), math.floor((time + offset) / 7)
        self.since = NEVER
        self.weeks.update(range(first, after))
        enough = first < after and sum(after - window <= week < after for week in self.weeks) >= needed
        self.weeks = set() if enough else self.weeks
        return enough


@dataclass
class Count:
    """A citizen's counter: days used of a right, when it began and what earns a new one; or the weeks touched."""

    used: float = 0.0
    right_from: float = NEVER
    earning: Stretch = field(default_factory=Stretch)
    touched: set[int] = field(default_factory=set)


@dataclass
class Phase:
    """A time during or after a programme in which it still acts."""

    row: int
    since: float
    until: float


@dataclass
class Citizen:
    """All that is known of a citizen; `began` is when the spell began in the run, `present` the phases of the programme under way."""

    number: int
    birth: float
    segment: int
    counts: list[Count]
    life: simpy.Process = field(init=False)
    state: int = -1
    entry: float = 0.0
    began: float = 0.0
    origin: float = 0.0
    visits: Counter[int] = field(default_factory=Counter)
    planned: tuple[float, int] | None = None
    scheme: int = -1
    grant: float = NEVER
    weeks: int = 0
    last_week: int = -(10**6)
    support: Stretch = field(default_factory=Stretch)
    programme: int = -1
    started: float = 0.0
    ends: float = NEVER
    takes: int = 0
    again: dict[int, float] = field(default_factory=dict)
    phases: list[Phase] = field(default_factory=list)
    present: list[Phase] = field(default_factory=list)


def floored(time: float) -> float:
    """Return the largest grid time at or below a time."""
    return math.floor(time / GRID) * GRID


def pick(until: Row, draw: float) -> int:
    """Return the first position whose cumulated share exceeds a draw."""
    return min(bisect_right(until, draw), len(until) - 1)


def begun(edges: Row, time: float) -> int:
    """Return the last of some bands that has begun, the first if none has."""
    return max(bisect_right(edges, time) - 1, 0)


def spans(work: Clockwork, name: str, place: int) -> list[tuple[float, float]]:
    """Return the times in which a rule is suspended ("pause") or a counter stands still ("frozen")."""
    first, since, until = (getattr(work, f"{name}_{part}") for part in ("first", "from", "until"))
    return list(zip(since, until, strict=True))[first[place] : first[place + 1]]


def resumed(work: Clockwork, entry: int, time: float, began: float) -> float:
    """Return when a rule falls in a spell: after the suspension that holds it, never where it is behind and none puts it off."""
    held = time - GRID * work.rule_month_end[entry]
    suspended = (until for since, until in spans(work, "pause", entry) if since <= held < until and until > began)
    return next(suspended, time if time > began else NEVER)


def admitted(work: Clockwork, state: int, time: float) -> int:
    """Return the state to which one comes who enters a state at a time: from one closed state on to the next; -1 is to stay."""
    if state < 0:
        return state
    doors = zip(work.door_from, work.door_until, work.door_to, strict=True)
    onward = [to for since, until, to in list(doors)[work.door_first[state] : work.door_first[state + 1]] if since <= time < until]
    return admitted(work, onward[0], time) if onward else state


def ending(work: Clockwork, state: int, after: float) -> tuple[float, int]:
    """Return when a state next ends for those who are in it, after a time, and the state that they come to."""
    here = range(work.door_first[state], work.door_first[state + 1])
    time = min((work.door_from[each] for each in here if work.door_ends[each] and work.door_from[each] > after), default=NEVER)
    return time, admitted(work, state, time)


def stood_still(work: Clockwork, k: int, begin: float, time: float) -> float:
    """Return how many days of a stretch a counter stands still."""
    return sum(min(time, until) - max(begin, since) for since, until in spans(work, "frozen", k) if since < time and begin < until)


def put_off(work: Clockwork, k: int, begin: float, time: float) -> float:
    """Return when as many days have run since the beginning as there are to the time, those on which a counter stands still left out."""
    left, now = time - begin, begin
    for since, until in spans(work, "frozen", k) if left > 0.0 and begin < NEVER else ():
        runs = max(0.0, since - now)
        if until <= now or left <= runs:
            continue
        left, now = left - runs, until
    return now + left if begin < NEVER else NEVER


def exceeded(work: Clockwork, touched: set[int], k: int, first: int, limit: float) -> float:
    """Return the start of the first week in which more than the limit were touched of the latest, all from the first on included."""
    within = work.counter_within[k]
    for week in range(first, first + within):
        if sum(week - within < each <= week for each in touched | set(range(first, week + 1))) > limit:
            return 7.0 * week - work.week_offset
    return NEVER


def marked(bits: Row, after: int) -> set[int]:
    """Return the weeks that a donor's words of 64 bits mark, the newest in the lowest bit."""
    return {after - 1 - place for place in range(64 * len(bits)) if bits[place // 64] >> place % 64 & 1}


def age_of(edges: Row, until: Row, draw: float) -> int:
    """Return the age in days that a draw gives an arrival: even between the edges of an age band, five years where it has no end."""
    step = pick(until, draw)
    before: float = until[step - 1] if step else 0.0
    width: float = until[step] - before
    low: float = edges[step]
    high: float = edges[step + 1] if step + 1 < len(edges) else 0.0
    high = high if high > low else low + 5.0 * DAYS_PER_YEAR
    return math.floor(low + (high - low) * (draw - before) / width)


def born(work: Clockwork, origin: int, number: int, birth: float, segment: int) -> Citizen:
    """Return a citizen about whom nothing has happened yet."""
    return Citizen(origin * 2**24 + number, birth, segment, [Count() for _ in work.counter_runs])


def segment_at(source: Source, age: float, shares: Row, draw: float) -> int:
    """Return the segment that a draw gives: by the shares, or as everybody of an age where they are zero."""
    return pick(shares if shares[-1] > 0.0 else source.segment_until[begun(source.segment_edge, age)], draw)


def blank_stock(work: Clockwork, source: Source, luck: Luck) -> Iterator[Arriving]:
    """Yield the starting stock without donors: as old as the population, all 40 where there is none; their spells begin at the start."""
    for state, count in enumerate(source.headcount):
        for number in range(count):
            (one, other), (third, _) = (two(luck, BIRTH, state * 2**24 + number, block) for block in range(2))
            birth = work.first_day - math.floor(FORTY)
            if source.stock_until:
                late, early = source.stock_birth[pick(source.stock_until, other) :][:2]
                birth = early + 1.0 + math.floor(third * (late - early))
            yield born(work, state, number, birth, segment_at(source, work.first_day - birth, [0.0], one)), work.first_day, state


def drawn_stock(work: Clockwork, source: Source, luck: Luck, donors: Mapping[str, Any]) -> Iterator[Citizen]:
    """Yield the starting stock from donors: in each state at even distances of their cumulated weights."""
    lists = {name: donors[name].tolist() for name in donors}
    for state, (first, end) in enumerate(pairwise(lists["first"])):
        draw = two(luck, START, 0, 0, state)[0]
        for number in range(source.headcount[state] if end > first else 0):
            donor = first + pick(lists["until"][first:end], (number + draw) / source.headcount[state])
            own = {name: values[donor] for name, values in lists.items() if name not in {"first", "steady"}}
            who = born(work, state, number, own["birth"], own["segment"])
            who.state, who.entry, who.began, who.origin = state, own["entry"], work.first_day, own["origin"]
            who.scheme, who.grant = own["scheme"], own["grant"]
            who.weeks, who.last_week = own["weeks"], own["last_week"]
            who.support = Stretch(own["support_from"], marked(own["support_weeks"], own["support_at"]))
            for k in range(len(who.counts)):
                kept = marked(own["kept_weeks"][k], own["kept_at"][k])
                who.counts[k] = Count(own["used"][k], own["right_from"][k], Stretch(own["earn_from"][k], kept), set(kept))
            yield who


def young(work: Clockwork, source: Source, luck: Luck) -> Iterator[Arriving]:
    """Yield those of the population who come of age during the run."""
    person, origin = 0, len(source.headcount)
    for (late, early), size in zip(pairwise(source.cohort_birth), source.cohort_size, strict=False):
        for _ in range(size):
            person += 1
            one, other = two(luck, BIRTH, origin * 2**24 + person, 0, 1)
            birth = early + 1.0 + math.floor(one * (late - early))
            turns = birth + source.turning_days
            if late + source.turning_days > work.first_day and work.first_day < turns < work.horizon:
                segment = segment_at(source, source.turning_days, source.turning_segments, other)
                to = pick(source.turning_until, two(luck, BIRTH, origin * 2**24 + person, 1, 1)[0])
                yield born(work, origin, person, birth, segment), turns, to


def arrivals(work: Clockwork, source: Source, luck: Luck, stream: int) -> Iterator[Arriving]:
    """Yield those who arrive at random in a stream."""
    key, rate, time, number = source.stream_key[stream], source.stream_rate[stream], work.first_day, 0
    while rate > 0.0:
        one, other = two(luck, ARRIVAL, number, key, 1)
        time -= math.log(one) / rate
        if floored(time) >= work.horizon:
            return
        to = pick(source.stream_until[stream], other)
        one, other = two(luck, ARRIVAL, number, key, 2)
        age = age_of(source.stream_age[stream], source.stream_age_until[stream], one)
        segment = segment_at(source, age, source.stream_segments[stream], other)
        yield born(work, len(source.headcount) + 1 + stream, number, math.floor(time) - age, segment), floored(time), to
        number += 1
