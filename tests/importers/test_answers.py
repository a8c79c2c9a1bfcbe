"""Answers of statistics services are bounded and looked through before anything is written, or kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from services_helper import Service

from simcase.cli import main
from simcase.declare import kept
from simcase.importers import web
from simcase.model import resolve

Call = Callable[..., Result]
JOBINDSATS = ("jobindsats", "--table", "y01a02", "--replace")
POPULATION = ("statbank", "population", "--area", "580", "--replace")
RECIPIENTS = ("statbank", "recipients", "--area", "580", "--replace")
COLUMNS = ["Area", "Periode", "Antal personer", "Antal fuldtidspersoner"]


@pytest.fixture
def call(town: Path) -> Call:
    """Run an import from the town's folder."""
    assert town.is_dir()
    return lambda *words: CliRunner(env={"COLUMNS": "100"}).invoke(main, ["import", *words], catch_exceptions=False)


def table(persons: object = "10", full_time: object = "9,5", period: str = "2019M01") -> str:
    """Return a table of a year whose first row has some cells."""
    rows = [["Aabenraa", f"2019M{month:02d}", "10", "9,5"] for month in range(2, 13)]
    return json.dumps({"columns": COLUMNS, "rows": [["Aabenraa", period, persons, full_time], *rows]})


def ages(row: str) -> str:
    """Return a population with a row of one's own."""
    return f"OMRÅDE;ALDER;TID;INDHOLD\n580;0;2019K1;10\n{row}\n"


