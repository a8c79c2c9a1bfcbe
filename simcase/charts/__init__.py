"""Charts: a table goes in, a chart comes out; nothing is read, written or computed here."""

from simcase.charts.headcount import headcount
from simcase.charts.life import life

__all__ = ["headcount", "life"]
