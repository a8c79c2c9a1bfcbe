"""Install simcase from this folder into a folder of its own, without the network: `python install.py "C:/Program Files/simcase"`.

Nothing is written outside that folder. The Python that runs this is the one that will run simcase.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
BAT = """@echo off
setlocal
chcp 65001 >nul
set "PYTHONPATH=%~dp0lib"
set "PYTHONNOUSERSITE=1"
set "PYTHONSAFEPATH=1"
"{python}" -m simcase.cli %*
exit /b %ERRORLEVEL%
"""
PROMPT = """@echo off
set "PATH=%~dp0;%PATH%"
cd /d "%USERPROFILE%"
cmd /k simcase --help
"""
SH = """#!/bin/sh
PYTHONPATH=$(dirname -- "$(readlink -f -- "$0")")/lib
PYTHONNOUSERSITE=1
PYTHONSAFEPATH=1
export PYTHONPATH PYTHONNOUSERSITE PYTHONSAFEPATH
exec "{python}" -m simcase.cli "$@"
"""
HELP = "Skriv den mappe, simcase skal ligge i. / Name the folder that simcase goes into: install.py FOLDER"


def main() -> None:
    """Install into the folder that is named, unless something is wrong."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program's name and one word
        sys.exit(HELP)
    target = Path(sys.argv[1]).absolute()
    wrong = list(problems(target))
    if wrong:
        sys.exit("\n".join([*wrong, "Intet er installeret. / Nothing was installed."]))
    sys.stdout.write(f"{install(target)}\n")


def problems(target: Path) -> Iterator[str]:
    """Yield what keeps simcase from being installed: another Python, a folder that is in use, files that are not those that were sent."""
    wanted = json.loads((HERE / "folder.json").read_text(encoding="utf-8"))["python"]
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    if (here, sys.maxsize > 2**32) != (wanted, True):
        yield f"Python {here}: mappen er til Python {wanted}, 64 bit. / This folder is for Python {wanted}, 64 bit."
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        yield f"{target}: er der allerede; vælg en anden, eller slet den. / Is there already: choose another one, or remove it."
    stated = [line.split("  ", 1) for line in (HERE / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    for digest, name in stated:
        file = HERE / name
        if not file.is_file():
            yield f"{name}: mangler. / Missing."
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            yield f"{name}: er ikke den fil, der blev sendt. / Not the file that was sent."
    for name in sorted({f"wheels/{wheel.name}" for wheel in HERE.glob("wheels/*.whl")} - {name for _, name in stated}):
        yield f"{name}: blev ikke sendt med. / Was not sent with the others."


def install(target: Path) -> Path:
    """Install every wheel by its hash and write what starts simcase; return the path of what a user opens."""
    windows = os.name == "nt"
    needed = HERE / f"requirements-{'windows' if windows else 'linux'}.txt"
    words = [sys.executable, "-m", "pip", "--isolated", "install", "--disable-pip-version-check", "--no-cache-dir", "--quiet", "--no-index"]
    words += ["--find-links", str(HERE / "wheels"), "--require-hashes", "--target", str(target / "lib"), "--requirement", str(needed)]
    if subprocess.run(words, check=False).returncode:  # noqa: S603 - paths of this folder and the one that was named
        shutil.rmtree(target / "lib", ignore_errors=True)
        sys.exit("pip kunne ikke installere, se ovenfor. / pip could not install, see above.")
    if not windows:
        return write(target / "simcase", SH)
    write(target / "simcase.bat", BAT)
    return write(target / "start.bat", PROMPT)


def write(file: Path, text: str) -> Path:
    """Write a start file with this Python in it, in the lines of its system; return its path."""
    file.write_text(text.replace("{python}", sys.executable), encoding="utf-8", newline="\r\n" if file.suffix == ".bat" else "\n")
    file.chmod(0o755)
    return file


if __name__ == "__main__":
    main()
