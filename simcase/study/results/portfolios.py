"""The result of a search for the best mix of initiatives: every mix that was tried, and how surely which is best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from simcase.compare import Estimate, Probability
from simcase.study.results.common import First, Last
from simcase.vocabulary import Inline, Part

Unit = Literal["dose", "places", "slots", "staff"]
"""What is chosen of an initiative: times what is declared, places, slots a year, or hours a week of staff that it adds."""


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """An initiative to choose how much of, between the least and the most; without a unit out (0) or in (1); `now` in the baseline."""

    initiative: str
    unit: Unit | None
    declared: float
    now: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How much of an initiative a mix has."""

    initiative: str
    unit: Unit | None
    value: float


@dataclass(frozen=True, slots=True)
class MixRow:
    """A mix that was tried.

    `kroner_a_year` is what it costs the municipality more than the baseline in the dearest year, `kroner` over the run; `net` its net
    result over the run, at present value. `score` is the probability or the mean net result as it is told against the leader on common
    luck, `best` the probability that no other mix tried is better, `frontier` that none as cheap is as good.
    """

    settings: tuple[Setting, ...]
    kroner_a_year: float
    kroner: float
    chance: Annotated[Probability | None, Inline(Probability)]
    net: Estimate
    score: float
    best: float
    replications: int
    frontier: bool


@dataclass(frozen=True, slots=True)
class PortfolioResult:
    """The mix that meets goals most surely or has the best net result, within a budget, and the others that were tried.

    `mixes` begin with the one taken for the best, then the most probable ones; without goals the net result counts. `alike` is by how
    much scores may differ that are as good as each other: the cheaper one is then better. `possible` are the mixes that there are within
    the ranges, whatever they cost, `tried` those that were played; of mixes that do the same only the cheapest is told. `first` and `last`
    are the days of the run, over which kroner are summed.
    """

    simcase: str
    baseline: str
    calibration: str
    fit: str | None
    first: First
    last: Last
    seed: int
    replications: int
    discount: float
    prices: str
    budget: float | None
    goals: tuple[str, ...]
    alike: float
    choices: tuple[ChoiceRow, ...]
    possible: int
    tried: int
    mixes: tuple[MixRow, ...]
    varying: tuple[Part, ...]
