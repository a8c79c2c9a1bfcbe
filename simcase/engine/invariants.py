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
from simcase.words import said

FAULTS: Final = {
    BACKWARDS: "error.fault.backwards",
    CIRCLES: "error.fault.circles",
}
"""The text of a fault, by kind."""


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
            told = said("error.fault.of", what=what, name=columns[place]) if columns else what
            raise ReplicationError(replication, told, f"{tables.names.months[month]:%Y-%m}")


def fault(tables: Tables, into: Record) -> tuple[str, str]:
    """Return what the fault of a record is, and its date."""
    when = tables.names.start + timedelta(days=float(into.fault_time[0]))
    return said(FAULTS[int(into.fault[0])], state=tables.names.states[into.fault[2]], most=MOST_VISITS), when.isoformat()


def _broken(tables: Tables, into: Record, counted: Counted) -> Iterator[tuple[str, np.ndarray, tuple[str, ...]]]:
    """Yield what may not be, where it is (shape: months, columns), and what the columns are called."""
    names = tables.names
    living = ~tables.clockwork.absorbing
    yield said("error.fault.sum"), (counted.days.sum(axis=1) != counted.present)[:, None], ()
    yield said("error.fault.days"), counted.days < 0.0, names.states
    yield said("error.fault.stock"), counted.stock < 0, names.states
    yield said("error.fault.long_term"), (counted.long_term < 0) | (counted.long_term > counted.stock), names.states
    yield said("error.fault.moves"), into.flow.min(axis=1) < 0, names.states
    gained = into.flow.sum(axis=1) - into.flow[:, : len(names.states)].sum(axis=2)
    before = (counted.stock - gained)[:, living]
    states = tuple(name for name, lived in zip(names.states, living, strict=True) if lived)
    yield said("error.fault.stock_at_start"), np.vstack([before[:1] < 0, np.zeros_like(before[1:], dtype=bool)]), states
    unequal = before[1:] != counted.stock[:-1][:, living]
    yield said("error.fault.conserved"), np.vstack([unequal[:1] & False, unequal]), states
    yield said("error.fault.programme_days"), counted.taken_days < 0.0, names.programmes
    yield said("error.fault.admissions"), into.starts < 0, names.programmes
