from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from urllib.parse import parse_qs

import pytest
import xlsxwriter
from click.testing import CliRunner, Result
from services_helper import LABELS, TOKEN, Service, full_time

from simcase.cli import main
from simcase.declare import read_document
from simcase.importers import web
from simcase.model import Model, resolve

Call = Callable[..., Result]


@pytest.fixture
def call(town: Path) -> Call:
    """Run an import from the town's folder."""
    assert town.is_dir()
    return lambda *words: CliRunner(env={"COLUMNS": "100"}).invoke(main, ["import", *words], catch_exceptions=False)


def targets(model: Model, table: str) -> dict[str, float]:
    """Return the values of a table's targets."""
    return {each.id: each.value for each in model.targets if each.id.startswith(table)}


def year_of(table: str) -> float:
    """Return the yearly average that the server counts."""
    return sum(full_time(table, f"2019M{month:02d}") for month in range(1, 13)) / 12


def test_the_interface_becomes_targets_and_a_series(town: Path, call: Call, service: Service) -> None:
    result = call("jobindsats", "--years", "2018-2019", "--replace", "--json")
    assert result.exit_code == 0, result.output
    assert len(service.asked) == 10 * 3, "each table is looked up, and a year of it is one question"
    paths = [path.partition("?") for path, _ in service.asked[:2]]
    months = ",".join(f"2018M{month:02d}" for month in range(1, 13))
    assert [(path, parse_qs(question)) for path, _, question in paths] == [
        ("/v2/table/y01a02", {"format": ["json"]}),
        ("/v2/data/y01a02", {
            "mgroup.*": ["*"], "period.M": [months], "hierarchy._nykom": ["*"], "format": ["json"],
        }),
    ]  # fmt: skip
    assert result.stderr.splitlines()[-1].endswith("simcase calibrate aabenraa-2019 --fit counts-2019")
    model = resolve("as-is", calibration="aabenraa-2019")
    found = next(each for each in model.targets if each.id == "y36a02.kontanthjaelp.2019")
    assert found.value == pytest.approx(year_of("y36a02"))
    assert found.of == ("kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat")
    assert (found.measure, found.grade, found.fits) == ("full_time_persons", "A", ("counts-2019",))
    assert found.se == pytest.approx((found.value + (0.025 * found.value) ** 2) ** 0.5, abs=0.06)
    assert any(each.id == "budget.fleksjob" for each in model.targets), "what was there before stays"
    text = (town / "calibration" / "aabenraa-2019" / "jobindsats.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    assert len(rows) == 10 * 24
    assert rows[0] == {
        "table": "y01a02", "benefit": "a_dagpenge", "from": "2018-01-01", "to": "2018-01-31", "persons": "121", "full_time_persons": "101"
    }  # fmt: skip
    assert (town / "calibration" / "aabenraa-2019" / "targets.yaml.old").is_file()
    written = read_document(town / "calibration" / "aabenraa-2019" / "targets.yaml").tree
    assert {next(iter(each)) for each in written["targets"]} == {"id"}, "one who looks for a target finds it by its first word"


def test_a_section_is_not_replaced_unasked(town: Path, call: Call, service: Service) -> None:
    file = town / "calibration" / "aabenraa-2019" / "targets.yaml"
    before = file.read_bytes()
    result = call("jobindsats")
    assert result.exit_code == 2
    assert "targets: found 'targets' already, expected none yet. --replace writes it anew" in result.output
    assert not service.asked
    assert file.read_bytes() == before


def test_a_second_import_asks_nobody_for_a_day(call: Call, service: Service) -> None:
    words = ("jobindsats", "--table", "y01a02", "--replace")
    assert call(*words).exit_code == call(*words).exit_code == 0
    assert len(service.asked) == 2
    assert call(*words, "--refresh").exit_code == 0
    assert len(service.asked) == 4


def test_a_busy_service_is_asked_again(call: Call, service: Service) -> None:
    service.busy = web.TRIES - 1
    assert call("jobindsats", "--table", "y01a02", "--replace").exit_code == 0
    assert len(service.asked) == web.TRIES + 1


def test_a_service_that_stays_busy_is_given_up(town: Path, call: Call, service: Service) -> None:
    service.busy = 99
    result = call("jobindsats", "--table", "y01a02", "--replace")
    assert result.exit_code == 1
    assert "is busy or out of order (503) after 5 tries" in result.output
    assert not (town / "calibration" / "aabenraa-2019" / "jobindsats.csv").exists()


def test_a_service_that_is_not_there_is_told(call: Call, service: Service) -> None:
    result = call("jobindsats", "--table", "y01a02", "--replace", "--url", "http://127.0.0.1:9/v2")
    assert result.exit_code == 1
    assert "127.0.0.1:9/v2/table/y01a02 cannot be reached" in result.output
    assert "Run it again where there is a network" in " ".join(result.output.split())
    assert not service.asked


@pytest.mark.parametrize("token", ["", "wrong-token", "   ", "two\nlines"])
def test_a_wrong_token_is_told_and_never_shown(
    call: Call, service: Service, monkeypatch: pytest.MonkeyPatch, token: str, town: Path
) -> None:
    monkeypatch.setenv("SIMCASE_JOBINDSATS_TOKEN", token)
    result = call("jobindsats", "--replace")
    assert result.exit_code == 2
    assert "SIMCASE_JOBINDSATS_TOKEN: found " in result.output
    assert "wrong-token" not in result.output
    assert TOKEN not in everywhere(town)
    assert len(service.asked) <= 1


def everywhere(folder: Path) -> str:
    """Return all that is in the files of a folder, and in the cache."""
    return "".join(path.read_text(encoding="latin-1") for path in folder.rglob("*") if path.is_file())


def test_the_token_is_nowhere_after_an_import(town: Path, call: Call, service: Service) -> None:
    result = call("jobindsats", "--table", "y01a02", "--replace")
    assert service.asked
    assert TOKEN not in result.output
    assert TOKEN not in everywhere(town)
    assert TOKEN not in everywhere(web.cache_folder())


def test_a_token_never_travels_in_the_open(call: Call, service: Service) -> None:
    result = call("jobindsats", "--replace", "--url", "http://jobindsats.example/v2")
    assert "expected an address that begins with https://" in result.output
    assert not service.asked


def test_a_column_that_is_called_something_else_is_told(call: Call, service: Service) -> None:
    service.labels = ["Area", "Periode", "Antal personer", "Fuldtidspersoner"]
    result = call("jobindsats", "--table", "y01a02", "--replace")
    found = "columns Område, Periode, Antal personer, Fuldtidspersoner"
    assert f"y01a02 2019:1 Antal fuldtidspersoner: found {found}, expected a column 'Antal fuldtidspersoner'." in result.output


def test_a_missing_month_is_told(call: Call, service: Service) -> None:
    service.without = ("2019M03", "2019M11")
    result = call("jobindsats", "--table", "y01a02", "--replace")
    assert "y01a02 --years: found months from 2015M01 to 2025M06, expected every month of 2019." in result.output


def test_what_has_ended_is_told_with_what_goes_on(call: Call, service: Service) -> None:
    result = call("jobindsats", "--table", "y36a02", "--years", "2025", "--replace")
    assert "y36a02 --years: found months from 2015M01 to 2025M06, expected every month of 2025." in result.output
    assert "From July 2025 kontanthjaelp is in y60a02 alone: --table y60a02." in " ".join(result.output.split())
    assert len(service.asked) == 1


def test_an_area_that_no_table_has_is_told_before_figures_are_asked_for(call: Call, service: Service) -> None:
    result = call("jobindsats", "--table", "y01a02", "--area", "Aarhus", "--replace")
    assert "y01a02 --area: found 'Aarhus', expected one of Aabenraa, Hele landet." in result.output
    assert len(service.asked) == 1


@pytest.mark.usefixtures("service")
def test_kontanthjaelp_together_is_that_of_all_whom_it_counts(call: Call) -> None:
    assert call("jobindsats", "--table", "y60a02", "--replace").exit_code == 0
    found = next(each for each in resolve("as-is", calibration="aabenraa-2019").targets if each.id.startswith("y60a02"))
    assert set(found.of) == {
        "kontanthjaelp_jobparat", "kontanthjaelp_aktivitetsparat", "uddannelseshjaelp_uddannelsesparat",
        "uddannelseshjaelp_aktivitetsparat", "integration_programme", "integration_other",
    }  # fmt: skip


def test_what_is_no_description_of_a_table_is_told(call: Call, service: Service) -> None:
    service.described = "[]"
    result = call("jobindsats", "--table", "y01a02", "--replace")
    assert "y01a02 found another description, expected a table with its periods and dimensions." in result.output


def test_a_description_without_what_is_asked_by_is_told_with_what_to_do(call: Call, service: Service) -> None:
    """Another name of a division is no area that is missing, and another kind of period is no year that is."""
    whole = {
        "periods": [{"periodtype_id": "M", "values": [{"period_id": "2019M01"}]}],
        "dimensions": [{"hierarchies": [{"hierarchy_id": "_kommune", "levels": [{"values": [{"value_name": "Aabenraa"}]}]}]}],
    }
    monthless = {"periods": [], "dimensions": [{"hierarchies": [{"hierarchy_id": "_nykom", "levels": []}]}]}
    told = {"found the divisions _kommune, expected the division '_nykom', municipalities.": whole, "found no months": monthless}
    for said, description in told.items():
        service.described = json.dumps(description)
        result = call("jobindsats", "--table", "y01a02", "--replace")
        assert result.exit_code == 2
        assert f"y01a02 {said}" in result.output
        assert "Download the table from jobindsats.dk, and give the file instead." in " ".join(result.output.split())
        assert "--area" not in result.output


@pytest.mark.parametrize("raw", ["[]", '{"rows": []}', '{"columns": 1, "rows": []}'])
def test_another_answer_is_told(call: Call, service: Service, raw: str) -> None:
    service.raw = raw
    result = call("jobindsats", "--table", "y01a02", "--replace")
    assert result.exit_code == 2
    assert "y01a02 found another answer, expected one table, with columns and rows." in result.output


def downloaded(separator: str = "") -> list[list[str]]:
    """Return the rows of a file as it is downloaded: a title, a heading, the area once, Danish decimals."""
    rows = [["Antal a-dagpengemodtagere"], [], ["Område", *LABELS[1:]]]
    for i, month in enumerate(("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")):
        rows.append(["Aabenraa" if i == 0 else separator, f"{month} 2019", "1.234", f"1.0{i:02d},5"])
    return [*rows, ["Hele landet", "jan 2019", "99.999", "88.888,5"], ["Kilde: opdigtet"]]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "latin-1"])
