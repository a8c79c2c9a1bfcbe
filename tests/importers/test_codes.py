from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from click.testing import Result

from simcase.importers.codes import read_mapping, with_codes
from simcase.importers.reading import texts
from simcase.importers.spells import Reading, read_spells
from simcase.model import resolve

Call = Callable[..., Result]
DREAM = """
columns: {person: id, birth_year: foed}
states: {help: [111-113], aid: [730]}
blank: work
weeks: y_
"""


@pytest.fixture
def mapping(folder: Path) -> Callable[[str], str]:
    """Write a mapping file and return its name."""

    def written(text: str = DREAM) -> str:
        (folder / "mapping.yaml").write_text(text, encoding="utf-8")
        return "mapping.yaml"

    return written


def weekly(folder: Path, rows: list[str], weeks: int = 5) -> str:
    """Write weekly codes as a CSV file and return its name."""
    columns = ";".join(f"y_19{week:02d}" for week in range(1, weeks + 1))
    (folder / "dream.csv").write_text("\n".join([f"id;foed;{columns}", *rows]) + "\n", encoding="utf-8")
    return "dream.csv"


def test_weekly_codes_become_spells(folder: Path, mapping: Callable[..., str]) -> None:
    name = weekly(folder, ["a;1980;111;112;730;730;", "b;1970;;;113;113;113"])
    model = resolve("as-is", calibration="village")
    rows, how = with_codes(texts(Path(name)), read_mapping(Path(mapping()), model), Reading())
    start = date(2018, 12, 31)
    assert rows.frame.rows() == [
        ("a", "1980", "help", None, str(start + timedelta(days=14))),
        ("a", "1980", "aid", str(start + timedelta(days=14)), str(start + timedelta(days=28))),
        ("a", "1980", "work", str(start + timedelta(days=28)), None),
        ("b", "1970", "work", None, str(start + timedelta(days=14))),
        ("b", "1970", "help", str(start + timedelta(days=14)), None),
    ]
    spells, window = read_spells(rows, model, how)
    assert np.isnan(spells.origin).tolist() == [True, True, False, True, False], "of what began before the first week nobody knows when"
    assert window.dates() == (start, start + timedelta(days=34))


def test_weekly_codes_recover_a_rate(folder: Path, call: Call, mapping: Callable[..., str]) -> None:
    rng = np.random.default_rng(7)
    weeks, people, leaves = 104, 4000, 0.02
    grid = np.full((people, weeks), "", dtype=object)
    for row in grid:
        week = int(rng.integers(1, 50))
        row[week : week + int(rng.geometric(leaves))] = "111"
    days = [date(2018, 1, 1) + timedelta(days=7 * week) for week in range(weeks)]
    names = [f"y_{day.isocalendar()[0] % 100:02d}{day.isocalendar()[1]:02d}" for day in days]
    frame = pl.DataFrame(
        {"id": [f"p{i}" for i in range(people)], "foed": [1980] * people} | {name: grid[:, i].tolist() for i, name in enumerate(names)}
    )
    frame.write_parquet(folder / "dream.parquet")
    result = call("import", "spells", "dream.parquet", "--mapping", mapping(), "--name", "own", "--json", "--quiet")
    assert result.exit_code == 0, result.output
    found = next(row for row in json.loads(result.stdout)["hazards"] if (row["from"], row["to"]) == ("help", "work"))
    assert found["rate"] == pytest.approx(-np.log(1 - leaves) * 365.25 / 7, rel=0.1)


def test_own_names_and_codes_are_read(call: Call, table: Callable[..., str], mapping: Callable[[str], str]) -> None:
    rows = [
        row for i in range(40) for row in (f"p{i};111;2015-01-01;2016-01-{1 + i % 28:02d};1980", f"p{i};;2016-01-{1 + i % 28:02d};;1980")
    ]
    name = table(rows, "id;ydelse;fra;til;foed")
    text = "columns: {person: id, state: ydelse, start: fra, end: til, birth_year: foed}\nstates: {help: [111]}\nblank: work\n"
    result = call("import", "spells", name, "--mapping", mapping(text), "--from", "2015-01-01", "--name", "own", "--json", "--quiet")
    assert result.exit_code == 0, result.output
    assert next(row for row in json.loads(result.stdout)["hazards"] if row["from"] == "help" and row["to"] == "work")["moves"] == 40


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("states: {halp: [111]}", "mapping.yaml:1 states.halp: found 'halp', expected one of aid, gone, help, work. Did you mean 'help'?"),
        (
            "states: {help: [111], aid: [110-112]}",
            "mapping.yaml:1 states.aid: found '111', which stands for help already, expected each code once.",
        ),
        ("columns: {persn: id}", "mapping.yaml:1 columns.persn: found 'persn', expected one of"),
        ("blank: nowhere", "mapping.yaml:1 blank: found 'nowhere', expected one of aid, gone, help, work."),
        ("columns: {person: nr}", "dream.csv:1 nr: found no such column among id, foed, y_1901"),
        ("weeks: z_\ncolumns: {person: id, birth_year: foed}", "dream.csv:1 found no weekly columns, expected columns such as z_1832."),
        (DREAM.replace("111-113", "111"), "dream.csv found '113' in 1 cells, expected a code that the mapping gives a state."),
    ],
)
def test_a_wrong_mapping_is_told(folder: Path, call: Call, mapping: Callable[[str], str], text: str, said: str) -> None:
    result = call("import", "spells", weekly(folder, ["a;1980;111;113;730;730;"]), "--mapping", mapping(text))
    assert result.exit_code == 2
    assert said in result.output


def test_a_missing_week_is_told(folder: Path, call: Call, mapping: Callable[..., str]) -> None:
    (folder / "dream.csv").write_text("id;foed;y_1901;y_1903\na;1980;111;111\n", encoding="utf-8")
    result = call("import", "spells", "dream.csv", "--mapping", mapping())
    assert "dream.csv:1 found nothing for week 2 of 2019, expected every week from the first to the last." in result.output


def test_a_mistake_is_told_by_the_row_of_the_file(folder: Path, call: Call, mapping: Callable[..., str]) -> None:
    result = call("import", "spells", weekly(folder, ["a;1980;111;112;730;730;", "b;old;;113;113;113;113"]), "--mapping", mapping())
    assert "dream.csv:3 birth_year: found no such number" in result.output
