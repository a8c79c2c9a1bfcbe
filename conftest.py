"""What every test may use, and the examples in docstrings: a folder of results that is gone after the test run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def kept_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of a test run store runs in, so that each run is simulated once."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "results"


@pytest.fixture(autouse=True)
def _results_of_examples(doctest_namespace: dict[str, Any], kept_runs: Path) -> None:
    doctest_namespace["results"] = kept_runs
