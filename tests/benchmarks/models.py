"""The models that are measured, resolved and compiled through simcase's public pieces."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from measure import HERE, SEED, Play

from simcase.declare import AS_IS, Library, here, shipped
from simcase.declare.schema import Arrival
from simcase.engine import Task, replicated
from simcase.model import Model, read_donors, resolve
from simcase.tables import tabulate

W1: Final = HERE / "w1" / "w1.yaml"
END: Final = date(2022, 12, 31)
FOUR_YEARS: Final = date(2022, 6, 30)


def w1_task() -> Task:
    """Return the task of the measuring model."""
    return Task(tabulate(resolve(AS_IS, calibration=str(W1))), None, SEED)


def task_of(model: Model) -> Task:
    """Return the task of a model with the starting stock that is stored with its fit."""
    return Task(tabulate(model), read_donors(model), SEED)


def full(scenario: str = "kik-ii") -> Model:
    """Return the full model of a scenario from July 2018 to December 2022."""
    return replace(resolve(scenario), end=END)


def with_everything(folder: Path) -> Model:
    """Return the full model with every initiative that is shipped for its law, through a scenario written into a folder."""
    known = Library((shipped(),))
    ours = [name for name in known.initiatives() if "\ncalibration: dk-2019\n" in known.initiative(name).read_text(encoding="utf-8")]
    chosen = [{"use": name, "why": "To measure everything at once."} for name in ours]
    file = folder / "scenarios" / "everything.yaml"
    file.parent.mkdir()
    file.write_text(json.dumps({"title": "Everything", "initiatives": chosen}), encoding="utf-8")
    return replace(resolve("everything", library=Library((folder, *here().roots))), end=END)


def without_programmes(model: Model) -> Model:
    """Return a model in which nobody interacts: initiatives that have no limit reach everybody, the others are left out."""
    kept = tuple(each for each in model.initiatives if each.kind in {"open", "diversion"} and each.staff is None)
    return replace(model, initiatives=kept, end=FOUR_YEARS)


def scaled(model: Model, citizens: int) -> Model:
    """Return a model with so many citizens at the start: stock, population and arrivals in proportion."""
    factor = citizens / int(tabulate(model).source.headcount.sum())
    stock = {name: number.model_copy(update={"value": number.value * factor}) for name, number in model.stock.states.items()}
    population = model.population
    if population is not None:
        population = population.model_copy(update={"persons": tuple((age, count * factor) for age, count in population.persons)})
    return replace(
        model,
        stock=model.stock.model_copy(update={"states": stock}),
        population=population,
        arrivals=tuple(more(each, factor) for each in model.arrivals),
    )


def more(arrival: Arrival, factor: float) -> Arrival:
    """Return a stream of arrivals with so many times as many a year; who comes of age follows the population."""
    if arrival.per_year is None:
        return arrival
    return arrival.model_copy(update={"per_year": arrival.per_year.model_copy(update={"value": arrival.per_year.value * factor})})


def headcounts(task: Task, replication: int) -> npt.NDArray[np.float64]:
    """Return one replication's average headcounts (shape: months, states)."""
    average: npt.NDArray[np.float64] = replicated(task, replication).days / np.diff(task.tables.clockwork.month_edge)[:, None]
    return average


def playing(work: Callable[[int], object]) -> Play:
    """Return a function that plays replications and keeps what each returns until all are done."""

    def play(replications: range) -> None:
        kept = [work(replication) for replication in replications]
        del kept

    return play
