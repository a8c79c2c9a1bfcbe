"""What comparing gives: each figure of a run or of a difference, declared once.

A row's fields stand in the order of its document. Kroner are kroner, persons are persons, dates are dates; a month is its first day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from simcase.vocabulary import From, Inline, Month

Payer = Literal["municipality", "state"]
Edge = Literal["mean", "p05", "p50", "p95"]
"""A part of an estimate."""
CaseFigure = Literal["investment", "saved", "grants", "net", "cumulated"]
"""A figure of the business case."""
LineFigure = Literal["persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality"]
"""A figure of a line of the budget."""
Detected = Literal["persons", "full_time_persons", "municipality"]
"""A figure of a line of which the smallest difference is told that the replications can show."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure over replications: its mean, its median, and the ends of what nine of ten replications lie between."""

    mean: float
    p05: float
    p50: float
    p95: float

    def at(self, edge: Edge) -> float:
        """Return the mean or a quantile by its name."""
        found: float = getattr(self, edge)
        return found


Inlined = Annotated[Estimate, Inline(Estimate)]
"""An estimate whose parts stand among the keys of its row."""


@dataclass(frozen=True, slots=True)
class Probability:
    """A share of replications with the interval of the probability that it estimates."""

    probability: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class PersonsRow:
    """Persons in a state as an average of a month, or their difference."""

    month: Month
    state: str
    persons: Inlined


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Moves of a year from a state, or from outside, to a state, or their difference."""

    year: int
    source: From
    to: str
    moves: Inlined


@dataclass(frozen=True, slots=True)
class LineFigures:
    """The figures of a line of the budget in a year, or their difference: persons by three counts, kroner by payer."""

    year: int
    line: str
    persons: Estimate
    full_time_persons: Estimate
    full_year_persons: Estimate
    gross: Estimate
    state: Estimate
    municipality: Estimate

    def of(self, figure: LineFigure) -> Estimate:
        """Return a figure by its name."""
        found: Estimate = getattr(self, figure)
        return found


@dataclass(frozen=True, slots=True)
class FirstMet:
    """The month in which a goal is first met, None where not within the run, and the share of replications that ever meet it."""

    p05: Month | None
    p50: Month | None
    p95: Month | None
    ever: float


@dataclass(frozen=True, slots=True)
class GoalRow:
    """A goal: its figure on its date, the probability of meeting it, whether it could be judged, and when it is first met."""

    id: str
    date: date
    threshold: float | None
    value: Estimate | None
    chance: Annotated[Probability | None, Inline(Probability)]
    status: str
    first_met: FirstMet | None


@dataclass(frozen=True, slots=True)
class GoalsTogether:
    """The goals that could be judged, and the probability that all of them are met in the same replication."""

    goals: tuple[str, ...]
    chance: Annotated[Probability | None, Inline(Probability)]


@dataclass(frozen=True, slots=True)
class GoalDifference:
    """By how much a goal's figure differs from the baseline's, None where either run does not hold it."""

    id: str
    date: date
    threshold: float | None
    value: Estimate | None


@dataclass(frozen=True, slots=True)
class DetectableRow:
    """The smallest mean difference of a line in a year that the replications can show."""

    year: int
    line: str
    kroner: float
    persons: float
    full_time_persons: float

    def of(self, figure: Detected) -> float:
        """Return that of a figure; kroner are the municipality's."""
        return {"municipality": self.kroner, "persons": self.persons, "full_time_persons": self.full_time_persons}[figure]


@dataclass(frozen=True, slots=True)
class SumOverYears:
    """The difference of net spending summed over some years, memo lines included, and the smallest mean that could be shown.

    `net` is the municipality's net result of the same years: saved support and more grants less the investment.
    """

    years: tuple[int, ...]
    line: str
    municipality: Estimate
    smallest_detectable: float
    net: Estimate


@dataclass(frozen=True, slots=True)
class WentRow:
    """How many more moves left a targeted state for another in a year, and what a year there costs the municipality."""

    year: int
    source: From
    to: str
    persons: Estimate
    municipality: Estimate


@dataclass(frozen=True, slots=True)
class CaseRow:
    """The business case of a payer in a year, in kroner: saved support and more grants less the investment are the net result.

    `cumulated` is the net result so far at its present value, from the first year of the run; `before` what of it comes from years that are
    not reported.
    """

    year: int
    payer: Payer
    investment: Estimate
    saved: Estimate
    grants: Estimate
    net: Estimate
    cumulated: Estimate
    before: Estimate

    def of(self, figure: CaseFigure) -> Estimate:
        """Return a figure by its name."""
        found: Estimate = getattr(self, figure)
        return found


@dataclass(frozen=True, slots=True)
class Payback:
    """The day by which the investment is earned back, None where it is not within the run.

    `probability` is the share of replications that have it back at the end, None where nothing is invested; `discount` a rate a year;
    `investment` kroner over the run.
    """

    date: date | None
    probability: float | None
    discount: float
    investment: float


@dataclass(frozen=True, slots=True)
class Tried:
    """A point of a search: the value of what is varied, and the net result there."""

    value: float
    net: Estimate
