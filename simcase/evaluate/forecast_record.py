"""What is kept of a forecast beside its draws: all that scoring it needs, and where it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from simcase import tidy
from simcase.study.results import Bilingual


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    """A series: whether it is counted on a day or as a month's average, and what was known of it by date, in order."""

    id: str
    label: Bilingual
    count: str
    known: tuple[tuple[date, float], ...]


@dataclass(frozen=True, slots=True)
class ForecastRecord:
    """A forecast as its manifest tells it: the case as it was, the fit and the targets as reached, the code, the worlds and the draws."""

    case: str
    title: Bilingual
    decided: Bilingual
    short: Bilingual | None
    forecast_date: date
    until: date
    scenario: str
    calibration: str
    replications: int
    seed: int
    series: tuple[SeriesRecord, ...]
    fitted: Mapping[str, float]
    reached: tuple[tuple[str, float, float, float], ...]
    """Id, value, standard error and fitted value of each target."""
    simcase: str
    code: str
    model: str
    shocked: str
    sha256: str
    """That of the file of draws."""
    shocks: tuple[str, ...]


def read_record(folder: Path) -> ForecastRecord:
    """Read what is kept of a forecast from the manifest in its folder."""
    told = tidy.manifest_of(folder)
    return ForecastRecord(**{each.name: _read(each.name, told[each.name]) for each in fields(ForecastRecord)})


def _read(name: str, value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return a field of the manifest as the record has it."""
    if name in {"title", "decided", "short"}:
        return value and Bilingual(**value)
    if name in {"forecast_date", "until"}:
        return date.fromisoformat(value)
    if name == "series":
        return tuple(_series(each) for each in value)
    if name == "reached":
        return tuple(tuple(each) for each in value)
    return tuple(value) if name == "shocks" else value


def _series(told: Mapping[str, Any]) -> SeriesRecord:
    """Return a series of the manifest."""
    known = tuple((date.fromisoformat(on), float(value)) for on, value in told["known"])
    return SeriesRecord(told["id"], Bilingual(**told["label"]), told["count"], known)
