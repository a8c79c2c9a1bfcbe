"""Figures as one long table: a row a figure, for spreadsheets and scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

from simcase.vocabulary import csv_text

Cells = tuple[object, ...]

FIGURES = ("persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality")
DIST = ("mean", "p05", "p50", "p95")
PERSONS = ("scenario", "month", "state", "figure", *DIST)
"""Heads of the table of a model without a budget."""


def show_csv(rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV on stdout: commas between cells, points in numbers."""
    click.echo(csv_text(rows), nl=False)


def run_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield the budget of a run: a row a scenario, year, line and figure; without a budget persons by month and state."""
    if not document["budget"]:
        yield PERSONS
        yield from _persons(document["run"]["scenario"], document["persons"])
        return
    yield ("scenario", "year", "line", "figure", *DIST, "plan")
    for row in document["budget"]:
        for figure, values in _figures(row):
            plan = row["plan"] if figure == "municipality" else None
            yield (document["run"]["scenario"], row["year"], row["line"], figure, *values, plan)


def compare_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield the differences of all scenarios, scenario minus baseline: rows as of a run."""
    if not document["baseline"]["budget"]:
        yield PERSONS
        for scenario in document["scenarios"]:
            yield from _persons(scenario["run"]["scenario"], scenario["difference"]["persons"])
        return
    yield ("scenario", "year", "line", "figure", *DIST)
    for scenario in document["scenarios"]:
        for row in scenario["difference"]["budget"]:
            for figure, values in _figures(row):
                yield (scenario["run"]["scenario"], row["year"], row["line"], figure, *values)
        yield from _contributions(scenario)


def _contributions(scenario: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield what each part adds to the municipality's kroner over all years: an initiative stands where a line does, without a year."""
    for row in scenario["contributions"]:
        for figure in ("municipality", "averaged"):
            if row[figure]:
                what = (scenario["run"]["scenario"], None, row["initiative"], f"contribution.{figure}")
                yield (*what, *(row[figure][key] for key in DIST))


def followup_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield a follow-up: a row a line and figure; figures of a budget have its kroner beside them."""
    yield ("scenario", "year", "line", "figure", *DIST, "budget")
    for row in document["lines"]:
        where = (document["run"]["scenario"], document["year"], row["line"])
        yield from ((*where, f"so_far.{figure}", value, None, None, None, None) for figure, value in row["so_far"].items())
        for part in ("rest", "expected"):
            yield from ((*where, f"{part}.{figure}", *(values[key] for key in DIST), None) for figure, values in row[part].items())
        for budget in ("original", "corrected"):
            beside = row[budget] or {}
            parts = ((part, beside.get(part)) for part in ("deviation", "volume", "price"))
            yield from ((*where, f"{budget}.{part}", *(each[key] for key in DIST), beside["kroner"]) for part, each in parts if each)


def _persons(scenario: str, rows: Iterable[Mapping[str, Any]]) -> Iterator[Cells]:
    """Yield persons by month and state."""
    yield from ((scenario, row["month"], row["state"], "persons", *(row[key] for key in DIST)) for row in rows)


def _figures(row: Mapping[str, Any]) -> Iterator[tuple[str, Cells]]:
    """Yield the figures of a line of the budget."""
    yield from ((figure, tuple(row[figure][key] for key in DIST)) for figure in FIGURES if figure in row)


def goal_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield the goals of a scenario: a row a fit and goal, and one for all goals at once."""
    yield ("scenario", "fit", "goal", "date", "threshold", "status", *DIST, "probability", "low", "high", "first_met", "ever_met")
    for judged in document["fits"]:
        world = (judged["run"]["scenario"], judged["fit"])
        for row in judged["goals"]:
            value, first = row["value"] or {}, row["first_met"] or {}
            chance = (row[key] for key in ("probability", "low", "high"))
            aim = (row["id"], row["date"], row["threshold"], row["status"])
            yield (*world, *aim, *(value.get(key) for key in DIST), *chance, first.get("p50"), first.get("ever"))
        both = judged["goals_together"]
        yield (
            *world,
            "all",
            None,
            None,
            "judged",
            *(None for _ in DIST),
            *(both[key] for key in ("probability", "low", "high")),
            None,
            None,
        )


def dose_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield what a search tried: a row a dose."""
    yield ("scenario", "fit", "goal", "path", "dose", "probability", "low", "high", "enough")
    for row in document["tried"]:
        enough = row["probability"] >= document["goal"]["probability"]
        chance = (row[key] for key in ("dose", "probability", "low", "high"))
        yield (document["scenario"], document["fit"], document["goal"]["id"], document["path"], *chance, enough)


def breakeven_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield what a search for the break-even tried: the net result by what is varied, and then the figures at break-even."""
    yield ("baseline", "scenario", "by", "vary", "row", "initiative", "figure", "times", *DIST, "declared", "needed", "low", "high")
    world = tuple(document[key] for key in ("baseline", "scenario", "by", "vary"))
    for row in document["tried"]:
        yield (*world, "tried", None, "net", row["value"], *(row["net"][key] for key in DIST), None, None, None, None)
    for row in document["figures"]:
        told = (row[key] for key in ("declared", "needed", "low", "high"))
        yield (*world, "figure", row["initiative"], row["figure"], document["times"], *(None for _ in DIST), *told)
