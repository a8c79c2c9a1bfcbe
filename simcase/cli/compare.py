"""`simcase compare`: what scenarios change against a baseline, and how surely."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from simcase.cli.help import Command
from simcase.cli.options import SIMULATING, Options, shared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simcase.present.labels import Labels
    from simcase.present.table import Sentence, Table
    from simcase.study import Comparison


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
    from simcase.cli.progress import Growing, progress
    from simcase.present.interim import compare_figures, interim_comparison, still_open
    from simcase.present.labels import labels_of
    from simcase.present.rows import compare_rows
    from simcase.present.tables_compare import compare_parts, side_by_side_parts

    asked, prices, words = options.request(baseline), options.settings.prices, options.words()

    def labels(found: Comparison) -> list[Labels]:
        return [labels_of(each.world.model, words) for each in found.runs]

    def whole(found: Comparison) -> Iterator[Table | Sentence]:
        every = details or len(scenarios) == 1 or not found.result.baseline.budget
        return compare_parts(found.result, labels(found), prices) if every else side_by_side_parts(found.result, labels(found))

    growing = Growing(
        open=lambda found: still_open(asked, found.runs, words),
        brief=lambda found: interim_comparison(found, labels(found), prices),
        whole=whole,
        figures=compare_figures,
    )
    with progress(options, growing=growing) as told:
        done = api.compare(asked, *scenarios, progress=told, interim=told.interim)
    deliver(options, done.result, whole(done), compare_rows(done.result))
    for stored in (done.result.baseline, *done.result.scenarios):
        remark(options, "run.stored", folder=stored.run.folder)
