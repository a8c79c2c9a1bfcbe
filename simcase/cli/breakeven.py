"""`simcase breakeven`: what must hold for a scenario to pay back by a date."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simcase.cli.help import Command
from simcase.cli.options import SIMULATING, Options, last_day, shared

if TYPE_CHECKING:
    from datetime import date

    from simcase.study.breakeven import Vary

SHOWN = tuple(name for name in SIMULATING if name not in {"first", "last"})


@click.command(
    cls=Command,
    examples=(
        "simcase breakeven baseline kik-ii --by 2022-12-31",
        "simcase breakeven baseline small-jobs --vary cost",
    ),
)
@click.argument("baseline")
@click.argument("scenario")
@click.option("--by", type=last_day, metavar="DATE")
@click.option("--vary", type=click.Choice(["effect", "cost", "places"]))
@click.option("--only", metavar="INITIATIVE", multiple=True)
@shared(*SHOWN, "discount")
def breakeven(options: Options, baseline: str, scenario: str, by: date | None, vary: Vary | None, only: tuple[str, ...]) -> None:
    """Find where the net result of SCENARIO against BASELINE, summed to a date, is zero."""
    from simcase import study
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.present.labels import labels_of
    from simcase.present.rows import breakeven_rows
    from simcase.present.tables_breakeven import breakeven_parts
    from simcase.study.identity import all_resolved

    models = all_resolved(map(options.request, (baseline, scenario)))
    with progress(options, "progress.step") as progressed:
        result = study.breakeven(options.request(baseline), scenario, progressed, by, vary, only)
    base, own = (labels_of(model, options.words()) for model in models)
    if vary is None and result.vary == "cost":
        remark(options, "even.cost_alone", title=own.title, base=base.title)
    deliver(options, result, breakeven_parts(result, base, own), breakeven_rows(result))
