"""Targets -> fitted parameters, written to files."""

from simcase.calibrate.evidence import Informed, LeftOut, informed, left_out
from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Reached, fit
from simcase.calibrate.moved import GROUPS, Moved, moved
from simcase.calibrate.split import Split, compared
from simcase.calibrate.work import calibrate

__all__ = [
    "GROUPS",
    "Fitted",
    "Informed",
    "LeftOut",
    "Moved",
    "Reached",
    "Split",
    "calibrate",
    "compared",
    "fit",
    "informed",
    "left_out",
    "moved",
    "write",
]
