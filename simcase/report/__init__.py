"""Charts and tables become files."""

from simcase.report.gallery import KINDS, drawn, table_of
from simcase.report.pictures import ENDINGS, check, write

__all__ = ["ENDINGS", "KINDS", "check", "drawn", "table_of", "write"]
