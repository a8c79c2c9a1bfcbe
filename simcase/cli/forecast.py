"""`simcase forecast`: learn from the counts so far, and foresee the months to come."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import AnyPath, Options, first_day, last_day, shared

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from simcase import importers

SHOWN = ("calibration", "fit", "seed", "workers", "results", "as_json", "as_csv", "lang", "quiet")
MEMBERS = 200


@click.command(cls=Command, examples=("simcase forecast --calibration any-municipality --counts counts.csv --to 2025-12",))
@click.argument("scenario", default="as-is")
@click.option(
    "--counts",
    metavar="FILE",
    multiple=True,
    required=True,
)
@click.option("--area", metavar="NAME")
@click.option("--only", metavar="COLUMN=VALUE", multiple=True)
@click.option("--table", metavar="TABLE", multiple=True)
@click.option("--since", type=first_day, metavar="MONTH")
@click.option("--refresh", is_flag=True)
@click.option("--url", default=None, envvar="SIMCASE_JOBINDSATS_URL", show_envvar=True)
@click.option("--to", "until", type=last_day, metavar="DATE", required=True)
@click.option(
    "--members",
    type=Whole(100, 2000),
    metavar="N",
    default=MEMBERS,
    show_default=True,
)
@click.option(
    "-o",
    "--output",
    type=AnyPath(),
    multiple=True,
)
@click.option("--save", metavar="FIT")
@shared(*SHOWN)
def forecast(
    options: Options,
    scenario: str,
    counts: tuple[str, ...],
    until: date,
    members: int,
    save: str | None,
    output: tuple[Path, ...],
    **asked: Any,  # noqa: ANN401 - click's own
) -> None:
    """Foresee persons and kroner by month from the counts so far, in SCENARIO."""
    from simcase import charts, importers, report
    from simcase.calibrate.foresight import Ask
    from simcase.calibrate.foresight import forecast as foreseen
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.tables_forecast import forecast_parts, forecast_points, forecast_rows, forecast_sheets

    for path in output:
        report.check_report(path, (*report.SHEETS, *report.ENDINGS))
    request = options.request(scenario)
    model = resolve(scenario, calibration=request.calibration, fit=request.fit)
    known = importers.counts_from(counts, model, _wish(**asked))
    with progress(options, "progress.learning") as tell:
        result = foreseen(request, Ask(known, until, members, save), tell)
    labels = labels_of(model, options.words())
    deliver(options, result, forecast_parts(result, labels), forecast_rows(result))
    if result.kept:
        remark(options, "forecast.kept", file=result.kept, scenario=scenario, calibration=result.calibration, fit=save)
    for path in output:
        if path.suffix.lower() in report.SHEETS:
            report.write_sheets(forecast_sheets(result, labels), path, labels.words)
        else:
            report.write(charts.forecast(forecast_points(result, labels), options.lang, labels.title), path, forecast_parts(result, labels))
        remark(options, "forecast.stored", file=path)


def _wish(
    area: str | None, only: tuple[str, ...], table: tuple[str, ...], since: date | None, url: str | None, *, refresh: bool
) -> importers.Wish:
    """Return what is wanted of Jobindsats."""
    from simcase import importers

    named = importers.tables(table) if table else ()
    chosen = importers.pairs(only, "--only")
    return importers.Wish(area, chosen, named, since, **({"url": url} if url else {}), refresh=refresh)
