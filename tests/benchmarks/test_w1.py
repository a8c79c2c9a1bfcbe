"""The measuring model in C lives the same lives as in simcase, so that their times can be compared."""

from __future__ import annotations

import shutil

import pytest
from models import w1_task
from suites import check_same, compiled_c

from simcase.engine import replicated


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_c_has_the_events_and_headcounts_of_simcase() -> None:
    with compiled_c() as program:
        check_same(program)


@pytest.mark.slow
def test_the_measuring_model_keeps_its_citizens() -> None:
    task = w1_task()
    days = replicated(task, 0).days.sum(axis=1)
    assert days.sum() == 36_000 * 208 * 7
