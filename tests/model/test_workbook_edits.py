"""Numbers that were edited in a workbook are held to what they are numbers of, as those of a file are."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from simcase.errors import UserError
from simcase.model import Model, with_workbook_edits

Town = Callable[..., Model]


def edited(folder: Path, rows: dict[str, object]) -> Path:
    """Return a workbook of assumptions with some rows."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (("path", "value"), *rows.items()):
        sheet.append(row)
    book.save(folder / "edited.xlsx")
    return folder / "edited.xlsx"


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("rates.full", -1000, "found -1000, expected a number of at least 0."),
        ("rates.full", 1e308, "expected a number from -1000000000000 to 1000000000000."),
        ("rates.full", "nan", "found 'nan', expected a number."),
        ("rates.full", "9" * 400, "expected a number."),
        ("rates.full", True, "found true, expected a number."),
        ("refusion.steps.0.state_share", 1.5, "found 1.5, expected a number of at most 1."),
        ("refusion.steps.0.state_share", -0.1, "found -0.1, expected a number of at least 0."),
        ("index.years.2020", 0, "found 0, expected a number above 0."),
    ],
)
def test_an_edited_number_out_of_bounds_is_refused(town: Town, tmp_path: Path, path: str, value: object, said: str) -> None:
    file = edited(tmp_path, {path: value})
    with pytest.raises(UserError) as raised:
        with_workbook_edits(town(), file)
    (issue,) = raised.value.issues
    assert str(issue).startswith(f"{file}:2 {path}: ")
    assert said in str(issue)


@pytest.mark.parametrize("raw", ["9" * 400, "1e999", "-1e999", "NaN"])
def test_a_number_that_no_float_holds_is_refused(town: Town, tmp_path: Path, raw: str) -> None:
    file = edited(tmp_path, {"rates.full": 123456})
    with zipfile.ZipFile(file) as book:
        parts = {name: book.read(name).replace(b"<v>123456</v>", f"<v>{raw}</v>".encode()) for name in book.namelist()}
    with zipfile.ZipFile(file, "w") as book:
        for name, content in parts.items():
            book.writestr(name, content)
    with pytest.raises(UserError, match=r"edited\.xlsx:2 .*, expected a number\."):
        with_workbook_edits(town(), file)


def test_a_comma_separated_file_with_thousands_is_refused_with_both_readings(town: Town, tmp_path: Path) -> None:
    (tmp_path / "edited.csv").write_text("path,value\nrates.full,12.500\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"rates\.full: found 12\.500, expected 12500 for thousands, or 12\.5 for a decimal point\."):
        with_workbook_edits(town(), tmp_path / "edited.csv")


def test_an_edited_number_that_fits_no_more_with_others_is_refused(town: Town, tmp_path: Path) -> None:
    land = Path("calibration/land/rules.yaml")
    text = land.read_text(encoding="utf-8").replace("index:", "  cut: {value: 100, unit: kr_per_month}\nindex:", 1)
    land.write_text(f"{text}rate_classes: [{{id: aid, states: [idle], pays: {{full: 1, cut: -1}}}}]\n", encoding="utf-8")
    assert with_workbook_edits(town(), edited(tmp_path, {"rates.cut": 900})).rates["cut"].value == 900
    with pytest.raises(UserError, match=r"rate_classes\.0\.pays: found -100 kr\. a month, expected deductions no larger"):
        with_workbook_edits(town(), edited(tmp_path, {"rates.cut": 1100}))
