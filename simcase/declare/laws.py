"""The words of laws that hold from a day on: the numbers that they change, and the states that they open, close and end."""

from __future__ import annotations

from pydantic import Field

from simcase.declare.values import Date, Declared, Name, Real, Share, Sourced, Steps, Text


class LawNumber(Declared):
    """The number that a law puts at a path of the calibration."""

    path: str
    to: Real


class DatedLaw(Sourced):
    """A law that holds from a day on, to a last day where one is given.

    `changes` are numbers, `pays` what rate classes pay instead, `deductions` how wages lower benefits instead. Nobody enters a state that
    the law `closes`, nor one that it `ends`, from whose first day those in it go on elsewhere with their durations; nor, before the law
    holds, one that it `opens`. Each names the state that citizens come to instead. A law that changes nothing here is told all the same.
    """

    id: Name
    label: Text
    from_: Date = Field(alias="from")
    until: Date | None = None
    changes: tuple[LawNumber, ...] = ()
    pays: dict[Name, dict[Name, Real]] = Field(default_factory=dict)
    deductions: dict[Name, Steps[Share]] = Field(default_factory=dict)
    opens: dict[Name, Name] = Field(default_factory=dict)
    closes: dict[Name, Name] = Field(default_factory=dict)
    ends: dict[Name, Name] = Field(default_factory=dict)
