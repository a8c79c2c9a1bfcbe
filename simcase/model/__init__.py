"""Declarations become one explicit, frozen model."""

from simcase.model.calibration import Calibration, read_calibration
from simcase.model.changes import with_number
from simcase.model.digest import described, signed
from simcase.model.explain import arrival_multiplier, figure_at, multiplier, take_up, weakest_grade
from simcase.model.resolve import DEFAULT, resolve
from simcase.model.resolved import Model

__all__ = [
    "DEFAULT",
    "Calibration",
    "Model",
    "arrival_multiplier",
    "described",
    "figure_at",
    "multiplier",
    "read_calibration",
    "resolve",
    "signed",
    "take_up",
    "weakest_grade",
    "with_number",
]
