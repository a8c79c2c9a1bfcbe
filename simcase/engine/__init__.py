"""Arrays and keyed luck -> days and flows."""

from simcase.engine.compiling import source_digest
from simcase.engine.conductor import World, conducted, new_world
from simcase.engine.pool import Pool, staying
from simcase.engine.population import Donors
from simcase.engine.programmes import source_of
from simcase.engine.records import ADMITTED, KINDS, MOVED
from simcase.engine.replicate import Figures, Points, Task, Uncertainty, blank_figures, lived_world, replicated, years_of
from simcase.engine.stock import burnt_in, check_donors, loaded, saved
from simcase.engine.workers import Crew, Played, Progress, all_played, available_cores

__all__ = [
    "ADMITTED",
    "KINDS",
    "MOVED",
    "Crew",
    "Donors",
    "Figures",
    "Played",
    "Points",
    "Pool",
    "Progress",
    "Task",
    "Uncertainty",
    "World",
    "all_played",
    "available_cores",
    "blank_figures",
    "burnt_in",
    "check_donors",
    "conducted",
    "lived_world",
    "loaded",
    "new_world",
    "replicated",
    "saved",
    "source_digest",
    "source_of",
    "staying",
    "years_of",
]
