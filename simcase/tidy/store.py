"""The results store: a folder a run, its manifest first, its tables renamed into place, its checksums last."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl

from simcase.errors import RunError
from simcase.tables import Tables
from simcase.tidy.outcome import TABLES, Outcome, outcome_of

MANIFEST: Final = "manifest.json"
"""What the run is: written first."""
FINISHED: Final = "finished.json"
"""Checksums of the tables and the time taken: written last, so a folder with it is whole."""
CODE: Final = ("vocabulary", "declare", "model", "tables", "engine", "tidy")
"""The packages that decide what stands in a run's tables."""


def code_digest() -> str:
    """Return the digest of the sources that decide what stands in a run's tables, so that a run made by other code is not reused."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for source in (path for name in CODE for path in sorted((package / name).glob("*.py"))):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def run_id(inputs: Mapping[str, Any]) -> str:
    """Return the id of a run: the digest of everything that its tables depend on."""
    return hashlib.sha256(json.dumps(inputs, sort_keys=True).encode()).hexdigest()[:12]


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write a JSON file under a temporary name, then rename it; keys keep their order, for the unknowns of a fit have one."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    temporary.replace(path)


def begin(folder: Path, manifest: Mapping[str, Any]) -> None:
    """Make a run's folder and write its manifest.

    Raises RunError if the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_json(folder / MANIFEST, manifest)
    except OSError as error:
        raise RunError(f"{folder}: results cannot be written here ({error.strerror}); choose another folder with --results") from error


def finish(folder: Path, outcome: Outcome, seconds: float) -> None:
    """Write a run's tables and their checksums.

    Raises RunError if the folder cannot be written.
    """
    sums = {}
    try:
        for name, table in TABLES.items():
            path = folder / f"{name}.parquet"
            temporary = path.with_name(f".{path.name}.{os.getpid()}")
            table(outcome).write_parquet(temporary, compression="zstd", statistics=False)
            sums[path.name] = hashlib.sha256(temporary.read_bytes()).hexdigest()
            temporary.replace(path)
        write_json(folder / FINISHED, {"checksums": sums, "seconds": seconds})
    except OSError as error:
        raise RunError(f"{folder}: results cannot be written here ({error.strerror}); choose another folder with --results") from error


def seconds_of(folder: Path) -> float | None:
    """Return how long a finished and undamaged run took, or None if there is none in the folder."""
    try:
        finished = json.loads((folder / FINISHED).read_text(encoding="utf-8"))
        sums = {path: hashlib.sha256((folder / path).read_bytes()).hexdigest() for path in finished["checksums"]}
        seconds = float(finished["seconds"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return seconds if sums == finished["checksums"] and sums else None


def read(folder: Path, tables: Tables) -> Outcome:
    """Return the outcome of a finished run."""
    return outcome_of(tables, {name: pl.read_parquet(folder / f"{name}.parquet") for name in TABLES})


def find(results: Path, run: str) -> Path:
    """Return the folder of a run: a folder's path, a run id, or a scenario's newest finished run.

    Raises RunError if there is none.
    """
    if (Path(run) / MANIFEST).is_file():
        return Path(run)
    ids = [path.parent for path in results.glob(f"*/{run}/{FINISHED}")] if "/" not in run else []
    runs = ids or sorted((path.parent for path in results.glob(f"{run}/*/{FINISHED}")), key=lambda path: (path / FINISHED).stat().st_mtime)
    if not runs:
        raise RunError(f"no finished run '{run}' in {results}; run 'simcase run {run}' first, or name a run id or a folder")
    return runs[-1]


def manifest_of(folder: Path) -> dict[str, Any]:
    """Return a run's manifest."""
    manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return manifest
