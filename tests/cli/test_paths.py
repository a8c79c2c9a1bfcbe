"""A path is a path: no character of it is a pattern, and `~` is the user's folder wherever a path may be written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest
from click.testing import CliRunner, Result
from worlds import move, scenario, state, write

from simcase.cli import main
from simcase.importers.reading import texts
from simcase.tidy import list_runs

TOWN = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("help"), state("work")],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 30, "work": 60}},
}
ODD = ("Budget [2026]", "a*b?", "{a,b}", "~", "s3:")
FEW = ("--calibration", "town", "--replications", "20", "--quiet", "--lang", "en")


@pytest.fixture
def call(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return what calls simcase in a town of its own, the user's folder being an empty one."""
    monkeypatch.setenv("HOME", str(folder / "home"))
    (folder / "home").mkdir()
    write(folder, TOWN, {"plain": scenario(), "other": scenario()})
    return lambda *words: CliRunner().invoke(main, words, catch_exceptions=False)


@pytest.mark.parametrize("name", ODD)
def test_results_stand_in_the_folder_named_and_are_found_there_again(call: Callable[..., Result], folder: Path, name: str) -> None:
    for neighbour in ("Budget 2", "aXbX", "a"):
        (folder / neighbour).mkdir()
    results = f"./{name}/runs"
    done = call("run", "plain", *FEW, "--results", results)
    assert done.exit_code == 0, done.output
    assert [run.scenario for run in list_runs(folder / name / "runs")] == ["plain"]
    assert call("results", "verify", "plain", "--results", results).exit_code == 0
    again = call("chart", "plain", "headcount", "--results", results, "--calibration", "town", "-o", f"./{name}/x.json")
    assert again.exit_code == 0, again.output
    assert (folder / name / "x.json").is_file()


@pytest.mark.parametrize("name", ["g[1].parquet", "g[1].csv", "g*.parquet", "~.parquet", "g?.parquet"])
@pytest.mark.parametrize("neighbour", [True, False], ids=["with a neighbour", "alone"])
def test_a_table_is_read_from_the_file_named_and_not_from_its_neighbour(folder: Path, name: str, neighbour: bool) -> None:  # noqa: FBT001
    def put(file: str, person: str) -> None:
        table = pl.DataFrame({"person": [person]})
        with (folder / file).open("wb") as to:
            (table.write_parquet if file.endswith("parquet") else table.write_csv)(to)

    put(name, "mine")
    for other in ("g1.parquet", "g1.csv", "gx.parquet") if neighbour else ():
        put(other, "another")
    assert texts(Path(name)).frame["person"].to_list() == ["mine"]


def test_a_tilde_is_the_users_folder_wherever_a_path_may_be_written(call: Callable[..., Result], folder: Path) -> None:
    home = folder / "home"
    (home / "mine.yaml").write_text("title: Mine\n", encoding="utf-8")
    done = call("run", "~/mine.yaml", *FEW, "--results", "~/runs")
    assert done.exit_code == 0, done.output
    (run,) = list_runs(home / "runs")
    assert run.scenario == "mine"
    assert call("chart", "~/runs/mine/" + run.folder.name, "headcount", "-o", "~/x.csv", "--quiet").exit_code == 0
    assert (home / "x.csv").is_file()
    assert call("trace", "plain", "--calibration", "town", "--everyone", "-o", "~/lives.parquet", "--quiet").exit_code == 0
    assert pl.read_parquet(home / "lives.parquet").height > 0
    assert call("check", "~/mine.yaml", "--calibration", "town").exit_code == 0
    assert not (folder / "~").exists()


def test_a_path_with_a_null_character_is_one_sentence(call: Callable[..., Result]) -> None:
    done = call("followup", "plain", "--actuals", "counts\0.csv", "--as-of", "2020-01")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Ugyldig værdi for '--actuals': fundet en sti med et nultegn" in done.stderr
    done = call("forecast", "plain", "--counts", "counts\0.csv", "--to", "2020-01", "--calibration", "town")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "counts\\x00.csv fundet ingen fil, ventet en CSV-fil med kolonnerne month, line, persons." in done.stderr
