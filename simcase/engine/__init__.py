"""Arrays and keyed luck -> days and flows."""

from simcase.engine.conductor import World, conducted
from simcase.engine.population import Donors
from simcase.engine.replicate import Figures, Progress, Task, all_figures, available_cores, replicated, years_of
from simcase.engine.stock import burnt_in, check_donors, loaded, saved

__all__ = [
    "Donors",
    "Figures",
    "Progress",
    "Task",
    "World",
    "all_figures",
    "available_cores",
    "burnt_in",
    "check_donors",
    "conducted",
    "loaded",
    "replicated",
    "saved",
    "years_of",
]
