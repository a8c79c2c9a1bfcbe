"""What is asked for: which worlds, how many replications, what is reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from simcase.declare import shown_value
from simcase.defaults import CALIBRATION, DISCOUNT, PRICES, RESULTS, SEED, UNCERTAINTY
from simcase.engine import Crew, available_cores
from simcase.errors import MOST_REPLICATIONS, MOST_SEED, MOST_WORKERS, Issue, UserError
from simcase.model import Model
from simcase.vocabulary import LUCKS, UNCERTAINTIES, Uncertainty, month_starts, parts_varying
from simcase.words import said

FEWEST: Final = 200
"""Replications where precision decides and no more are needed."""
WORTH_A_POOL: Final = 24
"""Fewer replications than these are done before a second process has started."""


def lucks(uncertainty: Uncertainty, count: int) -> int:
    """Return of how many replications, of so many, the mean is told: several where chance is not to vary, all where nothing is."""
    varying = parts_varying(uncertainty)
    return 1 if "chance" in varying else LUCKS if varying else count


@dataclass(frozen=True, slots=True)
class Request:
    """A scenario to simulate, and what to report of it; `first` and `last` never change what is simulated.

    `discount` is the rate a year of a business case; `assumptions` a workbook whose prices, rates and measures hold instead.
    """

    scenario: str
    calibration: str = CALIBRATION
    fit: str | None = None
    replications: int | None = None
    seed: int = SEED
    workers: int | None = None
    cluster: str | None = None
    first: date | None = None
    last: date | None = None
    results: Path = Path(RESULTS)
    prices: str = PRICES
    uncertainty: Uncertainty = UNCERTAINTY
    discount: float = DISCOUNT
    assumptions: Path | None = None

    def __post_init__(self) -> None:
        """Raise UserError for numbers out of bounds, whoever asks."""
        wrong = [
            *_beyond("--replications", self.replications, 1, MOST_REPLICATIONS),
            *_beyond("--seed", self.seed, 0, MOST_SEED),
            *_beyond("--workers", self.workers, 1, MOST_WORKERS),
        ]
        if not 0.0 <= self.discount <= 1.0:
            wrong.append(Issue("", 0, "--discount", shown_value(self.discount), said("error.value.rate")))
        if self.uncertainty not in UNCERTAINTIES:
            wrong.append(
                Issue(
                    "", 0, "--uncertainty", shown_value(self.uncertainty), said("error.one_of_uncertainties", uncertainties=UNCERTAINTIES)
                )
            )
        if wrong:
            raise UserError(wrong)

    @property
    def crew(self) -> Crew:
        """Return who plays: as asked, else this process for a small run and one process a core for others."""
        return Crew(self.workers or (available_cores() if self.count >= WORTH_A_POOL else 1), self.cluster)

    @property
    def count(self) -> int:
        """Return the number of replications."""
        return self.replications or FEWEST

    @property
    def lucks(self) -> int:
        """Return how many replications each figure told is the mean of."""
        return lucks(self.uncertainty, self.count)


def _beyond(name: str, number: int | None, least: int, most: int) -> list[Issue]:
    """Return that a whole number, where there is one, does not lie between the least and the most."""
    inside = number is None or (isinstance(number, int) and least <= number <= most)
    return [] if inside else [Issue("", 0, name, shown_value(number), said("error.value.whole_between", least=least, most=most))]


@dataclass(frozen=True, slots=True)
class Window:
    """What is reported: the days, the months they touch, and the years of which every simulated month is among them."""

    first: date
    last: date
    months: list[int]
    years: list[int]


def window(request: Request, model: Model) -> Window:
    """Return what a request reports of a run, as positions in the run's months and years.

    Raises UserError if that is nothing.
    """
    first, last = max(request.first or model.start, model.start), min(request.last or model.end, model.end)
    if first > last:
        found = said("error.value.from_to", x=request.first or model.start, x2=request.last or model.end)
        raise UserError([Issue("", 0, "--from, --to", found, said("error.value.days_between", start=model.start, end=model.end))])
    names = month_starts(model.start, model.end)
    asked = set(month_starts(first, last))
    months = [i for i, month in enumerate(names) if month in asked]
    years = sorted({month.year for month in names})
    whole = [i for i, year in enumerate(years) if asked >= {month for month in names if month.year == year}]
    return Window(first, last, months, whole)
