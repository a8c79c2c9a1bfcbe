"""From when on a citizen's lives in two worlds differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from simcase.study.results import LifeHistory

Event = tuple[date, str, str]
"""A day, what began or ended that day, and how it ended."""
NEVER = (date.max, "", "")


def divergence(worlds: Sequence[LifeHistory]) -> date | None:
    """Return the first day on which lives differ as long as each world lasts, or None where they never do or there is one alone."""
    last = min(world.last for world in worlds)
    lives = ([event for event in _events(world) if event[0] <= last] for world in worlds)
    unlike = (events for events in zip_longest(*lives, fillvalue=NEVER) if len(set(events)) > 1)
    first = next(unlike, None)
    return None if first is None else min(first)[0]


def _events(world: LifeHistory) -> list[Event]:
    """Return what happens to a citizen in a world, in order."""
    moves = [(spell.first, spell.state, "") for spell in world.spells]
    begun = [(taken.first, taken.initiative, "") for taken in world.programmes]
    ended = [(taken.last, taken.initiative, taken.ended or "") for taken in world.programmes if taken.last]
    return sorted([*moves, *begun, *ended])
