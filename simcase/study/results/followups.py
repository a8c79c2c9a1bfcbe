"""Results of a follow-up on the budget."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from simcase.compare import (
    Estimate,
    Probability,
)
from simcase.study.results.runs import RunRecord
from simcase.vocabulary import Inline, Month, Part


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

    def beside(self, budget: Literal["original", "corrected"]) -> AgainstBudget | None:
        """Return how the lines stand against a budget, None where it says nothing of them."""
        return self.original if budget == "original" else self.corrected


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
    """A line of the accounts in a follow-up; `net_basis` tells that the accounts held it after refund.

    `counted` is None for a line that other accounts hold: its whole year is foreseen, by the run alone.
    """

    net_basis: bool
    counted: Counted | None
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

    `refund_lag` is in months; `counted` says what persons in the accounts are; `parameters` whether the intervals hold the unknowns,
    `varying` which parts vary and move a figure of the year.
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
    varying: tuple[Part, ...]
    lines: tuple[FollowUpRow, ...]
    persons: tuple[FollowUpPersons, ...]
    weakest_grade: str
