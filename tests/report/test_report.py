"""Reports of finished runs: their figures are the run's, their sums live, their texts texts, and their prices can be read back."""

from __future__ import annotations

import csv
import itertools
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from worlds import TOWN, asked, initiative, move, play, scenario, state, write

from simcase import report, study
from simcase.cli import main
from simcase.errors import RunError, UserError
from simcase.present import tables_manifest
from simcase.present.labels import labels_of
from simcase.present.paper import paper_of
from simcase.present.sentences_compare import headline as said_of_pair
from simcase.present.sentences_run import common_notes, headline
from simcase.present.tables_compare import compare_parts
from simcase.present.tables_file import sheets_of
from simcase.vocabulary import document_of
from simcase.words import Words

RESULTS = Path("results")
LADDER = {
    "counter": {"from": "2014-07-01", "reset_weeks": 52, "window_weeks": 156},
    "steps": [{"to_week": 4, "state_share": 0.8}, {"state_share": 0.2}],
}
LINES = ["aid", "sickness"]


def town(**more: object) -> dict[str, Any]:
    return {
        "title": {"da": "=1+1 By", "en": "=1+1 Town"},
        "start": "2019-01-01",
        "end": "2020-12-31",
        "states": [
            state("help", line="aid", ladder="benefit"),
            state("sick", line="sickness", ladder="benefit"),
            state("pension", line="pension", ladder="benefit"),
            state("work"),
        ],
        "lines": [
            {"id": "aid", "label": "=Aid"},
            {"id": "sickness", "label": "+Sick"},
            {"id": "pension", "label": "Pension", "memo": True},
        ],
        "transitions": [move("help", "work", 2.0), move("work", "help", 0.5), move("work", "sick", 1.0), move("sick", "work", 9.0)],
        "stock": {"states": {"help": 300, "sick": 40, "pension": 20, "work": 500}},
        "refusion": LADDER,
        "rates": {"full": {"value": 12_400, "unit": "kr_per_month", "grade": "C", "source": "@source"}},
        "rate_classes": [{"id": "all", "states": ["help", "sick", "pension"], "pays": {"full": 1}}],
        "take_up": {"aid": 0.9},
        "index": {"years": {"2019": 1, "2020": 1.25}},
        "budget": {"year": 2019, "lines": {name: {"support": 3e7, "measures": 1e6, "full_time_persons": 250} for name in LINES}},
        "goals": [{"id": "few", "label": "Few", "count": "persons", "states": ["help"], "date": "2019-12-31", "threshold": 100}],
        **more,
    }


@pytest.fixture
def world(folder: Path) -> Path:
    """Return the folder of a town in which an effort that costs is run beside none."""
    costs = [{"year": 2019, "line": "aid", "kroner": 1e6}]
    push = initiative("push", ["help"], ["work"], 1.5, costs=costs)
    write(folder, town(), {"plain": scenario(title="=plain"), "pushed": scenario("push")}, [push])
    return folder


def compared() -> study.Comparison:
    return study.compare(asked("plain", replications=6), ["pushed"])


def cells(file: Path, sheet: str) -> list[list[Any]]:
    """Return the rows of a sheet below its heads."""
    rows = list(openpyxl.load_workbook(file, data_only=True)[sheet].iter_rows(min_row=4, values_only=True))
    return [list(row) for row in rows]


def written(file: Path, *runs: str, **more: Any) -> Path:  # noqa: ANN401 - what runs are shown by
    report.write_report(study.open_runs(runs, asked(**more)), file, Words("en"))
    return file


def test_a_run_that_is_opened_again_tells_what_it_told(world: Path) -> None:
    done = document_of(compared().result)
    one, other = study.open_runs(["plain", "pushed"], asked())
    assert document_of(one.result) == done["baseline"]
    assert {k: v for k, v in document_of(other.result).items() if k != "contributions"} == {
        k: v for k, v in done["scenarios"][0].items() if k != "contributions"
    }
    assert world.is_dir()
    by_other_code = replace(other, manifest={**other.manifest, "code": "0123"})
    with pytest.raises(UserError, match="code 0123"):
        study.against(one, by_other_code)


