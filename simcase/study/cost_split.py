"""What a scenario costs a municipality, what it saves on its target's benefits, and what only moves to other benefits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from simcase.compare import Estimate, estimate, granted, invested, lines_of, net_result, targeted
from simcase.money import is_total
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


class CostSteps(NamedTuple):
    """Mean kroner over the years reported, from the baseline's net spending to the scenario's with its grants and investment."""

    start: float
    lines: dict[str, float]
    """By how much more each line of the budget costs."""
    grants: float
    """Less what more is granted, so at most 0 where nothing is lost."""
    investment: float
    end: float


def cost_steps(shown: Shown) -> CostSteps:
    """Return the steps from a baseline to a scenario; raises ValueError for a run that is not held against a baseline."""
    if shown.baseline is None:
        raise ValueError("what a scenario changes needs a baseline")
    base, world, years = shown.baseline.world, shown.world, shown.window.years
    one, other = (each.accounts.municipality[:, years].sum(axis=1).mean(axis=0) for each in (base, world))
    investment = float(invested(base, world)[:, years].sum(axis=1).mean())
    grants = -float(granted(base, world, "municipality")[:, years].sum(axis=1).mean())
    lines = {line: float(other[n] - one[n]) for n, line in enumerate(world.accounts.lines) if not is_total(line)}
    return CostSteps(float(one[-1:].sum()), lines, grants, investment, float(other[-1:].sum()) + grants + investment)


def net_result_over(shown: Shown, years: Sequence[int]) -> Estimate:
    """Return the municipality's net result over some years (kroner); raises ValueError for a run that is not held against a baseline."""
    if shown.baseline is None:
        raise ValueError("what a scenario changes needs a baseline")
    return estimate(net_result(shown.baseline.world, shown.world, years))


def cost_split(shown: Shown) -> CostSplit:
    """Return where the kroner of a scenario went; raises ValueError for a run that is not held against a baseline."""
    if shown.baseline is None:
        raise ValueError("what a scenario changes needs a baseline")
    one, other, years = shown.baseline.world, shown.world, shown.window.years
    own = lines_of(other.model, targeted(one.model, other.model))
    plain = [(n, line) for n, line in enumerate(other.accounts.lines) if not is_total(line)]
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
