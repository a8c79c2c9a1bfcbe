"""Every chart of a finished run, declared once: commands, reports, the live page, the public API and the reference read it here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:  # the command line lists the charts, and help does not wait for what draws them
    import altair as alt
    import polars as pl

    from simcase.present.labels import Labels
    from simcase.study import Shown


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart by the name that a user gives; the functions of its table and of its drawing, and its texts, are called the same."""

    id: str
    figures: str
    """The module of `present` that makes its table."""
    drawing: str
    """The module of `charts` that draws it."""
    beside: str | None = None
    """The function beside that of the table that returns what is drawn besides, by the names of arguments."""
    needs_baseline: bool = False
    brief: bool = False
    """Whether it shows a run itself where a report holds several against a baseline."""
    live: bool = False
    """Whether the live page offers it."""
    steady: bool = False
    """Whether its specification follows from the texts of its table alone, so that new figures need no new drawing."""
    beside_baseline: bool = False
    """Whether it shows the baseline beside a run, where there is one."""
    columns: tuple[str, ...] = ()
    """The columns of its table that are figures, where others are outlines."""

    @property
    def name(self) -> str:
        """Return what functions and texts call it."""
        return self.id.replace("-", "_")

    def heading(self, labels: Labels) -> str:
        """Return what stands above it."""
        return labels.words.say(f"chart.{self.name}.title")

    def table(self, shown: Shown, labels: Labels) -> pl.DataFrame:
        """Return the figures of a run that it draws; no rows where the run has none of them."""
        if self.needs_baseline and shown.baseline is None:
            import polars  # noqa: ICN001, PLC0415 - as above

            return polars.DataFrame()
        table: pl.DataFrame = self._made(self.name, shown, labels)
        return table

    def written(self, table: pl.DataFrame) -> pl.DataFrame:
        """Return the figures of its table as they are written to a file, without outlines."""
        return table.select(self.columns).unique(maintain_order=True) if self.columns else table

    def draw(self, shown: Shown, labels: Labels, table: pl.DataFrame | None = None) -> alt.TopLevelMixin | None:
        """Return the chart of a run, or of a table of it; None where there is nothing to draw."""
        return self._drawn(shown, labels, labels.title, table)

    def tell(self, shown: Shown, labels: Labels, table: pl.DataFrame | None = None) -> alt.TopLevelMixin | None:
        """Return the same as it stands alone: headed by what it shows, in a sentence, and with what was simulated at its foot."""
        from simcase.charts.parts import tell  # noqa: PLC0415 - as above
        from simcase.present.findings import finding  # noqa: PLC0415
        from simcase.present.sentences_run import about  # noqa: PLC0415

        drawn = self._drawn(shown, labels, self._named(shown, labels), table)
        if drawn is None:
            return None
        return tell(
            drawn,
            finding(self.name, shown, labels),
            self.heading(labels),
            labels.words.say("chart.source", about=about([shown], labels.words)),
        )

    def _named(self, shown: Shown, labels: Labels) -> str:
        """Return what a run is called in it: with its baseline where both are drawn."""
        if shown.baseline is None or not (self.needs_baseline or self.beside_baseline):
            return labels.title
        return labels.words.say("chart.against", title=labels.title, base=labels.words.text(shown.baseline.world.model.title))

    def _drawn(self, shown: Shown, labels: Labels, title: str, table: pl.DataFrame | None) -> alt.TopLevelMixin | None:
        """Return the chart under what the run is called in it."""
        figures = self.table(shown, labels) if table is None else table
        if figures.is_empty():
            return None
        besides = self._made(self.beside, shown, labels) if self.beside else {}
        drawing: Callable[..., alt.TopLevelMixin] = getattr(import_module(f"simcase.charts.{self.drawing}"), self.name)
        return drawing(figures, labels.words.lang, title, **besides)

    def _made(self, function: str, shown: Shown, labels: Labels) -> Any:  # noqa: ANN401 - a table, or what is drawn besides
        """Return what a function of its module makes of a run."""
        return getattr(import_module(f"simcase.present.{self.figures}"), function)(shown, labels)


CHARTS: Final = {
    each.id: each
    for each in (
        Chart("full-year", "figures_run", "bars", live=True, beside_baseline=True),
        Chart("headcount", "figures_run", "headcount", beside="headcount_names", brief=True, live=True, beside_baseline=True),
        Chart("budget-plan", "figures_run", "bars"),
        Chart("goals", "figures_run", "bars", brief=True, live=True, steady=True, beside_baseline=True),
        Chart("composition", "figures_run", "months"),
        Chart("flows", "figures_run", "bars"),
        Chart("ribbons", "figures_run", "ribbons", columns=("from", "to", "moves")),
        Chart("price-volume", "figures_run", "bars"),
        Chart("programmes", "figures_run", "months", beside="programmes_about", live=True),
        Chart("refusion", "figures_run", "bars"),
        Chart("long-term", "figures_run", "months"),
        Chart("tornado", "figures_run", "bars"),
        Chart("difference", "figures_compare", "case", needs_baseline=True, live=True, steady=True),
        Chart("waterfall", "figures_compare", "case", needs_baseline=True, live=True),
        Chart("payback", "figures_compare", "case", needs_baseline=True, live=True, steady=True),
        Chart("went", "figures_compare", "bars", needs_baseline=True, live=True, steady=True),
        Chart("hundred", "figures_compare", "hundred", beside="hundred_of", needs_baseline=True),
    )
}
"""The charts by id: those of a run, then those that need a baseline, each in the order in which a report shows them."""


def charts_of(*, paired: bool, brief: bool = False) -> list[Chart]:
    """Return the charts of a run, or of one held against a baseline, the difference first; brief where several are."""
    of_run = [each for each in CHARTS.values() if not each.needs_baseline and (each.brief or not brief)]
    return [*(each for each in CHARTS.values() if each.needs_baseline and paired), *of_run]


def live_charts() -> list[Chart]:
    """Return the charts that the live page offers, the difference first."""
    return [each for each in charts_of(paired=True) if each.live]
