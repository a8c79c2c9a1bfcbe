"""The runs of a results folder as tables."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from simcase.errors import harmless
from simcase.present.table import Column, Row, Table, figures, texts
from simcase.study.simulate import MOVED
from simcase.study.stored_runs import StoredRun, days_simulated, stored_run
from simcase.tidy import Shelved
from simcase.words import Words

BYTES_A_MEGABYTE = 1e6


def runs_table(runs: Sequence[StoredRun], words: Words) -> Table:
    """Return a row a run; the steps of a search have one together."""
    names, heads = (
        [words.say(f"results.{head}") for head in some] for some in (("scenario", "run"), ("status", "changed", "fit", "uncertainty"))
    )
    columns = [
        *(Column("", name, "label") for name in names),
        *texts(*heads),
        *figures(words.say("results.runs"), words.say("results.size")),
    ]
    if priced := any(run.assumptions for run in runs):
        columns += texts(words.say("results.assumptions"))
    rows = []
    for some in _together(runs):
        run = some[-1]
        what = (str(each or "") for each in (run.fit, run.uncertainty, run.replications))
        name = run.id if len(some) == 1 else words.say("results.steps", n=len(some))
        cells = (run.scenario, name, words.say(f"results.{run.status}"), _minute(run), *what, megabytes(some, words))
        rows.append(Row([harmless(cell) for cell in (*cells, *([run.assumptions or ""] if priced else []))]))
    return Table("", "", columns, rows)


def _together(runs: Sequence[StoredRun]) -> list[list[StoredRun]]:
    """Return runs by what has one row: each run, and the steps of a scenario that are alike."""
    rows: dict[tuple[object, ...], list[StoredRun]] = {}
    for run in runs:
        alike = (run.status, run.fit, run.uncertainty, run.replications) if run.scenario.endswith(MOVED) else (run.id,)
        rows.setdefault((run.scenario, *alike), []).append(run)
    return list(rows.values())


def details_table(shelved: Shelved, words: Words) -> Table:
    """Return what a run is, a row a fact, then a row a file with its size."""
    unknown, run, how = words.say("results.unreadable"), stored_run(shelved), days_simulated(shelved)
    facts = {
        "scenario": run.scenario,
        "run": run.id,
        "status": words.say(f"results.{run.status}"),
        "changed": _minute(run),
        "calibration": " ".join(str(each) for each in (run.calibration, run.fit) if each) or unknown,
        "days": f"{how.first or unknown} - {how.last or unknown}",
        "replications": run.replications or unknown,
        "seed": unknown if run.seed is None else run.seed,
        "uncertainty": run.uncertainty or unknown,
        "assumptions": run.assumptions or words.say("results.no_assumptions"),
        "folder": run.folder,
        "command": unknown if how.command is None else shlex.join(how.command),
    }
    rows = [Row([words.say(f"results.{name}"), harmless(str(value))]) for name, value in facts.items()]
    files = [(path.name, path.lstat().st_size) for path in sorted(shelved.folder.iterdir())]
    sizes = [Row([harmless(name), f"{size / BYTES_A_MEGABYTE:.3f} MB"], apart=n == 0) for n, (name, size) in enumerate(files)]
    return Table("", "", texts("", ""), [*rows, *sizes])


def megabytes(runs: Sequence[StoredRun], words: Words) -> str:
    """Return what runs take of the disk, in megabytes."""
    return words.number(sum(run.bytes for run in runs) / BYTES_A_MEGABYTE, 1)


def _minute(run: StoredRun) -> str:
    """Return when a run last changed, by the user's clock."""
    return f"{run.changed.astimezone():%Y-%m-%d %H:%M}"
