"""`simcase breakeven`: an answer in words, in both languages, and as data."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from worlds import TOWN, initiative, move, scenario, state, write

FAST = ("--replications", "4", "--uncertainty", "chance", "--workers", "1", "--calibration", TOWN)


PRICED = {
    "start": "2020-01-01",
    "end": "2020-12-31",
    "states": [state("idle", line="support"), state("work")],
    "lines": [{"id": "support", "label": "Support"}],
    "transitions": [move("idle", "work", 0.5)],
    "stock": {"states": {"idle": 200}},
    "rates": {"full": {"value": 1000, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["idle"], "pays": {"full": 1}}],
}
PUSH = initiative("push", ["idle"], ["work"], 1.5, costs=[{"year": 2020, "line": "support", "kroner": 100_000}])


@pytest.fixture
def pushed(village: Path) -> None:
    write(village, PRICED, {"pushed": scenario("push", based_on="plain")}, [PUSH | {"window": {"start": "2020-01-01"}}])


@pytest.mark.usefixtures("pushed")
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("vary", ["effect", "cost"])
def test_the_answer_is_a_sentence(call: Callable[..., Result], lang: str, vary: str) -> None:
    result = call("breakeven", "plain", "pushed", *FAST, "--vary", vary, "--lang", lang)
    assert result.exit_code == 0, result.output
    assert {"da": "ettoresultat", "en": "net result"}[lang] in " ".join(result.stdout.split())


@pytest.mark.usefixtures("pushed")
def test_data_goes_out_as_json_and_csv(call: Callable[..., Result]) -> None:
    document = json.loads(call("breakeven", "plain", "pushed", *FAST, "--json").stdout)
    assert (document["baseline"], document["scenario"], document["vary"]) == ("plain", "pushed", "effect")
    lines = call("breakeven", "plain", "pushed", *FAST, "--csv").stdout.splitlines()
    assert len({line.count(",") for line in lines}) == 1


@pytest.mark.usefixtures("pushed")
def test_what_is_wrong_is_told_with_exit_code_2(call: Callable[..., Result]) -> None:
    assert call("breakeven", "plain", "plain", *FAST).exit_code == 2
    assert call("breakeven", "plain", "pushed", *FAST, "--by", "2019-06-30").exit_code == 2
    assert call("breakeven", "plain", "pushed", "--calibration", "village").exit_code == 2  # it has no prices


@pytest.mark.parametrize(
    ("ratio", "saved", "said"),
    [
        (0.5, 100_000, "The saving must be at least"),
        (1e-3, 1, "It does not pay by 31 December 2020 even if 64 times what is planned is saved"),
        (2.0, 100_000, "It pays by 31 December 2020 even if nothing is saved on efforts"),
    ],
)
def test_a_saving_breaks_even_where_it_is_large_enough(
    village: Path, call: Callable[..., Result], ratio: float, saved: int, said: str
) -> None:
    costs = [{"year": 2020, "line": "support", "kroner": -saved}]
    cut = initiative("cut", ["idle"], ["work"], ratio, window={"start": "2020-01-01"}, costs=costs)
    write(village, PRICED, {"pushed": scenario("cut", based_on="plain")}, [cut])
    assert said in " ".join(call("breakeven", "plain", "pushed", *FAST, "--vary", "cost", "--lang", "en").stdout.split())
