"""How the command begins: quiet when it is interrupted, and quiet about what libraries warn of."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

START = "from simcase.cli.start import main; main()"
USUAL = 700
"""Objects after which Python looks for circles, unless it is told otherwise; whoever runs these tests may have."""


def started(folder: Path, broken: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Return the command started where the first library that it imports does something odd."""
    (folder / "click.py").write_text(broken, encoding="utf-8")
    path = os.pathsep.join([str(folder), *sys.path])
    told = {**os.environ, "PYTHONPATH": path, **environment}
    return subprocess.run([sys.executable, "-c", START, "--version"], capture_output=True, text=True, env=told, timeout=60, check=False)  # noqa: S603 - its own words


def test_an_interruption_while_it_starts_is_silent(tmp_path: Path) -> None:
    done = started(tmp_path, "raise KeyboardInterrupt")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_a_warning_of_a_library_does_not_reach_the_user(tmp_path: Path) -> None:
    warning = "import warnings\nwarnings.warn('old and odd')\nraise SystemExit(0)"
    assert started(tmp_path, warning, PYTHONWARNINGS="").stderr == ""
    asked = started(tmp_path, warning, PYTHONWARNINGS="default")
    assert "old and odd" in asked.stderr, "the library warns"


def test_what_is_imported_is_not_looked_through_time_and_again(tmp_path: Path) -> None:
    told = started(tmp_path, "import gc\nprint(gc.get_threshold()[0])\nraise SystemExit(0)")
    assert int(told.stdout) > 10 * USUAL
