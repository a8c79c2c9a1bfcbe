"""Charts and tables become files."""

from simcase.report.pictures import ENDINGS, write

__all__ = ["ENDINGS", "write"]
