"""Every source, note and reason that is shipped has a Danish text; one of a user's own stands as it was written."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from simcase.cli import main
from simcase.declare import Library, read_document, shipped
from simcase.model import moves_digest, own_initiatives, resolve
from simcase.words import Words
from simcase.words.comments import commented, comments, sentences
from simcase.words.comments import texts as in_comments
from simcase.words.provenance import danish, in_danish, parts, without_addresses

SAID = ("source", "note", "why")
CODE = Path(__file__).parents[2] / "simcase"


def texts(node: object) -> Iterator[str]:
    """Yield what stands under the keys that say where something comes from."""
    if isinstance(node, dict):
        yield from (str(value) for key, value in node.items() if key in SAID and isinstance(value, str))
        yield from (text for value in node.values() for text in texts(value))
    elif isinstance(node, list):
        yield from (text for value in node for text in texts(value))


def keys(text: str) -> set[str]:
    """Return what the Danish of a text is looked up by."""
    whole = without_addresses(text)
    return {whole} if whole in danish() else {without_addresses(part) for _, part in parts(text)}


@pytest.fixture(scope="module")
def every() -> set[str]:
    """Return every text that is shipped, whose files are all there are."""
    files = [file for folder in ("calibration", "scenarios", "backtests") for file in (shipped() / folder).rglob("*.yaml")]
    found = {text for file in files for text in texts(read_document(file).tree)}
    assert len(found) > 300
    return found


def test_every_source_note_and_reason_has_a_danish_text(every: set[str]) -> None:
    missing = {key for text in every for key in keys(text)} - danish().keys() - {"{}"}
    assert not missing, "say these in Danish in a module simcase/words/danish_*.py"


def test_no_danish_text_is_left_over(every: set[str]) -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in CODE.rglob("*.py") if not file.name.startswith("danish_"))
    unused = danish().keys() - {key for text in every for key in keys(text)}
    assert not [key for key in unused if key not in code]


def test_both_languages_have_the_same_numbers_and_addresses(every: set[str]) -> None:
    for english, said in danish().items():
        assert english.count("{}") == said.count("{}"), english
        assert sorted(re.findall(r"\d+", english)) == sorted(re.findall(r"\d+", said)), english
    address = re.compile(r"https?://\S+")
    assert all(address.findall(text) == address.findall(in_danish(text)) for text in every)


def test_a_text_that_simcase_makes_of_others_is_said_whole() -> None:
    assert in_danish("law: act on suspending the use of a-dagpenge (https://www.lovguiden.dk)") == (
        "lov: lov om suspension af forbrug af a-dagpenge (https://www.lovguiden.dk)"
    )
    assert in_danish("fitted (budget-2019); before: judgement: wages, sanctions and the spouse's income lower what is paid") == (
        "tilpasset (budget-2019); før: skøn: løn, sanktioner og ægtefællens indkomst sænker det, der betales"
    )
    assert in_danish("staff.jobcentre.hours_a_week: Moved in a workshop. (it was 4440.5). my own words") == (
        "staff.jobcentre.hours_a_week: Flyttet på den levende side. (det var 4440,5). my own words"
    )


def test_a_users_own_text_stands_as_it_was_written() -> None:
    for text in ("Opgjort af økonomi, marts 2026 (1.234 sager)", "counted by us: 12 a month; see https://eksempel.dk/a,b", "a {brace}"):
        assert Words("da").source(text) == text
    assert Words("en").source("judgement: 55 % single") == "judgement: 55 % single"


@pytest.mark.parametrize(
    "text", [": " * 100_000, "It was " + " (grade , " * 20_000, "fitted (" * 30_000, "stands in: " * 450, "fitted (a); before: " * 30_000]
)
def test_a_long_text_takes_no_longer_than_it_is_long(text: str) -> None:
    begun = time.process_time()
    assert in_danish(text)
    assert time.process_time() - begun < 1.0


def test_every_comment_that_is_shipped_has_a_danish_text_and_no_other_has() -> None:
    files = [file for folder in ("calibration", "scenarios", "backtests") for file in (shipped() / folder).rglob("*.yaml")]
    said = {sentence for file in files for text in comments(file.read_text(encoding="utf-8")) for sentence in sentences(text)}
    keys = {without_addresses(sentence) for sentence in said if " " in sentence}  # a word alone is the name of a state
    assert not keys - in_comments().keys(), "say these in Danish in a module simcase/words/comments_*.py"
    assert not in_comments().keys() - keys
    for english, danish_one in in_comments().items():
        assert english.count("{}") == danish_one.count("{}"), english
        assert sorted(re.findall(r"\d+", english)) == sorted(re.findall(r"\d+", danish_one)), english


def test_a_copy_for_a_danish_reader_differs_in_its_comments_and_sources_alone() -> None:
    source = re.compile(r'((?:source|note|why): )"(?:[^"\\]|\\.)*"')
    changed = 0
    for file in (file for folder in ("calibration", "scenarios", "backtests") for file in (shipped() / folder).rglob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        assert commented(text, "en") == text
        copy = commented(text, "da")
        both = (source.sub(r"\1", each).splitlines() for each in (text, copy))
        kept, same = ([line.split("  # ")[0] for line in lines if not line.lstrip().startswith("#")] for lines in both)
        assert kept == same, file
        changed += copy != text
    assert changed > 60
    own = "# Our own remark. {}\n#   laws:\nstates: []\n"
    assert commented(own.format("Who pays."), "da") == own.format("Hvem der betaler.")


def test_a_danish_reader_is_given_sources_in_danish_and_the_runs_of_what_is_shipped(folder: Path, every: set[str]) -> None:
    assert CliRunner().invoke(main, ["init", ".", "--lang", "da"], catch_exceptions=False).exit_code == 0
    assert {text for file in folder.rglob("*.yaml") for text in texts(read_document(file).tree)} == set(map(in_danish, every))
    for name in ("kik-ii", "three-caseworkers-fewer-2020"):
        mine, theirs = (resolve(name, calibration="aabenraa-2019", library=Library((root,))) for root in (folder, shipped()))
        assert mine.digest != theirs.digest
        assert moves_digest(mine) == moves_digest(theirs)
        assert mine.initiatives != theirs.initiatives
        assert own_initiatives(mine, theirs) == (), "runs of either are of the same initiatives"
