"""What the examples in docstrings may use: a folder of results that is gone after the test run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all examples store their runs in, so that each run is simulated once."""
    return tmp_path_factory.mktemp("examples")


@pytest.fixture(autouse=True)
def _results_of_examples(doctest_namespace: dict[str, Any], examples: Path) -> None:
    doctest_namespace["results"] = examples
