"""Worlds whose unknowns are drawn from the prior are fitted: the stated intervals hold the truth as often as they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worlds import AS_IS, TOWN, move, play, state, write

from simcase.calibrate import fit
from simcase.calibrate.figures import figures
from simcase.model import resolve
from simcase.money import accounts
from simcase.tables import tabulate
from simcase.tidy import read

SETS = 40
YEAR = {"from": "2020-01-01", "until": "2020-12-31"}
WIDE = 1.645
PARAMETERS: list[dict[str, Any]] = [
    {"id": "entry", "label": "entry", "kind": "arrivals", "from": ["movers"], "sd": 0.25, "low": 0.2, "high": 5.0},
    {"id": "exit", "label": "exit", "kind": "transitions", "from": ["help"], "to": ["work"], "sd": 0.25, "low": 0.2, "high": 5.0},
    {"id": "other", "label": "other", "kind": "transitions", "from": ["help"], "to": ["study"], "sd": 0.25, "low": 0.2, "high": 5.0},
    {"id": "taken", "label": "taken", "kind": "take_up", "line": "aid", "sd": 0.06, "low": 0.5, "high": 2.0},
]
MEASURES: dict[str, dict[str, Any]] = {
    "persons": {"measure": "persons", "of": ["help"]},
    "to-work": {"measure": "outflow", "of": ["help"], "to": ["work"]},
    "to-study": {"measure": "outflow", "of": ["help"], "to": ["study"]},
    "aid": {"measure": "municipality", "of": ["aid"]},
}
ERRORS = {"persons": 0.05, "to-work": 0.08, "to-study": 0.12, "aid": 0.05}
"""Standard errors of what is observed, as shares, besides the chance of the year."""
WORLD: dict[str, Any] = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [state("help", line="aid", ladder="benefit"), state("work", absorbing=True), state("study", absorbing=True)],
    "lines": [{"id": "aid", "label": "Aid"}],
    "transitions": [move("help", "work", 3.0), move("help", "study", 1.0)],
    "stock": {"states": {"help": 1500}},
    "arrivals": [{"id": "movers", "per_year": 4000, "states": {"help": 1}}],
    "rates": {"full": {"value": 10_000, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
}


def observed(folder: Path, truth: dict[str, float], seed: int) -> dict[str, float]:
    """Return the figures of one simulated year with the true values."""
    aims = [{"id": name, **words, **YEAR, "value": 1.0, "se": 1.0} for name, words in MEASURES.items()]
    write(folder, {**WORLD, "parameters": PARAMETERS, "targets": aims, "fit": "truth"})
    values = [{"id": name, "value": value} for name, value in truth.items()]
    file = folder / "calibration" / TOWN / "fits" / "truth.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps({"fit": "truth", "calibration": TOWN, "parameters": values}), encoding="utf-8")
    model = resolve(AS_IS, calibration=TOWN)
    outcome = read(play(replications=1, seed=seed).folder, tabulate(model))
    return dict(zip(MEASURES, figures(model, outcome, accounts(model, outcome))[0].tolist(), strict=True))


@pytest.mark.slow
def test_intervals_hold_the_truth_nine_times_in_ten(folder: Path) -> None:
    rng = np.random.default_rng(1815)
    inside: list[bool] = []
    for number in range(SETS):
        truth = {each["id"]: float(np.exp(rng.normal(0.0, each["sd"]))) for each in PARAMETERS}
        seen = observed(folder, truth, seed=100 + number)
        said = {name: value * float(np.exp(rng.normal(0.0, ERRORS[name]))) for name, value in seen.items()}
        aims = [{"id": name, **MEASURES[name], **YEAR, "value": value, "se": ERRORS[name] * value} for name, value in said.items()]
        write(folder, {**WORLD, "parameters": PARAMETERS, "targets": aims})
        found = fit(resolve(AS_IS, calibration=TOWN, without_fit=True), replications=4, seed=3)
        spread = np.sqrt(np.diag(found.covariance))
        far = [abs(np.log(found.values[name] / value)) for name, value in truth.items()]
        inside += [bool(one <= WIDE * sd) for one, sd in zip(far, spread, strict=True)]
    assert 0.85 <= np.mean(inside) <= 0.95, f"{np.mean(inside):.3f} of {len(inside)}"
