"""What a model implies, and where a number comes from."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from simcase import engine, tidy
from simcase.compare import estimate
from simcase.declare.economy import Course
from simcase.declare.initiatives import Effect, Initiative, Programme
from simcase.declare.values import Figure
from simcase.engine import Progress
from simcase.errors import Issue, UserError, closest
from simcase.model import Donors, Model, days_of_change, figure_at, full_path, in_force, labels_by_id, weakest_grade
from simcase.money import decompose, price_of, sources
from simcase.study.identity import inputs, resolved
from simcase.study.request import FEWEST, Request
from simcase.study.results import (
    Bilingual,
    CappedRow,
    CourseRow,
    DatedValue,
    EffectRow,
    ExitRow,
    FigureApart,
    GroupFactor,
    InitiativeRow,
    ModelResult,
    NumberResult,
    PhaseRow,
    ProgrammeTerms,
    Ranged,
    StaffRow,
    StateRow,
)
from simcase.study.simulate import Job, silent, simulate, starting_stock, task_of
from simcase.tables import over_caps, tabulate
from simcase.vocabulary import DAYS_PER_YEAR


def explain(request: Request, path: str | None = None, progress: Progress = silent) -> ModelResult | NumberResult:
    """Return what a scenario's model implies, or the number at a path with source and grade, as on the first day.

    Mean stays and yearly rates are those of one replication over the whole horizon. Raises UserError for a path that leads to no number.
    """
    model = resolved(request)
    if path is not None:
        path = full_path(model, path)[1]
        where, figure = figure_at(in_force(model, model.start), path)
        return NumberResult(
            scenario=model.scenario,
            calibration=model.calibration,
            fit=model.fit,
            path=where,
            source=figure.source,
            grade=figure.grade,
            note=figure.note,
            value=figure.value,
            low=figure.low,
            high=figure.high,
            over_time=over_time(model, path),
        )
    progress(0, 1)  # the first replication of all waits for the compiler
    rows = tuple(states(request, model))
    progress(1, 1)
    return ModelResult(
        scenario=model.scenario,
        calibration=model.calibration,
        fit=model.fit,
        first=model.start,
        last=model.end,
        states=rows,
        courses=tuple(course(model, each) for each in model.courses),
        initiatives=tuple(initiative(model, each) for each in model.initiatives),
        capped=tuple(CappedRow(each.from_, each.to, cap, product) for each, product in over_caps(model) if (cap := each.cap) is not None),
        weakest_grade=weakest_grade(model),
    )


def over_time(model: Model, path: str) -> tuple[DatedValue, ...]:
    """Return the values that a number has over the model's time, each with its first day; none where it never changes."""
    days = sorted({model.start, *days_of_change(model)})
    rows = [DatedValue(day, figure_at(in_force(model, day), path)[1].value) for day in days] if len(days) > 1 else []
    kept = [row for at, row in enumerate(rows) if at == 0 or row.value != rows[at - 1].value]
    return tuple(kept) if len(kept) > 1 else ()


def budget_figure(request: Request, year: int, line: str, progress: Progress) -> FigureApart:
    """Return a line's net kroner in a year taken apart, by a run that is stored, else by one that is simulated.

    Unless the request says how many replications, the stored run with most of them is taken, and where there is none the fewest are played.

    Raises UserError for a year or line that there is not.
    """
    model = resolved(request)
    years = [str(each) for each in range(model.start.year, model.end.year + 1)]
    lines = [each.id for each in model.lines]
    for found, known in ((str(year), years), (line, lines)):
        if found not in known:
            raise UserError([Issue("", 0, f"budget.{year}.{line}", f"'{found}'", *closest(found, known, labels_by_id(model)))])
    count = request.replications or tidy.most_replications(request.results, inputs(request, model)) or FEWEST
    (run,) = simulate([Job(replace(request, replications=count), model)], request.results, progress)
    world = run.world
    parts = decompose(model, world.outcome, year, line, request.prices)
    accounts = world.accounts
    net = accounts.municipality[:, accounts.years.index(year), accounts.lines.index(line)]
    return FigureApart(
        scenario=model.scenario,
        calibration=model.calibration,
        fit=model.fit,
        path=f"budget.{year}.{line}",
        year=year,
        line=line,
        prices=request.prices,
        replications=count,
        seed=request.seed,
        municipality=estimate(net),
        parts=tuple(parts),
        sources=tuple(sources(model, year, line, parts)),
    )


