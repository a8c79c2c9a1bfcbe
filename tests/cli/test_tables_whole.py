"""Printed tables drop nothing and merge nothing, however narrow the page."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from results_helper import result_of
from rich.cells import cell_len
from rich.console import Console

from simcase.cli.terminal import Grid, grid_of
from simcase.present.labels import Labels, labels_of
from simcase.present.table import Row, Table, figures, texts
from simcase.present.tables_budget import plan_table
from simcase.present.tables_run import measures_table
from simcase.report.page_of import tables_of
from simcase.study import Shown
from simcase.study.results import RunResult
from simcase.words import Words


def printed(grid: Grid, width: int) -> list[str]:
    console = Console(file=StringIO(), width=width)
    console.print(grid)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue().splitlines()


def squeezed(text: object) -> str:
    return "".join(str(text).split())


def grids_of(shown: Shown, lang: str) -> list[Grid]:
    labels, words = labels_of(shown.world.model, Words(lang)), Words(lang)
    return [grid_of(each, words) for each in tables_of(shown, labels)]


@pytest.mark.parametrize("width", [80, 100, 120])
@pytest.mark.parametrize("lang", ["da", "en"])
def test_every_cell_of_the_shipped_tables_is_printed(shipped: list[Shown], lang: str, width: int) -> None:
    for grid in (grid for shown in shipped for grid in grids_of(shown, lang)):
        lines = printed(grid, width)
        assert max(map(cell_len, lines)) <= width, grid.above
        assert not any("…" in line for line in lines), grid.above
        text = "\n".join(lines)
        for column in grid.columns:
            cells = [str(cell) for cell in column.cells]
            if column.no_wrap:
                pieces = [piece for cell in cells for piece in cell.split("\n")]
                assert all(piece in text for piece in pieces), (grid.above, column.header)
            assert all(piece in text for piece in str(column.header).split()), (grid.above, column.header)
        heads = [cell for column in grid.columns[:1] for cell in column.cells]
        first = squeezed("".join(line[: len(line) // 2 + 1] for line in lines))
        assert all(squeezed(word)[:9] in first for cell in heads for word in str(cell).split()), grid.above


def test_columns_that_do_not_fit_go_on_beneath_with_the_names_of_their_rows() -> None:
    rows = [Row([name, *(f"{name}{n}" for n in range(9))]) for name in ("first", "second")]
    made = Table("", "Title", [*texts("Row"), *figures(*(f"Column{n}" for n in range(9)))], rows)
    lines = [line.split() for line in printed(grid_of(made, Words("en")), 40)]
    heads = [line for line in lines if line[:1] == ["Row"]]
    assert len(heads) == 3
    assert [head for line in heads for head in line[1:]] == [f"Column{n}" for n in range(9)]
    for name in ("first", "second"):
        rows = [line for line in lines if line[:1] == [name]]
        assert [cell for line in rows for cell in line[1:]] == [f"{name}{n}" for n in range(9)]


def test_a_word_wider_than_its_column_folds_behind_a_mark_inside_of_it() -> None:
    made = Table(
        "", "", [*texts("Target"), *figures("Value" + 12 * "s")], [Row(["national.kontanthjaelp_jobparat a-dagpengemodtagere", 1])]
    )
    lines = [line.split("  ")[0].strip() for line in printed(grid_of(made, Words("en")), 38)]
    assert lines[2:] == ["national.", "kontanthjaelp_", "jobparat a-", "dagpengemodtagere"]


def test_two_costs_of_a_year_and_line_are_printed_as_their_sum(labels: Callable[..., Labels]) -> None:
    run = {"from": "2019-01-01", "to": "2019-12-31"}
    costs: list[dict[str, Any]] = [
        {"year": 2019, "line": "aid", "initiative": "kik", "kind": "frame", "kroner": {"mean": kroner}} for kroner in (1e6, 5e5)
    ]
    grid = grid_of(measures_table(result_of(RunResult, {"run": run, "measures": costs}), labels("KIK")), Words("en"))
    assert [list(column.cells) for column in grid.columns][-1] == ["1,500"]


def test_the_investment_of_the_plan_is_not_called_after_an_initiative_of_the_scenario(shipped: list[Shown]) -> None:
    for shown in shipped:
        plan = plan_table(shown.result, 2019, labels_of(shown.world.model, Words("da")))
        assert "Investering" in [column.head for column in plan.columns]


def test_a_page_has_the_tables_whole(shipped: list[Shown]) -> None:
    shown = shipped[1]
    for listing in tables_of(shown, labels_of(shown.world.model, Words("da"))):
        assert max(len(row.cells) for row in listing.rows) <= len(listing.columns)
