"""`simcase import ydelsesrefusion`: the state's weekly files on refund become accounts and shares by refusion step."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.import_options import area_of
from simcase.cli.options import AnyPath, Options, shared


@click.command(
    cls=Command, examples=("simcase import ydelsesrefusion yr-ydelsesrefusion-beregning-*.csv -o accounts.csv --shares steps.csv",)
)
@click.argument("files", nargs=-1, required=True, type=AnyPath(dir_okay=False), metavar="FILE...")
@click.option("--area", metavar="NAME")
@click.option("--benefit", metavar="NAME=LINE", multiple=True)
@click.option("-o", "--output", type=AnyPath(), metavar="FILE")
@click.option("--shares", "steps", type=AnyPath(), metavar="FILE")
@click.option("--stock", is_flag=True)
@shared("calibration", "as_json", "as_csv", "lang", "quiet")
def ydelsesrefusion(
    options: Options,
    files: tuple[Path, ...],
    area: str | None,
    benefit: tuple[str, ...],
    output: Path | None,
    steps: Path | None,
    stock: bool,  # noqa: FBT001 - click hands options over by name
) -> None:
    """Add up FILE..., which the state sends each week, by benefit and month: kroner paid, kroner refunded, and persons."""
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.declare import AS_IS
    from simcase.importers import import_refunds, pairs, refuse_named, write_refusion_steps
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.tables_refunds import accounts_rows, file_of, refund_parts, step_rows
    from simcase.vocabulary import check_place, write_whole

    refuse_named({"--output": output, "--shares": steps})
    for wanted in filter(None, (output, steps)):
        check_place(wanted)
    found = import_refunds(files, options.settings.calibration, area_of(area, options.settings.calibration), pairs(benefit, "--benefit"))
    model = resolve(AS_IS, calibration=options.settings.calibration, without_fit=True)
    written = [write_refusion_steps(found, options.settings.calibration, options.lang)] if stock else []
    labels = labels_of(model, options.words())
    deliver(options, found, refund_parts(found, labels), accounts_rows(found, model))
    for place, rows in ((output, accounts_rows(found, model)), (steps, step_rows(found))):
        if place:
            write_whole(place, file_of(rows, labels))
            written.append(place)
    if written:
        remark(options, "import.files", files=", ".join(place.as_posix() for place in written))
