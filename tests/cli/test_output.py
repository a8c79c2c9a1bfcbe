"""Output in any encoding and to any place: no letter, folder, link or full disk ends in a traceback or leaves half a file."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from worlds import aided, initiative, scenario, write

from simcase.cli import main

ARROW = "Hjælp \u2192 arbejde"
FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def world(folder: Path) -> Path:
    push = initiative("push", ["help"], ["work"], 1.5, label=FORMULA)
    push["effects"][0]["hazard_ratio"] = {"value": 1.5, "low": 1.2, "high": 1.8}
    town = aided(60, 40, 1_000.0) | {"title": ARROW, "lines": [{"id": "aid", "label": f"{FORMULA} {ARROW}"}]}
    write(folder, town, {"plain": scenario(title=ARROW), "pushed": scenario("push")}, [push])
    return folder


def call(*words: str) -> Result:
    own = ("--calibration", "town") if words[0] in {"run", "sensitivity", "trace"} else ()
    return CliRunner(env={"SIMCASE_LANG": "da"}).invoke(main, [*words, *own], catch_exceptions=False)


def played(name: str = "plain") -> str:
    """Return the folder of a run."""
    assert call("run", name, "--replications", "20", "--workers", "1").exit_code == 0
    return next(path.parent.as_posix() for path in Path("results", name).rglob("finished.json"))


@pytest.mark.usefixtures("world")
def test_a_title_is_printed_in_an_encoding_without_its_letters() -> None:
    poor = CliRunner(charset="ascii", env={"SIMCASE_LANG": "da"})
    words = ("run", "plain", "--calibration", "town", "--replications", "2", "--workers", "1")
    text, tree = (poor.invoke(main, [*words, *more], catch_exceptions=False).stdout for more in ((), ("--json",)))
    assert ARROW.encode("ascii", "replace").decode("ascii") in text
    assert json.loads(tree)["budget"]


WRITERS = {
    "page": ("report", "RUN", "-o", "{}.html"),
    "sheet": ("report", "RUN", "--one-page", "-o", "{}.html"),
    "workbook": ("report", "RUN", "-o", "{}.xlsx"),
    "picture": ("chart", "RUN", "headcount", "-o", "{}.svg"),
    "figures": ("chart", "RUN", "headcount", "-o", "{}.csv"),
    "register": ("trace", "plain", "--everyone", "-o", "{}.parquet"),
}


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("kind", WRITERS)
def test_what_cannot_be_written_there_is_one_sentence(world: Path, kind: str) -> None:
    run = played()
    ending = WRITERS[kind][WRITERS[kind].index("-o") + 1].format("")
    (world / f"folder{ending}").mkdir()
    os.mkfifo(world / f"pipe{ending}")
    for name, said in (
        ("folder", "fundet en mappe"),
        ("pipe", "fundet noget, der ikke er en fil"),
        ("none/file", "fundet ingen mappe 'none'"),
    ):
        done = call(*(word.format(name).replace("RUN", run) for word in WRITERS[kind]))
        assert (done.exit_code, done.stdout) == (2, "")
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 2
    assert not list(world.glob("*.part"))


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a file system that is full."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", folder], capture_output=True, check=False).returncode:  # noqa: S603, S607
        pytest.skip("needs the right to mount a file system")
    try:
        with suppress(OSError), (folder / "filling").open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)  # noqa: S603, S607


@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("kind", WRITERS)
def test_a_full_disk_is_one_sentence_and_the_old_file_stays(world: Path, full_disk: Path, kind: str) -> None:
    run = played()
    words = [word.format(full_disk / "file").replace("RUN", run) for word in WRITERS[kind]]
    file = Path(words[words.index("-o") + 1])
    file.touch()
    done = call(*words)
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1] == f"{file}: der er ikke mere plads på disken"
    assert sorted(path.name for path in full_disk.iterdir()) == sorted([file.name, "filling"])
    assert file.read_bytes() == b""
    assert world


def test_a_link_that_waits_beside_a_file_is_not_followed(world: Path) -> None:
    run = played()
    (world / "mine").write_text("mine", encoding="utf-8")
    for name in (".x.csv.part", "x.part"):
        (world / name).symlink_to(world / "mine")
    assert call("chart", run, "headcount", "-o", "x.csv").exit_code == 0
    assert (world / "mine").read_text(encoding="utf-8") == "mine"


def test_a_log_that_cannot_be_written_is_told_once(world: Path) -> None:
    done = call("run", "plain", "--replications", "5", "--workers", "1", "--log-file", "/dev/full")
    assert done.exit_code == 0
    assert done.stderr.count("Loggen kan ikke skrives mere") == 1
    assert "Traceback" not in done.stderr
    assert world


def test_no_cell_of_any_csv_is_a_formula(world: Path) -> None:
    run = played("pushed")
    question = ("sensitivity", "pushed", "--replications", "2", "--size", "4", "--workers", "1")
    done = call(*question, "--csv", "-o", "x.csv")
    assert done.exit_code == 0, done.stderr
    assert call("chart", run, "composition", "-o", "y.csv").exit_code == 0
    texts = [done.stdout, *((world / name).read_text(encoding="utf-8") for name in ("x.csv", "y.csv"))]
    for text in texts:
        assert FORMULA in text
        assert text.count(FORMULA) == text.count(f"'{FORMULA}")
