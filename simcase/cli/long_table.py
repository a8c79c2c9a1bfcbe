"""Figures as one long table: a row a figure, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import click

Cells = tuple[object, ...]

FIGURES = ("persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality")
DIST = ("mean", "p05", "p50", "p95")


def show_csv(rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV on stdout: commas between cells, points in numbers."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    click.echo(text.getvalue(), nl=False)


def run_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield the budget of a run: a row a scenario, year, line and figure; persons or kroner."""
    yield ("scenario", "year", "line", "figure", *DIST, "plan")
    for row in document["budget"]:
        for figure, values in _figures(row):
            plan = row["plan"] if figure == "municipality" else None
            yield (document["run"]["scenario"], row["year"], row["line"], figure, *values, plan)


def compare_rows(document: Mapping[str, Any]) -> Iterator[Cells]:
    """Yield the differences of all scenarios: a row a scenario, year, line and figure, scenario minus baseline."""
    yield ("scenario", "year", "line", "figure", *DIST)
    for scenario in document["scenarios"]:
        for row in scenario["difference"]["budget"]:
            for figure, values in _figures(row):
                yield (scenario["run"]["scenario"], row["year"], row["line"], figure, *values)


def _figures(row: Mapping[str, Any]) -> Iterator[tuple[str, Cells]]:
    """Yield the figures of a line of the budget."""
    yield from ((figure, tuple(row[figure][key] for key in DIST)) for figure in FIGURES if figure in row)
