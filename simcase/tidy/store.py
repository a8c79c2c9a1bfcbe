"""The results store: a folder a run, its manifest first, its tables renamed into place, its checksums last."""

from __future__ import annotations

import glob
import hashlib
import io
import json
import logging
import shlex
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import polars as pl
from filelock import FileLock, Timeout

from simcase import engine
from simcase.declare import path_of
from simcase.engine import Figures
from simcase.errors import RunError, why_refused
from simcase.tables import Tables
from simcase.tidy.journal import Journal
from simcase.tidy.outcome import TABLES, Outcome, outcome_of
from simcase.vocabulary import replaced, write_whole
from simcase.words import Said, said

MANIFEST: Final = "manifest.json"
"""What the run is: written first."""
FINISHED: Final = "finished.json"
"""Checksums of the tables and the time taken: written last, so a folder with it is whole."""
POINTS: Final = "points"
"""The figures of an analysis of sensitivity, in the place of a run's tables."""
JOURNAL: Final = ".replications"
"""Finished replications of a run that is under way or was interrupted."""
LOCK: Final = ".lock"
"""Held by the process that plays the run."""
ALIKE: Final = ("code", "calibration", "fit", "seed", "uncertainty", "replications", "from", "to")
"""What runs must have in common for their difference to be an effect: what simulated them, their world, luck and days."""
PLAYED: Final = ("code", "model")
"""What tells what a run plays, whatever its luck."""
LARGEST: Final = 64_000_000
"""Bytes of a JSON file that is read."""
SECONDS: Final = 0.2
"""Between two looks at a folder that another process holds."""
SEAL: Final = "seal"
"""The entry of a JSON file that is the digest of the others."""
CODE: Final = ("vocabulary", "declare", "model", "tables", "engine", "tidy")
"""The packages that decide what stands in a run's tables."""


log = logging.getLogger(__name__)


def code_digest(packages: Sequence[str] = CODE) -> str:
    """Return the digest of the sources of some packages, of those that decide what stands in a run's tables unless others are named.

    So nothing that other code made is reused. They are read once in a process, which plays what it has loaded, whatever is edited since.
    """
    return _code_digest(Path(__file__).parents[1], tuple(packages))


@cache
def _code_digest(package: Path, names: tuple[str, ...]) -> str:
    """Return the digest of the sources in some folders of a package."""
    digest = hashlib.sha256()
    for source in (path for name in names for path in sorted((package / name).rglob("*.py"))):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def run_id(inputs: Mapping[str, object]) -> str:
    """Return the id of a run: the digest of everything that its tables depend on."""
    return hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()[:12]


