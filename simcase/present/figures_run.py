"""The tables that charts of a run draw: names as a reader has them, and every figure worked out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import numpy as np
import polars as pl

from simcase import tidy
from simcase.compare import TOTAL, Estimate, estimate
from simcase.present.labels import Labels
from simcase.present.sentences_run import period
from simcase.study.headcounts import by_line, goals_by_line, headcounts, lines_of
from simcase.study.open_runs import Shown
from simcase.study.periods import plan_year, whole
from simcase.study.results import BudgetRow
from simcase.tables import dose
from simcase.tidy import ARRIVAL, Outcome
from simcase.vocabulary import Floats
from simcase.words import Words

TOP: Final = 12
"""Unknowns that are shown at the most."""
ENOUGH: Final = 4
"""Replications for each unknown that slopes need."""
SURE: Final = 2.58
"""Standard errors beyond which a slope is not chance, at one in a hundred."""


def short(figure: Estimate, times: float = 1.0) -> dict[str, float]:
    """Return mean and interval of a figure, each multiplied."""
    return {"mean": figure.mean * times, "p05": figure.p05 * times, "p95": figure.p95 * times}


def budget_rows(shown: Shown, *, totals: bool) -> Iterable[BudgetRow]:
    """Yield the rows of the budget of years reported in full, with the totals or without; of all years where none is whole."""
    rows = [row for row in shown.result.budget if totals or not row.line.startswith(TOTAL)]
    return [row for row in rows if whole(shown.result.run, row.year)] or rows


def full_year(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return full-year persons by line and year."""
    return pl.DataFrame(
        [
            {"line": labels.line(row.line), "year": period(shown.result.run, row.year, labels.words), **short(row.full_year_persons)}
            for row in budget_rows(shown, totals=False)
        ]
    )


def headcount(shown: Shown, _labels: Labels) -> pl.DataFrame:
    """Return persons by month and line."""
    return headcounts(shown.world, shown.window.months)


def headcount_names(shown: Shown, labels: Labels) -> dict[str, Any]:
    """Return what is drawn beside persons by month: the goals of each line, and what lines are called."""
    return {"goals": goals_by_line(shown.world.model), "labels": labels.states | labels.lines}