def states(request: Request, model: Model) -> Iterator[StateRow]:
    """Yield each state's stock at the start, mean stay in weeks, long-run stock, moves out a person and year, and grade."""
    tables = tabulate(model)
    task = task_of(replace(request, uncertainty="none"), model, tables, starting_stock(request, model))
    played = engine.replicated(task, 0)
    years, moves = played.days.sum(axis=0) / DAYS_PER_YEAR, played.flow.sum(axis=0)
    for s, state in enumerate(model.states):
        if state.absorbing:
            continue
        turnover = (moves[s].sum() + moves[:, s].sum()) / 2.0
        exits = tuple(ExitRow(model.states[t].id, float(moves[s, t] / years[s])) for t in moves[s].argsort()[::-1] if moves[s, t] > 0)
        yield StateRow(
            state=state.id,
            start_persons=int(tables.source.headcount[s]),
            mean_stay_weeks=float(years[s] * DAYS_PER_YEAR / 7.0 / turnover) if turnover else None,
            steady_persons=steady(task.donors, s),
            exits=exits,
            grade=grade_of(model, state.id),
        )


def grade_of(model: Model, state: str) -> str:
    """Return the weakest grade among a state's stock at the start and the rates of leaving it."""
    rates = [transition.rate.grade for transition in model.transitions if transition.from_ == state]
    stock = [model.stock.states[state].grade] if state in model.stock.states else []
    return max([*rates, *stock], default="A")


def steady(donors: Donors | None, state: int) -> float | None:
    """Return where the rates lead a state in the long run, by the burn-in; None without one."""
    return None if donors is None else float(donors.steady[state])


def course(model: Model, each: Course) -> CourseRow:
    """Return a course of the economy: its points, and what its last one multiplies the hazards of each group by."""
    process = next(one for one in (model.economy.processes if model.economy else ()) if one.id == each.process)
    came = each.course[max(each.course)] * process.sd.value - process.start
    return CourseRow(
        process=each.process,
        points=tuple(DatedValue(day, value) for day, value in sorted(each.course.items())),
        drawn=each.drawn,
        factors=tuple(GroupFactor(group, math.exp(loading.value * came)) for group, loading in process.loadings.items()),
        grade=each.grade,
    )


def initiative(model: Model, each: Initiative) -> InitiativeRow:
    """Return an initiative's window, dose in base, effects, programme, staff, what to keep in mind, and price."""
    return InitiativeRow(
        id=each.id,
        start=each.window.start,
        end=each.window.end,
        ramp_up_months=each.window.ramp_up_months,
        dose_in_base=each.dose_in_base,
        effects=effects(each.effects),
        programme=programme(each.programme) if each.programme else None,
        staff=tuple(staff(model, each)),
        suspends=tuple(each.suspends),
        evidence=each.evidence,
        caveat=Bilingual(each.caveat.da, each.caveat.en) if each.caveat else None,
        price=price_of(model, each),
    )


def effects(every: Sequence[Effect]) -> tuple[EffectRow, ...]:
    """Return effects: the exits they act on, and the hazard ratio with range and grade."""
    return tuple(
        EffectRow(tuple(effect.exits_to), ratio.value, ratio.low, ratio.high, ratio.grade)
        for effect in every
        for ratio in (effect.hazard_ratio,)
    )


def staff(model: Model, each: Initiative) -> Iterator[StaffRow]:
    """Yield the staff that an initiative needs, and that it adds to a pool or takes from it."""
    labels = {pool.id: Bilingual(pool.label.da, pool.label.en) for pool in model.staff}
    if each.staff is not None:
        yield StaffRow(each.staff.pool, labels[each.staff.pool], each.staff.hours_a_week, None)
    if each.adds is not None:
        yield StaffRow(each.adds.pool, labels[each.adds.pool], None, ranged(each.adds.hours_a_week))


def ranged(number: Figure | None) -> Ranged | None:
    """Return a number with its range and grade, None where there is none."""
    return None if number is None else Ranged(number.grade, number.value, number.low, number.high)


def programme(each: Programme) -> ProgrammeTerms:
    """Return a programme's places or slots a year (the other is None), length, queue, and what happens during and after."""
    return ProgrammeTerms(
        places=ranged(each.places),
        slots_per_year=ranged(each.slots_per_year),
        weeks=each.weeks,
        queue=each.queue,
        drop_out_per_year=ranged(each.drop_out_per_year if each.drop_out_per_year.value else None),
        wage=ranged(each.wage),
        during=effects(each.during),
        after=tuple(PhaseRow(phase.weeks, effects(phase.effects)) for phase in each.after),
    )