def write_json(path: Path, content: Mapping[str, object]) -> None:
    """Write a JSON file whole or not at all, sealed, a key a line; keys keep their order, for the unknowns of a fit have one."""
    lines = (f" {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in {**content, SEAL: _seal(content)}.items())
    write_whole(path, "{\n" + ",\n".join(lines) + "\n}\n")


def _seal(content: Mapping[str, object]) -> str:
    """Return the digest of all that a JSON file says."""
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Make a run's folder and hold it against other processes; while another one holds it, wait and tell the log once.

    The operating system lets go what a process held that is no more, so nobody waits for the dead.
    Raises RunError if the folder cannot be written, then or later.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            log.warning("waiting", extra={"run": folder.name})
            lock.acquire(poll_interval=SECONDS)
        try:
            yield
        finally:
            lock.release()
    except OSError as error:
        raise RunError(said("error.run.not_written", folder=folder, reason=why_refused(error))) from error


def journal(folder: Path, tables: Tables, count: int) -> Journal[Figures]:
    """Return the journal of a run of so many replications that is under way."""
    return Journal(folder / JOURNAL, engine.blank_figures(tables), count)


def under_way(folder: Path) -> bool:
    """Tell whether finished replications of an unfinished run are kept in a folder."""
    return (folder / JOURNAL).is_file()


def finish(folder: Path, outcome: Outcome, seconds: float) -> None:
    """Write a run's tables, then their checksums; raises OSError if the folder cannot be written."""
    sums = {}
    for name, table in TABLES.items():
        path = folder / f"{name}.parquet"
        with replaced(path) as temporary:
            packed = io.BytesIO()  # Polars tells of a full disk in words of its own
            table(outcome).write_parquet(packed, compression="zstd", statistics=False)
            temporary.write_bytes(packed.getvalue())
            sums[path.name] = checksum(temporary)
    write_json(folder / FINISHED, {"checksums": sums, "seconds": seconds})
    (folder / JOURNAL).unlink(missing_ok=True)


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_json(path: Path) -> dict[str, Any] | None:
    """Return what a JSON file of a run holds, None where it cannot be read, is too large or too deep, or is not as it was written."""
    try:
        if path.stat().st_size > LARGEST or not path.is_file():
            return None
        content = json.loads(path.read_text(encoding="utf-8"))
        sealed = isinstance(content, dict) and content.pop(SEAL, None) == _seal(content)
    except (OSError, ValueError, RecursionError):
        return None
    return content if sealed else None


def damaged_tables(folder: Path) -> list[str]:
    """Return the files of a finished run's tables that are not as they were written: that with their checksums, else the tables."""
    sums = (read_json(folder / FINISHED) or {}).get("checksums")
    if not isinstance(sums, dict):
        return [FINISHED]
    names = [POINTS] if sums.keys() == {POINTS} else [f"{name}.parquet" for name in TABLES]
    return [name for name in names if not (folder / name).is_file() or checksum(folder / name) != sums.get(name)]


def seconds_of(folder: Path) -> float | None:
    """Return how long a finished and undamaged run took, or None if there is none in the folder."""
    seconds = (read_json(folder / FINISHED) or {}).get("seconds")
    try:
        return float(seconds) if isinstance(seconds, int | float) and not damaged_tables(folder) else None
    except OSError:
        return None


def whole(results: Path, run: str) -> Path | None:
    """Return a folder that holds a finished and undamaged run with an id, under whatever scenario, None where there is none."""
    found = (path.parent for path in sorted(results.glob(f"*/{run}/{FINISHED}")))
    return next((folder for folder in found if seconds_of(folder) is not None), None)


def most_replications(results: Path, inputs: Mapping[str, object]) -> int | None:
    """Return the most replications of the finished runs that some inputs describe but for their number, None where there are none."""
    alike = {name: value for name, value in inputs.items() if name != "replications"}
    manifests = (read_json(path.with_name(MANIFEST)) or {} for path in results.glob(f"*/*/{FINISHED}"))
    return max((int(told["replications"]) for told in manifests if POINTS not in told and alike.items() <= told.items()), default=None)


def take_over(results: Path, folder: Path) -> float | None:
    """Copy a run's tables from another scenario that has a run with the same id; return how long that took, None where none has.

    Equal ids are equal tables to the last bit.
    """
    there = whole(results, folder.name)
    if there is None:
        return None
    for name in (*(f"{table}.parquet" for table in TABLES), FINISHED):
        with replaced(folder / name) as temporary:
            shutil.copyfile(there / name, temporary)
    return seconds_of(folder)


def read(folder: Path, tables: Tables) -> Outcome:
    """Return the outcome of a finished run."""
    return outcome_of(tables, {name: pl.read_parquet((folder / f"{name}.parquet").read_bytes()) for name in TABLES})


def find(results: Path, run: str) -> Path:
    """Return the folder of a run: a folder's path, a run id, or a scenario, of whose newest world the run with most replications is meant.

    Raises RunError if there is none.
    """
    return _named(results, run, {}, ("run", run))[-1]


def find_alike(results: Path, runs: Sequence[str], world: Mapping[str, object]) -> list[Path]:
    """Return the folders of several runs: of scenarios those in a world (entries of a manifest) that are alike and have most replications.

    Where no such are there, of each the one with most. Raises RunError for one that is not there.
    """
    ids = {path.parent.name for path in results.glob(f"*/*/{MANIFEST}")}
    scenarios = len(runs) > 1 and not any(run in ids or "/" in run for run in runs)
    every = [_named(results, run, world, ("compare", *runs) if scenarios else ("run", run)) for run in runs]
    if len(every) > 1:
        kinds = [{_kind(folder): folder for folder in folders} for folders in every]
        if alike := [kind for kind in kinds[-1] if all(kind in each for each in kinds)]:
            most = max(alike, key=lambda kind: every[-1].index(kinds[-1][kind]))
            return [each[most] for each in kinds]
    return [folders[-1] for folders in every]


def _kind(folder: Path) -> tuple[object, ...]:
    """Return what a run has to have in common with others."""
    manifest = read_json(folder / MANIFEST) or {}
    return tuple(manifest.get(name) for name in ALIKE)


def said_of(manifest: Mapping[str, object], keys: Iterable[str]) -> list[Said]:
    """Return some of what a manifest says of a run, each with its name."""
    return [said(f"error.alike.{key}", value=manifest.get(key)) for key in keys]


def _named(results: Path, run: str, world: Mapping[str, object], verb: Sequence[str]) -> list[Path]:
    """Return the folders that a run's name stands for, the one to take last; raises RunError, with what plays it, if there is none.

    Of a scenario's runs in a world those count that play what the newest does, so that none of files edited since then is taken.
    """
    if "\0" not in run:
        for path in (path_of(run), results / run):
            if (path / MANIFEST).is_file():
                return [path]
    name = glob.escape(run)
    inside = run not in {"", ".", ".."} and not set(run) & set("/\\\0")
    ids = [path.parent for path in results.glob(f"*/{name}/{FINISHED}")] if inside else []
    if ids:
        return ids
    named = results.glob(f"{name}/*/{FINISHED}") if inside else ()
    there = sorted((path.parent for path in named), key=lambda path: (path / FINISHED).stat().st_mtime)
    told = [(folder, read_json(folder / MANIFEST) or {}) for folder in there]
    if not told:
        raise RunError(said("error.run.none", run=run, results=results, command=_playing(results, verb, world)))
    asked = [(folder, manifest) for folder, manifest in told if all(manifest.get(key) == value for key, value in world.items())]
    if not asked:
        wanted = said_of(world, world)
        others = list(dict.fromkeys(tuple(said_of(manifest, world)) for _, manifest in told))
        raise RunError(
            said("error.run.none_with", run=run, wanted=wanted, results=results, others=others, command=_playing(results, verb, world))
        )
    newest = asked[-1][1]
    same = [(folder, manifest) for folder, manifest in asked if all(manifest.get(key) == newest.get(key) for key in PLAYED)]
    return [folder for folder, _ in sorted(same, key=lambda one: int(one[1].get("replications", 0)))]


def _playing(results: Path, verb: Sequence[str], world: Mapping[str, object]) -> str:
    """Return the command that does a verb in a world as the newest run of that world was played, where there is one."""
    newest = sorted(results.glob(f"*/*/{FINISHED}"), key=lambda path: path.stat().st_mtime, reverse=True)
    told = (read_json(path.with_name(MANIFEST)) or {} for path in newest)
    like = next((manifest for manifest in told if all(manifest.get(key) == value for key, value in world.items())), {})
    asked = {**world, **{name: like.get(name) for name in ("replications", "seed")}}
    return shlex.join(["simcase", *verb, *(str(word) for key, value in asked.items() if value for word in (f"--{key}", value))])


def manifest_of(folder: Path) -> dict[str, Any]:
    """Return a run's manifest; raises RunError where there is none that can be read."""
    manifest = read_json(folder / MANIFEST)
    if manifest is None:
        raise RunError(said("error.run.damaged", folder=folder / MANIFEST))
    return manifest
