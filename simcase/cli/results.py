"""`simcase results`: the runs that are stored, whether they are whole, and how they go away again."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import click

from simcase.cli.help import Group
from simcase.cli.numbers import Decimal
from simcase.cli.options import Options, shared
from simcase.errors import FAILED, FELL_SHORT, MOST_DAYS, Issue, RunError, UserError
from simcase.words import said

if TYPE_CHECKING:
    from simcase.tidy import Shelved
    from simcase.words import Words

SECONDS_A_DAY = 86_400.0


@click.group(
    cls=Group,
    examples=(
        "simcase results list",
        "simcase results clean --older-than 30",
    ),
)
def results() -> None:
    """List the stored runs, show one, verify that they are as they were written, or remove those no longer needed."""


@results.command("list", examples=("simcase results list --results old-results",))
@shared("results", "as_json", "lang", "quiet")
def list_(options: Options) -> None:
    """List the runs of the results folder: scenario, run id, status, when it changed, fit, replications, size, edited prices."""
    from simcase import tidy
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.present.tables_results import runs_table
    from simcase.study.stored_runs import stored_run

    runs = [stored_run(run) for run in tidy.list_runs(options.settings.results)]
    deliver(options, {"runs": runs}, [runs_table(runs, options.words())] if runs else [])
    if not runs and not options.as_json:
        remark(options, "results.none", folder=options.settings.results)


@results.command(examples=("simcase results show kik-ii",))
@click.argument("run")
@shared("results", "as_json", "lang", "quiet")
def show(options: Options, run: str) -> None:
    """Show RUN, a scenario, a run id or a folder: what it is, its files, and the command that repeats it."""
    from simcase import tidy
    from simcase.cli.deliver import deliver
    from simcase.present.tables_results import details_table
    from simcase.study.stored_runs import stored_run
    from simcase.vocabulary import document_of

    found = named_runs(options, (run,), tidy.list_runs(options.settings.results))[0]
    document = {**document_of(stored_run(found)), "manifest": found.manifest}
    deliver(options, document, [details_table(found, options.words())])


@results.command(examples=("simcase results verify",))
@click.argument("runs", nargs=-1, metavar="[RUN...]")
@shared("results", "lang", "quiet")
def verify(options: Options, runs: tuple[str, ...]) -> None:
    """Compare finished runs (all, or those named) with the checksums written at their end; exit code 3 where any differs."""
    from simcase import tidy
    from simcase.cli.console import remark

    every = tidy.list_runs(options.settings.results)
    finished = [run for run in (named_runs(options, runs, every) if runs else every) if run.status == "finished"]
    bad = {run.folder: files for run in finished if (files := tidy.damaged_files(run))}
    for folder, files in bad.items():
        click.echo(options.words().say("results.harmed", folder=folder, files=", ".join(files)))
    if bad:
        click.echo(options.words().say("results.harmed_all", bad=len(bad), n=len(finished)), err=True)
        raise click.exceptions.Exit(FELL_SHORT)
    remark(options, "results.whole", n=len(finished))


@results.command(examples=("simcase results clean --older-than 30 --yes",))
@click.argument("runs", nargs=-1, metavar="[RUN...]")
@click.option("--older-than", type=Decimal(0.0, MOST_DAYS), metavar="DAYS")
@click.option("--yes", is_flag=True)
@shared("results", "lang", "quiet")
def clean(options: Options, runs: tuple[str, ...], older_than: float | None, *, yes: bool) -> None:
    """Remove runs that were interrupted, or the runs named; nothing that is under way, and no folder that is not a run's."""
    from simcase import tidy
    from simcase.cli.console import remark, show
    from simcase.cli.terminal import render
    from simcase.present.tables_results import megabytes, runs_table
    from simcase.study.stored_runs import stored_run

    every = tidy.list_runs(options.settings.results)
    going = named_runs(options, runs, every) if runs else [run for run in every if _old(run, older_than)]
    if not going:
        remark(options, "results.nothing")
        return
    words = options.words()
    told = [stored_run(run) for run in going]
    show(render([runs_table(told, words)], words))
    about = {"n": len(going), "size": megabytes(told, words)}
    if not yes and not (sys.stdin.isatty() and agreed(words, words.say("results.remove", **about))):
        click.echo(words.say("results.not_removed"), err=True)
        raise click.exceptions.Exit(FAILED)
    for run in going:
        tidy.remove_run(run)
    remark(options, "results.removed", **about)


def agreed(words: Words, question: str) -> bool:
    """Ask a question and tell whether it was answered with yes, in the reader's language; anything else is no."""
    answer = click.prompt(f"{question} [{words.say('results.yes_or_no')}]", default="", show_default=False, err=True)
    return answer.strip().lower() in words.say("results.yes").split()


def _old(run: Shelved, days: float | None) -> bool:
    """Tell whether a run that nobody named may go: it was interrupted, or is finished and so many days old."""
    if run.status != "finished":
        return run.status == "unfinished"
    return days is not None and time.time() - run.changed >= days * SECONDS_A_DAY


def named_runs(options: Options, runs: tuple[str, ...], every: list[Shelved]) -> list[Shelved]:
    """Return the runs that are named: by id or folder whatever their status, by scenario the newest finished one.

    Raises UserError for one that is no run of simcase, with nothing done.
    """
    from pathlib import Path

    from simcase import tidy

    found: dict[Path, Shelved] = {}
    issues: list[Issue] = []
    for name in runs:
        ids = [run for run in every if run.folder.name == name]
        try:
            run = ids[0] if ids else tidy.run_in(tidy.find(options.settings.results, name).resolve())
        except RunError:
            run = None
        if run is None:
            issues.append(Issue("", 0, "", f"'{name}'", said("error.run.or_folder", results=options.settings.results)))
        else:
            found[run.folder.resolve()] = run
    if issues:
        raise UserError(issues)
    return list(found.values())
