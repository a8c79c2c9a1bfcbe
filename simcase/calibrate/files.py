"""A fit becomes files: the values with their provenance, and the starting stock."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from simcase import __version__
from simcase.calibrate.fit import Fitted
from simcase.declare import write_yaml
from simcase.engine import saved
from simcase.model import Model
from simcase.tidy import checksum
from simcase.vocabulary import replaced, write_whole


def document(name: str, model: Model, fitted: Fitted, seed: int, stock: str | None) -> dict[str, Any]:
    """Return what is written of a fit, the SHA-256 of its starting stock among it."""
    reached = {
        each.id: {
            "target": each.value,
            "se": each.se,
            "fitted": float(f"{each.fitted:.6g}"),
            "error": float(f"{each.error:.2g}"),
            "informs": each.informs,
        }
        for each in fitted.reached
    }
    return {
        "fit": name,
        "calibration": model.calibration,
        "parameters": [{"id": key, "value": float(f"{value:.8g}")} for key, value in fitted.values.items()],
        "covariance": [[float(f"{entry:.6g}") for entry in row] for row in fitted.covariance.tolist()],
        **({} if stock is None else {"donors": stock}),
        "provenance": {
            "simcase": __version__,
            "scenario": model.scenario,
            "seed": seed,
            "evaluations": fitted.evaluations,
            "weighted_sum_of_squares": float(f"{fitted.sum_of_squares:.6g}"),
            "reached_with": {"seed": fitted.seed, "replications": fitted.replications},
            "targets": reached,
        },
    }


def write(folder: Path, name: str, model: Model, fitted: Fitted, seed: int) -> Path:
    """Write a fit and its starting stock into a calibration's folder; return the file of the fit."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.yaml"
    donors = folder / f"{name}.donors.npz"
    stock = None
    if fitted.donors is not None:
        with replaced(donors) as temporary:
            saved(fitted.donors, temporary)
            stock = checksum(temporary)
    else:
        donors.unlink(missing_ok=True)
    text = io.StringIO()
    write_yaml(document(name, model, fitted, seed, stock), text)
    write_whole(path, text.getvalue())
    return path
