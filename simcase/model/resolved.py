"""The one explicit, frozen model that everything downstream reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from simcase.declare.economy import Course, Economy
from simcase.declare.fitting import Parameter, Target
from simcase.declare.initiatives import Change, Initiative
from simcase.declare.laws import DatedLaw
from simcase.declare.refusion import Refusion
from simcase.declare.schema import (
    Arrival,
    Budget,
    Counted,
    Goal,
    Grant,
    Index,
    Line,
    Population,
    Profiles,
    Rate,
    RateClass,
    Rule,
    Segment,
    StaffPool,
    State,
    Stock,
    Transition,
    WageDeduction,
)
from simcase.declare.values import Factor, Number, Part, Text


@dataclass(frozen=True, slots=True)
class Stored:
    """A file beside a fit, and the SHA-256 of its bytes, by which it is known again."""

    path: Path
    digest: str


@dataclass(frozen=True, slots=True)
class Edits:
    """What a workbook of edited prices changed in a model."""

    file: str
    """The workbook as it was named."""
    sha256: str
    """The digest of its bytes."""
    paths: tuple[str, ...]
    """The numbers that differ from those of the files."""
    unused: tuple[str, ...]
    """Numbers of initiatives in it that the model does not have."""


@dataclass(frozen=True)
class Model:
    """A scenario of a municipality, resolved: nothing is inherited, defaulted or named elsewhere."""

    scenario: str
    title: Text
    calibration: str
    calibration_title: Text
    start: date
    end: date
    states: tuple[State, ...]
    transitions: tuple[Transition, ...]
    stock: Stock
    lines: tuple[Line, ...] = ()
    segments: tuple[Segment, ...] = ()
    profiles: Profiles = field(default_factory=Profiles)
    population: Population | None = None
    arrivals: tuple[Arrival, ...] = ()
    economy: Economy | None = None
    known_until: date | None = None
    """The last day on which the economy is known; none: the day before the start."""
    courses: tuple[Course, ...] = ()
    """The courses of processes of the economy that scenarios chose."""
    walks: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """How far each drawn process of the economy is from its mean course, by month, on the log scale; none where nothing is drawn."""
    counters: tuple[Counted, ...] = ()
    rules: tuple[Rule, ...] = ()
    laws: tuple[DatedLaw, ...] = ()
    """Laws that hold from a day on, each change of which is made after those before it."""
    refusion: Refusion | None = None
    rates: Mapping[str, Rate] = field(default_factory=dict)
    rate_classes: tuple[RateClass, ...] = ()
    wage_deductions: tuple[WageDeduction, ...] = ()
    grants: tuple[Grant, ...] = ()
    measures_refund: Mapping[str, Number[Part]] = field(default_factory=dict)
    """The state's share of spending on measures, by line."""
    take_up: Mapping[str, Number[Factor]] = field(default_factory=dict)
    index: Index | None = None
    budget: Budget | None = None
    staff: tuple[StaffPool, ...] = ()
    goals: tuple[Goal, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    targets: tuple[Target, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    """In the order of their ids."""
    changes: tuple[Change, ...] = ()
    """The scenario's changes that hold for a time only; all others are made."""
    composed: tuple[str, ...] = ()
    """Ids of the initiatives in the order in which the scenario names them."""
    burn_in_years: int = 0
    fit: str | None = None
    fitted: Mapping[str, float] = field(default_factory=dict)
    """Value of each unknown of the fit; an unknown that is missing stands at its prior."""
    covariance: tuple[tuple[float, ...], ...] = ()
    """Covariance of the logs of the fitted values, in their order; empty where the fit states none."""
    donors: Stored | None = None
    """The starting stock that was stored with the fit."""
    members: Stored | None = None
    """The likely municipalities that counts left, which replications draw; none where the fit is values and a covariance alone."""
    edits: Edits | None = None
    """The workbook whose prices hold instead of those of the files; none where there is none."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of everything above, the bytes of stored files included: equal models have equal ones."""
        return digest_of(describe(self))


def describe(model: Model) -> dict[str, Any]:
    """Return all that a model holds as JSON has it."""
    return {each.name: _plain(getattr(model, each.name)) for each in fields(model)}


def digest_of(described: object) -> str:
    """Return the digest of what JSON has."""
    text = json.dumps(described, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> Any:  # noqa: ANN401
    """Return a value as JSON has it; a stored file stands as the digest of its bytes."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, Edits):
        value = asdict(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Stored):
        return value.digest
    return value
