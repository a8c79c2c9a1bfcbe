"""Composed scenarios: a baseline adds nothing to what is based on it, and contributions add up to the whole difference."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from worlds import aided, asked, initiative, play, scenario, stored, write

from simcase import study
from simcase.engine import workers
from simcase.errors import UserError
from simcase.study.contributions import AVERAGED
from simcase.vocabulary import document_of

WORLD = aided(300, 200, 1_234.56)


CUT = {"path": "rates.full", "times": 0.5, "why": "half the rate"}
SLOWER = {"path": "transitions.help.work.rate", "times": 0.9, "why": "a slower market"}


@pytest.fixture
def world(folder: Path) -> Path:
    pushes = [initiative(name, ["help"], ["work"], ratio) for name, ratio in (("push", 1.5), ("pull", 1.3), ("haul", 1.2), ("old", 1.1))]
    terms = [{"id": name, "label": name, "kind": "terms", "window": {"start": "2019-01-01"}, "changes": [CUT]} for name in ("cut", "cut2")]
    based = {name: scenario(name, based_on="plain") for name in ("push", "pull", "haul", "cut", "cut2")}
    based["slower"] = scenario(based_on="plain", changes=[SLOWER])
    write(folder, WORLD, {"plain": scenario("old"), **based}, [*pushes, *terms])
    return folder


def summed(rows: list[dict[str, Any]], column: str) -> float:
    return float(sum(row[column]["mean"] for row in rows))


def whole_of(compared: dict[str, Any]) -> float:
    return float(sum(row["municipality"]["mean"] for row in compared["difference"]["budget"] if row["line"] == "i_alt"))


@pytest.mark.usefixtures("world")
def test_a_baseline_adds_nothing_to_what_is_based_on_it() -> None:
    alone, composed = play("push", replications=3), play("plain+push", replications=3)
    assert stored(alone.folder) == stored(composed.folder)
    assert stored(alone.folder) != stored(play("plain", replications=3).folder)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("composed", "order"), [("push+pull", ["push", "pull"]), ("pull+push", ["pull", "push"])])
def test_contributions_in_the_order_composed_add_up_to_the_oere(composed: str, order: list[str]) -> None:
    (compared,) = document_of(study.compare(asked("plain", replications=4), [composed]).result)["scenarios"]
    whole = sum(row["municipality"]["mean"] for row in compared["difference"]["budget"] if row["line"] == "i_alt")
    parts = compared["contributions"]
    assert [row["initiative"] for row in parts] == order
    assert all(row["municipality"]["mean"] < 0.0 for row in parts)
    assert sum(row["municipality"]["mean"] for row in parts) == pytest.approx(whole, abs=0.005)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize("composed", ["push", "push+pull", "slower+push+cut", "push+cut+pull+haul", "push+pull+haul+cut+slower"])
def test_both_columns_add_up_to_the_whole_to_the_oere(composed: str) -> None:
    (compared,) = document_of(study.compare(asked("plain", replications=3), [composed]).result)["scenarios"]
    rows, names = compared["contributions"], composed.split("+")
    assert [row["initiative"] for row in rows] == [*(name for name in names if name != "slower"), *([None] if "slower" in names else [])]
    assert summed(rows, "municipality") == pytest.approx(whole_of(compared), abs=0.005)
    if len(names) <= AVERAGED:
        assert summed(rows, "averaged") == pytest.approx(whole_of(compared), abs=0.005)
    else:
        assert [row["averaged"] for row in rows] == [None] * len(names)


@pytest.mark.usefixtures("world")
def test_averages_over_orders_do_not_depend_on_the_order_and_are_those_of_all_orders() -> None:
    every = {}
    for order in permutations(("push", "pull", "cut")):
        (compared,) = document_of(study.compare(asked("plain", replications=2), ["+".join(order)]).result)["scenarios"]
        every[order] = {row["initiative"]: row for row in compared["contributions"]}
    for name in ("push", "pull", "cut"):
        mean = sum(rows[name]["municipality"]["mean"] for rows in every.values()) / len(every)
        assert len({round(rows[name]["averaged"]["mean"], 4) for rows in every.values()}) == 1
        assert every["push", "pull", "cut"][name]["averaged"]["mean"] == pytest.approx(mean, abs=0.005)


@pytest.mark.usefixtures("world")
def test_terms_contribute_what_their_changes_do() -> None:
    (compared,) = document_of(study.compare(asked("push", replications=3), ["push+cut"]).result)["scenarios"]
    (row,) = compared["contributions"]
    assert row["initiative"] == "cut"
    assert row["municipality"]["mean"] == pytest.approx(whole_of(compared), abs=0.005)
    gross = {world: document_of(study.run(asked(world, replications=3)).result)["budget"] for world in ("push", "push+cut")}
    half = [one["municipality"]["mean"] / 2.0 for one in gross["push"] if one["line"] == "i_alt"]
    assert [other["municipality"]["mean"] for other in gross["push+cut"] if other["line"] == "i_alt"] == pytest.approx(half)
    both = document_of(study.compare(asked("plain", replications=3), ["push+cut"]).result)["scenarios"][0]["contributions"]
    assert both[1]["municipality"]["mean"] == pytest.approx(row["municipality"]["mean"], abs=0.005)


@pytest.mark.usefixtures("world")
def test_no_world_is_played_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []
    original = workers.play

    def counted(task: Any, replication: int) -> Any:  # noqa: ANN401
        begun.extend(each.model.scenario for each in (task, *task.others) if replication == 0)
        return original(task, replication)

    monkeypatch.setattr(workers, "play", counted)
    study.compare(asked("plain", replications=2), ["push", "pull", "push+pull"])
    assert begun == ["plain", "push", "pull", "push+pull"]
    begun.clear()
    study.compare(asked("plain", replications=2), ["push+pull+haul"])
    assert begun == ["push+pull+haul", *["push+pull+haul.parts"] * 3]
    begun.clear()
    named = study.run(asked("pull+haul", replications=2))
    study.compare(asked("plain", replications=2), ["haul+push+pull", "push+cut"])
    assert begun == []
    write(Path(), None, {"fresh": scenario("haul", "pull", based_on="plain")})
    fresh = study.run(asked("fresh", replications=2))
    assert begun == []
    assert stored(fresh.folder) == stored(named.folder)


@pytest.mark.usefixtures("world")
def test_every_run_of_a_comparison_says_the_command_that_plays_it() -> None:
    compared = study.compare(asked("plain", replications=2), ["push", "push+pull+haul"])
    assert [each.manifest["command"][1:3] for each in compared.scenarios] == [["run", "push"], ["run", "push+pull+haul"]]
    part = next(Path("results").glob("*.parts/*/manifest.json"))
    assert json.loads(part.read_text())["command"][1:4] == ["compare", "plain", "push+pull+haul"]


@pytest.mark.usefixtures("world")
def test_another_horizon_is_refused_before_anything_is_run_with_the_baseline_that_fits() -> None:
    write(Path(), None, {"plain-2021": scenario(based_on="plain", horizon={"end": "2021-12-31"})})
    write(Path(), None, {"later": scenario("push", based_on="plain", horizon={"end": "2021-12-31"})})
    with pytest.raises(UserError, match=r"2021-12-31.*as 'plain' is. Compare 'plain-2021' with 'later' instead"):
        study.compare(asked("plain"), ["later"])
    assert not Path("results").exists()
