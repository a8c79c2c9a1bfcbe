"""The starting stock: citizens grown up by the same kernel, kept as donors."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from simcase.engine.invariants import fault
from simcase.engine.kernel.lives import live_on
from simcase.engine.kernel.population import citizens
from simcase.engine.kernel.records import SOUND, People, record
from simcase.engine.kernel.streams import signed
from simcase.errors import RunError
from simcase.model import Donors
from simcase.tables import Source, Tables
from simcase.vocabulary import Floats, Ints

BURN_IN_REPLICATION: Final = 0xFFFFFFFF
"""The replication number that keys the luck of a burn-in; further ones count down from it."""
LIVES: Final = 8
"""Burn-ins that a starting stock is drawn from."""
DONORS: Final = 2500
"""Donors that are kept of a state at the most, or as many as the state has citizens at the start where these are more."""
RAKED: Final = 50
"""Rounds after which the margins agree to far less than a citizen."""


def burnt_in(tables: Tables, seed: int) -> Donors:
    """Return citizens alive at the end of a burn-in as donors of the starting stock, sorted by state and birth.

    The burn-in is played so many times over, so that small states have donors too; of a state with more than enough, donors at
    even distances are kept, no fewer than it has citizens at the start.
    """
    lives = [lived(tables, (signed(seed), BURN_IN_REPLICATION - life)) for life in range(LIVES)]
    who = People._make(np.concatenate(parts) for parts in zip(*lives, strict=True))
    count = np.bincount(who.state, minlength=len(tables.names.states))
    order = np.lexsort((who.birth, who.state))
    state = who.state[order]
    rank = np.arange(len(order)) - np.searchsorted(state, state)
    most = np.minimum(count, np.maximum(DONORS, tables.source.headcount))
    kept = order[(rank + 1) * most[state] // count[state] > rank * most[state] // count[state]]
    return donors_of(who, kept, weights(tables.source, who.state[kept], who.birth[kept]), count / LIVES)


def lived(tables: Tables, luck: tuple[int, int]) -> People:
    """Return the citizens alive at the end of one burn-in."""
    into = record(tables.clockwork)
    who = citizens(tables, luck, None, into, stock=np.zeros_like(tables.source.headcount))
    live_on(tables.clockwork, who, into, luck, len(who.state), tables.clockwork.horizon)
    if into.fault[0] != SOUND:
        what, when = fault(tables, into)
        raise RunError(f"the burn-in, {when}: {what}")
    alive = (who.state >= 0) & ~tables.clockwork.absorbing[np.maximum(who.state, 0)]
    return People._make(field[alive] for field in who)


def weights(source: Source, state: Ints, birth: Floats) -> Floats:
    """Return each donor's weight: raked until the donors have the stated headcounts and the population's birth cohorts.

    Iterative proportional fitting (Deming and Stephan 1940), the headcounts last, so that they hold exactly.
    """
    cohort = np.searchsorted(-source.cohort_birth, -birth, side="right") - 1
    weight = np.ones(len(birth))
    for _ in range(RAKED):
        for margin, size in ((cohort, source.cohort_present), (state, source.headcount)):
            total = np.bincount(margin, weight, minlength=len(size))
            weight *= np.divide(size, total, out=np.zeros(len(size)), where=total > 0.0)[margin]
    return weight


def donors_of(who: People, order: Ints, weight: Floats, steady: Floats) -> Donors:
    """Return the citizens named, in order, as donors with cumulated weights within each state."""
    first = np.searchsorted(who.state[order], np.arange(len(steady) + 1)).astype(np.int64)
    until = np.zeros(len(order))
    for state in range(len(steady)):
        part = slice(int(first[state]), int(first[state + 1]))
        total = np.cumsum(weight[part])
        if len(total) and total[-1] == 0.0:  # nobody is counted there at the start: all weigh the same
            total = np.arange(1.0, len(total) + 1.0)
        until[part] = total / total[-1] if len(total) else total
    fields = {name: getattr(who, name)[order] for name in Donors._fields if name not in {"first", "until", "steady"}}
    return Donors(first=first, until=until, steady=steady, **fields)


def saved(donors: Donors, path: Path) -> None:
    """Write donors to a compressed file of plain arrays."""
    with path.open("wb") as file:
        np.savez_compressed(file, **donors._asdict())


def check_donors(tables: Tables, donors: Donors) -> None:
    """Refuse a starting stock without a donor for a state that has citizens at the start.

    Raises RunError.
    """
    empty = (np.diff(donors.first) == 0) & (tables.source.headcount > 0)
    if empty.any():
        names = ", ".join(np.array(tables.names.states)[empty])
        raise RunError(f"the starting stock has nobody in {names}; fit the calibration again")
