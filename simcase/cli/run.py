"""`simcase run`: simulate a scenario and print what a planner reads."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Command
from simcase.cli.options import SIMULATING, Options, shared


@click.command(cls=Command, examples=("simcase run kik-ii --to 2019 --replications 200",))
@click.argument("scenario")
@shared(*SIMULATING)
def run(options: Options, scenario: str) -> None:
    """Simulate SCENARIO and print persons month by month, the budget table and the goals."""
    from simcase import api, study
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import progress
    from simcase.present.labels import labels_of
    from simcase.present.rows import run_rows
    from simcase.present.tables_run import run_parts

    with progress(options) as progressed:
        done = api.run(options.request(scenario), progressed)
    labels = labels_of(done.world.model, options.words())
    deliver(
        options, done.result, run_parts(done.result, study.headcounts(done.world), labels, options.settings.prices), run_rows(done.result)
    )
    remark(options, "run.stored", folder=done.folder)
