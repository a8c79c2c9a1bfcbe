"""Declarations become one explicit, frozen model."""

from simcase.model.actuals import Actuals, Budgeted, actuals, budgets
from simcase.model.calibration import Calibration, fits_of, read_calibration
from simcase.model.changes import with_number
from simcase.model.check_money import unplanned
from simcase.model.dated import dated, days_of_change, in_force
from simcase.model.digest import model_described_by, moves_digest, unsourced
from simcase.model.donors import Donors, read_donors
from simcase.model.doses import Parameter, full_path, in_proportion, parameter, scale_effects, scale_places, with_value
from simcase.model.economy import Walks, drawn_processes, drift_months, group_factors, groups_by_move, walks, with_walks
from simcase.model.edits import size_of
from simcase.model.explain import applies, arrival_multiplier, figure_at, multipliers, take_up, take_up_used, weakest_grade
from simcase.model.figures import Assumption, assumptions, lent
from simcase.model.labels import labels_by_id
from simcase.model.laws import Closed, in_force_on, spans, times_closed
from simcase.model.members import Members, read_members, scaled, with_months, with_rates, with_stock
from simcase.model.parts import Part, Parts, own_initiatives, parts
from simcase.model.resolve import resolve
from simcase.model.resolved import Model, Stored, describe
from simcase.model.selection import Selection, selection
from simcase.model.thresholds import with_thresholds
from simcase.model.uncertainty import deviations, drawn, effects_ranged, log_sd, numbers_ranged, placed, unknowns
from simcase.model.workbook_edits import with_workbook_edits

__all__ = [
    "Actuals",
    "Assumption",
    "Budgeted",
    "Calibration",
    "Closed",
    "Donors",
    "Members",
    "Model",
    "Parameter",
    "Part",
    "Parts",
    "Selection",
    "Stored",
    "Walks",
    "actuals",
    "applies",
    "arrival_multiplier",
    "assumptions",
    "budgets",
    "dated",
    "days_of_change",
    "describe",
    "deviations",
    "drawn",
    "drawn_processes",
    "drift_months",
    "effects_ranged",
    "figure_at",
    "fits_of",
    "full_path",
    "group_factors",
    "groups_by_move",
    "in_force",
    "in_force_on",
    "in_proportion",
    "labels_by_id",
    "lent",
    "log_sd",
    "model_described_by",
    "moves_digest",
    "multipliers",
    "numbers_ranged",
    "own_initiatives",
    "parameter",
    "parts",
    "placed",
    "read_calibration",
    "read_donors",
    "read_members",
    "resolve",
    "scale_effects",
    "scale_places",
    "scaled",
    "selection",
    "size_of",
    "spans",
    "take_up",
    "take_up_used",
    "times_closed",
    "unknowns",
    "unplanned",
    "unsourced",
    "walks",
    "weakest_grade",
    "with_months",
    "with_number",
    "with_rates",
    "with_stock",
    "with_thresholds",
    "with_value",
    "with_walks",
    "with_workbook_edits",
]
