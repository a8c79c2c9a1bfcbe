"""Model -> arrays."""

from simcase.tables.arrays import Clockwork, Names, Source, Tables
from simcase.tables.compiled import between, burn_in, compiled
from simcase.tables.statute import LONG_TERM_WEEKS, STAY_WEEKS

__all__ = ["LONG_TERM_WEEKS", "STAY_WEEKS", "Clockwork", "Names", "Source", "Tables", "between", "burn_in", "compiled"]
