"""`simcase forecast`: learn from the counts so far, and foresee the months to come."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from simcase.cli.numbers import Whole
from simcase.cli.options import AnyPath, Options, first_day, last_day, shared

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from simcase import importers

SHOWN = ("calibration", "fit", "seed", "workers", "results", "as_json", "as_csv", "lang", "quiet")
MEMBERS = 200


@click.command(epilog="Example: simcase forecast --calibration any-municipality --counts counts.csv --to 2025-12")
@click.argument("scenario", default="as-is")
@click.option(
    "--counts",
    metavar="FILE",
    multiple=True,
    required=True,
    help="CSV with the columns month, line, persons; or tables of Jobindsats as downloaded, one --counts each: y01a02.xlsx, or "
    "y01a02=FILE where the file is called otherwise; or jobindsats, to ask the interface.",
)
@click.option("--area", metavar="NAME", help="The municipality, as Jobindsats calls it.  [default: the one that the files are of]")
@click.option("--only", metavar="COLUMN=VALUE", multiple=True, help="Rows that count, where a month has several: 'Køn=I alt'.")
@click.option("--table", metavar="TABLE", multiple=True, help="Table that the interface is asked for.  [default: those of the lines]")
@click.option("--since", type=first_day, metavar="MONTH", help="First month that the interface is asked for.  [default: all there are]")
@click.option("--refresh", is_flag=True, help="Ask again, whatever is kept of earlier answers.")
@click.option("--url", default=None, envvar="SIMCASE_JOBINDSATS_URL", show_envvar=True, help="Address of the interface.")
@click.option("--to", "until", type=last_day, metavar="DATE", required=True, help="Last month that is foreseen.")
@click.option(
    "--members",
    type=Whole(100, 2000),
    metavar="N",
    default=MEMBERS,
    show_default=True,
    help="Likely municipalities that are learned and played.",
)
@click.option(
    "-o",
    "--output",
    type=AnyPath(),
    multiple=True,
    help="Also write .xlsx, a folder of CSV files, or a chart: .html, .png, .svg, .pdf or .json.",
)
@click.option(
    "--save", metavar="FIT", help="Also keep what was learned as a fit of the calibration: `run --fit FIT` draws the likely places."
)
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
    """Foresee persons and kroner by month from the counts so far, in SCENARIO.

    Two hundred likely municipalities are played, set beside the counts of each month, and moved towards what they say. What they taught is
    kept: with the counts of one month more, the next forecast begins with it.
    """
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
    with progress(options, "progress.step") as tell:
        result = foreseen(request, Ask(known, until, members, save), tell)
    labels = labels_of(model, options.words())
    deliver(options, result, forecast_parts(result, labels), forecast_rows(result))
    if result.kept:
        remark(options, "forecast.kept", file=result.kept, scenario=scenario, calibration=result.calibration, fit=save)
    for path in output:
        if path.suffix.lower() in report.SHEETS:
            report.write_sheets(forecast_sheets(result, labels), path, labels.words)
        else:
            report.write(charts.forecast(forecast_points(result, labels), options.lang, labels.title), path)
        remark(options, "forecast.stored", file=path)


def _wish(
    area: str | None, only: tuple[str, ...], table: tuple[str, ...], since: date | None, url: str | None, *, refresh: bool
) -> importers.Wish:
    """Return what is wanted of Jobindsats."""
    from simcase import importers

    named = importers.tables(table) if table else ()
    chosen = importers.pairs(only, "--only")
    return importers.Wish(area, chosen, named, since, **({"url": url} if url else {}), refresh=refresh)
