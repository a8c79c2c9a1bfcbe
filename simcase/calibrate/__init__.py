"""Targets -> fitted parameters, written to files."""

from simcase.calibrate.evidence import Informed, LeftOut, informed, left_out
from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Reached, fit
from simcase.calibrate.split import Split, compared
from simcase.calibrate.work import calibrate

__all__ = ["Fitted", "Informed", "LeftOut", "Reached", "Split", "calibrate", "compared", "fit", "informed", "left_out", "write"]
