"""The economy of a model: the course of each process by month, and what it multiplies the hazards of each group of transitions by."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

import numpy as np

from simcase.declare.economy import Course, Process
from simcase.model.explain import applies
from simcase.model.resolved import Model
from simcase.vocabulary import Floats, add_months, month_starts

Walks: TypeAlias = Mapping[str, tuple[float, ...]]
"""How far processes of the economy are from their mean course, by month, on the log scale."""


def drift_months(model: Model) -> tuple[date, ...]:
    """Return the first day of each month of a model after the last day on which its economy is known; none without an economy."""
    if model.economy is None:
        return ()
    known = model.known_until or model.start - timedelta(days=1)
    first = add_months(known.replace(day=1), 1)
    return month_starts(first, model.end) if first <= model.end else ()


def drawn_processes(model: Model) -> dict[str, Process]:
    """Return the processes whose deviations from their mean course are drawn, by id: those for which no scenario chose one course alone."""
    chosen = {each.process for each in model.courses if not each.drawn}
    return {each.id: each for each in (model.economy.processes if model.economy else ()) if each.id not in chosen}


def persistence(process: Process) -> float:
    """Return what is left of a deviation after a month.

    >>> from simcase.declare.economy import Process
    >>> f"{persistence(Process(id='p', label='p', scope='local', half_life_months=12, sd=0.1, loadings={})) ** 12:.6f}"
    '0.500000'
    """
    return float(0.5 ** (1.0 / process.half_life_months.value))


def walks(model: Model, normals: Mapping[str, Floats]) -> Walks:
    """Return the deviation of each drawn process from its mean course by month, on the log scale, from standard normals by month.

    It begins at none, and becomes a stationary autoregression of the first order: x(k) = phi x(k - 1) + sd (1 - phi^2)^0.5 z(k).
    In months in which nothing new moves it, it goes back to none.
    """
    found, months = {}, drift_months(model)
    for name, process in drawn_processes(model).items():
        left = persistence(process)
        steps = process.sd.value * math.sqrt(1.0 - left**2) * moved(process, months) * normals[name]
        walk = itertools.accumulate(steps.tolist(), partial(_step, left), initial=0.0)
        found[name] = tuple(walk)[1:]
    return found


def moved(process: Process, months: Sequence[date]) -> Floats:
    """Return in which months anything new moves a process, 1 or 0."""
    return np.array([process.moves(month) for month in months], dtype=float)


def _step(left: float, before: float, step: float) -> float:
    """Return a deviation a month later."""
    return left * before + step


def raised(process: Process, months: Floats) -> Floats:
    """Return by how much a process is raised in each month for the mean of the stock that answers it to stay.

    The log of the stock goes so great a part of what is left each month to where the process holds it. It is to lie half its variance below
    where it was, which is what half the gain makes up for, times the variance of the process less that of what the stock has yet to follow.
    Months are 1 where anything new moves the process, else 0.

    >>> from simcase.declare.economy import Answer, Process
    >>> swift = Process(id='p', label='p', scope='local', half_life_months=1, sd=1, loadings={}, answer=Answer(gain=0.8, turnover=100))
    >>> raised(swift, np.ones(2)).round(3).tolist()
    [0.3, 0.375]
    """
    answer = process.answer
    if answer is None:
        return np.zeros(len(months))
    left, behind = persistence(process), math.exp(-answer.turnover / 12.0)
    shocks, back = process.sd.value**2 * (1.0 - left**2) * months, left - 1.0
    variance = both = rest = 0.0  # of the process, of it and what the stock has yet to follow, of this
    found = []
    for shock in shocks.tolist():
        before = rest + 2.0 * back * both + back**2 * variance + shock
        both = behind * (left * both + left * back * variance + shock)
        variance = left**2 * variance + shock
        rest = behind**2 * before
        found.append(0.5 * answer.gain * (variance - behind * before))
    return np.array(found)


def with_walks(model: Model, deviations: Walks) -> Model:
    """Return a model whose economy deviates so from its mean course."""
    return replace(model, walks=dict(deviations))


def mean_course(model: Model, process: Process) -> Floats:
    """Return where a process stands by month on the average, on the log scale: as a scenario chose, else on its way back to 0."""
    months = drift_months(model)
    chosen = next((each for each in model.courses if each.process == process.id), None)
    if chosen is not None:
        return _along(chosen, process, months)
    return np.asarray(process.start * persistence(process) ** np.arange(1.0, len(months) + 1.0))


def _along(chosen: Course, process: Process, months: tuple[date, ...]) -> Floats:
    """Return a chosen course by month, on the log scale: from where the process stood, straight between the dates, and no further."""
    known = months[0] - timedelta(days=1)
    points = {known: process.start} | {day: value * process.sd.value for day, value in chosen.course.items()}
    days = sorted(points)
    ends = [add_months(month, 1).toordinal() - 1 for month in months]
    return np.interp(ends, [day.toordinal() for day in days], [points[day] for day in days])


def group_factors(model: Model) -> dict[str, Floats]:
    """Return what the economy multiplies the hazards of each group by in each month of `drift_months`.

    A process that is drawn is raised, so that it is the mean of stocks, not of hazards, that stays.
    """
    if model.economy is None:
        return {}
    months = drift_months(model)
    logs = {group.id: np.zeros(len(months)) for group in model.economy.groups}
    for process in model.economy.processes:
        came = mean_course(model, process) - process.start
        if process.id in model.walks:
            came = came + model.walks[process.id] + raised(process, moved(process, months))
        for group, loading in process.loadings.items():
            logs[group] += loading.value * came
    return {group: np.exp(each) for group, each in logs.items()}


def groups_by_move(model: Model) -> dict[tuple[str, str], list[str]]:
    """Return the groups that each transition stands in, of those that stand in any."""
    absorbing = {state.id for state in model.states if state.absorbing}
    groups = model.economy.groups if model.economy else ()
    found = {(each.from_, each.to): [group.id for group in groups if applies(group, each, absorbing)] for each in model.transitions}
    return {move: names for move, names in found.items() if names}
