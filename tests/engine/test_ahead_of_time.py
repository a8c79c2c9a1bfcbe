"""The kernel compiled ahead of time: once for the sources that are there, and an installation without it is one that works."""

from __future__ import annotations

import platform
import re
import runpy
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from subprocess import Popen
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from simcase.engine import ahead_of_time
from simcase.engine.sources import carried_of, source_digest

TOP = Path(__file__).parents[2]
SOURCES = ("engine/sources.py", "tables/arrays.py", "vocabulary/dates.py", "model/donors.py")
COMPILES = """
from simcase.engine.sources import CARRIED, carried_of
(CARRIED / carried_of("1.0") / "a-level").mkdir(parents=True)
"""
ON_X86 = pytest.mark.skipif(platform.machine() not in {"x86_64", "AMD64"}, reason="other processors compile at their first run")


class Hook:
    """Stands for the class of hatchling's that a hook extends; hatchling is there only where something is built."""

    def __init__(self, root: Path) -> None:
        needed = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
        written = [re.sub(r"^[\w.-]+", lambda name: name[0].lower().replace(".", "-"), each) for each in needed]  # as hatchling does
        self.root, self.metadata = str(root), SimpleNamespace(core=SimpleNamespace(dependencies=written))
        self.warned: list[str] = []
        self.app = SimpleNamespace(display_warning=self.warned.append)

    def __class_getitem__(cls, _: object) -> type[Hook]:
        return cls


@pytest.fixture
def build(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return what stands in the script of the build."""
    name = "hatchling.builders.hooks.plugin.interface"
    module = ModuleType(name)
    vars(module)["BuildHookInterface"] = Hook
    monkeypatch.setitem(sys.modules, name, module)
    return runpy.run_path(str(TOP / "hatch_build.py"))


def sources(folder: Path, program: str) -> Path:
    """Write a checkout with a program in the place of the one that compiles."""
    for each in SOURCES:
        (folder / "simcase" / each).parent.mkdir(parents=True)
        shutil.copy(TOP / "simcase" / each, folder / "simcase" / each)
    for package in ("simcase", "simcase/engine"):
        (folder / package / "__init__.py").touch()
    (folder / "simcase" / "engine" / "ahead_of_time.py").write_text(program, encoding="utf-8")
    return folder


@ON_X86
def test_an_installation_compiles_what_is_not_there_and_asks_for_nothing_where_it_is(tmp_path: Path, build: dict[str, Any]) -> None:
    hook = build["CompiledAhead"](sources(tmp_path, COMPILES))
    assert {each.split(">")[0] for each in hook.dependencies()} == build["NEEDED"]
    hook.initialize("standard", {})
    (level,) = (tmp_path / "simcase" / "engine" / "ahead").glob("*/*")
    assert (hook.dependencies(), hook.warned) == ([], [])
    hook.initialize("standard", {})  # to make the folder again would fail
    assert hook.warned == []
    with (tmp_path / "simcase" / "tables" / "arrays.py").open("a", encoding="utf-8") as file:
        file.write("# edited\n")
    hook.initialize("standard", {})
    assert len(list(level.parents[1].glob("*/*"))) == 2


@ON_X86
def test_an_installation_that_cannot_compile_says_so_in_one_line(tmp_path: Path, build: dict[str, Any]) -> None:
    hook = build["CompiledAhead"](sources(tmp_path, "raise ImportError('no compiler')"))
    hook.initialize("standard", {})
    (line,) = hook.warned
    assert line.endswith("its first run takes a minute longer: ImportError: no compiler")


def test_another_processor_compiles_at_its_first_run(tmp_path: Path, build: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "arm64")
    hook = build["CompiledAhead"](sources(tmp_path, COMPILES))
    hook.initialize("standard", {})
    assert hook.dependencies() == []
    assert not (tmp_path / "simcase" / "engine" / "ahead").exists()


def test_what_an_installation_asks_for_is_what_compiling_imports(build: dict[str, Any]) -> None:
    look = "import sys, simcase.engine.ahead_of_time; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", look], cwd=TOP, check=True, capture_output=True, text=True)  # noqa: S603 - a program of this test
    direct = {each.split(">")[0] for each in Hook(TOP).metadata.core.dependencies}
    imported = {"ruamel-yaml" if name == "ruamel" else name for name in done.stdout.split()}
    assert imported & direct - {"scipy"} == build["NEEDED"], "Numba uses scipy where it is there"


@pytest.fixture
def carried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder for this build, in which processes put a file each instead of compiling; one for a level that fails does not."""
    monkeypatch.setattr(ahead_of_time, "CARRIED", tmp_path)
    monkeypatch.setattr(ahead_of_time, "AHEAD", tmp_path / carried_of("1.0"))

    def playing(level: str, cache: Path) -> Popen[bytes]:
        kept = cache / "compiled" / ahead_of_time.FOLDER.name
        kept.mkdir(parents=True)
        (kept / f"for-{level}").touch()
        return Popen([sys.executable, "-S", "-E", "-c", f"raise SystemExit({level!r} == 'x86-64')"])  # noqa: S603 - a program of this test

    monkeypatch.setattr(ahead_of_time, "playing", playing)
    return tmp_path / carried_of("1.0")


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_is_compiled_takes_the_place_of_what_older_sources_were_compiled_to(carried: Path) -> None:
    old = carried.parent / carried.name.replace(source_digest(), "0" * 16) / "x86-64-v3"
    old.mkdir(parents=True)
    (old / "stale").touch()
    ahead_of_time.compile_ahead(["x86-64-v3"])
    assert files(carried.parent) == [f"{carried.name}/x86-64-v3/for-x86-64-v3"]
    before = (carried / "x86-64-v3" / "for-x86-64-v3").stat().st_mtime_ns
    ahead_of_time.compile_ahead(["x86-64-v3"])
    assert (carried / "x86-64-v3" / "for-x86-64-v3").stat().st_mtime_ns == before, "it is not compiled again"


def test_nothing_is_left_where_compiling_fails(carried: Path) -> None:
    with pytest.raises(SystemExit):
        ahead_of_time.compile_ahead(["x86-64-v3", "x86-64"])
    assert files(carried.parent) == []
    with pytest.raises(ValueError, match="found z80, expected some of x86-64-v3, x86-64"):
        ahead_of_time.compile_ahead(["z80"])
