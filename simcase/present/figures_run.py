"""The tables that charts of a run draw: names as a reader has them, and every figure worked out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

import polars as pl

from simcase import tidy
from simcase.compare import Estimate
from simcase.money import TOTAL, is_total
from simcase.present.commands import command_in
from simcase.present.labels import Labels
from simcase.present.sentences_run import period
from simcase.study.headcounts import by_line, goals_by_line, headcounts
from simcase.study.influence import fewest, net_spending_influences, varying
from simcase.study.inner_band import Band, inner_band
from simcase.study.movements import line_flows, line_moves, long_term_shares, step_shares
from simcase.study.open_runs import Shown
from simcase.study.periods import plan_year, whole
from simcase.study.results import BudgetRow
from simcase.tables import dose
from simcase.vocabulary import Floats
from simcase.words import Words

WAYS: Final = ("net", "in", "out")
"""What a chart of flows shows of a line."""
LAST_STEP: Final = "step_4"
"""The step of the refusion ladder on which the state pays least."""
TOP: Final = 12
"""Unknowns that are shown at the most."""
SEEN: Final = 0.75
"""The width of an inner band beside the outer one from which on the two look like one: what few runs know of it."""


def short(figure: Estimate, times: float = 1.0) -> dict[str, float]:
    """Return mean and interval of a figure, each multiplied."""
    return {"mean": figure.mean * times, "p05": figure.p05 * times, "p95": figure.p95 * times}


def by_month(shown: Shown, values: Floats) -> Band | None:
    """Return the inner band of figures in the months shown (shape: replications, months, ...)."""
    outcome, months = shown.world.outcome, shown.window.months
    return _seen(inner_band(shown.request.uncertainty, outcome, values[:, months], [outcome.names.months[m] for m in months]))


def by_year(shown: Shown, values: Floats, years: Sequence[int]) -> Band | None:
    """Return the inner band of figures in some calendar years (shape: replications, years, ...)."""
    outcome = shown.world.outcome
    at = [outcome.years.index(year) for year in years]
    return _seen(inner_band(shown.request.uncertainty, outcome, values[:, at], [date(year, 12, 31) for year in years]))


def _seen(band: Band | None) -> Band | None:
    """Return inner bands of which one at least is told apart from its outer one, else nothing: no legend explains a hair."""
    return band if band and band.share < SEEN else None


def inside(band: Band | None, *at: int, times: float = 1.0) -> dict[str, float]:
    """Return the ends of the inner band of one figure, each multiplied; nothing without a band."""
    return {} if band is None else {"inner05": float(band.low[at]) * times, "inner95": float(band.high[at]) * times}


def budget_rows(shown: Shown, *, totals: bool) -> Iterable[BudgetRow]:
    """Yield the rows of the budget of years reported in full, with the totals or without; of all years where none is whole."""
    rows = [row for row in shown.result.budget if totals or not is_total(row.line)]
    return [row for row in rows if whole(shown.result.run, row.year)] or rows


def full_year(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return full-year persons by line and year, beside those of the baseline where there is one; the line that changes most first."""
    accounts, rows = shown.world.accounts, list(budget_rows(shown, totals=False))
    years = list(dict.fromkeys(row.year for row in rows))
    band = by_year(shown, accounts.full_year_persons, years)
    other = {(row.line, row.year): row.full_year_persons.mean for row in shown.baseline.result.budget} if shown.baseline else {}
    mean = {(row.line, row.year): row.full_year_persons.mean for row in rows}
    most = max((row.line for row in rows), key=lambda line: abs(mean[line, years[-1]] - mean[line, years[0]]), default=None)
    return pl.DataFrame(
        [
            {
                "line": labels.line(row.line),
                "year": period(shown.result.run, row.year, labels.words),
                **short(row.full_year_persons),
                "persons": row.persons.mean,
                **inside(band, years.index(row.year), accounts.lines.index(row.line)),
                **({"base": other[row.line, row.year]} if other else {}),
            }
            for row in sorted(rows, key=lambda row: row.line != most)
        ]
    )


