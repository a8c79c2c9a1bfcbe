"""The options of imports that write into a calibration: for which area and years, and what is replaced."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simcase.cli.options import Options
from simcase.words import said

if TYPE_CHECKING:
    from simcase.importers import ImportResult

Verb = Callable[..., Any]


def import_options(verb: Verb) -> Verb:
    """Give a verb the options `area`, `years`, `fit`, `refresh` and `replace`."""
    options = (
        click.option("--area", metavar="NAME"),
        click.option("--years", metavar="YEAR[-YEAR]"),
        click.option("--fit", metavar="NAME"),
        click.option("--refresh", is_flag=True),
        click.option("--replace", is_flag=True),
    )
    for option in reversed(options):
        verb = option(verb)
    return verb


def area_of(area: object, calibration: str) -> str:
    """Return the area asked for, else the one that a calibration is called after.

    >>> area_of(None, "aabenraa-2019"), area_of("Greve", "x")
    ('Aabenraa', 'Greve')
    """
    return str(area) if area else re.sub(r"-\d{4}.*$", "", calibration).replace("-", " ").title()


def years_of(years: object, calibration: str) -> tuple[int, ...]:
    """Return the years asked for, else the one in a calibration's name.

    >>> years_of("2017-2019", ""), years_of(None, "aabenraa-2019")
    ((2017, 2018, 2019), (2019,))
    """
    text = str(years) if years else next(iter(re.findall(r"-(\d{4})", calibration)), "")
    match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    if match is None or (match[2] and match[2] < match[1]):
        raise click.BadParameter(said("error.usage.years"), param_hint="--years")
    return tuple(range(int(match[1]), int(match[2] or match[1]) + 1))


def confirm_written(options: Options, brought: ImportResult) -> None:
    """Say which files were written, and how the calibration is fitted to what they hold."""
    from simcase.cli.console import remark  # noqa: PLC0415 - help answers without it

    remark(options, "import.files", files=", ".join(Path(file).as_posix() for file in brought.files))
    for fit in sorted({fit for target in brought.targets for fit in target.fits}):
        remark(options, "import.fit", name=options.settings.calibration, fit=fit)
