"""A finished fit: what it is, which targets it missed, and its document."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from simcase import __version__
from simcase.calibrate.evidence import informed, left_out
from simcase.calibrate.fit import Fitted
from simcase.model import Model
from simcase.study import Tabled

MISSED: Final = 2.0
"""Standard errors beyond which a target is missed."""


@dataclass(frozen=True, slots=True)
class Fit(Tabled):
    """A calibration with its unknowns at their priors, what was fitted, where it was written, the seed, and all of it as a document."""

    model: Model
    fitted: Fitted
    file: Path
    seed: int
    document: dict[str, Any]

    def missed(self) -> list[str]:
        """Return the targets that were missed."""
        return [reached.id for reached in self.fitted.reached if reached.informs and abs(reached.deviation) > MISSED]


def document(model: Model, fitted: Fitted, file: Path, seed: int) -> dict[str, Any]:
    """Return a fit as one document."""
    targets = [
        {
            "id": each.id,
            "value": each.value,
            "se": each.se,
            "fitted": each.fitted,
            "error": each.error,
            "deviation": each.deviation,
            "informs": each.informs,
            "grade": aim.grade,
            "source": aim.source,
        }
        for each, aim in zip(fitted.reached, model.targets, strict=True)
    ]
    unknowns = [
        {
            "id": each.id,
            "prior": each.prior,
            "fitted": fitted.values[each.id],
            "sd": [known.before, known.after],
            "informed_by": known.targets,
        }
        for each, known in zip(model.parameters, informed(model, fitted), strict=True)
    ]
    lines = [{**asdict(each), "inside": each.inside} for each in left_out(model, fitted)]
    return {
        "simcase": __version__,
        "calibration": model.calibration,
        "fit": file.stem,
        "file": str(file),
        "seed": seed,
        "evaluations": fitted.evaluations,
        "weighted_sum_of_squares": fitted.sum_of_squares,
        "reached_with": {"seed": fitted.seed, "replications": fitted.replications},
        "targets": targets,
        "parameters": unknowns,
        "left_out": lines,
    }
