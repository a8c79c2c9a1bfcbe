"""Fit a calibration of the user's own folder."""

from __future__ import annotations

from pathlib import Path

from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Rounds, fit, silent
from simcase.declare import AS_IS, here, shown_value
from simcase.defaults import FIT_SEED, UNFITTED
from simcase.errors import Issue, UserError, closest
from simcase.model import Calibration, Model, read_calibration, resolve
from simcase.words import said


def calibrate(
    name: str, fit_name: str | None = None, *, seed: int = FIT_SEED, workers: int = 1, tell: Rounds = silent
) -> tuple[Path, Fitted]:
    """Fit a calibration in the current folder, in the world in which its targets were observed; return the fit's file and the fit.

    Raises UserError for a calibration that is not in the current folder, that has no unknowns or targets, or whose targets name several
    fits of which none is meant.
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
    called, targets = _named(calibration, model, fit_name)
    fitted = fit(model, targets, seed=seed, workers=workers, tell=tell)
    return write(folder / "fits", called, model, fitted, seed), fitted


def _named(calibration: Calibration, model: Model, asked: str | None) -> tuple[str, str]:
    """Return what a fit is called, and the fit whose targets it goes by: its own, else those of the usual fit, else of the only one named.

    The usual fit of a new municipality is none, so its name is never that of one.
    """
    usual = calibration.sections.fit or model.calibration
    known = sorted({each for target in model.targets for each in target.fits or ()})
    mine = [each for each in (asked, usual) if each in known]
    if not mine and len(known) > 1:
        raise UserError([Issue("", 0, "--fit", shown_value(asked), *closest(asked or "", known))])
    targets = next(iter(mine or known), usual)
    called = asked or (targets if usual == UNFITTED else usual)
    if called == UNFITTED:
        raise UserError([Issue("", 0, "--fit", shown_value(asked), said("error.fit.called", unfitted=UNFITTED))])
    return called, targets
