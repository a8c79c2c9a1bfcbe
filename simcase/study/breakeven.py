"""Break-even: how large the effect must be, how high the cost may be, or how many places it takes for a scenario to pay back by a date."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, Literal

import numpy as np

from simcase import __version__
from simcase.compare import PricedRun, check_pair, netted, shared_draws
from simcase.compare.breakeven import Net, Root, root
from simcase.compare.breakeven import tried as points_of
from simcase.declare.initiatives import Initiative
from simcase.engine import Progress
from simcase.errors import Issue, UserError, closest
from simcase.model import Model, own_initiatives, parts, scale_effects, scale_places
from simcase.model.doses import COUNTED, scale_prevention
from simcase.model.labels import labels_by_id
from simcase.model.uncertainty import effects_of
from simcase.money import measures
from simcase.study.comparability import check_models
from simcase.study.identity import all_resolved
from simcase.study.request import FEWEST, Request
from simcase.study.results import YEARLY, BreakevenFigure, BreakevenResult, Quantiles
from simcase.study.simulate import Job, simulate, step
from simcase.vocabulary import Floats
from simcase.words import said

Vary = Literal["effect", "cost", "places"]
"""What is varied: the logs of the hazard ratios, the investment, or the places and slots with the yearly costs that follow them."""

GRIDS: Final[dict[Vary, tuple[float, ...]]] = {
    "effect": (0.0, 1.0, 2.0, 4.0, 8.0),
    "cost": (0.0, 1.0, 4.0, 16.0, 64.0),
    "places": (0.0, 1.0, 2.0, 4.0, 8.0),
}
"""Times what the scenario states; a root is looked for between the first and the last."""


Trials = Callable[[float], PricedRun]
"""The scenario's run by what is varied."""


def breakeven(
    request: Request, scenario: str, progress: Progress, by: date | None = None, vary: Vary | None = None, only: Collection[str] = ()
) -> BreakevenResult:
    """Return what must hold for a scenario's net result against the request's, summed to a date, to be zero.

    What is varied belongs to the initiatives that the scenario has and the baseline has not, or has otherwise; `only` names some of them.
    Unless it is named it is their effect, or their cost where there is nothing else to vary.
    Raises UserError, before anything is run, for what the user can mend, and RunError for a run that failed.
    """
    baseline, model = all_resolved((request, replace(request, scenario=scenario)))
    if not model.lines:
        raise UserError([Issue("", 0, model.calibration, said("error.breakeven.no_lines"), said("error.breakeven.with_prices"))])
    check_models(baseline, model, baseline.scenario, model.scenario)
    vary, names = varied(baseline, model, vary, only)
    years = years_by(model, by)
    request = replace(request, replications=request.replications or FEWEST)
    base, trial = _played(request, scenario, (baseline, model), names, vary, progress)
    own = trial(1.0)
    check_pair(base, own)
    net = _net(request, base, trial, names, years, vary)
    found = root(net, GRIDS[vary], paired=shared_draws(own.outcome))
    by = date(own.outcome.years[years - 1], 12, 31)
    return BreakevenResult(
        simcase=__version__,
        baseline=baseline.scenario,
        scenario=model.scenario,
        calibration=model.calibration,
        fit=model.fit,
        by=by,
        vary=vary,
        initiatives=names,
        replications=request.count,
        seed=request.seed,
        discount=request.discount,
        prices=request.prices,
        outcome=found.outcome,
        times=found.value,
        low=found.low,
        high=found.high,
        runs=Quantiles(**found.runs),
        range=(min(found.tried), max(found.tried)),
        tried=tuple(points_of(found)),
        figures=tuple(_figures(model, names, vary, found, _sum(_cost(own, names) - _cost(base, names), request, years), by)),
        own_baseline=parts(request.scenario, scenario, calibration=request.calibration, fit=request.fit).own_baseline,
    )


def years_by(model: Model, by: date | None) -> int:
    """Return how many calendar years of a model are over by a date: all of them where none is given.

    Raises UserError for a date at which no simulated year ends.
    """
    ends = [date(year, 12, 31) for year in range(model.start.year, model.end.year + 1) if date(year, 12, 31) <= model.end]
    if not ends:
        raise UserError([Issue("", 0, "--by", said("error.breakeven.no_year", end=model.end), said("error.breakeven.year_end"))])
    if by is not None and by not in ends:
        raise UserError([Issue("", 0, "--by", str(by), said("error.breakeven.last_days", ends=ends[0], ends2=ends[-1]))])
    return ends.index(by or ends[-1]) + 1


