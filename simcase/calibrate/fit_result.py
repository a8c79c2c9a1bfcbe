"""What is told of a finished fit: its targets, its unknowns and the budget lines that all else predicts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simcase import __version__
from simcase.calibrate.evidence import LeftOut, informed, left_out
from simcase.calibrate.fit import Fitted
from simcase.model import Model
from simcase.study import Tabled

MISSED: Final = 2.0
"""Standard errors beyond which a target is missed."""


@dataclass(frozen=True, slots=True)
class ReachedWith:
    """The luck with which targets were reached, which the fit did not use, and its replications."""

    seed: int
    replications: int


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A target in its own unit beside what the fitted model shows, `error` by chance; `deviation` is in standard errors."""

    id: str
    value: float
    se: float
    fitted: float
    error: float
    deviation: float
    informs: bool
    grade: str
    source: str


@dataclass(frozen=True, slots=True)
class UnknownRow:
    """An unknown: its prior, its value, the standard deviations of its log before and after, and the targets that say most of it."""

    id: str
    prior: float
    fitted: float
    sd: tuple[float, float]
    informed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FitResult:
    """A fit: where it is written, how it was searched for, and what it reached."""

    simcase: str
    calibration: str
    fit: str
    file: str
    seed: int
    evaluations: int
    weighted_sum_of_squares: float
    reached_with: ReachedWith
    targets: tuple[TargetRow, ...]
    parameters: tuple[UnknownRow, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True, slots=True)
class Fit(Tabled):
    """A calibration with its unknowns at their priors, what was fitted, where it was written, and what is told of it."""

    model: Model
    fitted: Fitted
    file: Path
    seed: int
    result: FitResult

    def missed(self) -> list[str]:
        """Return the targets that were missed."""
        return [row.id for row in self.result.targets if row.informs and abs(row.deviation) > MISSED]


def finished(model: Model, fitted: Fitted, file: Path, seed: int) -> Fit:
    """Return a fit that was written, with what is told of it."""
    targets = (
        TargetRow(each.id, each.value, each.se, each.fitted, each.error, each.deviation, each.informs, aim.grade, aim.source)
        for each, aim in zip(fitted.reached, model.targets, strict=True)
    )
    unknowns = (
        UnknownRow(each.id, each.prior, fitted.values[each.id], (known.before, known.after), known.targets)
        for each, known in zip(model.parameters, informed(model, fitted), strict=True)
    )
    result = FitResult(
        simcase=__version__,
        calibration=model.calibration,
        fit=file.stem,
        file=str(file),
        seed=seed,
        evaluations=fitted.evaluations,
        weighted_sum_of_squares=fitted.sum_of_squares,
        reached_with=ReachedWith(fitted.seed, fitted.replications),
        targets=tuple(targets),
        parameters=tuple(unknowns),
        left_out=tuple(left_out(model, fitted)),
    )
    return Fit(model, fitted, file, seed, result)
