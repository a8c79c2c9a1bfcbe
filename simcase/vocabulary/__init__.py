"""What everything shares: days, months, weeks, how sure intervals are, and the arrays' names."""

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
from simcase.vocabulary.documents import From, Inline, Key, Month, document_of
from simcase.vocabulary.intervals import CONFIDENCE, LUCKS, NORMAL_95, PAIR

__all__ = [
    "CONFIDENCE",
    "DAYS_PER_YEAR",
    "GRID",
    "LUCKS",
    "NORMAL_95",
    "PAIR",
    "Bools",
    "Dates",
    "Floats",
    "From",
    "Inline",
    "Ints",
    "Key",
    "Month",
    "add_months",
    "days_after",
    "document_of",
    "month_edges",
    "month_starts",
    "months_later",
    "week_offset",
    "week_starts",
    "years_before",
]
