"""`simcase chart`: draw a run that is stored."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.options import Options, shared

KINDS = ("headcount",)


@click.command(epilog="Example: simcase chart kik-ii headcount -o headcount.html")
@click.argument("run")
@click.argument("kind", type=click.Choice(KINDS))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="File: .html (offline), .png, .svg, .pdf or .json (Vega-Lite)."
)
@shared("calibration", "results", "lang", "quiet")
def chart(options: Options, run: str, kind: str, output: Path) -> None:
    """Draw a KIND of chart of RUN: a scenario name (its newest run), a run id or a folder."""
    from simcase import charts, report, study
    from simcase.cli.console import remark
    from simcase.model import resolve
    from simcase.study.labels import labels_of

    words = options.words()
    table, meta = study.headcounts(run, options.results)
    labels = labels_of(resolve(meta["scenario"], calibration=options.calibration), words)
    draw = {"headcount": charts.headcount}[kind]
    report.write(draw(table, meta["goals"], options.lang, words.text(meta["title"]), labels.states | labels.lines), output)
    remark(options, "chart.stored", file=output)
