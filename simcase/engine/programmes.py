"""What interacts: intakes to programmes, job slots from employers, staff, and the initiatives of installed packages."""

from __future__ import annotations

import hashlib
import inspect
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.metadata import entry_points
from typing import Final

import numpy as np

from simcase.engine.compiling import entry
from simcase.engine.conductor import INTAKES, SLOTS, STAFF, Process, Replication, scale
from simcase.engine.kernel.intake import intake
from simcase.engine.kernel.records import Record, widened
from simcase.engine.kernel.streams import SLOT, two, word
from simcase.errors import RunError
from simcase.tables import Clockwork, Plan, Tables
from simcase.vocabulary import Floats, Ints
from simcase.words import said

GROUP: Final = "simcase.initiatives"
"""The entry points by which installed packages offer initiatives."""
BY_ELIGIBLE: Final = 0
"""An intake was bound by the queue: nobody else was waiting."""
BY_PLACES: Final = 1
"""An intake was bound by places: none was free, and no slot."""
BY_STAFF: Final = 2
"""An intake was bound by staff: none had time."""


@dataclass(slots=True)
class Office:
    """The resources of a replication, and what bound the intakes: P programmes, W calendar weeks."""

    planned: list[list[int]]
    """Places of each programme by calendar period, -1 where slots arrive from employers."""
    places: list[int]
    """Free places of each programme."""
    granted: list[int]
    """Places given to each programme so far, less those taken back."""
    open_slots: list[deque[float]]
    """When each open job slot of a programme closes, the earliest first."""
    admit: Callable[..., tuple[int, int]]
    """Holds an intake: who of those waiting is admitted."""
    hours: list[float]
    """Free hours a week of each pool of staff."""
    given: list[float]
    """Hours a week given to each pool so far, less those taken back."""
    waiting: Ints
    """W, P: those still waiting after the last intake of the week."""
    bound: Ints
    """W, P, 3: intakes bound by eligible citizens, places, staff."""


def office(replication: Replication) -> Office:
    """Return the resources at the start: no place is taken, no slot open, all staff free."""
    tables = replication.tables
    weeks, count = len(tables.names.weeks), len(tables.plans)
    return Office(
        planned=replication.work.programme_places.tolist(),
        places=[0] * count,
        granted=[0] * count,
        open_slots=[deque() for _ in tables.plans],
        admit=entry(
            intake,
            replication.work,
            replication.who,
            replication.into,
            replication.listed,
            replication.luck,
            0,
            replication.work.first_day,
            0,
        ),
        hours=tables.staffing.hours[0].tolist(),
        given=tables.staffing.hours[0].tolist(),
        waiting=np.zeros((weeks, count), dtype=np.int32),
        bound=np.zeros((weeks, count, 3), dtype=np.int32),
    )


def free_places(desk: Office, p: int, freed: int, now: float, period: int) -> int:
    """Return the places of a programme that are free now, those freed and a change of their number included."""
    planned = desk.planned[p][period]
    if planned < 0:
        closed = desk.open_slots[p]
        while closed and closed[0] <= now:
            closed.popleft()
        return len(closed)
    desk.places[p] += freed
    more = max(planned - desk.granted[p], -desk.places[p])
    desk.places[p] += more
    desk.granted[p] += more
    return desk.places[p]


def served(replication: Replication, desk: Office, p: int, period: int, week: int) -> None:
    """Hold one intake of a programme: give back what was freed, admit those for whom there is room, note what bound."""
    plan, now, into = replication.tables.plans[p], replication.env.now, replication.into
    freed = int(into.freed[p])
    into.freed[p] = 0
    places = tended = free_places(desk, p, freed, now, period)
    if plan.pool >= 0:
        desk.hours[plan.pool] += freed * plan.hours
        tended = math.floor(desk.hours[plan.pool] / plan.hours + 1e-9)
    room = min(places, tended)
    admitted, waited = desk.admit(replication.work, replication.who, into, replication.listed, replication.luck, p, now, room)
    if desk.planned[p][period] < 0:
        for _ in range(admitted):
            desk.open_slots[p].popleft()
    else:
        desk.places[p] -= admitted
    if plan.pool >= 0:
        desk.hours[plan.pool] -= min(desk.hours[plan.pool], admitted * plan.hours)
    desk.waiting[week, p] = waited - admitted
    desk.bound[week, p, BY_ELIGIBLE if admitted == waited else BY_PLACES if places <= tended else BY_STAFF] += 1


