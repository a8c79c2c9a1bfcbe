"""The results store from the command line: what is listed, what is found damaged, and that nothing else is ever removed."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock
from worlds import move, play, scenario, state, stored, write

from simcase import study, tidy
from simcase.cli import main
from simcase.cli.results import agreed
from simcase.errors import RunError
from simcase.present.tables_results import runs_table
from simcase.study.stored_runs import StoredRun
from simcase.words import Words

TOWN = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 30, "work": 60}},
}


@pytest.fixture
def town(folder: Path) -> Path:
    write(folder, TOWN, {"plain": scenario(), "other": scenario()})
    return folder


@pytest.fixture
def call() -> Callable[..., Result]:
    return lambda *words: CliRunner(env={"SIMCASE_LANG": "en"}).invoke(main, ("results", *words), catch_exceptions=False)


def unfinished(folder: Path) -> Path:
    """Leave what a killed run leaves."""
    (folder / "finished.json").unlink()
    (folder / ".replications").write_bytes(b"x")
    (folder / f".persons.parquet.{0:016x}.part").write_bytes(b"x")
    return folder


def test_runs_are_listed_and_shown(town: Path, call: Callable[..., Result]) -> None:
    one, two = play("plain").folder, unfinished(play("other", seed=4).folder)
    listed = json.loads(call("list", "--json").stdout)["runs"]
    assert [(run["scenario"], run["id"], run["status"]) for run in listed] == [
        ("other", two.name, "unfinished"),
        ("plain", one.name, "finished"),
    ]
    assert one.name in call("list").stdout
    for named in ("plain", one.name, str(one), str(two)):
        shown = call("show", named)
        assert shown.exit_code == 0, shown.stderr
        assert "--seed" in shown.stdout
    assert call("show", "nowhere").exit_code == 2
    assert call("list", "--results", "empty").exit_code == 0
    assert town


def test_verify_finds_every_byte_that_changed(town: Path, call: Callable[..., Result]) -> None:
    folder = play("plain").folder
    assert call("verify").exit_code == 0
    for name in sorted(path.name for path in folder.glob("*.parquet")):
        content = (folder / name).read_bytes()
        (folder / name).write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        done = call("verify")
        assert (done.exit_code, name in done.stdout) == (3, True)
        (folder / name).write_bytes(content)
    assert town


def edited(manifest: dict[str, Any], edit: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    """Return a manifest after an edit."""
    copy: dict[str, Any] = json.loads(json.dumps(manifest))
    edit(copy)
    return copy


EDITS: dict[str, Callable[[dict[str, Any]], object]] = {
    "another seed": lambda told: told.update(seed=5),
    "swapped states": lambda told: told["resolved"]["states"].reverse(),
    "a doubled stock": lambda told: told["resolved"]["stock"]["states"]["help"].update(value=60),
    "another title": lambda told: told["resolved"]["title"].update(da="En anden"),
    "another command": lambda told: told["command"].append("--x"),
    "no model": lambda told: told.pop("resolved"),
    "nothing": lambda told: told.clear(),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_of_the_manifest_is_found_and_nothing_is_shown_from_it(
    town: Path, call: Callable[..., Result], edit: Callable[[dict[str, Any]], object]
) -> None:
    folder = play("plain").folder
    file = folder / "manifest.json"
    file.write_text(json.dumps(edited(json.loads(file.read_text(encoding="utf-8")), edit)), encoding="utf-8")
    done = call("verify", folder.name)
    assert (done.exit_code, "manifest.json" in done.stdout, "parquet" in done.stdout) == (3, True, False)
    assert call("show", folder.name).exit_code == 0
    with pytest.raises(RunError, match="damaged"):
        study.open_runs([str(folder)], study.Request("plain"))
    play("plain")
    assert call("verify").exit_code == 0
    assert town


def test_a_harmed_list_of_checksums_is_found(town: Path, call: Callable[..., Result]) -> None:
    folder = play("plain").folder
    file = folder / "finished.json"
    told = json.loads(file.read_text(encoding="utf-8"))
    for content in (json.dumps({**told, "seconds": 1e9}), json.dumps({**told, "checksums": {}}), "{}", ""):
        file.write_text(content, encoding="utf-8")
        done = call("verify", "plain")
        assert (done.exit_code, "finished.json" in done.stdout) == (3, True)
    assert town


def test_clean_removes_what_was_interrupted_and_only_if_told(town: Path, call: Callable[..., Result]) -> None:
    kept, gone = play("plain").folder, unfinished(play("other").folder)
    before = stored(gone)
    refused = call("clean")
    assert (refused.exit_code, "--yes" in refused.stderr) == (1, True)
    assert stored(gone) == before
    assert call("clean", "--yes").exit_code == 0
    assert not gone.exists()
    assert stored(kept)
    old = time.time() - 10 * 86_400
    for path in kept.iterdir():
        os.utime(path, (old, old))
    call("clean", "--older-than", "11", "--yes")
    assert kept.exists()
    call("clean", "--older-than", "9", "--yes")
    assert not kept.exists()
    assert town


@pytest.mark.parametrize(
    ("lang", "answer", "gone"),
    [
        ("da", "j", True),
        ("da", "JA", True),
        ("da", "y", False),
        ("da", "", False),
        ("da", "nej", False),
        ("en", "yes", True),
        ("en", "j", False),
    ],
)
def test_the_question_before_a_removal_is_answered_in_the_readers_language(lang: str, answer: str, gone: bool) -> None:  # noqa: FBT001
    with CliRunner().isolation(input=f"{answer}\n") as (_, said, _):
        assert agreed(Words(lang), "?") is gone
        assert {"da": "? [j/N]", "en": "? [y/N]"}[lang] in said.getvalue().decode()


def test_a_run_that_is_named_goes_whatever_its_status(town: Path, call: Callable[..., Result]) -> None:
    one, two = play("plain").folder, play("plain", seed=4).folder
    assert call("clean", one.name, "--yes").exit_code == 0
    assert (one.exists(), two.exists()) == (False, True)
    wrong = call("clean", two.name, "/", "--yes")
    assert wrong.exit_code == 2
    assert two.exists()
    assert town


def test_clean_never_touches_what_is_no_run(town: Path, call: Callable[..., Result]) -> None:
    mine = unfinished(play("plain").folder)
    (mine / "notes.txt").write_text("mine", encoding="utf-8")
    foreign = Path("results/plain/0123456789ab")
    foreign.mkdir()
    (foreign / "photo.jpg").write_bytes(b"x")
    away = town / "away" / "plain" / "0123456789ac"
    away.mkdir(parents=True)
    (away / "manifest.json").write_text("{}", encoding="utf-8")
    Path("results/linked").symlink_to(away.parent)
    Path("results/plain/0123456789ad").symlink_to(away)
    Path("results/README.md").write_text("read", encoding="utf-8")
    there = sorted(Path("results").rglob("*"))
    done = call("clean", "--older-than", "0", "--yes")
    assert (done.exit_code, "notes.txt" in done.stderr) == (1, True)
    assert sorted(Path("results").rglob("*")) == there
    assert (away / "manifest.json").exists()


def test_a_run_under_way_is_listed_so_and_stays(town: Path, call: Callable[..., Result]) -> None:
    folder = unfinished(play("plain").folder)
    with FileLock(folder / ".lock"):
        assert json.loads(call("list", "--json").stdout)["runs"][0]["status"] == "under_way"
        assert call("clean", "--yes").exit_code == 0
        assert call("clean", folder.name, "--yes").exit_code == 1
    assert (folder / ".replications").exists()
    assert town


HOSTILE = (b"", b"{", b"[]", b"\xff\xfe", b"[" * 200_000, b'{"checksums": 5, "seconds": []}', b'{"checksums": {"../x": "y"}, "seconds": 1}')


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_manifests_are_damage_and_no_traceback(town: Path, call: Callable[..., Result], content: bytes) -> None:
    folder = play("plain").folder
    whole = stored(folder)
    (folder / "finished.json").write_bytes(content)
    (folder / "manifest.json").write_bytes(content)
    assert call("list").exit_code == 0
    assert call("show", folder.name).exit_code == 0
    assert call("verify").exit_code == 3
    assert stored(play("plain").folder) == whole
    assert town


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system of 64 kB of its own."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "none", folder], capture_output=True, check=False)  # noqa: S603, S607
    if mounted.returncode:
        pytest.skip("needs the right to mount a file system")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)  # noqa: S603, S607


def test_a_disk_that_is_really_full_is_told_and_what_was_there_stays(town: Path, small_disk: Path) -> None:
    first = play("plain", replications=1, results=small_disk)
    before = stored(first.folder)
    assert before
    with pytest.raises(RunError, match="No space left on device"):
        play("other", replications=400, results=small_disk)
    assert stored(first.folder) == before
    assert not list(small_disk.rglob("*.part"))
    assert town


def test_a_read_only_folder_is_told_and_what_was_there_stays(town: Path, small_disk: Path) -> None:
    first = play("plain", results=small_disk)
    before = stored(first.folder)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)  # noqa: S603, S607
    assert stored(play("plain", results=small_disk).folder) == before  # what is finished is still read
    for harm in (lambda: play("other", results=small_disk), lambda: tidy.remove_run(tidy.list_runs(small_disk)[0])):
        with pytest.raises((RunError, OSError), match="Read-only file system"):
            harm()
    assert stored(first.folder) == before
    assert town


def test_a_file_where_the_folder_should_be_is_told(town: Path) -> None:
    (town / "taken").write_text("mine", encoding="utf-8")
    with pytest.raises(RunError, match="results cannot be written here"):
        play("plain", results=town / "taken")
    assert (town / "taken").read_text(encoding="utf-8") == "mine"


def test_steps_of_a_search_have_one_row_and_names_are_not_broken() -> None:
    now, long = datetime(2026, 1, 1, tzinfo=UTC), "a-scenario-whose-name-is-long@moved"
    runs = [
        StoredRun(name, f"{at:012}", "finished", now, "town", None, 1, "all", 20, None, 1_000_000, f"results/{name}/{at:012}")
        for at, name in enumerate([long, long, long, "plain", "plain"])
    ]
    table = runs_table(runs, Words("en"))
    assert [[*row.cells[:2], row.cells[-1]] for row in table.rows] == [
        [long, "3 steps", "3.0"],
        ["plain", f"{3:012}", "1.0"],
        ["plain", f"{4:012}", "1.0"],
    ]
    assert [column.kind for column in table.columns[:2]] == ["label", "label"]
