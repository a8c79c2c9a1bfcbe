"""`simcase import jobindsats`: headcounts by benefit become targets."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.import_options import area_of, import_options, years_of
from simcase.cli.options import AnyPath, Options, shared


@click.command(
    cls=Command,
    examples=(
        "simcase import jobindsats --area Aabenraa --years 2016-2019",
        "simcase import jobindsats y01a02.xlsx --replace",
    ),
)
@click.argument("files", nargs=-1, type=AnyPath(), metavar="[FILE...]")
@click.option(
    "--table",
    metavar="TABLE",
    multiple=True,
)
@click.option("--only", metavar="COLUMN=VALUE", multiple=True)
@import_options
@click.option("--url", default=None, envvar="SIMCASE_JOBINDSATS_URL", show_envvar=True)
@shared("calibration", "as_json", "lang", "quiet")
def jobindsats(
    options: Options, files: tuple[Path, ...], table: tuple[str, ...], only: tuple[str, ...], url: str | None, **into: str | bool | None
) -> None:
    """Write full-time persons by benefit as targets of --calibration, and all that was counted as a series beside them."""
    from simcase.cli.deliver import deliver
    from simcase.cli.import_options import confirm_written
    from simcase.declare import AS_IS
    from simcase.importers import Wanted, import_jobindsats, pairs, tables
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.tables_import import targets_table

    wanted = Wanted(
        calibration=options.settings.calibration,
        area=area_of(into["area"], options.settings.calibration),
        years=(years := years_of(into["years"], options.settings.calibration)),
        fit=str(into["fit"] or f"counts-{max(years)}"),
        tables=tables(table),
        only=pairs(only, "--only"),
        refresh=bool(into["refresh"]),
        replace=bool(into["replace"]),
        lang=options.lang,
        **({"url": url} if url else {}),
    )
    brought = import_jobindsats(wanted, files, table[0] if table else None)
    model = resolve(AS_IS, calibration=options.settings.calibration, without_fit=True)
    deliver(options, brought, [targets_table(brought, labels_of(model, options.words()))])
    confirm_written(options, brought)
