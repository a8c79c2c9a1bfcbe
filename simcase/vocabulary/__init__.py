"""What everything shares: days, months, weeks, how sure intervals are, the arrays' names, and how a file is written whole."""

from simcase.vocabulary.arrays import Bools, Dates, Floats, Ints, Positions
from simcase.vocabulary.csv_text import FORMULA, csv_text
from simcase.vocabulary.dates import (
    DAYS_PER_YEAR,
    GRID,
    add_months,
    days_after,
    full_years,
    month_edges,
    month_starts,
    months_between,
    months_later,
    week_offset,
    week_starts,
    years_before,
)
from simcase.vocabulary.documents import From, Inline, Key, Month, document_of
from simcase.vocabulary.files import check_place, replaced, write_whole
from simcase.vocabulary.intervals import BLOCK, CONFIDENCE, LUCKS, NORMAL_95, PAIR
from simcase.vocabulary.uncertainty import PARTS, UNCERTAINTIES, Part, Uncertainty, parts_varying, uncertainty_of

__all__ = [
    "BLOCK",
    "CONFIDENCE",
    "DAYS_PER_YEAR",
    "FORMULA",
    "GRID",
    "LUCKS",
    "NORMAL_95",
    "PAIR",
    "PARTS",
    "UNCERTAINTIES",
    "Bools",
    "Dates",
    "Floats",
    "From",
    "Inline",
    "Ints",
    "Key",
    "Month",
    "Part",
    "Positions",
    "Uncertainty",
    "add_months",
    "check_place",
    "csv_text",
    "days_after",
    "document_of",
    "full_years",
    "month_edges",
    "month_starts",
    "months_between",
    "months_later",
    "parts_varying",
    "replaced",
    "uncertainty_of",
    "week_offset",
    "week_starts",
    "write_whole",
    "years_before",
]
