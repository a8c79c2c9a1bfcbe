"""`simcase import`: foreign data into calibration files."""

from __future__ import annotations

import click

from simcase.cli.help import Group
from simcase.cli.import_jobindsats import jobindsats
from simcase.cli.import_refunds import ydelsesrefusion
from simcase.cli.import_spells import spells
from simcase.cli.import_statbank import statbank


@click.group(cls=Group, name="import", examples=("simcase import spells forloeb.csv --gap self_support --name my-town",))
def importing() -> None:
    """Bring in figures of your own: spell histories, Jobindsats, StatBank Denmark, the state's files on refund."""


for verb in (jobindsats, spells, statbank, ydelsesrefusion):
    importing.add_command(verb)
