"""The runs of a results folder: which there are, whether they are whole, and how they are removed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from filelock import FileLock, Timeout

from simcase.errors import RunError
from simcase.tidy.outcome import TABLES
from simcase.tidy.store import FINISHED, JOURNAL, LOCK, MANIFEST, POINTS, damaged_tables, read_json, run_id
from simcase.words import said

Status = Literal["finished", "unfinished", "under_way"]
INPUTS: Final = ("simcase", "code", "model", "seed", "replications", "uncertainty", "processes")
"""What of a manifest the id of a run is the digest of."""
OF_POINTS: Final = (*INPUTS, "scenario", "priced", "prices", "points")
"""And what that of an analysis of sensitivity is the digest of."""
OURS: Final = frozenset({MANIFEST, FINISHED, JOURNAL, LOCK, POINTS, *(f"{name}.parquet" for name in TABLES)})
"""The files that simcase writes into the folder of a run."""
BESIDE: Final = re.compile(r"\.(.+)\.[0-9a-f]{16}\.part")
"""The name of what stands beside a file while it is written."""
RUN_ID: Final = re.compile(r"[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Shelved:
    """The folder of a run: whether it is finished, its bytes, when it last changed (seconds since 1970), and its manifest, if readable."""

    folder: Path
    status: Status
    size: int
    changed: float
    manifest: dict[str, Any] | None

    @property
    def scenario(self) -> str:
        """Return the scenario's name."""
        return self.folder.parent.name


def list_runs(results: Path) -> list[Shelved]:
    """Return the runs of a results folder by scenario, the oldest first; whatever is no run is passed over."""
    scenarios = [each for each in sorted(results.iterdir()) if each.is_dir() and not each.is_symlink()] if results.is_dir() else []
    runs = [run for scenario in scenarios for folder in sorted(scenario.iterdir()) if (run := run_in(folder)) is not None]
    return sorted(runs, key=lambda run: (run.scenario, run.changed))


def run_in(folder: Path) -> Shelved | None:
    """Return the run in a folder, None where the folder is no run's: it has no run id for a name, or is a link."""
    if not RUN_ID.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
        return None
    files = [(path.name, path.lstat()) for path in folder.iterdir()]
    if not OURS & {name for name, _ in files}:
        return None
    with _free(folder) as free:
        finished = (folder / FINISHED).is_file()
    status: Status = "under_way" if not free else "finished" if finished else "unfinished"
    changed = max(stat.st_mtime for name, stat in files if name != LOCK or len(files) == 1)  # asking for the lock may touch it
    return Shelved(folder, status, sum(stat.st_size for _, stat in files), changed, read_json(folder / MANIFEST))


def damaged_files(run: Shelved) -> list[str]:
    """Return the files of a finished run that are not as they were written."""
    told = run.manifest or {}
    same = run_id({name: told.get(name) for name in (OF_POINTS if "points" in told else INPUTS)}) == run.folder.name
    return [*([] if same else [MANIFEST]), *damaged_tables(run.folder)]


def remove_run(run: Shelved) -> None:
    """Remove a run; raises RunError, with nothing removed, where a process plays it or its folder holds anything else."""
    with _free(run.folder) as free:
        if not free:
            raise RunError(said("error.run.under_way", folder=run.folder))
        others = sorted(path.name for path in run.folder.iterdir() if not _ours(path))
        if others:
            raise RunError(said("error.run.no_file_of", folder=run.folder, others=others[0]))
        for path in run.folder.iterdir():
            if path.name != LOCK:
                path.unlink()
    (run.folder / LOCK).unlink(missing_ok=True)
    run.folder.rmdir()


def _ours(path: Path) -> bool:
    """Tell whether simcase writes a file of this name."""
    beside = BESIDE.fullmatch(path.name)
    return (beside[1] if beside else path.name) in OURS and (path.is_symlink() or path.is_file())


@contextmanager
def _free(folder: Path) -> Iterator[bool]:
    """Hold a run's folder and tell whether no other process does; a folder without a lock is nobody's."""
    if not (folder / LOCK).exists():
        yield True
        return
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    except OSError:  # a folder that cannot be written is played by nobody
        yield True
        return
    try:
        yield True
    finally:
        lock.release()
