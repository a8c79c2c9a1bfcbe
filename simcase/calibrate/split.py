"""Two fits of one calibration side by side: what each line costs, and how much of the difference is price and how much volume."""

from __future__ import annotations

from dataclasses import dataclass

from simcase import study
from simcase.declare import AS_IS, here
from simcase.model import read_calibration, resolve
from simcase.study.results import BudgetRow


@dataclass(frozen=True, slots=True)
class Split:
    """A line in a year under two fits: average persons and net kroner of each, and what the second adds to the first."""

    line: str
    persons: tuple[float, float]
    kroner: tuple[float, float]
    plan: float | None

    @property
    def volume(self) -> float:
        """Return the kroner by which the second differs because of more or fewer persons, at the mean of the two prices."""
        (one, other), (price, beside) = self.persons, self.prices
        return (other - one) * (price + beside) / 2.0

    @property
    def price(self) -> float:
        """Return the kroner by which the second differs because a person costs more or less, for the mean of the two volumes."""
        return self.kroner[1] - self.kroner[0] - self.volume

    @property
    def prices(self) -> tuple[float, float]:
        """Return the net kroner of a person a year under each fit, 0 where nobody is."""
        one, other = (kroner / persons if persons else 0.0 for kroner, persons in zip(self.kroner, self.persons, strict=True))
        return one, other


def compared(request: study.Request, fits: tuple[str, str], year: int) -> list[Split]:
    """Return the model's lines in a year under two fits, in the world in which the targets were observed, with the same luck.

    The request names the calibration, the replications and where results are kept. Raises UserError for a fit that there is not.
    """
    calibration = read_calibration(request.calibration, here())
    world = calibration.sections.world or AS_IS
    lines = [line.id for line in resolve(world, calibration=request.calibration).lines]
    one, other = (_lines(request, world, fit, year) for fit in fits)
    return [
        Split(
            line,
            (row.persons.mean, other[line].persons.mean),
            (row.municipality.mean, other[line].municipality.mean),
            row.plan,
        )
        for line, row in one.items()
        if line in lines
    ]


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
