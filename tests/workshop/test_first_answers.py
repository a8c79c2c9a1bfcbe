"""The first figures that the live page tells hold what many more runs say: over seeds and settings, not for one lucky draw."""

from __future__ import annotations

from pathlib import Path

import pytest
from workshop_helper import Here
from worlds import TOWN, aided, initiative, scenario, write

from simcase.compare import FIRST_TOLD
from simcase.study import Request, silent
from simcase.workshop.answers import STEPS
from simcase.workshop.settings import Settings, levers_of
from simcase.workshop.shared_state import open_state

SEEDS = range(1, 21)
STRENGTHS = (50, 80, 100, 120, 200)
PUSH = initiative("push", ["help"], ["work"], 1.5, window={"start": "2019-07-01"})
UNSURE = {"value": 1.5, "low": 1.0, "high": 2.2, "source": "x", "grade": "D"}


@pytest.mark.slow
def test_the_first_interval_told_holds_what_two_hundred_runs_say(folder: Path, pools: list[Here]) -> None:
    town = aided(60, 40, 1_000.0)
    town["transitions"][0]["rate"] = {"value": 0.5, "low": 0.4, "high": 0.6, "source": "x", "grade": "D"}
    push = {**PUSH, "effects": [{**PUSH["effects"][0], "hazard_ratio": UNSURE}]}
    write(folder, town, {"plain": scenario(), "pushed": scenario("push", based_on="plain")}, [push])
    inside = []
    for seed in SEEDS:
        shared = open_state(Request("", calibration=TOWN, workers=1, seed=seed), ["pushed"], "plain", "en")
        lever = next(each for each in levers_of(shared.model("pushed")) if each.kind == "strength")
        for strength in STRENGTHS:
            effects = shared.effects(Settings("pushed").with_lever(lever, strength), STEPS[-1], silent)
            assert effects.paired, "unknowns are drawn"
            inside += [
                abs(one.mean - all_.mean) <= one.off for one, all_ in zip(effects.first(FIRST_TOLD).told(), effects.told(), strict=True)
            ]
    assert len(pools) == len(SEEDS)
    assert sum(inside) >= 0.85 * len(inside)
