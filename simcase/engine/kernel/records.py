"""Citizens as records, and what the kernel writes down about them."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from simcase.engine.bundles import bundle
from simcase.engine.compiling import inlined
from simcase.model.donors import LONG_AGO, Donors
from simcase.tables import Clockwork, Source
from simcase.vocabulary import Floats, Ints, Positions

NEVER: Final = np.inf
"""A time that does not come."""
TO_PLAN: Final = -2
"""Stands for the next state of a citizen whose next event is yet to be planned, for what comes after the next time."""
ROWS: Final = 512
"""Citizens that are played together before others take their rows: their records fit into the memory next to the processor."""
LEAST: Final = 2
"""Rows that arrays of citizens have at the least."""
PHASES: Final = 16
"""Phases of programmes that a citizen's record has room for at first; there is more as soon as anybody needs it."""

MOVED: Final = 0
"""The event of a move from a state to another."""
ADMITTED: Final = 1
"""The event of a citizen's admission to a programme."""
COMPLETED: Final = 2
"""The event of a programme that ends as planned."""
DROPPED: Final = 3
"""The event of dropping out of a programme."""
LEFT: Final = 4
"""The event of a programme that ends because the citizen left its target."""


SOUND: Final = 0
"""Nothing is wrong with a replication."""
BACKWARDS: Final = 1
"""The fault of a spell that ends before it began."""
CIRCLES: Final = 2
"""The fault of a citizen who comes to one state again and again, as by two rules that undo each other."""
MOST_VISITS: Final = 60_000
"""Spells in one state that a citizen's luck has numbers for."""

KINDS: Final = ("moved", "admitted", "completed", "dropped_out", "left")
"""The kinds of events by number."""


CITIZEN: Final = np.dtype(
    (
        np.record,
        np.dtype(
            [
                ("next_time", "f8"),  # when the citizen's next event falls
                ("ends", "f8"),  # when the programme under way ends if the citizen stays in its target, infinity if none is
                ("birth", "f8"),
                ("entry", "f8"),  # when the spell began
                ("origin", "f8"),  # from when its duration counts
                ("booked", "f8"),  # up to when the spell's days are booked
                ("grant", "f8"),  # when the scheme was granted
                ("support_from", "f8"),  # since when self-supporting without a break, infinity if not or before a week on a benefit counted
                ("arrived", "f8"),  # when the citizen entered the model
                ("left", "f8"),  # when the citizen left it, infinity if not
                ("started", "f8"),  # when the programme began
                ("number", "u4"),  # keys the citizen's luck: where the citizen comes from, and the how manieth from there
                ("weeks", "i4"),  # the refusion counter
                ("last_week", "i4"),  # last week that it counted
                ("support_at", "i4"),  # the week that follows the newest bit of self-support
                ("takes", "i4"),  # programmes begun
                ("next_state", "i2"),  # what the next event leads to, TO_PLAN where that is open
                ("state", "i2"),  # -1 before arrival
                ("segment", "i2"),
                ("scheme", "i2"),  # which scheme was granted, -1 none
                ("programme", "i2"),  # the programme under way, -1 none
                ("phases", "i2"),  # phases in the record
            ]
        ),
    )
)
"""What is known of a citizen, side by side in memory; times are days since the model's start."""


PHASE: Final = np.dtype(
    (
        np.record,
        np.dtype(
            [
                ("since", "f8"),
                ("until", "f8"),
                ("row", "i4"),
                ("taken", "i4"),  # how many programmes had begun with the one that the phase belongs to
            ]
        ),
    )
)
"""What is known of a phase of a programme in a citizen's record."""


bundle(Clockwork)
bundle(Source)
bundle(Donors)


@bundle
class People(NamedTuple):
    """Citizens as records, and arrays with an element for each of them; in Python a field of the records is named as an array is.

    What is looked at whenever a citizen moves lies side by side in memory: arrays are views of one table with a row for each citizen.
    """

    citizen: npt.NDArray[Any]  # N: CITIZEN
    support_weeks: npt.NDArray[np.uint64]  # N, 3: whole weeks of self-support, newest in the lowest bit
    used: Floats  # N, K: days used of each counter's right when the spell began
    right_from: Floats  # N, K: when the right began, infinity where there is none yet
    earn_from: Floats  # N, K: since when earning a new right without a break, infinity if not
    kept_weeks: npt.NDArray[np.uint64]  # N, K, 3: weeks that earn a right, or that a counter of latest weeks counts
    kept_at: Ints  # N, K: the week that follows the newest bit
    visits: npt.NDArray[np.uint16]  # N, S: spells begun in each state
    again: Floats  # N, P: from when each programme may be taken again
    phase: npt.NDArray[Any]  # N, PHASES: PHASE

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - numbers of either kind
        """Return a field of all records as an array."""
        if name not in (CITIZEN.names or ()):
            raise AttributeError(name)
        return self.citizen[name]