@pytest.fixture
def untouched(town: Path) -> Iterator[None]:
    """See to it that nothing is written, and no answer kept but what a table is."""
    before = {path: path.read_bytes() for path in town.rglob("*") if path.is_file()}
    yield
    assert {path: path.read_bytes() for path in town.rglob("*") if path.is_file()} == before
    files = [path for path in (web.cache_folder() / "answers").glob("*") if path.is_file()]
    assert all(b'"dimensions"' in (kept(file) or b"") for file in files)


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize(
    ("words", "raw", "said"),
    [
        *((JOBINDSATS, table(full_time=cell), "y01a02 2019:2 Antal fuldtidspersoner: found no such number")
          for cell in (-1, "-1,5", "1e5", "nan", "9" * 400, 99_999_999, None, True)),
        *((JOBINDSATS, table(persons=cell), "y01a02 2019:2 Antal personer: found no such number") for cell in (-1, "inf", "x")),
        (JOBINDSATS, table(period="0000M01"), "Periode: found another period"),
        *((JOBINDSATS, raw, "y01a02 found another answer, expected one table, with columns and rows.") for raw in (
            table().replace('"10"', "NaN", 1), table().replace('"10"', "Infinity", 1), "[" * 200_000, '{"a":' * 200_000, "9" * 5000,
            '{"columns": [], "rows": {"a": 1}}', '{"columns": ["a"], "rows": [[[]]]}', '{"columns": [], "rows": [3]}',
            '{"columns": [["a"]], "rows": []}', "[null]", '"', "",
        )),
        (JOBINDSATS, " \n<!DOCTYPE html><title>Log in</title>", "found a page in HTML, such as one to log in at"),
        (POPULATION, "<html>", "found a page in HTML"),
        (POPULATION, ages("580;999999999;2019K1;10"), "FOLK1A:3 ALDER: found another age, expected a single year of age up to 129."),
        (POPULATION, ages(f"580;{'9' * 5000};2019K1;10"), "FOLK1A:3 ALDER: found another age"),
        (POPULATION, ages("580;\u0661;2019K1;10"), "FOLK1A:3 ALDER: found another age"),
        (POPULATION, ages("580;1;2019K1;-10"), "FOLK1A:3 INDHOLD: found no such number, expected a number of persons from 0 to 10000000."),
        (POPULATION, ages("580;1;2019K1;1e3"), "FOLK1A:3 INDHOLD: found no such number"),
        (POPULATION, ages("580;1;2019K1;10;4"), "FOLK1A:3 found 5 cells, expected 4, as in the heading."),
        (POPULATION, ages("580;1"), "FOLK1A:3 found 2 cells, expected 4"),
        (POPULATION, ages("580;1;2019K1;" + "1" * 200_000), "FOLK1A:3 found a cell of more than 131072 characters"),
        (POPULATION, ages("580;1;0000K1;10").replace("2019", "0000"), "FOLK1A TID: found several periods, or none"),
        (RECIPIENTS, "OMRÅDE;YDELSESTYPE;TID;INDHOLD\n580;Fleksjob;2019K1;-3\n", "AUK01:2 INDHOLD: found '-3'"),
        (("statbank", "population", "--area", "Ribe"), "[" * 200_000, "FOLK1A OMRÅDE: found another description"),
        (("statbank", "population", "--area", "Ribe", "--replace"), '{"variables": [{"id": 1}, 2]}', "found another description"),
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_told_and_neither_written_nor_kept(
    call: Call, service: Service, words: tuple[str, ...], raw: str, said: str
) -> None:
    service.raw = raw
    result = call(*words, *(() if "--replace" in words else ("--replace",)))
    assert result.exit_code == 2, result.output
    assert said in result.output


def test_a_page_to_log_in_at_is_not_kept(call: Call, service: Service) -> None:
    service.raw = "<html>Log in</html>"
    assert call(*JOBINDSATS).exit_code == 2
    service.raw = None
    assert call(*JOBINDSATS).exit_code == 0
    assert [path.split("/")[2] for path, _ in service.asked] == ["table", "data", "data"]


def test_a_kept_answer_that_was_damaged_is_asked_for_again(call: Call, service: Service) -> None:
    assert call(*JOBINDSATS).exit_code == 0
    (file,) = (path for path in (web.cache_folder() / "answers").iterdir() if b'"rows"' in (kept(path) or b""))
    file.write_bytes(file.read_bytes().replace(b"101", b"901"))
    assert call(*JOBINDSATS).exit_code == 0
    assert [path.split("/")[2] for path, _ in service.asked] == ["table", "data", "data"]


@pytest.mark.usefixtures("untouched")
def test_an_answer_without_end_is_given_up(call: Call, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LARGEST", 2_000_000)
    service.endless = True
    result = call(*JOBINDSATS)
    service.endless = False
    assert result.exit_code == 2
    assert "found an answer of more than 2 million bytes, expected a table." in result.output


@pytest.mark.usefixtures("untouched")
def test_an_answer_that_drips_is_given_up(call: Call, service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LONGEST", 0.5)
    service.drip = 0.05
    result = call(*JOBINDSATS)
    service.drip = 0.0
    assert result.exit_code == 1
    assert "/v2/table/y01a02 cannot be reached, or does not answer" in result.output


@pytest.mark.parametrize("status", [200, 401, 404, 503])
def test_a_name_and_a_password_in_an_address_are_never_printed(
    call: Call, service: Service, monkeypatch: pytest.MonkeyPatch, status: int
) -> None:
    service.raw = "<html>"
    monkeypatch.setattr(web, "_tried", lambda *_: (status, b"<html>"))
    result = call(*JOBINDSATS, "--url", service.url.replace("http://", "http://somebody:secret@"))
    assert result.exit_code > 0
    assert "127.0.0.1" in result.output
    assert not [word for word in ("somebody", "secret") if word in result.output]


@pytest.mark.parametrize("url", ["https://[", "https://a:b@c:d", "http://somebody:secret@evil.example", "secret", "https://", "//secret@x"])
def test_an_address_that_is_none_is_told_without_its_password(call: Call, service: Service, url: str) -> None:
    result = call(*JOBINDSATS, "--url", url)
    assert result.exit_code == 2
    assert "--url: found " in result.output
    assert "expected an address that begins with https://." in result.output
    assert "secret" not in result.output
    assert not service.asked


@pytest.mark.usefixtures("untouched")
def test_a_table_is_no_path(call: Call, service: Service) -> None:
    result = call("statbank", "recipients", "--table", "../../evil", "--replace")
    assert "--table: found a name with other characters, expected letters and digits" in result.output
    assert not service.asked


def test_what_no_calibration_may_hold_is_not_written(town: Path, call: Call, service: Service) -> None:
    before = {path: path.read_bytes() for path in town.rglob("*") if path.is_file()}
    rows = "".join(f"580;{'x' * 90};2019K{quarter};5\n" for quarter in range(1, 5))
    service.raw = f"OMRÅDE;YDELSESTYPE;TID;INDHOLD\n{rows}"
    result = call(*RECIPIENTS, "--map", f"{'x' * 90}=fleksjob")
    assert result.exit_code == 2
    assert "calibration/aabenraa-2019/targets.yaml targets." in result.output
    assert {path: path.read_bytes() for path in town.rglob("*") if path.is_file()} == before


def test_nobody_at_all_is_a_target_with_a_standard_error(call: Call, service: Service) -> None:
    service.raw = table("0", "0").replace('"10"', '"0"').replace('"9,5"', '"0"')
    assert call(*JOBINDSATS).exit_code == 0
    found = next(each for each in resolve("as-is", calibration="aabenraa-2019").targets if each.id.startswith("y01a02"))
    assert (found.value, found.se) == (0.0, 1.0)


def test_a_series_keeps_all_digits(town: Path, call: Call, service: Service) -> None:
    service.raw = table("1234567", "1234567,5")
    assert call(*JOBINDSATS).exit_code == 0
    assert ",1234567,1234567.5\n" in (town / "calibration" / "aabenraa-2019" / "jobindsats.csv").read_text(encoding="utf-8")
