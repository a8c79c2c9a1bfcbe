"""A scenario played at every setting of a few levers, and how far what lies between may be read off."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from simcase import compare, tidy
from simcase.compare import World, dist
from simcase.engine import Progress
from simcase.errors import Issue, RunError, UserError
from simcase.model import Model, assumed, moves_digest, signed
from simcase.money import accounts
from simcase.study.levers import Lever, levers, moved, own
from simcase.study.reopened import Shown
from simcase.study.worlds import inputs, resolved, simulated
from simcase.tables import compiled
from simcase.vocabulary import Floats

FOLDER: Final = "interactive"
"""Where in the results the points stand."""
CODE: Final = (*tidy.CODE, "money", "compare", "study")
"""The packages that decide what stands there."""

Point = tuple[float, ...]
"""The value of each lever."""
Figures = Mapping[str, Any]
"""What is kept of a point, as JSON has it; see `figures`."""


class Grid(NamedTuple):
    """A scenario at every setting of its levers: figures by point, and those of points between, which nothing is read off from."""

    shown: Shown
    levers: tuple[Lever, ...]
    lines: tuple[str, ...]
    points: Mapping[Point, Figures]
    between: Mapping[Point, Figures]

    @property
    def assumed(self) -> Point:
        """Return the point that the scenario assumes."""
        return tuple(lever.assumed for lever in self.levers)


class Error(NamedTuple):
    """How far a figure that is read off lies from the one simulated there, and by how much it differs over the whole grid."""

    figure: str
    mean: float
    largest: float
    range: float


def grid(shown: Shown, progress: Progress) -> Grid:
    """Return a scenario, held against its baseline, at every setting of its levers; what is stored is not played again.

    Raises UserError where there is nothing to move, and RunError for files or code that are not those of the run any more.
    """
    if shown.baseline is None:
        raise ValueError("a scenario is moved against a baseline")
    base = as_run(shown)
    names = own(shown.baseline.world.model, base)
    some = levers(base, names)
    if not some:
        expected = f"an initiative that '{shown.baseline.world.model.scenario}' does not have"
        raise UserError([Issue("", 0, "--interactive", f"'{base.scenario}' without anything to move", expected)])
    if not shown.window.years:
        raise UserError([Issue("", 0, "--from, --to", "no whole year", "at least one year of which every simulated month is shown")])
    targeted = {state for each in base.initiatives if each.id in names for state in each.target.states}
    lines = tuple(line.id for line in base.lines if any(state.line == line.id and state.id in targeted for state in base.states))
    points = list(itertools.product(*(lever.levels for lever in some)))
    between = list(itertools.product(*(_centres(lever) for lever in some)))
    count = shown.request.count

    def at(number: int, point: Point) -> Figures:
        values = {lever.name: value for lever, value in zip(some, point, strict=True)}
        model = base if point == tuple(lever.assumed for lever in some) else moved(base, names, **values)
        return figures_at(shown, model, lines, lambda done, _: progress(number * count + done, (len(points) + len(between)) * count))

    found = {point: at(number, point) for number, point in enumerate((*points, *between))}
    return Grid(shown, some, lines, {point: found[point] for point in points}, {point: found[point] for point in between})


def _centres(lever: Lever) -> tuple[float, float]:
    """Return the values in the middle between those of a lever, where what is read off is farthest from what was played."""
    low, middle, high = lever.levels
    return (low + middle) / 2.0, (middle + high) / 2.0


def as_run(shown: Shown) -> Model:
    """Return the model of a run from its files, which must still say what they said; raises RunError where they do not."""
    model = replace(resolved(replace(shown.request, assumptions=None)), scenario=shown.world.model.scenario)
    if moves_digest(model) != shown.manifest["model"] or tidy.code_digest() != shown.manifest["code"]:
        scenario = shown.manifest["scenario"]
        raise RunError(f"{shown.run.folder}: files or code have changed since this run; run 'simcase run {scenario}' again")
    return assumed(model, shown.request.assumptions) if shown.request.assumptions else model


def figures_at(shown: Shown, model: Model, lines: Sequence[str], progress: Progress) -> Figures:
    """Return the figures of a point: read where they are stored, else played and stored."""
    path = shown.request.results / FOLDER / f"{tidy.run_id(_identity(shown, model))}.json"
    if (kept := _kept(path)) is not None:
        progress(shown.request.count, shown.request.count)
        return kept
    if model.digest == shown.world.model.digest:
        world = shown.world
    else:
        outcome = simulated(shown.request, model, compiled(model), progress)
        world = World(model, outcome, accounts(model, outcome, shown.request.prices))
    found = figures(shown, world, lines)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        tidy.write_json(path, found)
    except OSError as error:
        raise RunError(f"{path.parent}: results cannot be written here ({error.strerror}); choose another folder with --results") from error
    return found


def _kept(path: Path) -> Figures | None:
    """Return the figures that are stored, None where there are none that can be read."""
    try:
        kept: Figures = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return kept


def _identity(shown: Shown, model: Model) -> dict[str, Any]:
    """Return everything that the figures of a point depend on."""
    request, against = shown.request, shown.baseline
    return {
        **inputs(request, model),
        "code": tidy.code_digest(CODE),
        "priced": signed(model).digest,
        "baseline": against and [against.run.folder.name, signed(against.world.model).digest],
        "shown": [request.prices, request.discount, shown.window.first.isoformat(), shown.window.last.isoformat()],
    }


def figures(shown: Shown, world: World, lines: Sequence[str]) -> Figures:
    """Return what is kept of a point, held against the baseline: kroner by year, persons by line and month, goals."""
    if shown.baseline is None:
        raise ValueError("a scenario is moved against a baseline")
    base, shown_in = shown.baseline.world, shown.window
    case = [row for row in compare.business_case(base, world, shown_in.years, shown.request.discount) if row["payer"] == "municipality"]
    cost = compare.invested(base, world).mean(axis=0)
    spent = np.cumsum(cost * (1.0 + shown.request.discount) ** -np.arange(len(cost)))
    last = shown_in.years[-1:]
    return {
        "spent": spent[shown_in.years].tolist(),
        "cumulated": [_short(row["cumulated"]) for row in case],
        "lines": {row["line"]: _short(row["persons"]) for row in compare.budget(base, world, last)},
        "persons": [_short(dist(values)) for values in _persons(world, lines)[:, shown_in.months].T],
        "goals": {row["id"]: row["probability"] for row in compare.goals(*world) if row["probability"] is not None},
    }


def _short(distribution: Mapping[str, float]) -> list[float]:
    """Return mean and interval of a distribution."""
    return [distribution[name] for name in ("mean", "p05", "p95")]


def _persons(world: World, lines: Sequence[str]) -> Floats:
    """Return persons on some lines as averages of the month (shape: replications, months)."""
    columns = [number for number, state in enumerate(world.model.states) if state.line in lines]
    return np.asarray(world.outcome.days[:, :, columns].sum(axis=2) / world.outcome.month_days)


def weights(grid: Grid, point: Point) -> Iterator[tuple[Point, float]]:
    """Yield the points around one with their weights, which add up to one: linear along each lever."""
    at = [lever.position(value) for lever, value in zip(grid.levers, point, strict=True)]
    for corner in grid.points:
        share = 1.0
        for lever, value, here in zip(grid.levers, corner, at, strict=True):
            share *= max(0.0, 1.0 - abs(here - lever.position(value)))
        if share:
            yield corner, share


def read_off(grid: Grid, point: Point, figure: Callable[[Figures], float]) -> float:
    """Return a figure at any setting of the levers, read off between the points that were played."""
    return sum(share * figure(grid.points[corner]) for corner, share in weights(grid, point))


def net_result(found: Figures) -> float:
    """Return the municipality's net result over all years (kroner)."""
    return float(found["cumulated"][-1][0])


def errors(grid: Grid) -> list[Error]:
    """Return how far figures that are read off lie from those simulated at the points between: kroner, persons, probability."""
    kinds: dict[str, list[Callable[[Figures], float]]] = {
        "net": [net_result],
        "persons": [lambda found, line=line: float(found["lines"][line][0]) for line in grid.lines],  # type: ignore[misc]
        "goals": [lambda found, goal=goal: float(found["goals"][goal]) for goal in next(iter(grid.points.values()))["goals"]],  # type: ignore[misc]
    }
    return [_error(grid, name, picked) for name, picked in kinds.items() if picked]


def _error(grid: Grid, name: str, picked: Sequence[Callable[[Figures], float]]) -> Error:
    """Return the error of one kind of figure over all points between."""
    off = [abs(read_off(grid, point, figure) - figure(found)) for point, found in grid.between.items() for figure in picked]
    spans = [max(values) - min(values) for figure in picked if (values := [figure(found) for found in grid.points.values()])]
    return Error(name, float(np.mean(off)), max(off), max(spans))
