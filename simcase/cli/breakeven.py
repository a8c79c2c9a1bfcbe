"""`simcase breakeven`: what must hold for a scenario to pay back by a date."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simcase.cli.options import SIMULATING, Options, last_day, shared

if TYPE_CHECKING:
    from datetime import date

    from simcase.study.breakeven import Vary

SHOWN = tuple(name for name in SIMULATING if name not in {"first", "last"})


@click.command(epilog="Example: simcase breakeven baseline kik-ii --by 2022-12-31   or   simcase breakeven baseline small-jobs --vary cost")
@click.argument("baseline")
@click.argument("scenario")
@click.option("--by", type=last_day, metavar="DATE", help="Year's end by which it is to pay back.  [default: the run's last]")
@click.option("--vary", type=click.Choice(["effect", "cost", "places"]), default="effect", show_default=True, help="What is varied.")
@click.option("--only", metavar="INITIATIVE", multiple=True, help="Initiative that is varied.  [default: all that differ]")
@shared(*SHOWN, "discount")
def breakeven(options: Options, baseline: str, scenario: str, by: date | None, vary: Vary, only: tuple[str, ...]) -> None:
    """Find where the net result of SCENARIO against BASELINE, summed to a date, is zero.

    That is the smallest effect (times the logs of its hazard ratios), the largest cost, or the number of places at which it pays back.
    """
    from simcase import study
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.model import resolve
    from simcase.present.labels import labels_of
    from simcase.present.rows import breakeven_rows
    from simcase.present.tables_breakeven import breakeven_parts

    models = [resolve(name, calibration=options.settings.calibration, fit=options.settings.fit) for name in (baseline, scenario)]
    with progress(options, "progress.step") as progressed:
        result = study.breakeven(options.request(baseline), scenario, progressed, by, vary, only)
    base, own = (labels_of(model, options.words()) for model in models)
    deliver(options, result, breakeven_parts(result, base, own), breakeven_rows(result))
