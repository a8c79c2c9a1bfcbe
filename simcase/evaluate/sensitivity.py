"""Sensitivity of a headline figure to what is not known: one factor at a time (tornado), Morris's screening, Sobol's shares of variance.

Every point is played with the same luck, so two points differ by what was moved. Designs and Sobol's estimators are SALib's; Morris 1991,
Campolongo et al. 2007 (mu*), Sobol 2001, Saltelli et al. 2010.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Final, Literal, NamedTuple, TypedDict

import numpy as np

from simcase.compare import half_width
from simcase.engine import Progress
from simcase.errors import Issue, UserError
from simcase.evaluate.factors import HIGH, LOW, Factor, Factors, Together, factors, moved, points
from simcase.evaluate.headline import NET_RESULT, NET_SPENDING, headline_of, value
from simcase.evaluate.simulate import are_stored, at_points, replications_stored, years_in
from simcase.model import Model
from simcase.study.identity import all_resolved
from simcase.study.request import Request, window
from simcase.tables import tabulate
from simcase.vocabulary import CONFIDENCE, Floats
from simcase.words import said

Method = Literal["tornado", "morris", "sobol"]
REPLICATIONS: Final[dict[Method, int]] = {"tornado": 20, "morris": 4, "sobol": 4}
"""Replications a point, unless a number is given."""
SIZE: Final[dict[Method, int]] = {"tornado": 1, "morris": 10, "sobol": 64}
"""Trajectories of Morris, base samples of Sobol, unless a number is given."""
NEEDED: Final = "SALib"
EXTRA: Final = "sensitivity"
LEVELS: Final = 4
"""Levels of Morris's grid, as is usual."""
THE_FIT: Final = "fit"
"""The group of all unknowns of the fit, which are not independent of each other."""


class Row(NamedTuple):
    """What a factor, or the group of those of the fit, does to the figure, in two measures with the half-widths that hold nine of ten.

    The tornado has the change at the low and at the high end, Morris mu* and sigma, Sobol the first-order and the total share.
    """

    name: str
    factor: Factor | None
    first: float
    first_margin: float
    second: float
    second_margin: float


