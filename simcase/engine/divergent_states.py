"""In which states citizens may live another life in one world than in another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from simcase.tables import Clockwork, Tables
from simcase.vocabulary import Bools

COMMON: Final = (
    *("first_day", "horizon", "calendar", "period_of_day", "month_edge", "month_of_day", "book_edge", "book_of_day"),
    *("age_edge", "absorbing", "duration_group"),
    *("door_first", "door_from", "door_until", "door_to", "door_ends"),
    *("counter_runs", "counter_earns", "counter_within", "counter_earn_weeks", "counter_window"),
    *("frozen_first", "frozen_from", "frozen_until", "birth_day", "birth_origin"),
    *("week_offset", "counts_from", "reset_weeks", "window_weeks", "step_edge", "long_term"),
    *("ladder", "grant", "cohort_first", "cohort_granted", "cohort_spell", "cohort_counter", "cohort_weeks"),
)
"""Arrays in which two worlds must agree for a life to be the same in both."""
BY_STATE: Final = ("class_count", "class_base", "rate_class", "class_varies")
"""Arrays with an element for each state."""
BY_EXIT: Final = ("exit_to", "segment_factor", "age_factor", "age_varies")
"""Arrays with an element for each exit of a state."""
BY_BAND: Final = ("band_edge", "band_rate")
"""Arrays with an element for each duration band of an exit."""
BY_LAYER: Final = ("layer_key", "layer_share", "layer_segments", "layer_ages", "layer_days", "layer_factor")
"""Arrays with an element for each layer of an exit."""
BY_RULE: Final = ("rule_id", "rule_days", "rule_counter", "rule_frame", "rule_stays", "rule_row", "rule_month_end")
"""Arrays with an element for each rule of a state."""
BY_PAUSE: Final = ("pause_from", "pause_until")
"""Arrays with an element for each suspension of a rule."""
BY_OUTCOME: Final = ("outcome_to", "outcome_until")
"""Arrays with an element for each outcome of a rule."""


def divergent_states(one: Tables, other: Tables) -> Bools | None:
    """Return the states in which a citizen may live another life in one world than in another (shape: states), None for all of them.

    Those are the states whose own arrays differ, and those in which citizens meet: what anybody does there may change what others find. An
    initiative of an installed package may look at anybody.
    """
    names = [(each.names.start, each.names.states, each.names.segments, each.names.months) for each in (one, other)]
    work, beside = one.clockwork, other.clockwork
    alike = all(np.array_equal(getattr(work, name), getattr(beside, name)) for name in COMMON)
    alike &= all(np.array_equal(getattr(one.source, name), getattr(other.source, name)) for name in one.source._fields)
    installed = any(each.initiative.kind == "process" for tables in (one, other) for each in tables.staffing.dynamic)
    if names[0] != names[1] or not alike or installed:
        return None
    own = [_of_state(work, s) != _of_state(beside, s) for s in range(len(work.absorbing))]
    return np.asarray(work.interacts | beside.interacts | np.array(own))


def _of_state(work: Clockwork, state: int) -> list[bytes]:
    """Return everything that is said of a state, of its exits and of its rules, as bytes."""
    return [np.ascontiguousarray(each).tobytes() for each in _arrays_of(work, state)]


def _arrays_of(work: Clockwork, state: int) -> Iterator[np.ndarray]:
    """Yield everything that is said of a state, of its exits and of its rules: how many there are of each, then their arrays."""
    exits = slice(*work.exit_first[state : state + 2])
    rules = slice(*work.rule_first[state : state + 2])
    yield np.array([work.cell_first[state + 1] - work.cell_first[state]])
    yield from (np.asarray(getattr(work, name)[state]) for name in BY_STATE)
    yield from (getattr(work, name)[exits] for name in BY_EXIT)
    yield from _parts(work, work.band_first, exits, BY_BAND)
    yield from _parts(work, work.layer_first, exits, BY_LAYER)
    for row in work.calendar_row[exits]:
        yield work.calendar_factor[row] if row >= 0 else np.zeros(0)
    yield from (getattr(work, name)[rules] for name in BY_RULE)
    yield from _parts(work, work.pause_first, rules, BY_PAUSE)
    yield from _parts(work, work.outcome_first, rules, BY_OUTCOME)


def _parts(work: Clockwork, first: np.ndarray, of: slice, names: tuple[str, ...]) -> Iterator[np.ndarray]:
    """Yield the arrays of what exits or rules consist of, and how many each has."""
    edges = first[of.start : of.stop + 1]
    yield np.diff(edges)
    yield from (getattr(work, name)[edges[0] : edges[-1]] for name in names)