@pytest.mark.usefixtures("world")
def test_of_scenarios_with_several_runs_those_are_opened_that_are_alike() -> None:
    few, many = (play("plain", replications=number).folder for number in (4, 6))
    pushed = play("pushed", replications=4).folder
    for folder, when in ((few, 1_000), (pushed, 2_000), (many, 3_000)):
        os.utime(folder / "finished.json", (when, when))
    assert [shown.folder for shown in study.open_runs(["plain", "pushed"], asked())] == [few, pushed]
    assert [shown.folder for shown in study.open_runs(["plain"], asked())] == [many]
    with pytest.raises(UserError, match=r"replications 4, expected replications 6, as in 'plain' .*: simcase compare plain pushed --cal"):
        study.open_runs([many.name, "pushed"], asked())


@pytest.mark.usefixtures("folder")
def test_the_calibrated_world_opens_again_with_its_unknowns_in_order() -> None:
    done = study.run(study.Request("kik-ii", replications=2, workers=1))
    assert document_of(study.open_runs(["kik-ii"], study.Request(""))[0].result) == document_of(done.result)


@pytest.mark.usefixtures("world")
def test_the_budget_sheet_equals_the_document() -> None:
    document = document_of(compared().result)["scenarios"][0]
    head, *rows = cells(written(Path("x.xlsx"), "plain", "pushed"), "Budget 2019")
    at = {name: c for c, name in enumerate(head)}
    budget = {row["line"]: row for row in document["budget"] if row["year"] == 2019}
    names = {"=Aid": "aid", "+Sick": "sickness", "Total": "i_alt", "Pension": "pension", "Total incl. pension": "i_alt_inkl_pension"}
    assert [row[0] for row in rows[:5]] == list(names)
    for row in rows[:5]:
        line = budget[names[row[0]]]
        assert row[at["Expected net"]] == pytest.approx(line["municipality"]["mean"], abs=0.005)
        assert row[at["Gross"]] == pytest.approx(line["gross"]["mean"], abs=0.005)
        assert row[at["5%"]] == pytest.approx(line["municipality"]["p05"])
        assert row[at["Expected full-time persons"]] == pytest.approx(line["full_time_persons"]["mean"])
        assert row[at["Expected net price of a full-time person"]] == pytest.approx(
            line["municipality"]["mean"] / line["full_time_persons"]["mean"]
        )
        assert row[at["Budget, support"]] == line["plan"]
        if line["plan"] is not None:
            assert row[at["Deviation"]] == pytest.approx(line["municipality"]["mean"] - line["plan"], abs=0.01)
            assert row[at["Of which price"]] == pytest.approx(line["deviation"]["price"]["mean"], abs=0.01)
    assert rows[0][at["Investment"]] == 1e6
    assert rows[2][at["Ordinary measures"]] == 2e6


def uncached(file: Path) -> Path:
    """Return a copy of a workbook whose formulas have no values, so that whoever shows them must work them out."""
    bare = file.with_name("bare.xlsx")
    with zipfile.ZipFile(file) as full, zipfile.ZipFile(bare, "w") as empty:
        for name in full.namelist():
            empty.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", full.read(name)))
    return bare


