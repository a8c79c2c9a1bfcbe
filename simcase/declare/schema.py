"""The words of a calibration, in pydantic: strict, frozen, each number with source and grade."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simcase.declare.economy import Economy
from simcase.declare.fitting import Parameter, Target
from simcase.declare.laws import DatedLaw
from simcase.declare.refusion import Refusion
from simcase.declare.values import (
    Age,
    AllOrNames,
    Amount,
    AnySteps,
    Capacity,
    Date,
    Declared,
    Factor,
    Flag,
    Grade,
    Headcount,
    Multiple,
    Name,
    Names,
    NotNegative,
    Number,
    Part,
    Persons,
    Positive,
    Quantity,
    Ratio,
    Real,
    Share,
    Sourced,
    Steps,
    Text,
    Year,
)


class State(Declared):
    """A state a citizen can be in: what it is called, which budget line pays it, what the refusion ladder makes of it."""

    id: Name
    label: Text
    line: Name | None = None
    ladder: Literal["benefit", "neutral", "self_support"] = "neutral"
    duration_group: Name | None = None
    grant: Name | None = None
    full_time_share: Number[Part] = Part(value=1.0, source="definition: one person counts as one", grade="A")
    absorbing: Flag = False
    source: str = "not stated"
    grade: Grade = "D"


class Line(Declared):
    """A line of the budget table; a memo line stands outside the plan's total."""

    id: Name
    label: Text
    memo: Flag = False


class Segment(Sourced):
    """A kind of citizen, for life, and its share of the population from each age."""

    id: Name
    label: Text
    share: Steps[Share]


class Profile(Sourced):
    """A named step function used by transitions: by weeks in the state or by age in years."""

    factors: Steps[NotNegative]


class Season(Sourced):
    """Twelve calendar factors, January first."""

    factors: Annotated[tuple[NotNegative, ...], Field(min_length=12, max_length=12)]


class Profiles(Declared):
    """The step functions and seasons that transitions refer to by name."""

    duration: dict[Name, Profile] = Field(default_factory=dict)
    age: dict[Name, Profile] = Field(default_factory=dict)
    season: dict[Name, Season] = Field(default_factory=dict)


class Transition(Declared):
    """A move from one state to another: a yearly rate and what multiplies it.

    Hazard ratios of initiatives multiply each other. `cap` is the most that the ratios above 1 of open initiatives come to together at
    full dose; where they come to more, the logarithm of each shrinks in the same proportion. Dates, targets and `dose_in_base` do not
    count in that: initiatives that never meet shrink each other too. Programmes with places are not capped.
    """

    from_: Name = Field(alias="from")
    to: Name
    rate: Number[Factor]
    duration: Name | None = None
    age: Name | None = None
    season: Name | None = None
    segments: dict[Name, NotNegative] = Field(default_factory=dict)
    cap: Annotated[Real, Field(ge=1.0, le=1000.0)] | None = None


class Population(Sourced):
    """Persons by single year of age on a date, and the age from which they are simulated; without a burn-in every state has their ages."""

    date: Date
    from_age: Annotated[int, Field(ge=0, le=120, strict=True)] = 16
    persons: Steps[Persons]


class StepShares(Sourced):
    """Which share of a line's citizens on the refusion ladder is on each step at the start.

    Steps that are not named have what is left, in the proportions of the simulated lives.
    """

    shares: Annotated[dict[Name, Share], Field(min_length=1)]


class Stock(Declared):
    """Persons in each state at the start; `rest` takes what is left of the population.

    `refusion_steps` states by line of the budget how its citizens stand on the ladder, in place of what simulated lives lead to.
    """

    rest: Name | None = None
    states: dict[Name, Number[Headcount]]
    refusion_steps: dict[Name, StepShares] = Field(default_factory=dict)


class Arrival(Sourced):
    """Citizens who come during the run: so many a year at random, or those of the population who turn `turning`."""

    id: Name
    per_year: Number[Headcount] | None = None
    turning: Annotated[int, Field(ge=0, le=120, strict=True)] | None = None
    ages: AnySteps[Share] = ()
    states: dict[Name, NotNegative]
    segments: dict[Name, NotNegative] = Field(default_factory=dict)


class Born(Declared):
    """The age at which a rule applies to those born from a date on."""

    from_: Date = Field(alias="from")
    age: Age


class When(Declared):
    """When a statutory decision falls: after weeks in the state or on a counter, or at an age; `at` rounds up to a month end."""

    weeks: Positive | None = None
    counter: Name | None = None
    frame_weeks: Positive | None = None
    age: Age | None = None
    ages_by_birth: tuple[Born, ...] = ()
    at: Literal["day", "month_end"] = "day"


class Counted(Sourced):
    """A counter of a citizen's time in some states, by which a rule may fall instead of by the spell's duration.

    With `within_weeks` it counts the calendar weeks touched among so many latest. Else it counts the days used of a right; a new
    right is earned by `earn_weeks` whole calendar weeks in other states among the latest `window_weeks`. A rule's `frame_weeks`
    is how long the right lasts at the most, used or not.
    """

    id: Name
    runs_in: Annotated[Names, Field(min_length=1)]
    within_weeks: Annotated[int, Field(ge=1, le=156, strict=True)] | None = None
    earned_in: Names = ()
    earn_weeks: Annotated[int, Field(ge=1, le=156, strict=True)] | None = None
    window_weeks: Annotated[int, Field(ge=1, le=156, strict=True)] | None = None


