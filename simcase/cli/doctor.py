"""`simcase doctor`: whether the installation has what it needs, and what to do where it has not."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from simcase.cli.help import Command
from simcase.cli.options import Options, shared
from simcase.errors import FAILED

if TYPE_CHECKING:
    from simcase.cli.diagnostics import Finding
    from simcase.present.table import Table
    from simcase.words import Words


@click.command(cls=Command, examples=("simcase doctor --json",))
@shared("results", "as_json", "lang", "quiet")
def doctor(options: Options) -> None:
    """Look at versions, the compiled engine, write access, pictures, browser and extras, and remove damaged files from the cache."""
    from simcase.cli.console import remark
    from simcase.cli.deliver import deliver
    from simcase.cli.diagnostics import diagnose

    findings = list(diagnose(options.settings.results))
    well = all(each.fine for each in findings if each.needed)
    deliver(options, {"well": well, "findings": findings}, [findings_table(findings, options.words())])
    if well:
        remark(options, "doctor.all_well")
    else:
        words = options.words()
        missing = [words.say(f"doctor.name.{each.name}") for each in findings if each.needed and not each.fine]
        remark(options, "doctor.not_well", names=", ".join(missing))
        click.get_current_context().exit(FAILED)


def findings_table(findings: Sequence[Finding], words: Words) -> Table:
    """Return a row a finding: what was looked at, its state, what was found, and what to do where it is not fine."""
    from simcase.cli.diagnostics import EXTRAS
    from simcase.present.table import Row, Table, texts

    rows = []
    for each in findings:
        state = "ok" if each.fine else "missing" if each.needed else "optional"
        advice = words.say("doctor.do.extra", extra=each.name) if each.name in EXTRAS else ""
        if not each.fine and not advice:
            advice = words.say(f"doctor.do.{each.name}")
        cells = [words.say(f"doctor.name.{each.name}"), words.say(f"doctor.{state}"), each.found, "" if each.fine else advice]
        rows.append(Row(cells))
    heads = (words.say(f"doctor.{head}") for head in ("check", "state", "found", "do"))
    return Table("", words.say("doctor.title"), texts(*heads), rows)
