"""What a model implies, and where a number comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from simcase import engine
from simcase.compare import dist
from simcase.declare.initiatives import Effect, Initiative, Programme
from simcase.engine import Progress
from simcase.errors import Issue, UserError, closest
from simcase.model import Donors, Model, figure_at, weakest_grade
from simcase.money import sources, taken_apart
from simcase.study.precision import until_precise
from simcase.study.request import Request
from simcase.study.worlds import finished, resolved, starting_stock
from simcase.tables import compiled, over_caps
from simcase.vocabulary import DAYS_PER_YEAR

Explained = dict[str, Any]


def explain(request: Request, path: str | None = None) -> Explained:
    """Return what a scenario's model implies, or the number at a path with source and grade.

    Mean stays and yearly rates are those of one replication over the whole horizon. Raises UserError for a path that leads to no number.
    """
    model = resolved(request)
    if path is not None:
        where, figure = figure_at(model, path)
        return {"path": where, **figure.model_dump(include={"value", "low", "high", "grade", "source", "note"})}
    return {
        "scenario": model.scenario,
        "calibration": model.calibration,
        "fit": model.fit,
        "from": model.start.isoformat(),
        "to": model.end.isoformat(),
        "states": states(request, model),
        "initiatives": [initiative(each) for each in model.initiatives],
        "capped": [{"from": each.from_, "to": each.to, "cap": each.cap, "product": product} for each, product in over_caps(model)],
        "weakest_grade": weakest_grade(model),
    }


def budget_figure(request: Request, year: int, line: str, progress: Progress) -> Explained:
    """Return a line's net kroner in a year taken apart, by the run that the request stands for (simulated unless it is stored).

    Raises UserError for a year or line that there is not.
    """
    model = resolved(request)
    years = [str(each) for each in range(model.start.year, model.end.year + 1)]
    lines = [each.id for each in model.lines]
    for found, known in ((str(year), years), (line, lines)):
        if found not in known:
            raise UserError([Issue("", 0, f"budget.{year}.{line}", f"'{found}'", *closest(found, known))])
    asked, runs = until_precise(request, lambda each: [finished(each, model, progress)])
    world = runs[0].world
    parts = taken_apart(model, world.outcome, year, line, request.prices)
    accounts = world.accounts
    net = accounts.municipality[:, accounts.years.index(year), accounts.lines.index(line)]
    return {
        "path": f"budget.{year}.{line}",
        "year": year,
        "line": line,
        "prices": request.prices,
        "replications": asked.count,
        "municipality": dist(net),
        "parts": [part._asdict() for part in parts],
        "sources": [source._asdict() for source in sources(model, year, line, parts)],
    }


def states(request: Request, model: Model) -> list[Explained]:
    """Return each state's stock at the start, mean stay in weeks, long-run stock, moves out a person and year, and grade."""
    tables = compiled(model)
    donors = starting_stock(request, model, tables)
    played = engine.replicated(engine.Task(tables, donors, request.seed), 0)
    years, moves = played.days.sum(axis=0) / DAYS_PER_YEAR, played.flow.sum(axis=0)
    rows = []
    for s, state in enumerate(model.states):
        if state.absorbing:
            continue
        turnover = (moves[s].sum() + moves[:, s].sum()) / 2.0
        exits = [{"to": model.states[t].id, "per_year": float(moves[s, t] / years[s])} for t in moves[s].argsort()[::-1] if moves[s, t] > 0]
        rows.append(
            {
                "state": state.id,
                "start_persons": int(tables.source.headcount[s]),
                "mean_stay_weeks": float(years[s] * DAYS_PER_YEAR / 7.0 / turnover) if turnover else None,
                "steady_persons": steady(donors, s),
                "exits": exits,
                "grade": grade_of(model, state.id),
            }
        )
    return rows


def grade_of(model: Model, state: str) -> str:
    """Return the weakest grade among a state's stock at the start and the rates of leaving it."""
    rates = [transition.rate.grade for transition in model.transitions if transition.from_ == state]
    stock = [model.stock.states[state].grade] if state in model.stock.states else []
    return max([*rates, *stock], default="A")


def steady(donors: Donors | None, state: int) -> float | None:
    """Return where the rates lead a state in the long run, by the burn-in; None without one."""
    return None if donors is None else float(donors.steady[state])


def initiative(each: Initiative) -> Explained:
    """Return an initiative's window, dose in base, effects, programme, and what to keep in mind."""
    return {
        "id": each.id,
        "start": each.window.start.isoformat(),
        "end": each.window.end.isoformat() if each.window.end else None,
        "ramp_up_months": each.window.ramp_up_months,
        "dose_in_base": each.dose_in_base,
        "effects": effects(each.effects),
        "programme": programme(each.programme) if each.programme else None,
        "suspends": list(each.suspends),
        "evidence": each.evidence,
        "caveat": each.caveat.model_dump() if each.caveat else None,
    }


def effects(every: Sequence[Effect]) -> list[Explained]:
    """Return effects: the exits they act on, and the hazard ratio with range and grade."""
    return [
        {"exits_to": list(effect.exits_to), "hazard_ratio": ratio.value, "low": ratio.low, "high": ratio.high, "grade": ratio.grade}
        for effect in every
        for ratio in (effect.hazard_ratio,)
    ]


def programme(each: Programme) -> Explained:
    """Return a programme's places or slots a year (the other is None), length, queue, and what it does during and after."""
    fields = {"value", "low", "high", "grade"}
    return {
        "places": each.places.model_dump(include=fields) if each.places else None,
        "slots_per_year": each.slots_per_year.model_dump(include=fields) if each.slots_per_year else None,
        "weeks": each.weeks,
        "queue": each.queue,
        "during": effects(each.during),
        "after": [{"weeks": phase.weeks, "effects": effects(phase.effects)} for phase in each.after],
    }
