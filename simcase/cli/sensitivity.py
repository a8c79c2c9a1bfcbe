"""`simcase sensitivity`: what a figure depends on most."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import AnyPath, Options, shared
from simcase.errors import MOST_POINTS

if TYPE_CHECKING:
    from simcase.evaluate import Method
    from simcase.present.tables_sensitivity import Shown

SHARED = (
    "calibration", "fit", "first", "last", "replications", "seed", "workers", "cluster", "prices", "assumptions", "results",
    "as_json", "as_csv", "log_file", "progress", "lang", "quiet",
)  # fmt: skip


@click.command(cls=Command, examples=("simcase sensitivity kik-ii --against baseline -o tornado.html",))
@click.argument("scenario")
@click.option("--against", metavar="BASELINE")
@click.option(
    "--method",
    type=click.Choice(["tornado", "morris", "sobol", "information"]),
    default="tornado",
    show_default=True,
)
@click.option("--figure", metavar="FIGURE")
@click.option("--size", type=Whole(2, MOST_POINTS), metavar="N")
@click.option("-o", "--output", type=AnyPath())
@shared(*SHARED)
def sensitivity(
    options: Options,
    scenario: str,
    against: str | None,
    method: Method | Literal["information"],
    figure: str | None,
    size: int | None,
    output: Path | None,
) -> None:
    """Rank what is not known by how much a headline figure of SCENARIO depends on it."""
    from simcase import evaluate, report
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.present.tables_sensitivity import Shown, parts, table_of

    if method == "information":
        worth_of_knowing(options, scenario, against)
        return
    if output is not None:
        report.check(output, (*report.ENDINGS, ".csv"))
    with progress(options) as progressed:
        found = evaluate.sensitivity(options.request(scenario), evaluate.Question(method, figure, against, size), progressed)
    shown = Shown(found, options.words(), options.settings.seed)
    table = table_of(shown)
    deliver(options, evaluate.sensitivity_result(found), parts(shown), [table.columns, *table.rows()])
    if output is not None:
        write_chart(options, shown, output)


def worth_of_knowing(options: Options, scenario: str, against: str | None) -> None:
    """Tell what it is worth to know more before a scenario is chosen, from runs that are stored."""
    from dataclasses import replace

    from simcase import api, evaluate
    from simcase.cli.deliver import deliver
    from simcase.present.commands import command_in
    from simcase.present.labels import labels_of
    from simcase.present.tables_information import information_table

    words = options.words()
    if against is None:
        raise click.UsageError(words.say("information.needs_two"))
    base, shown = api.reopen(against, scenario, how=replace(options.request(against), replications=None))
    found = evaluate.information_of(shown)
    if found is None:
        command = command_in(shown.request, "compare", against, scenario, "--replications", "400")
        raise click.UsageError(words.say("information.too_few", command=command))
    rows = [("unknown", "kroner", "standard_error"), *((row.name, row.value, row.error) for row in (found.everything, *found.unknowns))]
    table = information_table(found, *(labels_of(each.world.model, words) for each in (base, shown)))
    deliver(options, found, [table], rows)


def write_chart(options: Options, shown: Shown, output: Path) -> None:
    """Write an analysis as a chart, or as the figures of one."""
    from simcase import charts, report
    from simcase.charts.parts import tell
    from simcase.cli.console import remark
    from simcase.present.tables_sensitivity import about, headline, parts, table_of

    table = table_of(shown)
    if output.suffix.lower() == ".csv":
        report.write_table(table, output, options.words())
    else:
        drawn = charts.sensitivity(table.head(shown.most), options.lang, shown.labels.title, shown.said, shown.unit)
        words = options.words()
        told = tell(drawn, headline(shown), words.say("chart.sensitivity.title"), words.say("chart.source", about=about(shown)))
        report.write(told, output, parts(shown))
    remark(options, "chart.stored", file=output)
