"""`simcase import spells`: the municipality's own spell histories become a calibration."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.options import AnyPath, Options, first_day, last_day, shared


@click.command(
    cls=Command,
    examples=(
        "simcase import spells forloeb.csv --gap self_support --name my-town",
        "simcase calibrate my-town",
    ),
)
@click.argument("file", type=AnyPath())
@click.option("--name")
@click.option("--mapping", type=AnyPath(), metavar="YAML")
@click.option("--gap", metavar="STATE")
@click.option("--from", "first", type=first_day, metavar="DATE")
@click.option("--to", "last", type=last_day, metavar="DATE")
@click.option(
    "--end", type=click.Choice(["day-after", "last-day"]), default="day-after", show_default=True,
)  # fmt: skip
@click.option("-o", "--output", type=AnyPath(), metavar="PAGE")
@click.option("--chart", "picture", type=AnyPath(), metavar="PICTURE")
@shared("calibration", "fit", "as_json", "lang", "quiet")
def spells(
    options: Options,
    file: Path,
    name: str | None,
    mapping: Path | None,
    output: Path | None,
    *,
    picture: Path | None,
    gap: str | None,
    end: str,
    **period: date | None,
) -> None:
    """Estimate from FILE (.csv or .parquet) how often citizens move between states, and write that as a calibration."""
    from simcase import charts, report
    from simcase.cli.console import page_in, remark, write_page
    from simcase.cli.deliver import deliver
    from simcase.cli.terminal import render
    from simcase.importers import Reading, curves, import_spells, refuse_named, spells_result
    from simcase.present.labels import labels_of
    from simcase.present.tables_spells import spells_parts

    refuse_named({"--output": output, "--chart": picture})
    if output:
        page_in(output)
    if picture:
        report.check(picture)
    how = Reading(gap, period["first"], period["last"], last_day=end == "last-day")
    found, folder = import_spells(file, options.settings.calibration, options.settings.fit, name, how, mapping, options.lang)
    told = spells_result(found, folder)
    labels = labels_of(found.model, options.words())
    deliver(options, told, spells_parts(told, labels))
    if output:
        write_page(render(spells_parts(told, labels), labels.words), output, folder.name, options.lang)
        remark(options, "fit.page", file=output)
    if picture:
        title = options.words().text(found.model.calibration_title)
        report.write(charts.survival(curves(found.survival, labels.states), options.lang, title), picture, spells_parts(told, labels))
        remark(options, "chart.stored", file=picture)
    remark(options, "import.written", folder=folder, name=folder.name)
