"""Hold a forecast, as it was made, against what came after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from simcase.declare.backtest import Observed
from simcase.evaluate.forecast import Forecast
from simcase.evaluate.scores import NAIVE, crps, interval, mean, naive


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An outcome beside what was forecast of it, in the unit of its series, and what the naive forecasts would have said."""

    series: str
    on: date
    outcome: float
    mean: float
    p05: float
    p95: float
    error: float
    inside: bool
    crps: float
    naive: Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Against:
    """A naive forecast beside the model's, over the outcomes for which there is one: mean absolute error, and the model's mean score."""

    naive: str
    outcomes: int
    error: float
    crps: float
    beaten: bool


@dataclass(frozen=True, slots=True)
class BacktestResult:
    """A forecast and its scores: the mean score over all outcomes (None without any), how many lie in their interval, and the naive ones.

    It is up to par where it beats every naive forecast; without outcomes nothing is below par.
    """

    case: str
    forecast_date: date
    until: date
    scenario: str
    shocks: tuple[str, ...]
    id: str
    folder: str
    outcomes: tuple[OutcomeRow, ...]
    crps: float | None
    inside: int
    against: tuple[Against, ...]
    par: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A forecast as it was made, and its scores."""

    forecast: Forecast
    result: BacktestResult


def judge(forecast: Forecast, outcomes: Sequence[Observed]) -> Judged:
    """Return a forecast's scores against outcomes, from its draws and from what its manifest says was known."""
    made = forecast.made
    order = [each.id for each in made.series]
    ordered = sorted(outcomes, key=lambda each: (each.on, order.index(each.series)))
    rows = tuple(_row(forecast, each) for each in ordered)
    against = tuple(_against(name, rows) for name in NAIVE if any(row.naive[name] is not None for row in rows))
    result = BacktestResult(
        case=made.case,
        forecast_date=made.forecast_date,
        until=made.until,
        scenario=made.scenario,
        shocks=made.shocks,
        id=forecast.folder.name,
        folder=forecast.folder.as_posix(),
        outcomes=rows,
        crps=mean([row.crps for row in rows]) if rows else None,
        inside=sum(row.inside for row in rows),
        against=against,
        par=all(each.beaten for each in against),
    )
    return Judged(forecast, result)


def _row(forecast: Forecast, outcome: Observed) -> OutcomeRow:
    """Return one outcome beside what was forecast of it."""
    draws, about = forecast.on(outcome.series, outcome.on), forecast.about(outcome.series)
    (low, high), middle = interval(draws), float(draws.mean())
    return OutcomeRow(
        series=outcome.series,
        on=outcome.on,
        outcome=outcome.value,
        mean=middle,
        p05=low,
        p95=high,
        error=middle - outcome.value,
        inside=low <= outcome.value <= high,
        crps=crps(draws, outcome.value),
        naive=naive(about.known, outcome.on, monthly=about.count == "month"),
    )


def _against(name: str, rows: Sequence[OutcomeRow]) -> Against:
    """Return a naive forecast beside the model's: to a point forecast the score is its absolute error."""
    both = [(row, said) for row in rows if (said := row.naive[name]) is not None]
    error, score = mean([abs(said - row.outcome) for row, said in both]), mean([row.crps for row, _ in both])
    return Against(name, len(both), error, score, beaten=score < error)
