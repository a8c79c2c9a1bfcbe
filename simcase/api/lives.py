"""Synthetic citizens: one life, or everybody's spells."""

from __future__ import annotations

import polars as pl

from simcase import study
from simcase.api.asked import Asked, requested
from simcase.study import Answer
from simcase.study.results import LifeResult


def trace(asked: Asked, citizen: int, *scenarios: str, replication: int = 0) -> Answer[LifeResult]:
    """Return a synthetic citizen's spells and programmes, in further scenarios too with the same luck; its table is spells.

    Citizens are counted from 0: the stock at the start state by state, then arrivals. Raises UserError for a number that nobody has.

    >>> trace("as-is", 24277).table("spells").columns
    ['scenario', 'state', 'from', 'to', 'days']
    """
    return Answer(study.trace(requested(asked), citizen, scenarios, replication))


def register(asked: Asked, replication: int = 0) -> pl.DataFrame:
    """Return everybody's spells in one world, a row each: person, state, start, end (empty: it goes on), age at the start, segment."""
    return study.event_register(requested(asked), replication)
