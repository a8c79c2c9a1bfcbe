"""Commands that are named to the user: each in the world of what it is told beside."""

from __future__ import annotations

import shlex
from typing import Protocol

from simcase.study.identity import world_options


class World(Protocol):
    """What names the world of a scenario."""

    @property
    def calibration(self) -> str:
        """Return the calibration."""

    @property
    def fit(self) -> str | None:
        """Return the fit."""


class Played(World, Protocol):
    """What names a scenario that was played, and how many replications of it."""

    @property
    def scenario(self) -> str:
        """Return its name."""

    @property
    def replications(self) -> int:
        """Return the replications."""


def command_in(world: World, *words: str) -> str:
    """Return a command of some words in a world."""
    return shlex.join(["simcase", *words, *world_options(world.calibration, world.fit)])
