"""What a model implies, where a number comes from, and the lives of its synthetic citizens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from simcase.compare import Estimate
from simcase.money import Part, Price, Source
from simcase.study.results.common import Bilingual, First, Last
from simcase.vocabulary import From


@dataclass(frozen=True, slots=True)
class DatedValue:
    """The value of a number from a day on."""

    first: First
    value: float


@dataclass(frozen=True, slots=True)
class NumberResult:
    """The number at a path of a model, with range, grade, source and note, and its values over time where it changes."""

    scenario: str
    calibration: str
    fit: str | None
    path: str
    source: str
    grade: str
    note: str
    value: float
    low: float | None
    high: float | None
    over_time: tuple[DatedValue, ...]


@dataclass(frozen=True, slots=True)
class FigureApart:
    """A line's net kroner in a year taken apart into the cells that it is made of, and where their numbers come from."""

    scenario: str
    calibration: str
    fit: str | None
    path: str
    year: int
    line: str
    prices: str
    replications: int
    seed: int
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

    weeks: float
    effects: tuple[EffectRow, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeTerms:
    """A programme's places, or its slots a year (the other is None), its length and queue, and what it does during and after.

    `drop_out_per_year` is how many leave it early, by year; `wage` kroner a month that lower what a participant is paid.
    """

    places: Ranged | None
    slots_per_year: Ranged | None
    weeks: float
    queue: str
    drop_out_per_year: Ranged | None
    wage: Ranged | None
    during: tuple[EffectRow, ...]
    after: tuple[PhaseRow, ...]


@dataclass(frozen=True, slots=True)
class StaffRow:
    """Staff of an initiative: the pool, hours a week that it needs a citizen, and hours that it adds to the pool or takes from it."""

    pool: str
    label: Bilingual
    needs: float | None
    adds: Ranged | None


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative: window, dose in the fitted rates, effects, programme, staff, what it suspends, what to keep in mind, and its price."""

    id: str
    start: date
    end: date | None
    ramp_up_months: int
    dose_in_base: float
    effects: tuple[EffectRow, ...]
    programme: ProgrammeTerms | None
    staff: tuple[StaffRow, ...]
    suspends: tuple[str, ...]
    evidence: str
    caveat: Bilingual | None
    price: Price | None


@dataclass(frozen=True, slots=True)
class CappedRow:
    """A transition whose initiatives together exceed its cap: the product of their hazard ratios beside the cap."""

    source: From
    to: str
    cap: float
    product: float


@dataclass(frozen=True, slots=True)
class GroupFactor:
    """What a course of the economy multiplies the hazards of a group of transitions by on its last day."""

    group: str
    factor: float


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course of a process of the economy that a scenario chooses: where it stands at dates, in its own standard deviations.

    `drawn` tells whether it swings around that course; the factors are those of the last date, beside the last day that is known.
    """

    process: str
    points: tuple[DatedValue, ...]
    drawn: bool
    factors: tuple[GroupFactor, ...]
    grade: str


@dataclass(frozen=True, slots=True)
class ModelResult:
    """What a resolved model implies."""

    scenario: str
    calibration: str
    fit: str | None
    first: First
    last: Last
    states: tuple[StateRow, ...]
    courses: tuple[CourseRow, ...]
    initiatives: tuple[InitiativeRow, ...]
    capped: tuple[CappedRow, ...]
    weakest_grade: str


@dataclass(frozen=True, slots=True)
class Spell:
    """A spell in a state: its first day, the day of leaving (None: it goes on at the end), and its days in the run."""

    state: str
    first: First
    last: Last | None
    days: float


@dataclass(frozen=True, slots=True)
class Participation:
    """A citizen in a programme: first day, last day and how it ended (None: it goes on at the end)."""

    initiative: str
    first: First
    last: Last | None
    ended: str | None


@dataclass(frozen=True, slots=True)
class LifeHistory:
    """A citizen's life in one world."""

    scenario: str
    first: First
    last: Last
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
    worlds: tuple[LifeHistory, ...]