def test_a_downloaded_csv_file_is_read(town: Path, call: Call, encoding: str) -> None:
    text = "\r\n".join(";".join(row) for row in downloaded())
    (town / "y01a02.csv").write_text(text, encoding=encoding)
    assert call("jobindsats", "y01a02.csv", "--replace").exit_code == 0
    assert targets(resolve("as-is", calibration="aabenraa-2019"), "y01a02") == {"y01a02.a_dagpenge.2019": 1006.0}


def test_a_file_of_other_years_is_told_and_nothing_is_written(town: Path, call: Call) -> None:
    for name in ("y01a02.csv", "y07a02.csv"):
        (town / name).write_text("\n".join(";".join(row) for row in downloaded()), encoding="utf-8")
    before = {file: file.read_bytes() for file in (town / "calibration").rglob("*") if file.is_file()}
    result = call("jobindsats", "y01a02.csv", "y07a02.csv", "--years", "2020-2021", "--replace")
    assert result.exit_code == 2
    for name in ("y01a02.csv", "y07a02.csv"):
        assert f"{name} --years: found months from 2019-01 to 2019-12, expected every month of 2021." in result.output
    assert before == {file: file.read_bytes() for file in (town / "calibration").rglob("*") if file.is_file()}


def test_a_downloaded_workbook_is_read(town: Path, call: Call) -> None:
    with xlsxwriter.Workbook(str(town / "a-dagpenge.xlsx")) as book:
        sheet = book.add_worksheet()
        for i, row in enumerate(downloaded()):
            for j, cell in enumerate(row):
                sheet.write(i, j, float(cell.replace(".", "").replace(",", ".")) if cell[:1].isdigit() else cell)
    assert "--table: found no table in the file's name" in call("jobindsats", "a-dagpenge.xlsx", "--replace").output
    assert call("jobindsats", "a-dagpenge.xlsx", "--table", "y01a02", "--replace").exit_code == 0
    assert targets(resolve("as-is", calibration="aabenraa-2019"), "y01a02") == {"y01a02.a_dagpenge.2019": 1006.0}


