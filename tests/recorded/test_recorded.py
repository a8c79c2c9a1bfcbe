"""What the verbs say of an invented town is what was recorded: JSON, printed text in both languages, CSV, workbooks and pages.

A change that is meant is recorded anew with `python tests/recorded/record.py`, and its differences are read before they are kept.
"""

from __future__ import annotations

import pytest
from record import HERE, documents


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path_factory.mktemp("town"))
        return documents()


NAMES = sorted(file.name for file in HERE.iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_a_document_is_what_was_recorded(made: dict[str, str], name: str) -> None:
    assert made[name].splitlines() == (HERE / name).read_text(encoding="utf-8").splitlines()


def test_every_document_is_recorded(made: dict[str, str]) -> None:
    assert sorted(made) == NAMES
