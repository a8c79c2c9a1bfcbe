"""`simcase backtest panel`: the counts of many places are foreseen from earlier months, and scored."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import AnyPath, Options, first_day, shared

MODEL = "model"
"""The method that learns likely municipalities."""
LONGEST = 60
"""Months ahead that can be asked for."""


@click.command(cls=Command, examples=("simcase backtest panel counts.csv --origins 2023-06 2023-12 -o forecasts.csv",))
@click.argument("file", type=AnyPath(dir_okay=False), metavar="COUNTS.csv")
@click.option("--method", metavar="NAME", default="smoothing", show_default=True)
@click.option("--measure", metavar="NAME", multiple=True)
@click.option("--places", metavar="NAME", multiple=True)
@click.option("--origins", type=first_day, nargs=2, metavar="FIRST LAST")
@click.option("--ahead", type=Whole(1, LONGEST), default=12, show_default=True, metavar="MONTHS")
@click.option(
    "-o",
    "--output",
    type=AnyPath(),
    multiple=True,
)
@shared("workers", "cluster", "results", "as_json", "as_csv", "progress", "lang", "quiet")
def panel(
    options: Options,
    file: Path,
    method: str,
    measure: tuple[str, ...],
    places: tuple[str, ...],
    origins: tuple[date, date] | None,
    ahead: int,
    output: tuple[Path, ...],
) -> None:
    """Foresee monthly counts of many places from what was known at each origin, and score them beside four simple forecasts."""
    from simcase import charts, evaluate, report
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.engine import Crew, available_cores
    from simcase.evaluate.panel_model import ModelForecaster
    from simcase.present.tables_panel import about, panel_parts, panel_points, panel_rows
    from simcase.vocabulary import write_whole

    for path in output:
        report.check(path, (".csv", *report.ENDINGS))
    judged = ModelForecaster() if method == MODEL else method
    asked = evaluate.PanelQuestion(judged, measure or evaluate.MEASURES, places, origins, ahead)
    crew = Crew(options.settings.workers or available_cores(), options.settings.cluster)
    with progress(options, "progress.places") as progressed:
        done = evaluate.panel_backtest(file, asked, options.settings.results, crew, progressed)
    words, result = options.words(), done.result
    deliver(options, result, panel_parts(result, words), panel_rows(result))
    for path in output:
        if path.suffix.lower() == ".csv":
            write_whole(path, evaluate.forecasts_csv(done.forecasts, ahead))
            remark(options, "panel.stored", file=path)
        else:
            report.write(charts.panel(panel_points(result, words), options.lang, about(result, words)), path, panel_parts(result, words))
            remark(options, "chart.stored", file=path)
