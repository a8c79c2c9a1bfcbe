"""The words of the economy: the cycle that moves many transitions together, as processes by month, in pydantic."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from simcase.declare.values import Date, Declared, Figure, Flag, Name, Names, Number, Positive, Real, Sourced, Text
from simcase.words import said

MOST_SPREAD = 2.0
"""Standard deviation on the log scale: beyond this nine of ten lie a thousandfold apart."""
MOST_LOADING = 10.0
MOST_MONTHS = 1200.0
MOST_TURNOVER = 100.0


class Spread(Figure):
    """A standard deviation on the log scale."""

    value: Annotated[Positive, Field(le=MOST_SPREAD)]


class HalfLife(Figure):
    """The months in which half of a deviation is gone."""

    value: Annotated[Positive, Field(le=MOST_MONTHS)]


class Loading(Figure):
    """By how much the log of a hazard moves with a process, as a multiple of it; below 0 it moves the other way."""

    value: Annotated[Real, Field(ge=-MOST_LOADING, le=MOST_LOADING)]


class Group(Declared):
    """Transitions that the economy moves alike: from the states named (none named: any) to those named (none: any but the absorbing)."""

    id: Name
    label: Text
    from_: Names = Field(default=(), alias="from")
    to: Names = ()


class Answer(Sourced):
    """How a stock answers a process: by how much its log falls in the end where the process stays one higher, and its turnover a year.

    A process that is drawn is raised such that the mean of this stock is what it is without an economy.
    """

    gain: Annotated[Positive, Field(le=MOST_LOADING)]
    turnover: Annotated[Positive, Field(le=MOST_TURNOVER)]


class Process(Sourced):
    """A part of the economy by month: a stationary autoregression of the first order around 0, independent of the others.

    `start` is where it stands, on the log scale, on the last day that is known; hazards are those of that day, so what moves them is
    how far it has come since. Where `from` or `until` is said, nothing new moves it in a month that begins before or after these.
    """

    id: Name
    label: Text
    scope: Literal["national", "local"]
    half_life_months: Number[HalfLife]
    sd: Number[Spread]
    start: Real = 0.0
    from_: Date | None = Field(default=None, alias="from")
    until: Date | None = None
    answer: Answer | None = None
    loadings: dict[Name, Number[Loading]]

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        """Refuse a process that ends before it begins."""
        if self.from_ is not None and self.until is not None and self.until < self.from_:
            message = said("error.value.until", from_=self.from_)
            raise ValueError(message)
        return self

    def moves(self, month: date) -> bool:
        """Tell whether anything new moves it in the month that begins on a day."""
        return (self.from_ is None or self.from_ <= month) and (self.until is None or month <= self.until)


class Economy(Declared):
    """The cycle: groups of transitions, and the processes that move them."""

    groups: tuple[Group, ...]
    processes: tuple[Process, ...]


class Course(Sourced):
    """A course of a process that a scenario chooses: where it stands at dates, in its own standard deviations, straight between them.

    Before the first date it comes there from where it stood on the last day known; after the last one it stays. `drawn` draws it around
    this course; else it takes this course and no other.
    """

    process: Name
    course: Annotated[dict[Date, Annotated[Real, Field(ge=-6.0, le=6.0)]], Field(min_length=1)]
    drawn: Flag = True
