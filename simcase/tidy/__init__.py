"""Days and flows -> long tables, provenance, the results store."""

from simcase.tidy.journal import Journal
from simcase.tidy.outcome import ARRIVAL, BOUND, Outcome, cell_names, cells_table, flows_table, outcome_of, persons_table, stacked
from simcase.tidy.ribbons import ribbons
from simcase.tidy.store import (
    MANIFEST,
    code_digest,
    find,
    finish,
    held,
    journal,
    manifest_of,
    read,
    run_id,
    seconds_of,
    under_way,
    write_json,
)

__all__ = [
    "ARRIVAL",
    "BOUND",
    "MANIFEST",
    "Journal",
    "Outcome",
    "cell_names",
    "cells_table",
    "code_digest",
    "find",
    "finish",
    "flows_table",
    "held",
    "journal",
    "manifest_of",
    "outcome_of",
    "persons_table",
    "read",
    "ribbons",
    "run_id",
    "seconds_of",
    "stacked",
    "under_way",
    "write_json",
]
