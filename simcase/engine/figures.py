"""What a replication keeps, and who is asked to play: what those need to know who play nothing, without the compiled kernel."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from simcase.tables import Tables
from simcase.vocabulary import Floats, Ints

Progress = Callable[[int, int], None]
"""Called with the replications done and those to do."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who plays: so many processes of this machine, or the workers of a Dask cluster where its address is given."""

    processes: int = 1
    cluster: str | None = None


class Figures(NamedTuple):
    """What a replication keeps: M months, W calendar weeks, S states, Y calendar years, T times of one price, K cells, P programmes."""

    days: Floats  # M, S: person-days
    present: Floats  # M: person-days by arrival and leaving alone
    cell_days: Floats  # T, K: person-days
    cell_months: Floats  # T, K: person-months, each day weighing one over the days of its month
    flow: Ints  # Y, S + 1, S: moves; the last row holds arrivals
    stock: Ints  # M, S: citizens at the end of the month
    long_term: Ints  # M, S: of these, those long-term in the state
    draw: Floats  # U: deviations of the unknowns on the log scale
    economy: Floats  # M, E: deviations of the processes of the economy from their mean course, on the log scale
    taken_days: Floats  # M, P: days of a programme's participants
    late_days: Floats  # M, P: of these, those after the last day of its window
    starts: Ints  # M, P: admissions
    waiting: Ints  # W, P: those still waiting after the last intake of the calendar week
    bound: Ints  # W, P, 3: intakes bound by eligible citizens, places, staff


class Points(NamedTuple):
    """Values chosen for what is not known, instead of draws: P points, U unknowns, N numbers of initiatives with a range.

    So many replications in turn play one point, with the same luck as those of any other.
    """

    deviations: Floats  # P, U: on the log scale
    numbers: Floats  # P, N
    replications: int


def years_of(tables: Tables) -> tuple[int, ...]:
    """Return the calendar years that the months of a run touch."""
    return tuple(sorted({month.year for month in tables.names.months}))


def available_cores() -> int:
    """Return the processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
