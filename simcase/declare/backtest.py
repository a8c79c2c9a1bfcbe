"""The words of a backtest, in pydantic: what was known at a date, what is forecast from it, and what came after."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from simcase.declare.values import Date, Declared, Error, Name, Names, Persons, Positive, Sourced, Text
from simcase.defaults import SEED


class Known(Sourced):
    """A count that was known when the forecast was made; with a standard error the fit goes by it, else it is only kept."""

    on: Date
    value: Persons
    se: Error | None = None


class Series(Declared):
    """What is forecast: persons in some states, on a day or as the average of the month that holds it, and what was known of it."""

    id: Name
    label: Text
    of: Annotated[Names, Field(min_length=1)]
    count: Literal["day", "month"] = "day"
    share: Positive = 1.0
    known: Annotated[tuple[Known, ...], Field(min_length=1)]


class CaseFile(Declared):
    """A backtest: when and in which world the forecast is made, how far it reaches, and what it is of.

    `scenario` and `calibration` are looked up in the case's own folder first. `decided` says what was decided before any score was seen,
    `short` what the case cannot show.
    """

    title: Text
    calibration: str
    scenario: str
    forecast_date: Date
    until: Date
    replications: Annotated[int, Field(ge=20, le=10000, strict=True)] = 400
    seed: Annotated[int, Field(ge=0, strict=True)] = SEED
    series: Annotated[tuple[Series, ...], Field(min_length=1)]
    decided: Text
    short: Text | None = None


class Observed(Sourced):
    """What came after: the count of a series on a day or in the month that holds it."""

    series: Name
    on: Date
    value: Persons


class OutcomesFile(Declared):
    """What came after the forecast of a case; `case` names it where the file stands by itself."""

    case: Name | None = None
    outcomes: tuple[Observed, ...]
