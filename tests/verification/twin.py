"""The executable specification: docs/background/semantics.md played plainly, one SimPy process a citizen.

It reads the tables and nothing of the engine. What it writes is the event log that the engine must write too.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Any, TypeAlias, TypeVar

import numpy as np
import simpy
from newcomers import (
    CLOCK,
    DECISION,
    DROPOUT,
    NEVER,
    QUEUE,
    SHARE,
    SLOT,
    Citizen,
    Count,
    Phase,
    admitted,
    arrivals,
    begun,
    blank_stock,
    drawn_stock,
    ending,
    exceeded,
    floored,
    pick,
    put_off,
    resumed,
    stood_still,
    two,
    young,
)
from payers import days_by_column, granted
from simpy.events import EventPriority

from simcase.tables import Clockwork, Dynamic, Plan, Source, Tables
from simcase.vocabulary import GRID

Process: TypeAlias = Generator[simpy.Event, Any, None]
Arrays = TypeVar("Arrays", Clockwork, Source, Plan)
Event: TypeAlias = tuple[float, int, int, int, int]
"""Time, citizen's number, kind, and the states left and entered or the programme and -1."""

MOVED, ADMITTED, COMPLETED, DROPPED, LEFT = range(5)
CITIZENS, STAFF, SLOTS, INTAKES = range(1, 5)
BENEFIT, SELF_SUPPORT, LONGEST, NEWEST = 1, 2, 0, 1


@dataclass
class Desk:
    """What a programme has to give; `freed` have ended since it last asked."""

    granted: int = 0
    free: int = 0
    freed: int = 0
    slots: list[float] = field(default_factory=list)


def listed(arrays: Arrays) -> Arrays:
    """Return a part of the tables with lists in the place of arrays."""
    return arrays._replace(**{name: part.tolist() for name, part in arrays._asdict().items() if isinstance(part, np.ndarray)})