def varied(baseline: Model, model: Model, vary: Vary | None, only: Collection[str]) -> tuple[Vary, tuple[str, ...]]:
    """Return what is varied, and the initiatives of which it is: those in which a scenario differs from its baseline.

    Raises UserError where there are none, and for one that is named and is not among them.
    """
    own = own_initiatives(baseline, model)
    new = {each.id: each for each in model.initiatives if each.id in own}
    strange = [Issue("", 0, "--only", f"'{name}'", *closest(name, new, labels_by_id(model))) for name in only if name not in new]
    if strange:
        raise UserError(strange)
    asked = [name for name in new if not only or name in only]
    able = [way for way in GRIDS if any(_has(new[name], way) for name in asked)]
    vary = vary or ("cost" if able == ["cost"] else "effect")
    if vary not in able:
        found = said(f"error.breakeven.none_{vary}", base=baseline.scenario)
        others = [f"--vary {way}" for way in able]
        ways = said("error.either", one=others[0], other=others[1]) if others[1:] else others
        hint = said("error.breakeven.ask", others=ways, asked=asked) if others else ""
        raise UserError([Issue("", 0, model.scenario, found, said("error.breakeven.one"), hint)])
    return vary, tuple(name for name in asked if _has(new[name], vary))


def _has(each: Initiative, vary: Vary) -> bool:
    """Tell whether an initiative has something that can be varied."""
    if vary == "effect":
        return each.prevents is not None or any(effects for _, effects in effects_of(each))
    return vary == "cost" or each.programme is not None


def _played(
    request: Request, scenario: str, models: tuple[Model, Model], names: Sequence[str], vary: Vary, progress: Progress
) -> tuple[PricedRun, Trials]:
    """Return the baseline's run, and the scenario's by what is varied; those that are needed whatever they tell are played side by side."""
    own = replace(request, scenario=scenario)
    baseline, model = models
    change = scale_effects if vary == "effect" else scale_places
    verb = ("breakeven", request.scenario, scenario, "--vary", vary, *(word for name in names for word in ("--only", name)))

    def varied_by(times: float) -> Job:
        return Job(own, model) if times == 1.0 else step(own, change(model, names, times), verb)

    grid = (1.0,) if vary == "cost" else GRIDS[vary]  # a cost needs no new simulation
    base, *others = (run.world for run in simulate([Job(request, baseline), *map(varied_by, grid)], request.results, progress))
    known = dict(zip(grid, others, strict=True))

    def trial(times: float) -> PricedRun:
        if times not in known:
            (run,) = simulate([varied_by(times)], request.results, progress)
            known[times] = run.world
        return known[times]

    return base, trial


def _net(request: Request, base: PricedRun, trial: Trials, names: Collection[str], years: int, vary: Vary) -> Net:
    """Return the net result by what is varied."""
    if vary == "cost":
        own = trial(1.0)
        whole = _sum(netted(base, own), request, years)
        cost = _sum(_cost(own, names) - _cost(base, names), request, years)
        return lambda times: whole + (1.0 - times) * cost
    return lambda times: _sum(netted(base, trial(times)), request, years)


def _cost(world: PricedRun, names: Collection[str]) -> Floats:
    """Return what some initiatives cost the municipality in a world (shape: replications, years)."""
    total = np.zeros((len(world.outcome.days), len(world.outcome.years)))
    for spent in measures(world.model, world.outcome):
        if spent.initiative in names and spent.kind != "grant":
            total[:, world.outcome.years.index(spent.year)] += spent.municipality
    return total


def _sum(kroner: Floats, request: Request, years: int) -> Floats:
    """Return kroner summed over the first years, at the present value of the first (shape: replications, years -> replications)."""
    value = (1.0 + request.discount) ** -np.arange(kroner.shape[1])
    return np.asarray((kroner * value)[:, :years].sum(axis=1))


def _figures(model: Model, names: Collection[str], vary: Vary, found: Root, cost: Floats, by: date) -> Iterator[BreakevenFigure]:
    """Yield each figure that is varied until a day: as the scenario states it, and at break-even with its interval."""
    if vary == "cost":
        yield _figure("", "kroner", float(cost.mean()), found, operator.mul)
        return
    for each in (one for one in model.initiatives if one.id in names):
        if vary == "places":
            sizes = {name: getattr(each.programme, name) for name in COUNTED}
            yield from (_figure(each.id, name, size.value, found, operator.mul) for name, size in sizes.items() if size is not None)
            if yearly := sum(row.kroner for row in each.costs if model.start.year <= row.year <= by.year):
                yield _figure(each.id, YEARLY, yearly, found, operator.mul)
            continue
        if each.prevents is not None:
            yield _figure(each.id, "prevents", each.prevents.value, found, scale_prevention)
        for where, effects in effects_of(each):
            what = {"effects": "hazard_ratio"}.get(where, f"{where}.hazard_ratio")
            for effect in effects:
                yield _figure(each.id, what, effect.hazard_ratio.value, found, operator.pow, effect.exits_to)


def _figure(
    initiative: str, figure: str, declared: float, found: Root, at: Callable[[float, float], float], exits_to: Sequence[str] = ()
) -> BreakevenFigure:
    """Return a figure as the scenario states it, and at break-even with its interval (in order, None for an end beyond what was tried)."""
    needed, low, high = (None if edge is None else at(declared, edge) for edge in (found.value, found.low, found.high))
    if at(declared, 2.0) < at(declared, 1.0):
        low, high = high, low
    return BreakevenFigure(initiative, figure, tuple(exits_to), declared, needed, low, high)
