"""The order of the tests, and what all of them and the examples in docstrings may use: a folder of results, gone after the test run."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("same", derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck))
settings.load_profile("same")  # what is invented is the same each time, and how busy the computer is decides nothing

FIRST = (
    "tests/calibrate/test_attribution.py",  # one process compiles the kernel for it,
    *("tests/declare/", "tests/model/", "tests/importers/", "tests/invalid/", "tests/house/"),  # while the others run what plays nothing;
    *("tests/model/test_workbook_edits.py", "tests/importers/test_recovery.py", "tests/importers/test_refunds.py"),  # these play;
    *(
        "tests/study/",
        "tests/calibrate/",
        "tests/evaluate/",
        "tests/guides/",
        "tests/verification/",
    ),  # what is long comes early
)
"""The files with which a test run begins, in this order; all others come after them. A file is where the most of its name stands."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the files, which processes take one after the other."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    """Return the place of a test's file."""
    fitting = [(len(begin), at) for at, begin in enumerate(FIRST) if item.nodeid.startswith(begin)]
    return max(fitting, default=(0, len(FIRST)))[1]


@pytest.fixture(scope="session")
def kept_runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that all processes of a test run store runs in, so that each run is simulated once."""
    own = tmp_path_factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "results"


@pytest.fixture(autouse=True)
def _results_of_examples(doctest_namespace: dict[str, Any], kept_runs: Path) -> None:
    doctest_namespace["results"] = kept_runs
