"""What clumsy and hostile input does is defined: each line of docs/background/input.md is shown here."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from worlds import asked, initiative, move, play, scenario, state, write

from simcase import study
from simcase.cli import main
from simcase.declare import bounded
from simcase.errors import RunError, UserError, harmless

pytestmark = pytest.mark.usefixtures("spoken")

TOWN: dict[str, Any] = {
    "start": "2019-01-01",
    "end": "2019-12-31",
    "states": [state("help"), state("work"), state("gone", absorbing=True)],
    "transitions": [move("help", "work", 2.0), move("work", "help", 1.0)],
    "stock": {"states": {"help": 30, "work": 60}},
}


@pytest.fixture(autouse=True)
def here(folder: Path) -> Path:
    write(folder, None, {"plain": scenario()})
    return folder


def town(folder: Path, **instead: object) -> None:
    write(folder, {**TOWN, **instead}, {"plain": scenario()})


def call(*words: str) -> Result:
    return CliRunner(env={"SIMCASE_LANG": "en", "SIMCASE_CALIBRATION": "town"}).invoke(main, words, catch_exceptions=False)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "a rate that is no number": ({"transitions": [move("help", "work", math.nan)]}, "found 'NaN', expected a number"),
    "an infinite rate": ({"transitions": [move("help", "work", math.inf)]}, "found 'Infinity', expected a number"),
    "a negative rate": ({"transitions": [move("help", "work", -1.0)]}, "a number of at least 0"),
    "moves every minute": ({"transitions": [move("help", "work", 5e5)]}, "a number of at most 1000"),
    "factors that make it so": (
        {
            "profiles": {"duration": {"much": {"factors": {"0": 1e9}}}},
            "transitions": [move("help", "work", 100, duration="much")],
        },
        "at most 1,000 a year",
    ),
    "too many citizens": ({"stock": {"states": {"help": 9e6, "work": 9e6}}}, "at most 16000000"),
    "too many states": ({"states": [state(f"s{n}") for n in range(300)]}, "300 states"),
    "too many rules": (
        {"rules": [{"id": f"r{n}", "label": "x", "states": ["help"], "when": {"weeks": 1}, "outcomes": {"work": 1}} for n in range(501)]},
        "501 entries, expected at most 500",
    ),
    "dates out of order": ({"start": "2019-12-31", "end": "2019-01-01"}, "a date after 2019-12-31"),
    "a single day": ({"end": "2019-01-01"}, "a date after 2019-01-01"),
    "more than a life": ({"end": "2099-01-01"}, "at most 60 years after"),
    "29 February of a common year": ({"start": "2019-02-29"}, "a date such as 2019-01-31"),
    "a time and a zone": ({"start": "2019-01-01T00:00:00+02:00"}, "a date such as 2019-01-31"),
    "nobody lives on": ({"states": [state("help", absorbing=True), state("work", absorbing=True)]}, "0 states to live in"),
    "a way out of the end": ({"transitions": [move("gone", "work", 1.0)]}, "which nobody leaves"),
}


@pytest.mark.parametrize("case", WRONG)
def test_is_refused_with_file_and_line_and_nothing_is_run(here: Path, case: str) -> None:
    instead, expected = WRONG[case]
    town(here, **instead)
    done = call("run", "plain", "--replications", "1")
    assert (done.exit_code, done.stdout) == (2, "")
    assert expected in done.stderr
    assert "calibration/town/town.yaml:" in done.stderr
    assert not (here / "results").exists()


def test_zero_rates_an_unreachable_state_and_an_empty_one_are_played(here: Path) -> None:
    town(here, states=[*TOWN["states"], state("island")], transitions=[move("help", "work", 0.0), move("work", "help", 0.0)])
    done = play("plain")
    assert set(done.by_month("help")[0]) == {30}
    assert set(done.by_month("island")[0]) == {0}


def test_a_world_of_nobody_is_played(here: Path) -> None:
    town(here, stock={"states": {"help": 0}})
    assert play("plain", replications=2).persons["days"].sum() == 0.0


@pytest.mark.parametrize(("start", "end", "days"), [("2019-03-01", "2019-03-02", 2), ("2020-02-28", "2020-03-01", 3)])
def test_first_and_last_day_count_and_29_february_is_a_day(here: Path, start: str, end: str, days: int) -> None:
    town(here, start=start, end=end)
    assert play("plain").persons["days"].sum() == 90.0 * days


def test_fifty_years_are_a_run(here: Path) -> None:
    town(here, end="2068-12-31", stock={"states": {"help": 3, "work": 6}})
    assert len(play("plain").months) == 600


def test_rules_that_undo_each_other_stop_the_run_and_name_the_citizen(here: Path) -> None:
    back = [("there", "help", "work"), ("back", "work", "help")]
    rules = [{"id": n, "label": n, "states": [left], "when": {"age": 30}, "outcomes": {to: 1}} for n, left, to in back]
    town(here, rules=rules)
    with pytest.raises(RunError, match=r"replication 0, citizen 0, 2019-\d\d-\d\d: a citizen comes to '\w+' for the 60,000th time"):
        play("plain")


@pytest.mark.parametrize("name", ["..", "...", ".hidden", "a\x1bb", "-x"])
def test_a_scenario_file_cannot_name_a_folder_outside_results(here: Path, name: str) -> None:
    town(here)
    (here / f"{name}.yaml").write_text("title: Out\n", encoding="utf-8")
    done = call("run", f"./{name}.yaml", "--replications", "1")
    assert (done.exit_code, "a file name that begins" in done.stderr) == (2, True)
    assert "\x1b" not in done.stderr
    assert not (here / "results").exists()


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "*", "?", "/", "a\x00b", "x" * 3000])
def test_a_name_of_a_run_cannot_leave_the_results(here: Path, name: str) -> None:
    town(here)
    play("plain")
    assert call("results", "show", name).exit_code in {1, 2}
    assert call("results", "clean", name, "--yes").exit_code in {1, 2}


EVIL = "=1+1</script><img src=x onerror=alert(1)>"


@pytest.fixture
def evil(here: Path) -> Path:
    """Return a folder with a finished run whose labels would be code in a page, a workbook and a spreadsheet's CSV."""
    states = [{**state("help"), "label": EVIL, "line": "aid"}, {**state("work"), "label": f"@{EVIL}"}]
    town(here, states=states, lines=[{"id": "aid", "label": f"+{EVIL}"}])
    write(here, None, {"plain": scenario("push", title=f"-{EVIL}")}, [{**initiative("push", ["help"], ["work"], 1.5), "label": EVIL}])
    study.run(asked("plain", replications=20, uncertainty="all"))
    return here