class Sensitivity(NamedTuple):
    """A finished analysis of a scenario, and of a baseline where there is one; the largest rows come first.

    `middle` is the figure where nothing is moved, of the other methods its mean; `chance` and `parameters` the variance within and
    between points (NaN: the design does not tell).
    """

    models: tuple[Model, ...]
    method: Method
    figure: str
    rows: tuple[Row, ...]
    middle: float
    replications: int
    points: int
    chance: float
    parameters: float


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the method, the figure (none: all net spending, or the net result), how large the design, and held against what."""

    method: Method = "tornado"
    figure: str | None = None
    baseline: str | None = None
    size: int | None = None


def sensitivity(request: Request, question: Question, progress: Progress) -> Sensitivity:
    """Return how much a headline figure of a scenario depends on each thing that is not known.

    Raises UserError, before anything is played, for what the user can mend, and RunError for a replication that failed.
    """
    models = _models(request, question)
    replications = request.replications or REPLICATIONS[question.method]
    name = question.figure or (NET_RESULT if question.baseline else NET_SPENDING)
    headline = headline_of(name, models[0], years_in(tabulate(models[0])), window(request, models[0]), paired=len(models) > 1)
    every = factors(models)
    design = DESIGNS[question.method](every, question.size or SIZE[question.method], request.seed)
    values = moved(every, design.quantiles, design.together)

    verb = command(request, question, replications)

    def played(number: int, model: Model) -> Floats:
        own, which = points(every, values, model, replications)

        def told(done: int, total: int) -> None:
            progress(number * total + done, len(models) * total)

        return np.array([value(headline, world) for world in at_points(request, model, own, told, verb)])[which]

    first, *others = [played(number, model) for number, model in enumerate(models)]
    figures = first - others[0] if others else first
    return Sensitivity(
        models=tuple(models),
        method=question.method,
        figure=name,
        rows=design.told(every, design, figures),
        middle=float((centre(figures) if question.method == "tornado" else figures).mean()),
        replications=replications,
        points=len(values),
        chance=float(figures.var(axis=1, ddof=1).mean()) if replications > 1 else math.nan,
        parameters=float(figures.mean(axis=1).var(ddof=1)) if question.method == "sobol" else math.nan,
    )


def command(request: Request, question: Question, replications: int) -> list[str]:
    """Return the verb and options that ask for an analysis."""
    asked: dict[str, object] = {
        "--against": question.baseline,
        "--method": question.method,
        "--figure": question.figure,
        "--size": question.size,
    }
    asked |= {"--calibration": request.calibration, "--fit": request.fit, "--prices": request.prices, "--assumptions": request.assumptions}
    asked |= {"--replications": replications, "--seed": request.seed}
    given = ((name, str(value)) for name, value in asked.items() if value is not None)
    return ["sensitivity", request.scenario, *(word for pair in given for word in pair)]


def kept(request: Request) -> Sensitivity | None:
    """Return the tornado of a scenario's net spending whose points are stored, with the most replications a point; None where none is.

    Raises UserError for a scenario in which nothing has a range.
    """
    (model,) = _models(request, Question())
    every = factors([model])
    design = one_at_a_time(every, SIZE["tornado"], request.seed)
    values = moved(every, design.quantiles, design.together)
    for count in replications_stored(request, model):
        if are_stored(request, model, points(every, values, model, count)[0]):
            return sensitivity(replace(request, replications=count), Question(), lambda _done, _total: None)
    return None


def _models(request: Request, question: Question) -> list[Model]:
    """Return the scenario's model and the baseline's, where there is one; what cannot be asked of them is refused."""
    if question.method != "tornado" and find_spec(NEEDED) is None:
        raise UserError(
            [
                Issue(
                    "",
                    0,
                    "--method",
                    said("error.method.lacking", method=question.method, needed=NEEDED),
                    said("error.package.installed"),
                    said("error.package.install", extra=EXTRA),
                )
            ]
        )
    models = all_resolved((request, *([replace(request, scenario=question.baseline)] if question.baseline else [])))
    if len({(model.start, model.end) for model in models}) > 1:
        found = said("error.method.from_to", baseline=question.baseline, start=models[1].start, end=models[1].end)
        raise UserError(
            [
                Issue(
                    "",
                    0,
                    "--against",
                    found,
                    said("error.method.same_days", scenario=request.scenario, start=models[0].start, end=models[0].end),
                )
            ]
        )
    if not factors(models).each:
        raise UserError([Issue("", 0, request.scenario, said("error.method.no_range"), said("error.method.with_range"))])
    return models


class Problem(TypedDict, total=False):
    """The factors as SALib has them: how many, their names and bounds, and which of them are one."""

    num_vars: int
    names: list[str]
    groups: list[str]
    bounds: list[list[float]]


class Design(NamedTuple):
    """Which points are played (shape: points, factors; quantiles), how the fit's unknowns move, and what is told of the figures."""

    quantiles: Floats
    together: Together
    told: Callable[[Factors, Design, Floats], tuple[Row, ...]]
    sample: Floats | None = None
    problem: Problem | None = None


def one_at_a_time(every: Factors, _size: int, _seed: int) -> Design:
    """Return the middle, then each factor at its low and at its high end; the fit's other unknowns follow by what the fit says of them."""
    count = len(every.each)
    quantiles = np.full((1 + 2 * count, count), 0.5)
    quantiles[1 + 2 * np.arange(count), np.arange(count)] = LOW
    quantiles[2 + 2 * np.arange(count), np.arange(count)] = HIGH
    return Design(quantiles, "following", _tornado)


def centre(figures: Floats) -> Floats:
    """Return the figure in the middle, by replication: the median of the middle and of what lies between the ends of each factor.

    The chance of one point alone would be in every difference from it (shapes: 1 + 2 factors, replications -> replications).
    """
    return np.asarray(np.median(np.vstack([figures[:1], (figures[1::2] + figures[2::2]) / 2.0]), axis=0))


