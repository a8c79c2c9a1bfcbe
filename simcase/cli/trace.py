"""`simcase trace`: one synthetic citizen's life, in one world or in two."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import AnyPath, Options, shared
from simcase.errors import MOST_CITIZENS, MOST_REPLICATIONS, Issue, UserError
from simcase.words import said


@click.command(
    cls=Command,
    examples=(
        "simcase trace baseline small-jobs --citizen 24277 -o life.html",
        "simcase trace baseline --everyone -o spells.csv",
    ),
)
@click.argument("scenario")
@click.argument("other", required=False, metavar="[SCENARIO]")
@click.option("--citizen", type=Whole(0, MOST_CITIZENS), metavar="N")
@click.option("--everyone", is_flag=True)
@click.option("--replication", type=Whole(0, MOST_REPLICATIONS - 1), default=0, show_default=True, metavar="R")
@click.option(
    "-o",
    "--output",
    type=AnyPath(),
)
@shared("calibration", "fit", "seed", "uncertainty", "as_json", "lang", "quiet")
def trace(
    options: Options, scenario: str, other: str | None, citizen: int | None, replication: int, output: Path | None, *, everyone: bool
) -> None:
    """Tell the life of a synthetic citizen in SCENARIO; in a second one too, with the same luck, and from when on the two lives differ."""
    if everyone == (citizen is not None) or (everyone and (other or not output)):
        raise click.UsageError(said("error.usage.citizen"))
    if everyone and output:
        register(options, scenario, replication, output)
    elif citizen is not None:
        life(options, [scenario, other] if other else [scenario], citizen, replication, output)


def register(options: Options, scenario: str, replication: int, output: Path) -> None:
    """Write the spells of every synthetic citizen."""
    from dataclasses import replace

    from simcase import api, report
    from simcase.cli.console import remark
    from simcase.vocabulary import check_place

    if output.suffix not in {".csv", ".parquet"}:
        raise UserError([Issue("", 0, "--output", str(output), said("error.file.csv_or_parquet"))])
    check_place(output)
    spells = api.register(replace(options.request(scenario), uncertainty="chance"), replication)
    report.write_table(spells, output)
    remark(options, "trace.register", persons=options.words().number(spells["person"].n_unique()), file=output)


def life(options: Options, scenarios: Sequence[str], citizen: int, replication: int, output: Path | None) -> None:
    """Tell a citizen's life, and draw it."""
    from simcase import api, charts, report
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.present.labels import labels_of
    from simcase.present.tables_life import Life, life_parts, who
    from simcase.study.divergence import divergence
    from simcase.study.identity import all_resolved
    from simcase.vocabulary import document_of

    if output is not None:
        report.check(output)
    labels = [labels_of(model, options.words()) for model in all_resolved(map(options.request, scenarios))]
    result = api.trace(options.request(scenarios[0]), citizen, *scenarios[1:], replication=replication).result
    told = Life(result, labels, divergence(result.worlds))
    deliver(options, {**document_of(result), "differ_from": told.parted}, life_parts(told))
    if output is not None:
        titles = [names.title for names in labels]
        report.write(charts.life(result.worlds, titles, told.parted, options.lang, who(told), told.names()), output, life_parts(told))
        remark(options, "chart.stored", file=output)
