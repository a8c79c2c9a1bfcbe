"""A scenario played at every setting of a few levers, and how far what lies between may be read off."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import astuple
from datetime import date
from typing import NamedTuple

import numpy as np

from simcase import compare
from simcase.compare import Estimate, PricedRun, estimate
from simcase.engine import Progress, staying
from simcase.errors import Issue, UserError
from simcase.model import Model, own_initiatives, with_workbook_edits
from simcase.study.headcounts import by_line
from simcase.study.identity import model_of_files
from simcase.study.inner_band import inner_band
from simcase.study.levers import Lever, levers, with_levers
from simcase.study.open_runs import Shown
from simcase.study.simulate import simulate, step
from simcase.vocabulary import Floats
from simcase.words import said

Point = tuple[float, ...]
"""The value of each lever."""


class GridPoint(NamedTuple):
    """What is kept of a point: mean, p05 and p95 of each figure, of a line's difference in persons also the least that would not be noise.

    Of persons by month and of the net result so far also both ends of the inner band, where there is one.
    `net` and `cost` are kroner over the years that are simulated whole, `cumulated` and `spent` so far, from the first day.
    """

    net: list[float]
    cost: float
    spent: list[float]
    cumulated: list[list[float]]
    lines: Mapping[str, list[float]]
    persons: list[list[float]]
    goals: Mapping[str, list[float]]


class Grid(NamedTuple):
    """A scenario at every setting of its levers: figures by point, and those of points between, which nothing is read off from."""

    shown: Shown
    levers: tuple[Lever, ...]
    lines: tuple[str, ...]
    points: Mapping[Point, GridPoint]
    between: Mapping[Point, GridPoint]

    @property
    def assumed(self) -> Point:
        """Return the point that the scenario assumes."""
        return tuple(lever.assumed for lever in self.levers)


class MonthPersons(NamedTuple):
    """Persons in a month on the lines aimed at, as the scenario assumes: mean, interval, inner band if any; the mean in the baseline."""

    month: date
    figures: Sequence[float]
    base: float


class Error(NamedTuple):
    """How far a figure that is read off lies from the one simulated there, and by how much it differs over the whole grid."""

    figure: str
    mean: float
    largest: float
    range: float


def grids(shown: Sequence[Shown], progress: Progress) -> list[Grid]:
    """Return the grid of each of several scenarios, all held against the same baseline; raises as `grid` does, with nothing played."""
    for each in shown:
        check_movable(each)
    found = []
    with staying():
        for at, each in enumerate(shown):
            found.append(grid(each, lambda done, total, at=at: progress(at * total + done, len(shown) * total)))  # type: ignore[misc]
    return found


def check_movable(shown: Shown) -> tuple[Model, tuple[str, ...], tuple[Lever, ...]]:
    """Return the model of a scenario held against a baseline, the initiatives that it adds, and what can be moved of them.

    Raises UserError where there is nothing to move or to show, and RunError for files or code that are not those of the run any more.
    """
    if shown.baseline is None:
        raise ValueError("a scenario is moved against a baseline")
    model = as_run(shown)
    names = own_initiatives(shown.baseline.world.model, model)
    some = levers(model, names)
    found = said("error.moving.nothing", scenario=model.scenario)
    issues = [
        *([] if some else [Issue("", 0, "--interactive", found, said("error.moving.new"))]),
        *([] if model.lines else [Issue("", 0, "--interactive", said("error.moving.no_budget"), said("error.moving.lines"))]),
        *([] if shown.window.years else [Issue("", 0, "--from, --to", said("error.moving.no_year"), said("error.moving.year"))]),
    ]
    if issues:
        raise UserError(issues)
    return model, names, some


def grid(shown: Shown, progress: Progress) -> Grid:
    """Return a scenario, held against its baseline, at every setting of its levers; a point is a run, and one that is stored is only read.

    Raises as `check_movable` does.
    """
    base, names, some = check_movable(shown)
    verb = ("report", *(each.request.scenario for each in (shown.baseline, shown) if each), "--interactive")
    lines = aimed_at(base, names)
    points = list(itertools.product(*(lever.levels for lever in some)))
    between = list(itertools.product(*(_centres(lever) for lever in some)))
    models = {point: _moved(base, names, some, point) for point in (*points, *between)}
    as_assumed = tuple(lever.assumed for lever in some)
    models.pop(as_assumed)  # that is the run itself

    with staying():
        runs = simulate([step(shown.request, model, verb) for model in models.values()], shown.request.results, progress)
        found = {point: figures(shown, run.world, lines) for point, run in zip(models, runs, strict=True)}
    found[as_assumed] = figures(shown, shown.world, lines)
    return Grid(shown, some, lines, {point: found[point] for point in points}, {point: found[point] for point in between})


def aimed_at(model: Model, names: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of the states that some initiatives are for; all of them where those states are on none."""
    return compare.lines_of(model, {state for each in model.initiatives if each.id in names for state in each.target.states})


def _centres(lever: Lever) -> tuple[float, float]:
    """Return the values in the middle between those of a lever, where what is read off is farthest from what was played."""
    low, middle, high = lever.levels
    return (low + middle) / 2.0, (middle + high) / 2.0


def as_run(shown: Shown) -> Model:
    """Return the model of a run from its files, which must still say what they said; raises RunError where they do not."""
    model = model_of_files(shown.request, shown.manifest, shown.run.folder)
    return with_workbook_edits(model, shown.request.assumptions) if shown.request.assumptions else model


def _moved(base: Model, names: Sequence[str], some: Sequence[Lever], point: Point) -> Model:
    """Return the model of a point."""
    return with_levers(base, names, **{lever.kind: value for lever, value in zip(some, point, strict=True)})


