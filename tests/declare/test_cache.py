"""The same bytes are parsed once, and nothing that the cache may hold can do harm."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from simcase.declare import Document, read_document
from simcase.errors import UserError

TEXT = "title: A plan\nchanges:\n  - {path: rates.full, to: 2}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def entries(kept: Path) -> list[Path]:
    return sorted(kept.iterdir()) if kept.is_dir() else []


def refuse(*_: object) -> None:
    pytest.fail("parsed again")


def read_without_parsing(file: Path, monkeypatch: pytest.MonkeyPatch) -> Document:
    with monkeypatch.context() as patched:
        patched.setattr("simcase.declare.yaml._parsed", refuse)
        return read_document(file)


def test_a_second_reading_gives_the_same_document_without_parsing(file: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_document(file)
    assert len(entries(kept)) == 1
    second = read_without_parsing(file, monkeypatch)
    assert second == first
    assert second.line(("changes", 0, "to")) == 3


def test_a_copy_elsewhere_is_known_by_its_bytes_and_shown_by_its_own_name(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    read_document(file)
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(file.read_bytes())
    assert read_without_parsing(copy, monkeypatch).shown == "copy.yaml"


def test_changed_bytes_are_parsed_anew(file: Path, kept: Path) -> None:
    before = read_document(file)
    file.write_text(TEXT.replace("to: 2", "to: 3"), encoding="utf-8")
    after = read_document(file)
    assert after.digest != before.digest
    assert after.tree == {"title": "A plan", "changes": [{"path": "rates.full", "to": 3}]}
    assert len(entries(kept)) == 2


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda _: "",
        lambda _: "[]",
        lambda _: "[" * 100_000,
        lambda text: text.replace('"tree"', '"treee"'),
        lambda text: json.dumps(json.loads(text) | {"digest": "0" * 64, "tree": {"title": "Another plan"}}),
        lambda text: json.dumps(json.loads(text) | {"lines": [[["title"], "x"]]}),
    ],
    ids=["half", "empty", "list", "deep", "no tree", "another file's", "no line numbers"],
)
def test_a_damaged_entry_is_ignored_and_mended(file: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, damage: object) -> None:
    first = read_document(file)
    (entry,) = entries(kept)
    assert callable(damage)
    entry.write_text(damage(entry.read_text(encoding="utf-8")), encoding="utf-8")
    assert read_document(file) == first
    assert read_without_parsing(file, monkeypatch) == first


def test_a_cache_that_cannot_be_written_is_done_without(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file where the folder would be", encoding="utf-8")
    monkeypatch.setenv("SIMCASE_CACHE", str(taken))
    assert read_document(file) == read_document(file)


def test_a_file_with_problems_is_not_kept(file: Path, kept: Path) -> None:
    file.write_text("title: .nan\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(UserError, match="a finite number"):
            read_document(file)
    assert entries(kept) == []
