"""The starting stock that is stored with a fit: plain arrays, none of which is used before its form and its range were looked at."""

from __future__ import annotations

import hashlib
import io
import math
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from simcase.declare import shown_path
from simcase.errors import Issue, UserError
from simcase.model.resolved import Model, Stored
from simcase.vocabulary import Floats, Ints
from simcase.words import said

LARGEST: Final = 500_000_000
"""Bytes of all arrays together."""
LONGEST: Final = 60_000.0
"""Days that a life may last, and that may have passed since anything in it."""
LATEST_WEEK: Final = 1
"""The week after the one in which a model starts."""
LONG_AGO: Final = -(10**6)
"""A week before all others."""


class Donors(NamedTuple):
    """The starting stock of a burn-in, sorted by state and then by birth: what a citizen brings along."""

    first: Ints  # S + 1: donors of each state
    steady: Floats  # S: citizens at the end of a burn-in, where the rates lead in the long run
    until: Floats  # cumulated weight within the state, ending at 1
    birth: Floats
    segment: Ints
    entry: Floats
    origin: Floats
    grant: Floats
    scheme: Ints
    weeks: Ints
    last_week: Ints
    support_from: Floats
    support_weeks: npt.NDArray[np.uint64]
    support_at: Ints
    used: Floats
    right_from: Floats
    earn_from: Floats
    kept_weeks: npt.NDArray[np.uint64]
    kept_at: Ints


class Form(NamedTuple):
    """What an array has to be: its type, its shape, its least and largest value, and whether infinity stands for never."""

    kind: type[np.int64 | np.uint64 | np.float64]
    shape: tuple[int, ...]
    low: float
    high: float
    never: bool = False


def forms(model: Model, count: int) -> dict[str, Form]:
    """Return what each array of so many donors has to be in the world of a model; times are days since its start."""
    states, counters = len(model.states), len(model.counters)
    schemes = {state.grant for state in model.states if state.grant is not None}

    def whole(low: int, high: int, *shape: int) -> Form:
        return Form(np.int64, (count, *shape), low, high)

    def past(*shape: int, never: bool = False) -> Form:
        return Form(np.float64, (count, *shape), -LONGEST, 0.0, never)

    def bits(*shape: int) -> Form:
        return Form(np.uint64, (count, *shape, 3), 0, 2**64 - 1)

    return {
        "first": Form(np.int64, (states + 1,), 0, count),
        "steady": Form(np.float64, (states,), 0.0, 1e9),
        "until": Form(np.float64, (count,), 0.0, 1.0),
        "birth": past(),
        "segment": whole(0, max(len(model.segments), 1) - 1),
        "entry": past(),
        "origin": past(),
        "grant": past(never=True),
        "scheme": whole(-1, len(schemes) - 1),
        "weeks": whole(0, int(LONGEST) // 7),
        "last_week": whole(LONG_AGO, LATEST_WEEK),
        "support_from": past(never=True),
        "support_weeks": bits(),
        "support_at": whole(LONG_AGO, LATEST_WEEK),
        "used": Form(np.float64, (count, counters), 0.0, LONGEST),
        "right_from": past(counters, never=True),
        "earn_from": past(counters, never=True),
        "kept_weeks": bits(counters),
        "kept_at": whole(LONG_AGO, LATEST_WEEK, counters),
    }


def read_donors(model: Model) -> Donors | None:
    """Return the starting stock that is stored with a model's fit, None where there is none.

    Raises UserError if the file is not the one that the fit names, or an array is not what it has to be in this world.
    """
    stock = model.donors
    if stock is None:
        return None
    arrays = stored_arrays(stock)
    missing = [_issue(stock, name, said("error.value.nothing"), said("error.stock.array")) for name in Donors._fields if name not in arrays]
    if missing:
        raise UserError(missing)
    issues = [_issue(stock, *each) for each in _problems(model, arrays)]
    if issues:
        raise UserError(issues)
    return Donors(**{name: np.ascontiguousarray(arrays[name]) for name in Donors._fields})


def stored_arrays(stock: Stored) -> dict[str, np.ndarray]:
    """Return the arrays of a file, which cannot hold code.

    Raises UserError where it is not the file that the fit names, or cannot be read.
    """
    try:
        content = stock.path.read_bytes()
        if hashlib.sha256(content).hexdigest() != stock.digest:
            raise UserError([_issue(stock, "", said("error.stock.another_file"), said("error.stock.same_file"))])
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            size = sum(each.file_size for each in file.infolist())
        if size > LARGEST:
            raise UserError(
                [
                    _issue(
                        stock,
                        "",
                        said("error.stock.mb", size=size // 1_000_000),
                        said("error.stock.at_most_mb", largest=LARGEST // 1_000_000),
                    )
                ]
            )
        with np.load(io.BytesIO(content), allow_pickle=False) as file:
            return {name: file[name] for name in file.files}
    except (OSError, ValueError, EOFError, MemoryError, NotImplementedError, zipfile.BadZipFile, zlib.error):
        raise UserError([_issue(stock, "", said("error.stock.unreadable"), said("error.stock.as_written"))]) from None


def _problems(model: Model, arrays: Mapping[str, np.ndarray]) -> Iterator[tuple[str, str, str]]:
    """Yield the arrays that are not what they have to be: name, what was found, what is expected."""
    sound = True
    for name, form in forms(model, arrays["until"].size).items():
        array = arrays[name]
        found, expected = f"{array.dtype}, {_shape(array.shape)}", f"{np.dtype(form.kind)}, {_shape(form.shape)}"
        if found == expected:
            inside = (array >= form.low) & (array <= form.high)
            if np.all(inside | np.isposinf(array) if form.never else inside):
                continue
            found, expected = (
                _values(array),
                said("error.stock.values_or" if form.never else "error.stock.values", low=form.low, high=form.high),
            )
        sound = False
        yield name, found, expected
    if sound:
        yield from _unordered(arrays["first"], arrays["until"])


def _unordered(first: Ints, until: Floats) -> Iterator[tuple[str, str, str]]:
    """Yield the arrays whose values stand in another order than donors by state, with their cumulated weights, have."""
    if first[0] != 0 or first[-1] != len(until) or np.any(np.diff(first) < 0):
        yield "first", said("error.stock.not_from_0"), said("error.stock.rise", n=len(until))
        return
    ends = first[1:][np.diff(first) > 0] - 1
    falls = np.diff(until) < 0.0
    falls[ends[:-1]] = False
    if np.any(falls) or np.any(until[ends] != 1.0):
        yield "until", said("error.stock.weights"), said("error.stock.cumulated")


def _shape(shape: tuple[int, ...]) -> str:
    """Return a shape as a message shows it."""
    return " x ".join(map(str, shape)) or "1"


def _values(array: np.ndarray) -> str:
    """Return from where to where the values of an array go, as a message shows it."""
    if array.dtype.kind == "f" and np.isnan(array).any():
        return said("error.stock.no_numbers")
    finite = array[np.isfinite(array)]
    edges = (finite.min(), finite.max()) if len(finite) == array.size else (np.min(array), math.inf)
    return said("error.stock.values", low=edges[0], high=edges[1])


def _issue(stock: Stored, field: str, found: str, expected: str) -> Issue:
    """Return what is wrong with a starting stock."""
    return Issue(shown_path(stock.path), 0, field, found, expected, said("error.stock.anew"))
