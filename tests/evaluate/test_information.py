"""What knowing more is worth: equal to the closed form where there is one, within its bounds, and told in both languages."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from scipy.stats import binom, norm
from worlds import TOWN, aided, asked, initiative, scenario, write

from simcase import api, report, study
from simcase.cli import main
from simcase.errors import RunError
from simcase.evaluate import information, information_of
from simcase.present.labels import labels_of
from simcase.present.tables_information import information_table
from simcase.vocabulary import NORMAL_95
from simcase.words import Words

SLOPES = np.array([2.0, 1.0, 0.3, 0.0])
LUCK = 1.5
WORDS = ("sensitivity", "pushed", "--calibration", TOWN, "--method", "information")


def closed(mean: float, sd: float) -> float:
    """Return the value of knowing a normal result before choosing it or nothing."""
    return float(sd * norm.pdf(mean / sd) + mean * norm.cdf(mean / sd) - max(mean, 0.0)) if sd else 0.0


def test_a_linear_normal_choice_is_worth_what_the_closed_form_says() -> None:
    every = [missed(mean) for mean in (-1.0, 0.4, 2.5)]
    for name in every[0]:
        assert all(abs(np.median(each[name])) < 0.5 for each in every), name  # what is worth next to nothing is far off by its error
        near = [abs(miss) <= 2.0 for each in every for miss in each[name]]
        assert np.mean(near) >= 0.87  # 0.95 is meant; 90 seeds fall below by chance in 1 of 600


def missed(mean: float) -> dict[str, list[float]]:
    """Return by how many standard errors each value is missed, over 30 seeds; what is not known is worth no more than everything."""
    truth = {"": closed(mean, math.hypot(*SLOPES, LUCK)), **{name: closed(mean, float(SLOPES[n])) for n, name in enumerate("ab")}}
    misses: dict[str, list[float]] = {name: [] for name in truth}
    for seed in range(30):
        luck = np.random.Generator(np.random.Philox(seed))
        draws = luck.standard_normal((1000, len(SLOPES)))
        found = information(mean + draws @ SLOPES + LUCK * luck.standard_normal(1000), draws, ["a", "b", "c", "d"])
        for one in (found.everything, *found.unknowns):
            if one.name in truth:
                misses[one.name].append((one.value - truth[one.name]) / one.error)
        assert all(0.0 <= one.value <= found.everything.value for one in found.unknowns)
        assert found.unknowns[0].name == "a"
    return misses


def test_errors_hold_the_truth_where_two_runs_share_an_economy_that_moves_the_result_more_than_all_else() -> None:
    luck, rounds, runs, mean, economy = np.random.default_rng(3), 300, 100, 1.0, 4.0
    truth = {"": closed(mean, math.hypot(1.0, economy, 0.5)), "a": closed(mean, 1.0)}
    inside = dict.fromkeys(truth, 0)
    for _ in range(rounds):
        draws = luck.standard_normal((runs, 1))
        draws[1::4] = draws[::4]  # in every other pair both have the same unknowns
        shared = economy * luck.standard_normal(runs // 2).repeat(2)
        found = information(mean + draws[:, 0] + shared + 0.5 * luck.standard_normal(runs), draws, ["a"])
        for one in (found.everything, *found.unknowns):
            inside[one.name] += abs(one.value - truth[one.name]) <= NORMAL_95 * one.error
    for name, count in inside.items():
        assert count >= binom(rounds, 0.9).ppf(0.01), (name, count)


def test_what_bends_is_seen_and_what_cannot_change_the_choice_is_worth_nothing() -> None:
    luck = np.random.Generator(np.random.Philox(3))
    draws = luck.standard_normal((4000, 2))
    result = draws[:, 0] ** 2 - 1.0 + 0.5 * luck.standard_normal(4000)
    bent = information(result, draws, ["bent", "other"]).unknowns
    assert bent[0].name == "bent"
    assert abs(bent[0].value - 2.0 * norm.pdf(1.0)) <= 3.0 * bent[0].error <= 0.06
    assert information(result + 50.0, draws, ["bent", "other"]).unknowns[0].value < 1e-3


@pytest.mark.usefixtures("undrawn")
def test_the_verb_and_the_report_tell_it_in_kroner(folder: Path) -> None:
    initiatives = [
        initiative(name, ["help"], ["work"], 1.0, effects=[{"exits_to": ["work"], "hazard_ratio": ratio}], costs=[cost])
        for name, ratio, cost in (
            ("push", {"value": 1.2, "low": 1.0, "high": 1.5}, {"year": 2020, "line": "aid", "kroner": 9e6}),
            ("talk", {"value": 1.1, "low": 0.9, "high": 1.3}, {"year": 2019, "line": "aid", "kroner": 1e6}),
        )
    ]
    scenarios = {"plain": scenario(title="As now"), "pushed": scenario("push", "talk", based_on="plain", title="With a push")}
    write(folder, aided(900, 600, 10_000.0), scenarios, initiatives)
    few = CliRunner().invoke(main, [*WORDS])
    assert few.exit_code == 2
    assert "--against" in few.stderr
    for name in scenarios:
        study.run(asked(name, replications=24, uncertainty="all"))
    shown = study.open_runs([*scenarios], asked("", uncertainty="all"))
    done = CliRunner().invoke(main, [*WORDS, "--against", "plain", "--json"])
    assert done.exit_code == 0, done.stderr
    document = json.loads(done.stdout)
    found = information_of(shown[1])
    assert found is not None
    assert len(found.unknowns) == 2
    assert document["everything"]["value"] == found.everything.value > 0.0
    assert found.net_result == pytest.approx(study.cost_split(shown[1]).net.mean())
    for lang in ("da", "en"):
        table = information_table(found, *(labels_of(each.world.model, Words(lang)) for each in shown))
        assert table.title.replace("'", "&#39;") in report.page_of(shown, lang)
    assert information_of(shown[0]) is None
    assert api.information(shown[1]).result == found
    assert api.information(shown[1]).table("unknowns")["value"].max() == max(row.value for row in found.unknowns)
    with pytest.raises(RunError, match="plain: held against no baseline"):
        api.information(shown[0])
