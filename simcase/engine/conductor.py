"""The conductor: a SimPy environment whose processes are everything that happens on a date; the kernel plays what lies between."""

from __future__ import annotations

import math
import traceback
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final, TypeAlias

import numpy as np
import simpy
from simpy.events import EventPriority

from simcase.engine.compiling import entry
from simcase.engine.kernel.intake import replan_states
from simcase.engine.kernel.lives import advance_by_day, close, enlist
from simcase.engine.kernel.population import citizens, watched_citizens
from simcase.engine.kernel.records import Agenda, People, Record, agenda, record
from simcase.errors import ReplicationError, SimcaseError
from simcase.model import Donors
from simcase.tables import Clockwork, Dynamic, Tables
from simcase.vocabulary import Floats

Process: TypeAlias = Generator[simpy.Event, Any, None]

STAFF: Final = 2
"""The rank of changes of staff among what falls on one instant; the smallest comes first."""
SLOTS: Final = 3
"""The rank of slots that arrive."""
INTAKES: Final = 4
"""The rank of intakes."""
END: Final = 9
"""The rank of the end."""


@dataclass(slots=True)
class Replication:
    """One replication under way: its clock, its citizens, its record."""

    env: simpy.Environment
    tables: Tables
    work: Clockwork
    who: People
    into: Record
    listed: Agenda
    luck: tuple[int, int]
    advance: Callable[[Clockwork, People, Record, Agenda, tuple[int, int], float], None]
    shares: dict[str, float] = field(default_factory=dict)
    """The share of its planned dose that an initiative has now; all of it where none is set."""
    until: Mapping[float, Floats] | None = None
    """Up to when those in each state are played at each instant at which somebody looks, where all these instants are known."""

    def at(self, time: float, rank: int) -> simpy.Event:
        """Return an event at a time; of those at one instant the smaller rank comes first."""
        event = simpy.Event(self.env)
        event._ok, event._value = True, None  # noqa: SLF001 - as SimPy's own Timeout does, with a priority besides
        self.env.schedule(event, priority=EventPriority(rank), delay=time - self.env.now)
        return event

    def look(self) -> None:
        """Bring every citizen at whom anybody looks up to now: the kernel plays all events up to and including this instant.

        In states at which nobody looks now citizens are played on to the instant at which somebody does.
        """
        now = float(self.env.now)
        self.listed.batch.until[:] = np.where(self.work.interacts, now, math.inf) if self.until is None else self.until[now]
        self.advance(self.work, self.who, self.into, self.listed, self.luck, now)

    def today(self) -> date:
        """Return the date of now."""
        return self.tables.names.start + timedelta(days=int(self.env.now))

    def persons(self, states: Sequence[str]) -> int:
        """Return how many citizens are in some states now."""
        self.look()
        return sum(int(self.listed.state_count[self.tables.names.states.index(state)]) for state in states)

    def set_dose(self, initiative: str, share: float) -> None:
        """Set the dose of an initiative to a share of what is planned, from the next calendar edge on (now, if this is one).

        Raises KeyError for an initiative whose dose is not set while the replication runs, and ValueError for a share that is no number.
        """
        if math.isnan(share):
            raise ValueError(f"initiative '{initiative}': found a share of {share} of its dose, expected a number from 0 to 1")
        dynamic = {each.initiative.id: each for each in self.tables.staffing.dynamic}[initiative]
        self.look()
        scale(self, dynamic, min(1.0, max(0.0, share)))


def scale(replication: Replication, dynamic: Dynamic, share: float) -> None:
    """Give an initiative a share of its planned dose from the next calendar edge on, and plan anew whom that concerns."""
    if replication.shares.get(dynamic.initiative.id, 1.0) == share:
        return
    replication.shares[dynamic.initiative.id] = share
    period = int(np.searchsorted(replication.work.calendar, replication.env.now, side="left"))
    changed = False
    for row, ratio in zip(dynamic.layers, dynamic.ratio, strict=True):
        factor = ratio ** (dynamic.dose[period:] * share - dynamic.initiative.dose_in_base)
        if not np.array_equal(factor, replication.work.layer_factor[row, period:]):
            replication.work.layer_factor[row, period:] = factor
            changed = True
    if changed:
        states = np.isin(np.arange(len(replication.work.absorbing)), dynamic.states)
        replan_states(replication.work, replication.who, replication.listed, states, replication.env.now)


def until_horizon(replication: Replication) -> Process:
    """Wait for the horizon, play what is left, and close the books."""
    yield replication.at(replication.work.horizon, END)
    replication.look()
    close(replication.work, replication.who, replication.into)


def new_replication(
    tables: Tables, donors: Donors | None, luck: tuple[int, int], events: int = 0, begun: tuple[People, Record] | None = None
) -> Replication:
    """Return a replication at its start; or one of which citizens and record are there already.

    With room for so many events it keeps a log and everybody in it; else those alone at whom somebody may look.
    """
    work = tables.clockwork
    if tables.staffing.dynamic:
        work = work._replace(layer_factor=work.layer_factor.copy())
    if begun is None:
        into = record(work, events)
        who = (citizens if events else watched_citizens)(tables, luck, donors, into)
    else:
        who, into = begun
    listed = agenda(work, len(who.state))
    enlist(work, who, listed, luck)
    advance = entry(advance_by_day, work, who, into, listed, luck, work.first_day)
    return Replication(simpy.Environment(initial_time=work.first_day), tables, work, who, into, listed, luck, advance)


def conduct(
    tables: Tables,
    donors: Donors | None,
    luck: tuple[int, int],
    processes: Sequence[Callable[[Replication], Process]] = (),
    events: int = 0,
) -> Replication:
    """Return one replication played from start to horizon, everything that interacts at its date.

    `luck` is seed and replication; `processes` are functions from the replication to a SimPy process; `events` is the room for an
    event log, 0 for none. Raises ReplicationError, with the date, for a process that fails.
    """
    return play(new_replication(tables, donors, luck, events), processes)


def play(replication: Replication, processes: Sequence[Callable[[Replication], Process]]) -> Replication:
    """Return a replication, played from its start to its horizon.

    Raises ReplicationError, with the date, for a process that fails.
    """
    try:
        for process in processes:
            replication.env.process(process(replication))
        replication.env.run(until=replication.env.process(until_horizon(replication)))
    except SimcaseError:
        raise
    except Exception as error:
        raise ReplicationError(replication.luck[1], mistake_in(error), replication.today().isoformat()) from error
    return replication


def mistake_in(error: BaseException) -> str:
    """Return what a mistake is and where in which file it was made; SimPy raises a copy of what a process raised."""
    first = error
    while first.__cause__ is not None:
        first = first.__cause__
    last = traceback.extract_tb(first.__traceback__)[-1]
    return f"{type(first).__name__}: {first} ({last.filename}:{last.lineno})"


def play_undisturbed(tables: Tables, donors: Donors | None, luck: tuple[int, int]) -> Record:
    """Return the record of a replication in which nobody interacts: each citizen is played from first event to horizon at once."""
    into = record(tables.clockwork)
    watched_citizens(tables, luck, donors, into)
    return into
