"""What every declaration is made of: numbers with source and grade, dates, texts in two languages, step functions."""

from __future__ import annotations

import math
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

Grade = Literal["A", "B", "C", "D"]
"""A stated for the place and year, B other year or derived, C national, D judgement."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=80)]
"""An identifier: lower-case ASCII letters, digits, underscore, dot and dash."""


def _iso_date(value: object) -> object:
    """Return an ISO date text as a date; a wrong one is refused with the format that is expected."""
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    message = "a date such as 2019-01-31"
    raise ValueError(message)


def _finite(value: object) -> object:
    """Return a number unchanged; anything else (a text, a truth value, an infinity) is refused."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        message = "a number"
        raise ValueError(message)
    return float(value)


Date = Annotated[date, BeforeValidator(_iso_date)]
Real = Annotated[float, BeforeValidator(_finite)]
NotNegative = Annotated[Real, Field(ge=0.0)]
Positive = Annotated[Real, Field(gt=0.0)]
Share = Annotated[Real, Field(ge=0.0, le=1.0)]
Flag = Annotated[bool, Field(strict=True)]
Count = Annotated[int, Field(ge=0, le=200_000_000, strict=True)]


class Declared(BaseModel):
    """A declaration: unknown keys are refused, and nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, populate_by_name=True)


class Sourced(Declared):
    """Numbers that share a source and a grade."""

    source: str = "not stated"
    grade: Grade = "D"
    note: str = ""


class Figure(Sourced):
    """One number with its range, source and grade; a bare number is a judgement of grade D."""

    value: Real
    low: Real | None = None
    high: Real | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        """Refuse a range that the value lies outside."""
        if not _between(self.low, self.value, self.high):
            message = "a value from low to high"
            raise ValueError(message)
        return self


def _between(low: float | None, value: float, high: float | None) -> bool:
    """Tell whether a value lies in a range whose ends may be open."""
    return (low is None or low <= value) and (high is None or value <= high)


def _figure(value: object) -> object:
    """Let a bare number stand for a figure of grade D with no source stated."""
    return {"value": value} if isinstance(value, int | float) and not isinstance(value, bool) else value


Number = Annotated[Figure, BeforeValidator(_figure, json_schema_input_type=Figure | float)]


class Label(Declared):
    """A text in Danish and English."""

    da: str
    en: str


def _label(value: object) -> object:
    """Let one text stand for both languages."""
    return {"da": value, "en": value} if isinstance(value, str) else value


Text = Annotated[Label, BeforeValidator(_label, json_schema_input_type=Label | str)]


def _steps(value: object) -> object:
    """Turn a mapping `{edge: factor}` into a tuple of pairs in the order of the edges, each edge once."""
    if not isinstance(value, dict):
        return value
    try:
        pairs = [(float(edge), factor) for edge, factor in value.items()]
    except (TypeError, ValueError):
        message = "a mapping from a number to a factor, such as {0: 1.2, 26: 0.8}"
        raise ValueError(message) from None
    if len({edge for edge, _ in pairs}) < len(pairs):
        message = "a mapping with each edge once"
        raise ValueError(message)
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


_Pairs = tuple[tuple[Real, NotNegative], ...]
_PositivePairs = tuple[tuple[Real, Positive], ...]

Steps = Annotated[_Pairs, BeforeValidator(_steps, json_schema_input_type=dict[str, NotNegative] | _Pairs)]
"""A step function: each factor holds from its edge to the next."""
