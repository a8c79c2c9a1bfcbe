"""`simcase portfolio`: which initiatives, and how much of each, meet a goal most surely within a budget."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Decimal
from simcase.cli.options import SIMULATING, AnyPath, Options, shared
from simcase.errors import LARGEST
from simcase.words import said

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = tuple(name for name in SIMULATING if name not in {"first", "last"})
EXAMPLE = (
    "simcase portfolio baseline --choose kik-ii:dose=0..1 --choose small-jobs:places=0..240 --budget 10000000 --goal kontanthjaelp-800"
)


@click.command(cls=Command, examples=(EXAMPLE,))
@click.argument("baseline")
@click.option("choose", "--choose", metavar="INITIATIVE[:dose|places|staff=LOW..HIGH]", multiple=True, required=True)
@click.option("--budget", type=Decimal(0.0, LARGEST), metavar="KRONER")
@click.option("goals", "--goal", metavar="ID", multiple=True)
@click.option("--by", type=click.Choice(["net"]))
@click.option("-o", "--output", type=AnyPath())
@shared(*SHOWN, "discount")
def portfolio(
    options: Options,
    baseline: str,
    choose: tuple[str, ...],
    budget: float | None,
    goals: tuple[str, ...],
    by: str | None,
    output: Path | None,
) -> None:
    """Find the mix of initiatives that meets goals most surely, or has the best net result, beside BASELINE within a budget."""
    from simcase import charts, report, study
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.model import selection
    from simcase.present.labels import labels_of
    from simcase.present.rows import mix_rows
    from simcase.present.tables_portfolio import portfolio_parts, portfolio_points

    if bool(goals) == bool(by):
        message = said("error.usage.goal_or_net")
        raise click.UsageError(message)
    if output is not None:
        report.check(output, report.ENDINGS)
    request = options.request(baseline)
    with progress(options, "progress.step") as progressed:
        result = study.portfolio(request, study.Portfolio(choose, goals, budget), progressed)
    names = [each.initiative for each in result.choices]
    model = selection(baseline, names, calibration=request.calibration, fit=request.fit).model(names)
    labels = labels_of(model, options.words())
    parts = list(portfolio_parts(result, labels))
    deliver(options, result, parts, mix_rows(result))
    if output is not None:
        points = portfolio_points(result, labels)
        report.write(charts.portfolio(points, options.lang, labels.title, result.budget, shares=bool(goals)), output, parts)
        remark(options, "chart.stored", file=output)
