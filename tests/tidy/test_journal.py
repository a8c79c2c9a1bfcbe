"""The journal of a run: entries that are damaged, crafted or there twice are cut off with what follows."""

from __future__ import annotations

import hashlib
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from simcase.tidy import Journal
from simcase.tidy.journal import NUMBER


class Pair(NamedTuple):
    figures: np.ndarray


COUNT = 5


def opened(path: Path) -> Journal[Pair]:
    return Journal(path, Pair(np.zeros(2)), COUNT)


def entry(number: int) -> bytes:
    """Return an entry as it is written."""
    content = NUMBER.pack(number) + np.ones(2).tobytes()
    return content + hashlib.sha256(content).digest()


@pytest.mark.parametrize("crafted", [COUNT, 10**9, 2**64 - 1, 0], ids=["beyond", "far beyond", "less than none", "twice"])
def test_an_entry_of_no_number_of_the_run_ends_what_is_kept(tmp_path: Path, crafted: int) -> None:
    path = tmp_path / "journal"
    path.write_bytes(entry(0) + entry(crafted) + entry(1))
    with closing(opened(path)) as journal:
        assert [number for number, _ in journal.kept()] == [0]
        journal.add(3, Pair(np.ones(2)))
    with closing(opened(path)) as journal:
        assert [number for number, _ in journal.kept()] == [0, 3]
