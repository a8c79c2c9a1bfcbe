"""What every declaration is made of: numbers with source and grade, dates, texts in two languages, step functions."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable
from datetime import date
from typing import Annotated, Any, Literal, Self, TypeVar, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    StringConstraints,
    Tag,
    model_validator,
)
from pydantic_core import CoreSchema, core_schema

from simcase.declare.cells import Grouped, iso_date
from simcase.errors import LARGEST, MOST_CAPACITY, MOST_PERSONS, SMALLEST, STRONGEST
from simcase.words import said

Grade = Literal["A", "B", "C", "D"]
"""A stated for the place and year, B other year or derived, C national, D judgement."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=80)]
"""An identifier: lower-case ASCII letters, digits, underscore, dot and dash."""


_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EARLIEST, _LATEST = date(1800, 1, 1), date(2399, 12, 31)


def _iso_date(value: object) -> date:
    """Return a text such as 2019-01-31 or 31-01-2019 as a date; a wrong one, and one that no calendar can count from, is refused."""
    message = said("error.value.date_such_as")
    if isinstance(value, str) and _DATE.fullmatch(iso_date(value)):
        try:
            value = date.fromisoformat(iso_date(value))
        except ValueError:
            raise ValueError(message) from None
    if not isinstance(value, date):
        raise ValueError(message)  # noqa: TRY004 - pydantic listens to a ValueError alone
    if not _EARLIEST <= value <= _LATEST:
        message = said("error.value.date_between", earliest=_EARLIEST, latest=_LATEST)
        raise ValueError(message)
    return value


Item = TypeVar("Item", bound=Hashable)


def _finite(value: object) -> float:
    """Return a number as a float; anything else (a text, a truth value, an infinity, more than makes sense) is refused."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < math.inf:
        message = said("error.value.number")
        raise ValueError(message)
    if abs(value) > LARGEST:
        message = said("error.value.number_between", least=-LARGEST, most=LARGEST)
        raise ValueError(message)
    return value if isinstance(value, Grouped) else float(value)


def _above_nothing(value: float) -> float:
    """Return a number above 0 that can be divided by; one that is too small for it is refused."""
    if not value >= SMALLEST:
        message = said("error.value.above_0") if value <= 0.0 else said("error.value.at_least", least=SMALLEST)
        raise ValueError(message)
    return value


def _read_one_way(value: object) -> object:
    """Return a number of kroner or of persons as it is; one with a point and three digits after it is refused with both readings."""
    if isinstance(value, Grouped):
        raise ValueError(value.readings)  # noqa: TRY004 - pydantic listens to a ValueError alone
    return value


def _each_once(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the items of a list that stands for a set; one that stands there twice is refused."""
    twice = sorted({str(item) for at, item in enumerate(items) if item in items[:at]})
    if twice:
        message = said("error.value.repeats", twice=twice)
        raise ValueError(message)
    return items


Date = Annotated[date, BeforeValidator(_iso_date)]
Real = Annotated[float, BeforeValidator(_finite)]
"""A number that is one, and is no mistake of units."""
Written = Annotated[float, PlainValidator(_finite, json_schema_input_type=float)]
"""A number that is kept as it was written until it is known what it is a number of."""
NotNegative = Annotated[Real, Field(ge=0.0)]
Positive = Annotated[Real, AfterValidator(_above_nothing)]
Share = Annotated[Real, Field(ge=0.0, le=1.0)]
Age = Annotated[Positive, Field(le=150.0)]
Year = Annotated[int, Field(ge=1900, le=2200, strict=True)]
Multiple = Annotated[Positive, Field(le=STRONGEST)]
"""What something is multiplied by that does not vanish."""
Amount = Annotated[NotNegative, BeforeValidator(_read_one_way)]
"""Kroner, persons or hours."""
Balance = Annotated[Real, BeforeValidator(_read_one_way)]
"""Kroner that are spent or, below nothing, saved."""
Error = Annotated[Positive, BeforeValidator(_read_one_way)]
"""A standard error, of kroner or persons or another figure."""
Persons = Annotated[Amount, Field(le=MOST_PERSONS)]
Flag = Annotated[bool, Field(strict=True)]
Names = Annotated[tuple[Name, ...], AfterValidator(_each_once)]
"""A set of names, written as a list."""


