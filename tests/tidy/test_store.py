"""The results store: a run is written whole, found again, repeated by its command, and the same on any number of workers."""

from __future__ import annotations

import json
import os
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner
from worlds import TOWN, asked, move, play, scenario, state, stored, write

from simcase import study, tidy
from simcase.cli import main
from simcase.errors import RunError
from simcase.model import moves_digest, resolve
from simcase.tables import tabulate
from simcase.vocabulary import document_of

TABLES = ("persons", "population", "cells", "flows")
"""Tables that every run has."""
WORLD = {
    "start": "2019-01-01",
    "end": "2020-06-30",
    "states": [state("help", line="aid", ladder="benefit"), state("work", ladder="self_support")],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 30, "work": 60}},
    "arrivals": [{"id": "movers", "per_year": 20, "states": {"help": 0.5, "work": 0.5}}],
    "lines": [{"id": "aid", "label": "Aid"}],
    "rates": {"full": {"value": 11_111, "unit": "kr_per_month"}},
    "rate_classes": [{"id": "all", "states": ["help"], "pays": {"full": 1}}],
    "refusion": {
        "counter": {"from": "2014-07-01", "reset_weeks": 20, "window_weeks": 156},
        "steps": [{"to_week": 4, "state_share": 0.8}, {"state_share": 0.2}],
    },
}


@pytest.fixture
def town(folder: Path) -> Path:
    write(folder, WORLD, {"plain": scenario()})
    return folder


def times(folder: Path) -> dict[str, int]:
    """Return when each file of a run was written; the manifest is always renewed, since it tells today's prices."""
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.name != "manifest.json"}


def test_an_edit_of_a_source_in_a_folder_of_a_package_is_other_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for text in ("", "# edited", ""):
        package = tmp_path / str(len(found))
        inside = package / "engine" / "kernel" / "lives.py"
        inside.parent.mkdir(parents=True)
        inside.write_text(text, encoding="utf-8")
        monkeypatch.setattr("simcase.tidy.store.__file__", str(package / "tidy" / "store.py"))
        found.append(tidy.code_digest(["engine"]))
    assert found[0] == found[2] != found[1]


def test_sources_that_are_edited_while_a_process_plays_are_not_those_that_it_plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "engine" / "kernel.py"
    inside.parent.mkdir()
    inside.write_text("", encoding="utf-8")
    monkeypatch.setattr("simcase.tidy.store.__file__", str(tmp_path / "tidy" / "store.py"))
    before = tidy.code_digest(["engine"])
    inside.write_text("# edited", encoding="utf-8")
    assert tidy.code_digest(["engine"]) == before


def test_two_workers_write_the_same_bytes_as_one(town: Path) -> None:
    one = play(replications=12, results=town / "one")
    two = play(replications=12, results=town / "two", workers=2)
    assert one.folder.name == two.folder.name
    assert stored(one.folder) == stored(two.folder)
    assert {**two.document, "run": None} == {**one.document, "run": None}


