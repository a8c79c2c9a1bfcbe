"""`simcase followup`: the accounts so far become the expected accounts of the year."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import SIMULATING, AnyPath, Options, last_day, shared

FILE = AnyPath(dir_okay=False)


@click.command(
    cls=Command, examples=("simcase followup kik-ii --actuals calibration/aabenraa-2019/accounts/made-up-2019.xlsx --as-of 2019-03-31",)
)
@click.argument("scenario")
@click.option("--actuals", type=FILE, required=True, metavar="FILE")
@click.option("--as-of", type=last_day, required=True, metavar="DATE")
@click.option("--budget", type=FILE, metavar="FILE")
@click.option("--refund-lag", type=Whole(0, 6), default=1, show_default=True, metavar="N")
@click.option("-o", "--output", type=AnyPath(), metavar="FILE")
@shared(*(name for name in SIMULATING if name not in {"first", "last", "prices"}))
def followup(
    options: Options, scenario: str, actuals: Path, as_of: date, budget: Path | None, refund_lag: int, output: Path | None
) -> None:
    """Carry SCENARIO's run on from the accounts so far: expected accounts of the year, held against the original and corrected budget."""
    from simcase import report, study
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.present.labels import labels_of
    from simcase.present.rows import followup_rows
    from simcase.present.tables_followup import followup_parts, followup_sheets

    if output is not None:
        report.check_sheets(output)
    with progress(options) as progressed:
        ledger = study.Ledger(actuals, as_of, budget, refund_lag)
        done = study.followup(options.request(scenario), ledger, progressed)
    labels = labels_of(done.model, options.words())
    deliver(options, done.result, followup_parts(done.result, labels), followup_rows(done.result))
    if output is not None:
        report.write_sheets(followup_sheets(done, labels), output, labels.words)
        remark(options, "followup.stored", file=output)
