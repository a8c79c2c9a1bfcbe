"""What the kernel carries: the citizens, and the record that it fills."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from simcase.tables import Clockwork
from simcase.vocabulary import Floats, Ints

NEVER = np.inf
"""A time that does not come."""


class People(NamedTuple):
    """Citizens as a struct of arrays, one element a citizen; times are days since the model's start."""

    number: Ints  # keys the citizen's luck: where the citizen comes from, and the how manieth from there
    birth: Floats
    segment: Ints
    state: Ints  # -1 before arrival
    entry: Floats  # when the spell began
    origin: Floats  # from when its duration counts
    grant: Floats  # when the scheme was granted
    scheme: Ints  # which scheme, -1 none
    weeks: Ints  # the refusion counter
    last_week: Ints  # last week that it counted
    support_from: Floats  # since when self-supporting without a break, infinity if not
    support_weeks: npt.NDArray[np.uint64]  # N, 3: whole weeks of self-support, newest in the lowest bit
    support_at: Ints  # the week that follows the newest bit
    visits: npt.NDArray[np.uint16]  # N, S: spells begun in each state
    next_time: Floats  # when the citizen's next event falls
    next_state: Ints  # what it leads to
    arrived: Floats  # when the citizen entered the model
    left: Floats  # when the citizen left it, infinity if not


class Record(NamedTuple):
    """Days and flows as difference arrays: constant work a spell, summed once at the end."""

    whole: Ints  # cells, months + 1: change in citizens present the whole month
    part: Floats  # cells, months: days of those present a part
    flow: Ints  # months, states + 1, states: moves; the last row holds arrivals
    stay: Ints  # states, bands, months + 1: change in the month-end stock by duration
    present_whole: Ints  # months + 1: the same as whole, by arrival and leaving alone
    present_part: Floats  # months
    log_time: Floats  # events, if kept
    log: Ints  # events, 3: citizen, from, to
    logged: Ints  # 1: events so far


def people(count: int, states: int) -> People:
    """Return so many blank citizens."""
    never = np.full(count, NEVER)
    zero = np.zeros(count, dtype=np.int64)
    return People(
        number=zero.copy(),
        birth=np.zeros(count),
        segment=zero.copy(),
        state=np.full(count, -1, dtype=np.int64),
        entry=np.zeros(count),
        origin=np.zeros(count),
        grant=never.copy(),
        scheme=np.full(count, -1, dtype=np.int64),
        weeks=zero.copy(),
        last_week=np.full(count, -(10**6), dtype=np.int64),
        support_from=never.copy(),
        support_weeks=np.zeros((count, 3), dtype=np.uint64),
        support_at=np.full(count, -(10**6), dtype=np.int64),
        visits=np.zeros((count, states), dtype=np.uint16),
        next_time=never.copy(),
        next_state=np.full(count, -1, dtype=np.int64),
        arrived=np.full(count, -NEVER),
        left=never.copy(),
    )


def record(clockwork: Clockwork, events: int = 0) -> Record:
    """Return a blank record; with room for so many events it keeps a log."""
    months, states = len(clockwork.month_edge) - 1, len(clockwork.absorbing)
    cells, bands = int(clockwork.cell_first[-1]), len(clockwork.stay_edge)
    return Record(
        whole=np.zeros((cells, months + 1), dtype=np.int64),
        part=np.zeros((cells, months)),
        flow=np.zeros((months, states + 1, states), dtype=np.int64),
        stay=np.zeros((states, bands, months + 1), dtype=np.int64),
        present_whole=np.zeros(months + 1, dtype=np.int64),
        present_part=np.zeros(months),
        log_time=np.zeros(events),
        log=np.zeros((events, 3), dtype=np.int64),
        logged=np.zeros(1, dtype=np.int64),
    )
