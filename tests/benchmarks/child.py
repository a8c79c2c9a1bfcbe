"""What is measured in a process of its own: `python child.py NAME ARGUMENTS` prints what it finds as JSON on its last line."""

# ruff: noqa: PLC0415 - a process imports what it measures and nothing else

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

from measure import SEED, marginal, peak

Found = dict[str, Any]
SOME: Final = 11
"""Replications of the longer run where one takes a tenth of a second,"""
FEW: Final = 4
"""and where it takes seconds."""


def w1_simcase() -> Found:
    """Return the cost of a replication of the measuring model in simcase."""
    from models import headcounts, playing, w1_task

    task = w1_task()
    return {"cpu": marginal(playing(lambda replication: headcounts(task, replication))), "peak": peak()}


def w1_peak() -> Found:
    """Return the memory of a process that plays the measuring model in simcase."""
    from models import headcounts, w1_task

    task = w1_task()
    for replication in range(3):
        headcounts(task, replication)
    return {"peak": peak()}


def w1_events(count: str) -> Found:
    """Return events and average headcounts of some replications of the measuring model."""
    from models import headcounts, replicated, w1_task

    task = w1_task()
    numbers = range(int(count))
    return {
        "events": [int(replicated(task, number).flow.sum()) for number in numbers],
        "headcounts": [headcounts(task, number).ravel().tolist() for number in numbers],
    }


def w1_world() -> Found:
    """Return what a model in another language needs to know: stock, rates a day from state to state, and edges of months."""
    from models import w1_task

    work, source, *_ = w1_task().tables
    rates = [
        (state, int(work.exit_to[move]), float(work.band_rate[work.band_first[move]]))
        for state in range(len(work.absorbing))
        for move in range(work.exit_first[state], work.exit_first[state + 1])
    ]
    return {"stock": source.headcount.tolist(), "rates": rates, "edges": work.month_edge.tolist()}


def w1_simpy(world: str, many: str) -> Found:
    """Return the cost of a replication of the measuring model in plain SimPy."""
    from plain_simpy import headcounts

    known = json.loads(world)

    def play(replications: range) -> None:
        kept = [headcounts(known["stock"], known["rates"], known["edges"], replication) for replication in replications]
        del kept

    if many == "1":
        play(range(1))
        return {"peak": peak()}
    return {"cpu": marginal(play, int(many))}


def full(scenario: str) -> Found:
    """Return the cost of a replication of the full model, of one with unknowns drawn as well, and the memory of the process."""
    from models import full as model_of
    from models import playing, replicated, task_of, with_everything

    with tempfile.TemporaryDirectory() as folder:
        model = with_everything(Path(folder)) if scenario == "everything" else model_of(scenario)
    task = task_of(model)
    play = playing(lambda replication: replicated(task, replication))
    found = {"cpu": marginal(play), "peak": peak(), "initiatives": [each.id for each in model.initiatives]}
    drawing = task._replace(model=model, uncertainty="all")
    return {**found, "drawn": marginal(playing(lambda replication: replicated(drawing, replication)))}


def forking() -> Found:
    """Return the cost of a replication of four scenarios, each played alone and all side by side."""
    from models import full as model_of
    from models import playing, replicated, task_of

    from simcase.engine import side_by_side

    tasks = [task_of(model_of(name)) for name in ("baseline", "kik-ii", "small-jobs", "kik-ii+small-jobs")]
    alone = marginal(playing(lambda replication: [replicated(task, replication) for task in tasks]))
    return {"alone": alone, "together": marginal(playing(lambda replication: side_by_side(tasks, replication)))}


def sized(citizens: str) -> Found:
    """Return the cost of a replication of the full model without programmes for so many citizens, and the memory of the process."""
    from models import full as model_of
    from models import playing, replicated, scaled, task_of, without_programmes

    task = task_of(scaled(without_programmes(model_of()), int(citizens)))
    play = playing(lambda replication: replicated(task, replication))
    cost = marginal(play, FEW if int(citizens) > 10**6 else SOME)
    return {"cpu": cost, "citizens": int(task.tables.source.headcount.sum()), "peak": peak()}


def reading() -> Found:
    """Return the seconds that reading and resolving the shipped files takes."""
    from simcase.model import resolve

    begun, started = time.perf_counter(), time.process_time()
    resolve("kik-ii")
    return {"cpu": time.process_time() - started, "wall": time.perf_counter() - begun}


def pairing(count: str) -> Found:
    """Return the variance over replications of what an initiative changes: with the same luck on both sides, and with other luck."""
    import numpy as np
    from models import full as model_of
    from models import headcounts, task_of

    def persons(scenario: str, seed: int) -> Any:  # noqa: ANN401 - an array, and numpy is not imported yet
        task = task_of(model_of(scenario))._replace(seed=seed)
        names = task.tables.names
        states = [position for position, name in enumerate(names.states) if name.startswith("kontanthjaelp")]
        months = [position for position, month in enumerate(names.months) if month.year == 2021]
        return np.array([headcounts(task, number)[np.ix_(months, states)].sum(axis=1).mean() for number in range(int(count))])

    with_it, without, other = persons("kik-ii", SEED), persons("baseline", SEED), persons("baseline", SEED + 1)
    return {
        "effect": float(np.mean(with_it - without)),
        "paired": float(np.var(with_it - without, ddof=1)),
        "unpaired": float(np.var(with_it - other, ddof=1)),
    }


MEASURED: Final[Mapping[str, Callable[..., Found]]] = {
    each.__name__: each for each in (w1_simcase, w1_peak, w1_events, w1_world, w1_simpy, full, forking, sized, reading, pairing)
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(MEASURED[sys.argv[1]](*sys.argv[2:])) + "\n")
