"""Write the report of finished runs in the form that the file's ending names."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from simcase.declare import here
from simcase.errors import Issue, UserError
from simcase.present.table import Table
from simcase.present.tables_file import sheets_of
from simcase.report.csv_files import write_csv
from simcase.study import Shown
from simcase.vocabulary import check_place, write_whole
from simcase.words import Words, said

PAPERS: Final = {".docx": "docxtpl", ".pptx": "pptx"}
"""Endings of papers, and the module of the extra that writes each."""
SHEETS: Final = (".xlsx", "")
"""Endings of tables; without one it is a folder of CSV files."""
ENDINGS: Final = (".html", *PAPERS, *SHEETS)
"""Endings of a report."""


def check_report(path: Path, endings: Sequence[str] = ENDINGS) -> None:
    """Refuse an ending that names no form of a report, a paper without the extra, and a place that is not there; raises UserError."""
    ending = path.suffix.lower()
    if ending not in endings:
        expected = said("error.paper.endings", endings=list(filter(None, endings)))
        raise UserError([Issue(str(path), 0, "", f"'{path.suffix}'", expected)])
    if ending in PAPERS and importlib.util.find_spec(PAPERS[ending]) is None:
        raise UserError([Issue(str(path), 0, "", said("error.paper.no_package"), said("error.paper.extra"))])
    if path.suffix or not path.is_dir():
        check_place(path)


def write_report(shown: Sequence[Shown], path: Path, words: Words, template: Path | None = None) -> None:
    """Write the report of a run, or of several of which the first is the baseline; a paper in the looks of a template."""
    check_report(path)
    if path.suffix.lower() in PAPERS:
        _write_paper(shown, path, words, template)
    elif path.suffix.lower() == ".html":
        from simcase.report.page_of import page_of  # noqa: PLC0415 - only those who write a page wait for its charts

        write_whole(path, page_of(shown, words.lang))
    else:
        write_sheets(sheets_of(shown, words), path, words)


def _write_paper(shown: Sequence[Shown], path: Path, words: Words, template: Path | None) -> None:
    """Write a Word document or slides."""
    from simcase.present.paper import paper_of  # noqa: PLC0415 - it draws charts, for which only those wait who write a paper

    paper = paper_of(shown, words)
    if path.suffix.lower() == ".pptx":
        from simcase.report.slides import write_slides  # noqa: PLC0415 - an extra

        write_slides(paper, template, path)
    else:
        from simcase.report.document import write_document  # noqa: PLC0415 - an extra

        write_document(paper, template or here().template(words.lang), path, words)


def check_sheets(path: Path) -> None:
    """Refuse a place that is neither a workbook nor a folder, or that is not there; raises UserError."""
    check_report(path, SHEETS)


def write_sheets(sheets: Sequence[Table], path: Path, words: Words) -> None:
    """Write sheets into a workbook, or into a folder of CSV files, Danish ones in Danish."""
    if path.suffix.lower() == ".xlsx":
        from simcase.report.workbook import write_workbook  # noqa: PLC0415 - only those who write a workbook wait for it

        write_workbook(sheets, path, words.lang)
    else:
        write_csv(sheets, path, danish=words.lang == "da")
