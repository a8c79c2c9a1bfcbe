"""How figures change from a baseline to a scenario, and which of the changes chance alone may give."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from simcase.compare import Detected, Estimate
from simcase.study.results import ScenarioResult


class Change(NamedTuple):
    """How a figure changes: its distribution over pairs of runs, and the smallest mean that so many can show."""

    dist: Estimate
    least: float

    @property
    def noise(self) -> bool:
        """Tell whether the mean is one that chance alone may give; no change at all is none."""
        return 0.0 < abs(float(self.dist.mean)) < self.least


Changes = Mapping[tuple[str, int], Change]
"""Changes by line and year."""


def changes_of(scenario: ScenarioResult, figure: Detected) -> Changes:
    """Return the changes of a figure of the budget, with the smallest that can be shown."""
    shown = {(row.line, row.year): row.of(figure) for row in scenario.smallest_detectable}
    return {(row.line, row.year): Change(row.of(figure), shown[row.line, row.year]) for row in scenario.difference.budget}
