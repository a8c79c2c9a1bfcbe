from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from click.testing import Result
from hypothesis import given
from hypothesis import strategies as st

from simcase.errors.private import keeps_modulus, looks_like_cpr, without_cpr

Call = Callable[..., Result]
WITH_MODULUS = "0707614285"
NEWER = "0101901234"
ROW = "{person},help,2015-01-01,2016-01-01,1980"


@pytest.mark.parametrize(
    "cell",
    [
        WITH_MODULUS,
        NEWER,
        "070761-4285",
        "070761 4285",
        "07 07 61 4285",
        "07-07-61-4285",
        "070761.4285",
        "cpr 070761-4285, moved",
        "x0707614285y",
        "12 070761-4285",
        "2902004123",
        "707614285",
        "707614285.0",
        "070761\u00a04285",
        "070761\u202f-\u202f4285",
        "070761 - 4285",
        "070761  --  4285",
        *(f"070761{dash}4285" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\u200b\ufe63\uff0d_\uff3f/"),
        "07071961-4285",
        "07.07.1961 4285",
        "070719614285",
        "\uff10\uff17\uff10\uff17\uff16\uff11-\uff14\uff12\uff18\uff15",
        "\u0660\u0667\u0660\u0667\u0666\u0661-\u0664\u0662\u0668\u0665",
        "\u0660\u0667\u0660\u0667\u0661\u0669\u0666\u0661\u0664\u0662\u0668\u0665",
        "\u2070\u2077\u2070\u2077\u2076\u00b9-\u2074\u00b2\u2078\u2075",
        "707614285.csv",
    ],
)
def test_what_may_be_a_cpr_number_is_seen_and_blanked(cell: str) -> None:
    assert looks_like_cpr(cell)
    blanked = without_cpr(cell)
    assert len(blanked) == len(cell)
    assert not looks_like_cpr(blanked)
    assert sum(letter == "*" for letter in blanked) >= 9


@pytest.mark.parametrize(
    "cell",
    [
        "3002901234",
        "2902011234",
        "0113901234",
        "citizen-17",
        "2018-07-01",
        "2018-07-01 12:30:00",
        "45.0707614285",
        "20070761428599",
        "070761428599",
        "01-02-2018 12:30",
        "2018-01-01 - 2018-12-31",
        "1.201.901.234",
        "1 201 901 234",
        "07071061-4285",
        "707614286",
        "",
    ],
)
def test_what_cannot_be_one_is_left_alone(cell: str) -> None:
    assert not looks_like_cpr(cell)


def test_the_rule_of_modulus_finds_a_wrong_last_digit() -> None:
    assert [digit for digit in range(10) if keeps_modulus(f"{WITH_MODULUS[:9]}{digit}")] == [5]


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 3999))
def test_every_date_with_four_digits_is_seen(born: date, number: int) -> None:
    assert looks_like_cpr(f"{born:%d%m%y}-{number:04d}")


