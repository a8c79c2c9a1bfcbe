"""Headcounts of a stored run by line, for tables and charts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Final

import numpy as np
import polars as pl

from simcase import tidy
from simcase.declare.values import Label

QUANTILES: Final = {"p05": 0.05, "p25": 0.25, "p50": 0.5, "p75": 0.75, "p95": 0.95}


def headcounts(run: str | Path, results: Path) -> tuple[pl.DataFrame, dict[str, Any]]:
    """Return persons by month and line (by state where the model has no lines), with quantiles over replications, and what the run is.

    `run` is a scenario (its newest run), a run id or a folder. Raises RunError if there is none.
    """
    folder = tidy.find(results, str(run))
    manifest = tidy.manifest_of(folder)
    model = manifest["resolved"]
    lines = {state["id"]: state["line"] or ("" if model["lines"] else state["id"]) for state in model["states"] if not state["absorbing"]}
    by_line = (
        pl.read_parquet(folder / "persons.parquet")
        .with_columns(line=pl.col("state").replace_strict(lines, default=""))
        .filter(pl.col("line") != "")
        .group_by("replication", "month", "line")
        .agg(pl.col("days").sum())
        .join(_month_days(manifest), on="month")
        .with_columns(persons=pl.col("days") / pl.col("month_days"))
    )
    one = pl.col("persons")
    figures = [one.mean().alias("mean"), *(one.quantile(q, "linear").alias(name) for name, q in QUANTILES.items())]
    order = pl.DataFrame({"line": list(dict.fromkeys(_ordered(model, lines)))}).with_row_index("order")
    table = by_line.group_by("month", "line").agg(figures).join(order, on="line").sort("order", "month").drop("order")
    return table, {"scenario": manifest["scenario"], "title": Label(**model["title"]), "goals": _goals(model)}


def _ordered(model: dict[str, Any], lines: dict[str, str]) -> list[str]:
    """Return the lines in the order of the budget, or else the states in theirs."""
    return [line["id"] for line in model["lines"]] or list(lines.values())


def _month_days(manifest: dict[str, Any]) -> pl.DataFrame:
    """Return the days of each month that were simulated."""
    first, last = (np.datetime64(manifest[end], "D") for end in ("from", "to"))
    days = np.arange(first, last + 1)
    months, counts = np.unique(days.astype("datetime64[M]"), return_counts=True)
    return pl.DataFrame({"month": months.astype("datetime64[D]"), "month_days": counts.astype(np.float64)})


def _goals(model: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the goals for the persons of one whole line in a month."""
    members: dict[str, set[str]] = {}
    for state in model["states"]:
        members.setdefault(state["line"], set()).add(state["id"])
    lines = {frozenset(states): line for line, states in members.items() if line is not None}
    shown = [goal for goal in model["goals"] if goal["count"] == "persons" and goal["period"] == "month" and not goal["over"]]
    return [
        {"date": date.fromisoformat(goal["date"]), "threshold": goal["threshold"], "label": Label(**goal["label"]), "line": line}
        for goal in shown
        if (line := lines.get(frozenset(goal["states"]))) is not None
    ]
