"""What every declaration is made of: numbers with source and grade, dates, texts in two languages, step functions."""

from __future__ import annotations

import math
import re
import sys
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

Grade = Literal["A", "B", "C", "D"]
"""A stated for the place and year, B other year or derived, C national, D judgement."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=80)]
"""An identifier: lower-case ASCII letters, digits, underscore, dot and dash."""


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EARLIEST, _LATEST = date(1800, 1, 1), date(2399, 12, 31)


def _iso_date(value: object) -> date:
    """Return a text such as 2019-01-31 as a date; a wrong one, and one so far off that no calendar can count from it, is refused."""
    message = "a date such as 2019-01-31"
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            value = date.fromisoformat(value)
        except ValueError:
            raise ValueError(message) from None
    if not isinstance(value, date):
        raise ValueError(message)  # noqa: TRY004 - pydantic listens to a ValueError alone
    if not _EARLIEST <= value <= _LATEST:
        message = f"a date from {_EARLIEST} to {_LATEST}"
        raise ValueError(message)
    return value


def _finite(value: object) -> object:
    """Return a number as a float; anything else (a text, a truth value, an infinity, more than a float can hold) is refused."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= sys.float_info.max:
        message = "a number"
        raise ValueError(message)
    return float(value)


Date = Annotated[date, BeforeValidator(_iso_date)]
Real = Annotated[float, BeforeValidator(_finite)]
NotNegative = Annotated[Real, Field(ge=0.0)]
Positive = Annotated[Real, Field(gt=0.0)]
Share = Annotated[Real, Field(ge=0.0, le=1.0)]
Age = Annotated[Positive, Field(le=150.0)]
Flag = Annotated[bool, Field(strict=True)]


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
    """Turn a mapping `{edge: factor}` into a tuple of pairs in the order of the edges, each edge once; a list is left as it is."""
    if isinstance(value, list | tuple):
        return value
    pairs = [(_edge(edge), factor) for edge, factor in value.items()] if isinstance(value, dict) else None
    if pairs is None or any(edge is None for edge, _ in pairs):
        message = "a mapping from a number to a factor, such as {0: 1.2, 26: 0.8}"
        raise ValueError(message)
    if len({edge for edge, _ in pairs}) < len(pairs):
        message = "a mapping with each edge once"
        raise ValueError(message)
    return tuple(sorted(pairs, key=lambda pair: pair[0] or 0.0))


def _edge(key: str) -> float | None:
    """Return the edge that a key of a mapping stands for, None where it is no finite number."""
    try:
        edge = float(key)
    except ValueError:
        return None
    return edge if math.isfinite(edge) else None


def _rising(pairs: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """Return the pairs of a step function; edges below 0 and, in a list of pairs, edges that do not rise are refused."""
    edges = [edge for edge, _ in pairs]
    if edges != sorted(set(edges)) or any(edge < 0.0 for edge in edges):
        message = "edges that rise, none below 0"
        raise ValueError(message)
    return pairs


def _some(pairs: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """Return the pairs of a step function; none at all is refused."""
    if not pairs:
        message = "an edge with a factor, such as {0: 1}"
        raise ValueError(message)
    return pairs


_Pairs = tuple[tuple[Real, NotNegative], ...]
_PositivePairs = tuple[tuple[Real, Positive], ...]

AnySteps = Annotated[_Pairs, AfterValidator(_rising), BeforeValidator(_steps, json_schema_input_type=dict[str, NotNegative] | _Pairs)]
"""A step function: each factor holds from its edge to the next. It may be empty."""
Steps = Annotated[AnySteps, AfterValidator(_some)]
"""A step function with at least one edge."""
PositiveSteps = Annotated[
    _PositivePairs, AfterValidator(_rising), BeforeValidator(_steps, json_schema_input_type=dict[str, Positive] | _PositivePairs)
]
"""A step function whose factors are above 0. It may be empty."""