class Town:
    """A replication: its citizens, each a process, and what gives them places, slots and staff."""

    def __init__(self, tables: Tables, donors: Mapping[str, Any] | None, luck: tuple[int, int]) -> None:
        work = self.work = listed(tables.clockwork)
        self.source, self.plans = listed(tables.source), [listed(plan) for plan in tables.plans]
        self.dynamic, self.planned = tables.staffing.dynamic, tables.staffing.hours.tolist()
        self.hours, self.given = list(self.planned[0]), list(self.planned[0])
        self.desks, self.luck = [Desk() for _ in self.plans], luck
        self.env = simpy.Environment(work.first_day)
        self.log: list[Event] = []
        self.days = Counter[tuple[int, int]]()
        self.citizens: list[Citizen] = []
        self.inside: list[dict[int, Citizen]] = [{} for _ in work.absorbing]
        self.settle(donors)
        self.env.process(self.staff())
        for p in range(len(self.plans)):
            self.env.process(self.intakes(p))
            self.env.process(self.employers(p))

    def at(self, time: float, rank: int) -> simpy.Event:
        """Return an event at a time; of those at one instant the smaller rank comes first."""
        event = simpy.Event(self.env)
        event._ok, event._value = True, None
        self.env.schedule(event, EventPriority(rank), time - self.env.now)
        return event

    def play(self) -> list[Event]:
        """Play the world to its horizon and return the log, by time and citizen."""
        self.env.run(until=self.work.horizon)
        for who in self.citizens:
            if who.state >= 0 and not self.work.absorbing[who.state]:
                self.leave(who, self.work.horizon)
        return sorted(self.log, key=lambda event: event[:2])

    def settle(self, donors: Mapping[str, Any] | None) -> None:
        """Let in the starting stock, and give all who arrive later their lives as well."""
        known = self.work, self.source, self.luck
        for who, time, state in blank_stock(*known) if donors is None else ():
            self.enter(who, state, time)
            self.live(who)
        for who in drawn_stock(*known, donors) if donors is not None else ():
            self.inside[who.state][who.number] = who
            self.live(who)
        for arriving in chain(young(*known), *(arrivals(*known, stream) for stream in range(len(self.source.stream_rate)))):
            self.live(*arriving)

    def live(self, who: Citizen, time: float = 0.0, to: int = -1) -> None:
        """Begin a citizen's life: at the start, or with the arrival in a state at a time."""
        self.citizens.append(who)
        who.life = self.env.process(self.life(who, time, to))

    # A citizen's life.

    def life(self, who: Citizen, time: float, to: int) -> Process:
        """Wait for a citizen's next event and play it, to the end; an interrupt upsets the plan."""
        if to >= 0:
            yield self.at(time, CITIZENS)
            self.move(who, time, admitted(self.work, to, time))
        while not self.work.absorbing[who.state]:
            move, to = who.planned = who.planned or self.plan(who)
            time = min(move, who.ends)
            try:
                yield self.at(min(time, self.work.horizon), CITIZENS)
            except simpy.Interrupt:
                who.planned = None
                continue
            if time == move:
                self.move(who, time, to)
            else:
                whole = floored(who.started + self.work.programme_days[who.programme])
                self.finish(who, time, COMPLETED if time == whole else DROPPED)

    def move(self, who: Citizen, time: float, to: int) -> None:
        """Move a citizen to a state; a programme that is not for it ends, and what would come after never begins."""
        if who.programme >= 0 and not self.work.programme_states[who.programme][to]:
            for phase in who.present:
                phase.until = min(phase.until, time)
            self.finish(who, time, LEFT)
        if who.state >= 0:
            self.leave(who, time)
        self.log.append((time, who.number, MOVED, who.state, to))
        self.enter(who, to, time)

    def finish(self, who: Citizen, time: float, kind: int) -> None:
        """End a citizen's programme."""
        self.log.append((time, who.number, kind, who.programme, -1))
        self.desks[who.programme].freed += 1
        who.again[who.programme] = time + self.work.programme_again[who.programme]
        who.programme, who.ends = -1, NEVER

    def week(self, time: float) -> int:
        """Return the calendar week of a time."""
        return math.floor((time + self.work.week_offset) / 7)

    def leave(self, who: Citizen, time: float) -> None:
        """Close a citizen's spell: its weeks and days are counted."""
        del self.inside[who.state][who.number]
        self.days += days_by_column(self.work, who, time)
        touched = range(self.week(who.began), self.week(time - GRID) + 1)
        counted = [week for week in touched if week >= self.work.counts_from]
        if self.work.ladder[who.state] == BENEFIT and counted:
            who.weeks += sum(week > who.last_week for week in counted)
            who.last_week = counted[-1]
        for k, count in enumerate(who.counts):
            if self.work.counter_runs[k][who.state]:
                count.touched.update(touched)
                count.used += time - who.began - stood_still(self.work, k, who.began, time)

    def enter(self, who: Citizen, state: int, time: float) -> None:
        """Open a citizen's spell in a state."""
        work, group = self.work, self.work.duration_group[state]
        ended = ending(work, who.state, who.began)[0] == time if who.state >= 0 else False
        if not ended and (who.state < 0 or group < 0 or work.duration_group[who.state] != group):
            who.origin = time
        who.state, who.entry, who.began, who.planned = state, time, time, None
        granted(work, who, state, time)
        who.visits[state] += 1
        who.phases = [phase for phase in who.phases if phase.until > time]
        self.inside[state][who.number] = who
        if work.ladder[state] == SELF_SUPPORT:
            who.support.since = min(who.support.since, time) if who.weeks else NEVER
        elif who.support.since < NEVER and who.support.end(time, work.week_offset, work.reset_weeks, work.window_weeks):
            who.weeks = 0
        for k, count in enumerate(who.counts):
            self.earn(count, k, state, time)

    def earn(self, count: Count, k: int, state: int, time: float) -> None:
        """Let a right be earned anew, or begin, as a spell begins in a state."""
        work, earning = self.work, count.earning
        if work.counter_earns[k][state]:
            earning.since = min(earning.since, time)
        elif earning.since < NEVER and earning.end(time, work.week_offset, work.counter_earn_weeks[k], work.counter_window[k]):
            count.used, count.right_from = 0.0, NEVER
        if work.counter_runs[k][state]:
            count.right_from = min(count.right_from, time)

    # When a spell ends.

    def plan(self, who: Citizen) -> tuple[float, int]:
        """Return when a citizen's spell ends, planned from its beginning for what comes after now, and the state it leads to."""
        best, to = self.decision(who)
        first = self.work.exit_first[who.state]
        for exit_ in range(first, self.work.exit_first[who.state + 1]):
            pair, odd = divmod(exit_ - first, 2)
            clock = -math.log(two(self.luck, CLOCK, who.number, pair, who.state, who.visits[who.state])[odd])
            limit = min(best, self.work.horizon)
            time = self.firing(who, exit_, clock, limit)
            if time < limit:
                time = max(floored(time), self.env.now + GRID)
                onward = admitted(self.work, self.work.exit_to[exit_], time)
                best, to = (time, onward) if time < limit and onward != who.state else (best, to)
        return best, to

    def decision(self, who: Citizen) -> tuple[float, int]:
        """Return the time of the first statutory decision that ends a citizen's spell, and the state it leads to."""
        work = self.work
        best, after = ending(work, who.state, who.began)
        for entry in range(work.rule_first[who.state], work.rule_first[who.state + 1]):
            time = self.falls(who, entry)
            if work.rule_month_end[entry] and who.began < time < work.horizon:
                time = next(edge for edge in work.month_edge if edge > max(time, work.first_day))
            elif time < work.horizon:
                time = floored(time) if time <= who.began else max(floored(time), who.began + GRID)
            time = resumed(work, entry, time, who.began)
            outcomes = slice(work.outcome_first[entry], work.outcome_first[entry + 1])
            draw = two(self.luck, DECISION, who.number, work.rule_id[entry], who.state, who.visits[who.state])[0]
            to = admitted(work, work.outcome_to[outcomes][pick(work.outcome_until[outcomes], draw)], time)
            if time < min(best, work.horizon) and to not in {-1, who.state}:
                best, after = time, to
        return best, after

    def falls(self, who: Citizen, entry: int) -> float:
        """Return when a rule falls in a citizen's spell, or fell before it, not yet put off to a month's end."""
        work, begin, late = self.work, who.began, NEVER
        days, k, row = work.rule_days[entry], work.rule_counter[entry], work.rule_row[entry]
        if row >= 0:
            return max(float(work.birth_day[row][max(0, int(who.birth) - work.birth_origin)]), begin + GRID)
        if k < 0:
            return who.origin + days
        if work.counter_within[k] > 0:
            time = exceeded(work, who.counts[k].touched, k, self.week(begin), days / 7)
            late = begin + GRID if who.entry >= work.first_day else begin - GRID
        else:
            right = who.counts[k].right_from
            time = min(put_off(work, k, begin, begin + days - who.counts[k].used), put_off(work, k, right, right + work.rule_frame[entry]))
            late = NEVER if work.rule_stays[entry] else begin + GRID
        return time if time > begin else late

    def firing(self, who: Citizen, exit_: int, clock: float, limit: float) -> float:
        """Return when a clock fires: it is spent on the hazard from breakpoint to breakpoint; one at or after the limit does not matter."""
        work, since = self.work, who.began
        edges = [who.origin + edge for edge in work.band_edge[work.band_first[exit_] : work.band_first[exit_ + 1]]]
        edges += [*(who.birth + edge for edge in work.age_edge), *work.calendar]
        edges += [edge for phase in who.phases for edge in (phase.since, phase.until)]
        rate = self.hazard(who, exit_, since)
        for edge in sorted({edge for edge in edges if since < edge < limit}):
            then = self.hazard(who, exit_, edge)
            if then != rate:
                spent = rate * (edge - since)
                if spent >= clock:
                    break
                clock, since, rate = clock - spent, edge, then
        return since + clock / rate if rate > 0.0 else NEVER

    def hazard(self, who: Citizen, exit_: int, time: float) -> float:
        """Return the hazard of an exit at a time, events a day: base x segment x age x calendar x layers x phases."""
        work, row = self.work, self.work.calendar_row[exit_]
        bands = slice(work.band_first[exit_], work.band_first[exit_ + 1])
        band = begun([who.origin + edge for edge in work.band_edge[bands]], time)
        age, period = begun(work.age_edge, time - who.birth), begun(work.calendar, time)
        rate: float = work.band_rate[bands][band] * work.segment_factor[exit_][who.segment] * work.age_factor[exit_][age]
        rate *= work.calendar_factor[row][period] if row >= 0 else 1.0
        layers = range(work.layer_first[exit_], work.layer_first[exit_ + 1])
        rate *= math.prod(work.layer_factor[layer][period] for layer in layers if self.acts(who, layer, age, time))
        rate *= math.prod(work.phase_factor[phase.row][exit_] for phase in who.phases if phase.since <= time < phase.until)
        return rate

    def acts(self, who: Citizen, layer: int, age: int, time: float) -> bool:
        """Tell whether a layer acts on a citizen at a time."""
        fits: bool = self.work.layer_segments[layer][who.segment] and self.work.layer_ages[layer][age]
        late: bool = who.origin + self.work.layer_days[layer] <= time
        return fits and late and self.reaches(who, self.work.layer_key[layer], self.work.layer_share[layer])

    def reaches(self, who: Citizen, key: int, share: float) -> bool:
        """Tell whether an initiative reaches a citizen of its target."""
        return two(self.luck, SHARE, who.number, key)[0] < share

    # What interacts.

    def staff(self) -> Process:
        """Give the pools their hours, and open initiatives the dose that these allow, at the start and at each month's end."""
        for edge, planned in zip(self.work.month_edge[:-1], self.planned, strict=True):
            yield self.at(edge, STAFF)
            more = [max(hours - given, -free) for hours, given, free in zip(planned, self.given, self.hours, strict=True)]
            self.hours, self.given = np.add(self.hours, more).tolist(), np.add(self.given, more).tolist()
            for each, staff in ((dynamic, dynamic.initiative.staff) for dynamic in self.dynamic):
                need = staff.hours_a_week * sum(len(self.inside[state]) for state in each.states) if staff else 0.0
                self.dose(each, begun(self.work.calendar, edge), min(1.0, self.hours[each.pool] / need) if need > 0.0 else 1.0)

    def dose(self, dynamic: Dynamic, first: int, share: float) -> None:
        """Give an initiative a share of its planned dose from a calendar period on."""
        factor, base = self.work.layer_factor, dynamic.initiative.dose_in_base
        before = [list(factor[layer]) for layer in dynamic.layers]
        for layer, ratio in zip(dynamic.layers, dynamic.ratio, strict=True):
            factor[layer][first:] = [ratio ** (float(dose) * share - base) for dose in dynamic.dose[first:]]
        if before != [factor[layer] for layer in dynamic.layers]:
            self.upset(who for state in dynamic.states for who in self.inside[state].values())

    @staticmethod
    def upset(some: Iterable[Citizen]) -> None:
        """Let citizens plan anew."""
        for who in some:
            who.life.interrupt()

    def employers(self, p: int) -> Process:
        """Let a programme's job slots arrive: unit-exponential clocks are spent on the rate."""
        number, clock, plan = 0, 0.0, self.plans[p]
        for (since, edge), rate in zip(pairwise(self.work.calendar), plan.slot_rate, strict=True):
            time, until = since, min(edge, plan.until)
            while rate > 0.0 and time < until:
                clock = clock or -math.log(two(self.luck, SLOT, number, self.work.programme_key[p])[0])
                if clock > rate * (until - time):
                    clock -= rate * (until - time)
                    break
                time, clock, number = time + clock / rate, 0.0, number + 1
                yield self.at(floored(time), SLOTS)
                self.desks[p].slots.append(floored(time) + plan.open_days)

    def intakes(self, p: int) -> Process:
        """Hold the intakes of a programme."""
        day, plan = self.plans[p].first, self.plans[p]
        while day < plan.until:
            yield self.at(day, INTAKES + p)
            waiting = sorted(self.waiting(p, day), key=lambda who: (self.place(who, p), who.number))
            self.admit(waiting[: self.room(p, day)], p, day)
            day += plan.every

    def room(self, p: int, now: float) -> int:
        """Return how many a programme can admit: by free places or open slots, and by staff."""
        plan, desk = self.plans[p], self.desks[p]
        planned = self.work.programme_places[p][begun(self.work.calendar, now)]
        desk.slots = [closes for closes in desk.slots if closes > now]
        if planned >= 0:
            desk.free += desk.freed
            more = max(planned - desk.granted, -desk.free)
            desk.granted, desk.free = desk.granted + more, desk.free + more
        room = desk.free if planned >= 0 else len(desk.slots)
        if plan.pool >= 0:
            self.hours[plan.pool] += desk.freed * plan.hours
            room = min(room, math.floor(self.hours[plan.pool] / plan.hours + 1e-9))
        desk.freed = 0
        return room

    def waiting(self, p: int, now: float) -> Iterator[Citizen]:
        """Yield those who can be admitted to a programme now."""
        work = self.work
        for who in (who for state in np.flatnonzero(work.programme_states[p]) for who in self.inside[state].values()):
            if (
                who.programme < 0
                and who.again.get(p, -NEVER) <= now
                and work.programme_segments[p][who.segment]
                and work.programme_from[p] <= math.floor(now) - who.birth < work.programme_to[p]
                and now - who.origin >= work.programme_least[p]
                and self.reaches(who, work.programme_key[p], work.programme_share[p])
            ):
                yield who

    def place(self, who: Citizen, p: int) -> float:
        """Return a citizen's place in the queue of a programme: the smallest is admitted first."""
        queue = self.work.programme_queue[p]
        if queue in {LONGEST, NEWEST}:
            return who.origin if queue == LONGEST else -who.origin
        return two(self.luck, QUEUE, who.number, self.work.programme_key[p], 0, who.takes)[0]

    def admit(self, some: Sequence[Citizen], p: int, now: float) -> None:
        """Admit citizens to a programme: its phases, and those after it if it will be completed, stand in the record at once."""
        work, plan, desk = self.work, self.plans[p], self.desks[p]
        desk.free, desk.slots = desk.free - len(some), desk.slots[len(some) :]
        if plan.pool >= 0:
            self.hours[plan.pool] = max(0.0, self.hours[plan.pool] - len(some) * plan.hours)
        for who in some:
            whole = who.ends = floored(now + work.programme_days[p])
            if work.programme_drop[p] > 0.0:
                draw = two(self.luck, DROPOUT, who.number, work.programme_key[p], 0, who.takes)[0]
                who.ends = min(whole, max(now + GRID, floored(now - math.log(draw) / work.programme_drop[p])))
            who.programme, who.started, who.takes = p, now, who.takes + 1
            during, *after = range(work.phase_first[p], work.phase_first[p + 1])
            who.present = [Phase(during, now, who.ends)]
            for row in after if who.ends == whole else []:
                who.present.append(Phase(row, who.present[-1].until, who.present[-1].until + work.phase_days[row]))
            who.phases += who.present
            self.log.append((now, who.number, ADMITTED, p, -1))
        self.upset(some)
