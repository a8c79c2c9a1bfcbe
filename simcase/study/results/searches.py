"""Results of goals and of searches: what is met, what dose meets it, what it takes to break even."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final, Literal

from simcase.compare import (
    GoalRow,
    GoalsTogether,
    Probability,
    Tried,
)
from simcase.study.results.runs import ProgrammeRow, RunRecord
from simcase.vocabulary import Inline, Part


@dataclass(frozen=True, slots=True)
class FitGoals:
    """The goals of a scenario as one fit judges them."""

    fit: str | None
    run: RunRecord
    goals: tuple[GoalRow, ...]
    goals_together: GoalsTogether
    varying: tuple[Part, ...]
    """What varies between the replications and moves some month of the run, and so what probabilities hold."""


@dataclass(frozen=True, slots=True)
class GoalsResult:
    """The goals of a scenario in each fit, the one asked for first."""

    simcase: str
    fits: tuple[FitGoals, ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal that a dose is looked for, and with what probability it shall be met."""

    id: str
    date: date
    threshold: float | None
    probability: float


@dataclass(frozen=True, slots=True)
class DoseRow:
    """A dose that was tried, and the probability of meeting the goal with it."""

    dose: float
    chance: Annotated[Probability, Inline(Probability)]


@dataclass(frozen=True, slots=True)
class SolveResult:
    """The dose at a path that meets a goal, None where none in the range does; `low` and `high` are where the threshold may lie."""

    simcase: str
    scenario: str
    calibration: str
    fit: str | None
    replications: int
    seed: int
    goal: Aim
    path: str
    now: float
    range: tuple[float, float]
    outcome: str
    dose: float | None
    low: float | None
    high: float | None
    best: DoseRow
    bound_by: str | None
    tried: tuple[DoseRow, ...]
    programmes: tuple[ProgrammeRow, ...]


@dataclass(frozen=True, slots=True)
class Quantiles:
    """Quantiles over single replications, None for one that lies beyond the range."""

    p05: float | None
    p50: float | None
    p95: float | None


YEARLY: Final = "yearly_costs"
"""The figure of a break-even that is the yearly costs, which go along with places."""


@dataclass(frozen=True, slots=True)
class BreakevenFigure:
    """A figure that is varied: as the scenario states it, and what it takes to break even with its interval.

    None stands for nothing that does, and for an end beyond what was tried.
    """

    initiative: str
    figure: str
    exits_to: tuple[str, ...]
    declared: float
    needed: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class BreakevenResult:
    """How many times what a scenario states its net result breaks even by a day, None where nowhere in the range.

    `high` is None too where the interval ends beyond what was tried. `own_baseline` is as in a comparison.
    """

    simcase: str
    baseline: str
    scenario: str
    calibration: str
    fit: str | None
    by: date
    vary: Literal["effect", "cost", "places"]
    initiatives: tuple[str, ...]
    replications: int
    seed: int
    discount: float
    prices: str
    outcome: str
    times: float | None
    low: float | None
    high: float | None
    runs: Quantiles
    range: tuple[float, float]
    tried: tuple[Tried, ...]
    figures: tuple[BreakevenFigure, ...]
    own_baseline: str | None
