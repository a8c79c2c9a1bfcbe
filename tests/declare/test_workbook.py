"""Workbooks and CSV files from anywhere are read as another reader reads them, or refused in one sentence, in little time and memory."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from simcase.declare import read_grid, read_rows, shipped, xml_parts
from simcase.errors import UserError

HEADS = (("Måned",), ("Beløb",))
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET, STRINGS, STYLES = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"
FORMATS = ("0.00", '#,##0 "d"', "yyyy-mm", "mmm", "d. mmmm yyyy", "[$kr.-406] #,##0", "0.0%", "@", 1, 9, 14, 15, 16, 17, 22, 37, 44, 49)
cells = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(-1e9, 1e9),
    st.integers(-3, 3),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12).filter(str.strip),
    st.dates(dt.date(1900, 3, 1), dt.date(2399, 12, 31)),
)


def parts() -> dict[str, bytes]:
    """Return the parts of a sound workbook."""
    whole = io.BytesIO()
    with xlsxwriter.Workbook(whole) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, [names[0] for names in HEADS])
        sheet.write_row(1, 0, ["2019-01", 12.5])
    with zipfile.ZipFile(whole) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def book(folder: Path, **other: bytes) -> Path:
    """Write a workbook with other parts, by the last part of their names without its ending."""
    file = folder / "a.xlsx"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts().items():
            packed.writestr(name, other.get(Path(name).stem, text))
    return file


def sheet(body: bytes) -> bytes:
    """Return a sheet with some rows."""
    return f'<worksheet xmlns="{NAMESPACE}"><sheetData>'.encode() + body + b"</sheetData></worksheet>"


def strings(body: bytes) -> bytes:
    """Return a table of texts."""
    return f'<sst xmlns="{NAMESPACE}">'.encode() + body + b"</sst>"


def said(file: Path) -> str:
    """Return the one sentence by which a file is refused."""
    with pytest.raises(UserError) as wrong:
        read_rows(file, HEADS)
    (issue,) = wrong.value.issues
    return str(issue).replace(f"{file.parent.as_posix()}/", "")


def plain(value: Any) -> Any:  # noqa: ANN401 - a cell holds anything
    """Return a value of the other reader as ours returns it."""
    if isinstance(value, dt.datetime):
        return value.date()
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def by_openpyxl(file: Path) -> dict[tuple[int, int], Any]:
    """Return what openpyxl reads, by row and column."""
    rows = enumerate(openpyxl.load_workbook(file, data_only=True).worksheets[0].iter_rows(values_only=True), 1)
    return {(i, j): plain(cell) for i, row in rows for j, cell in enumerate(row, 1) if cell is not None}


def by_ours(file: Path) -> dict[tuple[int, int], Any]:
    """Return what is read, by row and column."""
    return {(i, j): cell for i, row in enumerate(read_grid(file), 1) for j, cell in enumerate(row, 1) if cell is not None}


@settings(max_examples=40)
@given(st.lists(st.lists(st.tuples(cells, st.sampled_from(FORMATS)), max_size=5), max_size=8))
def test_both_readers_read_the_same(tmp_path: Path, rows: list[list[tuple[Any, str | int]]]) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(file)) as written:
        page = written.add_worksheet()
        dated = written.add_format({"num_format": "yyyy-mm-dd"})
        for i, row in enumerate(rows):
            for j, (value, code) in enumerate(row):
                if isinstance(value, dt.date):
                    page.write_datetime(i, j, dt.datetime.combine(value, dt.time()), dated)
                elif isinstance(value, str):
                    page.write_string(i, j, value, written.add_format({"num_format": code}))
                elif value is not None:
                    fits = isinstance(value, bool) or code in {"0.00", '#,##0 "d"', "[$kr.-406] #,##0", "0.0%", "@", 1, 9, 37, 44, 49}
                    page.write(i, j, value, written.add_format({"num_format": code}) if fits else None)
        page.write_rich_string(9, 0, "a", written.add_format({"bold": True}), "b", "c")
        page.write_formula(9, 1, "=1+1", None, 2.0)
        page.write_formula(9, 2, "=NA()", None, "#N/A")
    assert by_ours(file) == by_openpyxl(file)


def test_the_example_is_read_as_by_the_other_reader() -> None:
    file = shipped() / "calibration" / "aabenraa-2019" / "accounts" / "made-up-2019.xlsx"
    assert by_ours(file) == by_openpyxl(file) != {}


@pytest.mark.parametrize(
    "part",
    [
        {"sheet1": b"<worksheet"},
        {"sheet1": b"<a></b>"},
        {"sheet1": b""},
        {"sheet1": sheet(b'<row r="2"/><row r="1"/>')},
        {"sheet1": sheet(b'<row r="x"/>')},
        {"sheet1": sheet(b'<row r="1"><c r="?"/></row>')},
        {"sharedStrings": b"<sst"},
        {"sharedStrings": b"\xff\xfe\x00"},
        {"styles": b"<styleSheet><cellXfs>"},
        {"workbook": b"not xml"},
        {".rels": b"<Relationships/>"},
        {"workbook.xml": b"<Relationships"},
    ],
    ids=lambda part: "-".join(f"{name}-{text[-24:]!r}" for name, text in part.items()),
)
def test_a_broken_part_is_one_sentence(tmp_path: Path, part: dict[str, bytes]) -> None:
    assert said(book(tmp_path, **part)) == (
        "a.xlsx found a workbook that is broken, locked or of another kind, expected an Excel workbook (.xlsx)."
    )


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (b'<c r="B3"><v>abc</v></c>', "a number"),
        (b'<c r="B3"><v>nan</v></c>', "a number"),
        (b'<c r="B3"><v>1e999</v></c>', "a number"),
        (b'<c r="B3"><v>1_000</v></c>', "a number"),
        (b'<c r="B3"><v>' + b"9" * 400 + b"</v></c>", "a number"),
        (b'<c r="B3" t="s"><v>999</v></c>', "the number of a text"),
        (b'<c r="B3" t="s"><v>-1</v></c>', "the number of a text"),
        (b'<c r="B3" t="b"><v>2</v></c>', "0 or 1"),
        (b'<c r="B3" t="d"><v>2019-02-30</v></c>', "a date"),
    ],
)
def test_a_cell_that_does_not_hold_what_it_says_is_told_by_its_place(tmp_path: Path, cell: bytes, expected: str) -> None:
    body = parts()[SHEET].replace(b"</sheetData>", b'<row r="3">' + cell + b"</row></sheetData>")
    assert said(book(tmp_path, sheet1=body)) == f"a.xlsx:3 B3: found a cell that does not hold what it says, expected {expected}."


MUCH = 2_500_000
"""More elements, or bytes of a text, than are read."""
HUGE: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "rows": ("sheet1", lambda much: sheet(b"<row/>" * much)),
    "cells": ("sheet1", lambda much: sheet(b'<row r="1">' + b"<c/>" * much + b"</row>")),
    "texts": ("sharedStrings", lambda much: strings(b"<si/>" * much)),
    "pieces": ("sharedStrings", lambda much: strings(b"<si>" + b"<r><t>a</t></r>" * (much // 2) + b"</si>")),
    "deep": ("sharedStrings", lambda much: strings(b"<a>" * much)),
    "attribute": ("sharedStrings", lambda much: strings(b'<si a="' + b"a" * much + b'"/>')),
    "text": ("sharedStrings", lambda much: strings(b"<si><t>" + b"a" * much + b"</t></si>")),
    "entity": ("sharedStrings", lambda _: b'<!DOCTYPE a [<!ENTITY b "bbbbbbbb">]>' + strings(b"<si><t>&b;</t></si>")),
    "styles": ("styles", lambda much: b"<styleSheet><cellXfs>" + b"<xf/>" * much + b"</cellXfs></styleSheet>"),
    "sheets": ("workbook", lambda much: b"<workbook>" + b"<sheet/>" * much + b"</workbook>"),
}
"""Parts that unpack to too much, each made when it is written: together they would fill the memory of whoever collects tests."""


WHOLE = ("rows", "attribute", "text", "entity")
"""What is unpacked as it is; of the rest, and of the bounds, a hundredth, which takes a hundredth of the time."""


@pytest.mark.parametrize("kind", HUGE)
def test_little_that_unpacks_to_much_is_one_sentence(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    part, made = HUGE[kind]
    less = 1 if kind in WHOLE else 100
    for bound in ("ELEMENTS", "RECORDS", "RECORD"):
        monkeypatch.setattr(xml_parts, bound, getattr(xml_parts, bound) // less)
    assert (
        said(book(tmp_path, **{part: made(MUCH // less)}))
        == "a.xlsx found far more in it than any table has, expected an Excel workbook (.xlsx)."
    )


def test_a_filled_row_after_the_last_that_is_read_is_not_left_out_silently(tmp_path: Path) -> None:
    far = b'<row r="100001"><c r="A100001"><v>1</v></c></row></sheetData>'
    assert said(book(tmp_path, sheet1=parts()[SHEET].replace(b"</sheetData>", far))) == (
        "a.xlsx:100001 found a row that is filled, expected at most 100000 rows."
    )
    empty = b'<row r="1048576"><c r="A1048576" s="1"/></row></sheetData>'
    assert len(read_rows(book(tmp_path, sheet1=parts()[SHEET].replace(b"</sheetData>", empty)), HEADS)) == 1


def test_a_part_that_is_packed_in_another_way_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_LZMA) as packed:
        for name, text in parts().items():
            packed.writestr(name, text)
    assert said(tmp_path / "a.xlsx").startswith("a.xlsx found a workbook that is broken")


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n"])
@pytest.mark.parametrize("separator", ";\t,")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_lines_may_end_in_any_way(tmp_path: Path, end: str, separator: str, encoding: str) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(end.join(f"{one}{separator}{other}" for one, other in (("Måned", "Beløb"), ("2019-01", "12"))).encode(encoding))
    ((row, found),) = read_rows(file, HEADS)
    assert (row, found["Måned"], str(found["Beløb"]).removesuffix(".0")) == (2, "2019-01", "12")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Måned;Beløb\n2019-01;" + "a" * 200_000, "a.csv:2 found a cell of more than 131072 characters, expected shorter ones"),
        ('Måned;Beløb\n2019-01;"' + "a\n" * 90_000, "a.csv:"),
        ("Måned;Beløb\n" + "\n" * 100_000, "a.csv found 100001 rows, expected at most 100000."),
        ("a\x00b", "a.csv found no text in UTF-8"),
    ],
)
def test_odd_csv_files_are_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert said(tmp_path / "a.csv").startswith(sentence)
