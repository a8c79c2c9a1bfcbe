"""Units and dates that everything shares: days, months, weeks, kroner, and the arrays' names."""

from simcase.vocabulary.arrays import Bools, Dates, Floats, Ints
from simcase.vocabulary.dates import (
    DAYS_PER_YEAR,
    GRID,
    add_months,
    days_after,
    month_edges,
    month_starts,
    months_later,
    week_offset,
    week_starts,
    years_before,
)

__all__ = [
    "DAYS_PER_YEAR",
    "GRID",
    "Bools",
    "Dates",
    "Floats",
    "Ints",
    "add_months",
    "days_after",
    "month_edges",
    "month_starts",
    "months_later",
    "week_offset",
    "week_starts",
    "years_before",
]
