"""Charts: a table goes in, a chart comes out; nothing is read, written or computed here."""

from simcase.charts.headcount import headcount

__all__ = ["headcount"]
