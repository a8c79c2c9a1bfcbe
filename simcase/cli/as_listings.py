"""What is printed of a run, as tables of a page: the same figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.console import RenderableType

from simcase.cli.show_compare import compare_parts
from simcase.cli.show_run import run_parts
from simcase.cli.terminal import Grid
from simcase.present.labels import Labels, labels_of
from simcase.present.table import Look
from simcase.report import Line, Listing
from simcase.study import Shown, headcounts
from simcase.study.results import ComparisonResult

LOOKS: Mapping[str, Look] = {"bold": "strong", "dim italic": "faint"}
"""How a row of a printed table looks on a page."""


def listings(shown: Shown, labels: Labels) -> list[Listing]:
    """Return the tables of a run; held against a baseline, those of the comparison first."""
    prices = shown.request.prices
    parts: list[RenderableType] = []
    if shown.baseline is not None:
        result = ComparisonResult(shown.result.simcase, shown.baseline.result, (shown.compared,))
        parts += compare_parts(result, [labels_of(shown.baseline.world.model, labels.words), labels], prices)
    parts += run_parts(shown.result, headcounts(shown.world, shown.window.months), labels, prices)
    return list(_listings(parts))


def _listings(parts: Iterable[RenderableType]) -> Iterator[Listing]:
    """Yield printed tables as listings."""
    for grid in parts:
        if isinstance(grid, Grid):
            cells = zip(*(list(column.cells) for column in grid.columns), strict=True)
            rows = [Line([str(cell) for cell in row], LOOKS.get(str(look.style), "")) for row, look in zip(cells, grid.rows, strict=True)]
            texts = next((n for n, column in enumerate(grid.columns) if column.justify == "right"), len(grid.columns))
            yield Listing(grid.above, [str(column.header) for column in grid.columns], rows, texts, grid.below)
