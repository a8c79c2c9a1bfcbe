"""The kernel compiled ahead of time into this package: `python -m simcase.engine.ahead_of_time [x86-64-v3] [x86-64]`.

Without a processor named it is the best one whose code runs here. Nothing is built in another way than a run would: a process
plays with Numba's processor set, and what it kept is taken. What is there already is not compiled again.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from shutil import rmtree
from subprocess import Popen
from tempfile import TemporaryDirectory
from typing import Any, cast

from numba.core.registry import cpu_target

from simcase.engine import Task, new_replication, side_by_side
from simcase.engine.compiling import AHEAD, FOLDER, LEVELS, levels
from simcase.engine.kernel.intake import replan_states
from simcase.engine.sources import CARRIED, source_digest
from simcase.model import read_donors, resolve
from simcase.tables import tabulate


def play() -> None:
    """Play all that a run can call: two worlds side by side, and a dose that changes."""
    worlds = [Task(tabulate(each), read_donors(each), 1, each, "all") for each in (resolve("baseline"), resolve("kik-ii"))]
    side_by_side(worlds, 0)
    world = new_replication(worlds[1].tables, worlds[1].donors, (1, 0))
    replan_states(world.work, world.who, world.listed, world.work.interacts, world.work.first_day)


def playing(level: str, cache: Path) -> Popen[bytes]:
    """Start a process that plays and keeps what it compiles for a processor."""
    words = [sys.executable, "-c", "from simcase.engine.ahead_of_time import play; play()"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("NUMBA_")}
    return Popen(words, env={**own, "SIMCASE_CACHE": str(cache), "NUMBA_CPU_NAME": level, "NUMBA_CPU_FEATURES": ""})  # noqa: S603 - no user's word


def compile_ahead(asked: Sequence[str]) -> None:
    """Compile for the processors asked for, or for the best one whose code runs here.

    Raises ValueError for a processor that is not known, OSError where this package cannot be written, and SystemExit where a process fails.
    """
    own = cast("Any", cpu_target).target_context.codegen().magic_tuple()
    if unknown := set(asked) - set(LEVELS):
        raise ValueError(f"found {', '.join(sorted(unknown))}, expected some of {', '.join(LEVELS)}")
    AHEAD.mkdir(parents=True, exist_ok=True)
    for each in CARRIED.iterdir():
        if not each.name.startswith(source_digest()):
            rmtree(each, ignore_errors=True)
    missing = [level for level in asked or levels(own[2])[:1] if not (AHEAD / level).exists()]
    with TemporaryDirectory(dir=CARRIED, prefix=source_digest()) as work:
        processes = [playing(level, Path(work, level)) for level in missing]
        failed = [each.wait() for each in processes if each.wait()]
        if failed:
            raise SystemExit(failed[0])
        for level in missing:
            Path(work, level, "compiled", FOLDER.name).rename(AHEAD / level)


if __name__ == "__main__":
    compile_ahead(sys.argv[1:])
