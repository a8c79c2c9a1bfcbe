"""`simcase check`: what is wrong in files, before anything is run."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Command
from simcase.cli.options import Options, shared


@click.command(
    cls=Command,
    examples=(
        "simcase check",
        "simcase check kik-ii scenarios/initiatives/kis.yaml calibration/aabenraa-2019",
    ),
)
@click.argument("files", nargs=-1, metavar="[FILE...]")
@shared("calibration", "lang", "quiet")
def check(options: Options, files: tuple[str, ...]) -> None:
    """Validate scenarios, initiatives and calibrations, named or given as paths, and report every problem with file and line."""
    from simcase import api
    from simcase.declare import here
    from simcase.errors import UserError
    from simcase.model.files import everything, files_of, without_world

    issues = api.check(*files, calibration=options.settings.calibration)
    if issues:
        raise UserError(issues)
    good = {file.resolve() for reference in files or everything(here()) for file in files_of(reference, here())}
    click.echo(options.words().say("check.good", n=len(good)))
    alone = [] if files else without_world(here(), options.settings.calibration)
    if alone:
        click.echo(options.words().say("check.alone", n=len(alone)))
