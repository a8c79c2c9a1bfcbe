"""`simcase explain`: what a scenario's model implies, and where a number comes from."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import re

import click

from simcase.cli.options import SIMULATING, Options, shared

BUDGET = re.compile(r"budget\.(\d{4})\.(.+)")
"""A path that leads to a figure of the budget table and not to a number of the model."""


@click.command(epilog="Example: simcase explain kik-ii budget.2020.sygedagpenge   or   simcase explain kik-ii stock.states.fleksjob")
@click.argument("scenario")
@click.argument("path", required=False)
@shared(*(name for name in SIMULATING if name not in {"first", "last", "as_csv"}))
def explain(options: Options, scenario: str, path: str | None) -> None:
    """Print what SCENARIO implies: mean stays, steady stocks, initiatives; with a PATH, that number with source and grade.

    budget.YEAR.LINE takes a figure of the budget apart: weeks by refusion step, rates, index, take-up and share, each with its source.
    """
    from simcase import study
    from simcase.cli.console import progress, show, show_json
    from simcase.cli.show_apart import apart_parts
    from simcase.cli.show_explain import figure_parts, model_parts
    from simcase.model import resolve
    from simcase.study.labels import labels_of

    figure = BUDGET.fullmatch(path or "")
    if figure:
        with progress(options) as progressed:
            explained = study.budget_figure(options.request(scenario), int(figure[1]), figure[2], progressed or study.silent)
    else:
        explained = study.explain(options.request(scenario), path)
    if options.as_json:
        show_json(explained)
    elif figure:
        model = resolve(scenario, calibration=options.calibration, fit=options.fit)
        show(apart_parts(explained, labels_of(model, options.words())))
    elif path is not None:
        show(figure_parts(explained, options.words()))
    else:
        model = resolve(scenario, calibration=options.calibration, fit=options.fit)
        show(model_parts(explained, labels_of(model, options.words())))
