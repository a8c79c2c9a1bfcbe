"""Measure how stocks answer the hazards of the economy's groups: `python docs/background/economy_answers.py [REPLICATIONS]`.

The hazards of one group at a time are multiplied by a step from the first day on, and the log of a stock against that without the step is
met by gain (1 - exp(-turnover t)). What is printed are the answers that stand in economy.py.
"""

from __future__ import annotations

import contextlib
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import polars as pl
from scipy.optimize import least_squares

from simcase import study
from simcase.declare import read_document, shipped
from simcase.vocabulary import Floats

STEP: Final = 1.2
REPLICATIONS: Final = 160
SCENARIO: Final = "kik-ii"
STOCKS: Final = {
    "unemployment_rate_pct": ["a_dagpenge", "kontanthjaelp_jobparat"],
    "net_unemployed_on_social_assistance": ["kontanthjaelp_jobparat"],
    "all kontant- og uddannelseshjaelp": [
        "kontanthjaelp_jobparat",
        "kontanthjaelp_aktivitetsparat",
        "uddannelseshjaelp_uddannelsesparat",
        "uddannelseshjaelp_aktivitetsparat",
    ],
}
"""The states that stand for what a table counts, and all of the benefit."""
TEXT: Final = {"da": "Et trin.", "en": "A step."}


def lines(replications: int) -> Iterator[str]:
    """Yield a table of gain and turnover by stock and group, with how far the runs lie from the curve."""
    economy: Any = read_document(shipped() / "calibration" / "dk-2019" / "economy.yaml").tree
    yield from ("| stock | group | gain | turnover a year | root mean square from the curve |", "|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        without = persons(SCENARIO, replications)
        for group in economy["economy"]["groups"]:
            stepped = persons(step(group), replications)
            for stock, states in STOCKS.items():
                gain, turnover, beside = curve(np.log(days(stepped, states) / days(without, states)) / np.log(STEP))
                yield f"| {stock} | {group['id']} | {gain:.3f} | {turnover:.2f} | {beside:.3f} |"


def step(group: dict[str, Any]) -> str:
    """Write a scenario in which the hazards of a group are multiplied from the first day on, and return its name."""
    name = f"step-{group['id'].replace('_', '-')}"
    ratio = {"value": STEP, "low": STEP, "high": STEP, "grade": "D", "source": "judgement: a step to measure by"}
    initiative = {
        "id": name,
        "label": TEXT,
        "description": TEXT,
        "target": {"states": group["from"]},
        "window": {"start": "2018-07-01", "ramp_up_months": 0},
        "dose_in_base": 0,
        "effects": [{"exits_to": group["to"], "hazard_ratio": ratio}],
        "evidence": "J",
        "caveat": TEXT,
    }
    scenario = {"title": TEXT, "description": TEXT, "based_on": SCENARIO, "initiatives": [{"use": name, "why": "A step."}]}
    for place, content in (("scenarios/initiatives", initiative), ("scenarios", scenario)):
        Path(place).mkdir(parents=True, exist_ok=True)
        (Path(place) / f"{name}.yaml").write_text(json.dumps(content), encoding="utf-8")
    return name


def persons(scenario: str, replications: int) -> pl.DataFrame:
    """Return the days lived in each state by month, of all replications together, without anything but chance."""
    played = study.run(study.Request(scenario, replications=replications, uncertainty="none"))
    table = pl.read_parquet(played.run.folder / "persons.parquet")
    return table.group_by("month", "state").agg(pl.col("days").sum()).sort("month")


def days(table: pl.DataFrame, states: list[str]) -> Floats:
    """Return the days lived in some states together, by month."""
    return table.filter(pl.col("state").is_in(states)).group_by("month", maintain_order=True).agg(pl.col("days").sum())["days"].to_numpy()


def curve(moved: Floats) -> tuple[float, float, float]:
    """Return gain and turnover of the curve nearest to what a stock moved by month, and the root mean square distance from it."""
    years = (np.arange(len(moved)) + 0.5) / 12.0
    found = least_squares(lambda at: at[0] * -np.expm1(-at[1] * years) - moved, [moved[-1], 1.0], bounds=([-5.0, 0.02], [5.0, 10.0]))
    return float(found.x[0]), float(found.x[1]), float(np.sqrt(np.mean(found.fun**2)))


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines(int(sys.argv[1]) if sys.argv[1:] else REPLICATIONS)) + "\n")
