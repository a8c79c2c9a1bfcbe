"""What can be wrong, said to the person who can mend it: issues, exceptions, exit codes."""

from simcase.errors.harmless import COMMANDING, harmless
from simcase.errors.issues import (
    DONE,
    FAILED,
    FELL_SHORT,
    INTERRUPTED,
    WRONG,
    Issue,
    ReplicationError,
    RunError,
    SimcaseError,
    UserError,
    closest,
)
from simcase.errors.private import looks_like_cpr, names_cpr, shown_file, told, without_cpr

__all__ = [
    "COMMANDING",
    "DONE",
    "FAILED",
    "FELL_SHORT",
    "INTERRUPTED",
    "WRONG",
    "Issue",
    "ReplicationError",
    "RunError",
    "SimcaseError",
    "UserError",
    "closest",
    "harmless",
    "looks_like_cpr",
    "names_cpr",
    "shown_file",
    "told",
    "without_cpr",
]
