"""Worlds that fork: what several worlds have in common is played once.

With luck keyed by citizen (common random numbers) a citizen lives the same life in two worlds until first coming to a state that differs
between them, or to one in which citizens meet. So everybody is played in the first world up to there. Most never come there: their books
are closed for all worlds; the others go on in each world from where they stand. Days are multiples of 1/1024, so that their sums are exact
in any order and the figures of a world are those that it has when it is played alone, bit for bit.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from simcase.engine.conductor import new_replication, play
from simcase.engine.divergent_states import divergent_states
from simcase.engine.figures import Figures
from simcase.engine.kernel.population import copied, watched_citizens
from simcase.engine.kernel.records import LEAST, People, Record, record
from simcase.engine.programmes import Office, processes
from simcase.engine.replicate import Drawn, Task, drawn_tables, figures, luck_of, placed_errors, replicated
from simcase.model import Donors
from simcase.tables import Tables
from simcase.vocabulary import Bools, Positions


class Fork(NamedTuple):
    """Where lives in several worlds part: those who go on, at that instant, and what everybody has left until then."""

    cell_first: Positions
    """Where the cells of each state begin in the first world."""
    who: People
    into: Record
    states: Bools
    """The states before which they stand (shape: states)."""


def play_until_fork(tables: Tables, donors: Donors | None, luck: tuple[int, int], states: Bools) -> Fork:
    """Return everybody of a replication as they first come to some states, played in a world; those who never do are played to its end."""
    work = tables.clockwork._replace(interacts=states)
    into = record(work)
    who = watched_citizens(tables._replace(clockwork=work), luck, donors, into)
    on = who.next_time < work.horizon
    if on.sum() < LEAST:
        on[:LEAST] = True  # whoever does not go on has left a row that nobody has
    return Fork(work.cell_first, People._make(field[on] for field in who), into, states)


def side_by_side(tasks: Sequence[Task], replication: int) -> tuple[Figures, ...]:
    """Return the figures of a replication in several worlds with the same seed; raises ReplicationError for one that fails."""
    first = tasks[0]
    drawn = [drawn_tables(each, replication) for each in tasks]
    found = [
        divergent_states(drawn[0].tables, each.tables) if _same_start(first, task) else None
        for task, each in zip(tasks, drawn, strict=True)
    ]
    if all(each is None for each in found[1:]):
        return tuple(replicated(task, replication) for task in tasks)
    states = np.logical_or.reduce([each for each in found if each is not None])
    with placed_errors(first, replication, drawn[0].tables):
        fork = play_until_fork(drawn[0].tables, first.donors, luck_of(first, replication), states)
    return tuple(
        replicated(task, replication) if differs is None else continue_from(fork, task, each, replication)
        for task, each, differs in zip(tasks, drawn, found, strict=True)
    )


def _same_start(one: Task, other: Task) -> bool:
    """Tell whether two worlds have the same luck and the same starting stock."""
    if (one.seed, one.uncertainty) != (other.seed, other.uncertainty) or one.points is not other.points:
        return False
    if one.donors is None or other.donors is None:
        return one.donors is other.donors
    return one.donors is other.donors or all(
        np.array_equal(getattr(one.donors, name), getattr(other.donors, name)) for name in one.donors._fields
    )


def continue_from(fork: Fork, task: Task, drawn: Drawn, replication: int) -> Figures:
    """Return the figures of a replication in which a world goes on from a fork; raises ReplicationError for one that fails."""
    tables = drawn.tables
    with placed_errors(task, replication, tables):
        desks: list[Office] = []
        begun = new_replication(
            tables, task.donors, luck_of(task, replication), begun=(copied(fork.who, tables.clockwork), _left(fork, tables))
        )
        into = play(begun, processes(tables, desks)).into
        return figures(drawn, into, replication, desks[0] if desks else None)


def _left(fork: Fork, tables: Tables) -> Record:
    """Return what everybody has left at a fork, as a world records it: in states that do not differ, whose cells may stand elsewhere."""
    into, work = record(tables.clockwork), tables.clockwork
    for state in np.flatnonzero(~fork.states):
        here, there = (slice(*first[state : state + 2]) for first in (fork.cell_first, work.cell_first))
        into.whole[there], into.part[there] = fork.into.whole[here], fork.into.part[here]
    for name in ("flow", "stock", "long_term", "present_whole", "present_part", "fault", "fault_time"):
        getattr(into, name)[...] = getattr(fork.into, name)
    return into


class Forks:
    """Forks of one world that are kept, for other worlds that are played later."""

    def __init__(self, task: Task, most: int) -> None:
        """Begin with none; so many are kept, some 2 MB each for a municipality."""
        self._task, self._most = task, most
        self._kept: OrderedDict[tuple[int, bytes], Fork] = OrderedDict()

    def other(self, task: Task, replication: int) -> Figures:
        """Return the figures of a replication in another world with the same seed; raises ReplicationError for one that fails."""
        one, drawn = drawn_tables(self._task, replication).tables, drawn_tables(task, replication)
        states = divergent_states(one, drawn.tables) if _same_start(self._task, task) else None
        if states is None:
            return replicated(task, replication)
        key = replication, states.tobytes()
        if key not in self._kept:
            with placed_errors(self._task, replication, one):
                fork = play_until_fork(one, self._task.donors, luck_of(self._task, replication), states)
            self._kept[key] = fork._replace(who=_slim(fork.who))
        self._kept.move_to_end(key)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return continue_from(self._kept[key], task, drawn, replication)


def _slim(who: People) -> People:
    """Return citizens at a fork without room for phases of programmes, which nobody has there."""
    return who._replace(phase=who.phase[:, :0].copy())
