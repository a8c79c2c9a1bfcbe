"""Hold a forecast, as it was made, against what came after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from simcase.declare.backtest import Observed
from simcase.evaluate.forecast import Forecast
from simcase.evaluate.scores import NAIVE, crps, interval, mean, naive


@dataclass(frozen=True, slots=True)
class Row:
    """An outcome beside what was forecast of it, and what the naive forecasts would have said."""

    series: str
    on: date
    value: float
    mean: float
    p05: float
    p95: float
    crps: float
    naive: Mapping[str, float | None]

    @property
    def inside(self) -> bool:
        """Tell whether the outcome lies in the interval."""
        return self.p05 <= self.value <= self.p95


@dataclass(frozen=True, slots=True)
class Against:
    """A naive forecast beside the model's, over the outcomes for which there is one: mean absolute error, and the model's mean score."""

    naive: str
    outcomes: int
    error: float
    crps: float

    @property
    def beaten(self) -> bool:
        """Tell whether the model's score is the smaller."""
        return self.crps < self.error


@dataclass(frozen=True, slots=True)
class Judged:
    """A forecast and its scores."""

    forecast: Forecast
    rows: tuple[Row, ...]

    @property
    def against(self) -> list[Against]:
        """Return each naive forecast that there is one of, beside the model's: to a point forecast the score is its absolute error."""
        result = []
        for name in NAIVE:
            both = [(row, said) for row in self.rows if (said := row.naive[name]) is not None]
            errors = [abs(said - row.value) for row, said in both]
            if both:
                result.append(Against(name, len(both), mean(errors), mean([row.crps for row, _ in both])))
        return result

    @property
    def crps(self) -> float:
        """Return the mean score over all outcomes, not a number where there are none."""
        return mean([row.crps for row in self.rows])

    @property
    def inside(self) -> int:
        """Return how many outcomes lie in their interval."""
        return sum(row.inside for row in self.rows)

    @property
    def par(self) -> bool:
        """Tell whether the forecast beats every naive one; without outcomes nothing is below par."""
        return all(each.beaten for each in self.against)


def judged(forecast: Forecast, outcomes: Sequence[Observed]) -> Judged:
    """Return a forecast's scores against outcomes, from its draws and from what its manifest says was known."""
    ordered = sorted(outcomes, key=lambda each: (each.on, [one["id"] for one in forecast.manifest["series"]].index(each.series)))
    return Judged(forecast, tuple(_row(forecast, each) for each in ordered))


def _row(forecast: Forecast, outcome: Observed) -> Row:
    """Return one outcome beside what was forecast of it."""
    draws = forecast.on(outcome.series, outcome.on)
    low, high = interval(draws)
    monthly = forecast.about(outcome.series)["count"] == "month"
    said = naive(forecast.known(outcome.series), outcome.on, monthly=monthly)
    score = crps(draws, outcome.value)
    return Row(outcome.series, outcome.on, outcome.value, float(draws.mean()), low, high, score, said)


def document(each: Judged) -> dict[str, Any]:
    """Return a forecast's scores for other programs."""
    manifest = each.forecast.manifest
    rows = [
        {
            "series": row.series,
            "on": row.on.isoformat(),
            "outcome": row.value,
            "mean": row.mean,
            "p05": row.p05,
            "p95": row.p95,
            "error": row.mean - row.value,
            "inside": row.inside,
            "crps": row.crps,
            "naive": dict(row.naive),
        }
        for row in each.rows
    ]
    against = [{"naive": a.naive, "outcomes": a.outcomes, "error": a.error, "crps": a.crps, "beaten": a.beaten} for a in each.against]
    return {
        "case": manifest["case"],
        "forecast_date": manifest["forecast_date"],
        "until": manifest["until"],
        "scenario": manifest["scenario"],
        "shocks": list(manifest["shocks"]),
        "id": each.forecast.folder.name,
        "folder": each.forecast.folder.as_posix(),
        "outcomes": rows,
        "crps": each.crps if rows else None,
        "inside": each.inside,
        "against": against,
        "par": each.par,
    }
