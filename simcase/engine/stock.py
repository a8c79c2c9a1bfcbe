"""The starting stock: citizens grown up by the same kernel, kept as donors."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import numpy as np

from simcase.engine.invariants import fault
from simcase.engine.kernel.lives import live_on
from simcase.engine.kernel.population import brought, citizens
from simcase.engine.kernel.records import SOUND, People, record, room
from simcase.engine.kernel.streams import signed
from simcase.errors import RunError
from simcase.model import Donors
from simcase.tables import Source, Tables
from simcase.vocabulary import Floats, Ints
from simcase.words import said

BURN_IN_REPLICATION: Final = 0xFFFFFFFF
"""The replication number that keys the luck of a burn-in; further ones count down from it."""
LIVES: Final = 8
"""Burn-ins that a starting stock is drawn from."""
DONORS: Final = 2500
"""Donors that are kept of a state at the most, or as many as the state has citizens at the start where these are more."""
RAKED: Final = 50
"""Rounds after which the margins agree to far less than a citizen."""
OFF: Final = 0.005
"""By how much a share of citizens by refusion step may differ from the one stated."""


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
    group = groups_at_start(tables, who.state[kept], People._make(field[kept] for field in who))
    weight = weights(tables.source, who.state[kept], who.birth[kept], group)
    donors = donors_of(who, kept, weight, count / LIVES, len(tables.clockwork.counter_runs))
    check_steps(tables, donors)
    return donors


def lived(tables: Tables, luck: tuple[int, int]) -> People:
    """Return the citizens alive at the end of one burn-in."""
    into = record(tables.clockwork)
    who = citizens(tables, luck, None, into, stock=np.zeros_like(tables.source.headcount))
    alone = tables.clockwork._replace(interacts=np.zeros_like(tables.clockwork.interacts))
    live_on(alone, who, into, luck, room(alone, len(who.state)), len(who.state))
    if into.fault[0] != SOUND:
        what, when = fault(tables, into)
        raise RunError(said("error.run.burn_in", when=when, what=what))
    alive = (who.state >= 0) & ~tables.clockwork.absorbing[np.maximum(who.state, 0)]
    return People._make(field[alive] for field in who)


def weights(source: Source, state: Ints, birth: Floats, group: Ints) -> Floats:
    """Return each donor's weight: raked until the donors have the stated headcounts, the population's birth cohorts, and stated steps.

    Iterative proportional fitting (Deming and Stephan 1940), the headcounts last, so that they hold exactly.
    """
    cohort = np.searchsorted(-source.cohort_birth, -birth, side="right") - 1
    weight = np.ones(len(birth))
    stepped = group >= 0
    for _ in range(RAKED):
        fit_to(source.cohort_present, cohort, weight)
        if stepped.any():
            part = weight[stepped]
            fit_to(source.step_share * on_ladder(source, group[stepped], part), group[stepped], part)
            weight[stepped] = part
        fit_to(source.headcount, state, weight)
    return weight


def fit_to(size: Ints | Floats, margin: Ints, weight: Floats) -> None:
    """Let weights add up to the sizes of a margin."""
    total = np.bincount(margin, weight, minlength=len(size))
    weight *= np.divide(size, total, out=np.zeros(len(size)), where=total > 0.0)[margin]


def on_ladder(source: Source, group: Ints, weight: Floats) -> Floats:
    """Return for each group of steps the citizens of its line who are on the ladder."""
    return np.asarray(np.bincount(source.step_line, np.bincount(group, weight, minlength=len(source.step_share)))[source.step_line])


def groups_at_start(tables: Tables, state: Ints, who: People | Donors) -> Ints:
    """Return the group of refusion steps that citizens are paid in on the first day, -1 outside the ladder or where no share is stated.

    The same as `ledger.add_spell` does for each citizen: cohorts first, then the step of the week that the first day lies in.
    """
    work, source = tables.clockwork, tables.source
    group = np.full(len(state), -1, dtype=np.int64)
    if not len(source.step_share):
        return group
    today = int(work.week_offset // 7)
    week = max(today, work.counts_from)
    count = who.weeks + (week > who.last_week) - (week - today)
    step = np.searchsorted(work.step_edge, count)
    group = source.step_group[state, step]
    for each in range(len(work.ladder)):
        for cohort in range(work.cohort_first[each], work.cohort_first[each + 1]):
            outside = (who.grant < work.cohort_granted[cohort]) & (who.entry < work.cohort_spell[cohort])
            group[outside & (state == each)] = -1
    return group


def shares_by_step(tables: Tables, donors: Donors) -> Floats:
    """Return for each group of refusion steps its share of those of its line who are on the ladder; NaN where nobody is."""
    source, count = tables.source, np.diff(donors.first)
    state = np.repeat(np.arange(len(count)), count)
    begins = donors.first[:-1][count > 0]
    weight = np.diff(donors.until, prepend=0.0)
    weight[begins] = donors.until[begins]
    weight *= source.headcount[state]
    group = groups_at_start(tables, state, donors)
    group, weight = group[group >= 0], weight[group >= 0]
    there, whole = np.bincount(group, weight, minlength=len(source.step_share)), on_ladder(source, group, weight)
    return np.asarray(np.divide(there, whole, out=np.full(len(there), np.nan), where=whole > 0.0))


def check_steps(tables: Tables, donors: Donors) -> None:
    """Refuse a starting stock whose citizens stand on other steps of the ladder than is stated.

    Raises RunError.
    """
    source = tables.source
    if not len(source.step_share):
        return
    found = shares_by_step(tables, donors)
    for wrong in np.flatnonzero(np.abs(found - source.step_share) > OFF):
        states, steps = np.nonzero(source.step_group == wrong)
        names = ", ".join(dict.fromkeys(tables.names.states[each] for each in states))
        rungs = ", ".join(f"step_{each + 1}" for each in sorted(set(steps.tolist())))
        raise RunError(said("error.run.step_share", found=found[wrong], names=names, rungs=rungs, step_share=source.step_share[wrong]))


def donors_of(who: People, order: Ints, weight: Floats, steady: Floats, counters: int) -> Donors:
    """Return the citizens named, in order, as donors with cumulated weights within each state."""
    first = np.searchsorted(who.state[order], np.arange(len(steady) + 1)).astype(np.int64)
    until = np.zeros(len(order))
    for state in range(len(steady)):
        part = slice(int(first[state]), int(first[state + 1]))
        total = np.cumsum(weight[part])
        if len(total) and total[-1] == 0.0:  # nobody is counted there at the start: all weigh the same
            total = np.arange(1.0, len(total) + 1.0)
        until[part] = total / total[-1] if len(total) else total
    return Donors(first=first, until=until, steady=steady, **brought(who, order, counters))


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
        raise RunError(said("error.run.no_donors", names=np.array(tables.names.states)[empty].tolist()))
    check_steps(tables, donors)
