"""Charts and tables become files."""

from simcase.report.csv_files import write_table
from simcase.report.files import PAPERS, SHEETS, check_report, check_sheets, write_report, write_sheets
from simcase.report.moving import moving_page
from simcase.report.one_page import one_page
from simcase.report.page_of import page_of
from simcase.report.pictures import ENDINGS, check, write

__all__ = [
    "ENDINGS",
    "PAPERS",
    "SHEETS",
    "check",
    "check_report",
    "check_sheets",
    "moving_page",
    "one_page",
    "page_of",
    "write",
    "write_report",
    "write_sheets",
    "write_table",
]
