"""A finished run, and a comparison of runs, as the documents of the contract."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from typing import Any

import numpy as np

from simcase import compare
from simcase.compare import World, dist, dists
from simcase.engine import Uncertainty
from simcase.model import weakest_grade
from simcase.money import measures
from simcase.study.budget import budget
from simcase.study.request import Request, Window, window
from simcase.study.worlds import Run
from simcase.tidy import ARRIVAL, BOUND
from simcase.vocabulary import PAIR, Floats

Row = dict[str, Any]


def run_document(request: Request, run: Run) -> Row:
    """Return the document of a run."""
    world = run.world
    shown = window(request, world.model)
    return {
        "simcase": version("simcase"),
        "run": about(request, run, shown),
        "population": population(world, shown),
        "persons": persons(world, shown),
        "flows": list(flows(world, shown)),
        "budget": list(budget(world, shown)),
        "measures": spending(world, shown),
        "programmes": programmes(world, shown),
        "goals": compare.goals(*world),
        "goals_together": compare.together(*world),
        "variance": variance(request, world, shown),
        "weakest_grade": weakest_grade(world.model),
    }


def about(request: Request, run: Run, shown: Window) -> Row:
    """Return what a run is: how it can be found and repeated, and everything that moved a figure."""
    model = run.world.model
    return {
        "id": run.folder.name,
        "scenario": model.scenario,
        "calibration": model.calibration,
        "fit": model.fit,
        "uncertainty": request.uncertainty,
        "prices": request.prices,
        "assumptions": asdict(model.edits) if model.edits else None,
        "from": shown.first.isoformat(),
        "to": shown.last.isoformat(),
        "seed": request.seed,
        "replications": request.count,
        "seconds": run.seconds,
        "folder": str(run.folder),
    }


def population(world: World, shown: Window) -> list[Row]:
    """Return the citizens simulated by month, as an average of the month over all replications."""
    outcome = world.outcome
    average = outcome.present.mean(axis=0) / outcome.month_days
    return [{"month": f"{outcome.names.months[m]:%Y-%m}", "persons": float(average[m])} for m in shown.months]


def living(world: World) -> list[int]:
    """Return the positions of the states that citizens live in."""
    return [i for i, state in enumerate(world.model.states) if not state.absorbing]


def persons(world: World, shown: Window) -> list[Row]:
    """Return persons by month and state, as averages of the month."""
    outcome = world.outcome
    average = outcome.days / outcome.month_days[:, None]
    where = [(m, s) for m in shown.months for s in living(world)]
    found = dists(average[:, [m for m, _ in where], [s for _, s in where]])
    return [
        {"month": f"{outcome.names.months[m]:%Y-%m}", "state": outcome.names.states[s], **each}
        for (m, s), each in zip(where, found, strict=True)
    ]


def flows(world: World, shown: Window) -> Iterator[Row]:
    """Yield moves by year, where there are any."""
    outcome = world.outcome
    sources = (*outcome.names.states, ARRIVAL)
    moves = outcome.flow.astype(np.float64)
    some = moves.sum(axis=0) > 0.0
    for y in shown.years:
        left, entered = np.nonzero(some[y])
        for a, b, each in zip(left, entered, dists(moves[:, y, left, entered]), strict=True):
            yield {"year": outcome.years[y], "from": sources[a], "to": outcome.names.states[b], **each}


def spending(world: World, shown: Window) -> list[Row]:
    """Return ordinary and investment spending."""
    years = [world.outcome.years[y] for y in shown.years]
    return [
        {"year": each.year, "line": each.line, "initiative": each.initiative, "kind": each.kind}
        | {"kroner": dist(each.municipality), "state": dist(each.state)}
        for each in measures(world.model, world.outcome)
        if each.year in years
    ]


def programmes(world: World, shown: Window) -> list[Row]:
    """Return participants and those waiting by month and programme, and what bound most of its intakes."""
    outcome = world.outcome
    months, weeks = (np.array(days, dtype="datetime64[D]") for days in (outcome.names.months, outcome.names.weeks))
    month = np.maximum(np.searchsorted(months, weeks, side="right") - 1, 0)
    held = outcome.bound.sum(axis=-1)
    bound = np.array([outcome.bound[:, month == m].sum(axis=(0, 1)) for m in range(len(months))])
    waiting = np.array(
        [outcome.waiting[:, month == m].sum(axis=1) / np.maximum(held[:, month == m].sum(axis=1), 1) for m in range(len(months))]
    )
    return [
        {
            "month": f"{outcome.names.months[m]:%Y-%m}",
            "initiative": name,
            "participants": dist(outcome.taken_days[:, m, p] / outcome.month_days[m]),
            "waiting": dist(waiting[m, :, p]),
            "bound_by": BOUND[int(bound[m, p].argmax())].removeprefix("by_") if bound[m, p].any() else None,
        }
        for m in shown.months
        for p, name in enumerate(outcome.names.programmes)
    ]


def variance(request: Request, world: World, shown: Window) -> list[Row]:
    """Return the variance of each line's net kroner by year: what chance adds, and what the draws of the unknowns do."""
    accounts = world.accounts
    return [
        {"figure": f"municipality.{line}.{accounts.years[y]}", **split(accounts.municipality[:, y, n], request.uncertainty)}
        for y in shown.years
        for n, line in enumerate(accounts.lines)
    ]


def split(values: Floats, uncertainty: Uncertainty) -> dict[str, float]:
    """Return the variance of values over replications, by chance and by parameters (shape: replications).

    Where both vary, two replications share a draw: half the mean square of their difference is chance, the rest parameters (one-way
    analysis of variance, Fisher 1925). Chance is never more than the whole.
    """
    total = float(values.var(ddof=1)) if len(values) > 1 else 0.0
    if uncertainty != "all" or len(values) < PAIR:
        return {"chance": total if uncertainty in {"all", "chance"} else 0.0, "parameters": total if uncertainty == "parameters" else 0.0}
    pairs = values[: len(values) // PAIR * PAIR].reshape(-1, PAIR)
    chance = min(total, float(np.mean(np.diff(pairs, axis=1) ** 2)) / 2.0)
    return {"chance": chance, "parameters": total - chance}


def difference(request: Request, baseline: World, scenario: Run, contributions: list[Row]) -> Row:
    """Return the document of a scenario held against a baseline."""
    world = scenario.world
    shown = window(request, world.model)
    return {
        **run_document(request, scenario),
        "difference": {
            "persons": compare.persons(baseline, world, shown.months),
            "budget": compare.budget(baseline, world, shown.years),
            "flows": compare.flows(baseline, world, shown.years),
            "goals": compare.goal_differences(baseline, world),
        },
        "smallest_detectable": compare.detectable(baseline, world, shown.years),
        "where_they_went": compare.where_they_went(baseline, world, shown.years),
        "business_case": compare.business_case(baseline, world, shown.years, request.discount),
        "payback": compare.payback(baseline, world, request.discount),
        "contributions": contributions,
        "sum": compare.summed_over(baseline, world, years_summed(shown, world)),
    }


def years_summed(shown: Window, world: World) -> list[int]:
    """Return the positions of the years that a sum is over: those reported in full, or all reported where none is."""
    years = world.outcome.years
    full = [y for y in shown.years if shown.first <= date(years[y], 1, 1) and shown.last >= date(years[y], 12, 31)]
    return full or shown.years
