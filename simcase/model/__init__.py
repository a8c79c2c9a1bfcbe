"""Declarations become one explicit, frozen model."""

from simcase.model.actuals import Actuals, Budgeted, actuals, budgets
from simcase.model.assumed import assumed
from simcase.model.calibration import Calibration, fits_of, read_calibration
from simcase.model.changes import with_number
from simcase.model.dated import dated, days_of_change, in_force
from simcase.model.digest import described, moves_digest, signed, undescribed
from simcase.model.donors import Donors, read_donors
from simcase.model.doses import Knob, enlarged, knob, strengthened, turned
from simcase.model.economy import Walks, drawn_processes, drift_months, group_factors, groups_by_move, walks, with_walks
from simcase.model.explain import applies, arrival_multiplier, figure_at, multipliers, take_up, take_up_used, weakest_grade
from simcase.model.figures import Assumption, assumptions
from simcase.model.parts import Part, Parts, parts
from simcase.model.resolve import resolve
from simcase.model.resolved import Model, StartingStock
from simcase.model.thresholds import with_thresholds
from simcase.model.uncertainty import deviations, drawn, effects_ranged, log_sd, numbers_ranged, placed, unknowns

__all__ = [
    "Actuals",
    "Assumption",
    "Budgeted",
    "Calibration",
    "Donors",
    "Knob",
    "Model",
    "Part",
    "Parts",
    "StartingStock",
    "Walks",
    "actuals",
    "applies",
    "arrival_multiplier",
    "assumed",
    "assumptions",
    "budgets",
    "dated",
    "days_of_change",
    "described",
    "deviations",
    "drawn",
    "drawn_processes",
    "drift_months",
    "effects_ranged",
    "enlarged",
    "figure_at",
    "fits_of",
    "group_factors",
    "groups_by_move",
    "in_force",
    "knob",
    "log_sd",
    "moves_digest",
    "multipliers",
    "numbers_ranged",
    "parts",
    "placed",
    "read_calibration",
    "read_donors",
    "resolve",
    "signed",
    "strengthened",
    "take_up",
    "take_up_used",
    "turned",
    "undescribed",
    "unknowns",
    "walks",
    "weakest_grade",
    "with_number",
    "with_thresholds",
    "with_walks",
]
