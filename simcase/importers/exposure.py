"""Spells split by duration, age and segment: citizens' days under risk, and moves (Lexis; Carstensen 2007)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final, NamedTuple

import numpy as np

from simcase.declare.schema import Rule, Transition, When
from simcase.importers.spells import EPOCH, UNKNOWN, Spells, Window
from simcase.model import Model
from simcase.vocabulary import DAYS_PER_YEAR, Bools, Floats, Ints

WEEKS: Final = (0.0, 4.0, 8.0, 13.0, 26.0, 39.0, 52.0, 78.0, 104.0, 156.0, 208.0)
"""Durations at which hazards may change where the calibration has no profile, and at which survival is reported."""
AGES: Final = (0.0, 25.0, 30.0, 40.0, 50.0, 60.0)
"""Ages at which they may."""
ONWARDS: Final = 1e9
MOST_SPELLS: Final = 1024


class Table(NamedTuple):
    """What was seen of a state: K duration bands, A age bands, G segments (the last: unknown)."""

    week: Floats  # K: where each band begins
    age: Floats  # A
    years: Mapping[str | None, Floats]  # by season: K, A, G: person-years, each day weighing its season's factor
    moves: Floats  # S, K, A, G: moves to each state; a move on the day of an edge counts half on either side
    persons: Ints  # K: citizens in each duration band


def edges_of(model: Model, state: str, exits: Sequence[Transition]) -> tuple[Floats, Floats]:
    """Return the weeks and the ages at which any of a state's hazards may change."""
    weeks, ages = set(WEEKS), set(AGES)
    for each in exits:
        weeks |= {edge for edge, _ in model.profiles.duration[each.duration].factors} if each.duration else set()
        ages |= {edge for edge, _ in model.profiles.age[each.age].factors} if each.age else set()
    for _, limit in deciding(model, state):
        weeks |= {limit.weeks - 1.0, limit.weeks} if limit.weeks else set()
        ages |= {_youngest(limit) - 1.0} if not limit.weeks else set()
    return np.array(sorted(weeks)), np.array(sorted(ages))


def edge_days(model: Model, state: str, weeks: Floats) -> Floats:
    """Return the days at which bands begin; a statutory decision falls within the band that its week begins."""
    limits = [when.weeks for _, when in deciding(model, state) if when.weeks]
    return np.asarray(weeks * 7.0 - 0.5 * np.isin(weeks, limits))


def deciding(model: Model, state: str) -> list[tuple[Rule, When]]:
    """Return the statutory decisions that move citizens out of a state, and when they fall."""
    return [(rule, rule.when) for rule in model.rules if rule.states == "all" or state in rule.states]


def _youngest(when: When) -> float:
    """Return the lowest age at which a decision falls."""
    return min([born.age for born in when.ages_by_birth], default=when.age or ONWARDS)


def undecided(model: Model, transition: Transition, weeks: Floats, ages: Floats) -> Bools:
    """Tell in which bands only chance makes a move: a week and a year short of any statutory decision that makes it too (shape: K, A)."""
    free = np.ones((len(weeks), len(ages)), dtype=np.bool_)
    for rule, when in deciding(model, transition.from_):
        if transition.to in rule.outcomes and when.weeks:
            free &= (np.append(weeks[1:], ONWARDS) <= when.weeks - 1.0)[:, None]
        elif transition.to in rule.outcomes:
            free &= (np.append(ages[1:], ONWARDS) <= _youngest(when) - 1.0)[None, :]
    return free


def _without_past(spells: Spells, window: Window, model: Model, state: int) -> Bools:
    """Tell the spells before which a counter that decides on leaving the state stood at zero, as far as was observed; else all."""
    counters = {when.counter for _, when in deciding(model, model.states[state].id) if when.counter}
    clean = np.ones(len(spells.person), dtype=np.bool_)
    for counter in (each for each in model.counters if each.id in counters):
        frame = 7.0 * (counter.within_weeks or counter.window_weeks or 0)
        runs = np.isin(spells.state, [i for i, each in enumerate(model.states) if each.id in counter.runs_in])
        ended = np.where(runs, spells.end, -np.inf)
        latest = np.full(len(ended), -np.inf)
        latest[1:] = np.where(spells.person[1:] == spells.person[:-1], ended[:-1], -np.inf)
        span = 1
        while span < MOST_SPELLS:  # running maximum within a person, in doubling steps
            reach = np.where(spells.person[span:] == spells.person[:-span], latest[:-span], -np.inf)
            latest[span:] = np.maximum(latest[span:], reach)
            span *= 2
        clean &= (spells.start - latest > frame) & (spells.start - window.first >= frame)
    return clean


