"""`simcase run`: simulate a scenario and print what a planner reads."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simcase.cli.help import Command
from simcase.cli.options import SIMULATING, Options, shared

if TYPE_CHECKING:
    from simcase.present.labels import Labels
    from simcase.study import Shown


@click.command(cls=Command, examples=("simcase run kik-ii --to 2019 --replications 200",))
@click.argument("scenario")
@shared(*SIMULATING)
def run(options: Options, scenario: str) -> None:
    """Simulate SCENARIO and print persons month by month, the budget table and the goals."""
    from simcase import api, study
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.progress import Growing, progress
    from simcase.present.interim import interim_run, run_figures, still_open
    from simcase.present.labels import labels_of
    from simcase.present.rows import run_rows
    from simcase.present.tables_run import run_parts

    asked, prices, words = options.request(scenario), options.settings.prices, options.words()

    def labels(found: Shown) -> Labels:
        return labels_of(found.world.model, words)

    growing = Growing(
        open=lambda found: still_open(asked, [found], words),
        brief=lambda found: interim_run(found, labels(found), prices),
        whole=lambda found: run_parts(found.result, study.headcounts(found.world), labels(found), prices),
        figures=run_figures,
    )
    with progress(options, growing=growing) as told:
        done = api.run(asked, told, told.interim)
    deliver(options, done.result, growing.whole(done), run_rows(done.result))
    remark(options, "run.stored", folder=done.folder)