@bundle
class Record(NamedTuple):
    """Days and flows as difference arrays: constant work a spell, summed once at the end."""

    whole: Ints  # cells, parts + 1: change in citizens present the whole of a part of a month
    part: Floats  # cells, parts: days of those present less
    flow: Ints  # months, states + 1, states: moves; the last row holds arrivals
    stock: Ints  # states, months + 1: change in the month-end stock
    long_term: Ints  # states, months + 1: the same of those who have been there for long
    present_whole: Ints  # parts + 1: the same as whole, by arrival and leaving alone
    present_part: Floats  # parts
    taken_whole: Ints  # programmes, parts + 1: the same as whole, of participants
    taken_part: Floats  # programmes, parts
    starts: Ints  # months, programmes
    phases: Ints  # 1: phases that the record of a citizen has held at the most
    active: Ints  # programmes: participants now
    freed: Ints  # programmes: participants who ended since the conductor last asked
    log_time: Floats  # events, if kept
    log: Ints  # events, 4: citizen's number, kind, and the states or the programme and -1
    logged: Ints  # 1: events so far
    fault: Ints  # 3: what cannot be and was met first, SOUND for nothing; the citizen's number and state
    fault_time: Floats  # 1: and when


@bundle
class Batch(NamedTuple):
    """Citizens who are played together, one spell of each in turn, and the luck of all clocks of these spells."""

    until: Floats  # S: up to when those in a state are played, infinity where nobody looks at them
    rows: Positions  # ROWS: who they are
    going: Positions  # ROWS: those of them who are played on
    number: Positions  # blocks: whose luck
    what: Positions  # blocks: of which spell
    pair: Positions  # blocks: of which two exits
    draws: Floats  # two uniforms for each block


@bundle
class Room(NamedTuple):
    """Rows for the next citizens: whoever waits for somebody to look keeps the row, all others leave theirs to those after them."""

    free: Positions  # ROWS: rows that nobody has
    taken: Ints  # 1: rows that somebody has or had
    batch: Batch


@bundle
class Agenda(NamedTuple):
    """Citizens in buckets by the day of their next event, and in lists of the programmes that they may come to."""

    day_head: Ints  # days + 1: first citizen of a bucket, -1 none
    day_next: Ints  # N
    day_prev: Ints  # N
    day_of: Ints  # N: the bucket, -1 none
    today: Ints  # 1: the first bucket not yet played
    state_count: Ints  # S: how many are in a state at which somebody looks
    listed: Ints  # P: how many are in the list of a programme: in a target state, and in none
    position: npt.NDArray[np.int32]  # N, P: a citizen's place in it, -1 none
    candidate: npt.NDArray[Any]  # P, N: CANDIDATE
    chosen: Positions  # N: room for the places in the list of those who are eligible at an intake
    batch: Batch


CANDIDATE: Final = np.dtype(
    (
        np.record,
        np.dtype(
            [
                ("since", "f8"),  # from when eligible, while in this spell
                ("till", "f8"),  # and up to when
                ("rank", "f8"),  # the smallest is admitted first
                ("who", "u4"),
            ],
            align=True,
        ),
    )
)
"""What the list of a programme holds of a citizen."""


def table(count: int, **columns: tuple[npt.DTypeLike, tuple[int, ...]]) -> dict[str, npt.NDArray[Any]]:
    """Return arrays whose elements for one and the same row lie side by side in memory; each column has a type and a shape in a row.

    Each has an element for a row at least: what has none, or one row, is contiguous, and of another type to compiled code.
    """
    kinds = [(name, kind, tuple(max(1, size) for size in shape)) for name, (kind, shape) in columns.items()]
    rows = np.empty(max(LEAST, count), dtype=np.dtype(kinds, align=True))
    return {name: rows[name] for name in columns}


def people(count: int, work: Clockwork) -> People:
    """Return room for so many citizens; `blank` begins the record of one."""
    states, counters, programmes = len(work.absorbing), len(work.counter_runs), len(work.programme_key)
    rows = table(
        count,
        citizen=(CITIZEN, ()),
        support_weeks=(np.uint64, (3,)),
        used=(np.float64, (counters,)),
        right_from=(np.float64, (counters,)),
        earn_from=(np.float64, (counters,)),
        kept_weeks=(np.uint64, (counters, 3)),
        kept_at=(np.int64, (counters,)),
        again=(np.float64, (programmes,)),
        visits=(np.uint16, (states,)),
    )
    return People(**rows, phase=np.empty((count, PHASES if programmes else 0), dtype=PHASE))


