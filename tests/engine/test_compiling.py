"""The compiled kernel: its cache forgets it when any source changes, and citizens played a few at a time live the same lives."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from worlds import AS_IS

from simcase.engine import compiling, loaded
from simcase.engine.conductor import conducted, unconducted
from simcase.model import Model, resolve
from simcase.tables import compiled

ENGINE = Path(compiling.__file__).parent
SOURCES = sorted(path.relative_to(ENGINE.parent) for path in [*ENGINE.glob("*.py"), ENGINE.parent / "tables" / "arrays.py"])


@pytest.mark.parametrize("edited", SOURCES, ids=str)
def test_an_edit_of_any_source_is_another_cache(edited: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("engine", "tables", "vocabulary"):
        shutil.copytree(ENGINE.parent / folder, tmp_path / folder)
    monkeypatch.setattr(compiling, "__file__", str(tmp_path / "engine" / "compiling.py"))
    before = compiling.source_digest()
    with (tmp_path / edited).open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    assert compiling.source_digest() != before


@pytest.fixture(scope="module")
def model() -> Model:
    return resolve(AS_IS)


def test_citizens_played_a_few_at_a_time_live_as_those_who_are_all_there(model: Model) -> None:
    tables = compiled(model)
    donors = loaded(model.donors) if model.donors else None
    apart, together = unconducted(tables, donors, (7, 3)), conducted(tables, donors, (7, 3)).into
    assert apart.flow.sum() > 50_000
    for name in apart._fields:
        assert np.array_equal(getattr(apart, name), getattr(together, name)), name
