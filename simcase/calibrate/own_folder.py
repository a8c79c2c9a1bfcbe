"""Fit a calibration of the user's own folder."""

from __future__ import annotations

from pathlib import Path

from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Rounds, fit, silent
from simcase.declare import AS_IS, here, shown_value
from simcase.defaults import FIT_SEED
from simcase.errors import Issue, UserError
from simcase.model import read_calibration, resolve
from simcase.words import said


def calibrate(
    name: str, fit_name: str | None = None, *, seed: int = FIT_SEED, workers: int = 1, tell: Rounds = silent
) -> tuple[Path, Fitted]:
    """Fit a calibration in the current folder, in the world in which its targets were observed; return the fit's file and the fit.

    It goes by the targets that name the fit; a name that no target knows goes by those of the calibration's usual fit.

    Raises UserError for a calibration that is not in the current folder, or that has no unknowns or targets.
    """
    calibration = read_calibration(name, here())
    folder = Path("calibration") / name
    if not folder.is_dir():
        hint = said("error.folder.init")
        raise UserError([Issue(folder.as_posix(), 0, "", said("error.folder.none"), said("error.folder.own"), hint)])
    model = resolve(calibration.sections.world or AS_IS, calibration=name, without_fit=True)
    for section in ("parameters", "targets"):
        if not getattr(model, section):
            raise UserError([Issue(folder.as_posix(), 0, section, shown_value(None), said("error.at_least_one"))])
    usual = calibration.sections.fit or name
    known = {each for target in model.targets for each in target.fits or ()}
    fitted = fit(model, fit_name if fit_name in known else usual, seed=seed, workers=workers, tell=tell)
    return write(folder / "fits", fit_name or usual, model, fitted, seed), fitted
