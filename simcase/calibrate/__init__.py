"""Targets -> fitted parameters, written to files."""

from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Reached, fit

__all__ = ["Fitted", "Reached", "fit", "write"]
