"""Every result of a study, declared once: the documents that `--json` writes, typed.

A field's name is its key in the document unless its annotation says otherwise. Kroner are kroner, persons are persons, a share is at
most 1; an estimate is over replications; figures of differences are scenario minus baseline, replication by replication.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

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
    Probability,
    SumOverYears,
    Tried,
    WentRow,
)
from simcase.engine import Uncertainty
from simcase.model.resolved import Edits
from simcase.money import Part, Source
from simcase.vocabulary import From, Inline, Key, Month

First = Annotated[date, Key("from")]
"""The first day."""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """What a run is: how it can be found and repeated, and everything that moved a figure.

    `assumptions` is the workbook whose prices hold instead, `seconds` what simulating it took, `folder` where its tables are.
    """

    id: str
    scenario: str
    calibration: str
    fit: str | None
    uncertainty: Uncertainty
    prices: str
    assumptions: Edits | None
    first: First
    last: Annotated[date, Key("to")]
    seed: int
    replications: int
    seconds: float
    folder: str


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
    """The variance of a figure over replications (kroner squared): what chance adds, and what the draws of the unknowns do."""

    figure: str
    chance: float
    parameters: float


@dataclass(frozen=True, slots=True)
class RunResult:
    """A finished run."""

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
    """A finished run held against a baseline."""

    difference: Difference
    smallest_detectable: tuple[DetectableRow, ...]
    where_they_went: tuple[WentRow, ...]
    business_case: tuple[CaseRow, ...]
    payback: Payback
    contributions: tuple[Contribution, ...]
    sum: SumOverYears | None


@dataclass(frozen=True, slots=True)
class ComparisonResult:
    """A baseline and the scenarios held against it."""

    simcase: str
    baseline: RunResult
    scenarios: tuple[ScenarioResult, ...]


@dataclass(frozen=True, slots=True)
class FitGoals:
    """The goals of a scenario as one fit judges them."""

    fit: str | None
    run: RunRecord
    goals: tuple[GoalRow, ...]
    goals_together: GoalsTogether


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


@dataclass(frozen=True, slots=True)
class BreakevenFigure:
    """A figure that is varied: as the scenario states it, and what it takes to break even with its interval (None: nothing does)."""

    initiative: str
    figure: str
    exits_to: tuple[str, ...]
    declared: float
    needed: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class BreakevenResult:
    """How many times what a scenario states its net result breaks even by a day, None where nowhere in the range."""

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


@dataclass(frozen=True, slots=True)
class SoFar:
    """Kroner in the accounts so far; `refund_due` is refund of those months that is not booked yet."""

    gross: float
    refund: float
    refund_due: float
    municipality: float


@dataclass(frozen=True, slots=True)
class Rest:
    """Kroner foreseen for the rest of the year."""

    gross: Estimate
    state: Estimate
    municipality: Estimate


@dataclass(frozen=True, slots=True)
class Expected:
    """The year as expected: accounts so far and the rest."""

    full_time_persons: Estimate
    gross: Estimate
    state: Estimate
    municipality: Estimate


@dataclass(frozen=True, slots=True)
class AgainstBudget:
    """A budget, and by what the expected accounts deviate from it; more than budgeted is above 0."""

    kroner: float
    full_time_persons: float | None
    deviation: Estimate
    overspent: Probability
    volume: Estimate | None
    price: Estimate | None


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """A sum of lines in a follow-up; `memo` tells that it holds lines outside the plan's total."""

    line: str
    so_far: SoFar
    rest: Rest
    expected: Expected
    original: AgainstBudget | None
    corrected: AgainstBudget | None
    memo: bool


