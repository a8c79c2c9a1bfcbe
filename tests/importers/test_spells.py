from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from click.testing import Result

from simcase.importers.reading import texts
from simcase.importers.spells import UNKNOWN, Reading, day_number, read_spells
from simcase.model import resolve

Call = Callable[..., Result]
Table = Callable[..., str]


def spells_of(name: str, **how: object) -> tuple[pl.DataFrame, tuple[float, float]]:
    """Return the spells of a file by row, days as dates."""
    spells, window = read_spells(texts(Path(name)), resolve("as-is", calibration="village"), Reading(**how))  # type: ignore[arg-type]
    return pl.DataFrame(spells._asdict()).sort("row"), tuple(window)


@pytest.mark.usefixtures("folder")
def test_a_move_within_a_group_of_states_goes_on_counting(table: Table) -> None:
    rows = ["a,help,2015-01-01,2015-06-01,1980", "a,aid,2015-06-01,2016-01-01,1980", "a,work,2016-01-01,,1980"]
    spells, _ = spells_of(table([*rows, "b,aid,2015-03-01,2016-02-01,1970", "b,work,2016-02-01,,1970"]))
    assert spells["origin"].to_list()[:3] == [
        day_number(np.datetime64(day).astype(object)) for day in ("2015-01-01", "2015-01-01", "2016-01-01")
    ]
    assert spells["to"].to_list() == [1, 2, UNKNOWN, 2, UNKNOWN]


@pytest.mark.usefixtures("folder")
def test_what_goes_on_at_the_end_is_censored_there(table: Table) -> None:
    rows = ["a,help,2015-01-01,,1980", "b,help,2015-01-01,2019-01-01,1980"]
    spells, window = spells_of(table(rows), gap="work", last=np.datetime64("2017-12-31").astype(object))
    assert spells["to"].to_list() == [UNKNOWN, UNKNOWN]
    assert set(spells["end"]) == {window[1]} == {day_number(np.datetime64("2018-01-01").astype(object))}


@pytest.mark.usefixtures("folder")
def test_gaps_become_the_state_that_is_named(table: Table) -> None:
    rows = ["a,help,2015-01-01,2015-06-01,1980", "a,help,2015-09-01,2016-01-01,1980", "b,help,2015-01-01,2017-01-01,1980"]
    assert spells_of(table(rows), gap="work")[0]["to"].to_list() == [2, 2, UNKNOWN]
    assert spells_of(table(rows), gap="unknown")[0]["to"].to_list() == [UNKNOWN, UNKNOWN, UNKNOWN]


@pytest.mark.usefixtures("folder")
def test_an_end_may_be_the_last_day(table: Table) -> None:
    rows = ["a,help,2015-01-01,2015-05-31,1980", "a,work,2015-06-01,2016-12-31,1980"]
    assert spells_of(table(rows), last_day=True)[0]["to"].to_list() == [2, UNKNOWN]


@pytest.mark.usefixtures("folder")
def test_danish_files_are_read(table: Table) -> None:
    plain, _ = spells_of(table(["a,help,2015-01-01,2016-01-01,41.25", "a,work,2016-01-01,,42.25"], "person,state,start,end,age"))
    danish, _ = spells_of(
        table(["a;help;01-01-2015;01-01-2016;41,25", "a;work;01-01-2016;;42,25"], "person;state;start;end;age", "danske.csv")
    )
    assert danish.equals(plain)


def test_few_moves_keep_the_calibrations_rate_and_are_not_told(folder: Path, call: Call, table: Table) -> None:
    rows = [
        row
        for i in range(60)
        for row in (f"p{i},help,2015-01-01,2016-01-{1 + i % 28:02d},1980", f"p{i},work,2016-01-{1 + i % 28:02d},,1980")
    ]
    rows += [row for i in range(3) for row in (f"q{i},help,2015-01-01,2016-02-01,1980", f"q{i},aid,2016-02-01,,1980")]
    result = call("import", "spells", table(rows), "--name", "own", "--json", "--quiet")
    assert result.exit_code == 0
    told = {(row["from"], row["to"]): row for row in json.loads(result.stdout)["hazards"]}
    assert told["help", "work"]["moves"] == 60
    assert told["help", "aid"]["moves"] is None
    assert told["help", "aid"]["rate"] is None
    own, base = (resolve("as-is", calibration=name) for name in ("own", "village"))
    rates = [{(each.from_, each.to): each.rate for each in model.transitions} for model in (own, base)]
    assert rates[0]["help", "aid"] == rates[1]["help", "aid"]
    assert rates[0]["help", "work"].grade == "A"
    assert "help,aid,all,,,,," in (folder / "calibration" / "own" / "hazards.csv").read_text(encoding="utf-8")


def test_left_truncation_does_not_bias_the_rate(call: Call, table: Table) -> None:
    """A register of those present on a day holds long spells too often; counting from that day on undoes it."""
    rng = np.random.default_rng(4)
    begun = np.datetime64("2000-01-01") + rng.integers(0, 365 * 18, 30_000)
    ended = begun + rng.exponential(365.25, 30_000).astype(int)
    there = (ended >= np.datetime64("2015-01-01")) & (begun < np.datetime64("2018-01-01"))
    rows = [
        f"p{i},aid,{start},{end},1980" if end < np.datetime64("2018-01-01") else f"p{i},aid,{start},,1980"
        for i, (start, end) in enumerate(zip(begun[there], ended[there], strict=True))
    ]
    result = call("import", "spells", table(rows), "--gap", "work", "--from", "2015-01-01", "--to", "2017-12-31", "--json", "--quiet")
    found = next(row for row in json.loads(result.stdout)["hazards"] if row["to"] == "work")
    assert found["low"] < 1.0 < found["high"]
    assert found["high"] / found["low"] < 1.1


def test_a_name_that_is_taken_is_refused(call: Call, table: Table) -> None:
    result = call("import", "spells", table(["a,help,2015-01-01,,1980"]), "--name", "village")
    assert result.exit_code == 2
    assert (
        "calibration/village: found something here already" in result.output
        or "calibration/village found something here already" in result.output
    )


def test_an_unknown_gap_is_refused(call: Call, table: Table) -> None:
    result = call("import", "spells", table(["a,help,2015-01-01,,1980"]), "--gap", "wrok")
    assert "--gap: found 'wrok', expected one of aid, gone, help, unknown, work. Did you mean 'work'?" in result.output
