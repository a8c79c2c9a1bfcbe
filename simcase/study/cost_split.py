"""What a scenario costs a municipality, what it saves on its target's benefits, and what only moves to other benefits."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from simcase.compare import TOTAL, granted, invested, lines_of, targeted
from simcase.study.open_runs import Shown
from simcase.vocabulary import Floats


class CostSplit(NamedTuple):
    """Kroner over the years reported in each replication (shape: replications); the parts add up to the net result."""

    lines: tuple[str, ...]
    """Lines of the target; all lines where no initiative has a target."""
    investment: Floats
    saved: Floats  # less net spending on the target's lines
    moved: Floats  # more net spending on the other lines
    grants: Floats  # more in grants

    @property
    def net(self) -> Floats:
        """Return the net result."""
        return np.asarray(self.saved - self.moved + self.grants - self.investment)


def cost_split(shown: Shown) -> CostSplit:
    """Return where the kroner of a scenario went; raises ValueError for a run that is not held against a baseline."""
    if shown.baseline is None:
        raise ValueError("what a scenario changes needs a baseline")
    one, other, years = shown.baseline.world, shown.world, shown.window.years
    own = lines_of(other.model, targeted(one, other))
    plain = [(n, line) for n, line in enumerate(other.accounts.lines) if not line.startswith(TOTAL)]
    inside = [(n, line) for n, line in plain if line in own]
    less = (one.accounts.municipality - other.accounts.municipality)[:, years].sum(axis=1)
    on_target, on_all = (less[:, [n for n, _ in lines]].sum(axis=1) for lines in (inside, plain))
    return CostSplit(
        lines=tuple(line for _, line in inside),
        investment=invested(one, other)[:, years].sum(axis=1),
        saved=on_target,
        moved=on_target - on_all,
        grants=granted(one, other, "municipality")[:, years].sum(axis=1),
    )
