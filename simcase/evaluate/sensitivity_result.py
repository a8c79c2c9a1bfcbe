"""What is told of a sensitivity analysis: a row for each thing that is not known, in the measures of its method."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Annotated

from simcase import __version__
from simcase.evaluate.factors import Factor
from simcase.evaluate.sensitivity import Method, Row, Sensitivity
from simcase.vocabulary import Inline


@dataclass(frozen=True, slots=True)
class Ends:
    """The value of something that is not known, and those at 5 % and 95 %."""

    low: float
    value: float
    high: float


Between = Annotated[Ends, Inline(Ends)]
"""Ends that stand among the keys of their row."""


@dataclass(frozen=True, slots=True)
class TornadoRow:
    """By how much the figure changes at each end, with the half-widths that hold nine of ten (None: one replication tells none)."""

    unknown: str
    ends: Between
    at_low: float
    at_low_margin: float | None
    at_high: float
    at_high_margin: float | None


@dataclass(frozen=True, slots=True)
class MorrisRow:
    """The mean absolute elementary effect with its half-width, and how much the effects differ from place to place."""

    unknown: str
    ends: Between
    mu_star: float | None
    mu_star_margin: float | None
    sigma: float | None


@dataclass(frozen=True, slots=True)
class SobolGroup:
    """The shares of variance that unknowns drawn jointly explain alone, and with all that they interact with, with half-widths."""

    unknown: str
    first_order: float | None
    first_order_margin: float | None
    total: float | None
    total_margin: float | None


@dataclass(frozen=True, slots=True)
class SobolRow:
    """The shares of variance that one unknown explains alone, and with all that it interacts with, with half-widths."""

    unknown: str
    ends: Between
    first_order: float | None
    first_order_margin: float | None
    total: float | None
    total_margin: float | None


@dataclass(frozen=True, slots=True)
class SensitivityResult:
    """An analysis of a scenario, held against another one or not, the largest rows first.

    `middle` is the figure where nothing is moved, or the mean over the design; `chance` and `parameters` are variances within and
    between points, None where the design does not tell.
    """

    simcase: str
    scenario: str
    against: str | None
    method: Method
    figure: str
    middle: float
    points: int
    replications: int
    chance: float | None
    parameters: float | None
    unknowns: tuple[TornadoRow | MorrisRow | SobolGroup | SobolRow, ...]


def sensitivity_result(found: Sensitivity) -> SensitivityResult:
    """Return what is told of an analysis."""
    scenario, *against = (model.scenario for model in found.models)
    return SensitivityResult(
        simcase=__version__,
        scenario=scenario,
        against=against[0] if against else None,
        method=found.method,
        figure=found.figure,
        middle=found.middle,
        points=found.points,
        replications=found.replications,
        chance=_known(found.chance),
        parameters=_known(found.parameters),
        unknowns=tuple(_row(row, found.method) for row in found.rows),
    )


def _row(row: Row, method: Method) -> TornadoRow | MorrisRow | SobolGroup | SobolRow:
    """Return a row in the measures of its method."""
    first, second = (_known(row.first), _known(row.first_margin)), (_known(row.second), _known(row.second_margin))
    if row.factor is None:
        return SobolGroup(row.name, *first, *second)
    ends = _ends(row.factor)
    if method == "morris":
        return MorrisRow(row.name, ends, *first, second[0])
    if method == "sobol":
        return SobolRow(row.name, ends, *first, *second)
    return TornadoRow(row.name, ends, row.first, first[1], row.second, second[1])


def _ends(factor: Factor) -> Ends:
    """Return the middle and the ends of what is not known."""
    return Ends(factor.low, factor.middle, factor.high)


def _known(value: float) -> float | None:
    """Return a number, None for one that the design does not tell."""
    return None if math.isnan(value) else value