@pytest.mark.usefixtures("town")
def test_a_run_that_is_there_is_read_and_not_simulated_again() -> None:
    first = play(replications=3)
    written = times(first.folder)
    seen: list[tuple[int, int]] = []
    again = study.run(asked(replications=3), progress=lambda done, total: seen.append((done, total)))
    assert document_of(again.result) == first.document
    assert times(first.folder) == written
    assert seen == [(3, 3)]


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("name", [f"{table}.parquet" for table in TABLES])
@pytest.mark.parametrize("harm", ["a byte", "cut short", "gone"])
def test_a_damaged_table_is_simulated_again(name: str, harm: str) -> None:
    first = play(replications=2)
    file, whole = first.folder / name, stored(first.folder)
    content = bytearray(file.read_bytes())
    if harm == "gone":
        file.unlink()
    elif harm == "cut short":
        file.write_bytes(content[:-7])
    else:
        content[len(content) // 2] ^= 1
        file.write_bytes(content)
    again = play(replications=2)
    assert again.folder == first.folder
    assert stored(again.folder) == whole
    assert {**again.document, "run": None} == {**first.document, "run": None}


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("content", ["", "{}", '{"checksums": {}, "seconds": 1.0}', '{"checksums": {'])
def test_a_run_without_checksums_is_simulated_again(content: str) -> None:
    first = play(replications=2)
    (first.folder / "finished.json").write_text(content, encoding="utf-8")
    play(replications=2)
    finished = json.loads((first.folder / "finished.json").read_text(encoding="utf-8"))
    assert finished["checksums"].keys() == stored(first.folder).keys()


@pytest.mark.parametrize("content", ["[]", "null", '{"checksums": null, "seconds": 1.0}'])
def test_a_run_whose_checksums_are_nonsense_is_simulated_again(town: Path, content: str) -> None:
    first = play(replications=2)
    (town / first.folder / "finished.json").write_text(content, encoding="utf-8")
    play(replications=2)


class StoppedError(Exception):
    """What the test stops a run with."""


@pytest.mark.usefixtures("town")
def test_the_manifest_is_written_before_anything_is_simulated() -> None:
    def stop(_done: int, _total: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        study.run(asked("plain", replications=3), progress=stop)
    (folder,) = Path("results/plain").iterdir()
    assert {path.name for path in folder.iterdir()} == {"manifest.json", ".lock", ".replications"}
    manifest = tidy.manifest_of(folder)
    assert (manifest["seed"], manifest["replications"], manifest["scenario"]) == (2019, 3, "plain")
    assert (manifest["from"], manifest["to"]) == ("2019-01-01", "2020-06-30")
    assert manifest["resolved"]["states"][0]["id"] == "help"
    assert manifest["model"] == moves_digest(resolve("plain", calibration=TOWN))
    with pytest.raises(RunError):
        tidy.find(Path("results"), "plain")
    assert play("plain", replications=3).folder == folder


@pytest.mark.usefixtures("town")
def test_the_command_in_the_manifest_repeats_the_run() -> None:
    first = play("plain", replications=3, seed=77)
    command = tidy.manifest_of(first.folder)["command"]
    whole = stored(first.folder)
    for path in first.folder.iterdir():
        path.unlink()
    assert command[0] == "simcase"
    done = CliRunner().invoke(main, [*command[1:], "--json", "--workers", "1"], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    assert stored(first.folder) == whole


@pytest.mark.usefixtures("town")
def test_nothing_unfinished_is_left_behind() -> None:
    folder = play(replications=2).folder
    assert {path.name for path in folder.iterdir()} == {"manifest.json", "finished.json", ".lock", *stored(folder)}
    assert stored(folder).keys() >= {f"{name}.parquet" for name in TABLES}


def test_the_id_of_a_run_follows_what_it_depends_on_and_nothing_else(town: Path) -> None:
    first = play("plain", replications=2).folder.name
    assert play("plain", replications=2, prices="2019").folder.name == first
    others = {play("plain", replications=3).folder.name, play("plain", replications=2, seed=5).folder.name}
    write(town, {**WORLD, "end": "2020-05-31"})
    others.add(play("plain", replications=2).folder.name)
    write(town, {**WORLD, "transitions": [move("help", "work", 2.5), move("work", "help", 1.0)]})
    others.add(play("plain", replications=2).folder.name)
    assert len(others | {first}) == 5


@pytest.mark.usefixtures("town")
def test_a_run_is_found_by_scenario_by_id_and_by_folder() -> None:
    results = Path("results")
    old, new = play("plain", replications=2).folder, play("plain", replications=3).folder
    for path, when in ((old, 1_000), (new, 2_000)):
        os.utime(path / "finished.json", (when, when))
    assert tidy.find(results, "plain") == new
    os.utime(old / "finished.json", (3_000, 3_000))
    assert tidy.find(results, "plain") == new, "it has more replications"
    for folder in (old, new):
        assert tidy.find(results, folder.name) == folder
        assert tidy.find(results, str(folder)) == tidy.find(results, f"plain/{folder.name}") == folder
    for unknown in ("plan", "0123456789ab", "../plain"):
        with pytest.raises(RunError, match="no finished run"):
            tidy.find(results, unknown)


@pytest.mark.usefixtures("town")
def test_a_run_of_another_world_is_refused_with_the_command_that_plays_what_was_asked_for() -> None:
    results, world = Path("results"), {"calibration": "town", "fit": "counts", "uncertainty": "chance"}
    there = play("plain", replications=2).folder
    for runs, verb in ((["plain", "pushed"], "compare plain pushed"), (["plain"], "run plain"), (["plain", there.name], "run plain")):
        with pytest.raises(RunError, match=f"simcase {verb} --calibration town --fit counts --uncertainty chance"):
            tidy.find_alike(results, runs, world)


def test_results_that_cannot_be_written_say_so(town: Path) -> None:
    (town / "file").write_text("", encoding="utf-8")
    with pytest.raises(RunError, match="--results"):
        play(results=town / "file")


@pytest.mark.usefixtures("town")
def test_what_is_read_back_is_what_was_simulated_to_the_last_bit() -> None:
    played, tables = play(replications=4), tabulate(resolve("as-is", calibration=TOWN))
    outcome = tidy.read(played.folder, tables)
    assert (outcome.days == played.persons["days"].to_numpy().reshape(outcome.days.shape)).all()
    cells, flows = tidy.cells_table(outcome), tidy.flows_table(outcome)
    assert cells.equals(played.cells)
    assert flows.equals(played.flows)
    assert tidy.persons_table(outcome).equals(played.persons)
    assert play(replications=4).document == played.document


@pytest.mark.usefixtures("town")
def test_tables_are_long_with_a_row_for_each_place() -> None:
    played = play(replications=4)
    expected = {
        "persons": ["replication", "month", "state", "days", "stock", "long_term"],
        "population": ["replication", "month", "days"],
        "cells": ["replication", "year", "since", "state", "column", "rate_class", "days", "months"],
        "flows": ["replication", "year", "from", "to", "moves"],
    }
    assert {name: played.table(name).columns for name in TABLES} == expected
    assert len(played.persons) == 4 * 18 * 2
    assert len(played.table("population")) == 4 * 18
    by_state = played.persons.group_by("replication", "state").agg(pl.col("days").sum()).sort("replication", "state")
    by_cell = played.cells.group_by("replication", "state").agg(pl.col("days").sum()).sort("replication", "state")
    assert by_state.equals(by_cell)
