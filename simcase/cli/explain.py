"""`simcase explain`: what a scenario's model implies, and where a number comes from."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.options import SIMULATING, Options, shared


@click.command(epilog="Example: simcase explain kik-ii budget.2020.sygedagpenge   or   simcase explain kik-ii stock.states.fleksjob")
@click.argument("scenario")
@click.argument("path", required=False)
@shared(*(name for name in SIMULATING if name not in {"first", "last", "as_csv"}))
def explain(options: Options, scenario: str, path: str | None) -> None:
    """Print what SCENARIO implies: mean stays, steady stocks, initiatives; with a PATH, that number with source and grade.

    budget.YEAR.LINE takes a figure of the budget apart: weeks by refusion step, rates, index, take-up and share, each with its source.
    """
    from simcase import api
    from simcase.cli.console import progress
    from simcase.cli.deliver import deliver
    from simcase.present.labels import labels_of
    from simcase.present.tables_apart import apart_parts
    from simcase.present.tables_explain import figure_parts, model_parts
    from simcase.study.results import FigureApart, ModelResult

    with progress(options) as progressed:
        explained = api.explain(options.request(scenario), path, progressed).result
    labels = labels_of(api.load(options.request(scenario)), options.words())
    if isinstance(explained, ModelResult):
        deliver(options, explained, model_parts(explained, labels))
    elif isinstance(explained, FigureApart):
        deliver(options, explained, apart_parts(explained, labels))
    else:
        deliver(options, explained, figure_parts(explained, labels.words))
