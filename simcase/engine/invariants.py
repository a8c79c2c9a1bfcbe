"""Numbers that cannot be: what must hold in every replication, checked when its figures are taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final, NamedTuple

import numpy as np

from simcase.engine.kernel.records import BACKWARDS, CIRCLES, MOST_VISITS, SOUND, Record
from simcase.errors import ReplicationError
from simcase.tables import Tables
from simcase.vocabulary import Floats, Ints

FAULTS: Final = {
    BACKWARDS: "a spell in '{}' ends before it began",
    CIRCLES: f"a citizen comes to '{{}}' for the {MOST_VISITS:,}th time: rules or rates go in a circle",
}
"""What a fault is, by kind; the state is put in."""


class Counted(NamedTuple):
    """What a replication counted: M months, S states, P programmes."""

    days: Floats  # M, S: person-days, none in states in which nobody lives on
    present: Floats  # M: person-days by arrival and leaving alone
    stock: Ints  # M, S: citizens at the end of the month
    long_term: Ints  # M, S: of these, those long-term in the state
    taken_days: Floats  # M, P: days of a programme's participants


def check(tables: Tables, into: Record, counted: Counted, replication: int) -> None:
    """Raise ReplicationError for what cannot be, with the state and the date; for an event before its entry also the citizen's number."""
    if into.fault[0] != SOUND:
        raise ReplicationError(replication, *fault(tables, into), int(into.fault[1]))
    for what, wrong, columns in _broken(tables, into, counted):
        if wrong.any():
            month, place = (int(each) for each in np.argwhere(wrong)[0])
            where = f" ({columns[place]})" if columns else ""
            raise ReplicationError(replication, f"{what}{where}", f"{tables.names.months[month]:%Y-%m}")


def fault(tables: Tables, into: Record) -> tuple[str, str]:
    """Return what the fault of a record is, and its date."""
    when = tables.names.start + timedelta(days=float(into.fault_time[0]))
    return FAULTS[int(into.fault[0])].format(tables.names.states[into.fault[2]]), when.isoformat()


def _broken(tables: Tables, into: Record, counted: Counted) -> Iterator[tuple[str, np.ndarray, tuple[str, ...]]]:
    """Yield what may not be, where it is (shape: months, columns), and what the columns are called."""
    names = tables.names
    living = ~tables.clockwork.absorbing
    yield "citizens do not add up over the states", (counted.days.sum(axis=1) != counted.present)[:, None], ()
    yield "negative person-days", counted.days < 0.0, names.states
    yield "a negative stock", counted.stock < 0, names.states
    yield "more long-term citizens than citizens", (counted.long_term < 0) | (counted.long_term > counted.stock), names.states
    yield "negative moves", into.flow.min(axis=1) < 0, names.states
    gained = into.flow.sum(axis=1) - into.flow[:, : len(names.states)].sum(axis=2)
    before = (counted.stock - gained)[:, living]
    states = tuple(name for name, lived in zip(names.states, living, strict=True) if lived)
    yield "a negative stock at the start", np.vstack([before[:1] < 0, np.zeros_like(before[1:], dtype=bool)]), states
    unequal = before[1:] != counted.stock[:-1][:, living]
    yield "citizens are not conserved: stock, moves in and moves out do not agree", np.vstack([unequal[:1] & False, unequal]), states
    yield "negative days in a programme", counted.taken_days < 0.0, names.programmes
    yield "negative admissions", into.starts < 0, names.programmes
