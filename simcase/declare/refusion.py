"""The words of who pays a benefit: the counter of weeks, the steps of the ladder, the cohorts off it, and later laws."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from simcase.declare.values import Date, Declared, Name, Names, Share, Sourced


class Counter(Sourced):
    """The refusion counter: from which date benefit weeks count, and what brings it back to zero."""

    from_: Date = Field(alias="from")
    reset_weeks: Annotated[int, Field(ge=1, le=156, strict=True)]
    window_weeks: Annotated[int, Field(ge=1, le=156, strict=True)]


class Step(Sourced):
    """A step of the refusion ladder: up to which week, and the state's share of gross."""

    to_week: Annotated[int, Field(ge=1, strict=True)] | None = None
    state_share: Share


class Cohort(Sourced):
    """Those granted a scheme before a date, paid by older rules instead of the ladder.

    With a `counter` only from the calendar week on in which it exceeds `weeks`, to the end of the spell.
    """

    id: Name
    states: Names
    granted_before: Date
    spell_before: Date | None = None
    counter: Name | None = None
    weeks: Annotated[int, Field(ge=1, le=155, strict=True)] | None = None
    state_share: Share


class Law(Sourced):
    """Another law on who pays, from the first day of a year: the state's share by refusion column; what it does not name stays."""

    from_: Date = Field(alias="from")
    state_shares: dict[Name, Share]


class Refusion(Declared):
    """Who pays: the counter, the steps (`step_1` and on) and the cohorts outside the ladder, and the laws that come later."""

    counter: Counter
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=4)]
    cohorts: tuple[Cohort, ...] = ()
    laws: tuple[Law, ...] = ()