def test_labels_are_text_in_a_page(evil: Path) -> None:
    done = call("report", "plain", "-o", "page.html")
    assert done.exit_code == 0, done.stderr
    page = (evil / "page.html").read_text(encoding="utf-8")
    assert "onerror" in page
    assert "<img src=x" not in page
    assert "1+1</script>" not in page


def test_labels_are_text_in_a_chart(evil: Path) -> None:
    assert call("chart", "plain", "headcount", "-o", "chart.html").exit_code == 0
    page = (evil / "chart.html").read_text(encoding="utf-8")
    assert "<img src=x" not in page
    assert "1+1</script>" not in page


def test_labels_are_text_in_a_workbook(evil: Path) -> None:
    assert call("report", "plain", "-o", "book.xlsx").exit_code == 0
    cells = [cell for sheet in load_workbook(evil / "book.xlsx").worksheets for row in sheet.iter_rows() for cell in row]
    mine = [cell for cell in cells if "onerror" in str(cell.value)]
    assert mine
    assert {cell.data_type for cell in mine} == {"s"}


def test_labels_are_text_in_csv_files(evil: Path) -> None:
    assert call("report", "plain", "-o", "tables").exit_code == 0
    text = "\n".join(path.read_text(encoding="utf-8-sig") for path in (evil / "tables").glob("*.csv"))
    assert "onerror" in text
    cells = [cell.strip('"') for line in text.splitlines() for cell in line.replace(";", ",").split(",")]
    assert not [cell for cell in cells if "onerror" in cell and cell[:1] in "=+-@"]


def test_escapes_in_labels_are_refused_and_in_messages_shown(here: Path) -> None:
    town(here, states=[{**state("help"), "label": "red \x1b[31m"}, state("work"), state("gone")])
    done = call("run", "plain")
    assert done.exit_code == 2
    assert "a text of ordinary characters" in done.stderr
    assert "\x1b" not in done.stderr
    assert harmless("a\x1b[2J\u202eb") == r"a\x1b[2J\u202eb"


def test_tables_of_others_are_bounded(here: Path) -> None:
    file = here / "large.csv"
    file.write_text("a,b\n" + "1,2\n" * 100, encoding="utf-8")
    with pytest.raises(UserError, match="at most 0 million"):
        bounded(file, "large.csv", 100)
    with pytest.raises(UserError, match="found no file"):
        bounded(Path("/dev/zero"), "zero")


def test_a_parquet_file_that_unpacks_to_too_much_is_refused(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from simcase.importers import reading  # noqa: PLC0415

    pl.DataFrame({"a": np.zeros(10_000)}).write_parquet(here / "bomb.parquet")
    monkeypatch.setattr(reading, "CELLS", 9_999)
    with pytest.raises(UserError, match="10000 rows of 1 columns, expected at most"):
        reading.texts(here / "bomb.parquet")
