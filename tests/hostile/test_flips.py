"""A flipped bit in any file of arrays, of the cache or of a stored run is found: refused or made again, never another number.

`SIMCASE_FLIPS=1000000 python -m pytest tests/hostile/test_flips.py` flips more bytes; each file has every byte flipped in turn where
that many are allowed.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from worlds import AS_IS, move, play, scenario, state, write

from simcase import tidy
from simcase.declare import cache, read_document
from simcase.engine import compiling
from simcase.errors import UserError
from simcase.model import Model, Stored, read_donors, resolve
from simcase.report.bundle import bundle
from simcase.tidy.store import read_json

FLIPS = int(os.environ.get("SIMCASE_FLIPS", "2000"))
READS = 50
"""How many flips of a compressed file take as long as one that is unpacked."""
TOWN = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 30, "work": 60}},
}


def flipped(file: Path, flips: int) -> Iterator[int]:
    """Give a file that has one bit flipped, at so many places one after the other, and then as it was."""
    whole = file.read_bytes()
    luck = np.random.default_rng(len(whole))
    places = range(len(whole)) if flips >= len(whole) else sorted({0, 64, len(whole) - 1, *luck.integers(len(whole), size=flips).tolist()})
    for place in places:
        harmed = bytearray(whole)
        harmed[place] ^= 1 << int(luck.integers(8))
        file.write_bytes(harmed)
        yield place
    file.write_bytes(whole)


@pytest.fixture(scope="module")
def model() -> Model:
    return resolve(AS_IS)


@pytest.fixture
def stock(model: Model, tmp_path: Path) -> Stored:
    """Return a copy of the starting stock of the shipped fit."""
    assert model.donors is not None
    path = tmp_path / "x.donors.npz"
    path.write_bytes(model.donors.path.read_bytes())
    return Stored(path, model.donors.digest)


def test_a_starting_stock_with_a_flipped_bit_is_refused(model: Model, stock: Stored) -> None:
    harmed = replace(model, donors=stock)
    for place in flipped(stock.path, FLIPS // 4):
        with pytest.raises(UserError):
            pytest.fail(f"byte {place}: {read_donors(harmed)}")
    assert read_donors(harmed) is not None


def test_a_starting_stock_whose_digest_was_mended_too_gives_the_same_arrays_or_none(model: Model, stock: Stored) -> None:
    whole, refused = read_donors(model), 0
    assert whole is not None
    for place in flipped(stock.path, FLIPS // READS):
        digest = hashlib.sha256(stock.path.read_bytes()).hexdigest()
        try:
            found = read_donors(replace(model, donors=replace(stock, digest=digest)))
        except UserError:
            refused += 1
            continue
        assert found is not None
        assert all(np.array_equal(one, other) for one, other in zip(whole, found, strict=True)), f"byte {place}"
    assert refused > 0


def parsed(folder: Path) -> None:
    """Keep a parsed file."""
    file = folder / "plan.yaml"
    file.write_text("title: A plan\nchanges:\n  - {path: rates.full, to: 2}\n", encoding="utf-8")
    read_document(file)


def drawn(_: Path) -> None:
    """Keep the script that draws charts."""
    bundle.cache_clear()
    bundle()


@pytest.mark.parametrize("keep", [parsed, drawn])
def test_a_file_of_the_cache_with_a_flipped_bit_is_not_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch, keep: Callable[[Path], None]
) -> None:
    monkeypatch.setenv("SIMCASE_CACHE", str(folder / "cache"))
    keep(folder)
    (file,) = (folder / "cache").rglob(f"*{cache.SEALED}")
    whole = cache.kept(file)
    assert whole is not None
    for place in flipped(file, FLIPS // 8):
        assert cache.kept(file) is None, f"byte {place}"
    assert cache.kept(file) == whole


def test_a_compiled_function_with_a_flipped_bit_is_not_there(folder: Path) -> None:
    play_a_little(folder)  # so that there is a compiled engine
    files = sorted(path for where in (compiling.FOLDER, compiling.AHEAD) for path in where.rglob(f"*{cache.SEALED}"))
    assert len(files) > 10
    for each in files:
        copy = folder / each.name
        copy.write_bytes(each.read_bytes())
        for place in flipped(copy, max(4, FLIPS // 4 // len(files))):
            assert cache.kept(copy) is None, f"{each.name}, byte {place}"
        assert cache.kept(copy) is not None


def play_a_little(folder: Path) -> Path:
    """Return the folder of a run in a small town."""
    write(folder, TOWN, {"plain": scenario()})
    return play("plain", replications=3).folder


def test_a_stored_run_with_a_flipped_bit_is_found_damaged_or_says_the_same(folder: Path) -> None:
    run = play_a_little(folder).absolute()
    files = sorted(path for path in run.iterdir() if path.suffix in {".json", ".parquet"})
    assert {path.name for path in files} > {tidy.MANIFEST, "finished.json"}
    for file in files:
        whole, found = read_json(file), 0
        for place in flipped(file, max(20, FLIPS // 4 // len(files))):
            shelved = tidy.run_in(run)
            assert shelved is not None
            damaged = file.name in tidy.damaged_files(shelved)
            found += damaged
            assert damaged or (whole is not None and read_json(file) == whole), (
                f"{file.name}, byte {place}"
            )  # a blank that is another blank
        assert found > 0
        assert tidy.damaged_files(tidy.run_in(run) or pytest.fail("no run")) == []
