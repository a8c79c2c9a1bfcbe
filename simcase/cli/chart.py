"""`simcase chart`: draw a run that is stored."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from simcase.cli.help import Command
from simcase.cli.options import AnyPath, Options, shared
from simcase.present.charts import CHARTS

if TYPE_CHECKING:
    from simcase.study import Shown

PAIRED = [each.id for each in CHARTS.values() if each.needs_baseline]
ALONE = [each for each in CHARTS if each not in PAIRED]
LISTED = {"alone": ", ".join(ALONE), "paired": ", ".join(PAIRED)}
"""The charts, as help names them."""


@click.command(cls=Command, examples=("simcase chart kik-ii headcount -o headcount.html",), values=LISTED)
@click.argument("run")
@click.argument("kind", type=click.Choice([*ALONE, *PAIRED]), metavar="KIND")
@click.option(
    "-o",
    "--output",
    type=AnyPath(),
    required=True,
)
@click.option("--baseline", metavar="RUN")
@shared("calibration", "fit", "uncertainty", "first", "last", "prices", "assumptions", "results", "lang", "quiet")
def chart(options: Options, run: str, kind: str, output: Path, baseline: str | None) -> None:
    """Draw a chart of a run that is stored."""
    from simcase import api, report, study
    from simcase.cli.console import remark
    from simcase.present.figures_listed import listed
    from simcase.present.figures_run import too_few_to_rank
    from simcase.present.labels import labels_of

    report.check(output, (*report.ENDINGS, ".csv"))
    words = options.words()
    if baseline is None and CHARTS[kind].needs_baseline:
        raise click.UsageError(words.say("chart.needs_baseline", kind=kind))
    opened = api.reopen(*([baseline, run] if baseline else [run]), how=options.request(run))
    study.check_intervals(opened)
    shown = opened[-1]
    if kind == "tornado" and _analysed(options, shown, output):
        return
    labels = labels_of(shown.world.model, words)
    table = CHARTS[kind].table(shown, labels)
    drawn = CHARTS[kind].tell(shown, labels, table)
    if drawn is None and kind == "tornado":
        raise click.UsageError(too_few_to_rank(shown, words) or words.say("chart.tornado.none"))
    if drawn is None:
        raise click.UsageError(words.say("chart.nothing", kind=kind, title=words.text(shown.world.model.title)))
    if output.suffix.lower() == ".csv":
        report.write_table(CHARTS[kind].written(table), output, words)
    else:
        report.write(drawn, output, [listed(CHARTS[kind], shown, labels)])
    remark(options, "chart.stored", file=output)


def _analysed(options: Options, shown: Shown, output: Path) -> bool:
    """Draw what `simcase sensitivity` stored of the world that a run plays, and tell whether there was any."""
    from dataclasses import replace

    from simcase import evaluate
    from simcase.cli.sensitivity import write_chart
    from simcase.errors import UserError
    from simcase.model import moves_digest
    from simcase.present.tables_sensitivity import Shown as Analysed

    try:
        found = evaluate.kept(replace(shown.request, fit=shown.manifest["fit"], uncertainty="all"))
    except UserError:  # the files are not those of the run any more, or nothing in them has a range
        return False
    if found is None or moves_digest(found.models[0]) != shown.manifest["model"]:
        return False
    write_chart(options, Analysed(found, options.words(), shown.request.seed), output)
    return True
