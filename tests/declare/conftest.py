"""Every test of reading has a cache of parsed files to itself."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def kept(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the cache, empty."""
    top = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("SIMCASE_CACHE", str(top))
    return top / "parsed"