@dataclass(frozen=True, slots=True)
class Counted:
    """Persons in the accounts: in the latest month, and on average."""

    latest: float
    average: float


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Persons that were foreseen for the latest month, and whether the count is far from that; `spread` is a standard deviation."""

    mean: float
    spread: float | None
    far: bool


@dataclass(frozen=True, slots=True)
class Carried:
    """What the forecast of a line was multiplied by, by what the accounts have said: its persons and its price."""

    persons: float
    price: float


@dataclass(frozen=True, slots=True)
class FollowUpLine(FollowUpRow):
    """A line of the accounts in a follow-up; `net_basis` tells that the accounts held it after refund."""

    net_basis: bool
    counted: Counted
    foreseen: Foreseen
    carried: Carried


@dataclass(frozen=True, slots=True)
class FollowUpPersons:
    """Persons of a line in a month: as counted, or as foreseen (the other is None)."""

    line: str
    month: Month
    counted: float | None
    foreseen: Annotated[Estimate | None, Inline(Estimate)]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The accounts so far, the rest of the year, and what they are expected to come to.

    `refund_lag` is in months; `counted` says what persons in the accounts are; `parameters` whether the intervals hold the unknowns.
    """

    simcase: str
    run: RunRecord
    accounts: str
    as_of: Month
    year: int
    refund_lag: int
    counted: Literal["full_time_persons", "persons"]
    rows_left_out: int
    parameters: bool
    lines: tuple[FollowUpRow, ...]
    persons: tuple[FollowUpPersons, ...]
    weakest_grade: str


@dataclass(frozen=True, slots=True)
class NumberResult:
    """The number at a path of a model, with range, grade, source and note."""

    path: str
    source: str
    grade: str
    note: str
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class FigureApart:
    """A line's net kroner in a year taken apart into the cells that it is made of, and where their numbers come from."""

    path: str
    year: int
    line: str
    prices: str
    replications: int
    municipality: Estimate
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class ExitRow:
    """Moves out of a state to another, a person and year."""

    to: str
    per_year: float


@dataclass(frozen=True, slots=True)
class StateRow:
    """A state as the model implies it: its stock at the start, mean stay, the stock that the rates lead to, its exits."""

    state: str
    start_persons: int
    mean_stay_weeks: float | None
    steady_persons: float | None
    exits: tuple[ExitRow, ...]
    grade: str


@dataclass(frozen=True, slots=True)
class Ranged:
    """A number with its range and grade."""

    grade: str
    value: float
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class EffectRow:
    """An effect of an initiative: the exits that it acts on (none: all), and the hazard ratio with range and grade."""

    exits_to: tuple[str, ...]
    hazard_ratio: float
    low: float | None
    high: float | None
    grade: str


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """A phase after a programme: how many weeks it lasts, and its effects."""

    weeks: float | None
    effects: tuple[EffectRow, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeTerms:
    """A programme's places, or its slots a year (the other is None), its length and queue, and what it does during and after."""

    places: Ranged | None
    slots_per_year: Ranged | None
    weeks: float | None
    queue: str
    during: tuple[EffectRow, ...]
    after: tuple[PhaseRow, ...]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Danish and English."""

    da: str
    en: str


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative: its window, its dose in the fitted rates, its effects, its programme, what it suspends, what to keep in mind."""

    id: str
    start: date
    end: date | None
    ramp_up_months: int
    dose_in_base: float
    effects: tuple[EffectRow, ...]
    programme: ProgrammeTerms | None
    suspends: tuple[str, ...]
    evidence: str
    caveat: Bilingual | None


@dataclass(frozen=True, slots=True)
class CappedRow:
    """A transition whose initiatives together exceed its cap: the product of their hazard ratios beside the cap."""

    source: From
    to: str
    cap: float
    product: float


@dataclass(frozen=True, slots=True)
class ModelResult:
    """What a resolved model implies."""

    scenario: str
    calibration: str
    fit: str | None
    first: First
    last: Annotated[date, Key("to")]
    states: tuple[StateRow, ...]
    initiatives: tuple[InitiativeRow, ...]
    capped: tuple[CappedRow, ...]
    weakest_grade: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A spell in a state: its first day, the day of leaving (None: it goes on at the end), and its days in the run."""

    state: str
    first: First
    last: Annotated[date | None, Key("to")]
    days: float


@dataclass(frozen=True, slots=True)
class Participation:
    """A citizen in a programme: first day, last day and how it ended (None: it goes on at the end)."""

    initiative: str
    first: First
    last: Annotated[date | None, Key("to")]
    ended: str | None


@dataclass(frozen=True, slots=True)
class LivedWorld:
    """A citizen's life in one world."""

    scenario: str
    first: First
    last: Annotated[date, Key("to")]
    spells: tuple[Spell, ...]
    programmes: tuple[Participation, ...]


@dataclass(frozen=True, slots=True)
class LifeResult:
    """A synthetic citizen's life, in one world or side by side in several; age in years, None in a model without ages."""

    citizen: int
    synthetic: bool
    replication: int
    seed: int
    age: float | None
    segment: str
    worlds: tuple[LivedWorld, ...]
