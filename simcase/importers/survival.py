"""How long citizens stay and where they go: as seen (Aalen and Johansen 1978) beside what the hazards say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import polars as pl

from simcase.importers.exposure import Table
from simcase.importers.hazards import Hazard
from simcase.importers.spells import Spells, Window
from simcase.model import Model
from simcase.vocabulary import DAYS_PER_YEAR, Floats

AT: Final = (4, 13, 26, 52, 104)
"""Weeks after entry at which survival is told."""
ENOUGH: Final = 20
"""Citizens under risk from which on a share is told."""


@dataclass(frozen=True, slots=True)
class Survival:
    """Shares of those who entered a state: still there, and moved to each state, after each of the weeks of AT."""

    state: str
    persons: int
    stayed: Floats  # weeks; not a number where too few were under risk
    stayed_fitted: Floats
    moved: Mapping[str, Floats]
    moved_fitted: Mapping[str, Floats]
    weekly: Floats
    """The share still there by week, from 0 on; not a number where too few were under risk (shape: weeks)."""
    weekly_fitted: Floats


def observed_survival(spells: Spells, window: Window, state: int, states: int) -> tuple[Floats, Floats, Floats]:
    """Return the share that stays, the shares moved, and citizens under risk, day by day (shapes: days; states, days; days).

    A spell is under risk from where its observation began to the day of its end, that one included.
    """
    mine = (spells.state == state) & ~np.isnan(spells.origin) & (spells.end > window.first) & (spells.start < window.last)
    enter = (np.maximum(spells.start, window.first) - spells.origin)[mine].astype(np.int64)
    leave = (spells.end - spells.origin)[mine].astype(np.int64)
    days = AT[-1] * 7
    came, gone = (np.bincount(np.minimum(part, days), minlength=days + 1) for part in (enter, leave + 1))
    risk = (np.cumsum(came) - np.cumsum(gone))[:days].astype(np.float64)
    to = spells.to[mine]
    moves = np.stack([np.bincount(np.minimum(leave[to == other], days), minlength=days + 1)[:days] for other in range(states)])
    hazard = moves / np.maximum(risk, 1.0)
    stays = np.cumprod(1.0 - hazard.sum(axis=0))
    before = np.concatenate([[1.0], stays[:-1]])
    return stays, np.cumsum(before * hazard, axis=1), risk


def fitted_survival(hazards: Sequence[Hazard], table: Table, names: Sequence[str]) -> tuple[Floats, Floats]:
    """Return the same from the hazards, averaged over those under risk; statutory decisions count as they were seen."""
    time = table.years[None].sum(axis=(1, 2))
    rate = np.zeros((len(names), len(time)))
    for each in hazards:
        to = names.index(each.seen.transition.to)
        decided = table.moves[to] - each.seen.moves
        rate[to] = (each.rates() * each.seen.weighed + decided).sum(axis=(1, 2)) / np.maximum(time, 1e-9)
    band = np.searchsorted(table.week * 7.0, np.arange(AT[-1] * 7), side="right") - 1
    daily = rate[:, band] / DAYS_PER_YEAR
    total = daily.sum(axis=0)
    stays = np.where(np.cumsum(time[band] == 0.0) > 0, np.nan, np.exp(-np.cumsum(total)))
    before = np.concatenate([[1.0], stays[:-1]])
    return stays, np.cumsum((before - stays) * daily / np.maximum(total, 1e-12), axis=1)


def survival(spells: Spells, window: Window, model: Model, state: int, hazards: Sequence[Hazard], table: Table) -> Survival:
    """Return what was seen of a state beside what the hazards found say."""
    names = [each.id for each in model.states]
    stays, gone, risk = observed_survival(spells, window, state, len(names))
    model_stays, model_gone = fitted_survival(hazards, table, names)
    at = np.array(AT) * 7 - 1
    thin = risk[at] < ENOUGH
    seen = [i for i, name in enumerate(names) if gone[i, -1] > 0.0 or model_gone[i, -1] > 0.0]
    return Survival(
        names[state],
        len(np.unique(spells.person[spells.state == state])),
        np.where(thin, np.nan, stays[at]),
        np.where(thin, np.nan, model_stays[at]),
        {names[i]: np.where(thin, np.nan, gone[i, at]) for i in seen},
        {names[i]: np.where(thin, np.nan, model_gone[i, at]) for i in seen},
        _by_week(stays, risk),
        _by_week(model_stays, risk),
    )


def _by_week(stays: Floats, risk: Floats) -> Floats:
    """Return the share still there at the end of each week, 1 at first (shape: weeks)."""
    at = np.arange(1, AT[-1] + 1) * 7 - 1
    return np.concatenate([[1.0], np.where(risk[at] < ENOUGH, np.nan, stays[at])])


def curves(every: Sequence[Survival], labels: Mapping[str, str]) -> pl.DataFrame:
    """Return the shares still there by state and week, as seen and as the hazards say; weeks with few under risk are left out."""
    frames = [
        pl.DataFrame({"week": np.arange(len(each.weekly)), "seen": each.weekly, "hazards": each.weekly_fitted}).with_columns(
            pl.lit(labels.get(each.state, each.state)).alias("state")
        )
        for each in every
    ]
    return pl.concat(frames).filter(pl.col("seen").is_not_nan()).with_columns(pl.col("hazards").fill_nan(None))
