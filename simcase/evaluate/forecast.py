"""Make a backtest's forecast from what was known, and keep it: what came after has no way in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from simcase import __version__, tidy
from simcase.calibrate import Fitted, fit, on_day
from simcase.declare import AS_IS
from simcase.declare.backtest import Known, Series
from simcase.declare.fitting import Target
from simcase.declare.values import Label
from simcase.engine import Crew, Progress
from simcase.errors import Issue, RunError, UserError
from simcase.evaluate.cases import Case
from simcase.evaluate.forecast_record import ForecastRecord, SeriesRecord, read_record
from simcase.model import Donors, Model, moves_digest, resolve
from simcase.study.request import Request
from simcase.study.results import Bilingual
from simcase.study.simulate import Job, donors_of, simulate
from simcase.tidy import Outcome
from simcase.vocabulary import Floats, add_months, document_of
from simcase.words import said

FOLDER: Final = "backtests"
DRAWS: Final = "forecast.json"
CODE: Final = (*tidy.CODE, "calibrate", "evaluate")
"""The packages that decide what a forecast says."""
DIGITS: Final = 3
"""Decimals of a person that are kept of a draw."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """A forecast as it was made: its folder, what it is, and the draws of each series by month (shape: replications, months)."""

    folder: Path
    made: ForecastRecord
    months: tuple[date, ...]
    draws: Mapping[str, Floats]

    def on(self, series: str, day: date) -> Floats:
        """Return the draws of a series for a day, or for the month that holds it, as the series is counted (shape: replications)."""
        if self.about(series).count == "day":
            return on_day(self.draws[series], self.months, day)
        return self.draws[series][:, self.months.index(day.replace(day=1))]

    def about(self, series: str) -> SeriesRecord:
        """Return what was known of a series, and how it is counted."""
        return next(each for each in self.made.series if each.id == series)


def forecast(case: Case, shocks: Sequence[str], results: Path, crew: Crew, progress: Progress) -> Forecast:
    """Return a case's forecast in its own world, or in that composed with shocks: read where it is stored, else fitted and simulated.

    The fit never sees the shocks. Raises UserError, before anything is run, for what the user can mend.
    """
    base = _resolved(case, [])
    shocked = _resolved(case, shocks) if shocks else base
    asked = _inputs(case, base, shocked)
    folder = results / FOLDER / case.name / tidy.run_id(asked._asdict())
    if (folder / tidy.MANIFEST).is_file():
        return stored(folder)
    with tidy.hold(folder):
        if (folder / tidy.MANIFEST).is_file():
            return stored(folder)
        fitted = _fitted(case, base, crew)
        outcome = _played(case, _known(shocked, fitted), fitted, crew, progress)
        draws = {each.id: _draws(each, outcome).round(DIGITS).tolist() for each in case.declared.series}
        tidy.write_json(folder / DRAWS, {"months": [month.isoformat() for month in outcome.names.months], "draws": draws})
        tidy.write_json(folder / tidy.MANIFEST, document_of(_record(case, asked, fitted, tidy.checksum(folder / DRAWS), tuple(shocks))))
    return stored(folder)


def stored(folder: Path) -> Forecast:
    """Return a forecast as it was made; raises UserError where there is none, and RunError where its draws are not what they were."""
    if not (folder / tidy.MANIFEST).is_file() or not (folder / DRAWS).is_file():
        raise UserError(
            [
                Issue(
                    folder.as_posix(),
                    0,
                    "",
                    said("error.backtest.no_forecast"),
                    said("error.backtest.folder", manifest=tidy.MANIFEST, draws=DRAWS),
                )
            ]
        )
    made = read_record(folder)
    if tidy.checksum(folder / DRAWS) != made.sha256:
        raise RunError(said("error.backtest.changed", folder=folder / DRAWS))
    content = json.loads((folder / DRAWS).read_text(encoding="utf-8"))
    months = tuple(date.fromisoformat(month) for month in content["months"])
    return Forecast(folder, made, months, {name: np.array(draws) for name, draws in content["draws"].items()})


def all_stored(case: str, results: Path) -> list[Forecast]:
    """Return every forecast of a case that is stored, the oldest first."""
    files = sorted((results / FOLDER / case).glob(f"*/{tidy.MANIFEST}"), key=lambda file: (file.stat().st_mtime, file))
    return [stored(file.parent) for file in files]


def _resolved(case: Case, shocks: Sequence[str]) -> Model:
    """Return the world of a case; raises UserError where it does not reach as far as the forecast or lacks a state."""
    declared = case.declared
    expression = "+".join((declared.scenario, *shocks))
    model = resolve(expression, calibration=declared.calibration, library=case.library, without_fit=_informed(case) is not None)
    issues = []
    if not model.start <= declared.forecast_date < declared.until <= model.end:
        expected = said("error.backtest.days", start=model.start, end=model.end)
        issues.append(Issue(case.folder.as_posix(), 0, "forecast_date, until", f"{declared.forecast_date}, {declared.until}", expected))
    known = [state.id for state in model.states]
    for series in declared.series:
        strange = [name for name in series.of if name not in known]
        issues += [
            Issue(case.folder.as_posix(), 0, f"series.{series.id}.of", f"'{name}'", said("error.one_of", known=known)) for name in strange
        ]
    if issues:
        raise UserError(issues)
    return model


def _informed(case: Case) -> tuple[tuple[Series, Known], ...] | None:
    """Return what the fit goes by: each count with a standard error, with its series; None where there is none."""
    return tuple((series, each) for series in case.declared.series for each in series.known if each.se is not None) or None


def _target(series: Series, known: Known) -> Target:
    """Return a count that was known as a target of the fit."""
    first = known.on if series.count == "day" else known.on.replace(day=1)
    last = known.on if series.count == "day" else add_months(first, 1) - timedelta(days=1)
    fields = {"id": f"{series.id}.{known.on}", "measure": "persons_on_day" if series.count == "day" else "persons", "of": series.of}
    numbers = {"from": first, "until": last, "value": known.value, "se": known.se, "share": series.share}
    return Target.model_validate(fields | numbers | {"source": known.source, "grade": known.grade})


def _fitted(case: Case, model: Model, crew: Crew) -> Fitted | None:
    """Return the fit to what was known, None where the calibration's own fit holds."""
    informed = _informed(case)
    if informed is None or not model.parameters:
        return None
    return fit(replace(model, targets=tuple(_target(*each) for each in informed)), seed=case.declared.seed, workers=crew.processes)


