"""The best mix of initiatives, in a town of which the best is known in closed form."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from portfolio_helper import EFFORTS, best_mix, net_result, settings, town
from worlds import asked, initiative, scenario, write

from simcase import engine, study
from simcase.errors import UserError
from simcase.study import Portfolio, portfolio
from simcase.study.results import PortfolioResult
from simcase.vocabulary import document_of

BUDGET = 1_200_000.0
IN_OR_OUT = {name: [0.0, 1.0] for name in EFFORTS}


@pytest.fixture
def world(folder: Path) -> Path:
    town(folder)
    return folder


def searched(*choose: str, goals: tuple[str, ...] = (), budget: float | None = BUDGET, **more: Any) -> PortfolioResult:  # noqa: ANN401
    """Return the result of a search, in which a mix is given forty replications unless said otherwise."""
    return portfolio(asked(**{"replications": 40, **more}), Portfolio(choose or tuple(EFFORTS), goals, budget), study.silent)


@pytest.mark.usefixtures("world")
def test_the_best_mix_by_enumeration_is_found() -> None:
    found = searched()
    best = found.mixes[0]
    assert settings(best) == best_mix(IN_OR_OUT, BUDGET)
    assert best.best > 0.9
    assert found.possible == 16
    assert all(mix.kroner_a_year <= BUDGET for mix in found.mixes)
    assert sum(mix.best for mix in found.mixes) == pytest.approx(1.0)
    for mix in found.mixes:
        assert mix.net.mean == pytest.approx(net_result(settings(mix)), abs=150_000.0)
        assert mix.kroner_a_year == pytest.approx(sum(EFFORTS[name][1] for name, value in settings(mix).items() if value))


@pytest.mark.usefixtures("world")
def test_the_frontier_rises_with_money() -> None:
    found = searched(goals=("few",), budget=None, replications=80)
    line = sorted((mix for mix in found.mixes if mix.frontier), key=lambda mix: mix.kroner_a_year)
    assert line[0].kroner_a_year == 0.0
    assert len(line) > 3
    chances = [mix.chance.probability for mix in line if mix.chance]
    assert chances == sorted(set(chances))
    assert len({mix.replications for mix in line}) == 1
    assert found.mixes[0].chance is not None
    assert found.mixes[0].chance.probability >= chances[-1] - found.alike


@pytest.mark.usefixtures("world")
def test_more_of_an_effort_costs_and_does_more() -> None:
    found = searched("course:dose=0..2", "visits", budget=None, replications=8)
    for mix in found.mixes:
        doses = settings(mix)
        assert mix.kroner_a_year == pytest.approx(sum(EFFORTS[name][1] * dose for name, dose in doses.items()))
        assert mix.net.mean == pytest.approx(net_result(doses), abs=200_000.0)


@pytest.mark.usefixtures("world")
def test_nothing_depends_on_workers_and_what_is_stored_is_only_read(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (document_of(searched(results=Path(name), workers=n)) for name, n in (("one", 1), ("two", 2)))
    assert json.dumps(one) == json.dumps(other)
    monkeypatch.setattr(engine, "all_played", lambda *_: pytest.fail("a run is played again"))
    assert document_of(searched(results=Path("one"))) == one


@pytest.mark.usefixtures("world")
def test_an_interrupted_search_goes_on_from_what_is_kept() -> None:
    told = 0

    def interrupt(_done: int, _total: int) -> None:
        nonlocal told
        told += 1
        if told == 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        portfolio(asked(replications=40), Portfolio(tuple(EFFORTS), (), BUDGET), interrupt)
    assert list(Path("results").glob("*/*/.replications"))
    assert document_of(searched()) == document_of(searched(results=Path("other")))


def test_a_cut_of_what_the_baseline_has_is_a_choice_like_others(folder: Path) -> None:
    town(folder)
    places = initiative("places", ["help"], ["work"], 1.0, kind="programme") | {
        "effects": [],
        "programme": {"places": 10, "weeks": 20, "queue": "random", "kroner_per_place": 60_000, "line": "aid"},
    }
    write(folder, None, {"now": scenario("places")}, [places])
    found = portfolio(asked("now", replications=20), Portfolio(("places:places=0..10", "letters"), (), 0.0), study.silent)
    best = found.mixes[0]
    assert settings(best) == {"places": 0.0, "letters": 1.0}
    assert best.kroner_a_year == pytest.approx(-500_000.0)
    assert best.net.mean == pytest.approx(2 * 600_000.0 + net_result({"letters": 1.0}), abs=100_000.0)


def test_of_mixes_that_do_the_same_the_one_nearest_to_the_baseline_is_told(folder: Path) -> None:
    town(folder)
    idle = initiative("idle", ["work"], ["help"], 1.0, kind="programme") | {
        "effects": [],
        "programme": {"places": 2, "weeks": 20, "queue": "random", "during": [{"exits_to": ["help"], "hazard_ratio": 1.0}]},
    }
    write(folder, None, {"now": scenario("idle")}, [idle])
    asking = Portfolio(("idle:places=0..3", "course", "visits"), ("few",))
    found = portfolio(asked("now", replications=12), asking, study.silent)
    assert (found.possible, found.tried, len(found.mixes)) == (16, 16, 4)
    assert {settings(mix)["idle"] for mix in found.mixes} == {2.0}
    assert found.mixes[0].best > 0.5


def test_what_the_rates_hold_already_and_what_runs_at_another_time_is_refused(folder: Path) -> None:
    town(folder)
    held = initiative("held", ["help"], ["work"], 1.2, dose_in_base=1)
    late = initiative("late", ["help"], ["work"], 1.2) | {"window": {"start": "2021-01-01"}}
    write(folder, None, None, [held, late])
    with pytest.raises(UserError) as refused:
        searched("held", "late:dose=0..2", "course")
    said = [str(issue) for issue in refused.value.issues]
    assert [text.split(": ")[2].split(",")[0] for text in said] == [
        "the fitted rates hold it already",
        "it runs outside the simulated time",
    ]


@pytest.mark.usefixtures("world")
def test_a_budget_is_kept_to_the_krone() -> None:
    whole = sum(kroner for _, kroner in EFFORTS.values())
    assert settings(searched(budget=whole).mixes[0]) == dict.fromkeys(EFFORTS, 1.0)
    assert all(mix.kroner_a_year < whole for mix in searched(budget=whole - 1.0).mixes)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("choose", "said"),
    [
        (("coarse",), "Did you mean 'course'"),
        (("course", "course:dose=0..1"), "'course' more than once"),
        (("course:does=0..1",), "Did you mean 'dose'"),
        (("course:dose=1..0",), "two numbers in order"),
        (("course:dose=0..1000",), "at most 10"),
        (("course:places=0..9",), "it has no places or slots"),
        (("course:dose",), "INITIATIVE:dose=LOW..HIGH"),
    ],
)
def test_what_cannot_be_chosen_is_refused(choose: tuple[str, ...], said: str) -> None:
    with pytest.raises(UserError, match=said):
        searched(*choose)
    assert not Path("results").exists()


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"uncertainty": "none"}, "--uncertainty"),
        ({"replications": 4}, "at least 8"),
        ({"goals": ("fewer",)}, "Did you mean 'few'"),
        ({"goals": ("few", "few")}, "each goal once"),
    ],
)
def test_what_cannot_be_told_apart_is_refused(more: dict[str, Any], said: str) -> None:
    with pytest.raises(UserError, match=said):
        searched(**more)


@pytest.mark.usefixtures("world")
def test_a_budget_that_no_mix_keeps_within_is_refused() -> None:
    with pytest.raises(UserError, match="the cheapest mix costs 500000"):
        searched("course:dose=0.5..1", budget=100_000.0)


def test_a_budget_that_no_mix_keeps_within_as_it_is_played_is_refused(folder: Path) -> None:
    town(folder)
    started = initiative("started", ["help"], ["work"], 1.0, kind="programme") | {
        "effects": [],
        "programme": {"places": 10, "weeks": 20, "queue": "random", "kroner_per_start": 60_000, "line": "aid"},
    }
    write(folder, None, None, [started])
    with pytest.raises(UserError, match=r"--budget: found 1000, and the cheapest mix that was tried costs \d{6,} in its dearest year"):
        searched("started:places=5..10", budget=1_000.0, replications=8)


@pytest.mark.slow
def test_the_best_mix_is_found_in_nineteen_of_twenty_seeds_and_the_stated_probability_is_right(folder: Path) -> None:
    town(folder, uncertain=True)
    best = best_mix(IN_OR_OUT, BUDGET, uncertain=True)
    firsts = [searched(replications=None, seed=seed, uncertainty="chance+parameters").mixes[0] for seed in range(20)]
    right = [settings(mix) == best for mix in firsts]
    assert sum(right) >= 19
    assert abs(np.mean([mix.best for mix in firsts]) - np.mean(right)) < 0.1
