"""What the reader makes of a YAML text: plain values and their lines, or every problem at once, and never anything else."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simcase.declare import Tree, parse_text, read_document, write_yaml
from simcase.declare.yaml import DEEPEST, LARGEST
from simcase.errors import Issue, UserError

PIECES = (
    "a", "b: ", "- ", "? ", ": ", "[", "]", "{", "}", ",", "\n", "\n  ", "|", ">-\n", "'", '"', "\\u", "\\ud800", "%YAML 3.2\n", "---\n",
    "...\n", "&x ", "*x", "!t ", "!!int ", "<<: ", "0x", "1e999", ".inf", "~", "#", "\t", "\r", "\x00", "\ufeff", "æ",
    "9" * 301, "0x" + "f" * 298,
)  # fmt: skip
LETTERS = st.characters(max_codepoint=0x2FFF, exclude_categories=["Cc", "Cs", "Zl", "Zp"], include_characters="\n")
WORDS = st.text(LETTERS, max_size=6).filter(lambda word: not word.startswith((":", "?")))  # which the writer leaves bare in {...}
KEYS = WORDS.filter(lambda word: word != "<<")
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS | st.sampled_from(PIECES[:22])
)
TREES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(KEYS, inner, max_size=2), max_leaves=5)


def problems(text: str) -> list[str]:
    with pytest.raises(UserError) as raised:
        parse_text(text, "plan.yaml")
    return [str(issue) for issue in raised.value.issues]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", 12), ("-0.5", -0.5), (".5", 0.5), ("1e3", 1000.0), ("0o17", 15), ("0x1f", 31), ("1_000", "1_000"), ("1:30", "1:30"),
        ("true", True), ("yes", "yes"), ("no", "no"), ("NULL", None), ("~", None), ("'12'", "12"), ("2019-01-31", "2019-01-31"),
        ("|\n  two\n  lines", "two\nlines"),
    ],
)  # fmt: skip
def test_plain_values_follow_the_core_schema_and_dates_stay_texts(written: str, read: Tree) -> None:
    found = parse_text(f"value: {written}", "plan.yaml").tree
    assert found == {"value": read}
    assert isinstance(found, dict)
    assert type(found["value"]) is type(read)


def test_each_value_has_its_line_and_what_is_not_there_the_line_around_it() -> None:
    document = parse_text("# first\na:\n  - x\n  - {b: 1,\n     c: 2}\nd: 3\n", "plan.yaml")
    where = [("a",), ("a", 0), ("a", 1, "b"), ("a", 1, "c"), ("d",), ("a", 1, "c", "deeper"), ("nowhere",)]
    assert [document.line(each) for each in where] == [2, 3, 4, 5, 6, 5, 1]


def test_all_problems_of_a_file_come_at_once_in_the_order_of_its_lines() -> None:
    assert problems("a: &one 1\nb: *one\nc: .nan\nc: 2\nd: !odd 1\n? [e]\n: 1\n<<: {f: 1}\n") == [
        "plan.yaml:2 b: found the alias '*one', expected the value written out.",
        "plan.yaml:3 c: found '.nan', expected a finite number.",
        "plan.yaml:4 c: found the key 'c' again, expected each key once (it stands in line 3 already).",
        "plan.yaml:5 d: found the tag '!odd', expected a value without a tag.",
        "plan.yaml:6 found a list, a mapping or an alias as a key, expected a text as a key.",
        "plan.yaml:8 found the merge key '<<', expected the keys written out.",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# a comment alone\n", "plan.yaml:1 found an empty file, expected a mapping with keys."),
        (
            "a: 1\n\tb: 2\n",
            "plan.yaml:2 found YAML that cannot be read (a tabulator; use blanks), expected valid YAML.",
        ),
        ("a: 1e999", "plan.yaml:1 a: found '1e999', expected a finite number."),
        (
            "a: " + "9" * 5000,
            "plan.yaml:1 a: found '9999999999999999999999999999999999999999999999999999999...', expected a finite number.",
        ),
        (
            "a: 0x1" + "0" * 256,
            "plan.yaml:1 a: found '0x10000000000000000000000000000000000000000000000000000...', expected a finite number.",
        ),
        ('a:\n- "\\ud83d"', "plan.yaml:2 a.0: found '\\ud83d', expected a text of ordinary characters."),
    ],
)
def test_what_cannot_be_a_value_is_told_with_its_line(text: str, message: str) -> None:
    assert problems(text) == [message]


def test_levels_are_counted() -> None:
    assert parse_text("[" * DEEPEST + "]" * DEEPEST, "plan.yaml").tree
    assert parse_text("[" * DEEPEST + "1" + "]" * DEEPEST, "plan.yaml").tree
    assert problems("[" * (DEEPEST + 1) + "1") == [f"plan.yaml:1 found a deeper level, expected at most {DEEPEST} levels."]
    assert len(problems("[" * 5_000)) == 1


def test_a_file_may_begin_with_a_mark_and_end_its_lines_as_windows_does(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(b"\xef\xbb\xbftitle: \xc3\xa6\r\nend: 1\r\n")
    document = read_document(file)
    assert document.tree == {"title": "æ", "end": 1}
    assert document.line(("end",)) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: 1\nb: \xe6\n", "plan.yaml:2 found the byte 0xe6, expected text in UTF-8."),
        (b"#" * (LARGEST + 1), "plan.yaml found a larger file, expected at most 5 MB."),
        (None, "plan.yaml found no such file, expected a YAML file."),
    ],
    ids=["latin", "large", "missing"],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None, message: str) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "plan.yaml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(UserError) as raised:
        read_document(file)
    assert str(raised.value) == message


def test_a_file_of_the_largest_size_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("simcase.declare.yaml.LARGEST", 5)
    file = tmp_path / "plan.yaml"
    file.write_bytes(b"a: 12")
    assert read_document(file).tree == {"a": 12}
    file.write_bytes(b"a: 123")
    with pytest.raises(UserError):
        read_document(file)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        read_document(tmp_path)


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_any_text_is_a_document_or_has_problems_at_lines_that_it_has(text: str) -> None:
    issues: tuple[Issue, ...] = ()
    tree: Tree = None
    try:
        tree = parse_text(text, "plan.yaml").tree
    except UserError as error:
        issues = error.issues
    assert (tree is None) == bool(issues)
    assert all(1 <= issue.line <= len(text.splitlines()) + 1 for issue in issues)
    assert [str(issue).encode() for issue in issues] == [str(issue).encode() for issue in sorted(set(issues))]


@settings(max_examples=80)
@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=2))
def test_what_is_written_is_read_back(tree: dict[str, Tree]) -> None:
    text = io.StringIO()
    write_yaml(tree, text)
    assert parse_text(text.getvalue(), "plan.yaml").tree == tree
