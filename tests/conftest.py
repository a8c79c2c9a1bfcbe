"""What every test may use: the helpers beside this file, and an empty folder to put a world in."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))
pytest.register_assert_rewrite("worlds", "statistics_helper", "charts_helper")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder that is the current one: what is written there is found before what is shipped."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
