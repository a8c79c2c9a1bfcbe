"""What the verbs say of an invented town is what was recorded: JSON, printed text in both languages, CSV, workbooks and pages.

A change that is meant is recorded anew with `python tests/recorded/record.py`, and its differences are read before they are kept.
"""

from __future__ import annotations

import json
import re

import pytest
from record import HERE, documents
from sentences_helper import off_by_rounding

from simcase.money import TOTAL
from simcase.words import Words


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


def test_figures_in_one_sentence_add_up_as_they_are_written(made: dict[str, str]) -> None:
    said = {name: made[name].split("\n\n") for name in NAMES if name.endswith((".da.txt", ".en.txt"))}
    sentences = {name: [text for text in texts if not re.search(r"[─|]", text)] for name, texts in said.items()}
    assert sum(map(len, sentences.values())) > 40
    assert not [(name, each) for name, texts in sentences.items() for each in off_by_rounding(texts)]


def test_what_a_follow_up_says_of_volume_and_price_are_the_figures_themselves(made: dict[str, str]) -> None:
    words, said = Words("en"), " ".join(made["followup.en.txt"].split())
    (total,) = (row for row in json.loads(made["followup.json"])["lines"] if row["line"] == TOTAL)
    for budget in ("original", "corrected"):
        volume, price = (words.change_1000(total[budget][part]["mean"]) for part in ("volume", "price"))
        assert f"(volume DKK {volume} thousand, price DKK {price} thousand)" in said