def test_the_population_by_age_is_written(town: Path, call: Call, service: Service) -> None:
    result = call("statbank", "population", "--replace")
    assert result.exit_code == 0, result.output
    model = resolve("as-is", calibration="aabenraa-2019")
    assert model.population is not None
    assert dict(model.population.persons) == dict.fromkeys(map(float, range(100)), 99.0)
    assert len(model.segments) == 6, "what else stands in the file stays"
    assert model.population.source == "StatBank Denmark, FOLK1A, Aabenraa, 2019-01-01"
    paths = [path for path, _ in service.asked]
    assert paths == ["/v2/tableinfo", "/v2/data"]
    assert service.asked[1][1]["variables"] == [
        {"code": "OMRÅDE", "values": ["580"]}, {"code": "ALDER", "values": ["*"]}, {"code": "Tid", "values": ["2019K1"]}
    ]  # fmt: skip
    assert (town / "calibration" / "aabenraa-2019" / "population.yaml.old").is_file()


def test_an_age_that_is_missing_is_told(call: Call, service: Service) -> None:
    service.without = ("17", "40")
    result = call("statbank", "population", "--replace")
    assert "FOLK1A ALDER: found nothing for 17, 40, expected every age from 0." in result.output


def test_ages_that_do_not_add_up_are_told(call: Call, service: Service) -> None:
    service.raw = "OMRÅDE;ALDER;TID;INDHOLD\n580;IALT;2019K1;30\n580;0;2019K1;10\n580;1;2019K1;10\n"
    result = call("statbank", "population", "--area", "580", "--replace")
    assert "FOLK1A INDHOLD: found 20 over the ages, expected 30, as the total says." in result.output


