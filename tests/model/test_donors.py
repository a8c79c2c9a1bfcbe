"""The starting stock that is stored with a fit: every array has to be what it is meant to be before compiled code reads it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from worlds import AS_IS

from simcase.declare import here
from simcase.engine.stock import donors_of
from simcase.errors import UserError
from simcase.model import Donors, Model, Stored, read_donors, resolve
from simcase.model.files import problems

Arrays = dict[str, np.ndarray]


@pytest.fixture(scope="module")
def model() -> Model:
    return resolve(AS_IS)


@pytest.fixture(scope="module")
def arrays(model: Model) -> Arrays:
    donors = read_donors(model)
    assert donors is not None
    return donors._asdict()


def holding(model: Model, path: Path, arrays: Arrays) -> Model:
    """Return a model whose fit names a starting stock of these arrays."""
    np.savez(path, **arrays)
    return replace(model, donors=Stored(path, hashlib.sha256(path.read_bytes()).hexdigest()))


def refused(model: Model) -> list[str]:
    with pytest.raises(UserError) as raised:
        read_donors(model)
    return [f"{issue.path}: {issue.found}, {issue.expected}" for issue in raised.value.issues]


def planted(name: str, value: object) -> Callable[[Arrays], Arrays]:
    """Return what puts a value into the middle of an array."""

    def plant(arrays: Arrays) -> Arrays:
        array = arrays[name].copy()
        array.reshape(-1)[array.size // 2] = value
        return {**arrays, name: array}

    return plant


WHOLE = ("segment", "scheme", "weeks", "last_week", "support_at", "kept_at", "first")
REAL = ("steady", "until", "birth", "entry", "origin", "grant", "support_from", "used", "right_from", "earn_from")
PLANTED = [
    *(dict.fromkeys(WHOLE, value) for value in (10**9, -(10**9), np.iinfo(np.int64).min, np.iinfo(np.int64).max)),
    *(dict.fromkeys(REAL, value) for value in (np.nan, -np.inf, 1e300, -1e300)),
    dict.fromkeys(("steady", "until", "birth", "entry", "origin", "used"), np.inf),
    *({"segment": value} for value in (6, -1)),
    *({"scheme": value} for value in (-2, 2)),
    {"birth": 1.0},
    {"entry": 0.5},
    {"until": 0.0},
    {"first": 0},
]
"""Values that cannot be, each planted in all of some arrays at once."""


@pytest.mark.parametrize("values", PLANTED, ids=str)
def test_a_value_that_cannot_be_is_refused(model: Model, arrays: Arrays, tmp_path: Path, values: dict[str, float]) -> None:
    harmed = arrays
    for name, value in values.items():
        harmed = planted(name, value)(harmed)
    told = refused(holding(model, tmp_path / "x.donors.npz", harmed))
    assert sorted(each.split(": ")[0] for each in told) == sorted(values)


COUNTED = "until"
"""The array by whose length the others are measured."""


@pytest.mark.parametrize(
    "harm",
    [
        lambda each: each[:-1],
        lambda each: each[:0],
        lambda each: each.astype(np.float32),
        lambda each: each[..., np.newaxis],
        lambda each: each[0],
    ],
    ids=["shorter", "empty", "another type", "one dimension more", "one less"],
)
def test_an_array_of_another_form_is_refused(
    model: Model, arrays: Arrays, tmp_path: Path, harm: Callable[[np.ndarray], np.ndarray]
) -> None:
    others = {name: harm(array) for name, array in arrays.items() if name != COUNTED}
    told = refused(holding(model, tmp_path / "x.donors.npz", {**others, COUNTED: arrays[COUNTED]}))
    assert sorted(each.split(": ")[0] for each in told) == sorted(others)
    assert refused(holding(model, tmp_path / "x.donors.npz", {**arrays, COUNTED: harm(arrays[COUNTED])}))


def test_every_array_that_is_wrong_is_told_at_once(model: Model, arrays: Arrays, tmp_path: Path) -> None:
    harmed = planted("segment", 10**9)(planted("used", np.nan)(arrays))
    assert refused(holding(model, tmp_path / "x.donors.npz", harmed)) == [
        "segment: values from 0 to 1000000000, values from 0 to 5",
        "used: values that are no numbers, values from 0 to 60000",
    ]
    rest = {name: each for name, each in arrays.items() if name not in {"grant", "weeks"}}
    assert refused(holding(model, tmp_path / "x.donors.npz", rest)) == ["grant: nothing, an array", "weeks: nothing, an array"]


@pytest.mark.parametrize(
    "content", [b"", b"PK", b"\x93NUMPY", b"PK\x05\x06" + b"\0" * 18], ids=["empty", "a beginning", "one array", "no arrays"]
)
def test_a_file_that_holds_no_arrays_is_refused(model: Model, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.donors.npz"
    path.write_bytes(content)
    assert refused(replace(model, donors=Stored(path, hashlib.sha256(content).hexdigest())))


def test_a_file_that_changed_since_the_fit_was_read_is_refused(model: Model, arrays: Arrays, tmp_path: Path) -> None:
    held = holding(model, tmp_path / "x.donors.npz", arrays)
    assert read_donors(held) is not None
    holding(model, tmp_path / "x.donors.npz", {**arrays, "weeks": arrays["weeks"] + 1})
    assert refused(held) == [": another file than when the fit was read, the same file"]


def test_check_tells_of_a_stock_that_does_not_fit_its_calibration(arrays: Arrays, folder: Path) -> None:
    (folder / "calibration" / "own" / "fits").mkdir(parents=True)
    (folder / "calibration" / "own" / "own.yaml").write_text("based_on: aabenraa-2019\nfit: mine\n", encoding="utf-8")
    fit = folder / "calibration" / "own" / "fits" / "mine.yaml"
    np.savez(fit.with_name("mine.donors.npz"), **planted("segment", 10**9)(arrays))
    digest = hashlib.sha256(fit.with_name("mine.donors.npz").read_bytes()).hexdigest()
    fit.write_text(f"fit: mine\ncalibration: own\nparameters: []\ndonors: {digest}\n", encoding="utf-8")
    told = [str(issue) for issue in problems("own", here())]
    wrong = "calibration/own/fits/mine.donors.npz segment: found values from 0 to 1000000000, expected values from 0 to 5."
    assert told == [f"{wrong} `simcase calibrate` writes it anew."]


def test_donors_of_a_state_in_which_nobody_is_counted_weigh_the_same() -> None:
    count = 4
    who = type("Who", (), {name: np.zeros((count, 1)) for name in Donors._fields})()
    who.state = np.array([0, 0, 1, 1])
    found = donors_of(who, np.arange(count), np.array([1.0, 3.0, 0.0, 0.0]), np.zeros(2), 1)
    assert found.until.tolist() == [0.25, 1.0, 0.5, 1.0]
