"""Targets -> fitted parameters, written to files."""

from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Reached, fit
from simcase.calibrate.work import calibrate

__all__ = ["Fitted", "Reached", "calibrate", "fit", "write"]
