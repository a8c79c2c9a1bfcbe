"""`simcase explain`: what a scenario's model implies, and where a number comes from."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.options import Options, shared


@click.command(epilog="Example: simcase explain kik-ii   or   simcase explain kik-ii stock.states.fleksjob")
@click.argument("scenario")
@click.argument("path", required=False)
@shared("calibration", "fit", "as_json", "lang", "quiet")
def explain(options: Options, scenario: str, path: str | None) -> None:
    """Print what SCENARIO implies: mean stays, steady stocks, initiatives; with a PATH, that number with source and grade."""
    from simcase import study
    from simcase.cli.console import show, show_json
    from simcase.cli.show_explain import figure_parts, model_parts
    from simcase.model import resolve
    from simcase.study.labels import labels_of

    explained = study.explain(options.request(scenario), path)
    if options.as_json:
        show_json(explained)
    elif path is not None:
        show(figure_parts(explained, options.words()))
    else:
        model = resolve(scenario, calibration=options.calibration, fit=options.fit)
        show(model_parts(explained, labels_of(model, options.words())))