def everything(folder: Path, result: Result) -> str:
    """Return all that was printed or is in a file, except for the file that was read."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.name != "spells.csv"]
    return result.output + "".join(path.read_text(encoding="utf-8") for path in files) + " ".join(path.name for path in files)


DRESSED = (
    "070761\u00a0\u2212\u00a04285",
    "07.07.1961_4285",
    "\uff10\uff17\uff10\uff17\uff16\uff11-4285",
    "\u2070\u2077\u2070\u2077\u2076\u00b9-4285",
)


@pytest.mark.parametrize("number", [WITH_MODULUS, NEWER, "070761-4285", *DRESSED])
@pytest.mark.parametrize(
    ("heading", "row", "where"),
    [
        ("person,state,start,end,birth_year", ROW, "spells.csv:3 column person"),
        ("person,state,start,end,birth_year,note", "a,help,2015-01-01,,1980,see {person}!", "spells.csv:3 column note"),
        ("person,state,start,end,birth_year", "a,{person},2015-01-01,2016-01-01,1980", "spells.csv:3 column state"),
        ("person,state,start,end,birth_year", "a,help,{person},2016-01-01,1980", "spells.csv:3 column start"),
        ("person,state,start,end,birth_year,{person}", "a,help,2015-01-01,2016-01-01,1980,x", "spells.csv:1 column 6"),
    ],
)
def test_a_cpr_number_stops_the_import_and_is_nowhere_afterwards(
    folder: Path, call: Call, table: Callable[..., str], number: str, heading: str, row: str, where: str
) -> None:
    heading = heading.format(person=number)
    other = "b,help,2015-01-01,2016-01-01,1980" + ",x" * (heading.count(",") - 4)
    result = call("import", "spells", table([other, row.format(person=number)], heading), "--gap", "unknown", "--name", "own")
    assert result.exit_code == 2
    assert f"{where}: found what looks like a CPR number" in result.output
    assert number not in everything(folder, result)
    assert number.replace("-", "") not in everything(folder, result)
    assert not (folder / "calibration" / "own").exists()


def test_a_cpr_number_in_a_parquet_file_is_found_even_as_a_number(folder: Path, call: Call) -> None:
    frame = {
        "person": [707614285, 12],
        "state": ["help", "help"],
        "start": ["2015-01-01"] * 2,
        "end": ["2016-01-01"] * 2,
        "birth_year": [1961.0, 1980.0],
    }
    pl.DataFrame(frame).write_parquet("spells.parquet")
    result = call("import", "spells", "spells.parquet", "--gap", "unknown")
    assert "spells.parquet:1 column person: found what looks like a CPR number" in result.output
    assert "707614285" not in result.output
    assert len(list(folder.iterdir())) == 2


def test_a_cpr_number_in_the_name_of_a_file_is_not_repeated(folder: Path, call: Call, table: Callable[..., str]) -> None:
    result = call("import", "spells", table([ROW.format(person="a")], name=f"{NEWER}.csv"))
    assert result.exit_code == 2
    assert NEWER not in result.output
    assert (folder / f"{NEWER}.csv").exists()


@pytest.mark.parametrize("number", ["010190-1234", "0101901234", "01.01.1990_1234"])
@pytest.mark.parametrize(
    "words",
    [
        ("spells", "spells.csv", "--name", "{}"),
        ("spells", "spells.csv", "--gap", "{}"),
        ("spells", "spells.csv", "--mapping", "{}.yaml"),
        ("spells", "spells.csv", "--mapping", "{}/mapping.yaml"),
        ("spells", "spells.csv", "--output", "{}.html"),
        ("spells", "spells.csv", "--chart", "{}.svg"),
        ("spells", "{}/spells.csv"),
        ("jobindsats", "{}/y01a02.csv", "--area", "x", "--years", "2019"),
        ("jobindsats", "--area", "{}", "--years", "2019"),
        ("jobindsats", "--area", "x", "--years", "2019", "--only", "Navn={}"),
        ("statbank", "recipients", "--area", "{}", "--years", "2019"),
        ("statbank", "recipients", "--area", "x", "--years", "2019", "--map", "{}=help"),
        ("statbank", "{}"),
        ("spells", "spells.csv", "--end", "{}"),
        ("spells", "spells.csv", "{}"),
        ("{}",),
    ],
)
def test_a_cpr_number_on_the_command_line_is_refused_and_not_repeated(
    folder: Path, call: Call, table: Callable[..., str], number: str, words: tuple[str, ...]
) -> None:
    table([ROW.format(person="a")])
    (folder / number).mkdir()
    for name in ("spells.csv", "y01a02.csv", "mapping.yaml"):
        (folder / number / name).write_text("person,state,start,end,birth_year\na,help,2015-01-01,2016-01-01,1980\n", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    result = call("import", *(word.format(number) for word in words))
    assert result.exit_code == 2
    assert number not in result.output
    assert "*" in result.output or "found what looks like a CPR number" in result.output
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("line", ["columns: {person: '010190-1234'}", "# asked for by 0101901234", "states: {help: ['01.01.1990 1234']}"])
def test_a_cpr_number_in_a_mapping_is_told_by_its_line(folder: Path, call: Call, table: Callable[..., str], line: str) -> None:
    (folder / "mapping.yaml").write_text(f"blank: help\n{line}\n", encoding="utf-8")
    result = call("import", "spells", table([ROW.format(person="a")]), "--mapping", "mapping.yaml")
    assert result.exit_code == 2
    assert result.output.startswith("mapping.yaml:2 found what looks like a CPR number, expected no personal number.")
    assert "1234" not in result.output


def test_a_cpr_number_in_a_new_municipality_is_refused(folder: Path, call: Call) -> None:
    assert folder.is_dir()
    result = call("init", ".", "--municipality", "Greve 010190-1234")
    assert result.exit_code == 2
    assert "--municipality: found what looks like a CPR number" in result.output
    assert "1234" not in result.output


def test_what_has_no_heading_or_is_no_text_is_refused_without_showing_it(folder: Path, call: Call) -> None:
    (folder / "bare.csv").write_text(f"Jens Hansen,help,2015-01-01,2016-01-01,{NEWER[:6]}\n", encoding="utf-8")
    (folder / "wide.csv").write_text(f"person,state,start,end,birth_year\n{NEWER},help,2015-01-01,,1980\n", encoding="utf-16")
    bare, wide = (call("import", "spells", name) for name in ("bare.csv", "wide.csv"))
    assert bare.output.startswith("bare.csv:1 found numbers or dates in the heading, expected a row with the names of the columns first.")
    assert "Jens" not in bare.output
    assert wide.output.startswith("wide.csv found no text in UTF-8")


def test_a_broken_file_is_refused_without_showing_what_is_in_it(table: Callable[..., str], call: Call) -> None:
    result = call("import", "spells", table([f"{NEWER},help,2015-01-01,,1980,x,y"]))
    assert result.exit_code == 2
    assert "spells.csv:2 found 7 cells, expected 5" in result.output
    assert NEWER not in result.output