def headcount(shown: Shown, _labels: Labels) -> pl.DataFrame:
    """Return persons by month and line, beside the mean of the baseline where there is one."""
    rows, (names, persons) = headcounts(shown.world, shown.window.months), by_line(shown.world)
    band, months = by_month(shown, persons), list(dict.fromkeys(row.month for row in rows))
    table = pl.DataFrame([{**row._asdict(), **inside(band, months.index(row.month), names.index(row.line))} for row in rows])
    if shown.baseline is None:
        return table
    beside = [{"month": row.month, "line": row.line, "base": row.mean} for row in headcounts(shown.baseline.world, shown.window.months)]
    return table.join(pl.DataFrame(beside), on=["month", "line"], how="left", maintain_order="left")


def headcount_names(shown: Shown, labels: Labels) -> dict[str, object]:
    """Return what is drawn beside persons by month: the goals of each line, and what lines and the baseline are called."""
    base = labels.words.text(shown.baseline.world.model.title) if shown.baseline else ""
    return {"goals": goals_by_line(shown.world.model), "labels": labels.states | labels.lines, "base": base}


def flows(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return by how many citizens a line changes, who come to it and who leave it, by line and year.

    The line that changes most in the last year stands first, the others by how much they change in the same direction.
    """
    rows = list(line_flows(shown))
    net: dict[tuple[str, int], float] = {}
    for row in rows:
        net[row.line, row.year] = net.get((row.line, row.year), 0.0) + row.moves.mean * (1 if row.way == "in" else -1)
    last = max((row.year for row in rows), default=0)
    table: list[tuple[str, str, int, dict[str, Any]]] = [
        ("net", line, year, {"mean": round(mean, 9), "p05": None, "p95": None}) for (line, year), mean in net.items()
    ]
    table += [(row.way, row.line, row.year, short(row.moves)) for row in rows]
    most = max((change for (_, year), change in net.items() if year == last), key=abs, default=0.0)
    ranked = sorted(table, key=lambda row: (WAYS.index(row[0]), row[2], -math.copysign(1.0, most) * net.get((row[1], last), 0.0)))
    return pl.DataFrame(
        [
            {"line": labels.line(line), "year": year, "way": labels.words.say(f"chart.flows.{way}"), **figures}
            for way, line, year, figures in ranked
        ]
    )


def price_volume(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return full-time persons, price and kroner of each line in the year of the plan, else in the last, the dearest first."""
    year = plan_year(shown.result) or max((row.year for row in budget_rows(shown, totals=False)), default=None)
    rows = [row for row in budget_rows(shown, totals=False) if row.year == year]
    return pl.DataFrame(
        [
            {
                "line": labels.line(row.line),
                "persons": row.full_time_persons.mean,
                "price": row.municipality.mean / row.full_time_persons.mean,
                "kroner": row.municipality.mean / 1e6,
            }
            for row in sorted(rows, key=lambda row: -row.municipality.mean)
            if row.full_time_persons.mean
        ]
    )


def composition(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return mean persons by month and line, the lines numbered in their order."""
    rows = headcounts(shown.world, shown.window.months)
    order = {line: n for n, line in enumerate(dict.fromkeys(row.line for row in rows))}
    return pl.DataFrame(
        [{"month": row.month, "order": order[row.line], "line": labels.line(row.line), "persons": row.mean} for row in rows]
    )


def ribbons(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the mean moves a year from each line to where they went, as outlines of ribbons, the places of most moves first."""
    moves: dict[tuple[str, str], float] = {}
    sums: tuple[dict[str, float], dict[str, float]] = {}, {}
    for row in line_moves(shown):
        pair = labels.line(row.line), labels.line(row.to)
        moves[pair] = moves.get(pair, 0.0) + row.moves
        for place, column in zip(pair, sums, strict=True):
            column[place] = column.get(place, 0.0) + row.moves
    return tidy.ribbons(dict(sorted(moves.items(), key=lambda each: (-sums[0][each[0][0]], -sums[1][each[0][1]]))))


def budget_plan(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the plan's kroner and those expected, in millions, in the year that has a plan: in all, then by line; no rows without one."""
    year = plan_year(shown.result)
    rows = [(row, row.plan) for row in shown.result.budget if row.year == year and row.plan is not None]
    accounts = shown.world.accounts
    band = None if year is None else by_year(shown, accounts.municipality, [year])
    return pl.DataFrame(
        [
            {
                "line": labels.row(row.line),
                "plan": plan / 1e6,
                **short(row.municipality, 1e-6),
                **inside(band, 0, accounts.lines.index(row.line), times=1e-6),
            }
            for row, plan in sorted(rows, key=lambda each: each[0].line != TOTAL)
        ]
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
    outcome, rows = shown.world.outcome, []
    months = [outcome.names.months[m] for m in shown.window.months]
    band = by_month(shown, outcome.taken_days / outcome.month_days[:, None])
    for row in shown.result.programmes:
        month, initiative = row.month, row.initiative
        room = places[initiative][0] * dose(places[initiative][1], month) if initiative in places else None
        inner = inside(band, months.index(month), outcome.names.programmes.index(initiative))
        figures = {**short(row.participants), **inner, "waiting": row.waiting.mean, "places": room}
        bound = labels.words.say(f"bound.{row.bound_by}") if row.bound_by else ""
        rows.append({"initiative": labels.initiative(initiative), "month": month, **figures, "bound": bound})
    return pl.DataFrame(rows)


def programmes_about(shown: Shown, labels: Labels) -> dict[str, dict[str, str]]:
    """Return what is said of each programme beneath its name."""
    programmes = (each for each in shown.world.model.initiatives if each.programme)
    return {"about": {labels.initiative(each.id): labels.words.text(each.description) for each in programmes if each.description}}


def refusion(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the share of each line's days by refusion step, in the years reported, where the ladder counts them (per cent).

    The line with most days on the last step stands first.
    """
    rows = list(step_shares(shown))
    last = {row.line: row.share for row in rows if row.step == LAST_STEP}
    return pl.DataFrame(
        [
            {"line": labels.line(row.line), "step": labels.words.say(f"chart.refusion.{row.step}"), "share": 100.0 * row.share}
            for row in sorted(rows, key=lambda row: -last.get(row.line, 0.0))
        ],
        schema={"line": pl.String, "step": pl.String, "share": pl.Float64},
    )


def long_term(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the share of each line's citizens who have been in their state for long, by month (mean over replications, per cent).

    The line whose share changes most stands first.
    """
    rows = list(long_term_shares(shown))
    ends = {line: [row.share for row in rows if row.line == line] for line in dict.fromkeys(row.line for row in rows)}
    ranked = sorted(rows, key=lambda row: -abs(ends[row.line][-1] - ends[row.line][0]))
    return pl.DataFrame([{"line": labels.line(row.line), "month": row.month, "share": 100.0 * row.share} for row in ranked])


def tornado(shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return by how many million kroner net spending moves when an unknown goes from its 5 % to its 95 % value, the largest first.

    No rows where nothing was drawn, or too few replications for so many unknowns.
    """
    rows = [(labels.unknown(row.unknown), row.low / 1e6, row.high / 1e6) for row in (net_spending_influences(shown) or ())[:TOP]]
    return pl.DataFrame(rows, schema={"unknown": pl.String, "low": pl.Float64, "high": pl.Float64}, orient="row")


def too_few_to_rank(shown: Shown, words: Words) -> str | None:
    """Return that a run has too few replications to tell its unknowns apart, and what to do; None where it has enough."""
    outcome, model = shown.world.outcome, shown.world.model
    least, runs = fewest(outcome), len(outcome.days)
    if runs >= least:
        return None
    said = {"runs": runs, "least": least, "n": len(varying(outcome)), "command": command_in(model, "sensitivity", model.scenario)}
    return words.say("chart.tornado.few", title=words.text(model.title), **said)
