"""Days and flows -> long tables, provenance, the results store."""

from simcase.tidy.journal import Journal
from simcase.tidy.outcome import ARRIVAL, BOUND, Outcome, cell_names, cells_table, flows_table, outcome_of, persons_table, stacked
from simcase.tidy.ribbons import ribbons
from simcase.tidy.shelf import Shelved, harmed, removed, shelved, shelved_run
from simcase.tidy.store import (
    CODE,
    MANIFEST,
    checksum,
    code_digest,
    find,
    finish,
    held,
    journal,
    manifest_of,
    read,
    read_json,
    run_id,
    seconds_of,
    under_way,
    write_json,
)

__all__ = [
    "ARRIVAL",
    "BOUND",
    "CODE",
    "MANIFEST",
    "Journal",
    "Outcome",
    "Shelved",
    "cell_names",
    "cells_table",
    "checksum",
    "code_digest",
    "find",
    "finish",
    "flows_table",
    "harmed",
    "held",
    "journal",
    "manifest_of",
    "outcome_of",
    "persons_table",
    "read",
    "read_json",
    "removed",
    "ribbons",
    "run_id",
    "seconds_of",
    "shelved",
    "shelved_run",
    "stacked",
    "under_way",
    "write_json",
]