def widened(who: People) -> People:
    """Return citizens whose records have room for twice as many phases."""
    return who._replace(phase=np.concatenate([who.phase, np.empty_like(who.phase)], axis=1))


@inlined
def place(number: int) -> int:
    """Return a number as one that is plainly not negative: compiled code then does not ask whether it counts from the end."""
    return int(np.int64(np.uint32(number)))


@inlined
def blank(who: People, i: int, number: int) -> None:
    """Begin the record of a citizen who has not come yet."""
    who.citizen[i].number = number
    who.citizen[i].birth = who.citizen[i].entry = who.citizen[i].origin = who.citizen[i].started = 0.0
    who.citizen[i].booked = who.citizen[i].arrived = -NEVER
    who.citizen[i].grant = who.citizen[i].support_from = who.citizen[i].next_time = who.citizen[i].left = who.citizen[i].ends = NEVER
    who.citizen[i].segment = who.citizen[i].weeks = who.citizen[i].takes = who.citizen[i].phases = 0
    who.citizen[i].state = who.citizen[i].scheme = who.citizen[i].programme = -1
    who.citizen[i].last_week = who.citizen[i].support_at = LONG_AGO
    who.citizen[i].next_state = TO_PLAN
    who.support_weeks[i, :] = 0
    who.used[i, :] = 0.0
    who.right_from[i, :] = who.earn_from[i, :] = NEVER
    who.kept_weeks[i, :, :] = 0
    who.kept_at[i, :] = LONG_AGO
    who.visits[i, :] = 0
    who.again[i, :] = -NEVER


def record(work: Clockwork, events: int = 0) -> Record:
    """Return a blank record; with room for so many events it keeps a log."""
    months, states, programmes = len(work.month_edge) - 1, len(work.absorbing), len(work.programme_key)
    cells, parts = int(work.cell_first[-1]), len(work.book_edge) - 1
    return Record(
        whole=np.zeros((cells, parts + 1), dtype=np.int64),
        part=np.zeros((cells, parts)),
        flow=np.zeros((months, states + 1, states), dtype=np.int64),
        stock=np.zeros((states, months + 1), dtype=np.int64),
        long_term=np.zeros((states, months + 1), dtype=np.int64),
        present_whole=np.zeros(parts + 1, dtype=np.int64),
        present_part=np.zeros(parts),
        taken_whole=np.zeros((programmes, parts + 1), dtype=np.int64),
        taken_part=np.zeros((programmes, parts)),
        starts=np.zeros((months, programmes), dtype=np.int64),
        phases=np.zeros(1, dtype=np.int64),
        active=np.zeros(programmes, dtype=np.int64),
        freed=np.zeros(programmes, dtype=np.int64),
        log_time=np.zeros(events),
        log=np.zeros((events, 4), dtype=np.int64),
        logged=np.zeros(1, dtype=np.int64),
        fault=np.zeros(3, dtype=np.int64),
        fault_time=np.zeros(1),
    )


def batch(work: Clockwork) -> Batch:
    """Return room for citizens who are played together: a block of luck for every two clocks of a spell."""
    blocks = ROWS * ((int(np.diff(work.exit_first).max()) + 1) // 2)
    rows, going = (np.zeros(ROWS, dtype=np.uint32) for _ in range(2))
    number, what, pair = (np.zeros(blocks, dtype=np.uint32) for _ in range(3))
    until = np.where(work.interacts, -np.inf, np.inf)
    return Batch(until, rows, going, number, what, pair, np.zeros(2 * blocks))


def room(work: Clockwork, rows: int = ROWS) -> Room:
    """Return room for the first citizens to come."""
    return Room(free=np.arange(rows, dtype=np.uint32), taken=np.array([rows]), batch=batch(work))


def agenda(work: Clockwork, count: int) -> Agenda:
    """Return an empty agenda for so many citizens, each of whose links lie side by side in memory."""
    days, programmes = int(work.horizon - work.first_day) + 1, len(work.programme_key)
    link = (np.int32, ())
    rows = table(count, day_next=link, day_prev=link, day_of=link, position=(np.int32, (programmes,)))
    for each in rows.values():
        each[...] = -1
    return Agenda(
        day_head=np.full(days, -1, dtype=np.int64),
        today=np.zeros(1, dtype=np.int64),
        state_count=np.zeros(len(work.absorbing), dtype=np.int64),
        listed=np.zeros(programmes, dtype=np.int64),
        candidate=np.empty((programmes, count), dtype=CANDIDATE),
        chosen=np.empty(count, dtype=np.uint32),
        batch=batch(work),
        **rows,
    )
