"""`simcase chart`: draw a run that is stored."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.options import Options, shared

RUN_KINDS = (
    "full-year", "headcount", "budget-plan", "goals", "composition", "flows", "ribbons", "price-volume", "programmes", "refusion",
    "long-term", "tornado",
)  # fmt: skip
CASE_KINDS = ("difference", "waterfall", "payback", "went")
"""Kinds that need a baseline."""


@click.command(epilog="Example: simcase chart kik-ii headcount -o headcount.html")
@click.argument("run")
@click.argument("kind", type=click.Choice(RUN_KINDS + CASE_KINDS), metavar="KIND")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="File: .html (offline), .png, .svg, .pdf, .json (Vega-Lite) or .csv (the figures).",
)
@click.option("--baseline", metavar="RUN", help="Run to hold RUN against: difference, waterfall, payback and went need one.")
@shared("first", "last", "prices", "results", "lang", "quiet")
def chart(options: Options, run: str, kind: str, output: Path, baseline: str | None) -> None:
    """Draw a chart of RUN: a scenario name (its newest run), a run id or a folder.

    KIND is one of full-year, headcount, budget-plan, goals, composition, flows, ribbons, price-volume, programmes, refusion, long-term,
    tornado, and with --baseline difference, waterfall, payback, went.
    """
    from simcase import report, study
    from simcase.cli.console import remark
    from simcase.study.labels import labels_of

    report.check(output, (*report.ENDINGS, ".csv"))
    words = options.words()
    if baseline is None and kind in CASE_KINDS:
        raise click.UsageError(words.say("chart.needs_baseline", kind=kind))
    shown = study.reopened([baseline, run] if baseline else [run], options.results, options.first, options.last, options.prices)[-1]
    labels = labels_of(shown.world.model, words)
    table = report.table_of(kind, shown, labels)
    drawn = report.drawn(kind, shown, labels, table)
    if drawn is None:
        raise click.UsageError(words.say("chart.nothing", kind=kind, title=labels.title))
    if output.suffix.lower() == ".csv":
        table.write_csv(output)
    else:
        report.write(drawn, output)
    remark(options, "chart.stored", file=output)
