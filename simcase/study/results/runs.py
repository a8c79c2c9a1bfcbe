"""Results of runs and of comparisons."""

from __future__ import annotations

from dataclasses import dataclass

from simcase.compare import (
    CaseRow,
    DetectableRow,
    Estimate,
    FlowRow,
    GoalDifference,
    GoalRow,
    GoalsTogether,
    LineFigures,
    Payback,
    PersonsRow,
    SumOverYears,
    WentRow,
)
from simcase.model.resolved import Edits
from simcase.study.results.common import First, Last
from simcase.study.results.laws import StandsOn
from simcase.vocabulary import Month, Part, Uncertainty


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What a run is: how it can be found and repeated, and everything that moved a figure.

    `assumptions` is the workbook whose prices hold instead, `seconds` what simulating it took, `folder` where its tables are,
    `law` the law that it stands on.
    """

    id: str
    scenario: str
    calibration: str
    fit: str | None
    uncertainty: Uncertainty
    prices: str
    assumptions: Edits | None
    first: First
    last: Last
    seed: int
    replications: int
    seconds: float
    folder: str
    law: StandsOn


@dataclass(frozen=True, slots=True)
class PopulationRow:
    """The citizens simulated, as an average of a month over all replications."""

    month: Month
    persons: float


@dataclass(frozen=True, slots=True)
class DeviationParts:
    """Kroner above the plan by volume and by price, which add up to the whole."""

    volume: Estimate
    price: Estimate


@dataclass(frozen=True, slots=True)
class BudgetRow(LineFigures):
    """A line of the budget in a year: what is foreseen, and what the plan says of it, None where it says nothing.

    `unit_price` is the municipality's kroner for a full-year person; the plan's parts are kroner and full-time persons.
    """

    unit_price: float | None
    plan: float | None
    plan_measures: float | None
    plan_investment: float | None
    plan_persons: float | None
    plan_persons_grade: str | None
    deviation: DeviationParts | None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """Spending on an ordinary effort (no initiative) or on an initiative in a year and line: the municipality's kroner and the state's."""

    year: int
    line: str
    initiative: str | None
    kind: str
    kroner: Estimate
    state: Estimate


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme in a month: participants and those waiting, and what bound most of its intakes, None where nothing was to admit."""

    month: Month
    initiative: str
    participants: Estimate
    waiting: Estimate
    bound_by: str | None


@dataclass(frozen=True, slots=True)
class VarianceRow:
    """The variance of a figure over replications (kroner squared): what chance adds, the draws of the unknowns, those of the economy."""

    figure: str
    chance: float
    parameters: float
    economy: float


@dataclass(frozen=True, slots=True)
class RunResult:
    """A finished run; `varying` tells which parts vary and move a figure of it."""

    simcase: str
    run: RunRecord
    population: tuple[PopulationRow, ...]
    persons: tuple[PersonsRow, ...]
    flows: tuple[FlowRow, ...]
    budget: tuple[BudgetRow, ...]
    measures: tuple[MeasureRow, ...]
    programmes: tuple[ProgrammeRow, ...]
    goals: tuple[GoalRow, ...]
    goals_together: GoalsTogether
    varying: tuple[Part, ...]
    variance: tuple[VarianceRow, ...]
    weakest_grade: str


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much a scenario's figures differ from the baseline's."""

    persons: tuple[PersonsRow, ...]
    budget: tuple[LineFigures, ...]
    flows: tuple[FlowRow, ...]
    goals: tuple[GoalDifference, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a part of a scenario adds to the municipality's kroner over all years, as composed and averaged over all orders.

    What a scenario changes besides its initiatives stands under no initiative.
    """

    initiative: str | None
    municipality: Estimate
    averaged: Estimate | None


@dataclass(frozen=True, slots=True)
class ScenarioResult(RunResult):
    """A finished run held against a baseline.

    `own_baseline` is what the scenario is based on where that differs from the baseline too, so that not all differences are its own.
    """

    difference: Difference
    smallest_detectable: tuple[DetectableRow, ...]
    where_they_went: tuple[WentRow, ...]
    business_case: tuple[CaseRow, ...]
    payback: Payback
    contributions: tuple[Contribution, ...]
    sum: SumOverYears | None
    own_baseline: str | None


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """A baseline and the scenarios held against it."""

    simcase: str
    baseline: RunResult
    scenarios: tuple[ScenarioResult, ...]
