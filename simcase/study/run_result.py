"""A finished run, and a run held against a baseline, as results."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date

import numpy as np

from simcase import __version__, compare
from simcase.compare import FlowRow, PersonsRow, PricedRun, estimate, estimates
from simcase.model import weakest_grade
from simcase.money import measures
from simcase.study.budget import budget
from simcase.study.inner_band import parts_moving
from simcase.study.law import stands_on
from simcase.study.request import Request, Window, window
from simcase.study.results import (
    Contribution,
    Difference,
    MeasureRow,
    PopulationRow,
    ProgrammeRow,
    RunRecord,
    RunResult,
    ScenarioResult,
    VarianceRow,
)
from simcase.study.simulate import Run
from simcase.tidy import ARRIVAL, BOUND


def run_result(request: Request, run: Run) -> RunResult:
    """Return the result of a run."""
    world = run.world
    shown = window(request, world.model)
    return RunResult(
        simcase=__version__,
        run=record(request, run, shown),
        population=tuple(population(world, shown)),
        persons=tuple(persons(world, shown)),
        flows=tuple(flows(world, shown)),
        budget=tuple(budget(world, shown)),
        measures=tuple(spending(world, shown)),
        programmes=tuple(programmes(world, shown)),
        goals=tuple(compare.goals(*world)),
        goals_together=compare.together(*world),
        varying=parts_moving(request.uncertainty, world.outcome, shown.last),
        variance=tuple(variance(request, world, shown)),
        weakest_grade=weakest_grade(world.model),
    )


def record(request: Request, run: Run, shown: Window) -> RunRecord:
    """Return what a run is: how it can be found and repeated, and everything that moved a figure."""
    model = run.world.model
    return RunRecord(
        id=run.folder.name,
        scenario=model.scenario,
        calibration=model.calibration,
        fit=model.fit,
        uncertainty=request.uncertainty,
        prices=request.prices,
        assumptions=model.edits,
        first=shown.first,
        last=shown.last,
        seed=request.seed,
        replications=request.count,
        seconds=run.seconds,
        folder=str(run.folder),
        law=stands_on(model, shown.last, request.prices),
    )


def population(world: PricedRun, shown: Window) -> Iterator[PopulationRow]:
    """Yield the citizens simulated by month, as an average of the month over all replications."""
    outcome = world.outcome
    average = outcome.present.mean(axis=0) / outcome.month_days
    return (PopulationRow(outcome.names.months[m], float(average[m])) for m in shown.months)


def living(world: PricedRun) -> list[int]:
    """Return the positions of the states that citizens live in."""
    return [i for i, state in enumerate(world.model.states) if not state.absorbing]


def persons(world: PricedRun, shown: Window) -> Iterator[PersonsRow]:
    """Yield persons by month and state, as averages of the month."""
    outcome = world.outcome
    average = outcome.days / outcome.month_days[:, None]
    where = [(m, s) for m in shown.months for s in living(world)]
    found = estimates(average[:, [m for m, _ in where], [s for _, s in where]])
    return (PersonsRow(outcome.names.months[m], outcome.names.states[s], each) for (m, s), each in zip(where, found, strict=True))


def flows(world: PricedRun, shown: Window) -> Iterator[FlowRow]:
    """Yield moves by year, where there are any."""
    outcome = world.outcome
    sources = (*outcome.names.states, ARRIVAL)
    moves = outcome.flow.astype(np.float64)
    some = moves.sum(axis=0) > 0.0
    for y in shown.years:
        left, entered = np.nonzero(some[y])
        for a, b, each in zip(left, entered, estimates(moves[:, y, left, entered]), strict=True):
            yield FlowRow(outcome.years[y], sources[a], outcome.names.states[b], each)


def spending(world: PricedRun, shown: Window) -> Iterator[MeasureRow]:
    """Yield ordinary and investment spending."""
    years = [world.outcome.years[y] for y in shown.years]
    for each in measures(world.model, world.outcome):
        if each.year in years:
            yield MeasureRow(each.year, each.line, each.initiative, each.kind, estimate(each.municipality), estimate(each.state))


def programmes(world: PricedRun, shown: Window) -> Iterator[ProgrammeRow]:
    """Yield participants and those waiting by month and programme, the mean over its weeks, and what bound most of its intakes."""
    outcome = world.outcome
    months, weeks = (np.array(days, dtype="datetime64[D]") for days in (outcome.names.months, outcome.names.weeks))
    month = np.maximum(np.searchsorted(months, weeks, side="right") - 1, 0)
    held = outcome.bound.sum(axis=-1) > 0
    bound = np.array([outcome.bound[:, month == m].sum(axis=(0, 1)) for m in range(len(months))])
    waiting = np.array(
        [outcome.waiting[:, month == m].sum(axis=1) / np.maximum(held[:, month == m].sum(axis=1), 1) for m in range(len(months))]
    )
    for m in shown.months:
        for p, name in enumerate(outcome.names.programmes):
            yield ProgrammeRow(
                month=outcome.names.months[m],
                initiative=name,
                participants=estimate(outcome.taken_days[:, m, p] / outcome.month_days[m]),
                waiting=estimate(waiting[m, :, p]),
                bound_by=BOUND[int(bound[m, p].argmax())].removeprefix("by_") if bound[m, p].any() else None,
            )


def variance(request: Request, world: PricedRun, shown: Window) -> Iterator[VarianceRow]:
    """Yield the variance of each line's net kroner by year: what chance adds, the draws of the unknowns, and those of the economy."""
    accounts, outcome = world.accounts, world.outcome
    for y in shown.years:
        varying = parts_moving(request.uncertainty, outcome, date(accounts.years[y], 12, 31))
        for n, line in enumerate(accounts.lines):
            parts = compare.split_variance(accounts.municipality[:, y, n], varying)
            yield VarianceRow(f"municipality.{line}.{accounts.years[y]}", **{part: float(found) for part, found in parts.items()})


def scenario_result(
    request: Request, baseline: PricedRun, scenario: Run, contributions: Iterable[Contribution] = (), own_baseline: str | None = None
) -> ScenarioResult:
    """Return the result of a scenario held against a baseline."""
    world = scenario.world
    shown = window(request, world.model)
    own = run_result(request, scenario)
    return ScenarioResult(
        **{each.name: getattr(own, each.name) for each in fields(own)},
        difference=Difference(
            persons=tuple(compare.persons(baseline, world, shown.months)),
            budget=tuple(compare.budget(baseline, world, shown.years)),
            flows=tuple(compare.flows(baseline, world, shown.years)),
            goals=tuple(compare.goal_differences(baseline, world)),
        ),
        smallest_detectable=tuple(compare.detectable(baseline, world, shown.years)),
        where_they_went=tuple(compare.where_they_went(baseline, world, shown.years)),
        business_case=tuple(compare.business_case(baseline, world, shown.years, request.discount)),
        payback=compare.payback(baseline, world, request.discount),
        contributions=tuple(contributions),
        sum=compare.summed_over(baseline, world, shown.years),
        own_baseline=own_baseline,
    )
