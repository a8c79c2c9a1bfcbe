"""`simcase compare`: what scenarios change against a baseline, and how surely."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Command
from simcase.cli.options import SIMULATING, Options, shared


@click.command(cls=Command, examples=("simcase compare baseline kik-ii kik-ii+small-jobs --to 2022",))
@click.argument("baseline")
@click.argument("scenarios", nargs=-1, required=True, metavar="SCENARIO...")
@click.option("--details", is_flag=True)
@shared(*SIMULATING, "discount")
def compare(options: Options, baseline: str, scenarios: tuple[str, ...], *, details: bool) -> None:
    """Simulate BASELINE and each SCENARIO with the same luck and print the differences, the goals and the business case."""
    from simcase import api
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.present.labels import labels_of
    from simcase.present.rows import compare_rows
    from simcase.present.tables_compare import choices_parts, compare_parts

    models = [api.load(options.request(name)) for name in (baseline, *scenarios)]
    with progress(options) as progressed:
        done = api.compare(options.request(baseline), *scenarios, progress=progressed)
    labels = [labels_of(model, options.words()) for model in models]
    whole = details or len(scenarios) == 1 or not done.result.baseline.budget
    parts = compare_parts(done.result, labels, options.settings.prices) if whole else choices_parts(done.result, labels)
    deliver(options, done.result, parts, compare_rows(done.result))
    for stored in (done.result.baseline, *done.result.scenarios):
        remark(options, "run.stored", folder=stored.run.folder)