def _tornado(every: Factors, _design: Design, figures: Floats) -> tuple[Row, ...]:
    """Return by how much the figure moves from the middle at each end, with margins from the paired replications."""
    change = figures[1:] - centre(figures)
    margin = half_width(change.T, paired=False) if change.shape[1] > 1 else np.full(len(change), np.nan)
    means = change.mean(axis=1)
    rows = [
        Row(one.name, one, float(means[2 * n]), float(margin[2 * n]), float(means[2 * n + 1]), float(margin[2 * n + 1]))
        for n, one in enumerate(every.each)
    ]
    return tuple(sorted(rows, key=lambda row: -max(abs(row.first), abs(row.second))))


def screening(every: Factors, size: int, seed: int) -> Design:
    """Return Morris's trajectories; each factor moves alone between its ends, as if the fit's unknowns were independent."""
    from SALib.sample import morris  # noqa: PLC0415 - an extra

    problem: Problem = {"num_vars": len(every.each), "names": [one.name for one in every.each], "bounds": [[0.0, 1.0]] * len(every.each)}
    sample = morris.sample(problem, size, num_levels=LEVELS, seed=seed % 2**32)
    return Design(LOW + sample * (HIGH - LOW), "alone", _morris, sample, problem)


def _morris(every: Factors, design: Design, figures: Floats) -> tuple[Row, ...]:
    """Return the mean absolute elementary effect of each factor, and how much its effects differ from place to place.

    A trajectory moves each factor once, so the effects of one factor are independent.
    """
    count = len(every.each)
    steps = np.diff(np.asarray(design.sample).reshape(-1, count + 1, count), axis=1)
    moved = np.diff(figures.mean(axis=1).reshape(-1, count + 1, 1), axis=1)
    effects = np.divide(moved, steps, out=np.zeros_like(steps), where=steps != 0.0).sum(axis=1)
    sizes = np.abs(effects)
    measures = zip(every.each, sizes.mean(axis=0), half_width(sizes, paired=False), effects.std(axis=0, ddof=1), strict=True)
    rows = [Row(one.name, one, float(mu), float(margin), float(sigma), math.nan) for one, mu, margin, sigma in measures]
    return tuple(sorted(rows, key=lambda row: -row.first))


def shares(every: Factors, size: int, seed: int) -> Design:
    """Return Saltelli's design; the fit's unknowns are one group, drawn jointly: only what is independent has shares of a variance."""
    from SALib.sample import sobol  # noqa: PLC0415 - an extra

    count = len(every.each)
    groups = [THE_FIT if one.kind == "fit" else one.name for one in every.each]
    problem: Problem = {"num_vars": count, "names": [one.name for one in every.each], "groups": groups, "bounds": [[0.0, 1.0]] * count}
    sample = sobol.sample(problem, size, calc_second_order=False, seed=seed % 2**32)
    return Design(sample, "jointly", _sobol, sample, problem)


def _sobol(every: Factors, design: Design, figures: Floats) -> tuple[Row, ...]:
    """Return the share of variance that each group explains alone, and with all that it interacts with."""
    from SALib.analyze import sobol  # noqa: PLC0415 - an extra

    means = figures.mean(axis=1)
    found = sobol.analyze(design.problem, means - means.mean(), calc_second_order=False, conf_level=CONFIDENCE, seed=1)
    groups = list(dict.fromkeys(design.problem["groups"] if design.problem else []))
    known = {one.name: one for one in every.each}
    every_row = zip(groups, found["S1"], found["S1_conf"], found["ST"], found["ST_conf"], strict=True)
    rows = [Row(name, known.get(name), *map(float, figures)) for name, *figures in every_row]
    return tuple(sorted(rows, key=lambda row: -row.second))


DESIGNS: Final[dict[Method, Callable[[Factors, int, int], Design]]] = {
    "tornado": one_at_a_time,
    "morris": screening,
    "sobol": shares,
}
