"""The municipality's own spells become hazards."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from simcase.declare.mapping import Mapping
from simcase.importers import hazards as estimation
from simcase.importers.codes import with_codes
from simcase.importers.exposure import tabulate
from simcase.importers.hazards import Hazard
from simcase.importers.reading import texts
from simcase.importers.spells import Reading, Window, read_spells
from simcase.importers.survival import Survival, survival
from simcase.model import Model


@dataclass(frozen=True, slots=True)
class Found:
    """What a file of spells says."""

    model: Model
    spells: int
    persons: int
    censored: int
    undated: int
    """Spells of which it is not known when they began."""
    window: Window
    hazards: tuple[Hazard, ...]
    survival: tuple[Survival, ...]


def hazards_of(path: Path, model: Model, how: Reading, mapping: Mapping | None = None) -> Found:
    """Return the hazards of every state's moves in a file of spells, or of weekly codes, as a mapping says.

    Raises UserError where the file is wrong, or holds what looks like a CPR number.
    """
    rows = texts(path)
    if mapping is not None:
        rows, how = with_codes(rows, mapping, how)
    spells, window = read_spells(rows, model, how)
    every: list[Hazard] = []
    stays: list[Survival] = []
    for state, one in enumerate(model.states):
        if one.absorbing or not (spells.state == state).any():
            continue
        table = tabulate(spells, window, model, state)
        found = [estimation.estimate(seen) for seen in estimation.seen_of(model, state, table)]
        every += found
        stays.append(survival(spells, window, model, state, found, table))
    return Found(
        model, len(spells.person), len(np.unique(spells.person)), int((spells.to < 0).sum()), int(np.isnan(spells.origin).sum()),
        window, tuple(every), tuple(stays),
    )  # fmt: skip