def intake_days(plan: Plan) -> Floats:
    """Return the days of a programme's intakes."""
    return np.arange(plan.first, plan.until, plan.every)


def next_looks(tables: Tables) -> dict[float, Floats]:
    """Return every instant at which somebody looks, and from it the next one for those in each state, infinity where nobody ever does.

    An intake looks at the targets of its programme, staff at those of their initiatives as a month begins; the horizon is for all.
    """
    work = tables.clockwork
    days = [np.array([work.horizon]), *map(intake_days, tables.plans), *([work.month_edge[:-1]] if needs_staff(tables) else [])]
    instants = np.unique(np.concatenate(days))
    until = np.full((len(instants), len(work.interacts)), math.inf)
    tended = {state for dynamic in tables.staffing.dynamic for state in dynamic.states}
    for state in np.flatnonzero(work.interacts):
        here = [days[0], *(intake_days(plan) for p, plan in enumerate(tables.plans) if work.programme_states[p, state])]
        looks = np.unique(np.concatenate([*here, *([work.month_edge[:-1]] if state in tended else [])]))
        until[:, state] = looks[np.searchsorted(looks, instants)]
    return dict(zip(instants.tolist(), until, strict=True))


def intakes(replication: Replication, desk: Office) -> Process:
    """Hold every intake on its day, those of one day in the order of the initiatives' ids; nobody is admitted twice on a day."""
    work = replication.work
    monday, phases = int(work.first_day + work.week_offset) // 7, int(np.diff(work.phase_first).max())
    days: dict[float, list[int]] = {}
    for p, plan in enumerate(replication.tables.plans):
        for day in intake_days(plan):
            days.setdefault(float(day), []).append(p)
    for day in sorted(days):
        yield replication.at(day, INTAKES)
        replication.look()
        if replication.into.phases[0] + phases > replication.who.phase.shape[1]:
            replication.who = widened(replication.who)
        period, week = int(work.period_of_day[int(day - work.first_day)]), int(day + work.week_offset) // 7 - monday
        for p in days[day]:
            served(replication, desk, p, period, week)


def slot_times(replication: Replication, plan: Plan, key: int) -> list[float]:
    """Return when a programme's slots arrive from employers: a Poisson process whose rate follows the plan (random time change)."""
    times: list[float] = []
    edges, number, time, clock = replication.work.calendar, 0, replication.work.first_day, 0.0
    for period, rate in enumerate(plan.slot_rate):
        end = min(float(edges[period + 1]), plan.until)
        while rate > 0.0 and time < end:
            if clock <= 0.0:
                clock = -math.log(two(replication.luck[0], replication.luck[1], number, word(SLOT, 0, 0), key)[0])
                number += 1
            if clock > rate * (end - time):
                clock -= rate * (end - time)
                break
            time += clock / rate
            clock = 0.0
            times.append(math.floor(time * 1024.0) / 1024.0)
        time = max(time, end)
    return times


def employers(replication: Replication, desk: Office, p: int) -> Process:
    """Let a programme's job slots arrive."""
    plan = replication.tables.plans[p]
    for time in slot_times(replication, plan, int(replication.work.programme_key[p])):
        yield replication.at(time, SLOTS)
        desk.open_slots[p].append(time + plan.open_days)


