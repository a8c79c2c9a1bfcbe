"""`simcase doctor`: whether the installation has what it needs, and what to do where it has not."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

import click

from simcase.cli.options import Options, shared
from simcase.errors import FAILED


@click.command(epilog="Example: simcase doctor --json")
@shared("results", "as_json", "lang", "quiet")
def doctor(options: Options) -> None:
    """Look at versions, the compiled engine, write access, pictures, browser and extras, and remove damaged files from the cache.

    The exit code is 1 where something needed is missing.
    """
    from simcase.cli.console import remark, show, show_json
    from simcase.cli.examined import EXTRAS, examined
    from simcase.cli.terminal import table

    findings = list(examined(options.results))
    well = all(each.fine for each in findings if each.needed)
    if options.as_json:
        show_json({"well": well, "findings": [each._asdict() for each in findings]})
    else:
        words = options.words()
        heads = [words.say(f"doctor.{head}") for head in ("check", "state", "found", "do")]
        grid = table(words.say("doctor.title"), heads, [])
        for each in findings:
            state = "ok" if each.fine else "missing" if each.needed else "optional"
            advice = words.say("doctor.do.extra", extra=each.name) if each.name in EXTRAS else ""
            if not each.fine and not advice:
                advice = words.say(f"doctor.do.{each.name}")
            grid.add_row(words.say(f"doctor.name.{each.name}"), words.say(f"doctor.{state}"), each.found, "" if each.fine else advice)
        show([grid])
    remark(options, "doctor.all_well" if well else "doctor.not_well")
    if not well:
        click.get_current_context().exit(FAILED)
