"""What varies between replications: chance, the effects that are not known for certain, or both, and how a run tells them apart."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from results_helper import result_of
from scipy.stats import binom, chi2, norm
from statistics_helper import agrees
from worlds import Played, asked, initiative, move, play, scenario, state, stored, write

from simcase import study
from simcase.compare import half_width
from simcase.present.labels import labels_of
from simcase.present.sentences_run import headline
from simcase.study.identity import resolved
from simcase.study.results import RunResult
from simcase.vocabulary import LUCKS, document_of
from simcase.words import Words

PERSONS = 40_000
RATIO = {"value": 2.0, "low": 1.5, "high": 2.0**2 / 1.5}
"""A hazard ratio of 2, give or take a third in nine cases of ten."""
SPREAD = math.log(2.0 / 1.5) / 1.6448536
"""The standard deviation of its log."""
NOISE = math.sqrt(1.0 / (PERSONS * 0.53) + 1.0 / (PERSONS * 0.26))
"""The standard error by chance of the log of the ratio of the moves, of which 53 and 26 % of the persons make one in the year."""
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
PUSH = initiative("push", ["a"], ["b"], 1.0) | {"effects": [{"exits_to": ["b"], "hazard_ratio": RATIO}]}


@pytest.fixture
def town(folder: Path) -> Path:
    idle = initiative("idle", ["a"], ["c"], 1.0, window={"start": "2019-03-05"})
    write(folder, WORLD, {"pushed": scenario("push"), "both": scenario("push", "idle")}, [PUSH, idle])
    return folder


def logs(played: Played) -> np.ndarray:
    """Return the log of the ratio of the two exits in each replication: that of the hazard ratio, and noise."""
    return np.log([moves["b"] / moves["c"] for moves in by_replication(played)])


def by_replication(played: Played) -> list[dict[str, int]]:
    rows = played.flows.sort("replication").partition_by("replication")
    return [{row["to"]: row["moves"] for row in one.iter_rows(named=True)} for one in rows]


FEW = WORLD | {"stock": {"states": {"a": 60}}}
"""So few persons that a single run is far from what is expected."""


@pytest.mark.parametrize("uncertainty", ["none", "parameters"])
def test_a_mean_is_over_many_lucks_where_chance_does_not_vary(folder: Path, uncertainty: str) -> None:
    write(folder, FEW)
    found, sure = (play(replications=200, uncertainty=which).document for which in (uncertainty, "chance"))
    assert found["run"]["replications"] == 200
    for part in ("persons", "flows", "budget"):
        assert len(found[part]) == len(sure[part])
    for here, there in zip(found["persons"], sure["persons"], strict=True):
        assert here["mean"] == pytest.approx(there["mean"])
    for here, there in zip(found["flows"], sure["flows"], strict=True):
        assert here["mean"] == pytest.approx(there["mean"])
    (aid, *_), (expected, *_) = found["budget"], sure["budget"]
    assert aid["municipality"]["mean"] == pytest.approx(expected["municipality"]["mean"])


@pytest.mark.usefixtures("town")
def test_nothing_varies_where_nothing_may() -> None:
    played = play("pushed", replications=9, uncertainty="none")
    for row in (*played.document["persons"], *(row["municipality"] for row in played.document["budget"])):
        assert row["p05"] == row["p50"] == row["p95"] == row["mean"]
    assert all(row["chance"] == row["parameters"] == 0.0 for row in played.document["variance"])
    said = headline(result_of(RunResult, played.document), labels_of(resolved(asked("pushed")), Words("en")))
    assert said.endswith("(the mean of the runs).")


def test_an_effect_is_drawn_from_the_range_that_its_evidence_leaves(town: Path) -> None:
    write(town, WORLD | {"stock": {"states": {"a": PERSONS // 20}}}, {"pushed": scenario("push")}, [PUSH])
    runs = logs(play("pushed", replications=2_000, uncertainty="parameters")).reshape(-1, LUCKS)
    # Ten runs have the same effect and luck of their own, so their mean holds a tenth of the variance by chance.
    chance = 20 * NOISE**2
    spread = math.hypot(SPREAD, math.sqrt(chance / LUCKS))
    agrees(runs.var(axis=1, ddof=1).mean(), chi2(1800, scale=chance / 1800), 0.5 * chance, "within draws")
    agrees(runs.mean(), norm(math.log(2.0), spread / math.sqrt(200)), 0.75 * SPREAD, "middle")
    agrees(runs.mean(axis=1).var(ddof=1), chi2(199, scale=spread**2 / 199), 0.8 * SPREAD**2, "spread")


@pytest.mark.usefixtures("town")
def test_with_chance_two_replications_share_a_draw() -> None:
    pairs = logs(play("pushed", replications=120, uncertainty="all")).reshape(-1, 2)
    within = np.diff(pairs, axis=1)[:, 0] ** 2 / 2.0
    agrees(within[::2].mean(), chi2(30, scale=NOISE**2 / 30), 0.05 * SPREAD**2, "within pairs that share a draw")
    agrees(within[1::2].mean(), chi2(30, scale=(SPREAD**2 + NOISE**2) / 30), 2.5 * SPREAD**2, "within the others")
    agrees(pairs.var(ddof=1), chi2(90, scale=(SPREAD**2 + NOISE**2) / 90), 2.5 * SPREAD**2, "among all")


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("uncertainty", ["chance", "parameters", "all"])
def test_the_variance_is_split_by_what_two_replications_share(uncertainty: str) -> None:
    played = play("pushed", replications=20, uncertainty=uncertainty)
    kroner = played.cells.filter(state="a").sort("replication")["months"].to_numpy()
    whole, within = kroner.var(ddof=1), float(np.mean(np.diff(kroner.reshape(-1, 2), axis=1)[::2] ** 2) / 2.0)
    drawn = kroner.reshape(-1, LUCKS).mean(axis=1).var(ddof=1)
    expected = {"chance": (whole, 0.0), "parameters": (0.0, drawn), "all": (within, whole - within)}[uncertainty]
    row = next(row for row in played.document["variance"] if row["figure"] == "municipality.aid.2019")
    assert (row["chance"], row["parameters"]) == pytest.approx(expected, rel=1e-6)
    assert whole > 0.0


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("uncertainty", ["none", "chance", "parameters", "all"])
def test_draws_are_the_same_in_every_scenario(uncertainty: str) -> None:
    document = document_of(study.compare(asked("pushed", replications=6, uncertainty=uncertainty), ["both"]).result)
    part = document["scenarios"][0]
    assert not any(row["mean"] or row["p05"] or row["p95"] for row in part["difference"]["persons"])
    assert [row["initiative"] for row in part["contributions"]] == ["idle"]


@pytest.mark.usefixtures("town")
def test_where_nothing_is_unsure_parameters_add_nothing() -> None:
    assert play(replications=4, uncertainty="all").document["persons"] == play(replications=4).document["persons"]


CYCLE = {
    "groups": [{"id": "leaving", "label": "Leaving", "from": ["a"], "to": ["b", "c"]}],
    "processes": [
        {"id": "national", "label": "N", "scope": "national", "half_life_months": 6, "sd": 0.2, "loadings": {"leaving": 1.0}},
        {"id": "local", "label": "L", "scope": "local", "half_life_months": 2, "sd": 0.1, "loadings": {"leaving": -0.5}},
    ],
}
SWUNG = WORLD | {"stock": {"states": {"a": 4_000}}, "end": "2020-12-31", "known_until": "2019-12-31", "economy": CYCLE}


NUDGE = PUSH | {"effects": [{"exits_to": ["b"], "hazard_ratio": {"value": 2.0, "low": 1.9, "high": 2.0**2 / 1.9}}]}
"""So well known that the economy spreads figures more."""


@pytest.fixture
def swung(folder: Path) -> Path:
    away = {"process": "national", "course": {"2020-06-30": -2.0}}
    idle = initiative("idle", ["a"], ["c"], 1.0, window={"start": "2019-03-05"})
    scenarios = {"pushed": scenario("push"), "both": scenario("push", "idle")}
    courses = {"worse": scenario("push", courses=[away]), "fixed": scenario("push", courses=[{**away, "drawn": False}])}
    write(folder, SWUNG, scenarios | courses, [NUDGE, idle])
    return folder


def spread(document: dict[str, Any], year: int, part: str) -> float:
    """Return the variance of a line by a part, in the square of its mean."""
    row = next(row for row in document["variance"] if row["figure"] == f"municipality.aid.{year}")
    mean = next(row["municipality"]["mean"] for row in document["budget"] if (row["line"], row["year"]) == ("aid", year))
    return float(row[part]) / mean**2


@pytest.mark.usefixtures("swung")
def test_the_three_parts_come_to_what_each_of_them_is_alone() -> None:
    alone = {part: play("pushed", replications=200, uncertainty=part).document for part in ("chance", "parameters", "economy")}
    together = play("pushed", replications=200, uncertainty="all").document
    for part, document in alone.items():
        assert spread(together, 2020, part) == pytest.approx(spread(document, 2020, part), rel=0.5), part
        others = [spread(document, 2020, other) for other in alone if other != part]
        assert others == [0.0, 0.0]
    assert spread(together, 2019, "economy") == 0.0, "the economy of 2019 is known"
    assert spread(together, 2020, "economy") > spread(together, 2020, "parameters") > spread(together, 2020, "chance") > 0.0


@pytest.mark.usefixtures("swung")
def test_a_course_moves_the_mean_and_one_that_is_not_drawn_ends_its_swings() -> None:
    found = {name: play(name, replications=100, uncertainty="chance+economy").document for name in ("pushed", "worse", "fixed")}
    means = {name: next(row["municipality"]["mean"] for row in each["budget"] if row["year"] == 2020) for name, each in found.items()}
    assert means["worse"] > 1.05 * means["pushed"], "fewer leave in a bad year"
    assert means["fixed"] == pytest.approx(means["worse"], rel=0.02)
    assert 0.0 < spread(found["fixed"], 2020, "economy") < 0.2 * spread(found["worse"], 2020, "economy"), "the local one still swings"


@pytest.mark.usefixtures("swung")
@pytest.mark.parametrize("uncertainty", ["economy", "all"])
def test_the_economy_is_the_same_in_every_scenario(uncertainty: str) -> None:
    document = document_of(study.compare(asked("pushed", replications=6, uncertainty=uncertainty), ["pushed", "both"]).result)
    for part in document["scenarios"]:
        assert not any(row["mean"] or row["p05"] or row["p95"] for row in part["difference"]["persons"])


@pytest.mark.usefixtures("swung")
def test_who_plays_changes_no_draw() -> None:
    one, two = (play("pushed", replications=24, uncertainty="all", workers=n, results=Path(f"by-{n}")) for n in (1, 2))
    assert stored(one.folder) == stored(two.folder)


@pytest.mark.usefixtures("swung")
def test_more_replications_keep_those_that_were() -> None:
    few, many = (play("pushed", replications=count, uncertainty="all") for count in (10, 50))
    assert many.table("economy").filter(replication=9).equals(few.table("economy").filter(replication=9))
    assert many.persons.filter(replication=9).equals(few.persons.filter(replication=9))


def test_the_mean_of_a_stock_is_that_without_the_economy(folder: Path) -> None:
    """Of all who go in and out, 1 in 20 is in the stock; its log answers by 0.95 with a turnover of 4.2 a year."""
    swings = {"id": "national", "label": "N", "scope": "national", "half_life_months": 6, "sd": 0.4}
    groups = [{"id": "leaving", "label": "Leaving", "from": ["a"]}, {"id": "coming", "label": "Coming", "from": ["b"]}]
    moved = {**swings, "loadings": {"leaving": 0.5, "coming": -0.5}, "answer": {"gain": 0.95, "turnover": 4.2}}
    again = {
        "states": [state("a", line="aid"), state("b")],
        "transitions": [move("a", "b", 4.0), move("b", "a", 0.2)],
        "stock": {"states": {"a": 190, "b": 3_810}},
        "economy": {"groups": groups, "processes": [moved]},
        "end": "2021-12-31",
    }
    write(folder, SWUNG | again)
    drawn, still = (play(replications=400, uncertainty=which).document for which in ("chance+economy", "chance"))
    means = [next(row["municipality"]["mean"] for row in each["budget"] if row["year"] == 2021) for each in (drawn, still)]
    assert spread(drawn, 2021, "economy") > 0.07, "of which half would be added to the mean"
    assert means[0] == pytest.approx(means[1], rel=0.015)


@pytest.mark.slow
@pytest.mark.usefixtures("swung")
def test_nine_of_ten_intervals_of_a_mean_hold_it() -> None:
    """Over 100 seeds; the mean is taken from all of them together, which is ten times as sure."""
    repeats = [play("pushed", replications=100, uncertainty="all", seed=seed).cells for seed in range(100)]
    months = [cells.filter(state="a", year=2020).sort("replication")["months"].to_numpy() for cells in repeats]
    means = np.array([each.mean() for each in months])
    half = np.array([half_width(each, paired=True) for each in months])
    held = int(np.count_nonzero(np.abs(means - means.mean()) <= half))
    agrees(held, binom(100, 0.9), 25, "coverage")
