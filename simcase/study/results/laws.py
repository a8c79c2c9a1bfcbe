"""Results on the law: what a run stands on, and what changed when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from simcase.study.results.common import Bilingual, First, Last
from simcase.vocabulary import Key


@dataclass(frozen=True, slots=True)
class NamedLaw:
    """A law and its first day."""

    id: str
    label: Bilingual
    first: First


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """What is regulated by year beyond the last year that is known: by the growth a year that is assumed, None where it follows the rates.

    `what` is `index` for the rates, or the deduction whose wages are meant.
    """

    what: str
    known_until: int
    growth: float | None
    grade: str


@dataclass(frozen=True, slots=True)
class StandsOn:
    """The law that a run stands on: dated laws that hold on some of its days, the latest of them, those set aside, what goes on.

    `missing` are the changes of its days that the law of today has and the run's calibration has not, in order of their days.
    """

    laws: tuple[str, ...]
    latest: NamedLaw | None
    suspended: tuple[NamedLaw, ...]
    carried_on: tuple[CarriedOn, ...]
    missing: tuple[NamedLaw, ...] = ()


@dataclass(frozen=True, slots=True)
class LawEffect:
    """What a law does: `opens`, `closes` or `ends` a state, `pays` a class, changes `deductions`, a `number`, `rates` or an `age`.

    `label` is what the state, the benefit or the rule of that name is called; `to` the state that citizens come to instead; `value` the new
    number, or by how much rates or thresholds grow, as a share.
    """

    kind: str
    name: str
    label: Bilingual | None
    to: Bilingual | None
    value: float | None


@dataclass(frozen=True, slots=True)
class LawRow:
    """A change of the law: its days, what it does to the model (nothing where it is told alone), whether the calibration stands on it."""

    id: str
    label: Bilingual
    first: First
    last: Last | None
    effects: tuple[LawEffect, ...]
    stood_on: bool
    grade: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class LawResult:
    """What changed in the law from a year to another, and the calibration that is asked whether it stands on it."""

    calibration: str
    first: Annotated[int, Key("from")]
    last: Annotated[int, Key("to")]
    changes: tuple[LawRow, ...]