def staffed(replication: Replication, desk: Office) -> Process:
    """Give pools their hours, and open initiatives the share of their dose that these allow, at the start and at each month's end."""
    for month, edge in enumerate(replication.work.month_edge[:-1]):
        yield replication.at(float(edge), STAFF)
        replication.look()
        for pool, planned in enumerate(replication.tables.staffing.hours[month].tolist()):
            employ(desk, pool, planned)
        for dynamic in replication.tables.staffing.dynamic:
            if dynamic.pool >= 0:
                scale(replication, dynamic, staff_share(replication, desk, dynamic.pool, dynamic.initiative.id))


def employ(desk: Office, pool: int, planned: float) -> None:
    """Give a pool of staff the hours planned from now on; when they fall, free hours are taken back and no more than are free."""
    more = max(planned - desk.given[pool], -desk.hours[pool])
    desk.hours[pool] += more
    desk.given[pool] += more


def staff_share(replication: Replication, desk: Office, pool: int, initiative: str) -> float:
    """Return the share of the hours needed by an open initiative that its pool has: min(1, hours / hours needed)."""
    dynamic = next(each for each in replication.tables.staffing.dynamic if each.initiative.id == initiative)
    need = dynamic.initiative.staff.hours_a_week if dynamic.initiative.staff else 0.0
    persons = sum(int(replication.listed.state_count[state]) for state in dynamic.states)
    return min(1.0, desk.hours[pool] / (need * persons)) if need * persons > 0.0 else 1.0


def installed(name: str) -> Callable[..., Process]:
    """Return the generator function that an installed package offers under a name.

    Raises RunError if there is none.
    """
    found = entry_points(group=GROUP, name=name)
    if not found:
        raise RunError(said("error.run.no_process", name=name, group=GROUP))
    function: Callable[..., Process] = next(iter(found)).load()
    return function


def source_of(name: str) -> str:
    """Return the digest of the module in which an installed package offers a process."""
    return hashlib.sha256(inspect.getsource(inspect.getmodule(installed(name)) or installed(name)).encode()).hexdigest()


def processes(tables: Tables, desks: list[Office]) -> list[Callable[[Replication], Process]]:
    """Return what interacts in a model, as functions from the replication to a SimPy process; the office joins `desks` when it opens."""
    every: list[Callable[[Replication], Process]] = []
    if tables.plans or needs_staff(tables):
        every.append(partial(opened, desks=desks))
    every += [partial(own, name=each.initiative.id) for each in tables.staffing.dynamic if each.initiative.kind == "process"]
    return every


def needs_staff(tables: Tables) -> bool:
    """Tell whether anything needs staff."""
    return any(plan.pool >= 0 for plan in tables.plans) or any(dynamic.pool >= 0 for dynamic in tables.staffing.dynamic)


def opened(replication: Replication, desks: list[Office]) -> Process:
    """Open the office: start its processes. They say when they look; an installed package may look at any time."""
    if all(each.initiative.kind != "process" for each in replication.tables.staffing.dynamic):
        replication.until = next_looks(replication.tables)
    desk = office(replication)
    desks.append(desk)
    for p in range(len(replication.tables.plans)):
        if desk.planned[p][0] < 0:
            replication.env.process(employers(replication, desk, p))
    if needs_staff(replication.tables):
        replication.env.process(staffed(replication, desk))
    if replication.tables.plans:
        replication.env.process(intakes(replication, desk))
    return
    yield


def own(replication: Replication, name: str) -> Process:
    """Run the initiative of an installed package."""
    initiative = next(each.initiative for each in replication.tables.staffing.dynamic if each.initiative.id == name)
    return installed(str(initiative.process))(replication, initiative)


def programme_days(work: Clockwork, into: Record) -> Floats:
    """Return the days of participants by part of a month and programme (shape: parts, programmes)."""
    length = np.diff(work.book_edge)
    return np.asarray((np.cumsum(into.taken_whole, axis=1)[:, :-1] * length + into.taken_part).T)
