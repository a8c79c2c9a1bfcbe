"""What is told of a run that is stored, from its folder and its manifest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from simcase.tidy import Shelved


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run of the results folder; what its manifest cannot tell is None, and so are `assumptions` where no workbook changed prices."""

    scenario: str
    id: str
    status: str
    changed: datetime
    calibration: str | None
    fit: str | None
    seed: int | None
    uncertainty: str | None
    replications: int | None
    assumptions: str | None
    bytes: int
    folder: str


@dataclass(frozen=True, slots=True)
class Played:
    """The days that a run simulated and the command that repeats it, None where its manifest cannot tell."""

    first: str | None
    last: str | None
    command: tuple[str, ...] | None


def stored_run(run: Shelved) -> StoredRun:
    """Return what is told of a run."""
    told = run.manifest or {}
    return StoredRun(
        scenario=run.scenario,
        id=run.folder.name,
        status=run.status,
        changed=datetime.fromtimestamp(run.changed, UTC).replace(microsecond=0),
        calibration=told.get("calibration"),
        fit=told.get("fit"),
        seed=told.get("seed"),
        uncertainty=told.get("uncertainty"),
        replications=told.get("replications"),
        assumptions=_workbook(told.get("resolved")),
        bytes=run.size,
        folder=str(run.folder),
    )


def days_simulated(run: Shelved) -> Played:
    """Return which days a run simulated, and how."""
    told = run.manifest or {}
    command = told.get("command")
    return Played(told.get("from"), told.get("to"), tuple(map(str, command)) if isinstance(command, list) else None)


def _workbook(resolved: Any) -> str | None:  # noqa: ANN401 - whatever JSON holds
    """Return the workbook whose prices a run has."""
    edits = resolved.get("edits") if isinstance(resolved, dict) else None
    return str(edits.get("file")) if isinstance(edits, dict) else None
