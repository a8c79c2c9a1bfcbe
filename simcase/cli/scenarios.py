"""`simcase scenarios`: what there is to choose from, and a file to begin one's own scenario with."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.help import Group
from simcase.cli.options import Options, shared


@click.group(
    cls=Group,
    invoke_without_command=True,
    examples=(
        "simcase scenarios",
        "simcase scenarios --calibration aabenraa-2019",
        "simcase scenarios new more-staff --based-on kik-ii",
    ),
)
@shared("calibration", "lang", "quiet")
def scenarios(options: Options) -> None:
    """List scenarios and initiatives, a line each: name, title and what it is."""
    if click.get_current_context().invoked_subcommand is None:
        from simcase.cli.console import show
        from simcase.cli.terminal import render
        from simcase.declare import here
        from simcase.errors import UserError
        from simcase.present.tables_scenarios import scenarios_table

        words = options.words()
        table, issues = scenarios_table(here(), words, options.settings.calibration)
        show(render([table], words))
        if issues:
            raise UserError(issues)


@scenarios.command(
    examples=(
        "simcase scenarios new more-staff --based-on kik-ii",
        "simcase scenarios new mentor --based-on baseline --initiative programme",
    )
)
@click.argument("name")
@click.option("--based-on", "base", metavar="NAME", required=True)
@click.option("--initiative", "kind", type=click.Choice(("programme", "open", "diversion", "hours")))
@shared("calibration", "lang", "quiet")
def new(options: Options, name: str, base: str, kind: str | None) -> None:
    """Write ./scenarios/NAME.yaml, and with --initiative ./scenarios/initiatives/NAME.yaml, to edit; nothing is ever overwritten."""
    from pathlib import Path
    from shlex import quote

    from simcase.cli.console import remark
    from simcase.cli.skeleton import check_names, skeleton, with_initiative, write_new
    from simcase.cli.skeleton_initiative import initiative
    from simcase.declare import here
    from simcase.errors import Issue, UserError
    from simcase.model import resolve
    from simcase.model.files import fitting, staffed
    from simcase.words import said

    library, words, folder = here(), options.words(), Path("scenarios")
    typed = click.get_current_context().get_parameter_source("calibration") is click.core.ParameterSource.COMMANDLINE
    asked = f" --calibration {quote(options.settings.calibration)}" if typed else ""
    check_names(name, base, library, initiative=kind is not None)
    model = resolve(base, calibration=options.settings.calibration, library=library, without_fit=True)
    if kind == "hours" and not any(each.staff for each in model.initiatives):
        some = staffed(model, options.settings.calibration, library)
        expected = said("error.scenario.staffed", names=some) if some else said("error.initiative.staff_of_pool")
        raise UserError([Issue("", 0, "--based-on", said("error.scenario.no_staff", base=base), expected)])
    if kind is None:
        file = write_new(folder, name, skeleton(name, base, model, fitting(model, options.settings.calibration, library), words))
        remark(options, "scenarios.new", file=file, name=name, asked=asked)
    else:
        written = write_new(folder / "initiatives", name, initiative(name, kind, model, words))
        file = write_new(folder, name, with_initiative(name, base, words))
        remark(options, "scenarios.new_initiative", initiative=written, file=file, name=name, base=base, asked=asked)