def flows(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return citizens who come to a line and who leave it, by line and year."""
    outcome, states = shown.world.outcome, shown.world.outcome.names.states
    rows = []
    for line, inside in lines_of(shown.world.model).items():
        within = [states.index(state) for state in inside]
        outside = [i for i in range(len(states) + 1) if i not in within]
        into = outcome.flow[:, :, outside][..., within].sum(axis=(2, 3)).astype(np.float64)
        out = outcome.flow[:, :, within][..., [i for i in outside if i < len(states)]].sum(axis=(2, 3)).astype(np.float64)
        for y in shown.window.years:
            for way, moves in (("in", into), ("out", out)):
                said = {"line": labels.line(line), "year": outcome.years[y], "way": labels.words.say(f"chart.flows.{way}")}
                rows.append({**said, **short(estimate(moves[:, y]))})
    return pl.DataFrame(rows)


def price_volume(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return persons, price and kroner of each line in the year of the plan, else in the last."""
    year = plan_year(shown.result) or max(row.year for row in budget_rows(shown, totals=False))
    rows = [row for row in budget_rows(shown, totals=False) if row.year == year and row.full_year_persons.mean > 0.0]
    return pl.DataFrame(
        [
            {
                "line": labels.line(row.line),
                "persons": row.full_year_persons.mean,
                "price": row.municipality.mean / row.full_year_persons.mean / 1e3,
                "kroner": row.municipality.mean / 1e6,
            }
            for row in rows
        ]
    )


def composition(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return mean persons by month and line."""
    names, persons = by_line(shown.world)
    mean, months = persons.mean(axis=0), shown.world.outcome.names.months
    return pl.DataFrame(
        [
            {"month": months[m], "order": n, "line": labels.line(name), "persons": float(mean[m, n])}
            for n, name in enumerate(names)
            for m in shown.window.months
        ]
    )


def ribbons(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the mean moves a year from each line to where they went, as outlines of ribbons."""
    outcome, members = shown.world.outcome, lines_of(shown.world.model)
    line = {state: name for name, states in members.items() for state in states}
    years = [y for y in shown.window.years if whole(shown.result.run, outcome.years[y])] or shown.window.years
    mean = outcome.flow[:, years].sum(axis=1).mean(axis=0) / max(len(years), 1)
    sources = (*outcome.names.states, ARRIVAL)
    moves: dict[tuple[str, str], float] = {}
    for a, b in zip(*np.nonzero(mean), strict=True):
        left, entered = line.get(sources[a]), line.get(outcome.names.states[b], outcome.names.states[b])
        if left is not None and left != entered:
            pair = labels.line(left), labels.line(entered)
            moves[pair] = moves.get(pair, 0.0) + float(mean[a, b])
    return tidy.ribbons(moves)


def budget_plan(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the plan's kroner and those expected by line, in millions, in the year that has a plan (no rows where none has)."""
    year = plan_year(shown.result)
    rows = [(row, row.plan) for row in shown.result.budget if row.year == year and row.plan is not None and row.line != TOTAL]
    return pl.DataFrame(
        [{"line": labels.line(row.line), "plan": plan / 1e6, **short(row.municipality, 1e-6)} for row, plan in rows],
        schema={"line": pl.String, "plan": pl.Float64, "mean": pl.Float64, "p05": pl.Float64, "p95": pl.Float64},
    )


def goals(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the probability of meeting each goal that can be judged, in words too; beside it that of the baseline, where there is one."""
    words = labels.words
    worlds = [(shown, labels.title), *([(shown.baseline, words.text(shown.baseline.world.model.title))] if shown.baseline else [])]
    return pl.DataFrame(
        [
            {
                "goal": f"{labels.goal(row.id)} ({words.month_and_year(row.date)})",
                "world": title,
                "probability": 100.0 * row.chance.probability,
                "low": 100.0 * row.chance.low,
                "high": 100.0 * row.chance.high,
                "said": words.of_runs(row.chance.probability),
            }
            for world, title in worlds
            for row in world.result.goals
            if row.chance is not None
        ],
        schema={"goal": pl.String, "world": pl.String, "probability": pl.Float64, "low": pl.Float64, "high": pl.Float64, "said": pl.String},
    )


def programmes(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return participants, those waiting and places of each programme by month."""
    model = shown.world.model
    places = {each.id: (each.programme.places.value, each.window) for each in model.initiatives if each.programme and each.programme.places}
    rows = []
    for row in shown.result.programmes:
        month, initiative = row.month, row.initiative
        room = places[initiative][0] * dose(places[initiative][1], month) if initiative in places else None
        figures = {**short(row.participants), "waiting": row.waiting.mean, "places": room}
        bound = labels.words.say(f"bound.{row.bound_by}") if row.bound_by else ""
        rows.append({"initiative": labels.initiative(initiative), "month": month, **figures, "bound": bound})
    return pl.DataFrame(rows)


def refusion(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the share of each line's days by refusion step, in the years reported, where the ladder counts them."""
    outcome, model = shown.world.outcome, shown.world.model
    line = {state: name for name, states in lines_of(model).items() for state in states}
    days = tidy.yearly(outcome, outcome.cell_days)[:, shown.window.years].mean(axis=0).sum(axis=0)
    sums: dict[tuple[str, str], float] = {}
    for (state, column, _), each in zip(tidy.cell_names(outcome.names), days, strict=True):
        if column.startswith("step_") and state in line:
            sums[line[state], column] = sums.get((line[state], column), 0.0) + float(each)
    total = {name: sum(each for (other, _), each in sums.items() if other == name) for name, _ in sums}
    return pl.DataFrame(
        [
            {"line": labels.line(name), "step": labels.words.say(f"chart.refusion.{step}"), "share": 100.0 * each / total[name]}
            for (name, step), each in sorted(sums.items(), key=lambda one: (list(total).index(one[0][0]), one[0][1]))
            if total[name] > 0.0
        ],
        schema={"line": pl.String, "step": pl.String, "share": pl.Float64},
    )


def long_term(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the share of each line's citizens who have been in their state for long, by month (mean over replications, in per cent)."""
    outcome, states = shown.world.outcome, shown.world.outcome.names.states
    rows = []
    for line, inside in lines_of(shown.world.model).items():
        within = [states.index(state) for state in inside]
        stock, long = (figure[:, :, within].sum(axis=2).mean(axis=0) for figure in (outcome.stock, outcome.long_term))
        for m in shown.window.months:
            share = 100.0 * float(long[m] / max(stock[m], 1e-9))
            rows.append({"line": labels.line(line), "month": outcome.names.months[m], "share": share})
    return pl.DataFrame(rows)


def tornado(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return by how many million kroner net spending moves when an unknown goes from its 5 % to its 95 % value, the largest first.

    The slopes are those of least squares over the replications, all unknowns at once; a slope that chance may give is left out (no rows
    where nothing was drawn, or too few replications for so many unknowns).
    """
    kroner = shown.world.accounts.municipality[:, shown.window.years, -1:].sum(axis=(1, 2)) / 1e6
    rows = [(labels.unknown(name), low, high) for name, low, high in influences(shown.world.outcome, kroner) or ()]
    return pl.DataFrame(rows[:TOP], schema={"unknown": pl.String, "low": pl.Float64, "high": pl.Float64}, orient="row")


def too_few_to_rank(shown: Shown, words: Words) -> str | None:
    """Return that a run has too few replications to tell its unknowns apart, and what to do; None where it has enough."""
    varied = varying(shown.world.outcome)
    least, runs = ENOUGH * len(varied), len(shown.world.outcome.days)
    if runs >= least:
        return None
    said = {"runs": runs, "least": least, "n": len(varied), "scenario": shown.world.model.scenario}
    return words.say("chart.tornado.few", title=words.text(shown.world.model.title), **said)


def varying(outcome: Outcome) -> list[int]:
    """Return the positions of the unknowns that were drawn."""
    return [u for u in range(len(outcome.names.unknowns)) if float(outcome.draw[:, u].std()) > 0.0]


def influences(outcome: Outcome, value: Floats) -> list[tuple[str, float, float]] | None:
    """Return by how much a figure moves as each unknown goes from its middle to its 5 % and its 95 % value, the largest first.

    Unknowns that move it by no more than chance may are left out; None where nothing was drawn, or too few replications for so many
    unknowns (shape of the figure: replications).
    """
    varied = varying(outcome)
    draw = outcome.draw[:, varied]
    if not varied or len(draw) < ENOUGH * len(varied):
        return None
    slopes, errors = least_squares(draw, value)
    ends = np.quantile(draw, (0.05, 0.5, 0.95), axis=0)
    rows = []
    for at, u in enumerate(varied):
        if abs(slopes[at]) > SURE * errors[at]:
            low, high = (float(slopes[at] * (end - ends[1, at])) for end in (ends[0, at], ends[2, at]))
            rows.append((outcome.names.unknowns[u], low, high))
    return sorted(rows, key=lambda row: -abs(row[2] - row[1]))


def least_squares(draw: Floats, value: Floats) -> tuple[Floats, Floats]:
    """Return the slopes of a figure on the unknowns, and their standard errors (shapes: R, U; R -> U)."""
    centred = draw - draw.mean(axis=0)
    inverse = np.linalg.pinv(centred.T @ centred)
    slopes = inverse @ centred.T @ (value - value.mean())
    rest = value - value.mean() - centred @ slopes
    variance = float(rest @ rest) / max(len(value) - draw.shape[1] - 1, 1)
    return slopes, np.sqrt(variance * np.diag(inverse))
