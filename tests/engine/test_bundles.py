"""Bundles of arrays: compiled functions take the address of one, however many arrays are in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import numba
import numpy as np
import pytest
from worlds import AS_IS

from simcase.engine.bundles import Bundle, bundle
from simcase.engine.compiling import apart, compiled, inlined
from simcase.engine.kernel.population import comers_of, without_donors
from simcase.engine.kernel.records import agenda, people, record, room
from simcase.model import resolve
from simcase.tables import tabulate
from simcase.vocabulary import Floats, Ints


@bundle
class Inner(NamedTuple):
    """What lies within another bundle."""

    weight: Ints


@bundle
class Outer(NamedTuple):
    """A bundle of everything that there is in one."""

    factor: float
    inner: Inner
    filled: Floats


@pytest.fixture(autouse=True)
def _kept_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simcase.engine.compiling.FOLDER", tmp_path / "compiled")


def weighed(each: Outer, at: int) -> float:
    """Fill in a product."""
    each.filled[at] = each.factor * each.inner.weight[at]
    return float(each.filled[at])


@pytest.mark.parametrize("kind", [inlined, apart])
def test_a_bundle_is_one_argument_and_is_read_and_filled_as_in_python(kind: Any) -> None:  # noqa: ANN401
    part: Any = kind(weighed)
    whole = compiled(lambda each: part(each, 0) + part(each, 1))
    given, expected = (Outer(0.5, Inner(np.array([3, 5])), np.zeros(3)) for _ in range(2))
    assert whole(given) == weighed(expected, 0) + weighed(expected, 1) == 4.0
    assert np.array_equal(given.filled, expected.filled)
    (overload,) = part.overloads.values()
    function = overload.library.get_function(overload.fndesc.llvm_func_name)
    assert len([*function.arguments]) == 4, "what it returns, what went wrong, the bundle and a number"


def test_all_that_the_kernel_takes_many_arrays_in_is_a_bundle() -> None:
    tables = tabulate(resolve(AS_IS))
    work, source = tables.clockwork, tables.source
    who, rows = people(2, work), room(work)
    comers = comers_of(tables, (1, 0), source.headcount)
    taken = (work, source, without_donors(who), comers, who, record(work), rows, rows.batch, agenda(work, 2))
    assert [type(each).__name__ for each in taken if not isinstance(numba.typeof(each), Bundle)] == []
