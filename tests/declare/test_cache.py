"""The same bytes are parsed once, and nothing that the cache may hold can do harm."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from simcase.declare import Document, read_declaration, read_document
from simcase.declare.backtest import CaseFile, OutcomesFile
from simcase.declare.initiatives import ScenarioFile
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
        lambda whole: whole[: len(whole) // 2],
        lambda _: b"",
        lambda whole: whole.replace(b'"to":2', b'"to":9'),
        lambda whole: whole[65:],
        lambda whole: whole + b" ",
        lambda whole: whole.upper(),
    ],
    ids=["half", "empty", "another number", "no digest", "longer", "upper case"],
)
def test_a_damaged_entry_is_ignored_and_mended(
    file: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    first = read_document(file)
    (entry,) = entries(kept)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert entry.read_bytes() != whole
    assert read_document(file) == first
    assert read_without_parsing(file, monkeypatch) == first


def test_an_entry_under_the_name_of_another_is_ignored(file: Path, kept: Path) -> None:
    read_document(file)
    (entry,) = entries(kept)
    file.write_text(TEXT.replace("to: 2", "to: 3"), encoding="utf-8")
    other = read_document(file)
    (second,) = set(entries(kept)) - {entry}
    second.write_bytes(entry.read_bytes())
    assert read_document(file) == other


def test_on_a_full_disk_nothing_is_kept_and_nothing_is_left_behind(file: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        first = read_document(file)
        assert kept.is_dir()
        assert entries(kept) == []
    assert read_document(file) == first
    assert len(entries(kept)) == 1


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


def test_the_same_bytes_are_declared_once_in_a_process_and_what_is_wrong_is_told_each_time(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("title: A plan\n", encoding="utf-8")
    first = read_declaration(file, ScenarioFile)
    with monkeypatch.context() as patched:
        patched.setattr("simcase.declare.declaration.document_of", refuse)
        assert read_declaration(file, ScenarioFile)[1] is first[1]
    file.write_text("title: Another\n", encoding="utf-8")
    assert read_declaration(file, ScenarioFile)[1].title != first[1].title
    for wrong in (CaseFile, OutcomesFile, OutcomesFile):
        with pytest.raises(UserError, match=r"plan\.yaml"):
            read_declaration(file, wrong)
