"""The monthly work: learn from the counts so far, and foresee the months to come."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from typing import Final, Literal

import numpy as np

from simcase import __version__, tidy
from simcase.calibrate.counts import Counts
from simcase.calibrate.keep import check_keeping, keep
from simcase.calibrate.learning import MEMBERS, ROUNDS, Ensemble, begun, goes_on, learn, shown
from simcase.calibrate.likely import Municipality, placed_at, seasons_of
from simcase.calibrate.members import Shelf
from simcase.calibrate.outlook import ForeseenRow, ForeseenYear, outlook
from simcase.compare import quantiles
from simcase.declare import AS_IS
from simcase.engine import Progress, staying
from simcase.errors import Issue, UserError
from simcase.model import Model, drawn_processes, resolve, weakest_grade
from simcase.study.law import stands_on
from simcase.study.request import Request
from simcase.study.results import StandsOn
from simcase.study.simulate import donors_of
from simcase.vocabulary import Floats, Month, add_months
from simcase.words import said

LOW: Final = 0.05
HIGH: Final = 0.95
LEAST_PERSONS: Final = 0.5
"""What a count of nobody stands for where logs are taken."""


@dataclass(frozen=True, slots=True)
class CountedRow:
    """Persons counted on a line in a month."""

    line: str
    month: Month
    persons: float


@dataclass(frozen=True, slots=True)
class LearnedRow:
    """What the counts taught of a rate: its multiplier before and after; or where a process of the economy stands, in its own spreads."""

    kind: Literal["rate", "economy"]
    id: str
    before_p05: float
    before_p95: float
    p05: float
    p50: float
    p95: float
    narrowed: float
    """By how much of its spread the counts narrowed it."""


@dataclass(frozen=True, slots=True)
class SurpriseRow:
    """How far the new counts of a line lay from what was foreseen before they were known: root mean square, in standard deviations."""

    line: str
    months: int
    surprise: float


@dataclass(frozen=True, slots=True)
class ForecastResult:
    """What is foreseen by month, and what was learned to foresee it."""

    simcase: str
    scenario: str
    calibration: str
    fit: str | None
    seed: int
    members: int
    counted_from: Month
    counted_to: Month
    learned_before: Month | None
    """The last month of an earlier learning that this one began with; none where it began with nothing."""
    counted: tuple[CountedRow, ...]
    months: tuple[ForeseenRow, ...]
    years: tuple[ForeseenYear, ...]
    learned: tuple[LearnedRow, ...]
    surprises: tuple[SurpriseRow, ...]
    weakest_grade: str
    law: StandsOn
    kept: str | None = None
    """The fit that what was learned was kept as, whose members runs draw; none where none was asked for."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is to be foreseen: by which counts of the model's lines, until when, with how many members."""

    counts: Counts
    until: date
    members: int = MEMBERS
    save: str | None = None
    """The name of the fit to keep what is learned as."""

    @property
    def last(self) -> date:
        """Return the last day that is foreseen: that of its month."""
        return add_months(self.until, 1).replace(day=1) - timedelta(days=1)


@staying()
def forecast(request: Request, ask: Ask, progress: Progress) -> ForecastResult:
    """Return what is foreseen after the last month counted; raises UserError for counts or a day that do not fit the model.

    What is learned is kept in the folder of results: later counts begin with it, and an interrupted learning goes on from its last round.
    """
    model = resolve(request.scenario, calibration=request.calibration, fit=request.fit)
    counts = ask.counts
    _check(model, ask)
    folder = check_keeping(model, ask.save) if ask.save else None
    key = sha256(repr((tidy.code_digest((*tidy.CODE, "calibrate")), model.digest, request.seed, ask.members)).encode()).hexdigest()[:16]
    shelf = Shelf(request.results / "learned" / key)
    place, members, prior, before = learned(model, counts, request, ask.members, shelf, progress)
    ahead = replace(place, model=replace(place.model, end=ask.last))
    seen = outlook(ahead, begun(ahead, members.count, members), counts, members.chance, request.crew, progress)
    return ForecastResult(
        simcase=__version__,
        scenario=model.scenario,
        calibration=model.calibration,
        fit=model.fit,
        seed=request.seed,
        members=members.count,
        counted_from=counts.first,
        counted_to=counts.last,
        learned_before=before.counts.last if before else None,
        counted=tuple(_counted(counts)),
        months=tuple(seen.months(counts)),
        years=tuple(seen.years(counts)),
        learned=tuple(_learned(place, begun(place, members.count), members.values)),
        surprises=tuple(_surprises(place, counts, prior, before)),
        weakest_grade=weakest_grade(model),
        law=stands_on(ahead.model, ask.last, request.prices),
        kept=keep(ask.save, folder, place, members).as_posix() if ask.save and folder else None,
    )