class Rule(Sourced):
    """A statutory decision: in which states, when, and with what shares the outcomes fall (`stay` goes on in the state)."""

    id: Name
    label: Text
    states: AllOrNames
    when: When
    outcomes: dict[Name, NotNegative]


class Rate(Quantity):
    """A rate in kroner a month or a week, at the price level of a year, the index's base year unless one is given."""

    unit: Literal["kr_per_month", "kr_per_week"]
    level: Year | None = None


class RateClass(Sourced):
    """Which citizens get which rates: states, segments and ages, and the share of each rate in the mix; a share below 0 is a deduction."""

    id: Name
    states: Names
    segments: Names = ()
    from_age: NotNegative = 0.0
    to_age: Positive = 200.0
    pays: dict[Name, Real]
    wage: Number[Quantity] | None = None


class WageDeduction(Sourced):
    """How a wage lowers a benefit: the share that is deducted, from each wage in kroner a month on; they follow `years`, else the index."""

    id: Name
    states: Annotated[Names, Field(min_length=1)]
    share: Steps[Share]
    years: AnySteps[Multiple] = ()


class Grant(Sourced):
    """What the state grants the municipality for citizens in some states: kroner a month there, and kroner for each move on."""

    id: Name
    label: Text
    line: Name
    states: Annotated[Names, Field(min_length=1)]
    kroner_per_month: Number[Quantity] | None = None
    kroner_per_move: Number[Quantity] | None = None
    to: Names = ()


class Index(Sourced):
    """The regulation of rates by year, 1 in the base year; `beyond` is the regulation a year that is assumed after the last one."""

    years: AnySteps[Multiple]
    beyond: Number[Ratio] | None = None


class BudgetLine(Sourced):
    """A line of the plan in kroner: support, ordinary measures, investment; and the full-time persons that it seems to assume."""

    support: Amount
    full_time_persons: Number[Quantity] | None = None
    measures: Amount = 0.0
    investment: Amount = 0.0


class Budget(Declared):
    """The municipality's budget for a year, by line, in kroner."""

    year: Year
    lines: dict[Name, BudgetLine]


class StaffPool(Sourced):
    """Staff with citizens: hours a week, which several initiatives share."""

    id: Name
    label: Text
    hours_a_week: Number[Capacity]


class Goal(Sourced):
    """A goal: a count or a ratio of counts in the states named, on a month or over a year, and its threshold."""

    id: Name
    label: Text
    count: Literal["persons", "full_time_persons", "full_year_persons", "long_term_share", "not_simulated"]
    states: Names = ()
    over: Names = ()
    period: Literal["month", "year"] = "month"
    date: Date
    direction: Literal["at_most", "below", "at_least"] = "at_most"
    threshold: Amount | None = None


class CalibrationFile(Declared):
    """One file of a calibration folder: any of the sections, each standing once in the folder.

    A section takes the place of that of the calibration that the folder is `based_on`; those named in `adds` add to it, by ids.
    `world` is the scenario in whose world the targets were observed, so the one that a fit simulates; `fit` is the one used by default.
    `national` holds full-time persons by state as shares of those aged 16 to 66, for municipalities without counts of their own.
    `known_until` is the last day on which the economy is known, the day before the start where nothing is said: from then on it drifts.
    """

    title: Text | None = None
    based_on: Name | None = None
    adds: Names = ()
    start: Date | None = None
    end: Date | None = None
    known_until: Date | None = None
    fit: Name | None = None
    world: Name | None = None
    burn_in_years: Annotated[int, Field(ge=0, le=60, strict=True)] | None = None
    sources: dict[Name, str] | None = None
    states: tuple[State, ...] | None = None
    lines: tuple[Line, ...] | None = None
    segments: tuple[Segment, ...] | None = None
    profiles: Profiles | None = None
    population: Population | None = None
    stock: Stock | None = None
    national: dict[Name, Number[Part]] | None = None
    transitions: tuple[Transition, ...] | None = None
    economy: Economy | None = None
    arrivals: tuple[Arrival, ...] | None = None
    counters: tuple[Counted, ...] | None = None
    rules: tuple[Rule, ...] | None = None
    laws: tuple[DatedLaw, ...] | None = None
    refusion: Refusion | None = None
    rates: dict[Name, Rate] | None = None
    rate_classes: tuple[RateClass, ...] | None = None
    wage_deductions: tuple[WageDeduction, ...] | None = None
    grants: tuple[Grant, ...] | None = None
    measures_refund: dict[Name, Number[Part]] | None = None
    take_up: dict[Name, Number[Factor]] | None = None
    index: Index | None = None
    budget: Budget | None = None
    staff: tuple[StaffPool, ...] | None = None
    goals: tuple[Goal, ...] | None = None
    parameters: tuple[Parameter, ...] | None = None
    targets: tuple[Target, ...] | None = None
