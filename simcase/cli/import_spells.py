"""`simcase import spells`: the municipality's own spell histories become a calibration."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from simcase.cli.options import AnyPath, Options, shared

DAY = click.DateTime(["%Y-%m-%d"])


@click.command(epilog="Example: simcase import spells forloeb.csv --gap self_support --name my-town, then simcase calibrate my-town")
@click.argument("file", type=AnyPath())
@click.option("--name", help="Name of the calibration that is written.  [default: that of --calibration with -spells]")
@click.option("--mapping", type=AnyPath(), metavar="YAML", help="What columns and codes of FILE stand for, as said above.")
@click.option("--gap", metavar="STATE", help="Where citizens are between spells and after the last one; 'unknown' where nobody knows.")
@click.option("--from", "first", type=DAY, metavar="DATE", help="First day observed.  [default: the day before the earliest end]")
@click.option("--to", "last", type=DAY, metavar="DATE", help="Last day observed.  [default: the latest day in FILE]")
@click.option(
    "--end", type=click.Choice(["day-after", "last-day"]), default="day-after", show_default=True, help="What an end is: the first day"
    " after the spell, or the last day of it.",
)  # fmt: skip
@click.option("-o", "--output", type=AnyPath(), metavar="PAGE", help="Write the report as a page (.html) as well.")
@click.option("--chart", "picture", type=AnyPath(), metavar="PICTURE", help="Draw survival: .html, .png, .svg, .pdf, .json.")
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
    **period: datetime | None,
) -> None:
    """Estimate from FILE (.csv or .parquet) how often citizens move between states, and write that as a calibration.

    One row a spell, columns: person (a pseudonym, no CPR number), state, start, end (empty: it goes on), birth_year or age (at the
    start), and segment if known. Rates are estimated by duration, age and segment where there are moves enough, and else kept from
    --calibration. Nothing of single persons is written.

    With --mapping FILE may call things otherwise, or hold a row a person with weekly codes as in DREAM. The mapping is YAML: `columns:
    {person: id}`, `states: {a_dagpenge: [111-118]}`, `blank: employment`, and `weeks: y_` where columns y_1801, y_1802, ... hold codes.
    """
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
    first, last = (day.date() if (day := period[edge]) else None for edge in ("first", "last"))
    how = Reading(gap, first, last, last_day=end == "last-day")
    found, folder = import_spells(file, options.settings.calibration, options.settings.fit, name, how, mapping)
    told = spells_result(found, folder)
    labels = labels_of(found.model, options.words())
    deliver(options, told, spells_parts(told, labels))
    if output:
        write_page(render(spells_parts(told, labels), labels.words), output, folder.name, options.lang)
        remark(options, "fit.page", file=output)
    if picture:
        title = options.words().text(found.model.calibration_title)
        report.write(charts.survival(curves(found.survival, labels.states), options.lang, title), picture)
        remark(options, "chart.stored", file=picture)
    remark(options, "import.written", folder=folder, name=folder.name)
