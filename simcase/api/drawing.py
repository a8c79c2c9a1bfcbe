"""Charts and reports of runs, and the figures behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import altair as alt
import polars as pl

from simcase.errors import Issue, UserError, closest
from simcase.present.charts import CHARTS, Chart
from simcase.present.labels import labels_of
from simcase.report import write_report
from simcase.study import Shown, check_intervals
from simcase.words import Words


def figures(run: Shown, kind: str, lang: str = "da") -> pl.DataFrame:
    """Return the table that a chart draws; no rows where the run has nothing of the kind.

    Raises UserError for a kind that there is not.

    >>> from simcase import api
    >>> figures(api.run(api.Request("as-is", replications=1, results=results)), "composition", "en").columns
    ['month', 'order', 'line', 'persons']
    """
    return _known(kind).table(run, labels_of(run.world.model, Words(lang)))


def chart(run: Shown, kind: str, lang: str = "da") -> alt.TopLevelMixin | None:
    """Return a chart of a run, None where there is nothing to draw, as of a difference without a baseline.

    Raises UserError for a kind that there is not.

    >>> from simcase import api
    >>> chart(api.run(api.Request("as-is", replications=1, results=results)), "composition").to_dict()["vconcat"][0]["title"]["text"][-1]
    'december 2022 (... af ... personer)'
    """
    return _known(kind).tell(run, labels_of(run.world.model, Words(lang)))


def report(runs: Sequence[Shown], output: str | Path, lang: str = "da") -> None:
    """Write a report of runs, of which the first is the baseline where there are several, as the ending says.

    `.html` is one offline page, `.xlsx` a workbook; without an ending it is a folder with every table as CSV. Raises UserError for
    another ending, for a place that is not there, and for runs too few for intervals.
    """
    check_intervals(runs)
    write_report(runs, Path(output), Words(lang))


def _known(kind: str) -> Chart:
    """Return a kind of chart; raises UserError where there is none of that name."""
    if kind not in CHARTS:
        raise UserError([Issue("", 0, "kind", f"'{kind}'", *closest(kind, CHARTS))])
    return CHARTS[kind]
