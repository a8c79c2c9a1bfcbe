"""Measure what work costs: processor seconds, and the memory of a process."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

HERE: Final = Path(__file__).parent
MANY: Final = 41
"""Replications of the longer of two runs; the shorter one has one, so that what is done once is no part of the difference."""
SEED: Final = 2019

Play = Callable[[range], None]
"""Plays replications by their numbers."""


class Cost(NamedTuple):
    """What a finished process has used."""

    cpu: float  # seconds of processor time
    wall: float  # seconds
    out: str


def cpu(work: Callable[[], object]) -> float:
    """Return the processor seconds of some work in this process."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def marginal(play: Play, many: int = MANY) -> float:
    """Return the processor seconds of one more replication, after one that fills caches: (many - one) / (many - 1)."""
    play(range(1))
    one = cpu(lambda: play(range(1, 2)))
    return (cpu(lambda: play(range(2, many + 2))) - one) / (many - 1)


def peak() -> float:
    """Return the largest memory that this process has held, in MB.

    The kernel's own line for this process, where there is one: `ru_maxrss` also counts the parent that it was forked from.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def spent(command: Sequence[str], env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Cost:
    """Return what a process used from its start to its end; raises CalledProcessError if it fails."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **(env or {})}, cwd=cwd)  # noqa: S603 - our own programs
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall, done.stdout)


def child(name: str, *arguments: object, env: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what a measurement of `child.py` finds in a fresh process."""
    done = spent([sys.executable, str(HERE / "child.py"), name, *map(str, arguments)], env)
    found: dict[str, Any] = json.loads(done.out.splitlines()[-1])
    return found
