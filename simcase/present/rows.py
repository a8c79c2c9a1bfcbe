"""Figures as one long table: a row a figure, for spreadsheets and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from typing import Final

from simcase.compare import Estimate, FirstMet, LineFigure, PersonsRow, Probability
from simcase.study.results import (
    BreakevenResult,
    ComparisonResult,
    FollowUp,
    GoalsResult,
    PortfolioResult,
    RunResult,
    ScenarioResult,
    SolveResult,
)

Cells = tuple[object, ...]

FIGURES: Final[tuple[LineFigure, ...]] = ("persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality")
DIST = ("mean", "p05", "p50", "p95")
CHANCE = ("probability", "low", "high")
PERSONS = ("scenario", "month", "state", "figure", *DIST)
"""Heads of the table of a model without a budget."""


def run_rows(result: RunResult) -> Iterator[Cells]:
    """Yield the budget of a run: a row a scenario, year, line and figure; without a budget persons by month and state."""
    if not result.budget:
        yield PERSONS
        yield from _persons(result.run.scenario, result.persons)
        return
    yield ("scenario", "year", "line", "figure", *DIST, "plan")
    for row in result.budget:
        for figure in FIGURES:
            plan = row.plan if figure == "municipality" else None
            yield (result.run.scenario, row.year, row.line, figure, *astuple(row.of(figure)), plan)


def compare_rows(result: ComparisonResult) -> Iterator[Cells]:
    """Yield the differences of all scenarios, scenario minus baseline: rows as of a run."""
    if not result.baseline.budget:
        yield PERSONS
        for scenario in result.scenarios:
            yield from _persons(scenario.run.scenario, scenario.difference.persons)
        return
    yield ("scenario", "year", "line", "figure", *DIST)
    for scenario in result.scenarios:
        for row in scenario.difference.budget:
            yield from ((scenario.run.scenario, row.year, row.line, figure, *astuple(row.of(figure))) for figure in FIGURES)
        yield from _contributions(scenario)


def _contributions(scenario: ScenarioResult) -> Iterator[Cells]:
    """Yield what each part adds to the municipality's kroner over all years: an initiative stands where a line does, without a year."""
    for row in scenario.contributions:
        for figure, added in (("municipality", row.municipality), ("averaged", row.averaged)):
            if added is not None:
                yield (scenario.run.scenario, None, row.initiative, f"contribution.{figure}", *astuple(added))


def followup_rows(result: FollowUp) -> Iterator[Cells]:
    """Yield a follow-up: a row a line and figure; figures of a budget have its kroner beside them."""
    yield ("scenario", "year", "line", "figure", *DIST, "budget")
    for row in result.lines:
        where = (result.run.scenario, result.year, row.line)
        yield from ((*where, f"so_far.{each.name}", getattr(row.so_far, each.name), None, None, None, None) for each in fields(row.so_far))
        for part, figures in (("rest", row.rest), ("expected", row.expected)):
            yield from ((*where, f"{part}.{each.name}", *astuple(getattr(figures, each.name)), None) for each in fields(figures))
        for budget, beside in (("original", row.original), ("corrected", row.corrected)):
            if beside is not None:
                parts = (("deviation", beside.deviation), ("volume", beside.volume), ("price", beside.price))
                yield from ((*where, f"{budget}.{part}", *astuple(each), beside.kroner) for part, each in parts if each)


def _persons(scenario: str, rows: Iterable[PersonsRow]) -> Iterator[Cells]:
    """Yield persons by month and state."""
    yield from ((scenario, f"{row.month:%Y-%m}", row.state, "persons", *astuple(row.persons)) for row in rows)


def goal_rows(result: GoalsResult) -> Iterator[Cells]:
    """Yield the goals of a scenario: a row a fit and goal, and one for all goals at once."""
    yield ("scenario", "fit", "goal", "date", "threshold", "status", *DIST, "probability", "low", "high", "first_met", "ever_met")
    for judged in result.fits:
        world = (judged.run.scenario, judged.fit)
        for row in judged.goals:
            aim = (row.id, row.date.isoformat(), row.threshold, row.status)
            yield (*world, *aim, *_cells(row.value, DIST), *_cells(row.chance, CHANCE), *_first(row.first_met))
        yield (*world, "all", None, None, "judged", *_cells(None, DIST), *_cells(judged.goals_together.chance, CHANCE), None, None)


def _cells(figure: Estimate | Probability | None, heads: Sequence[str]) -> Cells:
    """Return the parts of a figure, a cell for each of its heads; empty cells where there is none."""
    return (None,) * len(heads) if figure is None else astuple(figure)


def _first(first: FirstMet | None) -> Cells:
    """Return the month in which half of the runs have met a goal, and the share that ever does."""
    return (None, None) if first is None else (first.p50 and f"{first.p50:%Y-%m}", first.ever)


def dose_rows(result: SolveResult) -> Iterator[Cells]:
    """Yield what a search tried: a row a dose."""
    yield ("scenario", "fit", "goal", "path", "dose", *CHANCE, "enough")
    for row in result.tried:
        enough = row.chance.probability >= result.goal.probability
        yield (result.scenario, result.fit, result.goal.id, result.path, row.dose, *astuple(row.chance), enough)


def breakeven_rows(result: BreakevenResult) -> Iterator[Cells]:
    """Yield what a search for the break-even tried: the net result by what is varied, and then the figures at break-even."""
    yield ("baseline", "scenario", "by", "vary", "row", "initiative", "figure", "times", *DIST, "declared", "needed", "low", "high")
    world = (result.baseline, result.scenario, result.by.isoformat(), result.vary)
    for row in result.tried:
        yield (*world, "tried", None, "net", row.value, *astuple(row.net), None, None, None, None)
    for each in result.figures:
        told = (each.declared, each.needed, each.low, each.high)
        yield (*world, "figure", each.initiative, each.figure, result.times, *(None for _ in DIST), *told)


def mix_rows(result: PortfolioResult) -> Iterator[Cells]:
    """Yield the mixes that were tried: a row a mix, how much of each initiative first."""
    names = [each.initiative for each in result.choices]
    net = tuple(f"net_{part}" for part in DIST)
    yield ("baseline", "fit", *names, "kroner_a_year", "kroner", *CHANCE, *net, "best", "replications", "frontier")
    for mix in result.mixes:
        amounts = (each.value for each in mix.settings)
        money = (mix.kroner_a_year, mix.kroner)
        told = (*_cells(mix.chance, CHANCE), *astuple(mix.net), mix.best, mix.replications, mix.frontier)
        yield (result.baseline, result.fit, *amounts, *money, *told)
