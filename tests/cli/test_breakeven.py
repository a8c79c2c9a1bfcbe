"""`simcase breakeven`: an answer in words, in both languages, and as data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from results_helper import result_of
from worlds import TOWN, asked, initiative, move, scenario, state, write

from simcase.present.labels import Labels
from simcase.present.table import Sentence, Table
from simcase.present.tables_breakeven import breakeven_parts
from simcase.study import open_runs
from simcase.study.results import BreakevenResult

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

HALVED = {"path": "rates.full", "times": 0.5, "why": "half the rate"}


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


@pytest.mark.usefixtures("pushed")
def test_where_a_part_of_the_difference_is_not_the_scenarios_own_every_answer_says_so(village: Path, call: Callable[..., Result]) -> None:
    pull = initiative("pull", ["idle"], ["work"], 1.2, window={"start": "2020-03-01"})
    write(village, None, {"ahead": scenario("pull", based_on="pushed")}, [pull])
    said = "What the scenario alone changes: simcase compare pushed ahead --replications 4 --calibration town"
    for verb in ("compare", "breakeven"):
        assert said in " ".join(call(verb, "plain", "ahead", *FAST, "--lang", "en").stdout.split()), verb
        assert "alone changes" not in call(verb, "pushed", "ahead", *FAST, "--lang", "en").stdout, verb
    assert json.loads(call("breakeven", "plain", "ahead", *FAST, "--json").stdout)["own_baseline"] == "pushed"
    compared = json.loads(call("compare", "plain", "pushed", "ahead", "pushed+ahead", *FAST, "--json").stdout)["scenarios"]
    assert [each["own_baseline"] for each in compared] == [None, "pushed", None]
    assert open_runs(["plain", "ahead"], asked(""))[1].compared.own_baseline == "pushed"  # as a report has it


@pytest.mark.usefixtures("pushed")
def test_where_there_is_nothing_but_a_cost_to_vary_it_is_varied_and_that_is_said(village: Path, call: Callable[..., Result]) -> None:
    paid = {key: value for key, value in PUSH.items() if key != "effects"} | {"id": "paid", "kind": "terms", "changes": [HALVED]}
    write(village, None, {"paid": scenario("paid", based_on="plain")}, [paid | {"window": {"start": "2020-01-01"}}])
    done = call("breakeven", "plain", "paid", *FAST, "--lang", "en")
    assert done.exit_code == 0, done.output
    assert "The cost may be at most" in " ".join(done.stdout.split())
    assert "so the cost was varied (--vary cost)" in " ".join(done.stderr.split())
    assert "--vary cost" not in call("breakeven", "plain", "pushed", *FAST, "--lang", "en").stderr


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_search_for_places_says_that_yearly_costs_went_along_and_names_its_workbook(
    village: Path, call: Callable[..., Result], lang: str
) -> None:
    program = {"places": 10, "weeks": 10, "during": [{"exits_to": ["work"], "hazard_ratio": 2}]}
    course = initiative("course", ["idle"], ["work"], 1.0, kind="programme", window={"start": "2020-01-01"}) | {
        "effects": [],
        "programme": program,
    }
    led = course | {"id": "led", "costs": [{"year": 2020, "line": "support", "kroner": 1_200_000}]}
    write(village, PRICED, {"taught": scenario("course", based_on="plain"), "led": scenario("led", based_on="plain")}, [course, led])
    file = village / "prices.csv"
    file.write_text("path,value\nrates.full,1000\n", encoding="utf-8")
    costs, edited = {"da": ("1,2 mio. kr.", "0 tal rettet"), "en": ("DKK 1.2 million", "0 numbers edited")}[lang]
    shown = {
        name: " ".join(
            call("breakeven", "plain", name, *FAST, "--vary", "places", "--assumptions", str(file), "--lang", lang).stdout.split()
        )
        for name in ("taught", "led")
    }
    assert costs in shown["led"]
    assert "`set: {programme.places.value: ...}`" in shown["led"]
    assert "`set:" not in shown["taught"], "it has no yearly costs"
    assert all(edited in each for each in shown.values())
    assert all(re.search(r"4[.,]00 +40 ", each) for each in shown.values()), "so many places beside so many times"


def told(labels: Callable[..., Labels], nets: dict[float, float], lang: str = "en", **more: object) -> tuple[str, list[str]]:
    """Return the sentences of a break-even of these nets (millions, by times the effect), and the times that its table lists."""
    tried = [{"value": at, "net": dict.fromkeys(("mean", "p05", "p50", "p95"), net * 1e6)} for at, net in nets.items()]
    usual = {"by": "2020-12-31", "vary": "effect", "replications": 20, "range": [min(nets), max(nets)], "tried": tried, "outcome": "found"}
    result = result_of(BreakevenResult, {**usual, "runs": {}, **more})
    parts = list(breakeven_parts(result, labels("Base", lang), labels("KIK", lang)))
    (table,) = (each for each in parts if isinstance(each, Table) and len(each.columns) == 3)
    return " ".join(each.text for each in parts if isinstance(each, Sentence)), [str(row.cells[0]) for row in table.rows]


@pytest.mark.parametrize(
    ("vary", "less", "more"),
    [
        ("effect", "It pays as long as the effect is below 0.34 times", "The effect must be 0.34 times"),
        ("cost", "The cost may be at most 0.34 times", "The saving must be at least 0.34 times"),
        ("places", "with fewer it pays", "with more it pays"),
    ],
)
def test_the_answer_says_on_which_side_of_the_zero_it_pays(labels: Callable[..., Labels], vary: str, less: str, more: str) -> None:
    found = {"vary": vary, "times": 0.34, "low": 0.2, "high": 0.5}
    assert less in told(labels, {0.0: 5.0, 0.34: 0.0, 1.0: -9.0}, **found)[0]
    assert more in told(labels, {0.0: -5.0, 0.34: 0.0, 1.0: 9.0}, **found)[0]


def test_nothing_is_claimed_of_what_was_not_tried(labels: Callable[..., Labels]) -> None:
    nets = {0.0: -5.0, 7.7: 0.0, 8.0: 0.1}
    said, _ = told(labels, nets, times=7.7, low=4.81)
    how_sure = labels("KIK").words.say("even.note.interval")
    assert how_sure in said
    assert how_sure not in told(labels, {0.0: -5.0, 8.0: -1.0}, outcome="never")[0]
    assert "must be 7.70 times as strong as stated (90% interval 4.81 and up)" in said
    assert "In at least half of the runs there is no zero up to 8 times" in said
    assert "In the middle run the zero lies at 7.50 times; in about 1 of 20 runs" in told(labels, nets, times=7.7, runs={"p50": 7.5})[0]


def test_an_amount_that_ends_a_danish_sentence_ends_it(labels: Callable[..., Labels]) -> None:
    cases = [
        (vary, outcome, nets)
        for vary in ("effect", "cost", "places")
        for outcome in ("never", "always")
        for nets in ({0.0: -2.0, 8.0: -1.0}, {0.0: 2.0, 8.0: 1.0})
    ]
    said = {told(labels, nets, "da", vary=vary, outcome=outcome)[0] for vary, outcome, nets in cases}
    assert len(said) == len(cases)
    assert [text for text in said if "mio. kr." not in text or ".." in text] == []


def test_what_was_tried_is_listed_once_as_it_is_written_and_a_cost_no_further_than_asked(labels: Callable[..., Labels]) -> None:
    nets = {0.0: -5.0, 0.338: 0.078, 0.341: 0.005, 0.999: 8.9, 1.0: 9.0, 4.0: 36.0, 16.0: 144.0}
    assert told(labels, nets, times=0.34)[1] == ["0.00", "0.34", "1.00", "4.00", "16.00"]
    assert told(labels, nets, vary="cost", times=0.34)[1] == ["0.00", "0.34", "1.00"]