def figures(shown: Shown, world: PricedRun, lines: Sequence[str]) -> GridPoint:
    """Return what is kept of a point, held against the baseline: kroner by year, persons by line and by month, goals."""
    if shown.baseline is None:
        raise ValueError("a scenario is moved against a baseline")
    base, shown_in = shown.baseline.world, shown.window
    case = [row for row in compare.business_case(base, world, shown_in.years, shown.request.discount) if row.payer == "municipality"]
    cost = compare.invested(base, world).mean(axis=0)
    spent = np.cumsum(cost * (1.0 + shown.request.discount) ** -np.arange(len(cost)))
    last = shown_in.years[-1:]
    least = {row.line: row.persons for row in compare.detectable(base, world, last)}
    so_far = compare.cumulated(base, world, shown.request.discount)[:, shown_in.years]
    persons = persons_of(world, lines)[:, shown_in.months]
    months = [base.outcome.names.months[m] for m in shown_in.months]
    ends = [date(base.outcome.years[y], 12, 31) for y in shown_in.years]
    net = compare.netted(base, world)[:, shown_in.years].sum(axis=1)
    return GridPoint(
        net=_short(estimate(net)),
        cost=float(cost[shown_in.years].sum()),
        spent=spent[shown_in.years].tolist(),
        cumulated=_with_inner([_short(row.cumulated) for row in case], shown, world, so_far, ends),
        lines={row.line: [*_short(row.persons), least[row.line]] for row in compare.budget(base, world, last)},
        persons=_with_inner([_short(estimate(values)) for values in persons.T], shown, world, persons, months),
        goals={row.id: list(astuple(row.chance)) for row in compare.goals(*world) if row.chance is not None},
    )


def _short(figure: Estimate) -> list[float]:
    """Return mean and interval of a figure."""
    return [figure.mean, figure.p05, figure.p95]


def _with_inner(figures: list[list[float]], shown: Shown, world: PricedRun, values: Floats, until: Sequence[date]) -> list[list[float]]:
    """Return figures by time, each with the ends of its inner band where there is one (shape of values: replications, times)."""
    band = inner_band(shown.request.uncertainty, world.outcome, values, until)
    return figures if band is None else [[*each, *ends] for each, *ends in zip(figures, band.low.tolist(), band.high.tolist(), strict=True)]


def persons_of(world: PricedRun, lines: Sequence[str]) -> Floats:
    """Return persons on some lines together as averages of the month (shape: replications, months)."""
    names, persons = by_line(world)
    return np.asarray(persons[:, :, [names.index(line) for line in lines]].sum(axis=2))


def persons_by_month(grid: Grid) -> list[MonthPersons]:
    """Return persons in each month reported on the lines aimed at."""
    names = grid.shown.world.outcome.names.months
    base = persons_of(baseline_of(grid).world, grid.lines).mean(axis=0)
    rows = zip(grid.shown.window.months, grid.points[grid.assumed].persons, strict=True)
    return [MonthPersons(names[m], figures, float(base[m])) for m, figures in rows]


def reach(grid: Grid, times: Sequence[float]) -> tuple[float, float]:
    """Return the least and the most that the net result so far is at any point, with the cost multiplied by each of some factors."""
    results = [
        kroner - (each - 1.0) * spent
        for found in grid.points.values()
        for values, spent in zip(found.cumulated, found.spent, strict=True)
        for kroner in values
        for each in times
    ]
    return min(results), max(results)


def baseline_of(grid: Grid) -> Shown:
    """Return the baseline that a grid is held against."""
    if grid.shown.baseline is None:
        raise ValueError("a scenario is moved against a baseline")
    return grid.shown.baseline


def weights(grid: Grid, point: Point) -> Iterator[tuple[Point, float]]:
    """Yield the points around one with their weights, which add up to one: linear along each lever."""
    at = [lever.position(value) for lever, value in zip(grid.levers, point, strict=True)]
    for corner in grid.points:
        share = 1.0
        for lever, value, here in zip(grid.levers, corner, at, strict=True):
            share *= max(0.0, 1.0 - abs(here - lever.position(value)))
        if share:
            yield corner, share


def interpolate(grid: Grid, point: Point, figure: Callable[[GridPoint], float]) -> float:
    """Return a figure at any setting of the levers, read off between the points that were played."""
    return sum(share * figure(grid.points[corner]) for corner, share in weights(grid, point))


def net_result(found: GridPoint) -> float:
    """Return the municipality's net result over the whole years (kroner)."""
    return found.net[0]


def errors(grid: Grid) -> list[Error]:
    """Return how far figures that are read off lie from those simulated at the points between: kroner, persons, probability."""
    kinds: dict[str, list[Callable[[GridPoint], float]]] = {
        "net": [net_result],
        "persons": [lambda found, line=line: found.lines[line][0] for line in grid.lines],  # type: ignore[misc]
        "goals": [lambda found, goal=goal: found.goals[goal][0] for goal in next(iter(grid.points.values())).goals],  # type: ignore[misc]
    }
    return [_error(grid, name, picked) for name, picked in kinds.items() if picked]


def _error(grid: Grid, name: str, picked: Sequence[Callable[[GridPoint], float]]) -> Error:
    """Return the error of one kind of figure over all points between."""
    off = [abs(interpolate(grid, point, figure) - figure(found)) for point, found in grid.between.items() for figure in picked]
    spans = [max(values) - min(values) for figure in picked if (values := [figure(found) for found in grid.points.values()])]
    return Error(name, float(np.mean(off)), max(off), max(spans))
