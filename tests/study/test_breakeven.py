"""Break-even of whole worlds against closed forms, through the public API."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from worlds import asked, initiative, move, scenario, state, write

from simcase import study
from simcase.errors import UserError
from simcase.study.breakeven import Vary
from simcase.vocabulary import document_of

RATE, DAYS, PRICE, PEOPLE = 0.5, 365 + 366, 1_000.0, 4_000
"""Moves a year, days of the run, kroner a month, persons."""
COST = 4_000_000.0
WORLD = {
    "start": "2019-01-01",
    "end": "2020-12-31",
    "states": [state("help", line="aid"), state("work")],
    "lines": [{"id": "aid", "label": "Aid"}],
    "transitions": [move("help", "work", RATE)],
    "stock": {"states": {"help": PEOPLE}},
    "rates": {"full": {"value": PRICE, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
}
PUSH = initiative("push", ["help"], ["work"], 1.3, costs=[{"year": 2019, "line": "aid", "kroner": COST}])
COURSE = initiative("course", ["help"], ["work"], 1.0, kind="programme") | {
    "effects": [],
    "programme": {"places": 100, "weeks": 30, "queue": "random", "during": [{"exits_to": ["work"], "hazard_ratio": 20}]},
    "costs": [{"year": 2019, "line": "aid", "kroner": 500_000}],
}


def months_on_help(rate: float) -> float:
    """Return the expected months on help of a person over the run, from an exponential stay."""
    years = DAYS / 365.25
    return 12.0 * (1.0 - math.exp(-rate * years)) / rate


def found(scenario_: str, vary: Vary = "effect", replications: int = 40, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - what the study asks
    request = asked(replications=replications)
    return dict(document_of(study.breakeven(request, scenario_, study.silent, vary=vary, **more)))


@pytest.fixture
def world(folder: Path) -> Path:
    write(folder, WORLD, {"pushed": scenario("push"), "taught": scenario("course"), "both": scenario("push", "course")}, [PUSH, COURSE])
    return folder


@pytest.mark.usefixtures("world")
def test_the_effect_that_pays_back_is_that_of_the_closed_form() -> None:
    told = found("pushed")
    # Saved = persons x price x (months without - months with); zero net where that is the cost.
    low, high = 0.0, 8.0
    for _ in range(60):
        middle = (low + high) / 2.0
        saving = PEOPLE * PRICE * (months_on_help(RATE) - months_on_help(RATE * 1.3**middle))
        low, high = (middle, high) if saving < COST else (low, middle)
    assert told["outcome"] == "found"
    assert told["times"] == pytest.approx(low, abs=4.0 * (told["high"] - told["low"]) / 3.29 + 0.01)
    assert told["high"] - told["low"] < 0.2  # else the sample is too small to fail
    (figure,) = told["figures"]
    assert (figure["declared"], figure["exits_to"]) == (1.3, ["work"])
    assert figure["needed"] == pytest.approx(1.3 ** told["times"])
    assert told["tried"][0]["value"] == 0.0
    assert told["tried"][0]["net"]["mean"] == pytest.approx(-COST)


@pytest.mark.usefixtures("world")
def test_the_cost_that_pays_back_is_what_is_saved() -> None:
    told = found("pushed", "cost", replications=4)
    kroner = document_of(study.compare(asked(replications=4), ["pushed"]).result)["scenarios"][0]["business_case"]
    saved = sum(row["saved"]["mean"] for row in kroner if row["payer"] == "municipality")
    assert told["times"] == pytest.approx(saved / COST)
    assert told["figures"][0]["needed"] == pytest.approx(saved)
    first = found("pushed", "cost", replications=4, by=date(2019, 12, 31))
    assert first["times"] == pytest.approx(kroner[0]["saved"]["mean"] / COST)
    assert first["by"] == "2019-12-31"


def test_the_places_that_pay_back_lie_between_none_and_those_that_do(folder: Path) -> None:
    lead = initiative("lead", ["help"], ["work"], 1.0, costs=[{"year": 2019, "line": "aid", "kroner": 500_000}])
    write(folder, WORLD, {"led": scenario("course", "lead")}, [COURSE | {"costs": []}, lead])
    told = found("led", "places", replications=4)
    assert told["outcome"] == "found"
    net = {row["value"]: row["net"]["mean"] for row in told["tried"]}
    assert net[0.0] == pytest.approx(-500_000)
    nearest = min(net, key=lambda times: abs(times - told["times"]))
    assert abs(net[nearest]) < 0.1 * 500_000
    assert told["figures"][0]["needed"] == pytest.approx(100 * told["times"])


def test_so_many_times_the_places_give_what_so_many_times_the_initiative_does(folder: Path) -> None:
    twice = scenario({"use": "course", "times": 2.0, "why": "twice as many"})
    write(folder, WORLD, {"taught": scenario("course"), "twice": twice}, [COURSE])
    net = {row["value"]: row["net"]["mean"] for row in found("taught", "places", replications=4)["tried"]}
    kroner = document_of(study.compare(asked(replications=4), ["twice"]).result)["scenarios"][0]["business_case"]
    assert net[2.0] == pytest.approx(sum(row["net"]["mean"] for row in kroner if row["payer"] == "municipality"))
    assert net[0.0] == 0.0


@pytest.mark.usefixtures("world")
def test_one_of_several_may_be_varied_alone() -> None:
    assert found("both", "cost", replications=4)["initiatives"] == ["course", "push"]
    assert found("both", "cost", replications=4, only=["push"])["initiatives"] == ["push"]
    assert found("both", "places", replications=4)["initiatives"] == ["course"]


@pytest.mark.usefixtures("world")
def test_no_draw_moves_when_an_effect_is_varied() -> None:
    nets = [row["net"]["mean"] for row in found("pushed", replications=4)["tried"]]
    assert np.all(np.diff(nets) > 0.0)


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"by": date(2019, 6, 30)}, "the last day of a year that is simulated: 2019-12-31 to 2020-12-31"),
        ({"only": ["pusch"]}, "Did you mean 'push'"),
        ({"vary": "places"}, "no initiative with places or slots"),
    ],
)
def test_what_cannot_break_even_is_refused(what: dict[str, Any], said: str) -> None:
    with pytest.raises(UserError, match=said):
        found("pushed", **what)
    with pytest.raises(UserError, match=r"in which it differs .* can be looked for\.$"):
        found("as-is")


@pytest.mark.parametrize(
    ("vary", "said"),
    [("effect", r"Ask with --vary cost or --vary places for hall\.$"), ("places", r"Ask with --vary effect or --vary cost for push\.$")],
)
def test_what_cannot_be_varied_is_refused_with_what_can(folder: Path, vary: Vary, said: str) -> None:
    hall = COURSE | {"id": "hall", "programme": {"places": 100, "weeks": 30, "queue": "random"}}
    write(folder, WORLD, {"asked": scenario("hall" if vary == "effect" else "push")}, [PUSH, hall])
    with pytest.raises(UserError, match=said):
        found("asked", vary)
