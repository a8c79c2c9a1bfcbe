"""The likely municipalities that are stored with a fit: what each has of all that is not known, jointly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from simcase.declare import shown_path
from simcase.declare.schema import Stock
from simcase.errors import Issue, UserError
from simcase.model.donors import stored_arrays
from simcase.model.resolved import Model, Stored
from simcase.vocabulary import Floats
from simcase.words import said

FARTHEST: Final = 50.0
"""How far a member may be from the middle, on the log scale or in standard deviations."""


class Members(NamedTuple):
    """What likely municipalities have, a column each."""

    unknowns: tuple[str, ...]
    rates: Floats  # unknowns, members: deviations from the fitted values on the log scale
    lines: tuple[str, ...]
    stock: Floats  # lines, members: deviations of the persons at the start on the log scale
    processes: tuple[str, ...]
    economy: Floats  # processes, months, members: standard normals of each month from the first in which the economy moves

    @property
    def size(self) -> int:
        """Return how many there are."""
        return int(self.rates.shape[1])


def read_members(model: Model) -> Members | None:
    """Return the likely municipalities that are stored with a model's fit, None where there are none.

    Raises UserError if the file is not the one that the fit names, or an array is not what it has to be.
    """
    return None if model.members is None else _read(model.members)


@lru_cache(maxsize=4)
def _read(stored: Stored) -> Members:
    """Return the members in a file."""
    arrays = stored_arrays(stored)
    missing = [name for name in Members._fields if name not in arrays]
    if missing:
        raise UserError(
            [Issue(shown_path(stored.path), 0, name, said("error.value.nothing"), said("error.stock.array")) for name in missing]
        )
    texts = {name: tuple(map(str, arrays[name].tolist())) for name in ("unknowns", "lines", "processes")}
    numbers = {name: np.asarray(arrays[name], dtype=np.float64) for name in ("rates", "stock", "economy")}
    of = {"rates": "unknowns", "stock": "lines", "economy": "processes"}
    count = numbers["rates"].shape[-1:]
    for name, array in numbers.items():
        sound = array.shape[:1] == (len(texts[of[name]]),) and array.shape[-1:] == count and array.ndim == (3 if name == "economy" else 2)
        if not sound or (texts[of[name]] and not array.size) or not np.all(np.abs(array) <= FARTHEST):
            expected = said("error.stock.row_each", n=len(texts[of[name]]), of=of[name], farthest=FARTHEST)
            raise UserError([Issue(shown_path(stored.path), 0, name, said("error.stock.another_array", shape=array.shape), expected)])
    return Members(**texts, **numbers)  # type: ignore[arg-type]


def with_rates(model: Model, deviation: Floats, number: int) -> Floats:
    """Return deviations of a model's unknowns with those of a member's rates in their places (shape: unknowns)."""
    members = read_members(model)
    if members is None:
        return deviation
    found = deviation.copy()
    for row, name in enumerate(members.unknowns):
        found[list(model.fitted).index(name)] = members.rates[row, number % members.size]
    return found


def with_months(model: Model, normals: Mapping[str, Floats], number: int | None) -> dict[str, Floats]:
    """Return normals of the economy by process with those of a member's months, or of the mean of members, in their places."""
    members = read_members(model)
    if members is None:
        return dict(normals)
    found = {name: each.copy() for name, each in normals.items()}
    for name in found.keys() & set(members.processes):
        mine = members.economy[members.processes.index(name)]
        months = min(len(found[name]), len(mine))
        found[name][:months] = (mine.mean(axis=1) if number is None else mine[:, number % members.size])[:months]
    return found


def with_stock(model: Model, number: int | None) -> Model:
    """Return a model with the persons at the start of a member, or of the mean of members; the same where there are none."""
    members = read_members(model)
    if members is None:
        return model
    logs = members.stock.mean(axis=1) if number is None else members.stock[:, number % members.size]
    by_line = dict(zip(members.lines, np.exp(logs).tolist(), strict=True))
    return replace(model, stock=scaled(model.stock, {state.id: by_line.get(state.line or "", 1.0) for state in model.states}))


def scaled(stock: Stock, factors: Mapping[str, float]) -> Stock:
    """Return a starting stock with the persons of some states multiplied."""
    states = {
        name: each.model_copy(update={"value": each.value * factors.get(name, 1.0), "low": None, "high": None})
        for name, each in stock.states.items()
    }
    return stock.model_copy(update={"states": states})
