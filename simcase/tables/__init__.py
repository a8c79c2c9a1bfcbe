"""The model becomes arrays, which the engine reads."""

from simcase.tables.arrays import Clockwork, Dynamic, Names, Plan, Source, Tables
from simcase.tables.calendar import calendar_days, dose
from simcase.tables.hazards import acts, over_caps
from simcase.tables.programmes import places
from simcase.tables.ragged import key_of
from simcase.tables.statute import LONG_TERM_WEEKS, REDUCED
from simcase.tables.tabulate import between, burn_in, redrawn, tabulate

__all__ = [
    "LONG_TERM_WEEKS",
    "REDUCED",
    "Clockwork",
    "Dynamic",
    "Names",
    "Plan",
    "Source",
    "Tables",
    "acts",
    "between",
    "burn_in",
    "calendar_days",
    "dose",
    "key_of",
    "over_caps",
    "places",
    "redrawn",
    "tabulate",
]