def _known(model: Model, fitted: Fitted | None) -> Model:
    """Return a model with the values and the covariance of a fit."""
    if fitted is None:
        return model
    covariance = tuple(tuple(row) for row in fitted.covariance.tolist())
    return replace(model, fitted=fitted.values, covariance=covariance)


def _played(case: Case, model: Model, fitted: Fitted | None, crew: Crew, progress: Progress) -> Outcome:
    """Return the replications of a forecast: chance, the fit's unknowns and the effects' ranges vary."""
    declared = case.declared
    request = Request(
        model.scenario,
        declared.calibration,
        replications=declared.replications,
        seed=declared.seed,
        workers=crew.processes,
        cluster=crew.cluster,
        uncertainty="all",
    )

    def stock() -> Donors | None:
        if fitted:
            return fitted.donors
        return donors_of(model, declared.seed, lambda: resolve(AS_IS, calibration=declared.calibration, library=case.library))

    (run,) = simulate([Job(request, model, ("backtest", case.name))], progress=progress, stock=stock)
    return run.world.outcome


def _draws(series: Series, outcome: Outcome) -> Floats:
    """Return a series by month: at its end where the series is counted by day, else its average (shape: replications, months)."""
    columns = [outcome.names.states.index(name) for name in series.of]
    if series.count == "day":
        return np.asarray(series.share * outcome.stock[:, :, columns].sum(axis=2).astype(np.float64))
    return np.asarray(series.share * outcome.days[:, :, columns].sum(axis=2) / outcome.month_days)


class _Inputs(NamedTuple):
    """Everything that a forecast depends on."""

    simcase: str
    code: str
    case: object
    model: str
    shocked: str


def _inputs(case: Case, base: Model, shocked: Model) -> _Inputs:
    """Return everything that a forecast depends on."""
    whole = case.declared.model_dump(mode="json")
    return _Inputs(__version__, tidy.code_digest(CODE), whole, moves_digest(base), moves_digest(shocked))


def _record(case: Case, asked: _Inputs, fitted: Fitted | None, digest: str, shocks: tuple[str, ...]) -> ForecastRecord:
    """Return what is written of a forecast."""
    declared = case.declared
    return ForecastRecord(
        case=case.name,
        title=_bilingual(declared.title),
        decided=_bilingual(declared.decided),
        short=_bilingual(declared.short) if declared.short else None,
        forecast_date=declared.forecast_date,
        until=declared.until,
        scenario=declared.scenario,
        calibration=declared.calibration,
        replications=declared.replications,
        seed=declared.seed,
        series=tuple(
            SeriesRecord(each.id, _bilingual(each.label), each.count, tuple((known.on, known.value) for known in each.known))
            for each in declared.series
        ),
        fitted=dict(fitted.values) if fitted else {},
        reached=tuple((each.id, each.value, each.se, each.fitted) for each in fitted.reached) if fitted else (),
        simcase=asked.simcase,
        code=asked.code,
        model=asked.model,
        shocked=asked.shocked,
        sha256=digest,
        shocks=shocks,
    )


def _bilingual(label: Label) -> Bilingual:
    """Return a label as it is written."""
    return Bilingual(label.da, label.en)