def test_an_unknown_municipality_is_told(call: Call, service: Service) -> None:
    assert not service.asked
    result = call("statbank", "population", "--area", "Aarhus", "--replace")
    assert "FOLK1A --area: found 'Aarhus', expected one of Aabenraa, Hele landet." in result.output


@pytest.mark.usefixtures("service")
def test_a_municipality_is_found_however_its_letters_are_written(town: Path, call: Call) -> None:
    asked = ("--area", "Åbenrå Kommune", "--years", "2019", "--replace")
    assert call("jobindsats", "--table", "y01a02", *asked).exit_code == 0
    assert call("statbank", "population", *asked).exit_code == 0
    copytree(town / "calibration" / "aabenraa-2019", town / "calibration" / "holbaek-2019")
    text = "\n".join(";".join(row) for row in downloaded()).replace("Aabenraa", "Holbæk")
    (town / "y01a02.csv").write_text(text, encoding="utf-8")
    result = call("jobindsats", "y01a02.csv", "--calibration", "holbaek-2019", "--replace")
    assert result.exit_code == 0, result.output
    told = " ".join(call("jobindsats", "y01a02.csv", "--calibration", "holbaek-2019", "--replace", "--lang", "da").stdout.split())
    assert "Nye tilpasningsmål" in told
    assert "y01a02.a_dagpenge.2019 A-dagpenge 1.006" in told
    assert targets(resolve("as-is", calibration="holbaek-2019"), "y01a02") == {"y01a02.a_dagpenge.2019": 1006.0}
    refused = call("jobindsats", "y01a02.csv", "--calibration", "holbaek-2019", "--replace", "--area", "Holstebro")
    assert "found no row for --area 'Holstebro', expected one of Hele landet, Holbæk." in " ".join(refused.output.split())


def test_recipients_become_targets(town: Path, call: Call, service: Service) -> None:
    result = call("statbank", "recipients", "--map", "Nettoledige=a_dagpenge", "--bulk", "--replace")
    assert result.exit_code == 0, result.output
    expected = {"auk01.fleksjob.2019": 1200.0, "auk01.foertidspension.2019": 2800.0, "auk01.nettoledige.2019": 400.0}
    assert targets(resolve("as-is", calibration="aabenraa-2019"), "auk01") == expected
    assert service.asked[1][1]["format"] == "BULK"
    assert (town / "calibration" / "aabenraa-2019" / "auk01.csv").is_file()


def test_a_quarter_that_is_missing_is_told(call: Call, service: Service) -> None:
    service.without = ("2019K3",)
    result = call("statbank", "recipients", "--replace")
    assert "AUK01 fleksjob found nothing for 2019-07, expected every period of 2019." in result.output


def test_a_state_that_the_calibration_lacks_is_told(call: Call, service: Service) -> None:
    result = call("statbank", "recipients", "--map", "Nettoledige=dagpenge", "--replace")
    assert "--map: found 'dagpenge', expected one of" in result.output
    assert len(service.asked) == 2


def test_documents_say_what_was_brought(call: Call, service: Service) -> None:
    document = json.loads(call("statbank", "recipients", "--replace", "--json", "--quiet").stdout)
    assert service.asked
    assert {each["id"] for each in document["targets"]} == {"auk01.fleksjob.2019", "auk01.foertidspension.2019"}
    assert len(document["counts"]) == 8
