"""Two fits of one calibration side by side: what each line costs, and how much of the difference is price and how much volume."""

from __future__ import annotations

from dataclasses import dataclass

from simcase import __version__, study
from simcase.declare import AS_IS, here
from simcase.model import read_calibration, resolve
from simcase.study.results import BudgetRow


@dataclass(frozen=True, slots=True)
class LineSplit:
    """A line in a year under two fits: average persons and net kroner of each, and what the second adds to the first by either."""

    line: str
    plan: float | None
    persons: tuple[float, float]
    municipality: tuple[float, float]
    kroner_a_person: tuple[float, float]
    volume: float
    price: float


@dataclass(frozen=True, slots=True)
class PriceVolume:
    """Two fits side by side in a year, line by line."""

    simcase: str
    fits: tuple[str, str]
    year: int
    lines: tuple[LineSplit, ...]


def line_split(line: str, plan: float | None, persons: tuple[float, float], kroner: tuple[float, float]) -> LineSplit:
    """Return the parts of a difference: more persons at the mean of the two prices, and another price for the mean of the two volumes.

    The net kroner of a person a year are 0 where nobody is.
    """
    one, other = (each / count if count else 0.0 for each, count in zip(kroner, persons, strict=True))
    volume = (persons[1] - persons[0]) * (one + other) / 2.0
    return LineSplit(line, plan, persons, kroner, (one, other), volume, kroner[1] - kroner[0] - volume)


def compare_fits(request: study.Request, fits: tuple[str, str], year: int) -> PriceVolume:
    """Return the model's lines in a year under two fits, in the world in which the targets were observed, with the same luck.

    The request names the calibration, the replications and where results are kept. Raises UserError for a fit that there is not.
    """
    calibration = read_calibration(request.calibration, here())
    world = calibration.sections.world or AS_IS
    known = {line.id for line in resolve(world, calibration=request.calibration).lines}
    one, other = (_lines(request, world, fit, year) for fit in fits)
    lines = (
        line_split(
            line,
            row.plan,
            (row.persons.mean, other[line].persons.mean),
            (row.municipality.mean, other[line].municipality.mean),
        )
        for line, row in one.items()
        if line in known
    )
    return PriceVolume(__version__, fits, year, tuple(lines))


def _lines(request: study.Request, world: str, fit: str, year: int) -> dict[str, BudgetRow]:
    """Return the budget lines of a year under a fit by name."""
    played = study.run(
        study.Request(
            world,
            request.calibration,
            fit,
            request.replications,
            request.seed,
            request.workers,
            results=request.results,
            uncertainty="chance",
        )
    )
    return {row.line: row for row in played.result.budget if row.year == year}
