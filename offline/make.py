"""Make a folder from which simcase is installed where there is no network and where nobody is administrator.

`python offline/make.py FOLDER --wheel simcase-0.1.0-py3-none-any.whl` fetches, for Windows and Linux, exactly the files that
requirements.lock names with their hashes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
TOP: Final = HERE.parent
EXTRAS: Final = ("papers", "sensitivity", "spells", "workshop")
"""All that a user may want; what tests, developers and clusters want is left out."""
SYSTEMS: Final = {
    "windows": ("x86_64-pc-windows-msvc", ["win_amd64"]),
    "linux": ("x86_64-manylinux_2_28", [*(f"manylinux_2_{glibc}_x86_64" for glibc in range(28, 16, -1)), "manylinux2014_x86_64"]),
}
"""By system: what uv calls the platform, and the tags that pip takes files by."""
TAKEN_ALONG: Final = {
    "install.py": HERE / "install.py",
    "install.bat": HERE / "install.bat",
    "install.sh": HERE / "install.sh",
    "LAES-MIG.md": TOP / "docs" / "guides" / "locked-computer.md",
    "LICENSE": TOP / "LICENSE",
}
"""By name in the folder: the file of the project."""
SUMS: Final = "SHA256SUMS"


def main() -> None:
    """Make the folder that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    parser.add_argument("--wheel", type=Path, required=True, help="the wheel of simcase, as .ci/wheel or `python -m build` makes it")
    parser.add_argument("--python", default="3.11", help="version of Python on the computers (default: %(default)s)")
    given = parser.parse_args()
    given.folder.mkdir(parents=True)
    wheels = given.folder / "wheels"
    wheels.mkdir()
    shutil.copy2(given.wheel, wheels)
    for system, (platform, tags) in SYSTEMS.items():
        needed = given.folder / f"requirements-{system}.txt"
        needed.write_text("\n".join(locked(resolved(platform, given.python))) + "\n", encoding="utf-8")
        download(needed, wheels, tags, given.python)
        with needed.open("a", encoding="utf-8") as more:
            more.write(f"{'=='.join(given.wheel.name.split('-')[:2])} --hash=sha256:{digest(given.wheel)}\n")
    (given.folder / "folder.json").write_text(json.dumps({"python": given.python}) + "\n", encoding="utf-8")
    for name, file in TAKEN_ALONG.items():
        shutil.copy2(file, given.folder / name)
    sums = given.folder / SUMS
    sums.write_text("".join(f"{digest(file)}  {file.relative_to(given.folder).as_posix()}\n" for file in files(given.folder)), "utf-8")
    sys.stdout.write(f"{given.folder}: {sum(1 for _ in files(given.folder))} files; {SUMS}: {digest(sums)}\n")


def resolved(platform: str, python: str) -> list[str]:
    """Return what simcase needs on a platform, each as `name==version`, in the versions of the lock."""
    words = ["uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--constraint", "requirements.lock"]
    words += ["--python-platform", platform, "--python-version", python]
    words += [word for extra in EXTRAS for word in ("--extra", extra)]
    done = subprocess.run([*words, "pyproject.toml"], cwd=TOP, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - no word is a user's
    return done.stdout.split()


def locked(pins: Iterable[str]) -> Iterator[str]:
    """Yield the entries of the lock that pins name, hashes included; conditions are left out, since one system alone is meant."""
    entries = re.split(r"\n(?=[a-z0-9])", (TOP / "requirements.lock").read_text(encoding="utf-8"))
    by_pin = {entry.split(" ", 1)[0]: re.findall(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries}
    for pin in pins:
        yield " \\\n    ".join([pin, *by_pin[pin]])


def download(needed: Path, wheels: Path, tags: Iterable[str], python: str) -> None:
    """Fetch wheels for a system, each of which must have a hash that is stated."""
    words = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--require-hashes"]
    words += ["--implementation", "cp", "--python-version", python, *(word for tag in tags for word in ("--platform", tag))]
    subprocess.run([*words, "--dest", str(wheels), "--requirement", str(needed)], check=True)  # noqa: S603 - paths of this program's own


def files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder in the order of their paths, but for the list of sums."""
    yield from sorted(path for path in folder.rglob("*") if path.is_file() and path.name != SUMS)


def digest(file: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
