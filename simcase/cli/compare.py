"""`simcase compare`: what scenarios change against a baseline, and how surely."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.options import SIMULATING, Options, shared


@click.command(epilog="Example: simcase compare baseline kik-ii kik-ii+small-jobs --to 2022")
@click.argument("baseline")
@click.argument("scenarios", nargs=-1, required=True, metavar="SCENARIO...")
@shared(*SIMULATING, "discount")
def compare(options: Options, baseline: str, scenarios: tuple[str, ...]) -> None:
    """Simulate BASELINE and each SCENARIO with the same luck and print the differences, the goals and the business case.

    A+B composes two scenarios.
    """
    from simcase import api
    from simcase.cli.console import progress, remark, show, show_json
    from simcase.cli.deliver import show_csv
    from simcase.cli.show_compare import compare_parts
    from simcase.present.labels import labels_of
    from simcase.present.rows import compare_rows

    models = [api.load(options.request(name)) for name in (baseline, *scenarios)]
    with progress(options) as progressed:
        done = api.compare(options.request(baseline), *scenarios, progress=progressed)
    if options.as_json:
        show_json(done.result)
    elif options.as_csv:
        show_csv(compare_rows(done.result))
    else:
        labels = [labels_of(model, options.words()) for model in models]
        show(compare_parts(done.result, labels, options.prices))
    for stored in (done.result.baseline, *done.result.scenarios):
        remark(options, "run.stored", folder=stored.run.folder)
