"""Write the report of finished runs in the form that the file's ending names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simcase.errors import Issue, UserError
from simcase.present.table import Table
from simcase.present.tables_file import sheets_of
from simcase.report.csv_files import write_csv
from simcase.study import Shown
from simcase.vocabulary import check_place, write_whole
from simcase.words import Words

ENDINGS: Final = (".html", ".xlsx", "")
"""Endings of a report; without one it is a folder of CSV files."""


def check_report(path: Path) -> None:
    """Refuse an ending that names no form of a report, and a place that is not there; raises UserError."""
    if path.suffix.lower() not in ENDINGS:
        expected = "a file that ends in " + ", ".join(filter(None, ENDINGS)) + ", or a folder"
        raise UserError([Issue(str(path), 0, "", f"'{path.suffix}'", expected)])
    if path.suffix or not path.is_dir():
        check_place(path)


def write_report(shown: Sequence[Shown], path: Path, words: Words) -> None:
    """Write the report of a run, or of several of which the first is the baseline: a page, a workbook or a folder of CSV files."""
    check_report(path)
    if path.suffix.lower() == ".html":
        from simcase.report.page_of import page_of  # noqa: PLC0415 - only those who write a page wait for its charts

        write_whole(path, page_of(shown, words.lang))
    else:
        write_sheets(sheets_of(shown, words), path, words)


def check_sheets(path: Path) -> None:
    """Refuse a place that is neither a workbook nor a folder, or that is not there; raises UserError."""
    if path.suffix.lower() == ".html":
        raise UserError([Issue(str(path), 0, "", "'.html'", "a file that ends in .xlsx, or a folder")])
    check_report(path)


def write_sheets(sheets: Sequence[Table], path: Path, words: Words) -> None:
    """Write sheets into a workbook, or into a folder of CSV files, Danish ones in Danish."""
    if path.suffix.lower() == ".xlsx":
        from simcase.report.workbook import write_workbook  # noqa: PLC0415 - only those who write a workbook wait for it

        write_workbook(sheets, path)
    else:
        write_csv(sheets, path, danish=words.lang == "da")
