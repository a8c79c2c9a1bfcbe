"""`simcase init`: a folder of the user's own to work in, and a new municipality in it."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.help import Command
from simcase.cli.numbers import Whole
from simcase.cli.options import AnyPath, Options, shared
from simcase.words import said

COPIED = ("scenarios", "calibration", "backtests", "templates")
YEAR = 2019


@click.command(
    cls=Command,
    examples=(
        "simcase init plan",
        "simcase init . --municipality Greve --population 50000",
    ),
)
@click.argument("folder", metavar="DIR", type=AnyPath())
@click.option("--municipality", metavar="NAME")
@click.option("--year", type=Whole(2016, 2030), metavar="YEAR", default=YEAR, show_default=True)
@click.option("--population", type=Whole(1000, 2_000_000), metavar="N")
@shared("lang", "quiet")
def init(options: Options, folder: Path, municipality: str | None, year: int, population: int | None) -> None:
    """Copy scenarios/, calibration/, backtests/ and templates/ into DIR for editing; nothing is ever overwritten."""
    from simcase.errors import Issue, UserError

    blocking = [path for path in (folder, *folder.parents) if path.exists() and not path.is_dir()]
    there = [folder / name for name in COPIED if (folder / name).exists() or (folder / name).is_symlink()]
    if blocking or (there and not municipality):
        raise UserError([Issue(str(path), 0, "", said("error.folder.taken"), said("error.folder.without")) for path in blocking or there])
    if not there:
        copy_shipped(options, folder)
    if municipality:
        write_municipality(options, folder, municipality, year, population)


def copy_shipped(options: Options, folder: Path) -> None:
    """Copy what is shipped; comments are in the user's language."""
    import shlex
    import shutil

    from simcase.cli.console import remark
    from simcase.declare import shipped
    from simcase.words.comments import commented

    def copied(here: str, there: str) -> None:
        """Copy a file."""
        if here.endswith(".yaml"):
            text = Path(here).read_bytes().decode()
            Path(there).write_bytes(commented(text, options.lang).encode())
        else:
            shutil.copy2(here, there)

    for name in COPIED:
        shutil.copytree(shipped() / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*"), copy_function=copied)
    there = folder if folder.name else folder.absolute()
    remark(options, "init.done", folder=there, typed=shlex.quote(there.as_posix()))


def write_municipality(options: Options, folder: Path, municipality: str, year: int, population: int | None) -> None:
    """Write a new municipality's calibration, and say what is still missing."""
    from simcase.cli.console import remark, show
    from simcase.cli.terminal import render
    from simcase.importers import scaffold
    from simcase.present.table import Row, Table, texts

    words = options.words()
    made = scaffold(folder, municipality, year, population, words)
    heads = texts(*(words.say(f"init.{head}") for head in ("section", "instead", "how")))
    rows = [
        Row([*(words.say(f"init.{what}.{each}") for what in ("of", "instead")), words.say(f"init.how.{each}", name=made.folder.name)])
        for each in made.missing
    ]
    show(render([Table("", words.say("init.missing"), heads, rows)], words))
    there = "" if folder.resolve() == Path.cwd().resolve() else words.say("init.there", folder=folder)
    remark(options, "init.municipality", folder=made.folder, persons=words.number(made.persons), name=made.folder.name, there=there)
    if not made.given:
        remark(options, "init.population", name=municipality)
