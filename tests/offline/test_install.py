"""The folder for computers without network: what it takes from the lock, and what its installer refuses."""

from __future__ import annotations

import hashlib
import json
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

OFFLINE = Path(__file__).parents[2] / "offline"
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


def made(folder: Path, python: str = HERE, needed: str = "") -> Path:
    """Write a folder without wheels, whose sums are right; return its installer."""
    folder.mkdir()
    installer = folder / "install.py"
    installer.write_bytes((OFFLINE / "install.py").read_bytes())
    (folder / "folder.json").write_text(json.dumps({"python": python}), encoding="utf-8")
    (folder / "wheels").mkdir()
    for system in ("windows", "linux"):
        (folder / f"requirements-{system}.txt").write_text(needed, encoding="utf-8")
    names = ["install.py", "folder.json", "requirements-windows.txt", "requirements-linux.txt"]
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / "SHA256SUMS").write_text("".join(sums), encoding="utf-8")
    return installer


def installed(installer: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - a program of this project
        [sys.executable, installer, *words], check=False, capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def make() -> dict[str, Any]:
    return runpy.run_path(str(OFFLINE / "make.py"))


def test_a_folder_is_installed_and_the_start_file_runs_this_python(tmp_path: Path) -> None:
    done = installed(made(tmp_path / "folder"), str(tmp_path / "a place" / "simcase"))
    assert (done.returncode, done.stderr) == (0, "")
    start = Path(done.stdout.strip())
    assert start.parent == tmp_path / "a place" / "simcase"
    assert f'"{sys.executable}" -m simcase.cli' in start.read_text(encoding="utf-8")


def starts(folder: Path, program: str) -> Path:
    """Install into a folder a simcase that is a program of this test; return its start file."""
    start = Path(installed(made(folder / "folder"), str(folder / "simcase")).stdout.strip())
    package = start.parent / "lib" / "simcase"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "cli.py").write_text(program, encoding="utf-8")
    return start


@pytest.mark.skipif(sys.platform == "win32", reason="the start file of Linux")
def test_it_starts_by_a_link_too(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "simcase").symlink_to(starts(tmp_path, "import sys; sys.stdout.write('started')"))
    done = subprocess.run(["simcase"], env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin"}, check=False, capture_output=True, text=True)  # noqa: S607 - a file of this test
    assert (done.stdout, done.stderr) == ("started", "")


@pytest.mark.skipif(sys.platform == "win32", reason="the start file of Linux")
def test_what_lies_in_the_folder_one_stands_in_is_not_run(tmp_path: Path) -> None:
    """Whoever may write into a shared folder must not have simcase run a program there, such as one called as a module that it imports."""
    start = starts(tmp_path, "import decimal, sys; sys.stdout.write(decimal.__name__)")
    (tmp_path / "decimal.py").write_text("raise SystemExit('planted')", encoding="utf-8")
    done = subprocess.run([start], cwd=tmp_path, check=False, capture_output=True, text=True)  # noqa: S603 - a file of this test
    assert (done.stdout, done.stderr) == ("decimal", "")


def test_a_file_that_was_changed_or_is_missing_is_named_and_nothing_is_installed(tmp_path: Path) -> None:
    installer = made(tmp_path / "folder")
    (tmp_path / "folder" / "requirements-linux.txt").write_text("more", encoding="utf-8")
    (tmp_path / "folder" / "requirements-windows.txt").unlink()
    done = installed(installer, str(tmp_path / "simcase"))
    assert done.returncode == 1
    assert "requirements-linux.txt: er ikke den fil, der blev sendt" in done.stderr
    assert "requirements-windows.txt: mangler" in done.stderr
    assert not (tmp_path / "simcase").exists()


def test_another_python_and_a_folder_in_use_are_refused_together(tmp_path: Path) -> None:
    (tmp_path / "simcase").mkdir()
    (tmp_path / "simcase" / "mine.txt").write_text("mine", encoding="utf-8")
    done = installed(made(tmp_path / "folder", python="3.8"), str(tmp_path / "simcase"))
    assert done.returncode == 1
    assert f"Python {HERE}: mappen er til Python 3.8, 64 bit." in done.stderr
    assert "er der allerede" in done.stderr
    assert [each.name for each in (tmp_path / "simcase").iterdir()] == ["mine.txt"]


def test_a_package_that_the_folder_has_not_ends_in_a_sentence(tmp_path: Path) -> None:
    needed = f"not-in-the-folder==1.0 --hash=sha256:{'0' * 64}\n"
    done = installed(made(tmp_path / "folder", needed=needed), str(tmp_path / "simcase"))
    assert done.returncode == 1
    assert "pip kunne ikke installere" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_half_installed_is_in_the_way_of_no_second_try(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install, target = runpy.run_path(str(made(tmp_path / "folder"))), tmp_path / "simcase"

    def stopped(words: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        (target / "lib" / "numpy").mkdir(parents=True)
        return subprocess.CompletedProcess(words, 2)

    monkeypatch.setattr(subprocess, "run", stopped)
    with pytest.raises(SystemExit):
        install["install"](target)
    assert not list(install["problems"](target))
    (target / "mine").mkdir()
    assert [each.partition(": ")[2] for each in install["problems"](target)] == [
        "er der allerede; vælg en anden, eller slet den. / Is there already: choose another one, or remove it."
    ]


def test_a_wheel_that_was_not_sent_is_named(tmp_path: Path) -> None:
    installer = made(tmp_path / "folder")
    (tmp_path / "folder" / "wheels" / "more-1.0-py3-none-any.whl").touch()
    (tmp_path / "folder" / "wheels" / "Thumbs.db").touch()
    assert list(runpy.run_path(str(installer))["problems"](tmp_path / "simcase")) == [
        "wheels/more-1.0-py3-none-any.whl: blev ikke sendt med. / Was not sent with the others."
    ]


def test_without_a_folder_it_says_what_to_write(tmp_path: Path) -> None:
    assert "Skriv den mappe" in installed(made(tmp_path / "folder")).stderr


def test_entries_are_those_of_the_lock_without_conditions(make: dict[str, Any]) -> None:
    (entry,) = make["locked"](["numpy==2.4.6"])
    assert entry.startswith("numpy==2.4.6 \\\n    --hash=sha256:")
    assert entry.count("--hash=sha256:") > 10
    assert ";" not in entry


def test_what_the_lock_does_not_have_is_no_entry(make: dict[str, Any]) -> None:
    with pytest.raises(KeyError):
        list(make["locked"](["numpy==1.0"]))


def test_every_file_that_is_taken_along_is_there(make: dict[str, Any]) -> None:
    assert [name for name, file in make["TAKEN_ALONG"].items() if not file.is_file()] == []


def test_files_for_windows_have_their_lines_as_windows_reads_them(tmp_path: Path) -> None:
    write = runpy.run_path(str(OFFLINE / "install.py"))["write"]
    for file in (OFFLINE / "install.bat", write(tmp_path / "simcase.bat", '@echo off\n"{python}" -m simcase.cli %*\n')):
        assert file.read_bytes().count(b"\r\n") == file.read_bytes().count(b"\n") > 1
