"""The words of an initiative and of a scenario, in pydantic."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from simcase.declare.economy import Course
from simcase.declare.values import (
    Balance,
    Capacity,
    Date,
    Declared,
    Factor,
    Hours,
    Multiple,
    Name,
    Names,
    NotNegative,
    Number,
    Part,
    Positive,
    Quantity,
    Ratio,
    Real,
    Share,
    Sourced,
    Text,
    Written,
)
from simcase.words import said

Evidence = Literal["A", "B", "C", "D", "J"]
"""A randomised trial, B quasi-experiment, C before/after or descriptive, D target only, J judgement."""


class TargetGroup(Declared):
    """Whom an initiative is for."""

    states: Names
    segments: Names = ()
    from_age: NotNegative = 0.0
    to_age: Positive = 200.0
    min_weeks: NotNegative = 0.0
    share: Share = 1.0


class Window(Declared):
    """When an initiative runs: first day, months until full dose, last day (none: it goes on)."""

    start: Date
    ramp_up_months: Annotated[int, Field(ge=0, le=120, strict=True)] = 0
    end: Date | None = None


class Effect(Declared):
    """What an initiative does: the hazard ratio, at full dose, on the exits to the states named."""

    exits_to: Names
    hazard_ratio: Number[Ratio]


class Cost(Sourced):
    """What an initiative costs: kroner in a calendar year, on a line of the budget; below nothing where it saves wages, say."""

    year: Annotated[int, Field(ge=1900, le=2200, strict=True)]
    line: Name
    kroner: Balance


class Need(Declared):
    """Staff that an initiative needs: hours a week, for each participant, or for each citizen of an open one's target."""

    pool: Name
    hours_a_week: Positive


class Added(Declared):
    """Staff that an initiative frees or employs: hours a week that join a pool, or below nothing leave it, at full dose."""

    pool: Name
    hours_a_week: Number[Hours]


class Phase(Declared):
    """A time after a programme in which it still acts."""

    weeks: Positive
    effects: Annotated[tuple[Effect, ...], Field(min_length=1)]


class Programme(Declared):
    """Places, or job slots, that citizens wait for: how many, who is admitted, how long it lasts, what it does during and after.

    `wage`, in kroner a month at the base year's prices, lowers a participant's benefit by the rules of that benefit.
    """

    places: Number[Capacity] | None = None
    slots_per_year: Number[Capacity] | None = None
    open_weeks: Positive = 8.0
    every_days: Annotated[int, Field(ge=1, le=366, strict=True)] = 7
    queue: Literal["longest", "newest", "random"] = "longest"
    weeks: Positive
    drop_out_per_year: Number[Factor] = Factor(value=0.0, source="definition: nobody drops out unless stated", grade="A")
    again_after_weeks: NotNegative = 26.0
    during: tuple[Effect, ...] = ()
    after: Annotated[tuple[Phase, ...], Field(max_length=4)] = ()
    wage: Number[Quantity] | None = None
    kroner_per_place: Number[Quantity] | None = None
    kroner_per_start: Number[Quantity] | None = None
    line: Name | None = None


class Change(Declared):
    """A named change to one number of the calibration: its new value, or what it is multiplied by, with the reason.

    It holds from a day until another, both included; in every year where neither is said. What an initiative changes holds while its
    window lasts.
    """

    path: str
    to: Written | None = None
    times: Positive | None = None
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    why: Annotated[str, Field(min_length=3)]

    @model_validator(mode="after")
    def _one(self) -> Self:
        """Refuse a change that says nothing, one that says two things, and one that ends before it begins."""
        if (self.to is None) == (self.times is None):
            message = said("error.value.to_or_times")
            raise ValueError(message)
        if self.from_ is not None and self.until is not None and self.until < self.from_:
            message = said("error.value.until", from_=self.from_)
            raise ValueError(message)
        return self


class Initiative(Declared):
    """An effort: whom it reaches, when, what it changes, what it costs, and how well that is known.

    `open` reaches its whole target, `programme` has places or job slots, `diversion` prevents a share of the entries to its target,
    `process` runs an installed function that sets its dose, `terms` changes prices or rules, or
    suspends rules, laws and the counters of rights while its window lasts, `hours` adds staff hours to a pool, or takes them.
    It is for the `calibration` that it names and those based on it, or for any.
    """

    id: Name
    label: Text
    calibration: Name | None = None
    kind: Literal["open", "programme", "diversion", "process", "terms", "hours"] = "open"
    target: TargetGroup = TargetGroup(states=())
    window: Window
    dose_in_base: Share = 0.0
    effects: tuple[Effect, ...] = ()
    programme: Programme | None = None
    prevents: Number[Part] | None = None
    process: Name | None = None
    settings: dict[Name, Real] = Field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    suspends: Names = ()
    staff: Need | None = None
    adds: Added | None = None
    costs: tuple[Cost, ...] = ()
    evidence: Evidence = "J"
    caveat: Text | None = None
    description: Text | None = None


class Use(Declared):
    """An initiative in a scenario: one from the library by name, with a reason, named changes to it, and how many times of it there is."""

    use: Name
    why: str = ""
    set: dict[str, Any] = Field(default_factory=dict)
    times: Multiple = 1.0


class Horizon(Declared):
    """When the simulated world ends."""

    end: Date | None = None


def _entry(value: object) -> object:
    """Let a bare name stand for an initiative used as it is."""
    return {"use": value} if isinstance(value, str) else value


Entry = Annotated[Use, BeforeValidator(_entry, json_schema_input_type=Use | str)]


class ScenarioFile(Declared):
    """A scenario: what it is based on, plus changes with their reasons; for the calibration named and those based on it, or for any."""

    title: Text
    description: Text | None = None
    calibration: Name | None = None
    based_on: Name | None = None
    horizon: Horizon = Horizon()
    initiatives: tuple[Entry, ...] = ()
    without: Names = ()
    courses: tuple[Course, ...] = ()
    changes: tuple[Change, ...] = ()
