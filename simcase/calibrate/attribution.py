"""Two calibrations side by side: what the forecast moved by, and how much of that is data, economy, policy and model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from simcase import __version__, study
from simcase.compare import half_width
from simcase.declare import AS_IS, here
from simcase.declare.values import Label
from simcase.engine import Progress, burnt_in
from simcase.errors import Issue, UserError
from simcase.model import Donors, Model, read_calibration, read_donors, resolve
from simcase.money import Accounts
from simcase.study.simulate import Job, simulate
from simcase.tables import burn_in
from simcase.vocabulary import Floats, full_years
from simcase.words import said

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "data": (
        "population", "stock", "arrivals", "segments", "transitions", "profiles", "parameters", "fit", "fitted", "covariance", "donors",
        "members", "take_up", "start", "end", "burn_in_years",
    ),
    "economy": ("rates", "index"),
    "policy": ("rules", "counters", "refusion", "rate_classes", "staff", "initiatives", "composed"),
    "model": ("states", "lines"),
}  # fmt: skip
"""The parts of a calibration by what changes them: new counts and fits, prices, laws and initiatives, what states and lines are."""


@dataclass(frozen=True, slots=True)
class LineAttribution:
    """A line in a year: net kroner under each calibration, the half-width of nine in ten of the difference, and the parts of it."""

    year: int
    line: str
    municipality: tuple[float, float]
    half_width: float
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the forecast moved by between two calibrations, a row a year and line."""

    simcase: str
    calibrations: tuple[str, str]
    lines: tuple[LineAttribution, ...]


def attribute(request: study.Request, names: tuple[str, str], progress: Progress) -> Attribution:
    """Return what each line moved by between two calibrations, each in the world in which its targets were observed, with the same luck.

    A part is the average of what it adds when the parts change in their order and in the opposite one; the parts add up. Raises
    UserError for calibrations that do not name the same, or share no whole year.
    """
    one, other = (_model(name) for name in names)
    _alike(one, other)
    years = _whole_years(one, other)
    played = _Played(request, progress)
    before, after = played.of(one), played.of(other)
    orders = [_steps(played, one, other, order) for order in (tuple(GROUPS), tuple(GROUPS)[::-1])]
    rows = []
    for year in years:
        was, will = (_kroner(each, year) for each in (before, after))
        spread = half_width(will - was, paired=False)
        parts = {group: np.mean([steps[group](year) for steps in orders], axis=0) for group in GROUPS}
        for i, line in enumerate(before.lines):
            kroner = (float(was[:, i].mean()), float(will[:, i].mean()))
            rows.append(LineAttribution(year, line, kroner, float(spread[i]), {group: float(part[i]) for group, part in parts.items()}))
    return Attribution(__version__, names, tuple(rows))


def _model(name: str) -> Model:
    """Return a calibration in the world in which its targets were observed, without what a world does not depend on."""
    model = resolve(read_calibration(name, here()).sections.world or AS_IS, calibration=name)
    nameless = Label(da="", en="")
    return replace(model, scenario="", title=nameless, calibration="", calibration_title=nameless, goals=(), targets=(), budget=None)


def _alike(one: Model, other: Model) -> None:
    """Raise UserError where two calibrations do not name the same states, segments, lines and rates."""
    names = {
        part: tuple({getattr(each, "id", each) for each in getattr(model, part)} for model in (one, other))
        for part in ("states", "segments", "lines", "rates")
    }
    issues = [
        Issue(
            "",
            0,
            "--compare",
            said("error.attribution.alone", part=said(f"error.part.{part}"), names=sorted(a ^ b)),
            said("error.attribution.same", part=said(f"error.part.{part}")),
        )
        for part, (a, b) in names.items()
        if a != b
    ]
    if issues:
        raise UserError(issues)


def _whole_years(one: Model, other: Model) -> list[int]:
    """Return the calendar years that both calibrations simulate whole."""
    first, last = max(one.start, other.start), min(one.end, other.end)
    years = full_years(first, last)
    if not years:
        raise UserError(
            [Issue("", 0, "--compare", said("error.attribution.no_year", first=first, last=last), said("error.attribution.year"))]
        )
    return years


class _Played:
    """Worlds that were simulated, each once."""

    def __init__(self, request: study.Request, progress: Progress) -> None:
        """Simulate as a request says, and tell of each world."""
        self._request = request
        self._progress = progress
        self._kept: list[tuple[Model, Accounts]] = []
        self._stocks: list[tuple[tuple[object, ...], Donors]] = []

    def of(self, model: Model) -> Accounts:
        """Return a world's accounts."""
        for known, told in self._kept:
            if known == model:
                return told
        job = Job(self._request, model, ("calibrate", "--compare"))
        (run,) = simulate([job], progress=self._progress, stock=lambda: self._stock(model))
        self._kept.append((model, run.world.accounts))
        return run.world.accounts

    def _stock(self, model: Model) -> Donors | None:
        """Return the starting stock: the one stored with the fit, else burnt in, once for worlds that differ in prices alone."""
        stored = read_donors(model)
        if stored is not None or not model.burn_in_years:
            return stored
        key = tuple(getattr(model, part) for part in (*GROUPS["data"], "rules", "counters", "states"))
        for known, stock in self._stocks:
            if known == key:
                return stock
        without = replace(model, initiatives=(), composed=())
        self._stocks.append((key, burnt_in(burn_in(without), self._request.seed)))
        return self._stocks[-1][1]


def _with(model: Model, other: Model, group: str) -> Model:
    """Return a model with a group of another one's parts; a starting stock with other counters is burnt in anew."""
    result = replace(model, **{part: getattr(other, part) for part in GROUPS[group]})
    return replace(result, donors=None) if result.counters != model.counters and group != "data" else result


def _steps(played: _Played, one: Model, other: Model, order: Sequence[str]) -> dict[str, _Difference]:
    """Return for each group what it adds to each line of a year, when the groups change in an order."""
    result: dict[str, _Difference] = {}
    model = one
    for group in order:
        changed = _with(model, other, group)
        result[group] = _Difference(played.of(model), played.of(changed))
        model = changed
    return result


@dataclass(frozen=True, slots=True)
class _Difference:
    """What lies between two worlds."""

    before: Accounts
    after: Accounts

    def __call__(self, year: int) -> Floats:
        """Return the difference of each line in a year (shape: lines)."""
        return np.asarray(_kroner(self.after, year).mean(axis=0) - _kroner(self.before, year).mean(axis=0))


def _kroner(told: Accounts, year: int) -> Floats:
    """Return the municipality's kroner in a year (shape: replications, lines)."""
    return told.municipality[:, told.years.index(year)]
