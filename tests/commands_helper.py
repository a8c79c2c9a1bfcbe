"""Every command of the command line, by its path."""

from __future__ import annotations

from collections.abc import Iterator

import click

from simcase.cli import main


def _commands(command: click.Command, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with its path, without the program's name."""
    yield path, command
    if isinstance(command, click.Group):
        for name in command.commands:
            yield from _commands(command.commands[name], *path, name)


EVERY = dict(_commands(main))
