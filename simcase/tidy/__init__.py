"""Days and flows -> long tables, provenance, the results store."""

from simcase.tidy.outcome import ARRIVAL, BOUND, Outcome, cell_names, cells_table, flows_table, outcome_of, persons_table, stacked
from simcase.tidy.ribbons import ribbons
from simcase.tidy.store import begin, code_digest, find, finish, manifest_of, read, run_id, seconds_of

__all__ = [
    "ARRIVAL",
    "BOUND",
    "Outcome",
    "begin",
    "cell_names",
    "cells_table",
    "code_digest",
    "find",
    "finish",
    "flows_table",
    "manifest_of",
    "outcome_of",
    "persons_table",
    "read",
    "ribbons",
    "run_id",
    "seconds_of",
    "stacked",
]
