"""Play a world at chosen points of what is not known, and keep its headline figures; what an interruption left is not played again."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Final

import numpy as np

from simcase import tidy
from simcase.compare import PricedRun
from simcase.engine import Crew, Figures, Points, Progress, Task, all_played, available_cores
from simcase.errors import ReplicationError, RunError
from simcase.evaluate.headline import Headlines, blank, headlines
from simcase.model import Model, placed
from simcase.money import accounts
from simcase.study.identity import inputs
from simcase.study.request import Request
from simcase.study.simulate import starting_stock, task_of
from simcase.tables import Tables, tabulate
from simcase.tidy import Outcome
from simcase.words import said

FOLDER: Final = "sensitivity"
"""Where in the results the points stand."""
CODE: Final = (*tidy.CODE, "money", "compare", "evaluate")
"""The packages that decide what stands there."""


def at_points(request: Request, model: Model, points: Points, progress: Progress, verb: Sequence[str] = ()) -> list[Headlines]:
    """Return the headline figures of a model at each point, played unless they are stored; `verb` is the command that asks for them.

    Raises RunError for a replication that failed.
    """
    tables = tabulate(model)
    task = task_of(replace(request, uncertainty="chance"), model, tables, starting_stock(request, model), points)
    about = identity(request, model, points)
    folder = request.results / FOLDER / tidy.run_id(about)
    found: dict[int, Headlines] = {}
    count, begun = len(points.deviations), time.perf_counter()
    with tidy.hold(folder):
        days = {"from": model.start.isoformat(), "to": model.end.isoformat()}
        world = {"calibration": request.calibration, "fit": model.fit, **days}
        tidy.write_json(folder / tidy.MANIFEST, {**about, **world, "command": ["simcase", *verb] if verb else None})
        with closing(tidy.Journal(folder / tidy.POINTS, blank(model, len(years_in(tables)), points.replications), count)) as journal:
            found.update(journal.kept())
            progress(len(found), count)
            for point, outcome in play_points(task, points, [p for p in range(count) if p not in found], request):
                found[point] = price_point(request, model, outcome, points, point)
                journal.add(point, found[point])
                progress(len(found), count)
        if tidy.seconds_of(folder) is None:
            sums = {tidy.POINTS: tidy.checksum(folder / tidy.POINTS)}
            tidy.write_json(folder / tidy.FINISHED, {"checksums": sums, "seconds": time.perf_counter() - begun})
    return [found[point] for point in range(count)]


def are_stored(request: Request, model: Model, points: Points) -> bool:
    """Tell whether the headline figures of a model are stored at every point."""
    return tidy.seconds_of(request.results / FOLDER / tidy.run_id(identity(request, model, points))) is not None


def replications_stored(request: Request, model: Model) -> list[int]:
    """Return with how many replications a point of a scenario's stored analyses were played, the most first."""
    told = [tidy.read_json(path) or {} for path in (request.results / FOLDER).glob(f"*/{tidy.MANIFEST}")]
    found = {each.get("replications") for each in told if each.get("scenario") == model.scenario}
    return sorted((count for count in found if isinstance(count, int)), reverse=True)


def identity(request: Request, model: Model, points: Points) -> dict[str, object]:
    """Return everything that the headline figures of some points depend on."""
    values = hashlib.sha256(points.deviations.tobytes() + points.numbers.tobytes()).hexdigest()
    return {
        **inputs(request, model),
        "scenario": model.scenario,
        "priced": model.digest,
        "prices": request.prices,
        "code": tidy.code_digest(CODE),
        "points": values,
        "replications": points.replications,
    }


def years_in(tables: Tables) -> list[int]:
    """Return the calendar years that a run touches."""
    return sorted({month.year for month in tables.names.months})


def play_points(task: Task, points: Points, left: list[int], request: Request) -> Iterator[tuple[int, Outcome]]:
    """Yield each of some points with its outcome as soon as all its replications are played, in any order."""
    each = points.replications
    crew = Crew(request.workers or available_cores(), request.cluster)
    under_way: dict[int, dict[int, Figures]] = {}
    numbers = [point * each + n for point in left for n in range(each)]
    try:
        with closing(all_played(task, numbers, crew)) as fresh:
            for one in fresh:
                point, number = divmod(one.replication, each)
                replications = under_way.setdefault(point, {})
                replications[number] = one.figures
                if len(replications) == each:
                    yield point, tidy.stack(task.tables, each, under_way.pop(point).items())
    except ReplicationError as error:
        raise RunError(said("error.method.point", error=error.text, replication=error.replication // each)) from error


def price_point(request: Request, model: Model, outcome: Outcome, points: Points, point: int) -> Headlines:
    """Return the headline figures of an outcome at a point; the numbers of initiatives may be prices, what was fitted is in the outcome."""
    there = placed(model, np.zeros_like(points.deviations[point]), points.numbers[point])
    return headlines(PricedRun(there, outcome, accounts(there, outcome, request.prices)))
