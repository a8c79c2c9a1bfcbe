"""`simcase report`: a finished run, or several held against the first, as files to hand on."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.options import AnyPath, Options, shared


@click.command(cls=Command, examples=("simcase report baseline kik-ii -o kik-ii.html",))
@click.argument("runs", nargs=-1, required=True, metavar="RUN...")
@click.option(
    "-o",
    "--output",
    type=AnyPath(),
    required=True,
    metavar="FILE",
)
@click.option("--interactive", is_flag=True)
@click.option("--one-page", is_flag=True)
@click.option("--template", type=AnyPath(dir_okay=False), metavar="FILE")
@shared("calibration", "fit", "uncertainty", "first", "last", "prices", "discount", "assumptions", "results", "progress", "lang", "quiet")
def report(options: Options, runs: tuple[str, ...], output: Path, *, template: Path | None, interactive: bool, one_page: bool) -> None:
    """Write a report of a RUN: a scenario, a run id or a folder; of several, the first is the baseline."""
    from simcase import api, study
    from simcase import report as made
    from simcase.cli.console import remark
    from simcase.vocabulary import write_whole

    made.check_report(output)
    if one_page and (interactive or output.suffix.lower() != ".html"):
        raise click.UsageError(options.words().say("one.needs_html"))
    if template and output.suffix.lower() not in made.PAPERS:
        raise click.UsageError(options.words().say("paper.alone"))
    if interactive:
        _interactive(options, runs, output)
        return
    shown = api.reopen(*runs, how=options.request(runs[0]))
    study.check_intervals(shown)
    if one_page:
        write_whole(output, made.one_page(shown, options.lang))
    else:
        made.write_report(shown, output, options.words(), template)
    remark(options, "report.stored", file=output)


def _interactive(options: Options, runs: tuple[str, ...], output: Path) -> None:
    """Write a page on which scenarios are moved against a baseline; what is not stored of their settings is played first."""
    from simcase import api, study
    from simcase import report as made
    from simcase.cli.console import remark
    from simcase.cli.progress import progress
    from simcase.vocabulary import write_whole

    words = options.words()
    if len(runs) == 1:
        raise click.UsageError(words.say("moving.needs_two"))
    if output.suffix.lower() != ".html":
        raise click.UsageError(words.say("moving.needs_html"))
    shown = api.reopen(*runs, how=options.request(runs[0]))
    study.check_intervals(shown)
    with progress(options) as told:
        grids = study.grids(shown[1:], told)
    write_whole(output, made.moving_page(shown, grids, options.lang))
    remark(options, "report.stored", file=output)
