"""Charts and tables become files."""

from simcase.report.pictures import ENDINGS, check, write

__all__ = ["ENDINGS", "check", "write"]
