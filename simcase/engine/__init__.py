"""Arrays and keyed luck become days and flows.

What plays replications is imported when it is first asked for, so that nobody waits for the compiler to read a finished run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simcase.engine.figures import Crew, Figures, Points, Progress, available_cores, years_of
from simcase.late import late

if TYPE_CHECKING:
    from simcase.engine.conductor import Replication, conduct, new_replication
    from simcase.engine.kernel.records import ADMITTED, KINDS, MOVED
    from simcase.engine.pool import Pool, staying
    from simcase.engine.programmes import source_of
    from simcase.engine.replicate import Task, blank_figures, logged_replication, replicated
    from simcase.engine.shared_prefix import Forks, side_by_side
    from simcase.engine.stock import burnt_in, check_donors, saved
    from simcase.engine.workers import Played, all_played

__all__ = [
    "ADMITTED",
    "KINDS",
    "MOVED",
    "Crew",
    "Figures",
    "Forks",
    "Played",
    "Points",
    "Pool",
    "Progress",
    "Replication",
    "Task",
    "all_played",
    "available_cores",
    "blank_figures",
    "burnt_in",
    "check_donors",
    "conduct",
    "logged_replication",
    "new_replication",
    "replicated",
    "saved",
    "side_by_side",
    "source_of",
    "staying",
    "years_of",
]

MODULES: Final = {
    "conductor": ("Replication", "conduct", "new_replication"),
    "shared_prefix": ("Forks", "side_by_side"),
    "pool": ("Pool", "staying"),
    "programmes": ("source_of",),
    "kernel.records": ("ADMITTED", "KINDS", "MOVED"),
    "replicate": ("Task", "blank_figures", "logged_replication", "replicated"),
    "stock": ("burnt_in", "check_donors", "saved"),
    "workers": ("Played", "all_played"),
}
"""The modules that play, and the names of each."""

__getattr__ = late(__name__, {name: f"simcase.engine.{module}" for module, names in MODULES.items() for name in names})
