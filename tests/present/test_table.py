"""One table serves print and files: each has its own columns, rows and way of writing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from simcase.cli.terminal import grid_of
from simcase.present.table import Column, Formula, Interval, Marked, Row, Said, Table, filed, printed, value_of
from simcase.report.csv_files import write_csv
from simcase.words import Words

EN = Words("en")
NET = Table(
    "net",
    "Net",
    [
        Column("line", "Line", "text"),
        Column("day", "Day", "month"),
        Column("net", "Net", "more"),
        Column("low", "Low", "more", "file"),
        Column("high", "High", "more", "file"),
        Column("between", "Between", "more", "print"),
    ],
    [
        Row(["2019"], "strong", "print"),
        Row(["Aid", date(2019, 3, 1), Marked(1200.0, "~"), -500.0, 3000.0, Interval(-500.0, 3000.0)]),
        Row(["Sum", Said(None, "never"), Formula("={net:-1}", 1200.0), None, None, None], "strong", apart=True),
        Row(["Hidden", None, 1.0, None, None, None], medium="file"),
    ],
)


def test_print_has_its_own_columns_and_rows_and_writes_each_cell() -> None:
    shown = printed(NET, EN)
    assert [column.head for column in shown.columns] == ["Line", "Day", "Net", "Between"]
    assert [row.cells for row in shown.rows] == [["2019", "", "", ""], ["Aid", "Mar 2019", "~+1", "0 to +3"], ["Sum", "never", "+1", ""]]


def test_a_file_has_values_and_formulas_alone() -> None:
    kept = filed(NET)
    assert [column.id for column in kept.columns] == ["line", "day", "net", "low", "high"]
    assert [row.cells for row in kept.rows] == [
        ["Aid", date(2019, 3, 1), 1200.0, -500.0, 3000.0],
        ["Sum", None, Formula("={net:-1}", 1200.0), None, None],
        ["Hidden", None, 1.0, None, None],
    ]


def test_csv_has_what_a_file_has(tmp_path: Path) -> None:
    write_csv([NET], tmp_path, danish=False)
    assert (tmp_path / "net.csv").read_text(encoding="utf-8").splitlines() == [
        "line,day,net,low,high",
        "Aid,2019-03,1200,-500,3000",
        "Sum,,1200,,",
        "Hidden,,1,,",
    ]


def test_nothing_at_all_has_no_mark() -> None:
    table = Table("", "", [Column("net", "Net", "more")], [Row([Marked(-0.2, "~")])])
    assert [row.cells for row in printed(table, EN).rows] == [["0"]]


def test_a_range_has_no_one_value() -> None:
    with pytest.raises(TypeError):
        value_of(Interval(1.0, 2.0))


def test_the_terminal_sets_rows_apart_and_folds_texts_alone() -> None:
    grid = grid_of(NET, EN)
    assert [column.no_wrap for column in grid.columns] == [False, True, True, True]
    assert [str(row.style) for row in grid.rows] == ["bold", "", "bold"]
    assert [row.end_section for row in grid.rows] == [False, True, False]