def tabulate(spells: Spells, window: Window, model: Model, state: int) -> Table:
    """Return the days and moves of a state's spells within the period observed; those of unknown duration are left out.

    A spell that began before the period counts from where its observation began (left truncation), and one that was still going on
    at its end up to there (right censoring).
    """
    name = model.states[state].id
    exits = [each for each in model.transitions if each.from_ == name]
    weeks, ages = edges_of(model, name, exits)
    days, turning = edge_days(model, name, weeks), np.floor(ages * DAYS_PER_YEAR)
    seen = (spells.state == state) & ~np.isnan(spells.origin) & (spells.end > window.first) & (spells.start < window.last)
    mine = np.flatnonzero(seen & _without_past(spells, window, model, state))
    seen = Spells._make(column[mine] for column in spells)
    enters = np.maximum(seen.start, window.first)
    of, band, low, high = split_at_edges(enters - seen.origin, seen.end - seen.origin, days)
    shift = (seen.origin - seen.birth)[of]
    again, years, low, high = split_at_edges(low + shift, high + shift, turning)
    of, band = of[again], band[again]
    shape = (len(weeks), len(ages), len(model.segments) + 1)
    segment = np.where(seen.segment == UNKNOWN, len(model.segments), seen.segment)
    cell = np.ravel_multi_index((band, years, segment[of]), shape)
    seasons = {each.season for each in exits} | {None}
    day = low + seen.birth[of], high + seen.birth[of]
    weighed = {season: _weighed(model, season, window, *day) for season in seasons}
    table = {season: np.bincount(cell, sums, int(np.prod(shape))).reshape(shape) / DAYS_PER_YEAR for season, sums in weighed.items()}
    who = np.sort(seen.person[of] * len(weeks) + band, kind="stable")  # almost in order: far quicker than to hash them
    persons = np.bincount(who[np.append(True, who[1:] > who[:-1])[: len(who)]] % len(weeks), minlength=len(weeks))
    return Table(weeks, ages, table, _moves(seen, segment, days, turning, len(model.states), shape), persons)


def split_at_edges(low: Floats, high: Floats, edges: Floats) -> tuple[Ints, Ints, Floats, Floats]:
    """Return intervals cut at edges: which interval each piece is of, its band, and where it begins and ends.

    >>> [part.tolist() for part in split_at_edges(np.array([1.0]), np.array([9.0]), np.array([0.0, 5.0]))]
    [[0, 0], [0, 1], [1.0, 5.0], [5.0, 9.0]]
    """
    first = np.maximum(np.searchsorted(edges, low, side="right") - 1, 0)
    last = np.maximum(np.searchsorted(edges, high, side="left") - 1, first)
    pieces = last - first + 1
    of = np.repeat(np.arange(len(low)), pieces)
    band = first[of] + np.arange(len(of)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    ends = np.append(edges[1:], ONWARDS)
    begins = np.where(band == first[of], low[of], edges[band])
    return of, band, begins, np.minimum(high[of], ends[band])


def _weighed(model: Model, season: str | None, window: Window, low: Floats, high: Floats) -> Floats:
    """Return the days between two days of the calendar, each weighing its month's factor."""
    if season is None:
        return high - low
    factors = np.array(model.profiles.season[season].factors)
    days = [EPOCH + timedelta(days=int(window.first) + i) for i in range(int(window.last - window.first))]
    passed = np.concatenate([[0.0], np.cumsum(factors[[day.month - 1 for day in days]])])
    at = [np.clip(edge - window.first, 0, len(days)).astype(np.int64) for edge in (low, high)]
    return np.asarray(passed[at[1]] - passed[at[0]])


def _moves(seen: Spells, segment: Ints, days: Floats, turning: Floats, states: int, shape: tuple[int, int, int]) -> Floats:
    """Return the moves by destination, duration, age and segment (shape: states, K, A, G)."""
    moved = np.flatnonzero(seen.to != UNKNOWN)
    stay, age = (seen.end - seen.origin)[moved], (seen.end - seen.birth)[moved]
    years = np.maximum(np.searchsorted(turning, age, side="right") - 1, 0)
    result = np.zeros(states * int(np.prod(shape)))
    for side in ("left", "right"):
        band = np.maximum(np.searchsorted(days, stay, side=side) - 1, 0)
        cell = np.ravel_multi_index((seen.to[moved], band, years, segment[moved]), (states, *shape))
        result += np.bincount(cell, minlength=len(result)) / 2.0
    return result.reshape(states, *shape)
