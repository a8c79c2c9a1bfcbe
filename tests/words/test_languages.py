"""No English word in what a Danish reader is told, and the reverse: texts, help, recorded output, and what changed in the law."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from simcase.cli import main
from simcase.words import CATALOGUE
from simcase.words.comments import texts
from simcase.words.provenance import danish

RECORDED: Final = sorted((Path(__file__).parents[1] / "recorded" / "documents").glob("*.txt"))
WORD: Final = re.compile(r"[a-zæøåéü]{2,}", re.IGNORECASE)
TYPED: Final = re.compile(r"(?<=\|)simcase .*|`[^`]*`|'[^' ]*'|--[\w-]+|\{[^}]*\}|https?://\S+|\S*[_/=]\S*|\w+\.\w+\S*|\.\w+")
"""What is typed or looked up and no word: commands, options, ids with an underscore, files, paths, addresses, places for values."""
IDS: Final = {"course", "full", "invented", "movers", "plain", "taught"}
"""Names of the recorded town's scenarios, initiatives, rates, arrivals and sources of its own."""
BENEFITS: Final = {"efterløn", "fleksløntilskud", "ressourceforløb"}
"""Benefits, which keep their Danish names."""
ALLOWED: Final = frozenset(Path(__file__).with_name("allowed_words.txt").read_text(encoding="utf-8").split())
"""Words that are the same in both languages, names, and what is typed as it stands."""


def words(text: str) -> set[str]:
    """Return the words of a text, without what is typed."""
    return {word.lower() for word in WORD.findall(TYPED.sub(" ", text))}


DANISH: Final = frozenset(word for text in (*(pair[0] for pair in CATALOGUE.values()), *danish().values()) for word in words(text))
ENGLISH: Final = frozenset(word for text in (*(pair[1] for pair in CATALOGUE.values()), *danish()) for word in words(text))


def test_a_word_of_both_languages_is_allowed() -> None:
    assert len(DANISH) > 2000
    assert len(ENGLISH) > 1500
    shared = sorted((DANISH & ENGLISH) - ALLOWED)
    assert not shared, "an English word in a Danish text or the reverse; one that is alike in both joins allowed_words.txt"


def test_a_text_in_the_wrong_language_is_seen() -> None:
    assert words("found 'None', expected a day") & ENGLISH - DANISH == {"found", "expected"}
    assert words("ventet et tal, fundet 'x'") & DANISH - ENGLISH == {"ventet", "et", "tal", "fundet"}


def test_comments_have_no_word_of_the_other_language() -> None:
    typed = {"calibration", "caseworkers", "contact", "exit", "goals", "ordinary", "share", "medfinansiering", "suspends", "tidsstudie"}
    more = {"halve", "indsats", "ny"}  # words of English, or of an office's name
    foreign = {word for text in texts().values() for word in words(text) & (ENGLISH - DANISH)}
    foreign |= {word for text in texts() for word in words(text) & (DANISH - ENGLISH)}
    assert foreign <= typed | more


@pytest.mark.parametrize("file", RECORDED, ids=lambda file: file.stem)
def test_recorded_output_has_no_word_of_the_other_language(file: Path) -> None:
    foreign = ENGLISH - DANISH if file.stem.endswith(".da") else DANISH - ENGLISH
    found = sorted((words(file.read_text(encoding="utf-8")) & foreign) - IDS)
    assert not found


@pytest.mark.parametrize(("lang", "foreign"), [("da", ENGLISH - DANISH), ("en", DANISH - ENGLISH)])
@pytest.mark.parametrize("asked", [("explain", "law"), ("explain", "kik-ii"), ()], ids=["law", "kik-ii", "alone"])
def test_what_is_explained_has_no_word_of_the_other_language(lang: str, foreign: frozenset[str], asked: tuple[str, ...]) -> None:
    said = CliRunner(env={"COLUMNS": "110"}).invoke(main, [*asked, "--lang", lang], catch_exceptions=False).stdout
    other = {"da": "In English: --lang en", "en": "På dansk: --lang da"}[lang]
    lines = [line for line in said.replace(other, "").splitlines() if not line.strip().startswith("simcase")]
    found = sorted((words(" ".join(lines)) & foreign) - BENEFITS)
    assert lines
    assert not found
