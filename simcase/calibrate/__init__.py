"""Targets become fitted parameters, written to files."""

from simcase.calibrate.evidence import Informed, LeftOut, informed, left_out
from simcase.calibrate.figures import on_day
from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Reached, Rounds, fit, silent
from simcase.calibrate.moved import GROUPS, Moved, moved
from simcase.calibrate.split import Split, compared
from simcase.calibrate.told import Fit, document
from simcase.calibrate.work import calibrate

__all__ = [
    "GROUPS",
    "Fit",
    "Fitted",
    "Informed",
    "LeftOut",
    "Moved",
    "Reached",
    "Rounds",
    "Split",
    "calibrate",
    "compared",
    "document",
    "fit",
    "informed",
    "left_out",
    "moved",
    "on_day",
    "silent",
    "write",
]
