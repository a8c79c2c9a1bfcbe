"""The conductor: a SimPy environment whose processes are everything that happens on a date; the kernel plays what lies between."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, TypeAlias

import simpy

from simcase.engine.kernel import advance, begin, close
from simcase.engine.population import Donors, citizens
from simcase.engine.records import People, Record, record
from simcase.tables import Tables

Process: TypeAlias = Generator[simpy.Event, Any, None]


@dataclass(frozen=True, slots=True)
class World:
    """One replication under way: its clock, its citizens, its record."""

    env: simpy.Environment
    tables: Tables
    who: People
    into: Record
    luck: tuple[int, int]

    def look(self) -> None:
        """Bring every citizen up to now: the kernel plays all events up to and including this instant."""
        advance(self.tables.clockwork, self.who, self.into, self.luck, self.env.now)


def until_horizon(world: World) -> Process:
    """Wait for the horizon, play what is left, and close the books."""
    yield world.env.timeout(world.tables.clockwork.horizon - world.env.now)
    world.look()
    close(world.tables.clockwork, world.who, world.into)


def conducted(
    tables: Tables, donors: Donors | None, luck: tuple[int, int], processes: tuple[Callable[[World], Process], ...] = (), events: int = 0
) -> World:
    """Return one replication played from start to horizon.

    `luck` is seed and replication; `processes` are functions from the world to a SimPy process, in their order at one
    instant; `events` is the room for an event log, 0 for none.
    """
    work = tables.clockwork
    env = simpy.Environment(initial_time=work.first_day)
    world = World(env, tables, citizens(tables, luck, donors), record(work, events), luck)
    begin(work, world.who, luck)
    for process in (*processes, until_horizon):
        env.process(process(world))
    env.run()
    return world