def _all_or_names(value: object) -> str:
    """Tell which of the two forms a list of states has."""
    return "all" if isinstance(value, str) else "names"


AllOrNames = Annotated[
    Annotated[Literal["all"], Tag("all")] | Annotated[Names, Tag("names")],
    Discriminator(_all_or_names),
]
"""The states named, or all of them."""


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
            message = said("error.value.in_range")
            raise ValueError(message)
        return self


Times = Annotated[NotNegative, Field(le=STRONGEST)]


class Factor(Figure):
    """What something is multiplied by, or how often it happens in a year."""

    value: Times
    low: Times | None = None
    high: Times | None = None


class Part(Figure):
    """A share of a whole, from 0 to 1."""

    value: Share
    low: Share | None = None
    high: Share | None = None


class Quantity(Figure):
    """Kroner, persons or hours."""

    value: Amount
    low: Amount | None = None
    high: Amount | None = None


class Headcount(Figure):
    """Persons in a state, or arriving in a year."""

    value: Persons
    low: Persons | None = None
    high: Persons | None = None


Room = Annotated[Amount, Field(le=MOST_CAPACITY)]


Staffed = Annotated[Balance, Field(ge=-MOST_CAPACITY, le=MOST_CAPACITY)]


class Hours(Figure):
    """Hours a week that join staff or, below nothing, leave it."""

    value: Staffed
    low: Staffed | None = None
    high: Staffed | None = None


class Capacity(Figure):
    """Places, job slots a year, or hours a week."""

    value: Room
    low: Room | None = None
    high: Room | None = None


class Ratio(Figure):
    """A ratio of hazards."""

    value: Multiple
    low: Multiple | None = None
    high: Multiple | None = None


def _between(low: float | None, value: float, high: float | None) -> bool:
    """Tell whether a value lies in a range whose ends may be open."""
    return (low is None or low <= value) and (high is None or value <= high)


def _figure(value: object) -> object:
    """Let a bare number stand for a figure of grade D with no source stated; what is neither a number nor a figure is refused."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"value": value}
    if not isinstance(value, dict | Figure):
        message = said("error.value.figure")
        raise ValueError(message)  # noqa: TRY004 - pydantic listens to a ValueError alone
    return value


class _OrBare:
    """Lets a bare number stand for a figure."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's own
        """Return the schema of a figure, which a number may be written for."""
        figure = handler(source)
        written = core_schema.union_schema([figure, core_schema.float_schema()])
        return core_schema.no_info_before_validator_function(_figure, figure, json_schema_input_schema=written)


AnyFigure = TypeVar("AnyFigure", bound=Figure)
Number = Annotated[AnyFigure, _OrBare()]
"""A figure of some kind, for which a bare number may be written."""


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
        message = said("error.value.steps")
        raise ValueError(message)
    if len({edge for edge, _ in pairs}) < len(pairs):
        message = said("error.value.edges_once")
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
        message = said("error.value.edges_rise")
        raise ValueError(message)
    return pairs


def _some(pairs: tuple[tuple[float, float], ...]) -> tuple[tuple[float, float], ...]:
    """Return the pairs of a step function; none at all is refused."""
    if not pairs:
        message = said("error.value.edge")
        raise ValueError(message)
    return pairs


Level = TypeVar("Level", bound=float)


class _OrMapping:
    """Lets a mapping from edges to factors stand for pairs of them."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 - pydantic's own
        """Return the schema of pairs, for which a mapping may be written."""
        pairs = handler(source)
        _, level = get_args(get_args(source)[0])
        written = core_schema.union_schema([core_schema.dict_schema(core_schema.str_schema(), handler.generate_schema(level)), pairs])
        return core_schema.no_info_before_validator_function(_steps, pairs, json_schema_input_schema=written)


AnySteps = Annotated[tuple[tuple[Real, Level], ...], AfterValidator(_rising), _OrMapping()]
"""A step function: each factor holds from its edge to the next. It may be empty."""
Steps = Annotated[AnySteps[Level], AfterValidator(_some)]
"""A step function with at least one edge."""
