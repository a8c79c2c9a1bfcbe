"""Composed scenarios: a baseline adds nothing to what is based on it, and contributions add up to the whole difference."""

from __future__ import annotations

from pathlib import Path

import pytest
from worlds import asked, initiative, move, play, scenario, state, stored, write

from simcase import study

WORLD = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [state("help", line="aid"), state("work")],
    "lines": [{"id": "aid", "label": "Aid"}],
    "transitions": [move("help", "work", 0.5), move("work", "help", 0.2)],
    "stock": {"states": {"help": 300, "work": 200}},
    "rates": {"full": {"value": 1_234.56, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
}


@pytest.fixture
def world(folder: Path) -> Path:
    pushes = [initiative(name, ["help"], ["work"], ratio) for name, ratio in (("push", 1.5), ("pull", 1.3), ("old", 1.1))]
    based = {name: scenario(name, based_on="plain") for name in ("push", "pull")}
    write(folder, WORLD, {"plain": scenario("old"), **based}, pushes)
    return folder


@pytest.mark.usefixtures("world")
def test_a_baseline_adds_nothing_to_what_is_based_on_it() -> None:
    alone, composed = play("push", replications=3), play("plain+push", replications=3)
    assert stored(alone.folder) == stored(composed.folder)
    assert stored(alone.folder) != stored(play("plain", replications=3).folder)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("composed", "order"), [("push+pull", ["push", "pull"]), ("pull+push", ["pull", "push"])])
def test_contributions_in_the_order_composed_add_up_to_the_oere(composed: str, order: list[str]) -> None:
    (compared,) = study.compare(asked("plain", replications=4), [composed]).document["scenarios"]
    whole = sum(row["municipality"]["mean"] for row in compared["difference"]["budget"] if row["line"] == "i_alt")
    parts = compared["contributions"]
    assert [row["initiative"] for row in parts] == order
    assert all(row["municipality"]["mean"] < 0.0 for row in parts)
    assert sum(row["municipality"]["mean"] for row in parts) == pytest.approx(whole, abs=0.005)
