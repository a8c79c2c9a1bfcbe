"""Fit a calibration."""

from __future__ import annotations

from simcase.calibrate import Fit, Rounds, finished, silent
from simcase.calibrate import calibrate as fitted_to
from simcase.declare import AS_IS
from simcase.engine import available_cores
from simcase.model import resolve


def calibrate(name: str, fit: str | None = None, *, seed: int = 1906, workers: int | None = None, tell: Rounds = silent) -> Fit:
    """Fit a calibration of the current folder, and write the fit there; its tables are targets, parameters and left_out.

    `tell` hears of each evaluation and its weighted sum of squares. Raises UserError for a calibration that is not in the current folder,
    or that has no unknowns or targets.
    """
    file, fitted = fitted_to(name, fit, seed=seed, workers=workers or available_cores(), tell=tell)
    model = resolve(AS_IS, calibration=name, without_fit=True)
    return finished(model, fitted, file, seed)
