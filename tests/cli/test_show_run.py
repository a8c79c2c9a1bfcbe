"""What a run says: the plan beside what is foreseen, and no more than the run holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from results_helper import result_of
from rich.console import Console

from simcase.cli.terminal import render
from simcase.present.labels import Labels
from simcase.present.rows import run_rows
from simcase.present.sentences_run import headline, period, rests_on
from simcase.present.tables_run import run_parts
from simcase.study.headcounts import HeadcountRow
from simcase.study.results import RunResult
from simcase.words import Words

Named = Callable[..., Labels]


def figures(persons: float, kroner: float) -> dict[str, Any]:
    dist = {
        name: {"mean": mean, "p05": mean * 0.9, "p50": mean, "p95": mean * 1.1} for name, mean in (("persons", persons), ("kroner", kroner))
    }
    counts = dict.fromkeys(("persons", "full_time_persons", "full_year_persons"), dist["persons"])
    return {**counts, **dict.fromkeys(("gross", "state", "municipality"), dist["kroner"])}


@pytest.fixture
def document() -> dict[str, Any]:
    lines = {
        "aid": (100.0, 9e6, 10e6),
        "pension": (40.0, 4e6, None),
        "i_alt": (100.0, 9e6, 10e6),
        "i_alt_inkl_pension": (140.0, 13e6, None),
    }
    run = {"scenario": "kik", "calibration": "town", "from": "2018-07-01", "to": "2019-12-31", "seed": 1, "replications": 50}
    run |= {"fit": "budget-2019", "uncertainty": "all", "prices": "current", "assumptions": None}
    return {
        "run": run,
        "budget": [
            {"year": year, "line": line, "plan": plan if year == 2019 else None, **figures(persons, kroner)}
            | {"plan_measures": 1e6 if plan else None, "plan_investment": 25e4 if plan else None, "unit_price": kroner / persons}
            | {"plan_persons": 95.0 if plan else None, "plan_persons_grade": "D" if plan else None}
            | {"deviation": {"volume": {"mean": 5e5}, "price": {"mean": -15e5}} if plan and year == 2019 else None}
            for year in (2018, 2019)
            for line, (persons, kroner, plan) in lines.items()
        ],
        "measures": [{"year": 2019, "line": "aid", "initiative": "kik", "kind": "frame", "kroner": {"mean": 5e5}}],
        "programmes": [],
        "goals": [],
        "goals_together": {"goals": [], "probability": None, "low": None, "high": None},
        "variance": [{"figure": "municipality.aid.2019", "chance": 1.0, "parameters": 0.0, "economy": 0.0}],
        "weakest_grade": "B",
    }


@pytest.mark.parametrize(("plan", "said"), [(10e6, "an underspending of DKK 1.0 million"), (8e6, "an overspending of DKK 1.0 million")])
def test_the_headline_holds_the_result_against_the_plan(document: dict[str, Any], labels: Named, plan: float, said: str) -> None:
    document["budget"][-2]["plan"] = plan
    assert said in headline(result_of(RunResult, document), labels("KIK"))
    assert headline(result_of(RunResult, document), labels("KIK")).startswith(
        "KIK (fit budget-2019, 50 runs): net spending on support without pension in 2019 is expected to be DKK 9.0 million"
    )


def test_part_of_a_year_is_named_and_not_held_against_the_plan(document: dict[str, Any], labels: Named) -> None:
    document["run"]["to"] = "2019-10-31"
    assert "against the budget" not in headline(result_of(RunResult, document), labels("KIK"))
    assert "in Jan-Oct 2019 is expected" in headline(result_of(RunResult, document), labels("KIK"))
    assert period(result_of(RunResult, document).run, 2018, labels("KIK").words) == "Jul-Dec 2018"


def test_the_tables_follow_the_plan_with_memo_lines_below_the_total(document: dict[str, Any], labels: Named) -> None:
    months = [date(2018 + month // 12, month % 12 + 1, 1) for month in range(6, 27)]
    headcounts = [HeadcountRow(month, "aid", 100.0, 90.0, 95.0, 100.0, 105.0, 110.0) for month in months]
    console = Console(file=StringIO(), width=100)
    parts = run_parts(result_of(RunResult, document), headcounts, labels("KIK"), "current")
    console.print(*render(parts, labels("KIK").words), sep="\n")
    assert isinstance(console.file, StringIO)
    rows = [" ".join(line.split()) for line in console.file.getvalue().splitlines()]
    table = rows[rows.index("Budget 2019, net spending on support, DKK 1,000, current prices") :]
    kept = [row for row in table if row and row[0] not in "─EFB"]
    assert kept[:4] == [
        "Aid 10,000 9,000 -1,000 8,100-9,900 100 90.0",
        "Total 10,000 9,000 -1,000 8,100-9,900 100 90.0",
        "Pension 4,000 3,600-4,400 40 100.0",
        "Total incl. pension 13,000 11,700-14,300 140 92.9",
    ]
    parts = rows[rows.index("Deviation from the budget 2019 by volume and price, DKK 1,000") :]
    assert [row for row in parts if row.startswith(("Aid *", "Total *"))] == [
        "Aid *95 100 *105.3 90.0 +500 -1,500",
        "Total *95 100 *105.3 90.0 +500 -1,500",
    ]
    assert "* The budget's persons are judged or without a source (grade D)" in " ".join(parts)
    plan = rows[rows.index("The plan's budget 2019, net, DKK 1,000") :]
    assert [row for row in plan if row.startswith(("Aid", "Total"))][:2] == [
        "Aid 10,000 1,000 250 11,250",
        "Total 10,000 1,000 250 11,250",
    ]
    assert not any("KIK" in row for row in plan[:4]), "the plan's investment is nobody's of the scenario"
    assert "KIK Aid frame 500" in rows
    assert "2020" not in rows, "headcounts outside the report"


def test_the_long_table_has_a_row_a_figure(document: dict[str, Any]) -> None:
    head, *rows = run_rows(result_of(RunResult, document))
    assert head == ("scenario", "year", "line", "figure", "mean", "p05", "p50", "p95", "plan")
    assert ("kik", 2019, "aid", "municipality", 9e6, 8.1e6, 9e6, 9.9e6, 10e6) in [(*row[:5], *map(round, row[5:8]), row[8]) for row in rows]
    assert len(rows) == 2 * 4 * 6


def test_without_a_plan_the_headline_says_that_its_year_is_the_last(document: dict[str, Any], labels: Named) -> None:
    document["budget"] = [row | {"plan": None, "deviation": None} for row in document["budget"]]
    last = "support without pension in 2019, the last year of the run, is expected to be"
    assert last in headline(result_of(RunResult, document), labels("KIK"))
    document["budget"] = [row for row in document["budget"] if row["year"] == 2019]
    assert "support without pension in 2019 is expected to be" in headline(result_of(RunResult, document), labels("KIK"))


def test_a_run_names_its_workbook_also_where_no_number_was_edited_and_runs_in_pairs_are_told_together() -> None:
    record: Any = SimpleNamespace(fit=None, replications=20, uncertainty="all", prices="current", assumptions=None)
    assert rests_on(record, Words("da"), paired=True) == "20 kørsler i par"
    record.assumptions = SimpleNamespace(file="priser.xlsx", paths=())
    assert rests_on(record, Words("da"), paired=True) == "20 kørsler i par, priser fra priser.xlsx (0 tal rettet)"
    record.assumptions.paths = ("rates.a",)
    assert rests_on(record, Words("da"), paired=True) == "20 kørsler i par, priser fra priser.xlsx (1 tal rettet)"
