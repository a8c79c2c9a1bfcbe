"""The document of a run of the plan as adopted, held against the contract: keys, sums, order."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from worlds import DIST, Played, numbers

from simcase import study
from simcase.model import resolve
from simcase.vocabulary import document_of

REPLICATIONS = 2
PLANNED = (
    "kontant_og_uddannelseshjaelp", "integrationsydelse_i_program", "integrationsydelse_uden_program", "a_dagpenge",
    "ressourceforloebsydelse", "sygedagpenge", "jobafklaring", "fleksjob", "ledighedsydelse",
)  # fmt: skip
LINES = {*PLANNED, "foertidspension", "i_alt", "i_alt_inkl_foertidspension"}
PLAN = {"kontant_og_uddannelseshjaelp": 83_808_000, "fleksjob": 143_512_000, "i_alt": 471_115_000}
"""Kroner of the plan for 2019, typed from its table."""
MONTHS = [f"{year}-{month:02}" for year in range(2018, 2023) for month in range(7 if year == 2018 else 1, 13)]
KEYS = {
    "population": {"month", "persons"},
    "persons": {"month", "state", *DIST},
    "flows": {"year", "from", "to", *DIST},
    "budget": {"year", "line", "persons", "full_time_persons", "full_year_persons", "gross", "state", "municipality", "plan"}
    | {"unit_price", "plan_persons", "plan_persons_grade", "plan_measures", "plan_investment", "deviation"},
    "measures": {"year", "line", "initiative", "kind", "kroner", "state"},
    "programmes": {"month", "initiative", "participants", "waiting", "bound_by"},
    "goals": {"id", "date", "threshold", "value", "probability", "low", "high", "status", "first_met"},
    "variance": {"figure", "chance", "parameters", "economy"},
}
RUN = {
    "id",
    "scenario",
    "calibration",
    "fit",
    "uncertainty",
    "prices",
    "assumptions",
    "from",
    "to",
    "seed",
    "replications",
    "seconds",
    "law",
    "folder",
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("results")


@pytest.fixture(scope="module")
def played(results: Path) -> Played:
    return Played(study.run(study.Request("kik-ii", replications=REPLICATIONS, workers=1, results=results)))


@pytest.fixture(scope="module")
def document(played: Played) -> dict[str, Any]:
    return played.document


def dists(tree: object) -> list[dict[str, float]]:
    """Return every distribution in a document."""
    if isinstance(tree, dict):
        own = [tree] if tree.keys() >= DIST else []
        return own + [found for value in tree.values() for found in dists(value)]
    return [found for item in tree for found in dists(item)] if isinstance(tree, list) else []


def test_the_document_has_the_keys_of_the_contract(document: dict[str, Any]) -> None:
    assert sorted(document) == sorted(["simcase", "run", *KEYS, "goals_together", "varying", "weakest_grade"])
    assert document["run"].keys() == RUN
    for section, keys in KEYS.items():
        assert all(row.keys() == keys for row in document[section]), section
    assert document["weakest_grade"] in {"A", "B", "C", "D"}


def test_the_run_says_what_it_is(document: dict[str, Any], played: Played) -> None:
    run = document["run"]
    expected = {"scenario": "kik-ii", "calibration": "aabenraa-2019", "from": "2018-07-01", "to": "2022-12-31"}
    assert {key: run[key] for key in expected} == expected
    assert (run["seed"], run["replications"], run["id"]) == (2019, REPLICATIONS, played.folder.name)
    assert Path(run["folder"]) == played.folder
    assert run["seconds"] > 0.0


def test_the_document_is_json_as_it_stands(document: dict[str, Any]) -> None:
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert len(numbers(document)) > 5_000


def test_quantiles_are_ordered_and_the_mean_lies_among_them(document: dict[str, Any]) -> None:
    every = dists(document)
    assert len(every) > 1_500
    assert all(one["p05"] <= one["p50"] <= one["p95"] for one in every)
    # Of two replications the median is the mean.
    assert all(one["mean"] == pytest.approx(one["p50"], rel=1e-9) for one in every)
    assert sum(one["p05"] < one["p95"] for one in every) > 1_000


def test_persons_add_up_to_the_population_of_every_month(document: dict[str, Any]) -> None:
    total: defaultdict[str, float] = defaultdict(float)
    for row in document["persons"]:
        total[row["month"]] += row["mean"]
    assert list(total) == MONTHS
    assert [row["month"] for row in document["population"]] == MONTHS
    assert list(total.values()) == pytest.approx([row["persons"] for row in document["population"]], abs=1e-6)
    assert all(30_000 < persons < 40_000 for persons in total.values())


def test_every_month_has_every_living_state_once(document: dict[str, Any]) -> None:
    living = {state.id for state in resolve("kik-ii").states if not state.absorbing}
    rows = Counter((row["month"], row["state"]) for row in document["persons"])
    assert rows == Counter({(month, state): 1 for month in MONTHS for state in living})


def test_payers_add_up_to_gross_and_lines_to_the_total(document: dict[str, Any]) -> None:
    rows = {(row["year"], row["line"]): row for row in document["budget"]}
    assert rows.keys() == {(year, line) for year in range(2018, 2023) for line in LINES}
    for row in rows.values():
        assert row["state"]["mean"] + row["municipality"]["mean"] == pytest.approx(row["gross"]["mean"], abs=0.01)
    for year in range(2018, 2023):
        for figure in ("gross", "state", "municipality", "persons", "full_time_persons", "full_year_persons"):
            plan = sum(rows[year, line][figure]["mean"] for line in PLANNED)
            assert rows[year, "i_alt"][figure]["mean"] == pytest.approx(plan, abs=0.01)
            everything = rows[year, "i_alt_inkl_foertidspension"][figure]["mean"]
            assert everything == pytest.approx(plan + rows[year, "foertidspension"][figure]["mean"], abs=0.01)


def test_the_plan_stands_beside_its_year_and_its_lines_alone(document: dict[str, Any]) -> None:
    plans = {(row["year"], row["line"]): row["plan"] for row in document["budget"] if row["plan"] is not None}
    assert {key: plans[2019, key] for key in PLAN} == PLAN
    assert plans.keys() == {(2019, line) for line in (*PLANNED, "i_alt")}


def test_persons_of_a_line_are_those_of_its_states(document: dict[str, Any]) -> None:
    model = resolve("kik-ii")
    for line in ("kontant_og_uddannelseshjaelp", "fleksjob"):
        states = {state.id for state in model.states if state.line == line}
        days = {
            month: ((date(int(month[:4]) + month.endswith("12"), int(month[5:]) % 12 + 1, 1)) - date.fromisoformat(f"{month}-01")).days
            for month in MONTHS
        }
        spent = sum(
            row["mean"] * days[row["month"]]
            for row in document["persons"]
            if row["month"] < "2020" and row["month"] >= "2019" and row["state"] in states
        )
        row = next(row for row in document["budget"] if (row["year"], row["line"]) == (2019, line))
        assert row["persons"]["mean"] == pytest.approx(spent / 365)


def test_a_goals_probability_lies_inside_its_interval(document: dict[str, Any]) -> None:
    judged = [row for row in document["goals"] if row["probability"] is not None]
    assert {row["id"] for row in document["goals"]} == {goal.id for goal in resolve("kik-ii").goals}
    assert len(judged) >= 6
    for row in judged:
        assert 0.0 <= row["low"] <= row["probability"] <= row["high"] <= 1.0
        assert row["low"] < row["high"]
        assert row["probability"] in {0.0, 0.5, 1.0}
    for row in document["goals"]:
        unjudged = row["status"] != "judged"
        assert unjudged == (row["probability"] is None) == (row["low"] is None) == (row["high"] is None)
        assert (row["value"] is None) == (row["status"] not in {"judged", "needs_input"})


def test_measures_are_the_plans_and_those_of_the_initiatives(document: dict[str, Any]) -> None:
    invested = {(row["year"], row["line"]): row["kroner"]["mean"] for row in document["measures"] if row["initiative"] == "kik-ii"}
    assert invested[2019, "kontant_og_uddannelseshjaelp"] == 11_750_000
    assert sum(invested.values()) == 60_500_000
    ordinary = sum(row["kroner"]["mean"] for row in document["measures"] if row["initiative"] is None)
    assert ordinary == 34_656_000


def test_variance_is_that_of_the_replications(document: dict[str, Any]) -> None:
    rows = {row["figure"]: row for row in document["variance"]}
    assert rows.keys() == {f"municipality.{line}.{year}" for line in LINES for year in range(2018, 2023)}
    assert all(row["chance"] >= 0.0 and row["parameters"] >= 0.0 for row in rows.values())
    for row in document["budget"]:
        # Two values lie half of their variance's root to both sides of the mean, and are the ends of their interval.
        apart = row["municipality"]["p95"] - row["municipality"]["p05"]
        found = rows[f"municipality.{row['line']}.{row['year']}"]
        assert found["chance"] + found["parameters"] == pytest.approx(apart**2 / 2.0, rel=1e-6, abs=1e-3)


def test_the_stock_of_every_state_is_what_was_there_and_came_less_what_left(played: Played) -> None:
    request = study.Request("kik-ii", replications=REPLICATIONS, results=played.folder.parents[1])
    start = {row.state: row.start_persons for row in study.explain(request).states}
    flows = played.flows
    ends = played.persons.filter(pl.col("month").dt.month() == 12).with_columns(year=pl.col("month").dt.year())
    checked = 0
    for (replication, name), years in ends.filter(pl.col("state").is_in(list(start))).group_by("replication", "state"):
        before = start[name]
        moves = flows.filter(pl.col("replication") == replication)
        for row in years.sort("year").iter_rows(named=True):
            own = moves.filter(pl.col("year") == row["year"])
            came, left = (own.filter(pl.col(end) == name)["moves"].sum() for end in ("to", "from"))
            assert row["stock"] == before + came - left, (replication, name, row["year"])
            before = row["stock"]
            checked += 1
    assert checked == REPLICATIONS * len(start) * 5


def test_the_flows_of_the_document_are_means_of_the_stored_ones(document: dict[str, Any], played: Played) -> None:
    moves = played.flows.group_by("year", "from", "to").agg(pl.col("moves").sum())
    expected = {(row["year"], row["from"], row["to"]): row["moves"] / REPLICATIONS for row in moves.iter_rows(named=True)}
    assert {(row["year"], row["from"], row["to"]): row["mean"] for row in document["flows"]} == expected


def test_what_is_reported_may_be_cut_and_nothing_else_changes(document: dict[str, Any], results: Path) -> None:
    asked = study.Request("kik-ii", replications=REPLICATIONS, results=results, first=date(2019, 3, 1), last=date(2021, 6, 30))
    cut = document_of(study.run(asked).result)
    assert {cut["run"][key] == document["run"][key] for key in ("id", "seconds")} == {True}
    assert (cut["run"]["from"], cut["run"]["to"]) == ("2019-03-01", "2021-06-30")
    assert cut["persons"] == [row for row in document["persons"] if "2019-03" <= row["month"] <= "2021-06"]
    # 2020 alone is reported whole.
    for section in ("budget", "flows", "measures"):
        assert cut[section] == [row for row in document[section] if row["year"] == 2020]
    assert cut["goals"] == document["goals"]
