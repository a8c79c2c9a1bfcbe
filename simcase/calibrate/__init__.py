"""Targets become fitted parameters, written to files."""

from simcase.calibrate.attribution import GROUPS, Attribution, LineAttribution, attribute
from simcase.calibrate.evidence import Informed, LeftOut, informed, left_out
from simcase.calibrate.figures import on_day
from simcase.calibrate.files import write
from simcase.calibrate.fit import Fitted, Reached, Rounds, fit, silent
from simcase.calibrate.fit_result import Fit, FitResult, finished
from simcase.calibrate.own_folder import calibrate
from simcase.calibrate.price_volume import LineSplit, PriceVolume, compare_fits, line_split

__all__ = [
    "GROUPS",
    "Attribution",
    "Fit",
    "FitResult",
    "Fitted",
    "Informed",
    "LeftOut",
    "LineAttribution",
    "LineSplit",
    "PriceVolume",
    "Reached",
    "Rounds",
    "attribute",
    "calibrate",
    "compare_fits",
    "finished",
    "fit",
    "informed",
    "left_out",
    "line_split",
    "on_day",
    "silent",
    "write",
]