def recalculated(file: Path, ending: str = "xlsx") -> Path:
    """Return a workbook as LibreOffice saves it once it has worked out every formula, or prints it to a file of another kind."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: run .ci/install"
    home = f"-env:UserInstallation={Path('home').absolute().as_uri()}"
    command = [office, home, "--headless", "--convert-to", ending, "--outdir", "recalculated", str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - the command is ours
    return Path("recalculated") / file.with_suffix(f".{ending}").name


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Unable to read chart")
@pytest.mark.usefixtures("world")
def test_libreoffice_opens_the_workbook_and_its_sums_come_out_the_same() -> None:
    compared()
    file = written(Path("x.xlsx"), "plain", "pushed", discount=0.03)
    ours, theirs = (openpyxl.load_workbook(each, data_only=True) for each in (file, recalculated(uncached(file))))
    formulas = openpyxl.load_workbook(file)
    assert ours.sheetnames == theirs.sheetnames
    checked = 0
    for name in ours.sheetnames:
        for row in formulas[name].iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    checked += 1
                    assert theirs[name][cell.coordinate].value == pytest.approx(ours[name][cell.coordinate].value, rel=1e-9, abs=1e-6)
    assert checked > 80


@pytest.mark.usefixtures("world")
def test_no_text_becomes_a_formula_and_every_formula_is_one_of_ours() -> None:
    compared()
    book = openpyxl.load_workbook(written(Path("x.xlsx"), "plain", "pushed"))
    formulas = {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}
    assert formulas
    assert all(re.fullmatch(r"=(SUM|IF)?\(?('Prices'!)?[A-Z]+\d+.*", text) for text in formulas)
    texts = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "s"}
    assert {"=Aid", "+Sick", "@source"} <= texts


def test_a_workbook_prints_each_sheet_as_wide_as_a_page_and_no_long_table(shipped: list[study.Shown], tmp_path: Path) -> None:
    words = Words("da")
    report.write_report(shipped, tmp_path / "x.xlsx", words)
    first, *others = openpyxl.load_workbook(tmp_path / "x.xlsx")
    prices = others[0]
    assert prices.title == words.say("sheet.prices")
    assert prices.print_area == f"'{prices.title}'!$A$1:$H${prices.max_row}", "as far as the column before paths"
    long = [sheet.title for sheet in others[1:] if sheet.print_area]
    assert len(long) == 5
    assert [sheet.title for sheet in others if sheet.max_row > 110] == long, "and no other one"
    for sheet in others:
        high = sheet.page_setup.fitToHeight
        assert (1 if high is None else int(high)) == (1 if sheet._charts else 0)
        assert sheet.print_title_rows == "$4:$4"
        if sheet.print_area and sheet != prices:
            assert sheet.print_area == f"'{sheet.title}'!$A$2"
            assert sheet["A2"].value is None
    said = [row[0] for row in first.iter_rows(values_only=True)]
    assert words.say("sheet.unprinted", sheets=", ".join(long)) in said


@pytest.mark.slow
def test_a_printed_workbook_is_a_dozen_pages(shipped: list[study.Shown], folder: Path) -> None:
    report.write_report(shipped, folder / "x.xlsx", Words("da"))
    pages = len(re.findall(rb"/Type\s*/Page\b", recalculated(folder / "x.xlsx", "pdf").read_bytes()))
    assert 10 < pages < 14


@pytest.mark.usefixtures("world")
def test_equal_runs_give_equal_bytes() -> None:
    compared()
    one, other = (written(Path(name), "plain", "pushed").read_bytes() for name in ("one.xlsx", "other.xlsx"))
    assert one == other


@pytest.mark.usefixtures("world")
@pytest.mark.parametrize(("lang", "sep", "mark"), [("da", ";", b"\xef\xbb\xbf"), ("en", ",", b"scenario")])
def test_every_table_as_csv(lang: str, sep: str, mark: bytes) -> None:
    compared()
    report.write_report(study.open_runs(["plain", "pushed"], asked()), Path("tables"), Words(lang))
    files = {path.name: path for path in Path("tables").iterdir()}
    assert len(files) >= 10
    raw = files["budget-2019.csv"].read_bytes()
    assert raw.startswith(mark[:3]) == (lang == "da")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(), delimiter=sep))
    assert rows[1][0] == "'=Aid"
    net = float(rows[1][6].replace(",", "."))
    shown = document_of(study.open_runs(["pushed"], asked())[0].result)["budget"]
    assert net == pytest.approx(next(r for r in shown if (r["line"], r["year"]) == ("aid", 2019))["municipality"]["mean"])


PATH = 8
"""The column of paths on both sheets that are read back; on that of prices factors stand after it."""


def edited(file: Path, changes: dict[str, object]) -> Path:
    """Return a workbook in which the values at some paths were edited."""
    book = openpyxl.load_workbook(file)
    for row in book["Assumptions"].iter_rows(min_row=5):
        if row[PATH].value in changes and not row[PATH].value.startswith("take_up."):
            row[1].value = changes[row[PATH].value]
    for row in book["Prices"].iter_rows(min_row=5):
        if row[PATH].value in changes:
            factor = changes[row[PATH].value]
            row[1].value = row[1].value * factor / row[PATH + 1].value if isinstance(factor, float) else factor
    book.save(file)
    return file


def test_prices_read_back_from_the_workbook_hold_without_a_new_simulation(world: Path) -> None:
    before = document_of(compared().result)["baseline"]
    file = written(world / "x.xlsx", "plain")
    same = study.run(asked("plain", replications=6, assumptions=file))
    assert document_of(same.result)["budget"] == before["budget"]
    dearer = study.run(asked("plain", replications=6, assumptions=edited(file, {"rates.full": 24_800, "take_up.aid": 0.45})))
    assert document_of(dearer.result)["run"]["id"] == before["run"]["id"]
    for one, other in zip(before["budget"], document_of(dearer.result)["budget"], strict=True):
        if one["line"] in LINES:
            assert other["gross"]["mean"] == pytest.approx(one["gross"]["mean"] * (1 if one["line"] == "aid" else 2))
    again = study.open_runs(["plain"], asked(assumptions=file))[0]
    assert document_of(again.result)["budget"] == document_of(dearer.result)["budget"]


def test_a_number_that_was_edited_beside_its_price_is_told(world: Path) -> None:
    compared()
    file = written(world / "x.xlsx", "plain")
    book = openpyxl.load_workbook(file)
    (cell,) = [row[1] for row in book["Assumptions"].iter_rows(min_row=5) if row[PATH].value == "take_up.aid"]
    assert cell.protection.locked
    cell.value = 0.5
    book.save(file)
    with pytest.raises(UserError, match=r"take_up\.aid: found a second row"):
        study.run(asked("plain", replications=6, assumptions=file))


def test_months_are_named_in_the_language_of_the_workbook_and_a_chart_has_five_lines_at_most(
    folder: Path, shipped: list[study.Shown]
) -> None:
    report.write_report(shipped, folder / "x.xlsx", Words("da"))
    book = openpyxl.load_workbook(folder / "x.xlsx")
    assert book["Personer"]["A5"].number_format == "[$-406]mmm yyyy"
    drawn = [len(chart.series) for sheet in book for chart in sheet._charts]
    assert len(drawn) > 3
    assert max(drawn) <= 5


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:Unable to read chart")
def test_a_price_that_is_edited_moves_the_budget_of_the_workbook_and_of_the_run_alike(world: Path) -> None:
    before = compared().result
    first = written(world / "x.xlsx", "plain")
    book = openpyxl.load_workbook(first)
    assert book.sheetnames[1] == "Prices"
    cell = book["Prices"]["B5"]
    assert (book["Prices"]["A5"].value, cell.protection.locked) == ("=Aid", False)
    cell.value *= 1.1
    book.save(world / "y.xlsx")
    file = recalculated(world / "y.xlsx")
    rows = {row[0]: row for row in cells(file, "Budget 2019")}
    gross = next(row.gross.mean for row in before.baseline.budget if (row.line, row.year) == ("aid", 2019))
    assert rows["=Aid"][4] == pytest.approx(1.1 * gross)
    dearer = study.run(asked("plain", replications=6, assumptions=file)).result
    assert {row.line: row.gross.mean for row in dearer.budget if row.year == 2019} == pytest.approx(
        {line: rows[name][4] for name, line in (("=Aid", "aid"), ("+Sick", "sickness"), ("Pension", "pension"), ("Total", "i_alt"))}
        | {"i_alt_inkl_pension": next(row.gross.mean for row in dearer.budget if (row.line, row.year) == ("i_alt_inkl_pension", 2019))}
    )


@pytest.mark.usefixtures("undrawn")
def test_edited_prices_stand_in_headline_manifest_and_command_wherever_they_came_in(world: Path) -> None:
    compared()
    file = edited(written(world / "x.xlsx", "plain"), {"rates.full": 24_800, "take_up.aid": 0.45})
    in_report = study.open_runs(["plain", "pushed"], asked(assumptions=file))
    study.run(asked("plain", replications=6, assumptions=file))
    kept = study.open_runs(["plain"], asked(assumptions=file))[0]
    for shown, words in itertools.product((*in_report, kept), (Words("da"), Words("en"))):
        labels = labels_of(shown.world.model, words)
        assert words.say("rests.numbers", file=file, n=2) in headline(shown.result, labels)
        listed = {row.cells[0]: row.cells[1] for row in tables_manifest.manifest([shown], words).rows}
        assert listed[words.say("report.manifest.edited")] == "rates.full, take_up.aid"
        assert str(file) in listed[words.say("report.manifest.assumptions")]
    for shown, lang in zip((*in_report, kept), ("da", "en", "da"), strict=True):
        for command in tables_manifest.commands([shown]):
            assert f"--assumptions {file}" in command
            assert command.count("--assumptions") == 1
        for page in (report.page_of([shown], lang), report.one_page([shown], lang)):
            assert page.count(str(file)) >= 3, "about, headline, command"
    for words in (Words("da"), Words("en")):
        base, labels = (labels_of(shown.world.model, words) for shown in in_report)
        assert words.say("rests.numbers", file=file, n=2) in said_of_pair(in_report[1].compared, base, labels)


def test_a_report_has_the_prices_that_are_asked_for_and_else_those_of_the_files(world: Path) -> None:
    compared()
    plain = [document_of(shown.result) for shown in study.open_runs(["plain", "pushed"], asked())]
    first = written(world / "first.xlsx", "plain")
    file = edited(written(world / "x.xlsx", "plain"), {"rates.full": 24_800})
    dearer = [document_of(shown.result) for shown in study.open_runs(["plain", "pushed"], asked(assumptions=file))]
    assert dearer != plain
    for one, *others in (("plain",), ("pushed",), ("plain", "pushed")):
        how = asked(one, replications=6, assumptions=file)
        _ = study.compare(how, others) if others else study.run(how)
        found = study.open_runs(["plain", "pushed"], asked())
        assert [document_of(shown.result) for shown in found] == plain, "no workbook is asked for"
        assert not any("--assumptions" in command for command in tables_manifest.commands(found))
        assert [document_of(shown.result) for shown in study.open_runs(["plain", "pushed"], asked(assumptions=file))] == dearer
        (other,) = study.open_runs(["plain"], asked(assumptions=first))
        assert other.world.model.edits is not None
        assert other.world.model.edits.file == str(first), "another workbook than the one it was played with"
    shutil.rmtree(world / "calibration")
    with pytest.raises(RunError, match=f"play it again: simcase run plain --calibration {TOWN} --replications 6 --seed 2019 --unc"):
        study.open_runs(["plain"], asked())


def test_files_that_changed_between_two_runs_are_told(world: Path, caplog: pytest.LogCaptureFixture) -> None:
    compared()
    study.open_runs(["plain", "pushed"], asked())
    (file,) = [each for each in (world / "calibration").rglob("*.yaml") if "12400" in each.read_text(encoding="utf-8")]
    file.write_text(file.read_text(encoding="utf-8").replace("12400", "14400"), encoding="utf-8")
    study.open_runs(["plain", "pushed"], asked())
    assert not caplog.records, "both are of the files before"
    study.run(asked("plain", replications=6))
    study.open_runs(["plain", "pushed"], asked())
    (told,) = caplog.records
    assert (told.getMessage(), told.scenario, told.other) == ("files_changed", "pushed", "plain")  # type: ignore[attr-defined]


def test_a_workbook_leaves_told_what_it_does_not_hold(world: Path, caplog: pytest.LogCaptureFixture) -> None:
    compared()
    whole = written(world / "whole.xlsx", "plain")
    part = openpyxl.Workbook()
    part.active.append(["Path", "Value"])
    part.active.append(["take_up.aid", 0.45])
    part.save(world / "part.xlsx")
    (file,) = [each for each in (world / "calibration").rglob("*.yaml") if "12400" in each.read_text(encoding="utf-8")]
    file.write_text(file.read_text(encoding="utf-8").replace("12400", "14400"), encoding="utf-8")
    study.run(asked("plain", replications=6))
    study.open_runs(["plain", "pushed"], asked(assumptions=whole))
    assert not caplog.records, "both have the rate of the workbook"
    plain, pushed = study.open_runs(["plain", "pushed"], asked(assumptions=world / "part.xlsx"))
    assert plain.world.model.rates["full"].value != pushed.world.model.rates["full"].value
    (told,) = caplog.records
    assert (told.getMessage(), told.scenario, told.other) == ("files_changed", "pushed", "plain")  # type: ignore[attr-defined]


def test_what_a_page_shows_differently_from_its_run_is_in_the_commands(world: Path) -> None:
    compared()
    one, other = study.open_runs(["plain", "pushed"], asked(prices="2019", first=date(2019, 1, 1), discount=0.035))
    assert world.is_dir()
    for shown in (one, other):
        assert tables_manifest.commands([shown])[0].endswith("--from 2019-01-01 --prices 2019")
    said = "--from 2019-01-01 --prices 2019 --discount 0.035"
    played, reported = tables_manifest.commands([one, other], "-o", "again.xlsx")
    assert played.startswith("simcase compare plain pushed --calibration town")
    assert played.endswith(said)
    assert reported.startswith("simcase report plain pushed --calibration town")
    assert reported.endswith(f"{said} -o again.xlsx")
    for verb, command in (("compare", played), ("report", reported)):
        main.commands[verb].make_context(verb, command.split()[2:])


@pytest.mark.usefixtures("world")
def test_a_run_that_another_verb_played_is_reported_with_what_a_report_can_be_asked_for() -> None:
    compared()
    (shown,) = study.open_runs(["plain"], asked())
    asked_for = ["simcase", "breakeven", "plain", "pushed", "--vary", "effect", "--only", "push", *shown.manifest["command"][3:]]
    step = replace(shown, manifest={**shown.manifest, "command": asked_for})
    played, reported = tables_manifest.commands([step])
    assert played.split() == asked_for
    assert "--calibration town" in reported
    main.commands["report"].make_context("report", [*reported.split()[2:], "-o", "again.html"])


def test_a_scenario_given_as_a_file_is_played_again_from_it(world: Path) -> None:
    (world / "drafts").mkdir(exist_ok=True)
    file = str(Path("drafts/mine.yaml"))
    (world / file).write_bytes((world / "scenarios/pushed.yaml").read_bytes())
    study.compare(asked("plain", replications=2), [file])
    played, reported = tables_manifest.commands(study.open_runs(["plain", "mine"], asked()))
    assert played.startswith(f"simcase compare plain {file} --calibration town")
    assert reported.startswith("simcase report plain mine --calibration town")


def test_a_range_that_was_edited_is_refused_and_what_no_initiative_has_is_told(world: Path) -> None:
    compared()
    for at, sheet in ((2, "low"), (3, "high")):
        file = written(world / f"{sheet}.xlsx", "pushed")
        book = openpyxl.load_workbook(file)
        cell = next(row[at] for row in book["Assumptions"].iter_rows(min_row=5) if row[PATH].value == "rates.full")
        cell.value = 1.0
        book.save(file)
        with pytest.raises(UserError, match="a range is not read back"):
            study.run(asked("plain", replications=6, assumptions=file))
    file = edited(written(world / "x.xlsx", "pushed"), {"initiatives.push.costs.0.kroner": 5.0})
    plain = study.run(asked("plain", replications=6, assumptions=file))
    run, labels = plain.result.run, labels_of(plain.world.model, Words("en"))
    assert run.assumptions is not None
    assert "initiatives.push.costs.0.kroner" in run.assumptions.unused
    told = common_notes(run, "A", labels, varying=("chance",), budget=True)
    assert any("initiatives that have no part here" in note for note in told)
    assert any("No number in" in note for note in told), "what was edited is of an initiative that is not played"
    both = study.open_runs(["plain", "pushed"], asked(assumptions=file))
    workbook = str([row.cells for row in sheets_of(both, Words("en"))[0].rows])
    for said in (report.page_of(both, "en"), report.one_page(both, "en"), workbook, str(paper_of(both, Words("en")))):
        assert "(1 number edited)" in said
        assert "have no part here" not in said
        assert "No number in" not in said
    learned = common_notes(run, "A", replace(labels, learned=True), varying=("chance",), budget=True)
    assert ["do not begin at it" in note for note in learned if note not in told] == [True]


def test_a_comparison_says_how_many_numbers_any_of_its_runs_has_from_a_workbook(world: Path) -> None:
    compared()
    untouched = written(world / "same.xlsx", "pushed")
    both = study.compare(asked("plain", replications=6, assumptions=untouched), ["pushed"])
    labels = [labels_of(each.world.model, Words("da")) for each in both.runs]
    told = str(list(compare_parts(both.result, labels, "current")))
    assert told.count("(0 tal rettet)") == 2, "what was simulated, and the answer"
    assert f"Intet tal i {untouched} er anderledes" in told


@pytest.mark.usefixtures("world")
def test_a_run_that_is_not_there_is_asked_for_as_the_others_of_its_world_were_played() -> None:
    play("plain", replications=6)
    with pytest.raises(RunError, match="simcase compare plain pushed --calibration town --uncertainty chance --replications 6 --seed 2019"):
        study.open_runs(["plain", "pushed"], asked())


@pytest.mark.usefixtures("world")
def test_the_run_of_the_world_asked_for_with_most_replications_is_shown() -> None:
    best = play("plain", replications=6).folder
    others = [play("plain", replications=1).folder, play("plain", replications=9, uncertainty="all").folder]
    for folder, when in ((best, 1_000), *((folder, 2_000) for folder in others)):
        os.utime(folder / "finished.json", (when, when))
    assert study.open_runs(["plain"], asked())[0].folder == best
    assert study.open_runs(["plain"], asked(uncertainty="all"))[0].folder == others[1]
    with pytest.raises(
        RunError, match=r"'plain' with calibration town, fit other, uncertainty chance .* only with calibration town, fit nothing"
    ):
        study.open_runs(["plain"], asked(fit="other"))
    with pytest.raises(RunError, match="calibration elsewhere"):
        study.open_runs(["plain"], asked(calibration="elsewhere"))


def test_a_run_of_files_that_were_edited_since_is_not_shown_for_its_replications(world: Path) -> None:
    old = play("pushed", replications=6).folder
    costs = [{"year": 2019, "line": "aid", "kroner": 1e6}]
    write(world, None, None, [initiative("push", ["help"], ["work"], 2.5, costs=costs)])
    new = play("pushed", replications=2).folder
    for folder, when in ((old, 1_000), (new, 2_000)):
        os.utime(folder / "finished.json", (when, when))
    assert study.open_runs(["pushed"], asked())[0].folder == new


def test_what_cannot_be_read_back_is_told_with_its_row_all_at_once(world: Path) -> None:
    compared()
    changes = {"rates.full": "dear", "index.years.2020": -1.0, "transitions.help.work.rate": 3.0, "take_up.aid": None}
    file = edited(written(world / "x.xlsx", "plain"), changes)
    with pytest.raises(UserError) as wrong:
        study.run(asked("plain", replications=6, assumptions=file))
    assert {issue.path for issue in wrong.value.issues} == {*changes} - {"take_up.aid"} | {"sheet Prices, take_up.aid"}
    assert all(issue.line > 4 and issue.file == str(file) for issue in wrong.value.issues)
    for text in ("not a workbook", ""):
        Path("broken.xlsx").write_text(text, encoding="utf-8")
        with pytest.raises(UserError, match="no workbook"):
            study.run(asked("plain", assumptions=Path("broken.xlsx")))


def test_a_report_of_what_is_not_there_is_refused(world: Path) -> None:
    with pytest.raises(RunError, match="no finished run"):
        study.open_runs(["plain"], asked())
    with pytest.raises(UserError, match=r"\.xlsx"):
        report.check_report(world / "x.doc")
    assert play("plain", replications=1).document["run"]["calibration"] == TOWN
