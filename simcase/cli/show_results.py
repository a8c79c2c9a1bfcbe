"""The runs of a results folder as tables."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from rich.text import Text

from simcase.cli.terminal import Grid, table
from simcase.errors import harmless
from simcase.tidy import Shelved
from simcase.words import Words

BYTES_A_MEGABYTE = 1e6


def described(run: Shelved) -> dict[str, Any]:
    """Return what a run is, for other programs."""
    return {
        "scenario": run.scenario,
        "id": run.folder.name,
        "status": run.status,
        "changed": _when(run).isoformat(timespec="seconds"),
        **{name: _stated(run, name) for name in ("calibration", "fit", "seed", "uncertainty", "replications")},
        "assumptions": workbook(run),
        "bytes": run.size,
        "folder": str(run.folder),
    }


def listing(runs: Sequence[Shelved], words: Words) -> Grid:
    """Return a row a run."""
    texts = [words.say(f"results.{head}") for head in ("scenario", "run", "status", "changed", "fit", "uncertainty")]
    grid = table("", texts, [words.say("results.runs"), words.say("results.size")])
    if priced := any(map(workbook, runs)):
        grid.add_column(words.say("results.assumptions"), overflow="fold")
    for run in runs:
        status = words.say(f"results.{run.status}")
        changed = f"{_when(run).astimezone():%Y-%m-%d %H:%M}"
        what = (_stated(run, name) or "" for name in ("fit", "uncertainty", "replications"))
        cells = (run.scenario, run.folder.name, status, changed, *what, megabytes([run], words), *([workbook(run) or ""] if priced else []))
        grid.add_row(*(Text(harmless(str(cell))) for cell in cells))
    return grid


def details(run: Shelved, words: Words) -> Grid:
    """Return what a run is, a row a fact, then a row a file with its size."""
    unknown = words.say("results.unreadable")
    command = _stated(run, "command")
    facts = {
        "scenario": run.scenario,
        "run": run.folder.name,
        "status": words.say(f"results.{run.status}"),
        "changed": f"{_when(run).astimezone():%Y-%m-%d %H:%M}",
        "calibration": " ".join(str(_stated(run, name)) for name in ("calibration", "fit") if _stated(run, name)) or unknown,
        "days": f"{_stated(run, 'from') or unknown} - {_stated(run, 'to') or unknown}",
        "replications": _stated(run, "replications") or unknown,
        "seed": unknown if _stated(run, "seed") is None else _stated(run, "seed"),
        "uncertainty": _stated(run, "uncertainty") or unknown,
        "assumptions": workbook(run) or words.say("results.no_assumptions"),
        "folder": run.folder,
        "command": shlex.join(map(str, command)) if isinstance(command, list) else unknown,
    }
    grid = table("", ["", ""], [])
    for name, value in facts.items():
        grid.add_row(Text(words.say(f"results.{name}")), Text(harmless(str(value))))
    grid.add_section()
    for path in sorted(run.folder.iterdir()):
        grid.add_row(Text(harmless(path.name)), Text(f"{path.lstat().st_size / BYTES_A_MEGABYTE:.3f} MB"))
    return grid


def workbook(run: Shelved) -> str | None:
    """Return the workbook whose prices a run has, None where it has those of its files."""
    resolved = _stated(run, "resolved")
    edits = resolved.get("edits") if isinstance(resolved, dict) else None
    return str(edits.get("file")) if isinstance(edits, dict) else None


def megabytes(runs: Sequence[Shelved], words: Words) -> str:
    """Return what runs take of the disk, in megabytes."""
    return words.number(sum(run.size for run in runs) / BYTES_A_MEGABYTE, 1)


def _when(run: Shelved) -> datetime:
    """Return when a run last changed."""
    return datetime.fromtimestamp(run.changed, UTC)


def _stated(run: Shelved, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what the manifest tells, None where it cannot be read."""
    return (run.manifest or {}).get(name)
