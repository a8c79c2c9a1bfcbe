"""`simcase init`: a folder of the user's own to work in."""
# ruff: noqa: PLC0415 - help answers without what a verb needs

from __future__ import annotations

from pathlib import Path

import click

from simcase.cli.options import Options, shared

COPIED = ("scenarios", "calibration")


@click.command(epilog="Example: simcase init my-plan && cd my-plan && simcase scenarios")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@shared("lang", "quiet")
def init(options: Options, folder: Path) -> None:
    """Copy scenarios/ and calibration/ into DIR for editing; nothing is ever overwritten."""
    import shutil

    from simcase.cli.console import remark
    from simcase.declare import shipped
    from simcase.errors import Issue, UserError

    blocking = [path for path in (folder, *folder.parents) if path.exists() and not path.is_dir()]
    there = [folder / name for name in COPIED if (folder / name).exists() or (folder / name).is_symlink()]
    if blocking or there:
        raise UserError([Issue(str(path), 0, "", "something here already", "a folder without it") for path in blocking or there])
    for name in COPIED:
        shutil.copytree(shipped() / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    remark(options, "init.done", folder=folder)
