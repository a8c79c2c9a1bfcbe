"""A budget that leaves lines out: its total says nothing, rather than be held against lines that nobody planned."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from worlds import AS_IS, TOWN, Tree, aided, asked, move, state, write

from simcase import __version__, study
from simcase.calibrate import LineSplit, PriceVolume
from simcase.cli import main
from simcase.model import resolve
from simcase.money import TOTAL
from simcase.present.key_figures import run_keys
from simcase.present.labels import labels_of
from simcase.present.rows import run_rows
from simcase.present.sentences_run import headline
from simcase.present.table import Table
from simcase.present.tables_budget import budget_sheet, budget_table, deviation_table
from simcase.present.tables_price_volume import price_volume_parts
from simcase.study.results import BudgetRow
from simcase.words import Words

PLANNED: Tree = {"support": 1e6, "full_time_persons": 100.0}


def planned(folder: Path, *lines: str) -> None:
    """Write a town with two lines in the total and one outside it, and a budget for some."""
    town = aided(100, 200, 1000.0)
    town["states"] += [state("ill", line="sick"), state("old", line="pension")]
    town["lines"] += [{"id": "sick", "label": "Sick"}, {"id": "pension", "label": "Pension", "memo": True}]
    town["transitions"] += [move("ill", "work", 0.1)]
    town["stock"]["states"] |= {"ill": 50, "old": 20}
    town["rate_classes"][0]["states"] += ["ill", "old"]
    write(folder, town | {"budget": {"year": 2019, "lines": dict.fromkeys(lines, PLANNED)}})


def played(folder: Path, *lines: str) -> study.Shown:
    """Return a run of it."""
    planned(folder, *lines)
    return study.run(asked(replications=2))


def total_of(shown: study.Shown) -> BudgetRow:
    return next(row for row in shown.result.budget if (row.year, row.line) == (2019, TOTAL))


def test_a_total_with_a_line_without_a_plan_has_none(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    whole = total_of(played(folder, "aid", "sick"))
    assert (whole.plan, whole.plan_persons) == (2e6, 200.0)
    assert whole.deviation is not None
    assert "lines_unplanned" not in caplog.messages
    shown = played(folder, "aid")
    assert [getattr(each, "lines", None) for each in caplog.records if each.getMessage() == "lines_unplanned"][:1] == ["Sick (sick)"]
    row, labels = total_of(shown), labels_of(shown.world.model, Words("en"))
    assert (row.plan, row.plan_measures, row.plan_investment, row.plan_persons, row.deviation) == (None,) * 5
    told, remark = headline(shown.result, labels), "1 line has no budget"
    assert remark in told
    assert "against the budget" not in told
    assert [(key.value, remark in key.more) for key in run_keys(shown, labels) if "Deviation" in key.label] == [("Not told", True)]
    table = budget_table(shown.result, 2019, labels, "current")
    assert remark in table.below
    (total,) = [each for each in table.rows if each.cells[0] == labels.line(TOTAL)]
    assert [total.cells[n] for n, column in enumerate(table.columns) if column.id in {"plan", "deviation"}] == [None, None]
    assert [each.cells[0] for each in deviation_table(shown.result, 2019, labels).rows] == ["Aid"]
    sheet = budget_sheet(shown.result, 2019, labels, "current")
    (total,) = [each for each in sheet.rows if each.cells[0] == labels.line(TOTAL)]
    names = {"plan", "deviation", "volume", "price", "plan_persons", "plan_price"}
    assert {total.cells[n] for n, column in enumerate(sheet.columns) if column.id in names} == {None}
    assert {each[-1] for each in run_rows(shown.result) if each[1:4] == (2019, TOTAL, "municipality")} == {None}


def test_two_fits_side_by_side_have_the_totals_that_all_else_has(folder: Path) -> None:
    planned(folder, "aid")
    labels = labels_of(resolve(AS_IS, calibration=TOWN), Words("en"))
    lines = [
        LineSplit(line, plan, (1.0, 1.0), (1e6, 2e6), (1e6, 2e6), 0.0, 1e6)
        for line, plan in (("aid", 1e6), ("sick", None), ("pension", None))
    ]
    table, _ = price_volume_parts(PriceVolume(__version__, ("one", "two"), 2019, tuple(lines)), labels)
    assert isinstance(table, Table)
    assert [row.cells[:4] for row in table.rows] == [
        ["Aid", "1.0", "1.0", "2.0"],
        ["Sick", "", "1.0", "2.0"],
        ["Total", "", "2.0", "4.0"],
        ["Pension", "", "1.0", "2.0"],
        ["Total incl. pension", "", "3.0", "6.0"],
    ]


def test_a_check_says_which_lines_the_budget_leaves_out(folder: Path) -> None:
    planned(folder, "aid")
    checked = CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, ["check", f"calibration/{TOWN}"], catch_exceptions=False)
    assert checked.exit_code == 0
    assert "The budget for 2019 lacks Sick (sick), so" in checked.stderr
