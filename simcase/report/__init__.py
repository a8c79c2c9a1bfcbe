"""Charts and tables become files."""

from simcase.report.gallery import KINDS, drawn, table_of
from simcase.report.pictures import ENDINGS, check, write
from simcase.report.written import check_report, write_report

__all__ = ["ENDINGS", "KINDS", "check", "check_report", "drawn", "table_of", "write", "write_report"]
