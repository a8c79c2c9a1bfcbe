"""Spells that the engine wrote are imported: the intervals hold what was simulated as often as they say."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import Result

from simcase.model import Model, resolve

Call = Callable[..., Result]
STATES = ("help", "sick", "work", "study")
SHAPES = {"falling": {"0": 2.0, "13": 1.4, "26": 1.0, "52": 0.7, "104": 0.5}, "rising": {"0": 0.4, "26": 1.0, "52": 1.6}}


def world(citizens: int) -> dict[str, Any]:
    """Return a calibration in which everybody moves between four states, twelve ways."""
    moves = [
        {"from": left, "to": to, "rate": round(0.15 * (1 + (i * 7) % 5), 3), "duration": ("falling", "rising")[i % 2]}
        for i, (left, to) in enumerate((left, to) for left in STATES for to in STATES if left != to)
    ]
    return {
        "title": "World",
        "start": "2010-01-01",
        "end": "2019-12-31",
        "states": [{"id": name, "label": name} for name in STATES],
        "profiles": {"duration": {name: {"factors": factors} for name, factors in SHAPES.items()}},
        "transitions": moves,
        "stock": {"states": dict.fromkeys(STATES, citizens // len(STATES))},
    }


def judged(truth: dict[str, Any]) -> dict[str, Any]:
    """Return the same with every rate judged wrong and every profile flat: what the data have to put right."""
    return {
        **truth,
        "profiles": {},
        "transitions": [{"from": each["from"], "to": each["to"], "rate": 0.5} for each in truth["transitions"]],
    }


def write(folder: Path, name: str, tree: dict[str, Any]) -> None:
    """Write a calibration of one file."""
    file = folder / "calibration" / name / f"{name}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(tree), encoding="utf-8")


def hazard(model: Model, row: dict[str, Any]) -> float | None:
    """Return the yearly rate simulated in a band of durations; None where it changes within the band."""
    move = next(each for each in model.transitions if (each.from_, each.to) == (row["from"], row["to"]))
    steps = model.profiles.duration[str(move.duration)].factors
    if any(row["begins"] < edge < (row["ends"] or np.inf) for edge, _ in steps):
        return None
    return move.rate.value * next(factor for edge, factor in reversed(steps) if edge <= row["begins"])


def held(folder: Path, call: Call, citizens: int, seeds: int) -> list[bool]:
    """Return for each interval of several imports whether it holds the rate simulated."""
    write(folder, "truth", world(citizens))
    write(folder, "judged", judged(world(citizens)))
    model = resolve("as-is", calibration="truth")
    inside = []
    for seed in range(seeds):
        call("trace", "as-is", "--calibration", "truth", "--seed", str(seed), "--everyone", "-o", "spells.parquet")
        result = call("import", "spells", "spells.parquet", "--calibration", "judged", "--name", f"own-{seed}", "--json", "--quiet")
        rows = [row for row in json.loads(result.stdout)["bands"] if row["by"] == "duration"]
        told = [(row, rate) for row in rows if (rate := hazard(model, row)) is not None]
        inside += [row["low"] <= rate <= row["high"] for row, rate in told]
    return inside


def test_hazards_are_recovered(folder: Path, call: Call) -> None:
    inside = held(folder, call, 6_000, 1)
    assert len(inside) > 80
    assert 0.8 <= np.mean(inside) <= 0.99, f"{np.mean(inside):.3f} of {len(inside)}"


@pytest.mark.slow
def test_nine_in_ten_intervals_hold_what_was_simulated(folder: Path, call: Call) -> None:
    inside = held(folder, call, 60_000, 6)
    assert 0.85 <= np.mean(inside) <= 0.95, f"{np.mean(inside):.3f} of {len(inside)}"


def test_survival_as_seen_and_by_the_hazards_agree(folder: Path, call: Call) -> None:
    write(folder, "truth", world(8_000))
    call("trace", "as-is", "--calibration", "truth", "--everyone", "-o", "spells.csv")
    words = (
        "import",
        "spells",
        "spells.csv",
        "--calibration",
        "truth",
        "--name",
        "own",
        "--chart",
        "stay.svg",
        "-o",
        "page.html",
        "--quiet",
        "--json",
    )
    rows = json.loads(call(*words).stdout)["survival"]
    assert {(row["state"], row["weeks"]) for row in rows} == {(state, weeks) for state in STATES for weeks in (4, 13, 26, 52, 104)}
    for row in rows:
        assert row["stayed"] == pytest.approx(row["stayed_fitted"], abs=0.03)
        assert row["stayed"] + sum(each["observed"] for each in row["moved"]) == pytest.approx(1.0)
        assert row["stayed_fitted"] + sum(each["fitted"] for each in row["moved"]) == pytest.approx(1.0, abs=1e-3)
    assert (folder / "stay.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "Aalen-Johansen" in (folder / "page.html").read_text(encoding="utf-8")