def _check(model: Model, ask: Ask) -> None:
    """Raise UserError for counts or a last day that the model cannot have."""
    issues, counts = [], ask.counts
    after = add_months(counts.last, 1)
    if ask.until < after:
        issues.append(Issue("", 0, "--to", f"{ask.until}", said("error.counts.day_after", last=counts.last)))
    if model.population is not None and not (model.start <= counts.first and ask.last <= model.end):
        found = said("error.counts.from", first=counts.first, until=ask.until)
        issues.append(Issue("", 0, "--counts", found, said("error.counts.months_of", start=model.start, end=model.end)))
    if not any(each.kind == "transitions" for each in model.parameters):
        issues.append(
            Issue("", 0, "--calibration", said("error.counts.no_rates", calibration=model.calibration), said("error.counts.parameters"))
        )
    if issues:
        raise UserError(issues)


def learned(
    model: Model, counts: Counts, request: Request, count: int, shelf: Shelf, progress: Progress
) -> tuple[Municipality, Ensemble, Floats, Ensemble | None]:
    """Return the municipality, what the counts leave likely of it, what was foreseen of them, and what was learned before."""
    before = shelf.nearest(counts)
    placed = before.placed if before else counts.persons.shape[1]
    seasons = seasons_of(model)
    own = replace(placed_at(model, counts.until(placed), seasons), end=add_months(counts.last, 1) - timedelta(days=1))
    donors = donors_of(model, request.seed, lambda: resolve(AS_IS, calibration=request.calibration, fit=request.fit))
    place = Municipality(own, counts.lines, seasons, request.seed, donors)
    done = next((number for number in range(ROUNDS, 0, -1) if shelf.read(counts, number)), 0)
    kept = shelf.read(counts, done) if done else None
    values, prior = (kept[0].values, kept[1]) if kept else (begun(place, count, before), np.zeros(0))
    chance = kept[0].chance if kept else ()
    names = tuple(each.id for each in place.unknowns)
    known = before.counts.persons.shape[1] if before else 0
    play = partial(shown, place, crew=request.crew, progress=progress)
    for number, (figures, after, told) in enumerate(learn(place, counts, values, play, known, done), done + 1):
        prior, values, chance = figures if number == 1 else prior, after, told
        shelf.keep(Ensemble(names, values, counts, placed, chance), number, prior)
    return place, Ensemble(names, values, counts, placed, chance), prior, before


def _counted(counts: Counts) -> Iterator[CountedRow]:
    """Yield what was counted of each line in each month."""
    for line, persons in zip(counts.lines, counts.persons.tolist(), strict=True):
        yield from (CountedRow(line, *each) for each in zip(counts.months, persons, strict=True) if math.isfinite(each[1]))


def _learned(place: Municipality, before: Floats, after: Floats) -> Iterator[LearnedRow]:
    """Yield what was learned of each rate, and where each process of the economy stood when anything moved it last."""
    for each in (one.id for one in place.model.parameters if one.kind == "transitions"):
        yield _row("rate", each, *(np.array([place.rates(member)[each] for member in values.T]) for values in (before, after)))
    latest = {each.of: each.month for each in place.unknowns if each.kind == "economy"}
    for name, process in drawn_processes(place.model).items():
        if name in latest:
            last = [np.array([place.at(member).walks[name][latest[name]] for member in values.T]) for values in (before, after)]
            yield _row("economy", name, *(each / process.sd.value for each in last))


def _row(kind: Literal["rate", "economy"], name: str, before: Floats, after: Floats) -> LearnedRow:
    """Return what was learned of a number, from its draws before and after."""
    first, last = (float(value) for value in quantiles(before, (LOW, HIGH)))
    low, middle, high = (float(value) for value in quantiles(after, (LOW, 0.5, HIGH)))
    narrowed = float(1.0 - after.std() / before.std()) if before.std() > 0.0 else 0.0
    return LearnedRow(kind, name, first, last, low, middle, high, narrowed)


def _surprises(place: Municipality, counts: Counts, prior: Floats, before: Ensemble | None) -> Iterator[SurpriseRow]:
    """Yield how much the new counts of each line surprised, the most surprising first; a line without any says nothing."""
    new = slice(before.counts.persons.shape[1] if before else 0, None)
    months = [place.months.index(month) for month in counts.months[new]]
    prior = prior * goes_on(place, prior, before.counts, before.chance) if before else prior
    rows = []
    for number, line in enumerate(counts.lines):
        off = standardised(prior[:, number, months], counts.persons[number, new])
        if len(off):
            rows.append(SurpriseRow(line, len(off), float(np.sqrt(np.mean(off**2)))))
    yield from sorted(rows, key=lambda row: -row.surprise)


def standardised(foreseen: Floats, came: Floats) -> Floats:
    """Return how far the logs of counts lie from those foreseen, in standard deviations (shapes: members, months; months -> those counted).

    Nobody counts as half a person. Where members agree, the standard deviation is that of half a person more: persons are whole.

    >>> standardised(np.zeros((2, 3)), np.array([0.0, 8.0, np.nan])).round(9).tolist()
    [0.0, 4.0]
    """
    logs, counted = (np.log(np.maximum(persons, LEAST_PERSONS)) for persons in (foreseen, came))
    least = np.log1p(LEAST_PERSONS / np.exp(logs.mean(axis=0)))
    off = (counted - logs.mean(axis=0)) / np.maximum(logs.std(axis=0), least)
    return np.asarray(off[np.isfinite(off)])
