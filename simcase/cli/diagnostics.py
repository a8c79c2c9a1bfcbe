"""What an installation has and lacks."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from simcase import __version__
from simcase.declare import SEALED, cache_folder, mended, shipped
from simcase.engine.compiling import AHEAD, FOLDER
from simcase.errors import SimcaseError

EXTRAS: Final = {"cluster": "distributed", "papers": "docxtpl", "sensitivity": "SALib", "spells": "statsmodels", "workshop": "streamlit"}
"""The module that tells whether an extra is installed."""
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")


class Finding(NamedTuple):
    """One thing that was looked at: whether it is there, whether simcase can do without it, and what was found."""

    name: str
    fine: bool
    needed: bool
    found: str


def diagnose(results: Path) -> Iterator[Finding]:
    """Yield what was looked at, the needed things first."""
    yield Finding("version", fine=True, needed=True, found=__version__)
    yield Finding("python", fine=True, needed=True, found=platform.python_version())
    yield Finding("shipped", (shipped() / "scenarios").is_dir() and (shipped() / "calibration").is_dir(), needed=True, found=str(shipped()))
    yield Finding("cache", writable(cache_folder()), needed=True, found=str(cache_folder()))
    yield Finding("results", writable(results), needed=True, found=str(results))
    sound = [each for _, each in mended(cache_folder())]
    yield Finding("sealed", all(sound), needed=False, found=f"{sum(sound)} / {len(sound)}")
    engine = AHEAD if AHEAD.is_dir() else FOLDER
    yield Finding("compiled", any(engine.rglob(f"*{SEALED}")), needed=False, found=str(engine))
    yield Finding("pictures", draws_text(), needed=True, found="vl-convert")
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), "")
    yield Finding("browser", bool(browser), needed=False, found=browser)
    for extra, module in EXTRAS.items():
        there = importlib.util.find_spec(module) is not None
        yield Finding(extra, there, needed=False, found=module if there else "")


def writable(folder: Path) -> bool:
    """Tell whether a file can be written in a folder, or in the nearest one above it that exists; nothing is left behind."""
    above = next((each for each in (folder.absolute(), *folder.absolute().parents) if each.exists()), folder)
    try:
        with tempfile.TemporaryFile(dir=above):
            return os.access(above, os.W_OK)
    except OSError:
        return False


def draws_text() -> bool:
    """Tell whether text can be drawn as a picture: the same chart under two titles gives different images."""
    import polars as pl  # noqa: PLC0415 - heavy

    from simcase import charts, report  # noqa: PLC0415 - heavy

    images = []
    rows = pl.DataFrame([{"line": "a", "year": "2019", "mean": 1.0, "p05": 0.5, "p95": 1.5, "persons": 1.0}])
    with tempfile.TemporaryDirectory() as folder:
        for title in ("a", "æøå"):
            file = Path(folder) / "x.png"
            try:
                report.write(charts.full_year(rows, "da", title), file)
            except (OSError, ValueError, SimcaseError):
                return False
            images.append(file.read_bytes())
    return images[0] != images[1]
