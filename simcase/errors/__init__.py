"""What can be wrong, said to the person who can mend it: issues, exceptions, exit codes."""

from simcase.errors.bounds import (
    LARGEST,
    MOST_CAPACITY,
    MOST_CITIZENS,
    MOST_DAYS,
    MOST_PERSONS,
    MOST_POINTS,
    MOST_REPLICATIONS,
    MOST_SEED,
    MOST_WORKERS,
    SMALLEST,
    STRONGEST,
)
from simcase.errors.harmless import COMMANDING, harmless
from simcase.errors.issues import (
    FAILED,
    FELL_SHORT,
    INTERRUPTED,
    Issue,
    ReplicationError,
    RunError,
    SimcaseError,
    UserError,
    once_each,
)
from simcase.errors.nearest import closest, closest_called
from simcase.errors.private import looks_like_cpr, names_cpr, safe_message, shown_file, without_cpr
from simcase.errors.system import why_refused

__all__ = [
    "COMMANDING",
    "FAILED",
    "FELL_SHORT",
    "INTERRUPTED",
    "LARGEST",
    "MOST_CAPACITY",
    "MOST_CITIZENS",
    "MOST_DAYS",
    "MOST_PERSONS",
    "MOST_POINTS",
    "MOST_REPLICATIONS",
    "MOST_SEED",
    "MOST_WORKERS",
    "SMALLEST",
    "STRONGEST",
    "Issue",
    "ReplicationError",
    "RunError",
    "SimcaseError",
    "UserError",
    "closest",
    "closest_called",
    "harmless",
    "looks_like_cpr",
    "names_cpr",
    "once_each",
    "safe_message",
    "shown_file",
    "why_refused",
    "without_cpr",
]
