"""What varies between replications: chance, the effects that are not known for certain, or both, and how a run tells them apart."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import chi2, norm
from statistics_helper import agrees
from worlds import Played, asked, initiative, move, play, scenario, state, write

from simcase import study

PERSONS = 20_000
RATIO = {"value": 2.0, "low": 1.5, "high": 2.0**2 / 1.5}
"""A hazard ratio of 2, give or take a third in nine cases of ten."""
SPREAD = math.log(2.0 / 1.5) / 1.6448536
"""The standard deviation of its log."""
WORLD = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("a", line="aid"), state("b", absorbing=True), state("c", absorbing=True)],
    "transitions": [move("a", "b", 0.5), move("a", "c", 0.5)],
    "stock": {"states": {"a": PERSONS}},
    "lines": [{"id": "aid", "label": "Aid"}],
    "rates": {"full": {"value": 1, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["a"], "pays": {"full": 1}}],
}


@pytest.fixture
def town(folder: Path) -> Path:
    push = initiative("push", ["a"], ["b"], 1.0) | {"effects": [{"exits_to": ["b"], "hazard_ratio": RATIO}]}
    idle = initiative("idle", ["a"], ["c"], 1.0, window={"start": "2019-03-05"})
    write(folder, WORLD, {"pushed": scenario("push"), "both": scenario("push", "idle")}, [push, idle])
    return folder


def logs(played: Played) -> np.ndarray:
    """Return the log of the ratio of the two exits in each replication: that of the hazard ratio, and noise of about one hundredth."""
    return np.log([moves["b"] / moves["c"] for moves in by_replication(played)])


def by_replication(played: Played) -> list[dict[str, int]]:
    rows = played.flows.sort("replication").partition_by("replication")
    return [{row["to"]: row["moves"] for row in one.iter_rows(named=True)} for one in rows]


@pytest.mark.usefixtures("town")
def test_nothing_varies_where_nothing_may() -> None:
    played = play("pushed", replications=9, uncertainty="none")
    assert played.document["run"]["replications"] == 1
    assert played.folder != play("pushed", uncertainty="parameters").folder


@pytest.mark.usefixtures("town")
def test_an_effect_is_drawn_from_the_range_that_its_evidence_leaves() -> None:
    found = logs(play("pushed", replications=300, uncertainty="parameters"))
    assert len(set(found)) == 300
    agrees(found.mean(), norm(math.log(2.0), SPREAD / math.sqrt(300)), 0.5 * SPREAD, "middle")
    # A hundredth of noise beside a spread of seventeen adds less than half a percent to the variance.
    agrees(found.var(ddof=1), chi2(299, scale=SPREAD**2 / 299), 0.65 * SPREAD**2, "spread")


@pytest.mark.usefixtures("town")
def test_with_chance_two_replications_share_a_draw_and_the_variance_is_split_by_that() -> None:
    played = play("pushed", replications=60, uncertainty="all")
    pairs = logs(played).reshape(-1, 2)
    within = np.abs(np.diff(pairs, axis=1)).max()
    assert 0.0 < within < 0.25 * SPREAD < np.ptp(pairs.mean(axis=1))
    (row,) = [row for row in played.document["variance"] if row["figure"] == "municipality.aid.2019"]
    assert 0.0 < row["chance"] < 0.2 * row["parameters"]
    alone = play("pushed", replications=60, uncertainty="chance").document["variance"][0]
    assert (alone["parameters"], alone["chance"] > 0.0) == (0.0, True)
    parameters = play("pushed", replications=60, uncertainty="parameters").document["variance"][0]
    assert (parameters["chance"], parameters["parameters"] > 0.0) == (0.0, True)


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("uncertainty", ["none", "chance", "parameters", "all"])
def test_draws_are_the_same_in_every_scenario(uncertainty: str) -> None:
    document = study.compare(asked("pushed", replications=6, uncertainty=uncertainty), ["both"]).document
    part = document["scenarios"][0]
    assert not any(row["mean"] or row["p05"] or row["p95"] for row in part["difference"]["persons"])
    assert [row["initiative"] for row in part["contributions"]] == ["idle"]


@pytest.mark.usefixtures("town")
def test_where_nothing_is_unsure_parameters_add_nothing() -> None:
    assert play(replications=4, uncertainty="all").document["persons"] == play(replications=4).document["persons"]
