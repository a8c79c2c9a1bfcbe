"""Every kind of chart of a finished run: its table, and how it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import altair as alt
import polars as pl

from simcase import charts
from simcase.present import figures_compare, figures_run
from simcase.present.labels import Labels
from simcase.study import Shown, goals_by_line, headcounts

Draw = Callable[[pl.DataFrame, str, str], alt.TopLevelMixin]


class Kind(NamedTuple):
    """A kind of chart: what its table is made of, how it is drawn, and whether it needs a baseline."""

    table: Callable[[Shown, Labels], pl.DataFrame]
    draw: Draw
    case: bool = False


def headcount_table(shown: Shown, _labels: Labels) -> pl.DataFrame:
    """Return persons by month and line."""
    return headcounts(shown.world, shown.window.months)


KINDS: Final[dict[str, Kind]] = {
    "full-year": Kind(figures_run.full_year, charts.full_year),
    "headcount": Kind(headcount_table, lambda *_: alt.Chart()),
    "budget-plan": Kind(figures_run.budget_plan, charts.budget_plan),
    "goals": Kind(figures_run.goals, charts.goals),
    "composition": Kind(figures_run.composition, charts.composition),
    "flows": Kind(figures_run.flows, charts.flows),
    "ribbons": Kind(figures_run.ribbons, charts.ribbons),
    "price-volume": Kind(figures_run.price_volume, charts.price_volume),
    "programmes": Kind(figures_run.programmes, charts.programmes),
    "refusion": Kind(figures_run.refusion, charts.refusion),
    "long-term": Kind(figures_run.long_term, charts.long_term),
    "tornado": Kind(figures_run.tornado, charts.tornado),
    "difference": Kind(figures_compare.difference, charts.difference, case=True),
    "waterfall": Kind(figures_compare.waterfall, charts.waterfall, case=True),
    "payback": Kind(figures_compare.payback, charts.payback, case=True),
    "went": Kind(figures_compare.went, charts.went, case=True),
}
"""The kinds by the name that the user gives."""


def table_of(kind: str, shown: Shown, labels: Labels) -> pl.DataFrame:
    """Return the figures behind a chart; no rows where the run has none of them."""
    if KINDS[kind].case and shown.baseline is None:
        return pl.DataFrame()
    return KINDS[kind].table(shown, labels)


def drawn(kind: str, shown: Shown, labels: Labels, table: pl.DataFrame | None = None) -> alt.TopLevelMixin | None:
    """Return a chart of a run, or None where it has nothing to draw."""
    figures = table_of(kind, shown, labels) if table is None else table
    if figures.is_empty():
        return None
    if kind == "headcount":
        goals = goals_by_line(shown.world.model)
        return charts.headcount(figures, goals, labels.words.lang, labels.title, labels.states | labels.lines)
    return KINDS[kind].draw(figures, labels.words.lang, labels.title)
