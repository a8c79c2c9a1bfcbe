"""The lock: every version exact and with hashes, and every direct dependency in it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from simcase import __version__

TOP = Path(__file__).parents[2]
LOCK = (TOP / "requirements.lock").read_text(encoding="utf-8")
ENTRIES = re.split(r"\n(?=[a-z0-9])", LOCK.split("\n", 2)[2])


def test_every_entry_is_exact_and_has_hashes() -> None:
    assert len(ENTRIES) > 50
    assert not [
        entry.split(" ")[0] for entry in ENTRIES if not re.match(r"[a-z0-9._-]+==\S+ [^\n]*\\\n +--hash=sha256:[0-9a-f]{64}", entry)
    ]


def test_every_direct_dependency_is_locked() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    every = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    names = {re.split(r"[\[>]", each)[0].lower().replace(".", "-") for each in every} - {"simcase"}
    assert names <= {entry.split("==")[0].replace(".", "-") for entry in ENTRIES}


def test_the_version_is_one() -> None:
    assert tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__


def test_the_lock_names_no_place() -> None:
    assert "://" not in LOCK
