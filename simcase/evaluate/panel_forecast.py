"""Forecast a panel place by place and origin by origin, each from what was known then; what an interruption left is not made again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple, Protocol

import numpy as np

from simcase import tidy
from simcase.compare import quantiles
from simcase.engine import Crew, Progress
from simcase.engine.jobs import all_done
from simcase.evaluate.panel import Known, PanelCounts
from simcase.evaluate.panel_simple import QUANTILES, Case, Forecasts, months_ahead
from simcase.vocabulary import Floats, csv_text

FOLDER: Final = "panels"
FORECASTS: Final = "forecasts.bin"
DIGITS: Final = 3
"""Decimals of a person that are kept of a quantile."""
NAMES: Final = tuple(f"q{round(100 * each):02d}" for each in QUANTILES)
"""The quantiles as the columns of a file are called."""


class Forecaster(Protocol):
    """What foresees a place from what is known of it: the same for all places, and ready to be sent to another process."""

    @property
    def identity(self) -> Mapping[str, object]:
        """Everything besides counts that its forecasts depend on, as JSON has it."""

    def __call__(self, known: Known, ahead: int) -> Mapping[str, Floats]:
        """Return draws of the persons in the months after the origin, by measure (shape: draws, ahead)."""


class Foreseen(NamedTuple):
    """What is foreseen of a place from an origin: quantiles by measure and month, NaN of a measure that it says nothing of."""

    quantiles: Floats  # measures, ahead, quantiles


def panel_forecasts(
    counts: PanelCounts,
    origins: Sequence[date],
    ahead: int,
    forecaster: Forecaster,
    results: Path,
    crew: Crew,
    progress: Progress,
) -> Forecasts:
    """Return what a forecaster foresees of every place from every origin, read as far as it is stored.

    It is given a place's counts up to the origin, in a process that knows no others. Raises RunError where a worker died.
    """
    jobs = [counts.known(place, origin) for origin in origins for place in counts.places]
    jobs = [each for each in jobs if each.counts]
    about = _identity(counts.until(origins[-1]), origins, ahead, forecaster)
    folder = results / FOLDER / tidy.run_id(about)
    blank = Foreseen(np.full((len(counts.measures), ahead, len(QUANTILES)), np.nan))
    with tidy.hold(folder):
        tidy.write_json(folder / tidy.MANIFEST, about)
        with closing(tidy.Journal(folder / FORECASTS, blank, len(jobs))) as journal:
            found = dict(journal.kept())
            left = [number for number in range(len(jobs)) if number not in found]
            progress(len(found), len(jobs))
            work = partial(foreseen, forecaster, counts.measures, ahead)
            with closing(all_done(work, [jobs[number] for number in left], crew)) as fresh:
                for position, one in fresh:
                    found[left[position]] = one
                    journal.add(left[position], one)
                    progress(len(found), len(jobs))
    return {
        Case(measure, known.place, known.origin): found[number].quantiles[row]
        for number, known in enumerate(jobs)
        for row, measure in enumerate(counts.measures)
        if measure in known.counts
    }


def foreseen(forecaster: Forecaster, measures: Sequence[str], ahead: int, known: Known) -> Foreseen:
    """Return what a forecaster foresees of a place."""
    draws = forecaster(known, ahead)
    silent = np.full((ahead, len(QUANTILES)), np.nan)
    said = [quantiles(draws[name], QUANTILES.tolist()).T if name in draws else silent for name in measures]
    return Foreseen(np.array(said).round(DIGITS))


def _identity(known: PanelCounts, origins: Sequence[date], ahead: int, forecaster: Forecaster) -> dict[str, object]:
    """Return everything that the forecasts of a panel depend on: nothing of it is later than the last origin."""
    return {
        "places": list(known.places),
        "measures": list(known.measures),
        "first": known.first.isoformat(),
        "counts": hashlib.sha256(known.persons.tobytes()).hexdigest(),
        "origins": [each.isoformat() for each in origins],
        "ahead": ahead,
        "forecaster": dict(forecaster.identity),
        "code": tidy.code_digest((*tidy.CODE, "calibrate", "evaluate")),
    }


def forecasts_csv(forecasts: Forecasts, ahead: int) -> str:
    """Return forecasts as CSV: place, origin, period, measure and a column a quantile, a row a month that is foreseen."""
    rows: list[tuple[object, ...]] = [("place", "origin", "period", "measure", *NAMES)]
    for case in sorted(forecasts):
        for month, said in zip(months_ahead(case.origin, ahead), forecasts[case], strict=True):
            if not np.isnan(said).any():
                rows.append((case.place, f"{case.origin:%Y-%m}", f"{month:%Y-%m}", case.measure, *np.sort(said).round(DIGITS).tolist()))
    return csv_text(rows)
