"""The compiled kernel: its cache forgets it when any source changes, and citizens played a few at a time live the same lives."""

from __future__ import annotations

import errno
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Timer
from typing import Any

import numpy as np
import pytest
from filelock import FileLock
from numba.core.errors import NumbaError
from worlds import AS_IS

from simcase.declare import cache
from simcase.engine import compiling, sources
from simcase.engine.conductor import conduct, play_undisturbed
from simcase.model import Model, read_donors, resolve
from simcase.tables import tabulate

ENGINE = Path(compiling.__file__).parent
OTHERS = [ENGINE.parent / other for other in ("tables/arrays.py", "vocabulary/dates.py", "model/donors.py")]
SOURCES = sorted(path.relative_to(ENGINE.parent) for path in [*ENGINE.rglob("*.py"), *OTHERS])


def test_an_edit_of_any_source_is_another_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("engine", "tables", "vocabulary", "model"):
        shutil.copytree(ENGINE.parent / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(sources, "__file__", str(tmp_path / "engine" / "sources.py"))
    seen = {compiling.build(): Path("none")}
    for edited in SOURCES:
        with (tmp_path / edited).open("a", encoding="utf-8") as file:
            file.write("# edited\n")
        seen[compiling.build()] = edited
    assert list(seen.values()) == [Path("none"), *SOURCES], "these alone are seen"


def test_what_is_compiled_stands_apart() -> None:
    decorated = re.compile(r"^@(?:compiled|inlined)$", re.MULTILINE)
    assert not [path.name for path in ENGINE.glob("*.py") if decorated.search(path.read_text(encoding="utf-8"))]
    assert len([path for path in (ENGINE / "kernel").glob("*.py") if decorated.search(path.read_text(encoding="utf-8"))]) > 5


def twice_and_one(number: int) -> int:
    """Return something that is compiled quickly."""
    return 2 * number + 1


@pytest.fixture
def kept_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder in which compiled functions are kept."""
    monkeypatch.setattr(compiling, "FOLDER", tmp_path / "compiled")
    return tmp_path / "compiled"


def compilations() -> int:
    """Return how often the function has to be compiled anew to be called; what it gives is always the same."""
    dispatcher: Any = compiling.compiled(twice_and_one)
    assert dispatcher(20) == 41
    return int(sum(dispatcher.stats.cache_misses.values()))


@pytest.mark.usefixtures("kept_in")
def test_a_function_is_compiled_once_for_all_numbers_of_a_type() -> None:
    inner: Any = compiling.inlined(twice_and_one)
    outer: Any = compiling.compiled(lambda number: inner(0) + inner(1) + inner(number))
    assert outer(20) == 45
    assert len(inner.overloads) == 1


def test_a_compiled_function_is_kept_and_found_again(kept_in: Path) -> None:
    assert [compilations(), compilations()] == [1, 0]
    (file,) = kept_in.iterdir()
    assert cache.kept(file) is not None


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda whole: whole[:-100],
        lambda whole: whole[:2000] + bytes([whole[2000] ^ 1]) + whole[2001:],
        lambda whole: whole[65:],
        lambda whole: whole + whole,
    ],
    ids=["empty", "truncated", "flipped", "no digest", "doubled"],
)
def test_a_damaged_compiled_function_is_compiled_anew_and_mended(kept_in: Path, damage: Callable[[bytes], bytes]) -> None:
    compilations()
    (file,) = kept_in.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert file.read_bytes() != whole
    assert [compilations(), compilations()] == [1, 0]


def test_what_was_compiled_for_other_arguments_is_not_used(kept_in: Path) -> None:
    dispatcher: Any = compiling.compiled(twice_and_one)
    assert dispatcher(0.25) == 1.5
    (other,) = kept_in.iterdir()
    compilations()
    (file,) = set(kept_in.iterdir()) - {other}
    file.write_bytes(other.read_bytes())
    assert compilations() == 1


def test_a_full_disk_costs_no_more_than_compiling_again(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        assert [compilations(), compilations()] == [1, 1]
    assert list(kept_in.iterdir()) == []
    assert [compilations(), compilations()] == [1, 0]


def test_a_folder_that_cannot_be_made_costs_no_more_than_compiling_again(kept_in: Path) -> None:
    kept_in.write_text("a file where the folder would be", encoding="utf-8")
    assert [compilations(), compilations()] == [1, 1]


def test_what_another_process_compiles_is_waited_for(kept_in: Path) -> None:
    compilations()
    (file,) = kept_in.iterdir()
    content = file.read_bytes()
    file.unlink()
    turn = FileLock(kept_in.with_suffix(".lock"), thread_local=False)

    def compiled() -> None:
        file.write_bytes(content)
        turn.release()

    turn.acquire()
    Timer(0.2, compiled).start()
    assert compilations() == 0


def test_nobody_waits_for_ever(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiling, "SECONDS", 0.1)
    with FileLock(kept_in.with_suffix(".lock")):
        assert [compilations(), compilations()] == [1, 0]


def untypable(number: int) -> int:
    """Return something that cannot be compiled."""
    return number + nowhere  # type: ignore[name-defined] # noqa: F821 - that is the point


def test_a_function_that_cannot_be_compiled_keeps_nobody_waiting(kept_in: Path) -> None:
    inner: Any = compiling.compiled(untypable)
    outer: Any = compiling.compiled(lambda number: inner(number) + 1)
    for failing in (inner, outer):
        with pytest.raises(NumbaError):
            failing(20)
        with FileLock(kept_in.with_suffix(".lock"), timeout=0.0):
            pass
    assert compilations() == 1


def test_who_waited_in_vain_once_does_not_wait_again(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    class Watched(FileLock):
        def acquire(self, *_: object, **__: object) -> Any:  # noqa: ANN401
            waits.append(self.timeout)
            return super().acquire()

    monkeypatch.setattr(compiling, "SECONDS", 0.1)
    monkeypatch.setattr(compiling, "FileLock", Watched)
    inner: Any = compiling.compiled(twice_and_one)
    outer: Any = compiling.compiled(lambda number: inner(number) + 1)
    with FileLock(kept_in.with_suffix(".lock")):
        assert outer(20) == 42
    assert waits == [0.1, 0.0]


def test_what_a_wheel_carries_is_played_where_it_runs_and_nothing_else(kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, name, _ = compiling.numba.core.registry.cpu_target.target_context.codegen().magic_tuple()
    compilations()
    carried = kept_in.with_name("carried")
    monkeypatch.setattr(compiling, "AHEAD", carried)
    monkeypatch.setattr(compiling, "levels", lambda _: (name,))
    monkeypatch.setattr(compiling.Cache, "_key", lambda self, sig, target: (self._name, str(sig), target[1]))
    shutil.rmtree(kept_in)
    compilations()
    carried.mkdir()
    kept_in.rename(carried / name)
    assert compilations() == 0
    assert not kept_in.exists()
    monkeypatch.setattr(compiling, "levels", lambda _: ("another",))
    assert compilations() == 1, "it runs on another processor alone"
    shutil.rmtree(kept_in)
    monkeypatch.setattr(compiling, "levels", lambda _: (name,))
    (file,) = (carried / name).iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert compilations() == 1, "what is damaged is compiled"


MODERN = ("avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe")


@pytest.mark.parametrize("lacks", MODERN)
def test_a_processor_that_lacks_a_feature_runs_the_plain_code(lacks: str) -> None:
    assert compiling.levels(",".join(f"+{each}" for each in MODERN)) == ("x86-64-v3", "x86-64")
    assert compiling.levels(",".join(f"{'-' if each == lacks else '+'}{each}" for each in MODERN)) == ("x86-64",)
    assert compiling.levels("") == ("x86-64",)


def test_a_wheel_is_compiled_ahead_for_the_sources_it_carries() -> None:
    assert compiling.AHEAD.name.startswith(f"{compiling.build()}-")
    assert compiling.AHEAD.parent.parent == ENGINE


@pytest.fixture(scope="module")
def model() -> Model:
    return resolve(AS_IS)


def test_citizens_played_a_few_at_a_time_live_as_those_who_are_all_there(model: Model) -> None:
    tables = tabulate(model)
    donors = read_donors(model)
    apart = play_undisturbed(tables, donors, (7, 3))
    watched = tables._replace(clockwork=tables.clockwork._replace(interacts=np.ones_like(tables.clockwork.interacts)))
    together = conduct(watched, donors, (7, 3)).into
    assert apart.flow.sum() > 50_000
    for name in apart._fields:
        assert np.array_equal(getattr(apart, name), getattr(together, name)), name
